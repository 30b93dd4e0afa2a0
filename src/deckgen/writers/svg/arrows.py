"""Straight lines with their ends.

In: two points and a stroke. Out: a line that stops where its arrowhead begins, and the
heads as filled forms, three widths long and wide (DrawingML's medium). Not here: what they
connect.
"""

from __future__ import annotations

from math import hypot

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Connector, Stroke
from deckgen.writers.svg import look
from deckgen.writers.svg.geometry import Point, ellipse, polygon
from deckgen.writers.svg.markup import short

_HEAD = 3.0  # length and width of an end, in widths of the line


def connector(item: Connector) -> str:
    """The line and its ends."""
    start = (item.x1 / EMU_PER_POINT, item.y1 / EMU_PER_POINT)
    end = (item.x2 / EMU_PER_POINT, item.y2 / EMU_PER_POINT)
    stroke = item.stroke
    first, last = (
        _shortened(start, end, stroke.head, stroke),
        _shortened(end, start, stroke.tail, stroke),
    )
    coordinates = zip(("x1", "y1", "x2", "y2"), (*first, *last), strict=True)
    ends = "".join([f' {name}="{short(value)}"' for name, value in coordinates])
    heads = _end(start, end, stroke.head, stroke) + _end(end, start, stroke.tail, stroke)
    return f"<line{ends}{look.line(stroke)}/>{heads}"


def _towards(start: Point, end: Point) -> Point:
    """The direction from one point to another, of length 1."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down) or 1.0
    return across / length, down / length


def _shortened(tip: Point, other: Point, kind: str, stroke: Stroke) -> Point:
    """Where the line itself starts: inside its arrowhead, so that it doesn't blunt the point."""
    if kind != "arrow":
        return tip
    (dx, dy), back = _towards(tip, other), (_HEAD - 0.5) * stroke.width / EMU_PER_POINT
    return tip[0] + dx * back, tip[1] + dy * back


def _end(tip: Point, other: Point, kind: str, stroke: Stroke) -> str:
    size = _HEAD * stroke.width / EMU_PER_POINT
    paint = look.fill(stroke.colour)
    if kind == "oval":
        return f'<path d="{ellipse(*tip, size / 2, size / 2)}"{paint}/>'
    if kind != "arrow":
        return ""
    dx, dy = _towards(tip, other)
    x, y, half = tip[0] + dx * size, tip[1] + dy * size, size / 2
    corners = [tip, (x - dy * half, y + dx * half), (x + dy * half, y - dx * half)]
    return f'<path d="{polygon(corners)}"{paint}/>'
