"""Forms of figures whose shape depends on numbers: bands, arrows along a ring, what circles share.

In: a form's words, such as `band 0.4 0.6`, and its frame in points. Out: commands of a path.
Forms that need only their frame are in `forms`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import acos, ceil, cos, degrees, hypot, pi, radians, sin, sqrt, tan
from typing import Any

from deckgen.compose.cycle import BARB, SHAFT, TIP, reach
from deckgen.compose.venn import TREFOIL, TREFOIL_HIGH, TREFOIL_UP

Command = tuple[Any, ...]  # a letter, then coordinates in points
Point = tuple[float, float]
SPOKES = (-pi / 2, pi / 6, pi * 5 / 6)


def figure(words: str, w: float, h: float) -> list[Command]:
    """The path of a form."""
    name, *rest = words.split()
    return FORMS[name](w, h, *map(float, rest))


def band(w: float, h: float, top: float, bottom: float) -> list[Command]:
    """A level of a pyramid: how wide its upper and lower edge are, as shares of the frame."""
    middle = w / 2
    corners = (
        (middle - w * top / 2, 0.0), (middle + w * top / 2, 0.0),
        (middle + w * bottom / 2, h), (middle - w * bottom / 2, h),
    )  # fmt: skip
    return _closed(corners if top else (corners[0], *corners[2:]))


def sweep(w: float, h: float, start: float, end: float) -> list[Command]:
    """An arrow along a ring, from one angle to another, clockwise; the frame is as large as it."""
    x0, y0, x1, y1 = reach(start, end)
    side = max(w / (x1 - x0), h / (y1 - y0))
    middle, radius = (-x0 * side, -y0 * side), side / 2
    first, last = radians(start), radians(end)
    neck = max(last - TIP, first)
    outer, inner = radius + side * SHAFT / 2, radius - side * SHAFT / 2
    commands: list[Command] = [("M", *_on(middle, outer, first))]
    commands += _arc(middle, outer, first, neck)
    commands.append(("L", *_on(middle, radius + side * BARB / 2, neck)))
    commands.append(("L", *_on(middle, radius, last)))
    commands.append(("L", *_on(middle, radius - side * BARB / 2, neck)))
    commands.append(("L", *_on(middle, inner, neck)))
    commands += _arc(middle, inner, neck, first)
    return [*commands, ("Z",)]


def lens(w: float, h: float) -> list[Command]:
    """What two equal circles share: as wide and high as the frame."""
    s, t = w / 2, h / 2
    radius = (s * s + t * t) / (2 * s) if s else t
    half = acos(max(min((radius - s) / radius, 1.0), -1.0)) if radius else 0.0
    left, right = (w - radius, h / 2), (radius, h / 2)
    commands: list[Command] = [("M", s, 0.0)]
    commands += _arc(left, radius, -half, half)
    commands += _arc(right, radius, pi - half, pi + half)
    return [*commands, ("Z",)]


def trefoil(w: float, h: float) -> list[Command]:
    """What three equal circles share, one above two; the frame is as large as it."""
    radius = h / TREFOIL_HIGH
    middle = (w / 2, TREFOIL_UP * radius)
    apart = radius * TREFOIL / sqrt(3)
    corners = [_on(middle, TREFOIL_UP * radius, angle) for angle in SPOKES]
    centres = [_on(middle, apart, angle) for angle in SPOKES]
    commands: list[Command] = [("M", *corners[0])]
    for number, (one, other) in enumerate(pairwise([*corners, corners[0]])):
        # The edge from one corner to the next lies on the far side of the third circle.
        centre = centres[(number + 2) % 3]
        commands += _arc(centre, radius, _angle(centre, one), _angle(centre, other))
    return [*commands, ("Z",)]


def _angle(centre: Point, point: Point) -> float:
    x, y = point[0] - centre[0], point[1] - centre[1]
    length = hypot(x, y) or 1.0
    angle = acos(max(min(x / length, 1.0), -1.0))
    return angle if y >= 0 else -angle


def _on(centre: Point, radius: float, angle: float) -> Point:
    return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)


def _arc(centre: Point, radius: float, start: float, end: float) -> list[Command]:
    """The curve from one angle to another (radians, clockwise positive), the shorter way round."""
    turn = end - start
    if abs(turn) > pi:
        turn -= 2 * pi * (1 if turn > 0 else -1)
    count = max(1, ceil(abs(degrees(turn)) / 45))
    step = turn / count
    k = radius * 4 / 3 * tan(step / 4)
    found: list[Command] = []
    for number in range(count):
        a, b = start + number * step, start + (number + 1) * step
        (ax, ay), (bx, by) = _on(centre, radius, a), _on(centre, radius, b)
        first = (ax - k * sin(a), ay + k * cos(a))
        second = (bx + k * sin(b), by - k * cos(b))
        found.append(("C", *first, *second, bx, by))
    return found


def _closed(corners: tuple[Point, ...]) -> list[Command]:
    first, *rest = corners
    return [("M", *first), *(("L", *corner) for corner in rest), ("Z",)]


FORMS: dict[str, Callable[..., list[Command]]] = {
    "band": band, "sweep": sweep, "lens": lens, "trefoil": trefoil,
}  # fmt: skip
