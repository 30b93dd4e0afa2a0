"""What is true of every tree of boxes, whatever is in it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Art, Box, Cell, Flow, Graph, Grid, Layers, Mark, Space, TextBox
from deckgen.layout.arrange import TOLERANCE, Arrangement, standing
from deckgen.layout.measure import Measure
from deckgen.outline.model import Chart
from layout.desk import arranged, gauge, text

words = st.lists(st.sampled_from(["a", "word", "longerword", "/"]), min_size=1, max_size=8)
grows = st.sampled_from([0, 0, 1, 2.5])
bases = st.sampled_from([None, None, 0.0, 12.0, 60.0])
pads = st.sampled_from([(0, 0, 0, 0), (4, 3, 2, 1)])
texts = st.builds(
    lambda found, **more: text(" ".join(found), **more),
    words,
    grow=grows,
    basis=bases,
    hug=st.booleans(),
    pad=pads,
    tight=st.sampled_from([0, 8, 12]),
)
marks = st.builds(
    Mark, square=st.booleans(), grow=grows, basis=bases, thick=st.sampled_from([0, 9])
)
others = st.sampled_from(
    [Art(grow=1), Graph(Chart("pie", (), ()), (), grow=1), Grid(((text("a"), text("b")),), grow=1)]
)
leaves = texts | marks | others | st.builds(Space, grows, bases)


def flows(inner: st.SearchStrategy[Box]) -> st.SearchStrategy[Box]:
    children = st.lists(inner, max_size=4).map(tuple)
    return st.builds(
        Flow,
        st.sampled_from(["row", "column"]),
        children,
        gap=st.sampled_from([0, 5]),
        align=st.sampled_from(["stretch", "stretch", "start", "center", "end"]),
        justify=st.sampled_from(["start", "center", "end", "optical", "spread"]),
        grow=grows,
        pad=pads,
    )


def tracks(inner: st.SearchStrategy[Box]) -> st.SearchStrategy[Box]:
    """A row of columns with as many children as they like."""
    children = st.lists(inner, max_size=3).map(tuple)
    columns = st.builds(Flow, st.just("column"), children, gap=st.just(4), grow=st.just(1))
    row = st.lists(columns, max_size=3).map(tuple)
    return st.builds(Flow, st.just("row"), row, gap=st.just(5), grow=grows, tracks=st.just(True))


def layers(inner: st.SearchStrategy[Box]) -> st.SearchStrategy[Box]:
    shares = st.tuples(st.floats(0, 0.5), st.floats(0, 0.5), st.floats(0.5, 1), st.floats(0.5, 1))
    cells = st.builds(lambda box, share: Cell(box, *share), inner, shares)
    return st.builds(Layers, st.lists(cells, max_size=3).map(tuple), st.sampled_from([0, 1.5]))


trees = st.recursive(
    leaves, lambda inner: flows(inner) | layers(inner) | tracks(inner), max_leaves=12
)
frames = st.builds(Rect, st.just(7.0), st.just(11.0), st.floats(1, 900), st.floats(1, 500))
sizes = st.sampled_from([10, 20, 40])


@given(trees, frames, sizes)
def test_everything_stays_inside_or_is_reported(tree: Box, frame: Rect, size: float) -> None:
    attempt = arranged(tree, frame, size)
    if not attempt.over:
        assert all(inside(one.rect, frame) for one in attempt.placed)


@given(trees, frames, sizes)
def test_what_stands_is_known_beforehand(tree: Box, frame: Rect, size: float) -> None:
    boxes = [one.box for one in arranged(tree, frame, size).placed]
    assert [id(box) for box in boxes] == [id(box) for box in standing(tree)]


@given(trees, frames, sizes)
def test_the_same_tree_is_placed_alike(tree: Box, frame: Rect, size: float) -> None:
    one, other = arranged(tree, frame, size), arranged(tree, frame, size)
    assert (one.placed, one.over) == (other.placed, other.over)


@given(trees, frames, sizes)
def test_texts_have_room_for_their_lines(tree: Box, frame: Rect, size: float) -> None:
    attempt = arranged(tree, frame, size)
    if not attempt.over:
        for one in attempt.placed:
            if isinstance(one.box, TextBox):
                need = gauge(size=size).extent(one.box, one.rect.w).height
                assert need <= one.rect.h + TOLERANCE


@given(st.lists(leaves, min_size=1, max_size=5), frames, sizes, st.sampled_from([0, 6]))
def test_siblings_in_a_column_follow_each_other_at_the_gap(
    children: list[Box], frame: Rect, size: float, gap: float
) -> None:
    seats = follow(Flow("column", tuple(children), gap=gap), frame, size)
    for above, below in pairwise(seats):
        assert abs(below.y - above.bottom - gap) < TOLERANCE


@given(st.lists(leaves, min_size=1, max_size=5), frames, sizes, st.sampled_from([0, 6]))
def test_siblings_in_a_row_follow_each_other_at_the_gap(
    children: list[Box], frame: Rect, size: float, gap: float
) -> None:
    seats = follow(Flow("row", tuple(children), gap=gap), frame, size)
    for left, right in pairwise(seats):
        assert abs(right.x - left.right - gap) < TOLERANCE


@given(st.lists(leaves, min_size=1, max_size=5), frames, sizes)
def test_children_that_grow_and_gaps_add_up_to_the_whole(
    children: list[Box], frame: Rect, size: float
) -> None:
    children = [*children, Mark(grow=1)]
    for axis in ("row", "column"):
        flow = Flow(axis, tuple(children), gap=3)  # type: ignore[arg-type]
        over = arranged(flow, frame, size).over
        if not [one for one in over if one.reason in ("height", "width")]:
            seats = follow(flow, frame, size)
            last = seats[-1].right if axis == "row" else seats[-1].bottom
            assert abs(last - (frame.right if axis == "row" else frame.bottom)) < TOLERANCE + 1


@given(trees, st.floats(40, 400), st.floats(1, 3), sizes)
def test_texts_need_no_more_height_where_they_are_wider(
    tree: Box, width: float, times: float, size: float
) -> None:
    if isinstance(tree, TextBox):
        found = gauge(size=size)
        narrow = found.extent(tree, width)
        if not narrow.wide:
            assert found.extent(tree, width * times).height <= narrow.height


@given(trees, frames)
def test_measured_heights_do_not_depend_on_when_they_are_asked(tree: Box, frame: Rect) -> None:
    measure = Measure(gauge())
    assert measure.height(tree, frame.w) == Measure(gauge()).height(tree, frame.w)
    assert measure.height(tree, frame.w) == measure.height(tree, frame.w)


class Watched(Arrangement):
    """Notes where the children of the outermost flow are put."""

    def __init__(self, size: float) -> None:
        super().__init__(gauge(size=size))
        self.seats: list[Rect] = []
        self._depth = 0

    def place(self, box: Box, rect: Rect) -> None:
        if self._depth == 1:
            self.seats.append(rect)
        self._depth += 1
        super().place(box, rect)
        self._depth -= 1


def follow(flow: Flow, frame: Rect, size: float) -> list[Rect]:
    watched = Watched(size)
    watched.place(flow, frame)
    return watched.seats


def inside(rect: Rect, frame: Rect) -> bool:
    slack = TOLERANCE * 4 + 1  # a row may be a point too long
    return (
        rect.x >= frame.x - slack
        and rect.y >= frame.y - slack
        and rect.right <= frame.right + slack
        and rect.bottom <= frame.bottom + slack
    )
