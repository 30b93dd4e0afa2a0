"""Choosing sizes: the largest step of each role's ladder at which everything fits.

In: a Sheet and a Gauge. Out: `Fitted`, the placed boxes and the sizes, or what is over at
the floor. The ladder is deterministic: whoever takes most of the room that lacks steps
down first, and all texts of a page that share role and `fit` step together.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Box, Flow, Grid, Layers, Sheet, TextBox
from deckgen.layout.arrange import Arrangement, Placed
from deckgen.layout.gauge import Gauge, key_of
from deckgen.layout.regions import rectangles

TITLE_KEYS = ("title",)  # steps down only when nothing else can


class Fitted(Struct, frozen=True):
    """A sheet with its frames. `over` is empty when all fits; else excess in points by key."""

    sheet: Sheet
    placed: tuple[Placed, ...]
    slots: dict[str, Rect]
    sizes: dict[str, float]
    over: tuple[tuple[str, float], ...] = ()


def fit(sheet: Sheet, gauge: Gauge, caps: dict[str, float]) -> Fitted:
    """Place a sheet at the largest sizes that fit. `caps` limits keys (points) from above."""
    ladders = {key: _capped(gauge.ladder(key), caps.get(key)) for key in keys(sheet)}
    steps = dict.fromkeys(ladders, 0)
    while True:
        gauge.sizes = {key: ladder[steps[key]] for key, ladder in ladders.items()}
        attempt, slots = _arrange(sheet, gauge)
        if not attempt.over:
            return Fitted(sheet, tuple(attempt.placed), slots, gauge.sizes)
        falling = [_faller(blame, steps, ladders) for blame, _ in attempt.over]
        if not any(falling):
            return Fitted(sheet, tuple(attempt.placed), slots, gauge.sizes, _report(attempt))
        for key in dict.fromkeys(falling):
            if key:
                steps[key] += 1


def keys(sheet: Sheet) -> dict[str, None]:
    """The role keys of a sheet's texts, in reading order."""
    found: dict[str, None] = {}
    for region in sheet.regions:
        for box in walk(region.box):
            if isinstance(box, TextBox):
                found.update(dict.fromkeys(key_of(para, box.fit) for para in box.paras))
            elif isinstance(box, Grid):
                found.setdefault("note")
    return found


def walk(box: Box) -> Iterator[Box]:
    """A box and everything in it, in paint order."""
    yield box
    match box:
        case Flow():
            for child in box.children:
                yield from walk(child)
        case Layers():
            for cell in box.cells:
                yield from walk(cell.box)


def _capped(ladder: tuple[float, ...], cap: float | None) -> tuple[float, ...]:
    return tuple(size for size in ladder if cap is None or size <= cap) or ladder[-1:]


def _arrange(sheet: Sheet, gauge: Gauge) -> tuple[Arrangement, dict[str, Rect]]:
    attempt = Arrangement(gauge)
    slots = rectangles(sheet, gauge.template, attempt.height)
    for region in sheet.regions:
        rect = slots[region.name]
        if rect.h < 0:
            attempt.over.append((attempt.blame(region.box, rect.w), -rect.h))
        elif rect.h < region.least:
            under = next(one for one in sheet.regions if one.name == region.above)
            attempt.over.append((attempt.blame(under.box, rect.w), region.least - rect.h))
        attempt.place(region.box, rect)
    return attempt, slots


def _faller(
    blame: dict[str, float], steps: dict[str, int], ladders: dict[str, tuple[float, ...]]
) -> str:
    """The key that takes most room and still has a smaller step; empty when there is none."""
    free = [key for key in blame if steps[key] + 1 < len(ladders[key])]
    small = [key for key in free if key not in TITLE_KEYS] or free
    return max(small, key=lambda key: blame[key], default="")


def _report(attempt: Arrangement) -> tuple[tuple[str, float], ...]:
    return tuple(
        (max(blame, key=lambda k: blame[k], default="text"), more) for blame, more in attempt.over
    )
