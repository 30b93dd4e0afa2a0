"""Cases as text: an outline, and all that is to be said about it.

    === name of the case
    the outline
    ---
    line:column severity code
      the message
      > a hint

A file holds several cases. `DECKGEN_UPDATE=1` rewrites what is said (look at it afterwards).
Beside every outline lie the pictures of `PICTURES`.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic
from deckgen.remix.load import load
from deckgen.world import MemoryWorld
from films import mp3_bytes, mp4, webm

FOLDER = Path(__file__).parent / "cases"


def png(width: int, height: int, rows: int | None = None) -> bytes:
    """A grey PNG. With `rows`, only so many are there, whatever the header says."""
    line = b"\0" + bytes((width + 7) // 8)
    body = zlib.compress(line * (height if rows is None else rows))
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def svg(inside: str) -> bytes:
    """A drawing of 9 by 9."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    return f"{head}{inside}</svg>".encode()


def moving(still: bytes) -> bytes:
    """A PNG that says that it has two pictures (acTL), and has one."""
    data = struct.pack(">II", 2, 0)
    chunk = struct.pack(">I", 8) + b"acTL" + data + struct.pack(">I", zlib.crc32(b"acTL" + data))
    return still[:33] + chunk + still[33:]


PICTURES = {
    "images/straat.jpg": png(64, 36),
    "images/wijk.png": png(64, 36),
    "images/torn.png": png(64, 36)[:-20],
    "images/text.jpg": b"Dit is geen foto.",
    "images/huge.png": png(20_000, 20_000, rows=1),
    "images/vector.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "images/kaart.svg": svg('<rect width="9" height="9"/><text>Hier</text>'),
    "images/verwijst.svg": svg('<image href="ergens.png"/>'),
    "images/beweegt.png": moving(png(64, 36)),
    "films/wandeling.mp4": mp4(1280, 720, 95_000),
    "films/straat.mp4": mp4(640, 480, 20_000),
    "films/nieuw.mp4": mp4(1280, 720, 95_000, codec="hvc1"),
    "films/nieuw.webm": webm(640, 360, 12.5),
    "films/oud.avi": b"RIFF\0\0\0\0AVI LIST",
    "films/kapot.mp4": mp4(1280, 720, 95_000)[:-2],
    "sounds/bewoner.mp3": mp3_bytes(100),
}
ICONS = {
    "icons.tsv": b"heart\t\tlove,care\tM0 0L9 0L9 9Z\n"
    b"house\thome\tbuilding\tM0 0L9 0L9 9Z\n"
    b"people-group\t\tlovers,together\tM0 0L9 0L9 9Z\n"
}


@dataclass(frozen=True)
class Case:
    """An outline and what is expected to be said about it."""

    name: str
    outline: str
    expected: str


def read(path: Path) -> list[Case]:
    """The cases of a file."""
    cases = []
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        outline, _, expected = re.split(r"(^---\n)", rest, maxsplit=1, flags=re.MULTILINE)
        cases.append(Case(name, outline, expected.strip("\n")))
    return cases


def furnish(folder: Path) -> None:
    """Puts the pictures where the outlines look for them."""
    for name, data in PICTURES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)


def write(path: Path, cases: Sequence[Case]) -> None:
    """Writes the cases of a file."""
    path.write_text(
        "\n".join(f"=== {case.name}\n{case.outline}---\n{case.expected}\n" for case in cases),
        "utf-8",
    )


def said(outline: bytes) -> str:
    """What is said about an outline."""
    world = MemoryWorld({**PICTURES, "deck.yaml": outline}, ICONS)
    return "\n".join(shown(found) for found in load("deck.yaml", world).diagnostics)


def shown(found: Diagnostic) -> str:
    """A finding as the cases write it."""
    place = f"{found.span.line}:{found.span.column}" if found.span else "-"
    lines = [f"{place} {found.severity} {found.code}", f"  {found.message}"]
    return "\n".join([*lines, *(f"  > {hint}" for hint in found.hints)])
