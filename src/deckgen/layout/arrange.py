"""Boxes → frames, in points, at given sizes; and what does not fit.

In: a box tree, its rectangle, a Gauge. Out: `Placed` boxes in paint order, and the role
keys that must step down before everything fits. No sizes are chosen here.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import (
    Art,
    Box,
    Cell,
    Flow,
    Graph,
    Grid,
    Layers,
    Mark,
    Photo,
    Space,
    TextBox,
)
from deckgen.layout.gauge import Gauge, key_of

TOLERANCE = 0.05  # points; far below what an eye or a renderer resolves
OPTICAL = 0.44  # where a lone block's free space is split: a little above the middle
SPREAD = 2.5  # how far a spread gap may grow
GRAPH_LEAST = 120.0
ART_LEAST = 40.0


class Placed(Struct, frozen=True, gc=False):
    """A box and its frame. A flow stands before its children, for its panel."""

    box: Box
    rect: Rect
    group: str = ""  # items with the same group move together


class Arrangement:
    """One attempt to place a box tree."""

    def __init__(self, gauge: Gauge) -> None:
        """Nothing placed, nothing over."""
        self.gauge = gauge
        self.placed: list[Placed] = []
        self.over: list[tuple[dict[str, float], float]] = []  # (height by key, excess) a place
        self._group = ""

    def place(self, box: Box, rect: Rect) -> None:
        """Give a box its frame, and its children theirs."""
        match box:
            case TextBox():
                self._text(box, rect)
            case Flow():
                self._flow(box, rect)
            case Layers():
                self._layers(box, rect)
            case Space():
                pass
            case Mark():
                self.placed.append(Placed(box, _mark_rect(box, rect), self._group))
            case Grid():
                self._need(self.height(box, rect.w), rect, {"note": 1.0})
                self.placed.append(Placed(box, rect, self._group))
            case _:
                self.placed.append(Placed(box, rect, self._group))

    def height(self, box: Box, width: float) -> float:
        """The least height that a box needs at a width."""
        match box:
            case TextBox():
                return self.gauge.extent(box, width).height
            case Flow():
                return self._flow_height(box, width)
            case Layers():
                return box.least
            case Graph():
                return GRAPH_LEAST
            case Art() | Photo():
                return ART_LEAST
            case Grid():
                return self.table_height(box, width)
            case Mark():
                return box.thick
            case Space():
                return 0.0

    def table_height(self, box: Grid, width: float) -> float:
        """The height of a table at a width, at the size of its notes."""
        from deckgen.layout.tables import table_tracks

        return sum(table_tracks(box, width, self.gauge)[1])

    def _text(self, box: TextBox, rect: Rect) -> None:
        extent = self.gauge.extent(box, rect.w)
        if extent.wide:
            self.over.append(({extent.wide: 1.0}, rect.w))
        elif box.max_lines and extent.lines > box.max_lines:
            self.over.append((self.blame(box, rect.w), extent.height))
        elif box.tight and extent.lines > len(box.paras) and (loose := self._wrapped(box, rect.w)):
            self.over.append((loose, 0.0))
        else:
            self._need(extent.height, rect, self.blame(box, rect.w))
        self.placed.append(Placed(box, rect, self._group))

    def _wrapped(self, box: TextBox, width: float) -> dict[str, float]:
        """Keys of paragraphs that take several lines though a size they may step down to is left."""
        found: dict[str, float] = {}
        for para in box.paras:
            key = key_of(para, box.fit)
            one = TextBox((para,), fit=box.fit, pad=(box.pad[0], 0, box.pad[2], 0))
            if self.gauge.sizes[key] > box.tight and self.gauge.extent(one, width).lines > 1:
                found[key] = self.gauge.sizes[key]
        return found

    def _need(self, height: float, rect: Rect, blame: dict[str, float]) -> None:
        if height > rect.h + TOLERANCE:
            self.over.append((blame, height - rect.h))

    def _flow(self, box: Flow, rect: Rect) -> None:
        outer, self._group = self._group, box.name if box.group else self._group
        if box.panel or box.alt:
            self.placed.append(Placed(box, rect, self._group))
        inner = rect.inset(*box.pad)
        if box.axis == "column":
            self._column(box, inner)
        elif box.tracks:
            self._tracks(box, inner)
        else:
            self._row(box, inner)
        self._group = outer

    def _column(self, box: Flow, inner: Rect) -> None:
        heights = [
            child.basis
            if _basis(child) is not None
            else self.height(child, self._across(box, child, inner.w))
            for child in box.children
        ]
        free = inner.h - sum(heights) - box.gap * (len(heights) - 1)
        if free < -TOLERANCE:
            self.over.append((self.blame(box, inner.w + box.pad[0] + box.pad[2]), -free))
        lengths, gap, lead = _share(box, heights, max(free, 0.0))
        y = inner.y + lead
        for child, length in zip(box.children, lengths, strict=True):
            width = self._across(box, child, inner.w)
            x = inner.x + _shift(box.align, inner.w - width)
            self.place(child, Rect(x, y, width, length))
            y += length + gap

    def _across(self, box: Flow, child: Box, width: float) -> float:
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
        growth = [getattr(child, "grow", 0) for child in box.children]
        total = sum(growth)
        if total and free > 0:
            return [w + free * g / total for w, g in zip(lengths, growth, strict=True)]
        return lengths

    def _along(self, child: Box, width: float) -> float:
        basis = _basis(child)
        if basis is not None:
            return basis
        if isinstance(child, TextBox) and child.hug:
            return min(width, self.gauge.natural(child))
        return 0.0

    def _row(self, box: Flow, inner: Rect) -> None:
        widths = self.widths(box, inner.w)
        free = inner.w - sum(widths) - box.gap * (len(widths) - 1)
        if free < -1:
            self.over.append((self._row_blame(box, widths), -free))
        gap, lead = box.gap, _lead(box.justify, max(free, 0.0))
        if box.justify == "spread" and len(widths) > 1 and free > 0:
            gap, lead = box.gap + free / (len(widths) - 1), 0.0
        x = inner.x + lead
        for child, width in zip(box.children, widths, strict=True):
            height = inner.h if box.align == "stretch" else min(inner.h, self.height(child, width))
            if box.align != "stretch" and isinstance(child, Mark):
                height = child.thick or inner.h
            y = inner.y + _shift(box.align, inner.h - height)
            self.place(child, Rect(x, y, width, height))
            x += width + gap

    def _tracks(self, box: Flow, inner: Rect) -> None:
        """Columns side by side whose nth children share a height, as the tallest one needs it."""
        widths = self.widths(box, inner.w)
        columns = [child for child in box.children if isinstance(child, Flow)]
        heights = self._track_heights(columns, widths)
        growth = [max(getattr(box, "grow", 0) for box in track) for track in _ranks(columns)]
        gap = columns[0].gap
        free = inner.h - sum(heights) - gap * (len(heights) - 1)
        if free < -TOLERANCE:
            self.over.append((self.blame(box, inner.w), -free))
        elif total := sum(growth):
            heights = [h + free * g / total for h, g in zip(heights, growth, strict=True)]
        x = inner.x
        for column, width in zip(columns, widths, strict=True):
            y = inner.y
            for child, height in zip(column.children, heights, strict=False):
                self.place(child, Rect(x, y, width, height))
                y += height + gap
            x += width + box.gap

    def _track_heights(self, columns: list[Flow], widths: list[float]) -> list[float]:
        ranks = max(len(column.children) for column in columns)
        heights = [0.0] * ranks
        for column, width in zip(columns, widths, strict=True):
            for rank, child in enumerate(column.children):
                basis = _basis(child)
                need = self.height(child, width) if basis is None else basis
                heights[rank] = max(heights[rank], need)
        return heights

    def _row_blame(self, box: Flow, widths: list[float]) -> dict[str, float]:
        hugging = [
            (w, c)
            for w, c in zip(widths, box.children, strict=True)
            if isinstance(c, TextBox) and c.hug
        ]
        return {key_of(c.paras[0], c.fit): w for w, c in sorted(hugging, key=lambda pair: pair[0])}

    def _flow_height(self, box: Flow, width: float) -> float:
        inner = width - box.pad[0] - box.pad[2]
        edges = box.pad[1] + box.pad[3]
        if box.axis == "row" and box.tracks:
            columns = [child for child in box.children if isinstance(child, Flow)]
            heights = self._track_heights(columns, self.widths(box, inner))
            return edges + sum(heights) + columns[0].gap * (len(heights) - 1)
        if box.axis == "row":
            widths = self.widths(box, inner)
            pairs = zip(box.children, widths, strict=True)
            return edges + max((self.height(child, w) for child, w in pairs), default=0.0)
        total = sum(
            child.basis
            if _basis(child) is not None
            else self.height(child, self._across(box, child, inner))
            for child in box.children
        )
        return edges + total + box.gap * (len(box.children) - 1)

    def _layers(self, box: Layers, rect: Rect) -> None:
        outer, self._group = self._group, box.name if box.group else self._group
        if box.alt:
            self.placed.append(Placed(box, rect, self._group))
        frame = _keep_aspect(box.aspect, rect)
        for cell in box.cells:
            self.place(cell.box, _cell_rect(cell, frame))
        self._group = outer

    def blame(self, box: Box, width: float) -> dict[str, float]:
        """How much height each role key takes in a box: who should step down."""
        match box:
            case TextBox():
                return self._text_blame(box, width)
            case Flow(axis="column"):
                inner = width - box.pad[0] - box.pad[2]
                return _sum(
                    self.blame(child, self._across(box, child, inner)) for child in box.children
                )
            case Flow():
                widths = self.widths(box, width - box.pad[0] - box.pad[2])
                pairs = list(zip(box.children, widths, strict=True))
                tallest = max(pairs, key=lambda pair: self.height(*pair), default=None)
                return self.blame(*tallest) if tallest else {}
            case Grid():
                return {"note": self.height(box, width)}
            case _:
                return {}

    def _text_blame(self, box: TextBox, width: float) -> dict[str, float]:
        single = (
            TextBox((para,), fit=box.fit, pad=(box.pad[0], 0, box.pad[2], 0)) for para in box.paras
        )
        return _sum(
            {key_of(one.paras[0], box.fit): self.gauge.extent(one, width).height} for one in single
        )


def _ranks(columns: list[Flow]) -> list[list[Box]]:
    ranks = max(len(column.children) for column in columns)
    return [
        [column.children[rank] for column in columns if rank < len(column.children)]
        for rank in range(ranks)
    ]


def _sum(parts: Iterable[dict[str, float]]) -> dict[str, float]:
    total: dict[str, float] = {}
    for part in parts:
        for key, value in part.items():
            total[key] = total.get(key, 0.0) + value
    return total


def _basis(box: Box) -> float | None:
    return getattr(box, "basis", None)


def _share(box: Flow, heights: list[float], free: float) -> tuple[list[float], float, float]:
    growth = [getattr(child, "grow", 0) for child in box.children]
    total = sum(growth)
    if total:
        lengths = [h + free * g / total for h, g in zip(heights, growth, strict=True)]
        return lengths, box.gap, 0.0
    if box.justify == "spread" and len(heights) > 1:
        gap = min(box.gap * SPREAD, box.gap + free / (len(heights) - 1))
        rest = free - (gap - box.gap) * (len(heights) - 1)
        return heights, gap, rest * OPTICAL
    return heights, box.gap, _lead(box.justify, free)


def _lead(justify: str, free: float) -> float:
    match justify:
        case "center":
            return free / 2
        case "optical":
            return free * OPTICAL
        case "end":
            return free
        case _:
            return 0.0


def _shift(align: str, free: float) -> float:
    match align:
        case "center":
            return free / 2
        case "end":
            return free
        case _:
            return 0.0


def _keep_aspect(aspect: float, rect: Rect) -> Rect:
    if not aspect:
        return rect
    width = min(rect.w, rect.h * aspect)
    height = width / aspect
    return Rect(rect.x + (rect.w - width) / 2, rect.y + (rect.h - height) / 2, width, height)


def _cell_rect(cell: Cell, frame: Rect) -> Rect:
    return frame.part(cell.x0, cell.y0, cell.x1, cell.y1)


def _mark_rect(box: Mark, rect: Rect) -> Rect:
    return _keep_aspect(1.0, rect) if box.square else rect
