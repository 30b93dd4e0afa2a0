"""Choosing sizes: the largest step of each role's ladder at which everything fits.

In: a Sheet and a Gauge. Out: `Fitted`, the placed boxes and the sizes, or what is over at
the floor. The ladder is deterministic: whoever takes most of the room that lacks steps
down first, and all texts of a page that share role and `fit` step together.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.compose.boxes import Box, Equation, Flow, Grid, Layers, Sheet, TextBox
from deckgen.layout.arrange import Arrangement, Excess, Placed
from deckgen.layout.gauge import Gauge, key_of, key_of_equation
from deckgen.layout.regions import rectangles

# Set as large as the page allows on purpose: these are pictures made of words.
PICTURES = frozenset({"display", "shout", "figure", "sign", "numeral", "big"})
LAST = "title"  # steps down only when nothing else can
SMALL = 22.0  # points; texts below this size are worth another look
LEAST = 18.0  # … and below this size only when nothing larger can give way
LARGER = 1.3  # times: what is so much larger than a small text steps down before it
# What stands above and below a body, and makes room for it when its own texts can't.
AROUND = ("then", "lead/sub", "title")


class Fitted(Struct, frozen=True):
    """A sheet with its frames and the sizes by key. `over` is empty when all fits.

    `strange`: some character is in none of the fonts.
    """

    sheet: Sheet
    placed: tuple[Placed, ...]
    sizes: dict[str, float]
    over: tuple[Excess, ...] = ()
    strange: bool = False


def fit(sheet: Sheet, gauge: Gauge, caps: dict[str, float]) -> Fitted:
    """Place a sheet at the largest sizes that fit. `caps` limits keys (points) from above."""
    ladders = {key: _capped(gauge.ladder(key), caps.get(key)) for key in keys(sheet)}
    steps = dict.fromkeys(ladders, 0)
    while True:
        gauge.sizes = {key: ladder[steps[key]] for key, ladder in ladders.items()}
        attempt = _arrange(sheet, gauge)
        falling = {_faller(one.blame, steps, ladders) for one in attempt.over} - {""}
        falling = falling or _around(attempt.over, steps, ladders)
        if not falling:
            over = tuple(one for one in attempt.over if one.reason != "wrapped")
            if not attempt.over:
                attempt = _raised(sheet, gauge, steps, ladders) or attempt
            strange = _strange(sheet, gauge)
            return Fitted(sheet, tuple(attempt.placed), gauge.sizes, over, strange)
        for key in falling:
            steps[key] += 1


def _raised(
    sheet: Sheet, gauge: Gauge, steps: dict[str, int], ladders: dict[str, tuple[float, ...]]
) -> Arrangement | None:
    """Small texts a step larger again, where what fell after them has left the room for it."""
    best: Arrangement | None = None
    for key in sorted(steps, key=lambda key: ladders[key][steps[key]]):
        while steps[key] and ladders[key][steps[key]] < SMALL:
            kept = gauge.sizes
            gauge.sizes = {**kept, key: ladders[key][steps[key] - 1]}
            attempt = _arrange(sheet, gauge)
            if attempt.over:
                gauge.sizes = kept
                break
            steps[key] -= 1
            best = attempt
    return best


def keys(sheet: Sheet) -> dict[str, None]:
    """The role keys of a sheet's texts, in reading order."""
    found: dict[str, None] = {}
    for region in sheet.regions:
        for box in walk(region.box):
            if isinstance(box, TextBox):
                found.update(dict.fromkeys([key_of(para, box.fit) for para in box.paras]))
            elif isinstance(box, Equation):
                found[key_of_equation(box)] = None
    return found


def _strange(sheet: Sheet, gauge: Gauge) -> bool:
    texts = (
        box for region in sheet.regions for box in walk(region.box) if isinstance(box, TextBox)
    )
    return any(one.words.missing for box in texts for one in gauge.measured(box))


def walk(box: Box) -> Iterator[Box]:
    """A box and everything in it, in paint order; of a table its cells."""
    yield box
    if isinstance(box, Flow):
        for child in box.children:
            yield from walk(child)
    elif isinstance(box, Layers):
        for cell in box.cells:
            yield from walk(cell.box)
    elif isinstance(box, Grid):
        for row in box.cells:
            yield from row


def _capped(ladder: tuple[float, ...], cap: float | None) -> tuple[float, ...]:
    if cap is None:
        return ladder
    return tuple(size for size in ladder if size <= cap) or ladder[-1:]


def _arrange(sheet: Sheet, gauge: Gauge) -> Arrangement:
    attempt = Arrangement(gauge)
    slots = rectangles(sheet, gauge.template, attempt.measure.height)
    for region in sheet.regions:
        rect = slots[region.name]
        if rect.h < region.least:
            under = next((one for one in sheet.regions if one.name == region.above), region)
            attempt.exceed("height", region.least - rect.h, under.box, slots[under.name])
        elif min(rect.h, rect.y) < 0:  # nothing left; or it stands on its foot and leaves the page
            attempt.exceed("height", -min(rect.h, rect.y), region.box, rect)
        attempt.place(region.box, rect)
    return attempt


def _around(
    over: list[Excess], steps: dict[str, int], ladders: dict[str, tuple[float, ...]]
) -> set[str]:
    """Who around a body that is too high still has a smaller step."""
    if not any(one.reason == "height" for one in over):
        return set()
    free = [key for key in AROUND if key in ladders and steps[key] + 1 < len(ladders[key])]
    return set(free[:1])


def _faller(
    blame: dict[str, float], steps: dict[str, int], ladders: dict[str, tuple[float, ...]]
) -> str:
    """The key that takes most room and still has a smaller step; empty when there is none.

    What is small already waits for what is larger, so that nobody reads the least of all.
    """
    free = [key for key in blame if steps[key] + 1 < len(ladders[key])]
    words = [key for key in free if key != LAST] or free
    most = max(words, key=lambda key: blame[key], default="")
    size = {key: ladders[key][steps[key]] for key in words}
    if not most or size[most] > LEAST:
        return most
    large = [one for one in words if size[one] > LARGER * size[most] and not _a_picture(one)]
    return max(large, key=lambda key: blame[key], default=most)


def _a_picture(key: str) -> bool:
    """Whether a role is made of words that are a picture: these stay large."""
    return key.partition("/")[0] in PICTURES
