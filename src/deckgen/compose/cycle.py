"""Stations on a ring, arrows from each to the next.

In: a Cycle. Out: its box. The ring is turned so that no station stands at the very top or bottom,
where there would be no room beside it for its words.
"""

from __future__ import annotations

from math import ceil, cos, pi, radians, sin

from msgspec import Struct

from deckgen.compose.boxes import Box, Cell, Layers, Mark, Panel, TextBox
from deckgen.compose.paras import box, optional, para
from deckgen.outline.model import Cycle, Part
from deckgen.scene.model import Align, Anchor

ASPECT = 2.25
# Of an arrow: thickness of its shaft and its head in diameters of the ring, its head in radians.
SHAFT, BARB, TIP = 0.018, 0.045, 0.14
RING = 0.40  # radius as a share of the figure's height
DISC, SMALL = 0.085, 0.068  # radius of a station's disc, and of one of many
MANY = 6
CLOSE = 5  # stations from which words keep clear of arrows
STEEP = 0.6  # sine from which a station's words stand away from the ring's arrows
LINE = 0.045  # half a line of words
CLEAR = 0.035  # from a disc to an arrow, and to its words
TALL = 0.46  # height of a station's words at most


def cycle(block: Cycle) -> Box:
    """The ring, its stations' words beside them."""
    angles = _angles(len(block.items))
    disc = DISC if len(angles) < MANY else SMALL
    legs = enumerate(_legs(angles), start=1)
    cells = [_arrow(leg, number % len(angles), disc) for number, leg in legs]
    for number, (angle, part) in enumerate(zip(angles, block.items, strict=True)):
        x, y = RING * cos(angle), RING * sin(angle)
        cells.append(_cell(_disc(number), (x - disc, y - disc, x + disc, y + disc)))
        cells.append(_words(part, number, _sides(angles, number, disc)))
    if block.centre:
        half = RING - disc - CLEAR
        words = box(
            para(block.centre, "lead"), name="centre", align="center", anchor="middle", balance=True
        )
        cells.append(_cell(words, (-half, -half * 0.7, half, half * 0.7)))
    return Layers(tuple(cells), aspect=ASPECT, least=200, grow=1, name="cycle")


def _angles(count: int) -> list[float]:
    """Clockwise from the station nearest the top; for an odd count one stands on the left."""
    step = 2 * pi / max(count, 1)
    start = -pi / 2 + step / (2 if count % 2 == 0 else 4)
    return [start + number * step for number in range(count)]


def _legs(angles: list[float]) -> list[tuple[float, float]]:
    if len(angles) < 2:
        return []
    ends = [*angles[1:], angles[0] + 2 * pi]
    return list(zip(angles, ends, strict=True))


def _arrow(leg: tuple[float, float], to: int, disc: float) -> Cell:
    """The arrow that leads to a station, named like it."""
    clear = (disc + CLEAR) / RING
    first, last = (leg[0] + clear) * 180 / pi, (leg[1] - clear) * 180 / pi
    mark = Mark(f"sweep {first:.3f} {last:.3f}", fill="line", name=f"arrow-{to}")
    x0, y0, x1, y1 = (side * 2 * RING for side in reach(first, last))
    return _cell(mark, (x0, y0, x1, y1))


def reach(start: float, end: float) -> tuple[float, float, float, float]:
    """The edges of an arrow along a ring of diameter 1 around its middle; angles in degrees."""
    count = max(2, ceil((end - start) / 2))
    angles = [radians(start + (end - start) * n / count) for n in range(count + 1)]
    ends = [(angle, radius) for angle in angles for radius in (0.5 - SHAFT / 2, 0.5 + SHAFT / 2)]
    neck = max(angles[-1] - TIP, angles[0])
    ends += [(neck, 0.5 - BARB / 2), (neck, 0.5 + BARB / 2)]
    xs, ys = [r * cos(a) for a, r in ends], [r * sin(a) for a, r in ends]
    return min(xs), min(ys), max(xs), max(ys)


def _disc(number: int) -> TextBox:
    return box(
        para(str(number + 1), "lead", colour="on-accent"),
        name=f"disc-{number}",
        fit="disc",
        align="center",
        anchor="middle",
        panel=Panel("accent", "ellipse"),
    )


class Place(Struct, frozen=True):
    """Where a station's words stand: edges around the figure's middle, in its heights."""

    sides: tuple[float, float, float, float]
    align: Align
    anchor: Anchor


def _sides(angles: list[float], number: int, disc: float) -> Place:
    """Beside the disc; of many, the upper ones' words grow upwards, the lower ones' down."""
    angle = angles[number]
    x, y, right = RING * cos(angle), RING * sin(angle), cos(angle) > 0
    edge = disc + CLEAR
    x0, x1 = (x + edge, ASPECT / 2) if right else (-ASPECT / 2, x - edge)
    align: Align = "left" if right else "right"
    tall = _room(angles, number)
    if len(angles) < CLOSE or abs(sin(angle)) < STEEP:
        return Place((x0, y - tall / 2, x1, y + tall / 2), align, "middle")
    if y < 0:
        return Place((x0, -0.5, x1, y + LINE), align, "bottom")
    return Place((x0, y - LINE, x1, 0.5), align, "top")


def _words(part: Part, number: int, place: Place) -> Cell:
    words = box(
        para(part.name, "name"),
        optional(part.text, "note", before=0.1),
        name=f"words-{number}",
        fit="station",
        align=place.align,
        anchor=place.anchor,
    )
    return _cell(words, place.sides)


def _room(angles: list[float], number: int) -> float:
    """How high a station's words may be: to its neighbours on its side, and to the edge."""
    side, y = cos(angles[number]) > 0, RING * sin(angles[number])
    near = [
        abs(RING * sin(angle) - y)
        for place, angle in enumerate(angles)
        if place != number and (cos(angle) > 0) == side
    ]
    return min(*near, 2 * (0.5 - abs(y)), TALL) if near else min(2 * (0.5 - abs(y)), TALL)


def _cell(inner: Box, sides: tuple[float, float, float, float]) -> Cell:
    """A box by its edges around the middle, in heights of the figure."""
    x0, y0, x1, y1 = sides
    return Cell(inner, 0.5 + x0 / ASPECT, 0.5 + y0, 0.5 + x1 / ASPECT, 0.5 + y1)
