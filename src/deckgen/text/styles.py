"""The words of one style, each measured once, with the symbol face for what its own face lacks.

In: stretches of text without a line break. Out: pieces and widths. Where lines break is
`cutting`'s and `breaking`'s business.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.text.fonts import SYMBOL, coverage
from deckgen.text.model import FaceKey, Piece, Span
from deckgen.text.shaping import Face

Measured = tuple[tuple[Piece, ...], float, float]
"""Pieces, kerned width, safe width."""

NOTHING: Measured = ((), 0.0, 0.0)


class Style:
    """What all text with the same face, scale and key shares."""

    def __init__(self, span: Span, face: Callable[[FaceKey], Face]) -> None:
        """`span` gives face, scale and key; `face` opens a font."""
        self._key = span.face
        self._scale = span.scale
        self._owner = span.key
        self._symbols = FaceKey(SYMBOL, span.face.bold, span.face.italic)
        self._open = face
        self._face = face(span.face)
        self._coverage = coverage(span.face)
        self._words: dict[str, Measured] = {"": NOTHING}
        self._gaps: dict[tuple[str, str, str], Measured] = {}
        self._own: set[str] = set()  # characters that the face itself draws
        self.missing: set[str] = set()  # characters that no face draws

    def word(self, text: str) -> Measured:
        """A stretch without a line break."""
        measured = self._words.get(text)
        if measured is None:
            measured = self._words[text] = self._measure(text)
        return measured

    def gap(self, before: str, white: str, after: str) -> Measured:
        """White space, perhaps none, between two characters that share a line.

        It carries the kerning that the words on either side, measured alone, don't have.
        """
        if white and not self._face.kerns_spaces:
            return self.word(white)
        key = (before, white, after)
        measured = self._gaps.get(key)
        if measured is None:
            measured = self._gaps[key] = self._join(before, white, after)
        return measured

    def _join(self, before: str, white: str, after: str) -> Measured:
        if not (before and after and self._draws(before) and self._draws(after)):
            return self.word(white)
        face, scale = self._face, self._scale
        alone = face.unkerned(before) + face.unkerned(after)
        width = (face.kerned(before + white + after) - alone) * scale
        if not white and not width:
            return NOTHING
        piece = Piece(white, self._key, False, self._owner, width, scale)
        return (piece,), width, max(width, face.unkerned(white) * scale)

    def _measure(self, text: str) -> Measured:
        if self._own.issuperset(text):
            return self._whole(text, False)
        parts = [self._whole(run, symbol) for run, symbol in self._runs(text)]
        pieces = tuple(piece for part in parts for piece in part[0])
        return pieces, sum(part[1] for part in parts), sum(part[2] for part in parts)

    def _whole(self, text: str, symbol: bool) -> Measured:
        key = self._symbols if symbol else self._key
        face = self._open(key) if symbol else self._face
        kerned = face.kerned(text) * self._scale
        safe = max(kerned, face.unkerned(text) * self._scale)
        return (Piece(text, key, symbol, self._owner, kerned, self._scale),), kerned, safe

    def _runs(self, text: str) -> list[tuple[str, bool]]:
        """Stretches of characters from the face itself and from the symbol face."""
        runs: list[tuple[str, bool]] = []
        for char in text:
            symbol = not self._draws(char)
            if runs and runs[-1][1] == symbol:
                runs[-1] = (runs[-1][0] + char, symbol)
            else:
                runs.append((char, symbol))
        return runs

    def _draws(self, char: str) -> bool:
        """Whether the face itself is to draw a character: also when nothing else can."""
        if char in self._own or char in self.missing:
            return True
        if self._face.has(char) and self._open(self._coverage).has(char):
            self._own.add(char)
            return True
        if self._open(self._symbols).has(char):
            return False
        self.missing.add(char)
        return True
