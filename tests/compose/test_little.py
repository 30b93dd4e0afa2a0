"""Pages with little on them: it is set large, stands in the middle, keeps the title's line."""

from compose.test_slide import boxes, points, said, sheets
from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Film
from deckgen.compose.charts import dash
from deckgen.compose.paras import plain
from deckgen.layout.films import fitted
from deckgen.layout.fit import walk
from deckgen.outline import model as o


def test_a_short_quotation_is_as_large_as_a_statement() -> None:
    (short,) = sheets(o.Slide("s", o.Quote(plain("Enough."), by=plain("Jane"))))
    (long,) = sheets(o.Slide("s", o.Quote(plain("Enough. " * 12))))
    assert [box.paras[0].role for box in boxes(short)] == ["display", "then"]
    assert [box.paras[0].role for box in boxes(long)] == ["quote"]


def test_a_film_without_words_stands_in_the_middle() -> None:
    (sheet,) = sheets(o.Slide("s", o.Video("https://example.org/walk"), title=plain("Walk")))
    films = [box for one in sheet.regions for box in walk(one.box) if isinstance(box, Film)]
    assert [film.lean for film in films] == [0.5]
    assert fitted(1.0, Rect(0, 0, 300, 100), 0.5) == Rect(100, 0, 100, 100)


def test_lines_differ_by_more_than_their_colour() -> None:
    several = tuple(o.Series(name, (1.0, 2.0)) for name in "abcd")
    chart = o.Chart("line", ("x", "y"), several)
    assert [dash(chart, number) for number in range(4)] == ["solid", "dash", "dot", "solid"]
    lit = o.Chart("line", ("x", "y"), several, highlight="b")
    assert {dash(lit, number) for number in range(4)} == {"solid"}


def test_a_kicker_leaves_the_title_on_its_line() -> None:
    slide = points("A", kicker=plain("Part one"), title=plain("Title"))
    regions = {region.name: region for region in sheets(slide)[0].regions}
    assert regions["title"].below == "" and regions["title"].top is None
    assert regions["kicker"].from_bottom
    long = points("A", kicker=plain("Part one " * 8), title=plain("Title"))
    regions = {region.name: region for region in sheets(long)[0].regions}
    assert regions["title"].below == "kicker"


def test_few_options_with_names_alone_have_large_ones() -> None:
    few = tuple(o.Option(plain(name)) for name in ("Social work", "Street work", "Youth work"))
    large, *others = sheets(o.Slide("s", o.Options(few), title=plain("Which?")))
    assert {box.fit for box in boxes(large) if box.name.startswith("option")} == {"named"}
    assert [sheet.way for sheet in (large, *others)] == ["columns", "bands", "rows"]


def test_a_short_agenda_stands_beside_artwork() -> None:
    short = o.Agenda((plain("What happened"), plain("What may follow")))
    beside, full = sheets(o.Slide("s", short, title=plain("Today")))
    assert "aside" in {region.name for region in beside.regions}
    assert "aside" not in {region.name for region in full.regions}


def test_a_source_has_a_place_beside_what_fills_the_page() -> None:
    source = plain("Somebody, 2020")
    shown = o.Picture(alt="A street")
    side = o.Side(words=(plain("Near"),))
    for slide in (
        o.Slide("s", shown, source=source),
        o.Slide("s", shown, label=plain("A label"), source=source),
        o.Slide("s", shown, shout=(plain("LOUD"),), source=source),
        o.Slide("s", o.Opposition(left=side, right=side), source=source),
    ):
        assert said(sheets(slide)[0]).count("Somebody, 2020") == 1
