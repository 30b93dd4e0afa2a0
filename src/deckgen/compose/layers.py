"""Nodes and edges → layers from left to right: where each node stands, where each edge runs.

In: edges between numbered nodes. Out: a layer and a height for each node, and for each edge the
places that it passes on its way. Deterministic: nodes are taken in the order in which they come.
An edge that closes a circle is laid like the others and only pointed backwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

Pair = tuple[int, int]
SWEEPS = 4


class Course(Struct, frozen=True):
    """An edge's places from left to right; `back` when it leads from the last to the first."""

    places: tuple[int, ...]
    back: bool


class Layered(Struct, frozen=True):
    """Layer and height by place. Places from `nodes` on are where edges pass a layer."""

    layers: tuple[int, ...]
    heights: tuple[float, ...]
    courses: tuple[Course, ...]


def layered(nodes: int, edges: tuple[Pair, ...]) -> Layered:
    """The layers of a graph; `edges` are pairs of node numbers, none from a node to itself."""
    back = _backward(nodes, edges)
    forward = [edge[::-1] if edge in back else edge for edge in edges]
    layers = _longest(nodes, forward)
    courses = []
    for edge, (start, end) in zip(edges, forward, strict=True):
        between = range(layers[start] + 1, layers[end])
        first = len(layers)
        layers.extend(between)
        places = (start, *range(first, first + len(between)), end)
        courses.append(Course(places, edge in back))
    heights = _heights(layers, courses)
    return Layered(tuple(layers), tuple(heights), tuple(courses))


def _backward(nodes: int, edges: tuple[Pair, ...]) -> set[Pair]:
    """The edges that lead back to where a walk has come from."""
    after: dict[int, list[int]] = {node: [] for node in range(nodes)}
    for start, end in edges:
        after[start].append(end)
    found: set[Pair] = set()
    done: set[int] = set()
    for root in range(nodes):
        _walk(root, after, (done, found))
    return found


def _walk(root: int, after: dict[int, list[int]], state: tuple[set[int], set[Pair]]) -> None:
    done, found = state
    path: dict[int, int] = {root: 0} if root not in done else {}
    while path:
        node, step = next(reversed(path.items()))
        if step == len(after[node]):
            done.add(node)
            del path[node]
            continue
        path[node] = step + 1
        end = after[node][step]
        if end in path:
            found.add((node, end))
        elif end not in done:
            path[end] = 0


def _longest(nodes: int, edges: list[Pair]) -> list[int]:
    layers = [0] * nodes
    for _ in range(nodes):
        for start, end in edges:
            layers[end] = max(layers[end], layers[start] + 1)
    ends = {end for _, end in edges}
    for node in range(nodes):
        after = [layers[end] for start, end in edges if start == node]
        if node not in ends and after:  # where it starts is right before where it leads
            layers[node] = min(after) - 1
    return layers


def _heights(layers: list[int], courses: list[Course]) -> list[float]:
    """Each place near those that it is tied to, at least one apart from its neighbours."""
    ties: dict[int, list[int]] = {place: [] for place in range(len(layers))}
    for course in courses:
        for one, other in zip(course.places, course.places[1:], strict=False):
            ties[one].append(other)
            ties[other].append(one)
    rows = [
        [p for p, at in enumerate(layers) if at == n] for n in range(max(layers, default=0) + 1)
    ]
    heights = [0.0] * len(layers)
    for row in rows:
        for number, place in enumerate(row):
            heights[place] = number - (len(row) - 1) / 2
    for sweep in range(SWEEPS):
        order = range(len(rows)) if sweep % 2 == 0 else range(len(rows) - 1, -1, -1)
        for number in order:
            _settle(rows[number], ties, heights)
    low = min(heights, default=0.0)
    return [height - low for height in heights]


def _settle(row: list[int], ties: dict[int, list[int]], heights: list[float]) -> None:
    wanted = {
        place: _mean([heights[other] for other in ties[place]], heights[place]) for place in row
    }
    row.sort(key=lambda place: (wanted[place], place))
    for place, height in zip(row, _apart([wanted[place] for place in row]), strict=True):
        heights[place] = height


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _apart(wanted: list[float]) -> Iterable[float]:
    """The heights nearest to the wanted ones (least squares) that are one apart or more."""
    blocks: list[list[float]] = []  # sum and count of what moves together, each less its rank
    for rank, height in enumerate(wanted):
        blocks.append([height - rank, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += count
    levels = [total / count for total, count in blocks for _ in range(int(count))]
    return [level + rank for rank, level in enumerate(levels)]
