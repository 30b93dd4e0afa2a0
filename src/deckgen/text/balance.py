"""Balanced headlines: the box width at which the lines are even and stay as they are.

In: prepared text and the room it has. Out: a width, never a line break: the outline's text
stays clean, and a person who retypes the headline gets ordinary wrapping. The width is the
middle of the widths that give the same lines, so that small differences between programs'
measures change nothing.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.text.breaking import OVERFLOW, Line, breaks, count
from deckgen.text.model import SAFETY, Prepared

_TRIALS = 48
_LONELY = 0.34  # a last line of one word under this share of the longest looks forgotten
_STEADY = 0.01  # a window this wide (share of its middle) survives other programs' measures


class _Choice(Struct, frozen=True, gc=False):
    penalty: float
    width: float


def balance(prepared: Prepared, width: float) -> float:
    """A box width of at most `width` with as many lines as `width` itself needs."""
    wanted = count(prepared, width)
    if wanted == OVERFLOW or wanted <= len(prepared.stops):
        return width
    best = _Choice(float("inf"), width)
    trial = width
    for _ in range(_TRIALS):
        lines = breaks(prepared, trial)
        if len(lines) > wanted:
            break
        choice = _judge(prepared, lines, width, wanted)
        if choice is not None and choice.penalty < best.penalty:
            best = choice
        trial = max(line[2] for line in lines) * (1 - 1e-6)
    return best.width


def _judge(
    prepared: Prepared, lines: tuple[Line, ...], width: float, wanted: int
) -> _Choice | None:
    """How good a set of lines is, and the width to get it; None if no width keeps the count."""
    low, high = _window(prepared, lines, width)
    steady = (high - low) / high
    middle = (low + high) / 2 if steady > 0 else high
    if count(prepared, middle) > wanted or len(breaks(prepared, middle)) > wanted:
        return None
    penalty = _raggedness(lines) + 2 * _lonely(lines) + max(0.0, _STEADY - steady) * 50
    return _Choice(penalty, middle)


def _window(prepared: Prepared, lines: tuple[Line, ...], width: float) -> tuple[float, float]:
    """The widths between which these lines stand, by kerned and by safe measure alike."""
    rail, safe = prepared.rail, prepared.safe_rail
    low = max(safe.ends[last - 1] - safe.starts[first] for first, last, _ in lines) / SAFETY
    high = width
    for first, last, _ in lines:
        if last not in prepared.stops:
            high = min(high, rail.ends[last] - rail.starts[first])
    return low, high


def _raggedness(lines: tuple[Line, ...]) -> float:
    widths = [line[2] for line in lines]
    return 1 - min(widths) / max(widths)


def _lonely(lines: tuple[Line, ...]) -> bool:
    first, last, width = lines[-1]
    return last - first == 1 and width < _LONELY * max(line[2] for line in lines)
