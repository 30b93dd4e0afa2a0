"""How much room boxes need, before any of them has its place.

In: boxes, a width, a Gauge at the sizes that are tried. Out: heights and widths in points,
and who takes how much of them. Nothing is placed here.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.compose.boxes import (
    Art,
    Box,
    Equation,
    Film,
    Flow,
    Graph,
    Grid,
    Layers,
    Mark,
    Photo,
    Space,
    TextBox,
)
from deckgen.layout.gauge import Extent, Gauge, key_of_equation
from deckgen.layout.tables import table_tracks

GRAPH_LEAST = 120.0
ART_LEAST = 40.0
FILM_LEAST = 90.0
LEAST: dict[type, float] = {
    Art: ART_LEAST, Photo: ART_LEAST, Film: FILM_LEAST, Graph: GRAPH_LEAST,
}  # fmt: skip
GIVING = 1.3  # how much more a formula counts than words of its height
ROOM = 0.02  # of a placeholder's height stays free


class Measure:
    """Measures box trees at one assignment of sizes. Good for one attempt at a sheet."""

    def __init__(self, gauge: Gauge) -> None:
        """`gauge` has its sizes already; they must not change while this is in use."""
        self.gauge = gauge
        self._extents: dict[tuple[int, float], Extent] = {}

    def extent(self, box: TextBox, width: float) -> Extent:
        """Height and lines of a text; the box must live as long as this does."""
        known = self._extents.get((id(box), width))
        if known is None:
            known = self._extents[id(box), width] = self.gauge.extent(box, width)
        return known

    def height(self, box: Box, width: float) -> float:
        """The least height that a box needs at a width."""
        match box:
            case TextBox():
                return self._text_height(box, width)
            case Flow():
                return self._flow_height(box, width)
            case Layers():
                return box.least
            case Mark():
                return box.thick
            case Space():
                return 0.0
            case Art() | Photo() | Film() | Graph():
                return LEAST[type(box)]
            case Grid():
                return sum(table_tracks(box, width, self.gauge)[1])
            case Equation():
                return self.gauge.equation(box)[1]

    def _text_height(self, box: TextBox, width: float) -> float:
        """A placeholder keeps a little free, so that text typed later may shrink in it."""
        height = self.extent(box, width).height
        return height + ROOM * (height - box.pad[1] - box.pad[3]) if box.place else height

    def _flow_height(self, box: Flow, width: float) -> float:
        inner = width - box.pad[0] - box.pad[2]
        edges = box.pad[1] + box.pad[3]
        if box.axis == "column":
            gaps = box.gap * (len(box.children) - 1)
            return edges + sum(self.lengths(box, inner)) + self._shared(box, inner) + gaps
        if box.tracks:
            columns = columns_of(box)
            heights = self.track_heights(columns, self.widths(box, inner))
            return edges + sum(heights) + track_gap(columns) * (len(heights) - 1)
        pairs = zip(box.children, self.widths(box, inner), strict=True)
        return edges + max((self.height(child, width) for child, width in pairs), default=0.0)

    def lengths(self, box: Flow, width: float) -> list[float]:
        """The least heights of a column's children."""
        return [
            self.height(child, self.across(box, child, width))
            if child.basis is None
            else child.basis
            for child in box.children
        ]

    def _shared(self, box: Flow, width: float) -> float:
        """What children need that share a column by their growth alone: a basis of 0."""
        shares = [one for one in box.children if one.basis == 0 and one.grow]
        needs = (self.height(one, self.across(box, one, width)) / one.grow for one in shares)
        return max(needs, default=0.0) * sum(one.grow for one in shares)

    def across(self, box: Flow, child: Box, width: float) -> float:
        """How wide a column's child is."""
        if box.align == "stretch":
            return width
        if isinstance(child, TextBox):
            return min(width, self.gauge.natural(child))
        if isinstance(child, Mark) and child.thick:
            return min(width, child.thick)
        return width

    def widths(self, box: Flow, width: float) -> list[float]:
        """The widths of a row's children inside its padding."""
        lengths = [self._along(child, width) for child in box.children]
        free = width - sum(lengths) - box.gap * (len(lengths) - 1)
        growth = [child.grow for child in box.children]
        return grown(lengths, growth, free) if free > 0 else lengths

    def _along(self, child: Box, width: float) -> float:
        if child.basis is not None:
            return child.basis
        if isinstance(child, TextBox) and child.hug:
            return min(width, self.gauge.natural(child))
        if isinstance(child, Equation) and child.inline:
            return min(width, self.gauge.equation(child)[0])
        return 0.0

    def track_heights(self, columns: list[Flow], widths: list[float]) -> list[float]:
        """The height of each track: what its highest child needs."""
        heights = [0.0] * max((len(column.children) for column in columns), default=0)
        for column, width in zip(columns, widths, strict=True):
            for rank, child in enumerate(column.children):
                need = self.height(child, width) if child.basis is None else child.basis
                heights[rank] = max(heights[rank], need)
        return heights

    def blame(self, box: Box, width: float) -> dict[str, float]:
        """How much height each role key takes in a box: who should step down."""
        match box:
            case TextBox():
                return _sum({key: high} for key, _, high in self.gauge.rows(box, width))
            case Flow(axis="column"):
                inner = width - box.pad[0] - box.pad[2]
                children = ((child, self.across(box, child, inner)) for child in box.children)
                return _sum(self.blame(child, wide) for child, wide in children)
            case Flow():
                widths = self.widths(box, width - box.pad[0] - box.pad[2])
                pairs = list(zip(box.children, widths, strict=True))
                tallest = max(pairs, key=lambda pair: self.height(*pair), default=None)
                return self.blame(*tallest) if tallest else {}
            case Grid():
                return self._grid_blame(box, width)
            case Equation():
                return self._equation_blame(box)
            case _:
                return {}

    def _equation_blame(self, box: Equation) -> dict[str, float]:
        """A formula gives way before the words that explain it become small."""
        share = 1.0 if box.inline else GIVING
        return {key_of_equation(box): self.gauge.equation(box)[1] * share}

    def _grid_blame(self, box: Grid, width: float) -> dict[str, float]:
        key = next((one.key for row in box.cells for one in self.gauge.measured(row[0])), "")
        return {key: self.height(box, width)} if key else {}


def columns_of(box: Flow) -> list[Flow]:
    """The columns of a row with tracks."""
    return [child for child in box.children if isinstance(child, Flow)]


def track_gap(columns: list[Flow]) -> float:
    """The space between tracks: all columns have the first one's."""
    return columns[0].gap if columns else 0.0


def grown(lengths: list[float], growth: list[float], free: float) -> list[float]:
    """Lengths with free length shared out among those that grow."""
    total = sum(growth)
    if not total:
        return lengths
    return [length + free * grow / total for length, grow in zip(lengths, growth, strict=True)]


def _sum(parts: Iterable[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part in parts:
        for key, value in part.items():
            total[key] = total.get(key, 0.0) + value
    return total
