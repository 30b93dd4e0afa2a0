"""Boxes → frames, in points, at given sizes; and what does not fit.

In: a box tree, its rectangle, a Gauge. Out: `Placed` boxes in paint order, and an `Excess`
for each place where something is too long. No sizes are chosen here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Box, Equation, Flow, Grid, Layers, Mark, Space, TextBox
from deckgen.layout.gauge import Gauge, key_of
from deckgen.layout.measure import Measure, columns_of, grown, track_gap
from deckgen.layout.tables import table_tracks

TOLERANCE = 0.05  # points; far below what an eye or a renderer resolves
OPTICAL = 0.44  # where a lone block's free space is split: a little above the middle
SPREAD = 2.5  # how far a spread gap may grow
ROW_SLACK = 1.0  # points that a row may be too long


class Placed(Struct, frozen=True, gc=False):
    """A box and its frame. A flow stands before its children, for its panel."""

    box: Box
    rect: Rect
    group: str = ""  # items with the same group move together
    seat: int = 0  # its number among a sheet's boxes as they stand


class Excess(Struct, frozen=True, gc=False):
    """Something too long for its place, and the room that each role key takes in it.

    `wrapped` is a matter of looks: a text takes a second line while a smaller size is left.
    """

    reason: Literal["height", "width", "word", "lines", "wrapped"]
    points: float
    blame: dict[str, float]
    box: Box
    rect: Rect


class Arrangement:
    """One attempt to place a sheet's boxes."""

    def __init__(self, gauge: Gauge) -> None:
        """Nothing placed, nothing over."""
        self.gauge = gauge
        self.measure = Measure(gauge)
        self.placed: list[Placed] = []
        self.over: list[Excess] = []
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
            case Mark(square=True):
                self._put(box, _keep_aspect(1.0, rect))
            case Grid():
                self._grid(box, rect)
            case Equation():
                self._equation(box, rect)
            case _:
                self._put(box, rect)

    def exceed(
        self, reason: Literal["height", "width"], points: float, box: Box, rect: Rect
    ) -> None:
        """Note that a box lacks so many points of height or width."""
        self.over.append(Excess(reason, points, self.measure.blame(box, rect.w), box, rect))

    def _put(self, box: Box, rect: Rect) -> None:
        self.placed.append(Placed(box, rect, self._group, len(self.placed)))

    def _check(self, box: Box, rect: Rect) -> None:
        need = self.measure.height(box, rect.w)
        if need > rect.h + TOLERANCE:
            self.exceed("height", need - rect.h, box, rect)

    def _text(self, box: TextBox, rect: Rect) -> None:
        extent = self.measure.extent(box, rect.w)
        if extent.wide:
            self.over.append(Excess("word", rect.w, {extent.wide: 1.0}, box, rect))
        elif box.max_lines and extent.lines > box.max_lines:
            blame = self.measure.blame(box, rect.w)
            self.over.append(Excess("lines", extent.height, blame, box, rect))
        else:
            if box.tight and extent.lines > len(box.paras):
                self._tighten(box, rect)
            self._check(box, rect)
        self._put(box, rect)

    def _equation(self, box: Equation, rect: Rect) -> None:
        wide = self.gauge.equation(box)[0] - rect.w
        if wide > TOLERANCE:
            self.exceed("width", wide, box, rect)
        self._check(box, rect)
        self._put(box, rect)

    def _grid(self, box: Grid, rect: Rect) -> None:
        widths, _ = table_tracks(box, rect.w, self.gauge)
        for row in box.cells:
            for cell, width in zip(row, widths, strict=True):
                wide = self.measure.extent(cell, width).wide
                if wide:
                    place = Rect(rect.x, rect.y, width, rect.h)
                    self.over.append(Excess("word", width, {wide: 1.0}, cell, place))
        self._check(box, rect)
        self._put(box, rect)

    def _tighten(self, box: TextBox, rect: Rect) -> None:
        """Note which paragraphs take several lines though they may still become smaller."""
        sizes = self.gauge.sizes
        wrapped = {
            key: sizes[key]
            for key, lines, _ in self.gauge.rows(box, rect.w)
            if lines > 1 and sizes[key] > box.tight
        }
        if wrapped:
            self.over.append(Excess("wrapped", 0.0, wrapped, box, rect))

    def _flow(self, box: Flow, rect: Rect) -> None:
        outer, self._group = self._group, box.name if box.group else self._group
        if box.panel or box.alt:
            self._put(box, rect)
        inner = rect.inset(*box.pad)
        if box.axis == "column":
            self._column(box, rect, inner)
        elif box.tracks:
            self._tracks(box, rect, inner)
        else:
            self._row(box, rect, inner)
        self._group = outer

    def _column(self, box: Flow, rect: Rect, inner: Rect) -> None:
        heights = self.measure.lengths(box, inner.w)
        free = inner.h - sum(heights) - box.gap * (len(heights) - 1)
        if free < -TOLERANCE:
            self.exceed("height", -free, box, rect)
        lengths, gap, lead = _share(box, heights, max(free, 0.0))
        y = inner.y + lead
        for child, length in zip(box.children, lengths, strict=True):
            width = self.measure.across(box, child, inner.w)
            x = inner.x + _shift(box.align, inner.w - width)
            self.place(child, Rect(x, y, width, length))
            y += length + gap

    def _row(self, box: Flow, rect: Rect, inner: Rect) -> None:
        widths, free = self._widths(box, rect, inner)
        gap, lead = box.gap, _lead(box.justify, max(free, 0.0))
        if box.justify == "spread" and len(widths) > 1 and free > 0:
            gap, lead = box.gap + free / (len(widths) - 1), 0.0
        x = inner.x + lead
        for child, width in zip(box.children, widths, strict=True):
            height = self._down(box, child, width, inner.h)
            y = inner.y + _shift(box.align, inner.h - height)
            self.place(child, Rect(x, y, width, height))
            x += width + gap

    def _widths(self, box: Flow, rect: Rect, inner: Rect) -> tuple[list[float], float]:
        """The widths of a row's children, and what is free beside them."""
        widths = self.measure.widths(box, inner.w)
        free = inner.w - sum(widths) - box.gap * (len(widths) - 1)
        if free < -ROW_SLACK:
            self.over.append(Excess("width", -free, _hugging(box, widths), box, rect))
        return widths, free

    def _down(self, box: Flow, child: Box, width: float, height: float) -> float:
        """How high a row's child is."""
        if box.align == "stretch":
            return height
        if isinstance(child, Mark):
            return min(child.thick or height, height)
        return min(height, self.measure.height(child, width))

    def _tracks(self, box: Flow, rect: Rect, inner: Rect) -> None:
        """Columns side by side whose nth children share a height, as the tallest one needs it."""
        widths, _ = self._widths(box, rect, inner)
        columns = columns_of(box)
        gap = track_gap(columns)
        heights = self.measure.track_heights(columns, widths)
        free = inner.h - sum(heights) - gap * (len(heights) - 1)
        if free < -TOLERANCE:
            self.exceed("height", -free, box, rect)
        else:
            heights = grown(heights, _track_growth(columns), free)
        x = inner.x
        for column, width in zip(columns, widths, strict=True):
            y = inner.y
            for child, height in zip(column.children, heights, strict=False):
                self.place(child, Rect(x, y, width, height))
                y += height + gap
            x += width + box.gap

    def _layers(self, box: Layers, rect: Rect) -> None:
        outer, self._group = self._group, box.name if box.group else self._group
        if box.alt:
            self._put(box, rect)
        frame = _keep_aspect(box.aspect, rect)
        for cell in box.cells:
            self.place(cell.box, frame.part(cell.x0, cell.y0, cell.x1, cell.y1))
        self._group = outer


def standing(box: Box) -> Iterator[Box]:
    """The boxes of a tree that `place` gives a frame, in its order."""
    match box:
        case Flow():
            if box.panel or box.alt:
                yield box
            tracks = box.tracks and box.axis == "row"
            for column in columns_of(box) if tracks else (box,):
                for child in column.children:
                    yield from standing(child)
        case Layers():
            if box.alt:
                yield box
            for cell in box.cells:
                yield from standing(cell.box)
        case Space():
            pass
        case _:
            yield box


def _track_growth(columns: list[Flow]) -> list[float]:
    ranks = zip_longest(*(column.children for column in columns))
    return [max(child.grow for child in rank if child is not None) for rank in ranks]


def _hugging(box: Flow, widths: list[float]) -> dict[str, float]:
    pairs = zip(widths, box.children, strict=True)
    found = [(w, child) for w, child in pairs if isinstance(child, TextBox) and child.hug]
    return {
        key_of(child.paras[0], child.fit): width
        for width, child in sorted(found, key=lambda pair: pair[0])
        if child.paras
    }


def _share(box: Flow, heights: list[float], free: float) -> tuple[list[float], float, float]:
    """A column's heights, its gap, and what stays free above it."""
    growth = [child.grow for child in box.children]
    if any(growth):
        return grown(heights, growth, free), box.gap, 0.0
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
