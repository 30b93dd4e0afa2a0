"""Geometry of shapes → path commands in points, absolute on the page.

In: a Preset or a Path, its frame, flip and rotation. Out: commands. A preset that isn't known here
is drawn as its frame.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians, sin

from deckgen.base.units import EMU_PER_POINT
from deckgen.layout.forms import KAPPA, polygon
from deckgen.scene.model import Box, Geometry, Path, Preset, Shape
from deckgen.writers.marks.model import Command
from deckgen.writers.marks.presets import CORNERS, Guides, rectangle


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
    guides = Guides(geometry, w, h)
    curved = CURVED.get(geometry.name)
    return curved(guides) if curved else polygon(*CORNERS.get(geometry.name, rectangle)(guides))


def radius(preset: Preset, frame: Box) -> float:
    """The corner radius of a rounded rectangle in points."""
    guides = Guides(preset, frame.cx / EMU_PER_POINT, frame.cy / EMU_PER_POINT)
    return min(guides.part("adj", 16_667), guides.side / 2)


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


def _ellipse(g: Guides) -> list[Command]:
    return _oval(0.0, 0.0, g.w, g.h)


def _oval(x: float, y: float, w: float, h: float) -> list[Command]:
    rx, ry = w / 2, h / 2
    kx, ky = rx * KAPPA, ry * KAPPA
    return [
        ("M", x, y + ry),
        ("C", x, y + ry - ky, x + rx - kx, y, x + rx, y),
        ("C", x + rx + kx, y, x + w, y + ry - ky, x + w, y + ry),
        ("C", x + w, y + ry + ky, x + rx + kx, y + h, x + rx, y + h),
        ("C", x + rx - kx, y + h, x, y + ry + ky, x, y + ry),
        ("Z",),
    ]


def _donut(g: Guides) -> list[Command]:
    """Outer edge clockwise, the hole the other way round."""
    band = g.part("adj", 25_000)
    hole = _oval(band, band, g.w - 2 * band, g.h - 2 * band)
    return [*_ellipse(g), *[_mapped(one, lambda x, y: (x, g.h - y)) for one in hole]]


def _rounded(g: Guides) -> list[Command]:
    r = min(g.part("adj", 16_667), g.side / 2)
    return _corners_rounded(g, r, r)


def _rounded_top(g: Guides) -> list[Command]:
    return _corners_rounded(g, g.part("adj1", 16_667), g.part("adj2", 0))


def _corners_rounded(g: Guides, top: float, low: float) -> list[Command]:
    w, h, k, m = g.w, g.h, top * (1 - KAPPA), low * (1 - KAPPA)
    return [
        ("M", 0.0, top),
        ("C", 0.0, k, k, 0.0, top, 0.0),
        ("L", w - top, 0.0),
        ("C", w - k, 0.0, w, k, w, top),
        ("L", w, h - low),
        ("C", w, h - m, w - m, h, w - low, h),
        ("L", low, h),
        ("C", m, h, 0.0, h - m, 0.0, h - low),
        ("Z",),
    ]


CURVED: dict[str, Callable[[Guides], list[Command]]] = {
    "ellipse": _ellipse,
    "donut": _donut,
    "roundRect": _rounded,
    "round2SameRect": _rounded_top,
}
