"""Drawings for empty picture slots: what lies over them cuts no dot and no light in two."""

from deckgen.base.geometry import Rect
from deckgen.layout.artwork import Layer, clear_of
from deckgen.layout.forms import box, disc

BAND = Rect(0, 50, 100, 30)


def kept(role: str, *forms: list[tuple[object, ...]]) -> int:
    layers: list[Layer] = [(role, [command for form in forms for command in form])]
    return sum(one[0] == "M" for one in clear_of(layers, [BAND])[0][1])


def test_a_dot_that_would_be_cut_is_left_out() -> None:
    assert kept("art-3", disc(50, 50, 5), disc(50, 20, 5), disc(100, 60, 5)) == 1


def test_a_dot_below_or_far_away_stays() -> None:
    assert kept("art-3", disc(50, 65, 5), disc(200, 65, 5)) == 2


def test_a_light_is_a_dot_of_any_form() -> None:
    assert kept("signal", box(95, 60, 20, 10), box(200, 60, 20, 10)) == 1


def test_large_forms_and_panes_are_cut() -> None:
    assert kept("art-2", disc(50, 50, 40), box(95, 60, 20, 10)) == 2
