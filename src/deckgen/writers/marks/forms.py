"""Geometry of shapes → path commands in points, absolute on the page.

In: a Preset or a Path, its frame, flip and rotation. Out: commands. The presets are those that
templates and layouts use, by the formulas of ECMA-376's presetShapeDefinitions; any other is
drawn as its frame.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

from deckgen.base.units import EMU_PER_POINT
from deckgen.layout.forms import KAPPA, polygon
from deckgen.scene.model import Box, Geometry, Path, Preset, Shape
from deckgen.writers.marks.model import Command

Guides = dict[str, int]
_FULL = 100_000  # adjust values count in thousandths of a per cent


def commands(shape: Shape) -> tuple[Command, ...]:
    """A shape's outline, mirrored and turned as the shape is."""
    frame = shape.frame
    w, h = frame.cx / EMU_PER_POINT, frame.cy / EMU_PER_POINT
    drawn = outline(shape.geometry, w, h)
    if shape.flip:
        drawn = [_mapped(one, lambda x, y: (w - x, y)) for one in drawn]
    return tuple(_mapped(one, _placing(frame, shape.rotation)) for one in drawn)


def outline(geometry: Geometry, w: float, h: float) -> list[Command]:
    """A form as large as w × h with its corner at the origin."""
    if isinstance(geometry, Path):
        return [_points(one) for one in geometry.commands]
    draw = PRESETS.get(geometry.name, _rect)
    return draw(w, h, dict(geometry.adjust))


def radius(preset: Preset, frame: Box) -> float:
    """The corner radius of a rounded rectangle in points."""
    share = min(dict(preset.adjust).get("adj", 16_667), 50_000) / _FULL
    return min(frame.cx, frame.cy) / EMU_PER_POINT * share


def _points(command: tuple[str | int, ...]) -> Command:
    return tuple(part if isinstance(part, str) else part / EMU_PER_POINT for part in command)


def _placing(frame: Box, degrees: int) -> Callable[[float, float], tuple[float, float]]:
    """From the form's own coordinates to the page's."""
    left, top = frame.x / EMU_PER_POINT, frame.y / EMU_PER_POINT
    if not degrees % 360:
        return lambda x, y: (left + x, top + y)
    cx, cy = frame.cx / EMU_PER_POINT / 2, frame.cy / EMU_PER_POINT / 2
    c, s = cos(radians(degrees)), sin(radians(degrees))

    def place(x: float, y: float) -> tuple[float, float]:
        dx, dy = x - cx, y - cy
        return left + cx + dx * c - dy * s, top + cy + dx * s + dy * c

    return place


def _mapped(command: Command, place: Callable[[float, float], tuple[float, float]]) -> Command:
    numbers = [float(part) for part in command[1:]]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return (command[0], *(part for x, y in pairs for part in place(x, y)))


def _rect(w: float, h: float, _: Guides) -> list[Command]:
    return polygon((0, 0), (w, 0), (w, h), (0, h))


def _ellipse(w: float, h: float, _: Guides) -> list[Command]:
    rx, ry = w / 2, h / 2
    kx, ky = rx * KAPPA, ry * KAPPA
    return [
        ("M", 0.0, ry),
        ("C", 0.0, ry - ky, rx - kx, 0.0, rx, 0.0),
        ("C", rx + kx, 0.0, w, ry - ky, w, ry),
        ("C", w, ry + ky, rx + kx, h, rx, h),
        ("C", rx - kx, h, 0.0, ry + ky, 0.0, ry),
        ("Z",),
    ]


def _rounded(w: float, h: float, guides: Guides) -> list[Command]:
    r = min(w, h) * min(guides.get("adj", 16_667), 50_000) / _FULL
    k = r * (1 - KAPPA)
    return [
        ("M", 0.0, r),
        ("C", 0.0, k, k, 0.0, r, 0.0),
        ("L", w - r, 0.0),
        ("C", w - k, 0.0, w, k, w, r),
        ("L", w, h - r),
        ("C", w, h - k, w - k, h, w - r, h),
        ("L", r, h),
        ("C", k, h, 0.0, h - k, 0.0, h - r),
        ("Z",),
    ]


def _right_arrow(w: float, h: float, guides: Guides) -> list[Command]:
    shaft = h * guides.get("adj1", 50_000) / _FULL
    head = min(min(w, h) * guides.get("adj2", 50_000) / _FULL, w)
    top, low, neck = (h - shaft) / 2, (h + shaft) / 2, w - head
    corners = ((0, top), (neck, top), (neck, 0), (w, h / 2), (neck, h), (neck, low), (0, low))
    return polygon(*corners)


def _left_arrow(w: float, h: float, guides: Guides) -> list[Command]:
    return [_mapped(one, lambda x, y: (w - x, y)) for one in _right_arrow(w, h, guides)]


def _home_plate(w: float, h: float, guides: Guides) -> list[Command]:
    neck = w - min(min(w, h) * guides.get("adj", 50_000) / _FULL, w)
    return polygon((0, 0), (neck, 0), (w, h / 2), (neck, h), (0, h))


def _chevron(w: float, h: float, guides: Guides) -> list[Command]:
    head = min(min(w, h) * guides.get("adj", 50_000) / _FULL, w)
    neck = w - head
    return polygon((0, 0), (neck, 0), (w, h / 2), (neck, h), (0, h), (head, h / 2))


def _triangle(w: float, h: float, guides: Guides) -> list[Command]:
    return polygon((w * guides.get("adj", 50_000) / _FULL, 0), (w, h), (0, h))


def _diamond(w: float, h: float, _: Guides) -> list[Command]:
    return polygon((w / 2, 0), (w, h / 2), (w / 2, h), (0, h / 2))


PRESETS: dict[str, Callable[[float, float, Guides], list[Command]]] = {
    "rect": _rect,
    "roundRect": _rounded,
    "ellipse": _ellipse,
    "rightArrow": _right_arrow,
    "leftArrow": _left_arrow,
    "homePlate": _home_plate,
    "chevron": _chevron,
    "triangle": _triangle,
    "diamond": _diamond,
}
