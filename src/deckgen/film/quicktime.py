"""MP4 and QuickTime → size, length, codecs (ISO/IEC 14496-12: boxes in boxes).

In: a file's bytes. Out: what its headers say. A file that ends inside a box is torn.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

from deckgen.film.info import FilmInfo

_MOST = 20_000  # boxes of one level


class _Track(Struct, frozen=True):
    kind: str  # handler: "vide", "soun" …
    codec: str
    width: int = 0
    height: int = 0


def quicktime(data: bytes) -> FilmInfo | None:
    """A film or a sound; None when its index is missing or the file is torn."""
    top = list(_boxes(data, 0, len(data)))
    if not top or top[-1][2] > len(data):
        return None
    moov = _find(top, b"moov")
    if moov is None:
        return None
    inside = list(_boxes(data, *moov))
    tracks = [_track(data, start, end) for name, start, end in inside if name == b"trak"]
    played = [one for one in tracks if one.kind in ("vide", "soun")]
    if not played:
        return None
    codecs = tuple(dict.fromkeys(one.codec for one in played if one.codec))
    pictures = [one for one in played if one.kind == "vide" and one.width and one.height]
    form = _format(data, top, bool(pictures))
    length = _length(data, _find(inside, b"mvhd"))
    if not pictures:
        return FilmInfo(form, "audio", length=length, codecs=codecs)
    first = pictures[0]
    return FilmInfo(form, "video", "", first.width, first.height, length, codecs)


def _format(data: bytes, top: list[tuple[bytes, int, int]], seen: bool) -> str:
    ftyp = _find(top, b"ftyp")
    brand = data[ftyp[0] : ftyp[0] + 4] if ftyp else b"qt  "
    if not seen:
        return "m4a"
    return {b"qt  ": "mov", b"M4V ": "m4v"}.get(brand, "mp4")


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, first and last byte of what is in each box, one after another."""
    for _ in range(_MOST):
        if start + 8 > end:
            return
        size, name = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        elif size == 0:
            size = end - start
        if size < head:
            return
        yield name, start + head, start + size
        start += size


def _find(boxes: list[tuple[bytes, int, int]], name: bytes) -> tuple[int, int] | None:
    return next(((start, end) for found, start, end in boxes if found == name), None)


def _inside(data: bytes, box: tuple[int, int] | None, *path: bytes) -> tuple[int, int] | None:
    for name in path:
        if box is None:
            return None
        box = _find(list(_boxes(data, *box)), name)
    return box


def _length(data: bytes, mvhd: tuple[int, int] | None) -> int:
    """Milliseconds; 0 for a film that comes in pieces."""
    if mvhd is None:
        return 0
    start = mvhd[0]
    if data[start] == 1:
        scale, length = struct.unpack_from(">IQ", data, start + 20)
    else:
        scale, length = struct.unpack_from(">II", data, start + 12)
    return round(length * 1000 / scale) if scale else 0


def _track(data: bytes, start: int, end: int) -> _Track:
    trak = (start, end)
    handler = _inside(data, trak, b"mdia", b"hdlr")
    kind = data[handler[0] + 8 : handler[0] + 12].decode("latin-1") if handler else ""
    stsd = _inside(data, trak, b"mdia", b"minf", b"stbl", b"stsd")
    codec = data[stsd[0] + 12 : stsd[0] + 16].decode("latin-1").strip("\0 ") if stsd else ""
    header = _find(list(_boxes(data, start, end)), b"tkhd")
    if header is None or kind != "vide":
        return _Track(kind, codec)
    return _Track(kind, codec, *_size(data, header[0]))


def _size(data: bytes, start: int) -> tuple[int, int]:
    """A picture's size in 16.16, turned as its matrix says (a telephone held upright)."""
    matrix = start + (52 if data[start] == 1 else 40)
    across, turn = struct.unpack_from(">ii", data, matrix)
    width, height = (part >> 16 for part in struct.unpack_from(">II", data, matrix + 36))
    return (height, width) if not across and turn else (width, height)
