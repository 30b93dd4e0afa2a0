"""Scene geometry → the `d` of an SVG path.

In: a preset or a free form, and its frame. Out: path data, absolute, in points. Presets
follow their definitions in ECMA-376 part 1 (20.1.10.56, presetShapeDefinitions). Not here:
colours.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Box, Geometry, Path, Preset
from deckgen.writers.svg.markup import short

Point = tuple[float, float]
_WHOLE = 100_000  # what an adjust value of 1 is written as
_HEXAGON = 1.1547  # the preset's `vf`: makes a regular hexagon fill its frame


class _Guides:
    """A preset's frame and adjust values; `part` is a share of the shorter side."""

    def __init__(self, preset: Preset, frame: Box) -> None:
        self.w, self.h = frame.cx / EMU_PER_POINT, frame.cy / EMU_PER_POINT
        self.side = min(self.w, self.h)
        self._adjust = dict(preset.adjust)

    def share(self, name: str, default: int) -> float:
        """An adjust value as a share of one."""
        return self._adjust.get(name, default) / _WHOLE

    def part(self, name: str, default: int) -> float:
        """An adjust value as a length."""
        return self.share(name, default) * self.side


def path(geometry: Geometry, frame: Box) -> str:
    """Path data. A preset that isn't known here is drawn as its frame."""
    x, y = frame.x / EMU_PER_POINT, frame.y / EMU_PER_POINT
    if isinstance(geometry, Path):
        return "".join([_command(command, x, y) for command in geometry.commands])
    guides = _Guides(geometry, frame)
    curved = _CURVED.get(geometry.name)
    if curved:
        return curved(guides, x, y)
    corners = _CORNERS.get(geometry.name, _rectangle)(guides)
    return polygon([(x + across, y + down) for across, down in corners])


def _command(command: tuple[str | int, ...], x: float, y: float) -> str:
    letter, *rest = command
    found = [
        short(float(value) / EMU_PER_POINT + (y if n % 2 else x)) for n, value in enumerate(rest)
    ]
    return f"{letter}{' '.join(found)}"


def polygon(corners: list[Point]) -> str:
    """A closed straight-edged form."""
    return "M" + "L".join([f"{short(x)} {short(y)}" for x, y in corners]) + "Z"


def _ellipse(guides: _Guides, x: float, y: float) -> str:
    return ellipse(x + guides.w / 2, y + guides.h / 2, guides.w / 2, guides.h / 2)


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """An ellipse around a point."""
    half = f"{short(rx)} {short(ry)} 0 0 1"
    left, right, level = short(x - rx), short(x + rx), short(y)
    return f"M{left} {level}A{half} {right} {level}A{half} {left} {level}Z"


def _donut(guides: _Guides, x: float, y: float) -> str:
    """Outer edge clockwise, the hole the other way round."""
    band = guides.part("adj", 25_000)
    rx, ry = guides.w / 2 - band, guides.h / 2 - band
    cx, cy = x + guides.w / 2, y + guides.h / 2
    half = f"{short(rx)} {short(ry)} 0 0 0"
    left, right, level = short(cx - rx), short(cx + rx), short(cy)
    hole = f"M{left} {level}A{half} {right} {level}A{half} {left} {level}Z"
    return _ellipse(guides, x, y) + hole


def _round_rect(guides: _Guides, x: float, y: float) -> str:
    radius = guides.part("adj", 16_667)
    return _rounded((x, y, guides.w, guides.h), radius, radius)


def _round_top(guides: _Guides, x: float, y: float) -> str:
    box = (x, y, guides.w, guides.h)
    return _rounded(box, guides.part("adj1", 16_667), guides.part("adj2", 0))


def _rounded(box: tuple[float, float, float, float], top: float, bottom: float) -> str:
    x, y, w, h = box
    left, right, high, low = short(x), short(x + w), short(y), short(y + h)
    return (
        f"M{left} {short(y + top)}{_arc(top)}{short(x + top)} {high}"
        f"L{short(x + w - top)} {high}{_arc(top)}{right} {short(y + top)}"
        f"L{right} {short(y + h - bottom)}{_arc(bottom)}{short(x + w - bottom)} {low}"
        f"L{short(x + bottom)} {low}{_arc(bottom)}{left} {short(y + h - bottom)}Z"
    )


def _arc(radius: float) -> str:
    return f"A{short(radius)} {short(radius)} 0 0 1 "


def _rectangle(g: _Guides) -> list[Point]:
    return [(0, 0), (g.w, 0), (g.w, g.h), (0, g.h)]


def _triangle(g: _Guides) -> list[Point]:
    return [(g.w * g.share("adj", 50_000), 0), (g.w, g.h), (0, g.h)]


def _right_triangle(g: _Guides) -> list[Point]:
    return [(0, 0), (g.w, g.h), (0, g.h)]


def _diamond(g: _Guides) -> list[Point]:
    return [(g.w / 2, 0), (g.w, g.h / 2), (g.w / 2, g.h), (0, g.h / 2)]


def _parallelogram(g: _Guides) -> list[Point]:
    lean = g.part("adj", 25_000)
    return [(lean, 0), (g.w, 0), (g.w - lean, g.h), (0, g.h)]


def _trapezoid(g: _Guides) -> list[Point]:
    lean = g.part("adj", 25_000)
    return [(lean, 0), (g.w - lean, 0), (g.w, g.h), (0, g.h)]


def _home_plate(g: _Guides) -> list[Point]:
    tip = g.w - g.part("adj", 50_000)
    return [(0, 0), (tip, 0), (g.w, g.h / 2), (tip, g.h), (0, g.h)]


def _chevron(g: _Guides) -> list[Point]:
    return [*_home_plate(g), (g.part("adj", 50_000), g.h / 2)]


def _right_arrow(g: _Guides) -> list[Point]:
    neck, shaft = g.w - g.part("adj2", 50_000), g.h * g.share("adj1", 50_000) / 2
    high, low, middle = g.h / 2 - shaft, g.h / 2 + shaft, g.h / 2
    return [
        (0, high), (neck, high), (neck, 0), (g.w, middle), (neck, g.h), (neck, low), (0, low),
    ]  # fmt: skip


def _left_arrow(g: _Guides) -> list[Point]:
    return [(g.w - x, y) for x, y in _right_arrow(g)]


def _down_arrow(g: _Guides) -> list[Point]:
    neck, shaft = g.h - g.part("adj2", 50_000), g.w * g.share("adj1", 50_000) / 2
    left, right, middle = g.w / 2 - shaft, g.w / 2 + shaft, g.w / 2
    return [
        (left, 0), (left, neck), (0, neck), (middle, g.h), (g.w, neck), (right, neck), (right, 0),
    ]  # fmt: skip


def _up_arrow(g: _Guides) -> list[Point]:
    return [(x, g.h - y) for x, y in _down_arrow(g)]


def _left_right_arrow(g: _Guides) -> list[Point]:
    head, shaft = g.part("adj2", 50_000), g.h * g.share("adj1", 50_000) / 2
    high, low, middle, neck = g.h / 2 - shaft, g.h / 2 + shaft, g.h / 2, g.w - head
    right = [(neck, high), (neck, 0), (g.w, middle), (neck, g.h), (neck, low)]
    return [(head, high), *right, (head, low), (head, g.h), (0, middle), (head, 0)]


def _plus(g: _Guides) -> list[Point]:
    a = g.part("adj", 25_000)
    x, y = g.w - a, g.h - a
    return [
        (a, 0), (x, 0), (x, a), (g.w, a), (g.w, y), (x, y),
        (x, g.h), (a, g.h), (a, y), (0, y), (0, a), (a, a),
    ]  # fmt: skip


def _octagon(g: _Guides) -> list[Point]:
    a = g.part("adj", 29_289)
    x, y = g.w - a, g.h - a
    return [(a, 0), (x, 0), (g.w, a), (g.w, y), (x, g.h), (a, g.h), (0, y), (0, a)]


def _hexagon(g: _Guides) -> list[Point]:
    a, rise = g.part("adj", 25_000), sin(pi / 3) * _HEXAGON * g.h / 2
    high, low = g.h / 2 - rise, g.h / 2 + rise
    return [(0, g.h / 2), (a, high), (g.w - a, high), (g.w, g.h / 2), (g.w - a, low), (a, low)]


def _pentagon(g: _Guides) -> list[Point]:
    """Regular, stretched to its frame (the preset's hf and vf do just that)."""
    turns = [n * 2 * pi / 5 for n in range(5)]
    wide, high, low = sin(2 * pi / 5), 1.0, cos(pi / 5)
    return [(g.w * (sin(t) / wide + 1) / 2, g.h * (high - cos(t)) / (high + low)) for t in turns]


_CURVED: dict[str, Callable[[_Guides, float, float], str]] = {
    "ellipse": _ellipse,
    "donut": _donut,
    "roundRect": _round_rect,
    "round2SameRect": _round_top,
}
_CORNERS: dict[str, Callable[[_Guides], list[Point]]] = {
    "rect": _rectangle,
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
