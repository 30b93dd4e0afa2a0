"""The plane that bars and lines stand in: where a value and a category lie.

In: a Chart. Out: places in points, round numbers for the axis. Office programs choose the
plane by themselves; the room for axis labels is reckoned from their letters' usual width.
Not here: drawing.
"""

from __future__ import annotations

from math import ceil, floor, log10

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Chart
from deckgen.writers.svg.geometry import Point

_GAP = 0.6  # between categories, in widths of a bar
_LETTER = 0.5  # usual width of a letter, in ems
_TICKS = 7  # parts of the axis at most
_ROOM = 1.35  # ems for a line of labels
_EMPTY_END = 0.05  # of the range that stays free above the highest value
_MOST_LABEL = 0.4  # of the width that names of categories take at most


class Plot:
    """Inner edges of the plane and the scale of its values."""

    def __init__(self, item: Chart) -> None:
        """Names stand left of bars and below columns; value labels only with axes."""
        frame = item.frame
        self._item = item
        self.across = item.kind.endswith("bar")
        x, y, w, h = (v / EMU_PER_POINT for v in (frame.x, frame.y, frame.cx, frame.cy))
        self._low, self._high, self._step = _scale(item)
        em = item.labels.size / 100 if item.labels else 0.0
        left, bottom = self._margins(em, w)
        pad = 0.02 * min(w, h) + em * 0.3
        self._x, self._y = x + left + pad, y + pad
        self._w, self._h = w - left - 2 * pad, h - bottom - 2 * pad
        self._count = len(item.categories)

    def _margins(self, em: float, width: float) -> tuple[float, float]:
        """Room for labels on the left and below."""
        item = self._item
        names = max(map(len, item.categories)) * _LETTER * em + 0.5 * em
        values = (
            max(len(tick_name(v, item)) for v in (self._low, self._high)) * _LETTER * em + 0.5 * em
        )
        line = _ROOM * em
        if self.across:
            return min(names, _MOST_LABEL * width), line if item.axes else 0.0
        return values if item.axes else 0.0, line

    def _share(self, value: float) -> float:
        return (value - self._low) / (self._high - self._low)

    def bar(
        self, category: int, series: int, foot: float, value: float
    ) -> tuple[float, float, float, float]:
        """Left, top, width and height of a bar."""
        beside = 1 if self._item.kind.startswith("stacked") else len(self._item.series)
        length = (self._h if self.across else self._w) / self._count
        thick = length / (beside + _GAP)
        at = category * length + thick * (_GAP / 2 + (series if beside > 1 else 0))
        start, end = sorted((self._share(foot), self._share(foot + value)))
        if self.across:
            return self._x + start * self._w, self._y + at, (end - start) * self._w, thick
        top = self._y + self._h - end * self._h
        return self._x + at, top, thick, (end - start) * self._h

    def point(self, category: int, value: float) -> Point:
        """A point of a line: in the middle of its category."""
        x = self._x + (category + 0.5) * self._w / self._count
        return x, self._y + self._h * (1 - self._share(value))

    def category(self, number: int, em: float) -> tuple[Point, str]:
        """Where a category's name stands, and which of its ends."""
        middle = (number + 0.5) / self._count
        if self.across:
            return (self._x - em * 0.5, self._y + middle * self._h), "end"
        return (self._x + middle * self._w, self._y + self._h + em * 0.85), "middle"

    def ticks(self) -> list[float]:
        """The round values that the axis names."""
        count = round((self._high - self._low) / self._step)
        return [self._low + n * self._step for n in range(count + 1)]

    def tick(self, value: float, em: float) -> tuple[Point, str]:
        """Where a value's name stands, and which of its ends."""
        share = self._share(value)
        if self.across:
            return (self._x + share * self._w, self._y + self._h + em * 0.9), "middle"
        return (self._x - em * 0.5, self._y + (1 - share) * self._h), "end"


def _scale(item: Chart) -> tuple[float, float, float]:
    """Lowest and highest value of the axis and the step between its labels."""
    sums = _totals(item)
    low, high = min(sums, default=0.0), max(sums, default=1.0)
    # Bars count from zero, or their lengths would lie; a line does where zero is not far.
    if item.kind != "line" or (low > 0 and (high - low) > high / 6):
        low, high = min(low, 0.0), max(high, 0.0)
    spread = (high - low) or abs(high) or 1.0
    step = _round_step(spread / _TICKS)
    top = ceil((high + spread * _EMPTY_END * (high > 0)) / step - 1e-9) * step
    return floor(low / step + 1e-9) * step, top, step


def _totals(item: Chart) -> list[float]:
    values = [v for series in item.series for v in series.values if v is not None]
    if not item.kind.startswith("stacked"):
        return values
    return [
        sum(series.values[n] or 0.0 for series in item.series if n < len(series.values))
        for n in range(len(item.categories))
    ]


def _round_step(wanted: float) -> float:
    """The next of 1, 2, 5, 10 … times a power of ten."""
    power = 10.0 ** floor(log10(wanted))
    return next(n * power for n in (1, 2, 5, 10) if n * power >= wanted - 1e-12)


def number(value: float, item: Chart) -> str:
    """As many decimals as the chart's values have, then the unit."""
    values = [v for series in item.series for v in series.values if v is not None]
    decimals = max((_decimals(v) for v in values), default=0)
    return f"{value:.{decimals}f}{item.unit.replace(chr(34), '')}"


def tick_name(value: float, item: Chart) -> str:
    """A round number on the axis, no longer than it has to be, then the unit."""
    return f"{value:.10g}{item.unit.replace(chr(34), '')}"


def _decimals(value: float) -> int:
    return next((n for n in range(2) if round(value, n) == value), 2)
