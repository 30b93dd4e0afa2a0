"""A film's or a sound's bytes → what it is; None when it is neither, or torn.

Formats are told by their bytes, never by a file's name. Nothing here raises for any bytes.
"""

from __future__ import annotations

import struct
from typing import Literal

from deckgen.film.info import FilmInfo
from deckgen.film.matroska import matroska
from deckgen.film.quicktime import quicktime
from deckgen.film.sounds import mp3, wav

_EBML = b"\x1a\x45\xdf\xa3"
_ASF = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"
Kind = Literal["video", "audio"]
# What starts like this is known, and not played by every PowerPoint.
_OTHERS: tuple[tuple[bytes, str, Kind], ...] = (
    (_ASF, "Windows Media", "video"),
    (b"FLV\x01", "Flash", "video"),
    (b"\x00\x00\x01\xba", "MPEG", "video"),
    (b"\x00\x00\x01\xb3", "MPEG", "video"),
    (b"OggS", "Ogg", "audio"),
    (b"fLaC", "FLAC", "audio"),
    (b"FORM", "AIFF", "audio"),
    (b"MThd", "MIDI", "audio"),
    (b"#!AMR", "AMR", "audio"),
)


def inspect(data: bytes) -> FilmInfo | None:
    """What the bytes play, or None."""
    try:
        return _inspect(data)
    except (struct.error, IndexError, ValueError, ZeroDivisionError, OverflowError):
        return None


def _inspect(data: bytes) -> FilmInfo | None:
    if data[4:8] in (b"ftyp", b"moov", b"wide", b"mdat", b"free", b"skip"):
        return quicktime(data)
    if data.startswith(_EBML):
        return matroska(data)
    if data.startswith(b"RIFF"):
        return FilmInfo("", "video", "AVI") if data[8:12] == b"AVI " else wav(data)
    for start, name, kind in _OTHERS:
        if data.startswith(start):
            return FilmInfo("", kind, name)
    if data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] and data[1] & 0xE0 == 0xE0):
        return mp3(data)
    return None
