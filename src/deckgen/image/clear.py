"""A picture that shows nothing, as large as what will play in its place.

In: pixels. Out: a PNG of one clear colour, a few hundred bytes, without Pillow.
"""

from __future__ import annotations

import struct
import zlib

from deckgen.image.inspect import PNG


def clear(width: int, height: int) -> bytes:
    """The PNG (specification, 11.2): one bit a pixel, its only colour transparent."""
    header = struct.pack(">IIBBBBB", width, height, 1, 3, 0, 0, 0)
    pixels = zlib.compress(bytes(1 + (width + 7) // 8) * height, 9)
    chunks = (
        (b"IHDR", header), (b"PLTE", bytes(6)), (b"tRNS", bytes(2)), (b"IDAT", pixels),
        (b"IEND", b""),
    )  # fmt: skip
    return PNG + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
