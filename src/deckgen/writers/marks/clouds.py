"""Scatter and bubble charts → points between two axes, their names beside them.

In: a Chart whose series are across, up and perhaps how large. Out: marks. A bubble's area is its
number; the largest one is a quarter of the plot's shorter side wide, as in Office.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from deckgen.base.geometry import Rect
from deckgen.base.numerals import Numerals, numerals
from deckgen.layout.forms import disc
from deckgen.scene.model import Chart, Stroke
from deckgen.writers.marks.model import Label, Mark, Measure, Outline
from deckgen.writers.marks.scales import Scale, span

EDGE = 0.02  # share of the frame that stays free on each side
DOT = 6.0  # a point's radius in points
LARGEST = 0.25  # a bubble's diameter as a share of the plot's shorter side
CLEAR = 4.0  # points between a point and its name
RULE = 12_700  # EMU of an axis
CENTRE = 0.35  # from the middle of a line of text to its baseline, in sizes


def cloud(item: Chart, frame: Rect, measure: Measure) -> Iterator[Mark]:
    """The axes, the points from large to small, the names."""
    plot = _Plot(item, frame, measure)
    yield from plot.axes()
    yield from plot.points()


class _Plot:
    """The room between two axes."""

    def __init__(self, item: Chart, frame: Rect, measure: Measure) -> None:
        self._item = item
        self._scales = tuple(_scale(one.values) for one in item.series[:2])
        self._writes = tuple(_write(item, one.values) for one in item.series[:2])
        edge_x, edge_y = frame.w * EDGE, frame.h * EDGE
        area = frame.inset(edge_x, edge_y, edge_x, edge_y)
        style = item.labels
        if style is not None:
            up = [self._writes[1].tick(value) for value in self._scales[1].ticks()]
            wide = max(measure(text, style) for text in up) + CLEAR
            area = area.inset(wide, style.size / 200, 0, style.size / 100 * 1.3)
        self._area = area

    def _at(self, x: float, y: float) -> tuple[float, float]:
        area, (across, up) = self._area, self._scales
        return area.x + across.share(x) * area.w, area.bottom - up.share(y) * area.h

    def axes(self) -> Iterator[Mark]:
        """Both lines and what stands along them."""
        area, style = self._area, self._item.labels
        if self._item.rule:
            corner = (("M", area.x, area.y), ("L", area.x, area.bottom))
            drawn = (*corner, ("L", area.right, area.bottom))
            yield Outline(drawn, stroke=Stroke(self._item.rule, RULE))
        if style is None:
            return
        size = style.size / 100
        across, up = self._scales
        for value in across.ticks():
            x = self._at(value, up.low)[0]
            text = self._writes[0].tick(value)
            yield Label(text, x, area.bottom + size * 1.15, "center", style)
        for value in up.ticks():
            y = self._at(across.low, value)[1]
            text = self._writes[1].tick(value)
            yield Label(text, area.x - CLEAR, y + CENTRE * size, "right", style)

    def points(self) -> Iterator[Mark]:
        """A disc a point; numbers that are absent have none."""
        found = [one for n in range(len(self._item.categories)) if (one := self._point(n))]
        series = self._item.series[-1]
        for number, x, y, radius in sorted(found, key=lambda one: -one[3]):
            colour = series.colours[number if len(series.colours) > 1 else 0]
            yield Outline(tuple(disc(x, y, radius)), colour)
        style = self._item.labels
        for number, x, y, radius in found:
            if style is not None and number in self._item.named:
                low = y + CENTRE * style.size / 100
                yield Label(self._item.categories[number], x + radius + CLEAR, low, "left", style)

    def _point(self, number: int) -> tuple[int, float, float, float] | None:
        row = [one.values[number] for one in self._item.series]
        known = [value for value in row if value is not None]
        if len(known) < len(row):
            return None
        return (number, *self._at(known[0], known[1]), self._radius(known))

    def _radius(self, row: list[float]) -> float:
        if self._item.kind == "scatter":
            return DOT
        sizes = [abs(value) for value in self._item.series[2].values if value is not None]
        most = max(sizes, default=0.0) or 1.0
        return sqrt(abs(row[2]) / most) * LARGEST * min(self._area.w, self._area.h) / 2


def _scale(values: tuple[float | None, ...]) -> Scale:
    return span([value for value in values if value is not None])


def _write(item: Chart, values: tuple[float | None, ...]) -> Numerals:
    return numerals((value for value in values if value is not None), "", item.lang, item.scale)
