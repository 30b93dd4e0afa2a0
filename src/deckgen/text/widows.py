"""A box width at which fewer paragraphs end in a single short word.

In: prepared paragraphs with sizes, and the box's width in points. Out: a width in points. No
break is written into the text: a narrower box moves a second word down to keep the last one
company, and whoever retypes the text gets ordinary wrapping.
"""

from __future__ import annotations

from deckgen.text.breaking import breaks, count
from deckgen.text.steady import Setting

LONELY = 0.34  # a last line of one word under this share of the longest line looks forgotten
REACH = 0.14  # how much narrower the box may become
_STEP = 0.01


def without_widows(settings: tuple[Setting, ...], width: float) -> float:
    """The widest box of at most `width` with the fewest lonely words and not one line more."""
    best, fewest = width, _lonely(settings, width)
    wanted = _counts(settings, width)
    step = 1
    while fewest and step * _STEP <= REACH:
        trial = width * (1 - step * _STEP)
        if _counts(settings, trial) != wanted:
            break
        lonely = _lonely(settings, trial)
        if lonely < fewest:
            best, fewest = trial, lonely
        step += 1
    return best


def _counts(settings: tuple[Setting, ...], width: float) -> tuple[tuple[int, int], ...]:
    found = []
    for one in settings:
        inner = (width - one.inset) / one.size
        found.append((count(one.prepared, inner), len(breaks(one.prepared, inner))))
    return tuple(found)


def _lonely(settings: tuple[Setting, ...], width: float) -> int:
    return sum(_forsaken(one, width) for one in settings)


def _forsaken(one: Setting, width: float) -> bool:
    lines = breaks(one.prepared, (width - one.inset) / one.size)
    first, last, length = lines[-1]
    return len(lines) > 1 and last - first == 1 and length < LONELY * max(line[2] for line in lines)
