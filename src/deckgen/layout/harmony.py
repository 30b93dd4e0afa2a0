"""The same role in the same size across the slides of one layout, wherever possible.

In: all fitted sheets of a deck. Out: for each a cap by role key, or None to leave it.
A slide gives up one step of its ladder to meet its neighbours, never more.
"""

from __future__ import annotations

from collections import defaultdict

from deckgen.layout.fit import PICTURES, Fitted
from deckgen.layout.gauge import Gauge


def caps_for(sheets: list[Fitted], gauge: Gauge) -> list[dict[str, float] | None]:
    """What each sheet must not exceed, so that sheets of one layout agree."""
    groups: dict[tuple[str, str], set[float]] = defaultdict(set)
    for sheet in sheets:
        for key, size in sheet.sizes.items():
            groups[_group(sheet, key)].add(size)
    return [_caps(sheet, groups, gauge) for sheet in sheets]


def _group(sheet: Fitted, key: str) -> tuple[str, str]:
    return ("" if key == "title" else sheet.sheet.layout, key)


def _caps(
    sheet: Fitted, groups: dict[tuple[str, str], set[float]], gauge: Gauge
) -> dict[str, float] | None:
    caps: dict[str, float] = {}
    for key, size in sheet.sizes.items():
        if key.partition("/")[0] in PICTURES:
            continue
        ladder = gauge.ladder(key)
        lower = ladder[ladder.index(size) + 1 :][:1]
        if not groups[_group(sheet, key)].isdisjoint(lower):
            caps[key] = lower[0]
    return caps or None
