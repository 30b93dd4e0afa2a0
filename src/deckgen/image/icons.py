"""Icons by name: what they are called, how to find one, how each is drawn.

In: a World. Out: names, and outlines as path commands. The table is made when deckgen is installed
(`fonts.lock`) and read when the first icon is asked for. Not here: places and colours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct

from deckgen.base.curves import cubic
from deckgen.world import World

FILE = "icons.tsv"
Command = tuple[str | float, ...]

_STEP = re.compile(r"([MLQZ])([-\d ]*)")
_LED = 2  # a rank up to which a word leads to an icon; beyond it, it only starts such a word


class Icon(Struct, frozen=True, gc=False):
    """An icon's name, its other names, words to find it by, its outline as the table has it."""

    name: str
    others: tuple[str, ...]
    words: tuple[str, ...]
    drawn: str


class Icons:
    """The icons that a world has; none where its table is absent."""

    def __init__(self, world: World) -> None:
        """The table is read when it is needed."""
        self._world = world
        self._table: dict[str, Icon] | None = None

    def get(self, name: str) -> Icon | None:
        """The icon of a name, however its words are parted; None when there is none."""
        return self._known().get(key(name))

    def names(self) -> tuple[str, ...]:
        """All names, of every icon the first."""
        return tuple(name for name, icon in self._known().items() if name == icon.name)

    def search(self, words: Iterable[str]) -> tuple[Icon, ...]:
        """Icons that all words lead to: first by their names, then by what they stand for."""
        wanted = [key(word) for word in words if word.strip()]
        icons = [icon for name, icon in self._known().items() if name == icon.name]
        ranks = [(max(map(_rank(icon), wanted), default=0), icon.name, icon) for icon in icons]
        good = _LED if any(rank <= _LED for rank, _, _ in ranks) else _LED + 1
        return tuple(icon for rank, _, icon in sorted(ranks, key=_place) if rank <= good)

    def outline(self, name: str) -> tuple[Command, ...]:
        """The icon's path, from the corner of its own box; empty when there is no such icon."""
        icon = self.get(name)
        return () if icon is None else tuple(_commands(icon.drawn))

    def _known(self) -> dict[str, Icon]:
        if self._table is None:
            self._table = _read(self._world)
        return self._table


def key(name: str) -> str:
    """A name as the table has it: small letters, hyphens."""
    return "-".join(re.split(r"[\s_-]+", name.strip().lower()))


def _read(world: World) -> dict[str, Icon]:
    try:
        text = world.font(FILE).decode()
    except KeyError:
        return {}
    found: dict[str, Icon] = {}
    others: dict[str, Icon] = {}
    for line in text.splitlines():
        name, also, words, drawn = line.split("\t")
        icon = Icon(name, tuple(also.split(",")) if also else (), tuple(words.split(",")), drawn)
        found[name] = icon
        others.update(dict.fromkeys(icon.others, icon))
    return {**others, **found}


def _place(found: tuple[int, str, Icon]) -> tuple[int, str]:
    return found[:2]


def _rank(icon: Icon) -> Callable[[str], int]:
    """How a word leads to an icon.

    0 it is its name, 1 it is in its name, 2 it is one of its words, 3 one starts so, 4 not at all.
    """
    names = (icon.name, *icon.others)
    parts = {part for name in names for part in name.split("-")}
    words = {key(word) for word in icon.words}

    def rank(word: str) -> int:
        found = (
            word in names,
            word in parts,
            word in words,
            any(one.startswith(word) for one in words),
        )
        return next((place for place, hit in enumerate(found) if hit), 4)

    return rank


def _commands(drawn: str) -> list[Command]:
    """The path at the icon's size of 1, quadratic curves as cubic ones, its corner at 0, 0."""
    found: list[Command] = []
    last = (0.0, 0.0)
    for letter, numbers in _STEP.findall(drawn):
        at = [int(number) / 1000 for number in numbers.split()]
        if letter == "Q":
            cx, cy, x, y = at
            first, second = cubic(last, (cx, cy), (x, y))
            found.append(("C", *first, *second, x, y))
        else:
            found.append((letter, *at))
        last = (at[-2], at[-1]) if at else last
    return _cornered(found)


def _cornered(drawn: list[Command]) -> list[Command]:
    points = [[float(part) for part in rest] for _, *rest in drawn]
    left = min(x for point in points for x in point[::2])
    top = min(y for point in points for y in point[1::2])
    return [
        (str(letter), *(part - (top if n % 2 else left) for n, part in enumerate(point)))
        for (letter, *_), point in zip(drawn, points, strict=True)
    ]
