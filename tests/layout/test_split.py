"""A slide that holds too much, in parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.compose.paras import plain
from deckgen.layout.split import MOST, parts
from deckgen.outline import model as o


def points(count: int, **more: object) -> o.Slide:
    items = tuple(o.Item(plain(f"Point {number}")) for number in range(count))
    return o.Slide("long", o.Points(items), **more)  # type: ignore[arg-type]


def counts(slide: o.Slide, times: int) -> list[int]:
    """The items in each of so many parts."""
    found = [one for one in parts(slide) if len(one) == times]
    return [len(part.body.items) for part in found[0]]  # type: ignore[union-attr]


def test_parts_are_equally_heavy() -> None:
    assert counts(points(10), 2) == [5, 5]
    assert counts(points(9), 3) == [3, 3, 3]


def test_a_long_point_counts_for_several() -> None:
    items = (o.Item(plain("x" * 400)), *(o.Item(plain("short")) for _ in range(9)))
    assert counts(o.Slide("a", o.Points(items)), 2) == [2, 8]


def test_a_point_keeps_its_children() -> None:
    child = o.Item(plain("child"))
    items = tuple(o.Item(plain(str(n)), (child, child)) for n in range(4))
    for pieces in parts(o.Slide("a", o.Points(items))):
        body = [item for part in pieces for item in part.body.items]  # type: ignore[union-attr]
        assert tuple(body) == items


def test_fewest_parts_come_first() -> None:
    assert [len(one) for one in parts(points(10))] == [2, 3, 4, 5]


def test_what_opens_a_slide_stands_on_its_first_part_and_what_closes_it_on_the_last() -> None:
    slide = points(
        4,
        title=plain("Title"),
        shout=(plain("LOUD"),),
        links=(plain("link"),),
        notes=("Say it.",),
        minutes=3,
        then=(plain("So"),),
        source=plain("Ann"),
    )
    first, last = next(parts(slide))
    assert (first.id, last.id) == ("long", "long--2")
    assert (first.title.plain, last.title.plain) == ("Title (1/2)", "Title (2/2)")  # type: ignore[union-attr]
    assert (first.shout, first.links, first.notes, first.minutes) == (
        slide.shout,
        slide.links,
        slide.notes,
        slide.minutes,
    )
    assert (last.shout, last.links, last.notes, last.minutes) == ((), (), (), None)
    assert (first.then, first.source) == ((), None)
    assert (last.then, last.source) == (slide.then, slide.source)


def test_a_slide_without_a_title_gets_none() -> None:
    assert [part.title for part in next(parts(points(4)))] == [None, None]


@pytest.mark.parametrize(
    "body",
    [
        o.Statement(plain("long " * 400)),
        o.Quote(plain("long " * 400)),
        o.Paragraphs((plain("long " * 400),)),
        o.Points(()),
        o.Points((o.Item(plain("One")), o.Item(plain("Two")), o.Item(plain("Three")))),
        o.Blank(),
    ],
)
def test_what_can_not_be_divided(body: o.Block) -> None:
    assert list(parts(o.Slide("a", body))) == []


@pytest.mark.parametrize(
    "body",
    [
        o.Paragraphs((plain("a"),) * 4),
        o.Words((plain("a"),) * 4),
        o.Pairs((o.Pair(plain("a"), plain("b")),) * 4),
        o.Contrast((o.Turn("not", plain("a")),) * 4),
        o.Stats((o.Stat(plain("1")),) * 4),
        o.Timeline((o.Moment(plain("a")),) * 4),
        o.Phases((o.Phase(plain("a")),) * 4),
        o.Options((o.Option(plain("a")),) * 4),
        o.Table((plain("a"),), ((plain("b"),),) * 4),
    ],
)
def test_what_can_be_divided(body: o.Block) -> None:
    assert len(next(parts(o.Slide("a", body)))) == 2


@given(st.lists(st.integers(0, 300), max_size=40))
def test_nothing_is_lost_and_no_part_is_lonely(lengths: list[int]) -> None:
    texts = tuple(plain("x" * length) for length in lengths)
    for pieces in parts(o.Slide("a", o.Words(texts))):
        bodies = [part.body.items for part in pieces]  # type: ignore[union-attr]
        assert tuple(text for body in bodies for text in body) == texts
        assert all(len(body) >= 2 for body in bodies)
        assert 2 <= len(pieces) <= MOST
