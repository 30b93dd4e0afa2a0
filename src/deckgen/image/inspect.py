"""A picture's bytes → its format, size, orientation; None when it is no picture.

PNG, JPEG, GIF and SVG are read here, without Pillow, down to their last byte, so that a torn file
is found before PowerPoint finds it. Nothing here decodes pixels, so no bomb can go off.
"""

from __future__ import annotations

import struct
import zlib

from deckgen.image.info import ImageInfo

PNG = b"\x89PNG\r\n\x1a\n"
_NO_SIZE = frozenset((0x01, *range(0xD0, 0xD9)))  # JPEG markers without a length
_FRAMES = frozenset(
    (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
)


def inspect(data: bytes) -> ImageInfo | None:
    """What the bytes show, or None when they are no picture, or a torn one."""
    try:
        if data.startswith(PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data[:6] in (b"GIF87a", b"GIF89a"):
            return _gif(data)
    except (struct.error, IndexError):
        return None
    if b"<svg" in data[:4096] or b":svg" in data[:4096]:
        from deckgen.image.vector import size

        found = size(data)
        return found and ImageInfo("svg", *found, plain=False)
    from deckgen.image.pillow import inspect_other

    return inspect_other(data)


def _png(data: bytes) -> ImageInfo | None:
    """PNG specification, 5.3: length, type, data, checksum, until IEND."""
    index, frames, pixels = 8, 1, False
    width, height, depth = struct.unpack_from(">IIB", data, 16)
    while index < len(data):
        size, kind = struct.unpack_from(">I4s", data, index)
        (checksum,) = struct.unpack_from(">I", data, index + 8 + size)
        if zlib.crc32(data[index + 4 : index + 8 + size]) != checksum:
            return None
        if kind == b"acTL":
            (frames,) = struct.unpack_from(">I", data, index + 8)
        pixels = pixels or kind == b"IDAT"
        if kind == b"IEND":
            sound = pixels and width > 0 and height > 0
            found = ImageInfo("png", width, height, 1, frames, depth <= 8)
            return found if sound else None
        index += 12 + size
    return None


def _jpeg(data: bytes) -> ImageInfo | None:
    """JPEG, B.1.1: segments up to the scan; the frame header has the size."""
    index, turned, frame = 2, 1, None
    while index + 4 <= len(data):
        if data[index] != 0xFF:
            return None
        marker = data[index + 1]
        if marker == 0xFF or marker in _NO_SIZE:
            index += 1 if marker == 0xFF else 2
            continue
        (size,) = struct.unpack_from(">H", data, index + 2)
        if marker == 0xE1 and data[index + 4 : index + 10] == b"Exif\0\0":
            turned = orientation(data[index + 10 : index + 2 + size])
        if marker in _FRAMES:
            frame = struct.unpack_from(">HHB", data, index + 5)
        if marker == 0xDA:
            break
        index += 2 + size
    if frame is None or b"\xff\xd9" not in data[index:]:
        return None
    height, width, parts = frame
    if not width or not height:
        return None
    if turned >= 5:
        width, height = height, width
    return ImageInfo("jpeg", width, height, turned, 1, turned == 1 and parts != 4)


def orientation(exif: bytes) -> int:
    """The orientation that a camera noted (TIFF tag 0x0112); 1 when it is upright or unknown."""
    try:
        order = {b"II": "<", b"MM": ">"}[exif[:2]]
        (start,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, start)
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = struct.unpack_from(order + "HHIH", exif, entry)
            if tag == 0x0112:
                return int(value) if 1 <= value <= 8 else 1
    except (KeyError, struct.error):
        return 1
    return 1


def _gif(data: bytes) -> ImageInfo | None:
    """GIF89a, 18: the screen's size; 27: the trailer."""
    width, height = struct.unpack_from("<HH", data, 6)
    frames = data.count(b"\x21\xf9\x04") or 1
    if not width or not height or b"\x3b" not in data[-64:]:
        return None
    return ImageInfo("gif", width, height, 1, frames)
