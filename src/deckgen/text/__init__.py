"""Text floor: how wide text is and where its lines break.

In: spans of text with a typeface, a World that has the bundled fonts. Out: prepared
text with widths at size 1 and lines for any width. Nothing here knows slides, colours
or absolute sizes.
"""

from deckgen.text.balance import balance
from deckgen.text.breaking import breaks, count, line_pieces
from deckgen.text.fonts import SYMBOL, known, seat, typefaces
from deckgen.text.model import PITCH, SAFETY, Atom, FaceKey, Piece, Prepared, Span
from deckgen.text.typesetter import Typesetter

__all__ = [
    "PITCH",
    "SAFETY",
    "SYMBOL",
    "Atom",
    "FaceKey",
    "Piece",
    "Prepared",
    "Span",
    "Typesetter",
    "balance",
    "breaks",
    "count",
    "known",
    "line_pieces",
    "seat",
    "typefaces",
]
