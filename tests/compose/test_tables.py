"""Tables: which side cells stand on, which of them matter."""

from deckgen.compose.boxes import Grid, Panel
from deckgen.compose.paras import plain
from deckgen.compose.tables import table
from deckgen.layout.split import parts
from deckgen.outline import model as o

ROWS = (("2013", "1,5", "few"), ("2014", "", "12"), ("2015", "−3 %", "many"))


def grid(highlight: str = "") -> Grid:
    header = tuple(map(plain, ("year", "growth", "count")))
    body = tuple(tuple(map(plain, row)) for row in ROWS)
    found = table(o.Table(header, body, plain(highlight) if highlight else None))
    assert isinstance(found, Grid)
    return found


def test_columns_of_numbers_stand_to_the_right_with_their_heads_but_not_the_first() -> None:
    sides = {tuple(cell.align for cell in row) for row in grid().cells}
    assert sides == {("left", "right", "left")}


def lit(highlight: str) -> list[tuple[int, int]]:
    return [
        (line, place)
        for line, row in enumerate(grid(highlight).cells)
        for place, cell in enumerate(row)
        if cell.panel == Panel("accent")
    ]


def test_a_row_that_matters_stands_on_the_accent() -> None:
    assert lit("2014") == [(2, 0), (2, 1), (2, 2)]


def test_a_column_that_matters_stands_on_the_accent_below_its_head() -> None:
    assert lit("growth") == [(1, 1), (2, 1), (3, 1)]


def test_a_long_table_repeats_its_header() -> None:
    rows = tuple((plain(str(n)), plain("x")) for n in range(12))
    slide = o.Slide("t", o.Table((plain("n"), plain("x")), rows))
    halves = next(parts(slide))
    bodies = [half.body for half in halves if isinstance(half.body, o.Table)]
    assert [body.header for body in bodies] == [(plain("n"), plain("x"))] * 2
    assert [len(body.rows) for body in bodies] == [6, 6]
