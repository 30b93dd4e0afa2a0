"""Forms of figures whose shape depends on numbers: bands, arrows along a ring, what circles share.

In: a form's words, such as `band 0.4 0.6`, and its frame in points. Out: commands of a path.
Forms that need only their frame are in `forms`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import acos, ceil, cos, degrees, hypot, pi, radians, sin, tan
from typing import Any

from deckgen.compose.venn import TREFOIL

Command = tuple[Any, ...]  # a letter, then coordinates in points
Point = tuple[float, float]
SHAFT, BARB, TIP = 0.018, 0.045, 0.14  # of a ring's arrow: shares of the frame, length in radians


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
    """An arrow along a ring that fills the frame, from one angle to another, clockwise."""
    side = min(w, h)
    middle, radius = (w / 2, h / 2), side / 2
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
    """What three equal circles share, one above two; the frame holds all three."""
    centres, radius = circles(w, h)
    corners = [_inner(centres, radius, number) for number in range(3)]
    commands: list[Command] = [("M", *corners[0])]
    for number, (one, other) in enumerate(pairwise([*corners, corners[0]])):
        # The edge between the corners inside circles n and n + 1 lies on circle n + 2's far side.
        centre = centres[(number + 2) % 3]
        commands += _arc(centre, radius, _angle(centre, one), _angle(centre, other))
    return [*commands, ("Z",)]


def circles(w: float, h: float) -> tuple[list[Point], float]:
    """Centres and radius of three circles in a frame, one above two."""
    radius = min(w / (2 + TREFOIL), h / (2 + TREFOIL * sin(pi / 3)))
    apart = radius * TREFOIL
    top = (h - radius * 2 - apart * sin(pi / 3)) / 2 + radius
    low = top + apart * sin(pi / 3)
    return [(w / 2, top), (w / 2 + apart / 2, low), (w / 2 - apart / 2, low)], radius


def _inner(centres: list[Point], radius: float, number: int) -> Point:
    """Where the two other circles cross inside this one."""
    (ax, ay), (bx, by) = (c for n, c in enumerate(centres) if n != number)
    mx, my = (ax + bx) / 2, (ay + by) / 2
    cx, cy = centres[number]
    away = hypot(cx - mx, cy - my) or 1.0
    reach = (radius**2 - ((ax - bx) ** 2 + (ay - by) ** 2) / 4) ** 0.5
    return mx + (cx - mx) / away * reach, my + (cy - my) / away * reach


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
