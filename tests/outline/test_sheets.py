"""Numbers from files: what is read, and what is said about bad cells."""

import io
from typing import Any

import openpyxl
import pytest

from deckgen.base.diagnostics import Checked
from deckgen.outline import model as o
from deckgen.outline.load import load
from deckgen.outline.printer import print_deck
from deckgen.world import MemoryWorld

CHART = b"slides:\n- title: T\n  chart: {type: bar, data: %s}\n"
TABLE = b"slides:\n- title: T\n  table: %s\n"


def book(*rows: tuple[Any, ...], title: str = "Data", form: str = "General") -> bytes:
    whole = openpyxl.Workbook()
    page = whole.worksheets[0]
    page.title = title
    for row in rows:
        page.append(row)
    for line in page.iter_rows(min_row=2, min_col=2):
        for cell in line:
            cell.number_format = form
    stream = io.BytesIO()
    whole.save(stream)
    return stream.getvalue()


def read(outline: bytes, **files: bytes) -> Checked[o.Deck | None]:
    named = {f"talks/{name.replace('_', '.')}": data for name, data in files.items()}
    return load("talks/deck.yaml", MemoryWorld({"talks/deck.yaml": outline, **named}))


def chart(data: bytes, **files: bytes) -> o.Chart:
    found = read(CHART % data, **files)
    assert found.value is not None and not found.diagnostics, found.diagnostics
    body = found.value.slides[0].body
    assert isinstance(body, o.Chart)
    return body


ROWS = (("2010", "2020"), (o.Series("a", (1.5, 3.0)), o.Series("b", (None, 4.0))))


@pytest.mark.parametrize(
    "text",
    [
        "year,a,b\n2010,1.5,\n2020,3,4\n",
        "year;a;b\r\n2010;1,5;\r\n2020;3;4\r\n",
        "\ufeffyear\ta\tb\n2010\t1,5\t\n\n2020\t3\t4",
        'year,"a",b\n"2010",1.5,\n2020,3,4\n',
    ],
)
def test_a_text_file_gives_a_series_for_each_column(text: str) -> None:
    found = chart(b"n.csv", n_csv=text.encode())
    assert (found.categories, found.series) == ROWS


def test_a_workbook_gives_the_same() -> None:
    data = book(("year", "a", "b"), (2010, 1.5, None), (2020, 3, 4))
    found = chart(b"n.xlsx", n_xlsx=data)
    assert (found.categories, found.series) == ROWS


def test_shares_in_a_workbook_count_in_per_cent() -> None:
    data = book(("who", "share"), ("plan", 0.75), form="0%")
    assert chart(b"{file: n.xlsx, sheet: Data}", n_xlsx=data).series[0].values == (75.0,)


def test_without_names_in_the_first_row_there_is_one_series() -> None:
    found = chart(b"n.csv", n_csv=b"plan,75\nself,13\n")
    assert (found.categories, found.series) == (("plan", "self"), (o.Series("", (75.0, 13.0)),))


def test_a_table_keeps_what_was_typed() -> None:
    deck = read(TABLE % b"n.csv", n_csv=b"stad;groei\nHeerlen;0,4\nSittard\n").value
    assert deck is not None
    body = deck.slides[0].body
    assert isinstance(body, o.Table)
    rows = [[cell.plain for cell in row] for row in body.rows]
    assert rows == [["Heerlen", "0,4"], ["Sittard", ""]]


def test_a_deck_with_numbers_from_a_file_prints_and_reads_back() -> None:
    deck = read(CHART % b"n.csv", n_csv=b"y,a\n1,2\n").value
    assert deck is not None
    again = load("deck.yaml", MemoryWorld({"deck.yaml": print_deck(deck).encode()})).value
    assert again is not None and again.slides[0].body == deck.slides[0].body


def said(outline: bytes, **files: bytes) -> list[tuple[str, str, int, int]]:
    return [
        (one.code, one.span.file, one.span.line, one.span.column)
        for one in read(outline, **files).diagnostics
        if one.span
    ]


def test_a_bad_cell_has_its_place_in_the_file() -> None:
    found = said(CHART % b"n.csv", n_csv=b"y,a,b\n2010,1,2\n2020,many,75%\n")
    assert found == [
        ("outline/bad-number", "talks/n.csv", 3, 6),
        ("outline/bad-number", "talks/n.csv", 3, 11),
    ]


def test_a_bad_cell_of_a_workbook_is_named() -> None:
    (found,) = read(CHART % b"n.xlsx", n_xlsx=book(("y", "a"), ("x", "many"))).diagnostics
    assert "(B2)" in found.message


@pytest.mark.parametrize(
    ("data", "files", "code"),
    [
        (b"m.csv", {"n_csv": b"a,1"}, "outline/missing-file"),
        (b"../../../n.csv", {}, "outline/missing-file"),
        (b"n.csv", {"n_csv": b"\n\n"}, "outline/empty"),
        (b"n.csv", {"n_csv": b"only\nnames\n"}, "outline/no-numbers"),
        (b"n.csv", {"n_csv": b"y,a\nx,1\nx,2\n"}, "outline/twice"),
        (b"n.csv", {"n_csv": b"y,a\nx,1,5\nz,2,5\n"}, "outline/uneven-rows"),
        (b"n.csv", {"n_csv": b"y,a\n" + b"x" * 5_000_001}, "outline/too-large"),
        (b"n.xlsx", {"n_xlsx": b"no zip"}, "outline/not-a-workbook"),
        (b"{file: n.xlsx, sheet: Dat}", {"n_xlsx": book(("y", "a"))}, "outline/unknown-sheet"),
    ],
)
def test_what_is_wrong_with_a_file(data: bytes, files: dict[str, bytes], code: str) -> None:
    (found,) = read(CHART % data, **files).diagnostics
    assert found.code == code
    assert found.hints


def test_names_that_stand_there_again_are_one_finding() -> None:
    rows = b"y,a\nx,1\nz,2\nx,3\nz,4\nx,5\n"
    (found,) = read(CHART % b"n.csv", n_csv=rows).diagnostics
    assert found.message == "`x` (line 4) is there already, and 2 more rows repeat a name."
    (found,) = read(CHART % b"n.csv", n_csv=rows[:-4]).diagnostics
    assert found.message == "`x` (line 4) is there already, and so is `z` (line 5)."
