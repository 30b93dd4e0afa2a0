"""WAV and MP3 → length (RIFF; ISO/IEC 11172-3, 2.4.1.3: frame headers, one after another)."""

from __future__ import annotations

import struct

from deckgen.film.info import FilmInfo

_PLAIN = (1, 3, 0xFFFE)  # numbers, fractions, "see below": what every program plays
_MOST = 2_000_000  # frames, half a day
# Kilobits a second, of the third layer of MPEG 1 and of MPEG 2.
_RATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
_SAMPLES = (44_100, 48_000, 32_000)


def wav(data: bytes) -> FilmInfo | None:
    """A WAV with its samples; what is packed in it in another way is not played everywhere."""
    if data[8:12] != b"WAVE":
        return None
    at, packed, rate = 12, 0, 0
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        if name == b"fmt ":
            packed, _, _, rate = struct.unpack_from("<HHII", data, at + 8)
        if name == b"data":
            there = min(size, len(data) - at - 8)
            if not rate or not there:
                return None
            form = "wav" if packed in _PLAIN else ""
            return FilmInfo(form, "audio", "packed WAV", length=round(there * 1000 / rate))
        at += 8 + size + size % 2
    return None


def mp3(data: bytes) -> FilmInfo | None:
    """An MP3: its frames are counted, since the rate may change from one to the next."""
    at = _after_tags(data)
    length = 0.0
    frames = 0
    while at + 4 <= len(data) and frames < _MOST:
        found = _frame(data, at)
        if found is None:
            break
        at += found[0]
        length += found[1]
        frames += 1
    return FilmInfo("mp3", "audio", length=round(length * 1000)) if frames > 1 else None


def _after_tags(data: bytes) -> int:
    if not data.startswith(b"ID3"):
        return 0
    a, b, c, d = data[6:10]
    at = 10 + (a << 21 | b << 14 | c << 7 | d)
    while at < len(data) and not data[at]:
        at += 1
    return at


def _frame(data: bytes, at: int) -> tuple[int, float] | None:
    """Bytes and seconds of the frame at a place; None when none starts there."""
    one, two, three, _ = data[at : at + 4]
    version, layer = two >> 3 & 3, two >> 1 & 3
    rate, sampling = three >> 4, three >> 2 & 3
    if one != 0xFF or two & 0xE0 != 0xE0 or version == 1 or layer != 1:
        return None
    if rate in (0, 15) or sampling == 3:
        return None
    first = version == 3
    samples = _SAMPLES[sampling] // {3: 1, 2: 2, 0: 4}[version]
    kilobits = _RATES[0 if first else 1][rate]
    count = 1152 if first else 576
    return count // 8 * kilobits * 1000 // samples + (three >> 1 & 1), count / samples
