"""A connector → its line and the forms at its ends.

In: a Connector. Out: outlines. An arrow is three line widths long and wide, as both PowerPoint
and LibreOffice draw the medium one; the line stops inside it, so that its tip stays sharp.
"""

from __future__ import annotations

from math import hypot

from deckgen.base.units import EMU_PER_POINT
from deckgen.layout.forms import disc, polygon
from deckgen.scene.model import Connector, Stroke
from deckgen.writers.marks.model import Outline

ARROW = 3.0  # line widths
THINNEST = 2.0  # points: ends don't get smaller with thinner lines
Point = tuple[float, float]


def connector(item: Connector) -> tuple[Outline, ...]:
    """The line first, then its ends."""
    course = [(x / EMU_PER_POINT, y / EMU_PER_POINT) for x, y in item.corners]
    stroke = item.stroke
    size = max(stroke.width / EMU_PER_POINT, THINNEST) * ARROW
    (start, second), (before, end) = course[:2], course[-2:]
    ends = (*_end(stroke, stroke.head, start, second), *_end(stroke, stroke.tail, end, before))
    first = _towards(start, second, size * 0.7) if stroke.head == "arrow" else start
    last = _towards(end, before, size * 0.7) if stroke.tail == "arrow" else end
    line = (("M", *first), *(("L", *corner) for corner in course[1:-1]), ("L", *last))
    return (Outline(line, stroke=stroke), *ends)


def _towards(one: Point, other: Point, distance: float) -> Point:
    length = hypot(other[0] - one[0], other[1] - one[1]) or 1.0
    share = min(distance / length, 0.5)
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def _end(stroke: Stroke, kind: str, tip: Point, other: Point) -> tuple[Outline, ...]:
    size = max(stroke.width / EMU_PER_POINT, THINNEST) * ARROW
    if kind == "oval":
        return (Outline(tuple(disc(*tip, size / 2)), stroke.colour),)
    length = hypot(other[0] - tip[0], other[1] - tip[1])
    if kind != "arrow" or not length:
        return ()
    ux, uy = (other[0] - tip[0]) / length, (other[1] - tip[1]) / length
    bx, by = tip[0] + ux * size, tip[1] + uy * size
    half = size / 2
    corners = (tip, (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half))
    return (Outline(tuple(polygon(*corners)), stroke.colour),)
