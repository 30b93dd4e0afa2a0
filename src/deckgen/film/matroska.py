"""WebM → size, length, codecs (RFC 8794: elements in elements, RFC 9559: which ones).

In: a file's bytes. Out: what stands before its first pictures.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from deckgen.film.info import FilmInfo

_HEAD, _TYPE, _SEGMENT = 0x1A45DFA3, 0x4282, 0x18538067
_INFO, _SCALE, _DURATION = 0x1549A966, 0x2AD7B1, 0x4489
_TRACKS, _ENTRY, _KIND, _CODEC, _VIDEO = 0x1654AE6B, 0xAE, 0x83, 0x86, 0xE0
_WIDTH, _HEIGHT, _SHOWN_WIDTH, _SHOWN_HEIGHT = 0xB0, 0xBA, 0x54B0, 0x54BA
_CLUSTER = 0x1F43B675
_MOST = 10_000

Element = tuple[int, bytes]


def matroska(data: bytes) -> FilmInfo | None:
    """A WebM film or sound; Matroska's other kinds are known and not played."""
    top = dict(_elements(data))
    head = dict(_elements(top.get(_HEAD, b"")))
    if head.get(_TYPE, b"").rstrip(b"\0") != b"webm":
        return FilmInfo("", "video", "Matroska") if _SEGMENT in top else None
    inside = dict(_elements(top.get(_SEGMENT, b"")))
    tracks = _elements(inside.get(_TRACKS, b""))
    entries = [dict(_elements(content)) for key, content in tracks if key == _ENTRY]
    if not entries:
        return None
    codecs = tuple(one.get(_CODEC, b"").decode("latin-1") for one in entries)
    pictures = [dict(_elements(one[_VIDEO])) for one in entries if _VIDEO in one]
    length = _length(dict(_elements(inside.get(_INFO, b""))))
    if not pictures:
        return FilmInfo("webm", "audio", length=length, codecs=codecs)
    first = pictures[0]
    width = _whole(first.get(_SHOWN_WIDTH, b"")) or _whole(first.get(_WIDTH, b""))
    height = _whole(first.get(_SHOWN_HEIGHT, b"")) or _whole(first.get(_HEIGHT, b""))
    return FilmInfo("webm", "video", "", width, height, length, codecs)


def _length(info: dict[int, bytes]) -> int:
    raw = info.get(_DURATION, b"")
    if len(raw) not in (4, 8):
        return 0
    ticks: float = struct.unpack(">f" if len(raw) == 4 else ">d", raw)[0]
    return round(ticks * (_whole(info.get(_SCALE, b"")) or 1_000_000) / 1e6)


def _elements(data: bytes) -> Iterator[Element]:
    """Id and content of each element, up to the first pictures; what is cut off ends the list."""
    at = 0
    for _ in range(_MOST):
        if at >= len(data):
            return
        key, at = _number(data, at, keep=True)
        size, at = _number(data, at)
        if key == _CLUSTER:
            return
        end = len(data) if size is None else at + size
        yield key or 0, data[at : min(end, len(data))]
        at = end


def _number(data: bytes, at: int, keep: bool = False) -> tuple[int | None, int]:
    """A number whose length its first bits say, and what follows it; None for "unknown"."""
    first = data[at]
    width = 9 - first.bit_length()
    if width > 8 or at + width > len(data):
        raise ValueError("torn")
    whole = int.from_bytes(data[at : at + width], "big")
    bits = (1 << (7 * width)) - 1
    if keep:
        return whole, at + width
    return (None if whole & bits == bits else whole & bits), at + width


def _whole(data: bytes) -> int:
    return int.from_bytes(data, "big")
