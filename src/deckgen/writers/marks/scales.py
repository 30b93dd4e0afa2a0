"""Value axes as Office makes them by itself: from where to where, in which steps.

In: the least and the largest value. Out: a Scale. Not here: how anything is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10

from msgspec import Struct

HEADROOM = 0.05  # Office's share of air above the largest value
STEPS = 10  # intervals of an axis at most


class Scale(Struct, frozen=True, gc=False):
    """A value axis: from, to, and the distance of its marks."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Where a value lies, 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        """The values that are named."""
        count = round((self.high - self.low) / self.step)
        return [self.low + n * self.step for n in range(count + 1)]


def scale(least: float, most: float, from_zero: bool) -> Scale:
    """Office's automatic axis: air beyond the extremes, ends on whole steps."""
    if from_zero or (least > 0 and (most - least) / most > 1 / 6):
        least = min(least, 0.0)
    most = max(most, 0.0) if from_zero else most
    air = (most - least) * HEADROOM
    high = most + air if most else 0.0
    low = least - air if least else 0.0
    high += not high - low  # nothing but zeros
    step = _step(high - low)
    return Scale(floor(low / step) * step, ceil(high / step) * step, step)


def span(values: Sequence[float]) -> Scale:
    """An axis of points: from before the first to behind the last, on whole steps."""
    least, most = min(values, default=0.0), max(values, default=0.0)
    if least == most:
        least, most = least - (abs(least) or 1) / 2, most + (abs(most) or 1) / 2
    air = (most - least) * HEADROOM
    step = _step(most - least + 2 * air)
    ends = floor((least - air) / step) * step, ceil((most + air) / step) * step
    return Scale(round(ends[0], 12), round(ends[1], 12), round(step, 12))


def _step(reach: float) -> float:
    """The least of 1, 2, 5, 10 … that cuts a reach into no more than STEPS."""
    size = 10.0 ** floor(log10(reach / STEPS))
    return next(factor * size for factor in (1, 2, 5, 10, 20) if reach / (factor * size) <= STEPS)
