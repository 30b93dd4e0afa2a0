"""The same role in the same size across the slides of one layout, wherever possible.

In: all fitted sheets of a deck. Out: for each a cap by role key, or None to leave it.
A slide gives up one step of its ladder to meet its neighbours, never more, and only where as many
stand there as on its own step. Titles do so for one: they must not jump.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from deckgen.layout.fit import PICTURES, Fitted
from deckgen.layout.gauge import Gauge

Groups = dict[tuple[str, str], Counter[float]]  # how many sheets have a key in each size


def caps_for(sheets: list[Fitted], gauge: Gauge) -> list[dict[str, float] | None]:
    """What each sheet must not exceed, so that sheets of one layout agree."""
    groups: Groups = defaultdict(Counter)
    for sheet in sheets:
        for key, size in sheet.sizes.items():
            groups[_group(sheet, key)][size] += 1
    return [_caps(sheet, groups, gauge) for sheet in sheets]


def _group(sheet: Fitted, key: str) -> tuple[str, str]:
    return ("" if key == "title" else sheet.sheet.layout, key)


def _caps(sheet: Fitted, groups: Groups, gauge: Gauge) -> dict[str, float] | None:
    caps: dict[str, float] = {}
    for key, size in sheet.sizes.items():
        if key.partition("/")[0] in PICTURES:
            continue
        ladder = gauge.ladder(key)
        lower = ladder[ladder.index(size) + 1 :][:1]
        alike = groups[_group(sheet, key)]
        there = alike[lower[0]] if lower else 0
        if there and (key == "title" or there >= alike[size]):
            caps[key] = lower[0]
    return caps or None
