"""What the documents' examples name and no repository keeps: photographs, films, sounds.

In: a file's name. Out: its bytes, always the same, or None for other files. The pictures are
a sea at an hour of the day, drawn here; a film says how long and large it is, and holds nothing.
"""

from __future__ import annotations

import math
import struct
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
WIDE, HIGH = 1600, 1000
HORIZON = 560


class Mood(NamedTuple):
    """An hour of the day: the sky and the sea from top to bottom, the sun, its light, its place."""

    sky: tuple[Colour, Colour]
    sea: tuple[Colour, Colour]
    sun: Colour
    light: Colour
    at: tuple[int, int]


MOODS = {
    "morning": Mood(
        ((94, 128, 158), (246, 226, 206)), ((150, 164, 170), (52, 82, 100)),
        (255, 246, 226), (236, 222, 204), (420, 470),
    ),
    "noon": Mood(
        ((30, 104, 168), (190, 220, 232)), ((70, 140, 160), (12, 66, 98)),
        (255, 253, 240), (206, 232, 236), (800, 190),
    ),
    "evening": Mood(
        ((46, 84, 120), (245, 205, 160)), ((120, 128, 132), (18, 44, 62)),
        (255, 240, 205), (214, 190, 158), (1095, 485),
    ),
}  # fmt: skip


def prop(path: str) -> bytes | None:
    """A file for an example, by what its name ends in."""
    if path.endswith((".jpg", ".jpeg", ".png")):
        return photograph(Path(path).stem)
    if path.endswith(".mp4"):
        return film(1920, 1080)
    if path.endswith(".mp3"):
        return sound()
    return film(0, 0) if path.endswith(".m4a") else None


@cache
def photograph(hour: str = "") -> bytes:
    """The sea, by the hour of the day; the evening when it is none."""
    mood = MOODS.get(hour, MOODS["evening"])
    picture = Image.new("RGB", (WIDE, HIGH))
    pen = ImageDraw.Draw(picture)
    for y in range(HIGH):
        share = y / HORIZON if y < HORIZON else (y - HORIZON) / (HIGH - HORIZON)
        colours = mood.sky if y < HORIZON else mood.sea
        pen.line(((0, y), (WIDE, y)), fill=_between(*colours, share**1.4))
    x, y = mood.at
    pen.ellipse((x - 55, y - 55, x + 55, y + 55), fill=mood.sun)
    for step in range(60):
        _glitter(pen, step, mood)
    file = BytesIO()
    picture.save(file, "JPEG", quality=72, optimize=True)
    return file.getvalue()


def _glitter(pen: ImageDraw.ImageDraw, step: int, mood: Mood) -> None:
    """A streak of light on the water, longer the nearer."""
    y = HORIZON + 4 + step * step // 9
    half = 18 + step * 2.2 * (1 + 0.5 * math.sin(step * 1.7))
    middle = mood.at[0] + 26 * math.sin(step * 2.3)
    pen.rectangle((middle - half, y, middle + half, y + 1 + step // 16), fill=mood.light)


def _between(one: tuple[int, ...], other: tuple[int, ...], share: float) -> tuple[int, ...]:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))


def film(width: int, height: int) -> bytes:
    """An MP4 of twenty seconds (ISO/IEC 14496-12) without a sample; without a size a sound."""
    head = struct.pack(">IIIII", 0, 0, 0, 1000, 20_000) + bytes(80)
    tracks = [_track(width, height, b"vide", b"avc1")] if width else []
    tracks.append(_track(0, 0, b"soun", b"mp4a"))
    moov = _box(b"moov", _box(b"mvhd", head), *tracks)
    return _box(b"ftyp", b"isom", bytes(4)) + moov + _box(b"mdat")


def _track(width: int, height: int, kind: bytes, codec: bytes) -> bytes:
    one = 0x10000
    matrix = struct.pack(">9i", one, 0, 0, 0, one, 0, 0, 0, 0)
    header = bytes(40) + matrix + struct.pack(">II", width << 16, height << 16)
    entries = bytes(4) + struct.pack(">II4s", 1, 16, codec) + bytes(8)
    handler = _box(b"hdlr", bytes(8) + kind + bytes(13))
    table = _box(b"minf", _box(b"stbl", _box(b"stsd", entries)))
    return _box(b"trak", _box(b"tkhd", header), _box(b"mdia", handler, table))


def _box(name: bytes, *inside: bytes) -> bytes:
    data = b"".join(inside)
    return struct.pack(">I4s", 8 + len(data), name) + data


def sound() -> bytes:
    """An MP3 of twenty seconds of silence: frames of 128 kbit/s at 44,100 Hz."""
    frame = b"\xff\xfb\x90\xc4" + bytes(413)
    return frame * 766
