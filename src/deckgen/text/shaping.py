"""One style of one typeface, measured with HarfBuzz at size 1.

In: a font file's bytes. Out: widths of strings, kerned and not. Ligatures stay off:
PowerPoint never sets them and they would narrow words below what it draws.
"""

from __future__ import annotations

import uharfbuzz as hb

_KERNED = {"liga": False, "clig": False}  # kerning is on by default
_PLAIN = {"kern": False, "liga": False, "clig": False}
# Drawn as nothing or as a plain space when a font lacks them; never a missing character.
_INVISIBLE = frozenset(
    "\t\u00a0\u00ad\u2007\u200b\u200c\u200d\u200e\u200f\u202f\u2060\ufe0e\ufe0f\ufeff"
)
# Pairs that a font which kerns spaces at all does kern; Arial does, Calibri does not.
_SPACE_PROBES = ("A A", "L T", "P Y")


class Face:
    """A font. Widths are cached a character, not a word: callers cache words."""

    def __init__(self, data: bytes) -> None:
        """`data` is a static font's file."""
        face = hb.Face(data)
        self._font = hb.Font(face)
        self._buffer = hb.Buffer()
        self._unit: float = 1.0 / face.upem
        self._advances: dict[str, int] = {}
        self.kerns_spaces = any(self.kerned(p) != self.unkerned(p) for p in _SPACE_PROBES)

    def has(self, char: str) -> bool:
        """Whether the font draws a character."""
        return char in _INVISIBLE or self._font.get_nominal_glyph(ord(char)) is not None

    def kerned(self, text: str) -> float:
        """The width with kerning."""
        return self._shape(text, _KERNED) * self._unit

    def unkerned(self, text: str) -> float:
        """The width without kerning: the sum of the characters' own advances."""
        known = self._advances
        try:
            return sum([known[char] for char in text]) * self._unit
        except KeyError:
            for char in set(text).difference(known):
                known[char] = self._shape(" " if char == "\t" else char, _PLAIN)
        return sum([known[char] for char in text]) * self._unit

    def _shape(self, text: str, features: dict[str, bool]) -> int:
        buffer = self._buffer
        buffer.reset()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, features)
        return int(sum([position.x_advance for position in buffer.glyph_positions]))
