"""Nodes and edges, drawn from left to right.

In: a Diagram. Out: its body: cards in layers, connectors glued to them. Where an edge passes a
layer, a bar as thick as a line leads it through, so that it crosses no card.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, Panel, Wire
from deckgen.compose.frame import Body
from deckgen.compose.layers import Layered, layered
from deckgen.compose.paras import box, para
from deckgen.outline.ids import slug
from deckgen.outline.model import Diagram, Text
from deckgen.scene.model import Align, Anchor

GAP, WORDED = 0.34, 0.42  # share of a layer's pitch between cards; where edges have words
MOST = 0.47  # … at the most
LETTER, LARGE_LETTER = 8.5, 10.0  # points of a letter on an edge, and on a card
EDGES = 14.0  # … and beside their words
DOWN_GAP, DOWN_WORDED = 0.4, 0.54  # the same where layers stand below one another
BROAD = 0.86  # width of a card there, in rows
READABLE = (("label/edge", 18.0), ("name/diagram", 20.0), ("note/diagram", 20.0))
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
    down: bool = False  # layers stand below one another

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
    """The figure with its connectors, from left to right."""
    return _body(block, _figure(block)) if block.edges else Body(Flow("column", ()))


def downward(block: Diagram) -> Body:
    """The same from above to below: for narrow pages, and many steps with words between them."""
    return _body(block, _turned(_figure(block), block)) if block.edges else diagram(block)


def _body(block: Diagram, figure: _Figure) -> Body:
    count = len(figure.nodes)
    cells = [Cell(_node(figure, n, block), *_place(figure, n)) for n in range(count)]
    cells += [
        Cell(_bar(figure, n), *_place(figure, n)) for n in range(count, len(figure.laid.layers))
    ]
    cells += _labels(figure, block)
    return Body(
        Layers(tuple(cells), least=120, grow=1, name="diagram"),
        comfort=READABLE,
        key=f"{_role(figure)}/diagram",
        wires=_wires(figure),
        way="down" if figure.down else "right",
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
    prefix = f"diagram.{slug(next(iter(nodes)))[:16]}"
    return _Figure(nodes, laid, prefix, gap, _pitch(laid, gap), max(max(laid.heights) + 1, LOW))


def _pitch(laid: Layered, gap: float) -> float:
    return 1 / (max(laid.layers) + 1 - gap)


def _turned(figure: _Figure, block: Diagram) -> _Figure:
    gap = DOWN_WORDED if any(edge.label for edge in block.edges) else DOWN_GAP
    rows = max(figure.laid.heights) + 1
    return replace(figure, gap=gap, pitch=_pitch(figure.laid, gap), rows=rows, down=True)


def _role(figure: _Figure) -> str:
    return "name" if figure.down or max(figure.laid.layers) < DEEP else "note"


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
    if figure.down:
        y, x, half = figure.x(place), figure.y(place), BROAD / 2 / figure.rows
        return x - half, y, x + half, y + figure.pitch * (1 - figure.gap)
    x, y, half = figure.x(place), figure.y(place), TALL / 2 / figure.rows
    return x, y - half, x + figure.pitch * (1 - figure.gap), y + half


def _node(figure: _Figure, place: int, block: Diagram) -> Box:
    text = list(figure.nodes.values())[place]
    lit = block.highlight is not None and block.highlight.plain == text.plain
    fill = "accent" if lit else "field"
    return box(
        para(text, _role(figure), colour="on-accent" if lit else ""),
        panel=Panel(fill, "round"),
        name=figure.name(place),
        fit="diagram",
        align="center",
        anchor="middle",
        pad=(7, 4, 7, 4),
    )


def _bar(figure: _Figure, place: int) -> Box:
    mark = Mark(fill="muted", basis=LINE, name=figure.name(place))
    return Flow("row" if figure.down else "column", (mark,), justify="center")


def _wires(figure: _Figure) -> tuple[Wire, ...]:
    found: list[Wire] = []
    for course in figure.laid.courses:
        legs = list(pairwise(course.places))
        for number, (one, other) in enumerate(legs):
            found.append(
                Wire(
                    figure.name(one),
                    figure.name(other),
                    *(("bottom", "top") if figure.down else ("right", "left")),
                    colour="muted",
                    arrow=not course.back and number == len(legs) - 1,
                    bend="down" if figure.down else "across",
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
    x0, y0, x1, y1 = _place(figure, place)
    if figure.down:
        return Cell(_words(text, "middle", "left"), (x0 + x1) / 2, y0, x1, y1)
    y = figure.y(place)
    return Cell(_words(text, "bottom"), x0, y - TALL * 0.75 / figure.rows, x1, y)


def _arriving(figure: _Figure, text: Text, leg: tuple[int, int], lonely: bool) -> Cell:
    """In the gap before a node, on the side where the line does not come from.

    All of the gap where no other line turns in it, else its second half.
    """
    before, end = leg
    if figure.down:
        return _above(figure, text, leg, lonely)
    right, y = figure.x(end), figure.y(end)
    left = right - figure.pitch * figure.gap * (1.0 if lonely else 0.5)
    tall = TALL * 0.75 / figure.rows
    if figure.y(before) < y:
        return Cell(_words(text, "top"), left, y, right, y + tall)
    return Cell(_words(text, "bottom"), left, y - tall, right, y)


def _above(figure: _Figure, text: Text, leg: tuple[int, int], lonely: bool) -> Cell:
    """In the gap above a node, beside the line's last part."""
    before, end = leg
    low, x, half = figure.x(end), figure.y(end), 0.49 / figure.rows
    top = low - figure.pitch * figure.gap * (1.0 if lonely and figure.y(before) == x else 0.5)
    if figure.y(before) > x:
        return Cell(_words(text, "middle", "right"), x - half, top, x, low)
    return Cell(_words(text, "middle", "left"), x, top, x + half, low)


def _words(text: Text, anchor: Anchor, align: Align = "center") -> Box:
    return box(
        para(text, "label"),
        name="edge",
        fit="edge",
        align=align,
        anchor=anchor,
        pad=(3, 4, 3, 4) if align == "center" else (6, 0, 6, 0),
    )
