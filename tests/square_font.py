"""A font whose every character is a square, so that widths can be checked by hand.

`square_world()` has it under the name of every bundled font file. At 1 em a character, text of
ten characters is 10 wide at size 1, and 180 points at 18.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from deckgen.text.fonts import FAMILIES, SYMBOL
from deckgen.world import MemoryWorld

UPEM = 1000
SYMBOLS = "►▼▲◄▄■●▪"
LETTERS = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0éëïóüèêôâñçÉ€·×½²–—‘’“”…•→←"

Kerns = tuple[tuple[str, str, int], ...]


@lru_cache
def square_font(chars: str = LETTERS, em: float = 1.0, kerns: Kerns = ()) -> bytes:
    """A TrueType font with these characters. `kerns` are pairs with thousandths of an em."""
    names = {ord(char): f"u{ord(char):04X}" for char in chars}
    order = [".notdef", *names.values()]
    builder = FontBuilder(UPEM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys(order, _square(round(em * UPEM))))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (round(em * UPEM), 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    if kerns:
        pairs = "".join(f"pos u{ord(a):04X} u{ord(b):04X} {by};" for a, b, by in kerns)
        addOpenTypeFeaturesFromString(builder.font, f"feature kern {{ {pairs} }} kern;")
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def _square(side: int) -> object:
    pen = TTGlyphPen(None)
    corners = [(0, 0), (0, side), (side, side), (side, 0)]
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def square_fonts(em: float = 1.0, kerns: Kerns = ()) -> dict[str, bytes]:
    """The square font under every bundled file name; only Arial's have the symbols."""
    plain, full = square_font(LETTERS, em, kerns), square_font(LETTERS + SYMBOLS, em, kerns)
    return {
        file: full if typeface == SYMBOL else plain
        for typeface, family in FAMILIES.items()
        for file in family.files
    }


def square_world(
    files: dict[str, bytes] | None = None, em: float = 1.0, kerns: Kerns = ()
) -> MemoryWorld:
    """A world with square fonts and the given files."""
    return MemoryWorld(files, square_fonts(em, kerns))
