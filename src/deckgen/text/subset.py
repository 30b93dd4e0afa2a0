"""A font file → the few glyphs that a page needs, small enough to travel with it.

In: a font's bytes, the characters that are drawn. Out: a TrueType font with those glyphs and
their kerning, or the same packed as WOFF 1.0. HarfBuzz's subsetter takes 1 ms a face and comes
with the shaper; nobody needs hinting and ligatures on a slide. Not here: which characters a
page draws.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

_HEADER = struct.Struct(">4sIIHHIHHIIIII")
_ENTRY = struct.Struct(">5I")
_TRUETYPE = 0x00010000
_KERN = int.from_bytes(b"kern", "big")


def subset(data: bytes, chars: Iterable[str]) -> bytes:
    """The font with just these characters."""
    import uharfbuzz as hb

    face = hb.Face(data)
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(sorted({ord(char) for char in chars}))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.add(_KERN)
    wanted.name_id_set.clear()  # the stand-in's name is reserved for the whole font
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    return bytes(hb.subset(face, wanted).blob.data)


def woff(font: bytes) -> bytes:
    """A TrueType font as a WOFF 1.0 file (W3C): every table deflated by itself."""
    tables = list(_tables(font))
    offset = _HEADER.size + _ENTRY.size * len(tables)
    directory, bodies = [], []
    for tag, checksum, data in tables:
        # On a tie the table itself: equal lengths mean that it is not deflated.
        packed = min(data, zlib.compress(data, 9), key=len)
        directory.append(_ENTRY.pack(tag, offset, len(packed), len(data), checksum))
        bodies.append(_padded(packed))
        offset += len(bodies[-1])
    # The size of the font as it was: a header of 12, 16 a table, every table padded.
    whole = 12 + sum(16 + len(_padded(data)) for _, _, data in tables)
    head = (b"wOFF", _TRUETYPE, offset, len(tables), 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return b"".join((_HEADER.pack(*head), *directory, *bodies))


def _tables(font: bytes) -> Iterable[tuple[int, int, bytes]]:
    """Tag, checksum and content of every table."""
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, checksum, offset, length = struct.unpack_from(">4I", font, 12 + 16 * number)
        yield tag, checksum, font[offset : offset + length]


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)
