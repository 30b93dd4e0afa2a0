"""Sizes of neighbours: 40, 20, 10 again."""

from deckgen.compose.boxes import Sheet
from deckgen.layout.fit import Fitted
from deckgen.layout.harmony import caps_for
from layout.desk import gauge


def sheet(layout: str = "points", **sizes: float) -> Fitted:
    return Fitted(Sheet(layout, "light", ()), (), sizes)


def test_a_slide_gives_up_one_step_to_meet_its_neighbours() -> None:
    assert caps_for([sheet(body=40), sheet(body=20)], gauge()) == [{"body": 20}, None]


def test_but_not_two() -> None:
    assert caps_for([sheet(body=40), sheet(body=10)], gauge()) == [None, None]


def test_steps_meet_in_the_middle() -> None:
    caps = caps_for([sheet(body=40), sheet(body=20), sheet(body=10)], gauge())
    assert caps == [{"body": 20}, {"body": 10}, None]


def test_one_crowded_slide_does_not_make_the_others_small() -> None:
    caps = caps_for([sheet(body=40), sheet(body=40), sheet(body=20)], gauge())
    assert caps == [None, None, None]


def test_but_titles_meet_the_smallest() -> None:
    caps = caps_for([sheet(title=40), sheet(title=40), sheet(title=20)], gauge())
    assert caps == [{"title": 20}, {"title": 20}, None]


def test_other_layouts_are_no_neighbours() -> None:
    assert caps_for([sheet(body=40), sheet("steps", body=20)], gauge()) == [None, None]


def test_titles_are_alike_across_layouts() -> None:
    caps = caps_for([sheet(title=40), sheet("steps", title=20)], gauge())
    assert caps == [{"title": 20}, None]


def test_words_that_are_pictures_keep_their_size() -> None:
    assert caps_for([sheet(display=40), sheet(display=20)], gauge()) == [None, None]


def test_each_key_by_itself() -> None:
    caps = caps_for([sheet(body=40, note=20), sheet(body=20, note=40)], gauge())
    assert caps == [{"body": 20}, {"note": 20}]


def test_no_slides_no_caps() -> None:
    assert caps_for([], gauge()) == []
