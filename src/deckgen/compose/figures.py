"""Kinds that are drawn as what they mean: which module draws which.

In: a block. Out: its box.
"""

from __future__ import annotations

from typing import assert_never

from deckgen.compose.boxes import Box
from deckgen.compose.cycle import cycle
from deckgen.compose.funnel import funnel
from deckgen.compose.matrix import matrix
from deckgen.compose.opposition import opposition
from deckgen.compose.timeline import phases, timeline
from deckgen.compose.worlds import worlds
from deckgen.outline.model import (
    Cycle,
    Funnel,
    Matrix,
    Opposition,
    Phases,
    Timeline,
    Worlds,
)

Drawn = Timeline | Phases | Worlds | Opposition | Funnel | Cycle | Matrix


def drawn(block: Drawn, width: float) -> Box:
    """The figure of a block, on a page so many points wide."""
    match block:
        case Timeline():
            return timeline(block)
        case Phases():
            return phases(block)
        case Worlds():
            return worlds(block, width)
        case Opposition():
            return opposition(block, bleeding=False)
        case Funnel():
            return funnel(block)
        case Cycle():
            return cycle(block)
        case Matrix():
            return matrix(block)
        case _:
            assert_never(block)
