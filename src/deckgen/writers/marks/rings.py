"""Pies and doughnuts → segments and labels.

In: a Chart, its frame in points, how a value is written. Out: marks. Segments start at the
top and run clockwise; a label stands in the middle of its segment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil, cos, pi, sin, tan

from deckgen.base.geometry import Rect
from deckgen.scene.model import Chart, Stroke
from deckgen.writers.marks.model import Command, Label, Mark, Outline

DIAMETER = 0.953  # share of the frame's shorter side, as measured in Office's automatic layout
HOLE = 0.62  # share of the diameter (c:holeSize 62)
SEAM = 19_050  # EMU of paper between segments
CENTRE = 0.35  # from the middle of a line of text to its baseline, in sizes


def ring(item: Chart, frame: Rect, write: Callable[[float], str]) -> Iterator[Mark]:
    """The first series; a ring has no second."""
    series = item.series[0]
    values = [max(value or 0.0, 0.0) for value in series.values]
    total = sum(values)
    if not total:
        return
    outer = min(frame.w, frame.h) * DIAMETER / 2
    inner = outer * HOLE if item.kind == "doughnut" else 0.0
    circle = Circle(frame.x + frame.w / 2, frame.y + frame.h / 2, inner, outer)
    edge = Stroke(item.paper, SEAM) if item.paper else None
    labels: list[Label] = []
    turned = 0.0
    for value, colour in zip(values, series.colours, strict=False):
        if value:
            start, turned = turned, turned + value / total
            yield Outline(tuple(circle.segment(start, turned)), colour, edge)
            if item.labels:
                x, y = circle.middle((start + turned) / 2)
                y += CENTRE * item.labels.size / 100
                labels.append(Label(write(value), x, y, "center", item.labels))
    yield from labels


class Circle:
    """Two circles around one point; angles in turns, clockwise from the top."""

    def __init__(self, x: float, y: float, inner: float, outer: float) -> None:
        """`inner` is 0 for a pie."""
        self._x, self._y, self._inner, self._outer = x, y, inner, outer

    def point(self, turn: float, radius: float) -> tuple[float, float]:
        """A point at an angle."""
        angle = turn * 2 * pi
        return self._x + radius * sin(angle), self._y - radius * cos(angle)

    def middle(self, turn: float) -> tuple[float, float]:
        """The middle of the band; in a pie two thirds out."""
        radius = (self._inner + self._outer) / 2 if self._inner else self._outer * 2 / 3
        return self.point(turn, radius)

    def segment(self, start: float, end: float) -> Iterator[Command]:
        """A closed piece of the band."""
        yield ("M", *self.point(start, self._outer))
        yield from self._arc(start, end, self._outer)
        if end - start < 1:
            yield ("L", *self.point(end, self._inner))
            if self._inner:
                yield from self._arc(end, start, self._inner)
        elif self._inner:
            yield ("Z",)
            yield ("M", *self.point(end, self._inner))
            yield from self._arc(end, start, self._inner)
        yield ("Z",)

    def _arc(self, start: float, end: float, radius: float) -> Iterator[Command]:
        """Bézier curves of an eighth of a turn at most, from `start` on."""
        count = max(1, ceil(abs(end - start) * 8 - 1e-9))
        step = (end - start) / count
        reach = radius * 4 / 3 * tan(step * 2 * pi / 4)
        for n in range(count):
            one, other = (start + (n + k) * step for k in (0, 1))
            (x1, y1), (x2, y2) = self.point(one, radius), self.point(other, radius)
            a1, a2 = one * 2 * pi, other * 2 * pi
            yield (
                "C", x1 + reach * cos(a1), y1 + reach * sin(a1),
                x2 - reach * cos(a2), y2 - reach * sin(a2), x2, y2,
            )  # fmt: skip
