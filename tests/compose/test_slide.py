"""Which sheets a slide may become: regions, schemes, variants, placeholders. No sizes."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.compose.boxes import Photo, Sheet, TextBox
from deckgen.compose.context import Context
from deckgen.compose.paras import plain
from deckgen.compose.slide import compose
from deckgen.layout.fit import walk
from deckgen.outline import model as o
from deckgen.template.model import Kind
from deckgen.template.proofs import ROLES
from layout.desk import template
from layout.outlines import blocks, slides

LOOK = template(kinds={"statement": Kind(page=("light", "dark"))})


def sheets(slide: o.Slide, turn: int = 0) -> tuple[Sheet, ...]:
    return compose(slide, Context(o.Deck((slide,), title="A talk"), LOOK, turn))


def points(*texts: str, **more: object) -> o.Slide:
    items = tuple(o.Item(plain(text)) for text in texts)
    return o.Slide("s", o.Points(items), **more)  # type: ignore[arg-type]


def boxes(sheet: Sheet) -> list[TextBox]:
    found = (box for region in sheet.regions for box in walk(region.box))
    return [box for box in found if isinstance(box, TextBox)]


def said(sheet: Sheet) -> list[str]:
    return [para.text.plain for box in boxes(sheet) for para in box.paras]


def test_the_frame_is_read_from_the_top_down() -> None:
    slide = points(
        "A long point that takes more than half of a line, so that it gets the page",
        kicker=plain("Kicker"),
        title=plain("Title"),
        sub=plain("Sub"),
        then=(plain("Then"),),
        source=plain("Source"),
    )
    (sheet,) = sheets(slide)
    words = said(sheet)
    assert words[:3] == ["Kicker", "Title", "Sub"]
    assert words[-2:] == ["Then", "Source"]


def test_short_points_stand_beside_artwork_if_they_can() -> None:
    beside, across = sheets(points("One", "Two"))
    assert {region.name for region in beside.regions} > {region.name for region in across.regions}
    assert beside.comfort


def test_long_points_take_the_page() -> None:
    assert len(sheets(points("x" * 60))) == 1


def test_a_title_alone_is_a_statement() -> None:
    (sheet,) = sheets(o.Slide("s", o.Blank(), title=plain("Alone")))
    assert sheet.layout == "statement"
    assert [box.place for box in boxes(sheet)] == ["title"]


def test_a_picture_is_told_of_by_its_slide_unless_it_says_so_itself() -> None:
    mute, told = o.Picture("a.jpg"), o.Picture("a.jpg", alt="Own")
    for picture, words in ((mute, "Slide's"), (told, "Own")):
        alone = o.Slide("s", picture, alt="Slide's")
        beside = points("One", picture=picture, alt="Slide's")
        for slide in (alone, beside):
            assert {photo.picture.alt for photo in photos(sheets(slide)[0])} == {words}


def test_the_words_for_a_chart_are_not_those_for_the_picture_beside_it() -> None:
    chart = o.Chart("bar", ("One",), (o.Series("", (1.0,)),))
    slide = o.Slide("s", chart, picture=o.Picture("a.jpg"), alt="The chart")
    assert {photo.picture.alt for photo in photos(sheets(slide)[0])} == {""}


def photos(sheet: Sheet) -> list[Photo]:
    found = (box for region in sheet.regions for box in walk(region.box))
    return [box for box in found if isinstance(box, Photo)]


def test_schemes_take_turns() -> None:
    slide = o.Slide("s", o.Statement(plain("One")))
    assert [sheets(slide, turn)[0].scheme for turn in range(3)] == ["light", "dark", "light"]


def test_a_background_wins_over_the_turn() -> None:
    slide = o.Slide("s", o.Statement(plain("One")), background="dark")
    assert sheets(slide)[0].scheme == "dark"
    unknown = o.Slide("s", o.Statement(plain("One")), background="pink")
    assert sheets(unknown)[0].scheme == "light"


def test_capitals_are_shouted() -> None:
    assert boxes(sheets(o.Slide("s", o.Statement(plain("NOW"))))[0])[0].paras[0].role == "shout"
    assert boxes(sheets(o.Slide("s", o.Statement(plain("Now"))))[0])[0].paras[0].role == "display"


def test_a_statement_in_a_column_says_all_it_says_alone() -> None:
    one = o.Statement(plain("Turn"), (plain("LOOK"),))
    two = o.Quote(plain("Words"), plain("Ann"), plain("Baker"), plain("May"))
    (sheet,) = sheets(o.Slide("s", o.Columns((one, two))))
    assert said(sheet) == ["Turn", "LOOK", "Words", "Ann", "Baker", "May"]


@pytest.mark.parametrize("kind", get_args(o.Block), ids=lambda kind: kind.__name__)
@settings(deadline=None, max_examples=5, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_true_of_every_kind(kind: type, data: st.DataObject) -> None:
    slide = data.draw(slides(blocks[kind]))
    for sheet in sheets(slide):
        names = [region.name for region in sheet.regions]
        assert len(set(names)) == len(names)
        assert sheet.scheme in LOOK.schemes
        for region in sheet.regions:
            assert 1 <= region.columns[0] <= region.columns[1] <= 12
            assert {region.below, region.above} <= {*names, ""}
        roles = {para.role for box in boxes(sheet) for para in box.paras}
        assert roles <= set(ROLES)
        placed = [box.place for box in boxes(sheet) if box.place == "title"]
        assert len(placed) <= 1


@settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
@given(slides(st.one_of(*blocks.values())))
def test_the_same_slide_gives_the_same_sheets(slide: o.Slide) -> None:
    assert sheets(slide) == sheets(slide)


def test_a_cover_with_lines_of_its_own_still_has_the_line_below_the_title() -> None:
    head = Context(o.Deck((), title="A talk", subtitle="In short"), LOOK, 0)
    cases = (
        (o.Cover(lines=(plain("Line"),)), ["A talk", "In short", "Line"]),
        (o.Cover(sub=plain("Other"), lines=(plain("Line"),)), ["A talk", "Other", "Line"]),
        (o.Cover(title=plain("Own"), lines=(plain("Line"),)), ["Own", "Line"]),
    )
    for body, words in cases:
        assert said(compose(o.Slide("s", body), head)[0]) == words
