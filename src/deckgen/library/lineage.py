"""Which slides are versions of one slide: by where they came from, then by what they say.

Slides share keys: firm ones (a slide and those taken from it; the same words) join them, loose ones
make it worth to compare their sketches. Each is compared with its neighbours under a key only, so
that the work grows with the number of slides and not with its square.

In: keys and sketches. Out: for each slide the smallest number among its versions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from deckgen.library import likeness
from deckgen.library.entries import Entry

NEAR = 8  # neighbours under a key with which a slide is compared

Link = tuple[int, int]


def keys(entry: Entry, own: str) -> list[int]:
    """What a slide is found by. `own` is its name among all."""
    found = {likeness.firm(way) for way in (own, *entry.came)}
    said = f"{entry.title}\n{entry.body}".strip().casefold()
    if " " in said:  # one word is no sign of kinship
        found.add(likeness.firm(said))
    return [*found, *likeness.loose(entry.sketch)]


def links(rows: Iterable[tuple[int, int]], sketch: Callable[[int], bytes]) -> Iterator[Link]:
    """Pairs of versions, from all (key, slide) in order."""
    now = -1
    before: list[int] = []
    for key, slide in rows:
        if key != now:
            now, before = key, []
        if likeness.is_firm(key):
            before = before[-1:]
        yield from akin(key, slide, before[-NEAR:], sketch)
        before.append(slide)


def akin(
    key: int, slide: int, others: Iterable[int], sketch: Callable[[int], bytes]
) -> Iterator[Link]:
    """Those of the others under a key that are versions of a slide."""
    firm = likeness.is_firm(key)
    for other in others:
        if firm or likeness.likeness(sketch(slide), sketch(other)) >= likeness.ENOUGH:
            yield other, slide


class Families:
    """Slides in disjoint sets, each known by its smallest number."""

    def __init__(self) -> None:
        """Every slide alone."""
        self._above: dict[int, int] = {}

    def join(self, one: int, other: int) -> None:
        """Make two sets one."""
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first

    def of(self, slide: int) -> int:
        """The smallest number of a slide's set. Paths are halved on the way (Tarjan, 1984)."""
        above = self._above
        while (up := above.get(slide, slide)) != slide:
            above[slide] = slide = above.get(up, up)
        return slide
