"""A formula → the outlines of its glyphs, for writers that draw.

In: a Formula. Out: one outline, absolute on the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Formula
from deckgen.writers.marks.model import Command, Outline


def formula(item: Formula) -> tuple[Outline, ...]:
    """All glyphs in the formula's colour."""
    return (Outline(tuple(_placed(item)), item.colour),) if item.glyphs else ()


def _placed(item: Formula) -> Iterator[Command]:
    corner = (item.frame.x, item.frame.y)
    for glyph in item.glyphs:
        for letter, *numbers in glyph:
            places = (
                (int(number) + corner[axis % 2]) / EMU_PER_POINT
                for axis, number in enumerate(numbers)
            )
            yield (str(letter), *places)
