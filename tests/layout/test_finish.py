"""The last touches, at 10 points: air between points, balanced and steady lines."""

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Panel, TextBox
from deckgen.layout.arrange import Placed
from deckgen.layout.finish import FILL, finish
from layout.desk import LINE, gauge, text


def finished(box: TextBox, rect: Rect) -> Placed:
    return finish(Placed(box, rect), gauge())


def spaces(box: object) -> list[float]:
    assert isinstance(box, TextBox)
    return [round(para.before, 2) for para in box.paras]


def test_points_move_apart_in_steps_of_a_tenth() -> None:
    high = (3 * LINE + 7) / FILL  # room for 0.35 em before each of two points
    assert spaces(finished(text("a/b/c", loose=1), Rect(0, 0, 90, high)).box) == [0, 0.3, 0.3]


def test_points_move_apart_no_farther_than_they_may() -> None:
    assert spaces(finished(text("a/b/c", loose=0.5), Rect(0, 0, 90, 400)).box) == [0, 0.5, 0.5]


def test_a_full_list_stays_as_it_is() -> None:
    assert spaces(finished(text("a/b/c", loose=1), Rect(0, 0, 90, 3 * LINE)).box) == [0, 0, 0]


def test_one_paragraph_has_nothing_to_move_apart() -> None:
    assert spaces(finished(text("a", loose=1), Rect(0, 0, 90, 400)).box) == [0]


def test_two_lines_become_equally_long() -> None:
    placed = finished(text("aa bb cc dd", balance=True), Rect(0, 0, 105, 50))
    assert 50 / 0.985 <= placed.rect.w < 80 / 0.985
    assert (placed.rect.x, placed.rect.h) == (0, 50)


def test_one_line_keeps_its_frame() -> None:
    assert finished(text("aa bb", balance=True), Rect(0, 0, 105, 50)).rect.w == 105


def test_balanced_lines_stay_where_they_are_aligned() -> None:
    frame = Rect(0, 0, 105, 50)
    middle = finished(text("aa bb cc dd", balance=True, align="center"), frame).rect
    right = finished(text("aa bb cc dd", balance=True, align="right"), frame).rect
    assert round(middle.x + middle.w / 2, 6) == 52.5
    assert round(right.right, 6) == 105


def test_a_line_that_ends_at_the_edge_is_made_sure() -> None:
    box = text("aaaa bbbb cccc dddd")
    frame = Rect(0, 0, 90.1, 50)  # "aaaa bbbb" is 90 wide
    narrow = finished(box, frame).rect
    assert 90.1 * 0.97 <= narrow.w <= 90.1
    assert gauge().extent(box, narrow.w).lines == gauge().extent(box, 90.1).lines


def test_in_a_panel_the_padding_gives_way_not_the_panel() -> None:
    box = text("aaaa bbbb cccc dddd", panel=Panel("field"), pad=(5, 5, 5, 5))
    placed = finished(box, Rect(0, 0, 100.1, 50))
    assert placed.rect == Rect(0, 0, 100.1, 50)


def test_a_frame_without_room_is_left_alone() -> None:
    for width in (0, 0.5, 10):
        box = text("aa bb", pad=(5, 0, 5, 0))
        assert finished(box, Rect(0, 0, width, 50)).rect.w == width
