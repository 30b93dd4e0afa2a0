"""Preset shapes with straight edges, as their corners.

In: a preset's frame and adjust values. Out: corners in points from the frame's own corner, by the
definitions in ECMA-376 part 1 (20.1.10.56, presetShapeDefinitions). Not here: curves.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from deckgen.scene.model import Preset

Point = tuple[float, float]
_WHOLE = 100_000  # what an adjust value of 1 is written as
_HEXAGON = 1.1547  # the preset's `vf`: makes a regular hexagon fill its frame


class Guides:
    """A preset's frame and adjust values; `part` is a share of the shorter side."""

    def __init__(self, preset: Preset, w: float, h: float) -> None:
        """The frame in points."""
        self.w, self.h = w, h
        self.side = min(self.w, self.h)
        self._adjust = dict(preset.adjust)

    def share(self, name: str, default: int) -> float:
        """An adjust value as a share of one."""
        return self._adjust.get(name, default) / _WHOLE

    def part(self, name: str, default: int) -> float:
        """An adjust value as a length."""
        return self.share(name, default) * self.side


def rectangle(g: Guides) -> list[Point]:
    """The frame itself."""
    return [(0, 0), (g.w, 0), (g.w, g.h), (0, g.h)]


def _triangle(g: Guides) -> list[Point]:
    return [(g.w * g.share("adj", 50_000), 0), (g.w, g.h), (0, g.h)]


def _right_triangle(g: Guides) -> list[Point]:
    return [(0, 0), (g.w, g.h), (0, g.h)]


def _diamond(g: Guides) -> list[Point]:
    return [(g.w / 2, 0), (g.w, g.h / 2), (g.w / 2, g.h), (0, g.h / 2)]


def _parallelogram(g: Guides) -> list[Point]:
    lean = g.part("adj", 25_000)
    return [(lean, 0), (g.w, 0), (g.w - lean, g.h), (0, g.h)]


def _trapezoid(g: Guides) -> list[Point]:
    lean = g.part("adj", 25_000)
    return [(lean, 0), (g.w - lean, 0), (g.w, g.h), (0, g.h)]


def _home_plate(g: Guides) -> list[Point]:
    tip = g.w - g.part("adj", 50_000)
    return [(0, 0), (tip, 0), (g.w, g.h / 2), (tip, g.h), (0, g.h)]


def _chevron(g: Guides) -> list[Point]:
    return [*_home_plate(g), (g.part("adj", 50_000), g.h / 2)]


def _right_arrow(g: Guides) -> list[Point]:
    neck, shaft = g.w - g.part("adj2", 50_000), g.h * g.share("adj1", 50_000) / 2
    high, low, middle = g.h / 2 - shaft, g.h / 2 + shaft, g.h / 2
    return [
        (0, high), (neck, high), (neck, 0), (g.w, middle), (neck, g.h), (neck, low), (0, low),
    ]  # fmt: skip


def _left_arrow(g: Guides) -> list[Point]:
    return [(g.w - x, y) for x, y in _right_arrow(g)]


def _down_arrow(g: Guides) -> list[Point]:
    neck, shaft = g.h - g.part("adj2", 50_000), g.w * g.share("adj1", 50_000) / 2
    left, right, middle = g.w / 2 - shaft, g.w / 2 + shaft, g.w / 2
    return [
        (left, 0), (left, neck), (0, neck), (middle, g.h), (g.w, neck), (right, neck), (right, 0),
    ]  # fmt: skip


def _up_arrow(g: Guides) -> list[Point]:
    return [(x, g.h - y) for x, y in _down_arrow(g)]


def _left_right_arrow(g: Guides) -> list[Point]:
    head, shaft = g.part("adj2", 50_000), g.h * g.share("adj1", 50_000) / 2
    high, low, middle, neck = g.h / 2 - shaft, g.h / 2 + shaft, g.h / 2, g.w - head
    right = [(neck, high), (neck, 0), (g.w, middle), (neck, g.h), (neck, low)]
    return [(head, high), *right, (head, low), (head, g.h), (0, middle), (head, 0)]


def _plus(g: Guides) -> list[Point]:
    a = g.part("adj", 25_000)
    x, y = g.w - a, g.h - a
    return [
        (a, 0), (x, 0), (x, a), (g.w, a), (g.w, y), (x, y),
        (x, g.h), (a, g.h), (a, y), (0, y), (0, a), (a, a),
    ]  # fmt: skip


def _octagon(g: Guides) -> list[Point]:
    a = g.part("adj", 29_289)
    x, y = g.w - a, g.h - a
    return [(a, 0), (x, 0), (g.w, a), (g.w, y), (x, g.h), (a, g.h), (0, y), (0, a)]


def _hexagon(g: Guides) -> list[Point]:
    a, rise = g.part("adj", 25_000), sin(pi / 3) * _HEXAGON * g.h / 2
    high, low = g.h / 2 - rise, g.h / 2 + rise
    return [(0, g.h / 2), (a, high), (g.w - a, high), (g.w, g.h / 2), (g.w - a, low), (a, low)]


def _pentagon(g: Guides) -> list[Point]:
    """Regular, stretched to its frame (the preset's hf and vf do just that)."""
    turns = [n * 2 * pi / 5 for n in range(5)]
    wide, high, low = sin(2 * pi / 5), 1.0, cos(pi / 5)
    return [(g.w * (sin(t) / wide + 1) / 2, g.h * (high - cos(t)) / (high + low)) for t in turns]


CORNERS: dict[str, Callable[[Guides], list[Point]]] = {
    "rect": rectangle,
    "triangle": _triangle,
    "rtTriangle": _right_triangle,
    "diamond": _diamond,
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "homePlate": _home_plate,
    "chevron": _chevron,
    "rightArrow": _right_arrow,
    "leftArrow": _left_arrow,
    "upArrow": _up_arrow,
    "downArrow": _down_arrow,
    "leftRightArrow": _left_right_arrow,
    "plus": _plus,
    "octagon": _octagon,
    "hexagon": _hexagon,
    "pentagon": _pentagon,
}
