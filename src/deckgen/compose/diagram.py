"""Nodes and edges, drawn from left to right.

In: a Diagram. Out: its body: cards in layers, connectors glued to them. Where an edge passes a
layer, a bar as thick as a line leads it through, so that it crosses no card.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from msgspec import Struct

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, Panel, Wire
from deckgen.compose.frame import Body
from deckgen.compose.layers import Layered, layered
from deckgen.compose.paras import box, para
from deckgen.outline.ids import slug
from deckgen.outline.model import Diagram, Text
from deckgen.scene.model import Anchor

GAP, WORDED = 0.34, 0.42  # share of a layer's pitch between cards; where edges have words
MOST = 0.47  # … at the most
LETTER, LARGE_LETTER = 8.5, 10.0  # points of a letter on an edge, and on a card
EDGES = 14.0  # … and beside their words
TALL = 0.72  # height of a card, in rows
DEEP = 4  # layers whose cards have room for large words
LOW = 3  # rows that the figure has room for at the least
LINE = 2.0  # points


class _Figure(Struct, frozen=True):
    """A diagram's nodes by name, where they stand, and the measures of its grid."""

    nodes: dict[str, Text]
    laid: Layered
    prefix: str
    gap: float
    pitch: float
    rows: float

    def x(self, place: int) -> float:
        """Left edge of a place's layer."""
        return self.laid.layers[place] * self.pitch

    def y(self, place: int) -> float:
        """Middle of a place's row."""
        spare = (self.rows - max(self.laid.heights) - 1) / 2
        return (self.laid.heights[place] + 0.5 + spare) / self.rows

    def name(self, place: int) -> str:
        """What its box is called."""
        return f"{self.prefix}.{place}"


def diagram(block: Diagram) -> Body:
    """The figure with its connectors."""
    if not block.edges:
        return Body(Flow("column", ()))
    figure = _figure(block)
    cells = [Cell(_node(figure, n, block), *_place(figure, n)) for n in range(len(figure.nodes))]
    cells += [
        Cell(_bar(figure, n), *_place(figure, n))
        for n in range(len(figure.nodes), len(figure.laid.layers))
    ]
    cells += _labels(figure, block)
    return Body(
        Layers(tuple(cells), least=120, grow=1, name="diagram"),
        key="name/diagram",
        wires=_wires(figure),
    )


def _figure(block: Diagram) -> _Figure:
    nodes: dict[str, Text] = {}
    for edge in block.edges:
        nodes.setdefault(edge.start.plain, edge.start)
        nodes.setdefault(edge.end.plain, edge.end)
    number = {name: place for place, name in enumerate(nodes)}
    pairs = tuple((number[e.start.plain], number[e.end.plain]) for e in block.edges)
    laid = layered(len(nodes), tuple(pair for pair in pairs if pair[0] != pair[1]))
    gap = _gap(nodes, block)
    pitch = 1 / (max(laid.layers) + 1 - gap)
    prefix = f"diagram.{slug(next(iter(nodes)))[:16]}"
    return _Figure(nodes, laid, prefix, gap, pitch, max(max(laid.heights) + 1, LOW))


def _gap(nodes: dict[str, Text], block: Diagram) -> float:
    """The share of a layer between cards: as edges' words need it beside those of the cards."""
    labels = [edge for edge in block.edges if edge.label]
    if not labels:
        return GAP
    ends = Counter(edge.end.plain for edge in block.edges)
    words = max(
        _longest(edge.label) * (2 if ends[edge.end.plain] > 1 else 1)
        for edge in labels
        if edge.label
    )
    cards = max(_longest(text) for text in nodes.values())
    between, card = words * LETTER + EDGES, cards * LARGE_LETTER + EDGES
    return min(max(between / (between + card), WORDED), MOST)


def _longest(text: Text) -> int:
    return max((len(word) for word in text.plain.split()), default=0)


def _place(figure: _Figure, place: int) -> tuple[float, float, float, float]:
    x, y, half = figure.x(place), figure.y(place), TALL / 2 / figure.rows
    return x, y - half, x + figure.pitch * (1 - figure.gap), y + half


def _node(figure: _Figure, place: int, block: Diagram) -> Box:
    text = list(figure.nodes.values())[place]
    lit = block.highlight is not None and block.highlight.plain == text.plain
    fill = "accent" if lit else "field"
    role = "name" if max(figure.laid.layers) < DEEP else "note"
    return box(
        para(text, role, colour="on-accent" if lit else ""),
        panel=Panel(fill, "round"),
        name=figure.name(place),
        fit="diagram",
        align="center",
        anchor="middle",
        pad=(7, 4, 7, 4),
    )


def _bar(figure: _Figure, place: int) -> Box:
    mark = Mark(fill="muted", basis=LINE, name=figure.name(place))
    return Flow("column", (mark,), justify="center")


def _wires(figure: _Figure) -> tuple[Wire, ...]:
    found: list[Wire] = []
    for course in figure.laid.courses:
        legs = list(pairwise(course.places))
        for number, (one, other) in enumerate(legs):
            found.append(
                Wire(
                    figure.name(one),
                    figure.name(other),
                    colour="muted",
                    arrow=not course.back and number == len(legs) - 1,
                    bend="across",
                    head=course.back and number == 0,
                )
            )
    return tuple(found)


def _labels(figure: _Figure, block: Diagram) -> list[Cell]:
    """Words of edges: where an edge passes a layer, else before the node that it ends at."""
    legs = {leg for course in figure.laid.courses for leg in pairwise(course.places)}
    starts, ends = Counter(start for start, _ in legs), Counter(end for _, end in legs)
    cells: list[Cell] = []
    edges = [edge for edge in block.edges if edge.start.plain != edge.end.plain]
    for edge, course in zip(edges, figure.laid.courses, strict=True):
        if edge.label is None:
            continue
        before, end = course.places[-2:]
        if len(course.places) > 2:
            cells.append(_passing(figure, edge.label, before))
        else:
            lonely = ends[end] == 1 and (starts[before] == 1 or figure.y(end) != figure.y(before))
            cells.append(_arriving(figure, edge.label, (before, end), lonely))
    return cells


def _passing(figure: _Figure, text: Text, place: int) -> Cell:
    """On the bar that leads an edge through a layer."""
    x0, _, x1, _ = _place(figure, place)
    y = figure.y(place)
    return Cell(_words(text, "bottom"), x0, y - TALL * 0.75 / figure.rows, x1, y)


def _arriving(figure: _Figure, text: Text, leg: tuple[int, int], lonely: bool) -> Cell:
    """In the gap before a node, on the side where the line does not come from.

    All of the gap where no other line turns in it, else its second half.
    """
    before, end = leg
    right, y = figure.x(end), figure.y(end)
    left = right - figure.pitch * figure.gap * (1.0 if lonely else 0.5)
    tall = TALL * 0.75 / figure.rows
    if figure.y(before) < y:
        return Cell(_words(text, "top"), left, y, right, y + tall)
    return Cell(_words(text, "bottom"), left, y - tall, right, y)


def _words(text: Text, anchor: Anchor) -> Box:
    return box(
        para(text, "label"),
        name="edge",
        fit="edge",
        align="center",
        anchor=anchor,
        pad=(3, 4, 3, 4),
    )
