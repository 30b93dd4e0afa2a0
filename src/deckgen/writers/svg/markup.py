"""Values → SVG text that is well-formed by construction, and lengths in points.

In: strings that people typed, EMU. Out: escaped text, short decimal numbers. The same
strings parse as XML and inside an HTML page. Not here: elements.
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.base.markup import escaped
from deckgen.base.units import EMU_PER_POINT

text = escaped


@lru_cache(maxsize=1 << 16)
def pt(emu: int) -> str:
    """A length in points, to a hundredth."""
    return short(emu / EMU_PER_POINT)


def short(value: float) -> str:
    """A number to a hundredth, without needless digits."""
    found = f"{value:.2f}"
    found = found.rstrip("0").rstrip(".") if "." in found else found
    return "0" if found == "-0" else found
