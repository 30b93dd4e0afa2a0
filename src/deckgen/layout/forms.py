"""Drawn forms by name: presets where PowerPoint has them, free forms where it has not.

In: a form's name and its frame in points. Out: Scene geometry.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from deckgen.base.geometry import Rect
from deckgen.base.units import EMU_PER_POINT
from deckgen.layout.figures import FORMS, figure
from deckgen.scene.model import Geometry, Path, Preset

Command = tuple[Any, ...]  # a letter, then coordinates in points
KAPPA = 0.5522847498  # a quarter circle as one cubic Bézier curve
TIP = 0.22  # length of a band's point as a share of its height
HEAD = 0.42  # length of an arrow's head as a share of its height


def geometry(shape: str, rect: Rect, radius: float) -> Geometry:
    """The geometry of a named form in a frame; `radius` is the template's corner radius."""
    if shape == "round":
        short = max(min(rect.w, rect.h), 1)
        share = min(round(radius / short * 100_000), 50_000)
        return Preset("roundRect", (("adj", share),)) if share else Preset("rect")
    if shape in DRAWN:
        return path(DRAWN[shape](rect.w, rect.h))
    if shape.partition(" ")[0] in FORMS:
        return path(figure(shape, rect.w, rect.h))
    return Preset(shape)


def path(commands: list[Command]) -> Path:
    """Commands in points as a Scene path in EMU."""
    scale = EMU_PER_POINT
    return Path(
        tuple([(name, *[round(part * scale) for part in rest]) for name, *rest in commands])
    )


def icon(drawn: Sequence[Command], rect: Rect, side: str) -> tuple[Rect, list[Command]]:
    """An icon of size 1 in a frame, in the middle of its height: its own frame and its path."""
    wide = max(part for command in drawn for part in command[1::2])
    high = max(part for command in drawn for part in command[2::2])
    size = min(rect.w, rect.h) / max(wide, high, 1.0)
    free = {"left": 0.0, "right": 1.0}.get(side, 0.5) * (rect.w - wide * size)
    inner = Rect(rect.x + free, rect.y + (rect.h - high * size) / 2, wide * size, high * size)
    return inner, [(name, *(part * size for part in rest)) for name, *rest in drawn]


def polygon(*corners: tuple[float, float]) -> list[Command]:
    """A closed straight-edged form."""
    first, *rest = corners
    return [("M", *first), *(("L", *corner) for corner in rest), ("Z",)]


def box(x: float, y: float, w: float, h: float) -> list[Command]:
    """A rectangle."""
    return polygon((x, y), (x + w, y), (x + w, y + h), (x, y + h))


def disc(x: float, y: float, r: float) -> list[Command]:
    """A circle around a point."""
    k = r * KAPPA
    return [
        ("M", x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("Z",),
    ]


def arrow(w: float, h: float) -> list[Command]:
    """A wide band that ends in a point."""
    head = min(h * HEAD, w / 2)
    return polygon((0, 0), (w - head, 0), (w, h / 2), (w - head, h), (0, h))


def band(w: float, h: float) -> list[Command]:
    """A band that ends in a flat point."""
    tip = min(h * TIP, w / 2)
    return polygon((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h))


def link(w: float, h: float) -> list[Command]:
    """A piece of such a band: where it begins, the point before it fits in."""
    tip = min(h * TIP, w / 2)
    return polygon((0, 0), (w - tip, 0), (w, h / 2), (w - tip, h), (0, h), (tip, h / 2))


def pointer(w: float, h: float) -> list[Command]:
    """A small arrow: shaft and head."""
    head, shaft = min(h, w / 2), h * 0.36
    top, low = (h - shaft) / 2, (h + shaft) / 2
    return polygon(
        (0, top),
        (w - head, top),
        (w - head, 0),
        (w, h / 2),
        (w - head, h),
        (w - head, low),
        (0, low),
    )


def funnel(w: float, h: float) -> list[Command]:
    """Wide on the left, narrow on the right, with a neck."""
    neck = h * 0.34
    return polygon((0, 0), (w, neck), (w, h - neck), (0, h))


def quote_mark(w: float, h: float) -> list[Command]:
    """Two opening marks, each a dot with a tail."""
    each = w * 0.44
    return [*_comma(0, each, h), *_comma(w - each, each, h)]


def _comma(x: float, w: float, h: float) -> list[Command]:
    r = w / 2
    cy = h - r
    k = r * KAPPA
    return [
        ("M", x + w * 0.92, 0.0),
        ("C", x + w * 0.3, h * 0.12, x, h * 0.36, x, cy),
        ("C", x, cy + k, x + r - k, h, x + r, h),
        ("C", x + r + k, h, x + w, cy + k, x + w, cy),
        ("C", x + w, cy - k, x + r + k, cy - r, x + r, cy - r),
        ("C", x + w * 0.42, h * 0.32, x + w * 0.62, h * 0.2, x + w, h * 0.14),
        ("Z",),
    ]


def quote_angle(w: float, h: float) -> list[Command]:
    """Two chevrons that point to the left, as French opens a quotation."""
    wide, thick = w * 0.52, w * 0.2
    return [*_chevron(0, wide, thick, h), *_chevron(w - wide, wide, thick, h)]


def _chevron(x: float, w: float, thick: float, h: float) -> list[Command]:
    corners = (
        (x + w, 0.0), (x + thick, h / 2), (x + w, h), (x + w - thick, h), (x, h / 2),
        (x + w - thick, 0.0),
    )  # fmt: skip
    first, *rest = corners
    return [("M", *first), *(("L", *corner) for corner in rest), ("Z",)]


def upended(commands: list[Command], w: float, h: float) -> list[Command]:
    """The same form on its head: half a turn."""
    return [
        (letter, *((h if index % 2 else w) - part for index, part in enumerate(rest)))
        for letter, *rest in commands
    ]


def turned(commands: list[Command]) -> list[Command]:
    """The same form, what pointed right pointing down."""
    return [
        (name, *(part for x, y in zip(rest[::2], rest[1::2], strict=True) for part in (y, x)))
        for name, *rest in commands
    ]


def mirrored(commands: list[Command], w: float) -> list[Command]:
    """The same form, left and right exchanged."""
    return [
        tuple(
            w - part if index % 2 and not isinstance(part, str) else part
            for index, part in enumerate(command)
        )
        for command in commands
    ]


# Free forms by name, drawn in a width and a height.
DRAWN: dict[str, Callable[[float, float], list[Command]]] = {
    "arrow-right": arrow,
    "arrow-left": lambda w, h: mirrored(arrow(w, h), w),
    "band": band,
    "band-left": lambda w, h: mirrored(band(w, h), w),
    "link": link,
    "funnel": funnel,
    "quote": quote_mark,
    "quote-low": lambda w, h: upended(quote_mark(w, h), w, h),
    "quote-angle": quote_angle,
    "pointer": pointer,
    "pointer-down": lambda w, h: turned(pointer(h, w)),
}
