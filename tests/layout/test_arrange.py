"""Flow, row, tracks and layers, checked by hand."""

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Cell, Flow, Grid, Layers, Mark, Panel, Space, TextBox
from layout.desk import LINE, arranged, rects, text

PAGE = Rect(0, 0, 200, 100)


def bar(**more: object) -> Mark:
    return Mark(**more)  # type: ignore[arg-type]


def test_a_column_gives_texts_the_height_of_their_lines() -> None:
    column = Flow("column", (text("One"), text("Two/Three")), gap=10)
    assert rects(column, PAGE) == [(0, 0, 200, 12.1), (0, 22.1, 200, 24.2)]


def test_free_height_goes_to_those_that_grow() -> None:
    column = Flow("column", (bar(basis=20), bar(grow=1), bar(grow=3)), gap=10)
    assert rects(column, PAGE) == [(0, 0, 200, 20), (0, 30, 200, 15), (0, 55, 200, 45)]


def test_a_growing_text_keeps_the_height_that_it_needs() -> None:
    column = Flow("column", (text("One", grow=1), text("Two/Three", grow=1)))
    free = 100 - 3 * LINE
    assert rects(column, PAGE) == [
        (0, 0, 200, round(LINE + free / 2, 1)),
        (0, round(LINE + free / 2, 1), 200, round(2 * LINE + free / 2, 1)),
    ]


def test_what_does_not_grow_stands_at_the_start_the_middle_or_the_end() -> None:
    one = bar(basis=20)
    tops = [
        rects(Flow("column", (one,), justify=justify), PAGE)[0][1]
        for justify in ("start", "center", "end", "optical")
    ]
    assert tops == [0, 40, 80, 35.2]


def test_spread_children_keep_equal_distances_that_do_not_become_too_large() -> None:
    near = Flow("column", (bar(basis=20), bar(basis=20)), gap=4, justify="spread")
    assert rects(near, PAGE) == [(0, 22, 200, 20), (0, 52, 200, 20)]  # 10 is 2.5 × 4
    far = Flow("column", (bar(basis=40), bar(basis=40)), gap=10, justify="spread")
    assert rects(far, PAGE) == [(0, 0, 200, 40), (0, 60, 200, 40)]


def test_a_column_may_hug_its_texts_and_marks() -> None:
    column = Flow("column", (bar(basis=6, thick=72), text("ab")), align="center")
    width = 20 / 0.985 + 1
    assert rects(column, PAGE) == [
        (64, 0, 72, 6),
        (round((200 - width) / 2, 1), 6, round(width, 1), 12.1),
    ]


def test_a_row_divides_its_width() -> None:
    row = Flow("row", (bar(basis=30), bar(grow=1), bar(grow=2)), gap=10)
    assert rects(row, PAGE) == [(0, 0, 30, 100), (40, 0, 50, 100), (100, 0, 100, 100)]


def test_a_row_may_hug_its_texts() -> None:
    row = Flow("row", (text("abcde", hug=True), bar(grow=1)), gap=10)
    width = 50 / 0.985 + 1
    assert rects(row, PAGE)[0][2] == round(width, 1)
    assert rects(row, PAGE)[1] == (round(width + 10, 1), 0, round(190 - width, 1), 100)


def test_a_row_may_keep_its_children_low() -> None:
    row = Flow("row", (bar(grow=1, thick=10), text("One", grow=1)), align="end")
    assert rects(row, PAGE) == [(0, 90, 100, 10), (100, 87.9, 100, 12.1)]


def test_tracks_are_as_high_as_their_highest_child() -> None:
    columns = (
        Flow("column", (text("One"), text("Two/Three")), gap=5, grow=1),
        Flow("column", (text("Four/Five/Six"), text("Seven")), gap=5, grow=1),
    )
    row = Flow("row", columns, gap=20, tracks=True)
    high, low = round(3 * LINE, 1), round(2 * LINE, 1)
    below = round(3 * LINE + 5, 1)
    assert rects(row, PAGE) == [
        (0, 0, 90, high),
        (0, below, 90, low),
        (110, 0, 90, high),
        (110, below, 90, low),
    ]


def test_tracks_of_unequal_length() -> None:
    columns = (
        Flow("column", (bar(basis=20), bar(grow=1)), gap=10, grow=1),
        Flow("column", (bar(basis=30),), gap=10, grow=1),
    )
    row = Flow("row", columns, tracks=True)
    assert rects(row, PAGE) == [(0, 0, 100, 30), (0, 40, 100, 60), (100, 0, 100, 30)]


def test_padding_stands_inside_the_panel() -> None:
    flow = Flow("column", (bar(grow=1),), panel=Panel("field"), pad=(10, 20, 30, 40))
    assert rects(flow, PAGE) == [(0, 0, 200, 100), (10, 20, 160, 40)]


def test_layers_lie_over_one_another() -> None:
    cells = (Cell(bar(), 0, 0, 0.5, 1), Cell(text("One"), 0.25, 0.5, 0.75, 1))
    assert rects(Layers(cells), PAGE) == [(0, 0, 100, 100), (50, 50, 100, 50)]


def test_layers_may_keep_their_form() -> None:
    assert rects(Layers((Cell(bar()),), aspect=1), PAGE) == [(50, 0, 100, 100)]


def test_a_square_mark_stays_square_in_the_middle() -> None:
    assert rects(bar(square=True), PAGE) == [(50, 0, 100, 100)]


def test_space_takes_room_and_shows_nothing() -> None:
    assert rects(Flow("row", (Space(basis=50), bar(grow=1))), PAGE) == [(50, 0, 150, 100)]


def test_empty_trees_take_no_room() -> None:
    for empty in (
        Flow("column", ()),
        Flow("row", ()),
        Flow("row", (), tracks=True),
        Flow("row", (Flow("column", ()),), tracks=True),
        Layers(()),
    ):
        assert rects(empty, PAGE) == []
    assert rects(Grid(()), PAGE) == [(0, 0, 200, 100)]
    assert rects(TextBox(()), PAGE) == [(0, 0, 200, 100)]


def test_too_high_a_text_is_reported_with_what_is_too_much() -> None:
    (over,) = arranged(text("One/Two/Three"), Rect(0, 0, 100, 20)).over
    assert over.reason == "height"
    assert round(over.points, 2) == round(3 * LINE - 20, 2)
    assert list(over.blame) == ["body"]


def test_too_wide_a_word_is_reported() -> None:
    (over,) = arranged(text("tenletters"), Rect(0, 0, 101, 20)).over
    assert over.reason == "word"
    assert not arranged(text("tenletters"), Rect(0, 0, 102, 20)).over


def test_too_many_lines_are_reported() -> None:
    (over,) = arranged(text("one two", max_lines=1), Rect(0, 0, 60, 100)).over
    assert over.reason == "lines"


def test_a_row_that_is_too_long_is_reported() -> None:
    row = Flow("row", (bar(basis=150), bar(basis=60)))
    (over,) = arranged(row, PAGE).over
    assert (over.reason, over.points) == ("width", 10)


def test_a_column_that_is_too_high_is_reported_once_more_for_what_it_squeezes() -> None:
    column = Flow("column", (bar(basis=90), text("One/Two")))
    (over,) = arranged(column, PAGE).over
    assert over.reason == "height"
    assert round(over.points, 2) == round(90 + 2 * LINE - 100, 2)


def test_a_tight_text_asks_for_a_smaller_size_as_long_as_it_may() -> None:
    box = text("one two", tight=8)
    (over,) = arranged(box, Rect(0, 0, 60, 100)).over
    assert over.reason == "wrapped"
    assert not arranged(text("one two", tight=10), Rect(0, 0, 60, 100)).over


def test_a_tight_text_may_not_be_too_high_either() -> None:
    found = arranged(text("one two", tight=10), Rect(0, 0, 60, 20)).over
    assert [one.reason for one in found] == ["height"]


def test_groups_name_what_moves_together() -> None:
    flow = Flow("column", (bar(grow=1), text("One")), name="card", group=True)
    assert {one.group for one in arranged(flow, PAGE).placed} == {"card"}
