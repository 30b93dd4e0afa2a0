"""Layers of graphs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckgen.compose.layers import Pair, layered


@st.composite
def graphs(draw: st.DrawFn) -> tuple[int, tuple[Pair, ...]]:
    """Any nodes, any edges between them, circles too; none from a node to itself."""
    count = draw(st.integers(1, 9))
    node = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(node, node), max_size=14))
    return count, tuple(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))


@given(graphs())
def test_edges_lead_to_the_right_and_places_keep_apart(graph: tuple[int, tuple[Pair, ...]]) -> None:
    count, edges = graph
    found = layered(count, edges)
    assert len(found.courses) == len(edges)
    for edge, course in zip(edges, found.courses, strict=True):
        ends = (course.places[-1], course.places[0])
        assert edge == (ends if course.back else ends[::-1])
        steps = [found.layers[place] for place in course.places]
        assert steps == list(range(steps[0], steps[0] + len(steps)))
    for layer in set(found.layers):
        heights = sorted(
            h for h, at in zip(found.heights, found.layers, strict=True) if at == layer
        )
        assert all(b - a > 0.999 for a, b in pairwise(heights))


def test_a_chain_is_a_line() -> None:
    found = layered(3, ((0, 1), (1, 2)))
    assert found.layers == (0, 1, 2)
    assert found.heights == (0.0, 0.0, 0.0)


def test_an_edge_that_closes_a_circle_is_pointed_backwards() -> None:
    found = layered(2, ((0, 1), (1, 0)))
    assert [course.back for course in found.courses] == [False, True]


def test_a_long_edge_passes_the_layers_between() -> None:
    found = layered(3, ((0, 1), (1, 2), (0, 2)))
    assert found.courses[2].places == (0, 3, 2)
    assert found.heights[3] != found.heights[1]
