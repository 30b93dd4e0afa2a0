"""Films and sounds for tests: the fewest bytes that say what a file is, nothing to be seen."""

from __future__ import annotations

import io
import struct
import wave


def box(name: str, *inside: bytes) -> bytes:
    """A box of an MP4 (ISO/IEC 14496-12, 4.2)."""
    data = b"".join(inside)
    return struct.pack(">I4s", 8 + len(data), name.encode()) + data


def mp4(
    width: int,
    height: int,
    length: int,
    *,
    brand: str = "isom",
    codec: str = "avc1",
    turned: bool = False,
    sound: bool = True,
) -> bytes:
    """A film of `length` milliseconds; one of no width is a sound."""
    head = struct.pack(">IIIII", 0, 0, 0, 1000, length) + bytes(80)
    tracks = [_track(width, height, "vide", codec, turned)] if width else []
    tracks += [_track(0, 0, "soun", "mp4a", False)] if sound else []
    moov = box("moov", box("mvhd", head), *tracks)
    return box("ftyp", brand.encode(), bytes(4)) + moov + box("mdat", b"samples")


def _track(width: int, height: int, kind: str, codec: str, turned: bool) -> bytes:
    one = 0x10000
    matrix = (0, one, 0, -one, 0, 0, 0, 0, 0) if turned else (one, 0, 0, 0, one, 0, 0, 0, 0)
    header = bytes(40) + struct.pack(">9i", *matrix) + struct.pack(">II", width << 16, height << 16)
    entry = struct.pack(">II4s", 0, 1, b"")[:8] + struct.pack(">I4s", 16, codec.encode()) + bytes(8)
    handler = bytes(8) + kind.encode() + bytes(13)
    table = box("minf", box("stbl", box("stsd", entry)))
    return box("trak", box("tkhd", header), box("mdia", box("hdlr", handler), table))


def element(key: int, *inside: bytes) -> bytes:
    """An element of a WebM (RFC 8794)."""
    data = b"".join(inside)
    return (
        key.to_bytes((key.bit_length() + 7) // 8, "big")
        + bytes([0x01])
        + len(data).to_bytes(7, "big")
        + data
    )


def webm(width: int, height: int, seconds: float, kind: bytes = b"webm") -> bytes:
    """A WebM film."""
    picture = element(
        0xE0, element(0xB0, width.to_bytes(2, "big")), element(0xBA, height.to_bytes(2, "big"))
    )
    track = element(0xAE, element(0x83, b"\x01"), element(0x86, b"V_VP9"), picture)
    info = element(
        0x1549A966,
        element(0x2AD7B1, (1_000_000).to_bytes(3, "big")),
        element(0x4489, struct.pack(">d", seconds * 1000)),
    )
    return element(0x1A45DFA3, element(0x4282, kind)) + element(
        0x18538067, info, element(0x1654AE6B, track)
    )


def wav_bytes(seconds: float) -> bytes:
    """A silent WAV."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(round(16_000 * seconds)))
    return out.getvalue()


def mp3_bytes(frames: int) -> bytes:
    """An MP3 of frames of 128 kilobits at 44,100 samples: 1,152 samples in 417 bytes each."""
    tag = b"ID3\x04\x00\x00" + bytes([0, 0, 0, 20]) + bytes(20)
    return tag + (b"\xff\xfb\x90\x00" + bytes(413)) * frames
