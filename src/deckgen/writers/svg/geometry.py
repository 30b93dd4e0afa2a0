"""Scene geometry → the `d` of an SVG path.

In: a preset or a free form, and its frame. Out: path data, absolute, in points; arcs where
other writers that draw need curves. Not here: colours.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Box, Geometry, Path
from deckgen.writers.marks.presets import CORNERS, Guides, Point, rectangle
from deckgen.writers.svg.markup import short


def path(geometry: Geometry, frame: Box) -> str:
    """Path data. A preset that isn't known here is drawn as its frame."""
    x, y = frame.x / EMU_PER_POINT, frame.y / EMU_PER_POINT
    if isinstance(geometry, Path):
        return "".join([_command(command, x, y) for command in geometry.commands])
    guides = Guides(geometry, frame.cx / EMU_PER_POINT, frame.cy / EMU_PER_POINT)
    curved = _CURVED.get(geometry.name)
    if curved:
        return curved(guides, x, y)
    corners = CORNERS.get(geometry.name, rectangle)(guides)
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


def _ellipse(guides: Guides, x: float, y: float) -> str:
    return ellipse(x + guides.w / 2, y + guides.h / 2, guides.w / 2, guides.h / 2)


def ellipse(x: float, y: float, rx: float, ry: float) -> str:
    """An ellipse around a point."""
    half = f"{short(rx)} {short(ry)} 0 0 1"
    left, right, level = short(x - rx), short(x + rx), short(y)
    return f"M{left} {level}A{half} {right} {level}A{half} {left} {level}Z"


def _donut(guides: Guides, x: float, y: float) -> str:
    """Outer edge clockwise, the hole the other way round."""
    band = guides.part("adj", 25_000)
    rx, ry = guides.w / 2 - band, guides.h / 2 - band
    cx, cy = x + guides.w / 2, y + guides.h / 2
    half = f"{short(rx)} {short(ry)} 0 0 0"
    left, right, level = short(cx - rx), short(cx + rx), short(cy)
    hole = f"M{left} {level}A{half} {right} {level}A{half} {left} {level}Z"
    return _ellipse(guides, x, y) + hole


def _round_rect(guides: Guides, x: float, y: float) -> str:
    radius = guides.part("adj", 16_667)
    return _rounded((x, y, guides.w, guides.h), radius, radius)


def _round_top(guides: Guides, x: float, y: float) -> str:
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


_CURVED: dict[str, Callable[[Guides, float, float], str]] = {
    "ellipse": _ellipse,
    "donut": _donut,
    "roundRect": _round_rect,
    "round2SameRect": _round_top,
}
