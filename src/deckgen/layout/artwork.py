"""Artwork for empty picture slots and quiet grounds: flat forms, the same for the same seed.

In: a style, a seed, a size in points. Out: layers, each a colour role and the path commands
of all its forms, back to front. Quiet enough to lie under a word; never a grey box.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from deckgen.base.geometry import Rect
from deckgen.layout.forms import Command, box, disc, polygon
from deckgen.template.model import ArtStyle

Layer = tuple[str, list[Command]]
Style = Callable[["Dice", float, float], list[Layer]]

DOT = 64.0  # points; smaller discs are dots


class Dice:
    """A stream of numbers that is fixed by its seed (SHA-256 in counter mode)."""

    def __init__(self, seed: str) -> None:
        """Equal seeds give equal streams, on every machine."""
        self._numbers = self._stream(seed)

    def _stream(self, seed: str) -> Iterator[float]:
        block = 0
        while True:
            digest = hashlib.sha256(f"{seed}:{block}".encode()).digest()
            for at in range(0, 32, 4):
                yield int.from_bytes(digest[at : at + 4], "big") / 2**32
            block += 1

    def between(self, low: float, high: float) -> float:
        """A number in the range."""
        return low + (high - low) * next(self._numbers)

    def chance(self, share: float) -> bool:
        """True in that share of the throws."""
        return next(self._numbers) < share

    def pick(self, count: int) -> int:
        """A whole number below `count`."""
        return int(next(self._numbers) * count)


def draw(style: ArtStyle, seed: str, w: float, h: float) -> list[Layer]:
    """The layers of one picture."""
    layers = STYLES[style](Dice(f"{style}/{seed}"), w, h)
    return [(role, commands) for role, commands in layers if commands]


def clear_of(layers: list[Layer], rects: list[Rect]) -> list[Layer]:
    """The layers without lights and dots that something on the artwork would cut in two.

    What it covers all of, or none of, stays; so does everything large.
    """
    return [
        (role, _uncut(role, commands, rects) if rects else commands) for role, commands in layers
    ]


def _uncut(role: str, commands: list[Command], rects: list[Rect]) -> list[Command]:
    starts = [at for at, one in enumerate(commands) if one[0] == "M"]
    forms = [commands[a:b] for a, b in zip(starts, [*starts[1:], len(commands)], strict=True)]
    kept = (form for form in forms if not any(_cuts(role, form, rect) for rect in rects))
    return [one for form in kept for one in form]


def _cuts(role: str, form: list[Command], rect: Rect) -> bool:
    """Whether the rectangle covers a part of a light or a dot; curves lie between their points."""
    points = [pair for _, *all_ in form for pair in zip(all_[::2], all_[1::2], strict=True)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    dot = any(one[0] == "C" for one in form) and max(ys) - min(ys) < DOT
    apart = max(xs) <= rect.x or min(xs) >= rect.right or max(ys) <= rect.y
    if apart or min(ys) >= rect.bottom or not (dot or role == "signal"):
        return False
    inside = rect.x <= min(xs) and max(xs) <= rect.right
    return not (inside and rect.y <= min(ys) and max(ys) <= rect.bottom)


def houses(dice: Dice, w: float, h: float) -> list[Layer]:
    """A row of Dutch house fronts before another row, a few windows lit."""
    back = _row(dice, w, h, (0.42, 0.66), (h * 0.16, h * 0.24))
    front = _row(dice, w, h, (0.28, 0.5), (h * 0.19, h * 0.3))
    panes: list[Command] = []
    lit: list[Command] = []
    for house in front:
        for pane in _panes(dice, *house[1:]):
            (lit if dice.chance(0.07) else panes).extend(box(*pane))
    return [
        ("art-3", [command for house in back for command in house[0]]),
        ("art-2", [command for house in front for command in house[0]]),
        ("art-1", panes),
        ("signal", lit),
    ]


House = tuple[list[Command], float, float, float, float]


def _row(
    dice: Dice, w: float, h: float, heights: tuple[float, float], widths: tuple[float, float]
) -> list[House]:
    found: list[House] = []
    x = -dice.between(0, widths[0] / 2)
    while x < w:
        wide = dice.between(*widths)
        tall = h * dice.between(*heights)
        left, right = max(x, 0.0), min(x + wide, w)
        if right - left > wide * 0.55:
            found.append(
                (
                    _front(dice, left, h - tall, right - left, tall),
                    left,
                    h - tall,
                    right - left,
                    tall,
                )
            )
        elif right > left:
            found.append((box(left, h - tall * 0.7, right - left, tall * 0.7), left, h, 0, 0))
        x += wide
    return found


def _front(dice: Dice, x: float, y: float, w: float, h: float) -> list[Command]:
    """A front with a gable: stepped, pointed, necked or flat."""
    low = y + h
    gable = min(w * 0.5, y * 0.6, h * 0.5)
    match dice.pick(4):
        case 0:
            return polygon((x, low), (x, y), (x + w / 2, y - gable), (x + w, y), (x + w, low))
        case 1:
            return polygon((x, low), *_stairs(x, y, w, gable), (x + w, low))
        case 2:
            neck, top = w * 0.27, y - gable * 0.8
            return polygon(
                (x, low),
                (x, y),
                (x + neck, y),
                (x + neck, top),
                (x + w - neck, top),
                (x + w - neck, y),
                (x + w, y),
                (x + w, low),
            )
        case _:
            return box(x, y - gable * 0.3, w, h + gable * 0.3)


def _stairs(x: float, y: float, w: float, gable: float) -> list[tuple[float, float]]:
    steps = 4
    half = []
    for n in range(steps):
        level = y - gable * n / steps
        half += [(x + w * 0.42 * n / steps, level), (x + w * 0.42 * (n + 1) / steps, level)]
    mirror = [(2 * x + w - px, py) for px, py in reversed(half)]
    return half + mirror


def _panes(
    dice: Dice, x: float, y: float, w: float, h: float
) -> Iterator[tuple[float, float, float, float]]:
    if w <= 0:
        return
    across = 2 if w < 110 else 3
    pane = w / (across * 1.9)
    gap = (w - across * pane) / (across + 1)
    tall = pane * dice.between(1.25, 1.6)
    top = y + gap * 0.7
    while top + tall < y + h - gap * 0.4:
        for n in range(across):
            yield x + gap + n * (pane + gap), top, pane, tall
        top += tall * 1.55


def windows(dice: Dice, w: float, h: float) -> list[Layer]:
    """One large front of windows, as an evening flat shows them."""
    cell = h / 7
    columns, rows = round(w / cell), 7
    wide = w / columns
    pane: list[Command] = []
    drawn: list[Command] = []
    lit: list[Command] = []
    for row in range(rows):
        for column in range(columns):
            place = (
                column * wide + wide * 0.16,
                row * cell + cell * 0.18,
                wide * 0.68,
                cell * 0.62,
            )
            target = lit if dice.chance(0.06) else drawn if dice.chance(0.22) else pane
            target.extend(box(*place))
    return [("art-2", pane), ("art-3", drawn), ("signal", lit)]


def circles(dice: Dice, w: float, h: float) -> list[Layer]:
    """Circles of neighbours: rings of small discs around large ones."""
    large: list[Command] = []
    small: list[Command] = []
    accent: list[Command] = []
    for n in range(max(3, round(w / h * 3))):
        r = h * dice.between(0.1, 0.2)
        x = w * (n + dice.between(0.25, 0.75)) / max(3, round(w / h * 3))
        y = h * dice.between(0.2, 0.8)
        large.extend(_clipped(x, y, r, w, h))
        for px, py, pr in _around(dice, x, y, r):
            target = accent if dice.chance(0.05) else small
            target.extend(_clipped(px, py, pr, w, h))
    return [("art-2", large), ("art-3", small), ("signal", accent)]


def _around(dice: Dice, x: float, y: float, r: float) -> Iterator[tuple[float, float, float]]:
    ring = (
        (1, 0),
        (0.71, 0.71),
        (0, 1),
        (-0.71, 0.71),
        (-1, 0),
        (-0.71, -0.71),
        (0, -1),
        (0.71, -0.71),
    )
    reach = r * dice.between(1.45, 1.75)
    for dx, dy in ring:
        if dice.chance(0.8):
            yield x + dx * reach, y + dy * reach, r * dice.between(0.16, 0.3)


def _clipped(x: float, y: float, r: float, w: float, h: float) -> list[Command]:
    """The disc if it lies inside the frame: artwork never leaves it."""
    inside = r <= x <= w - r and r <= y <= h - r
    return disc(x, y, r) if inside else []


def fields(dice: Dice, w: float, h: float) -> list[Layer]:
    """Overlapping fields: broad bands that lean over one another."""
    layers: list[Layer] = []
    for role, count in (("art-2", 3), ("art-3", 2)):
        commands: list[Command] = []
        for _ in range(count):
            x, wide = w * dice.between(0, 0.7), w * dice.between(0.12, 0.28)
            lean = h * dice.between(0.2, 0.5)
            corners = ((x + lean, 0), (x + lean + wide, 0), (x + wide, h), (x, h))
            commands.extend(polygon(*((min(max(px, 0), w), py) for px, py in corners)))
        layers.append((role, commands))
    x, r = w * dice.between(0.6, 0.85), h * 0.06
    layers.append(("signal", disc(x, h * dice.between(0.2, 0.4), r)))
    return layers


def paths(dice: Dice, w: float, h: float) -> list[Layer]:
    """Paths that cross a green: broad curves from edge to edge."""
    layers: list[Layer] = []
    for role, thick in (("art-2", h * 0.13), ("art-3", h * 0.07), ("art-2", h * 0.04)):
        y0, y1 = h * dice.between(0.12, 0.8), h * dice.between(0.12, 0.8)
        c0, c1 = h * dice.between(0, 0.85), h * dice.between(0, 0.85)
        layers.append(
            (
                role,
                [
                    ("M", 0.0, y0),
                    ("C", w * 0.33, c0, w * 0.66, c1, w, y1),
                    ("L", w, y1 + thick),
                    ("C", w * 0.66, c1 + thick, w * 0.33, c0 + thick, 0.0, y0 + thick),
                    ("Z",),
                ],
            )
        )
    dots: list[Command] = []
    for _ in range(7):
        dots.extend(disc(w * dice.between(0.05, 0.95), h * dice.between(0.08, 0.92), h * 0.018))
    layers.append(("signal", dots))
    return layers


def streets(dice: Dice, w: float, h: float) -> list[Layer]:
    """A street plan seen from above: blocks between streets, one of them marked."""
    blocks: dict[str, list[Command]] = {"art-2": [], "art-3": [], "signal": []}
    street, y, marked = h * 0.025, 0.0, False
    while y < h:
        tall = min(h * dice.between(0.14, 0.26), h - y)
        x = -w * dice.between(0, 0.08)
        while x < w:
            wide = h * dice.between(0.16, 0.42)
            left, right = max(x, 0.0), min(x + wide, w)
            if right - left > street:
                lit = not marked and 0.55 * w < x < 0.8 * w and dice.chance(0.4)
                marked = marked or lit
                role = "signal" if lit else "art-3" if dice.chance(0.25) else "art-2"
                blocks[role].extend(box(left, y, right - left, tall))
            x += wide + street
        y += tall + street
    return list(blocks.items())


STYLES: dict[ArtStyle, Style] = {
    "houses": houses,
    "windows": windows,
    "circles": circles,
    "fields": fields,
    "paths": paths,
    "streets": streets,
}
