"""Outlines with one mistake each, and where it is found.

    === name of the case
    the outline
    ---
    line severity code

Beside every outline lie the pictures of `PICTURES`.
"""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic
from deckgen.disk import DiskWorld
from deckgen.lint import findings
from deckgen.pipeline import compile_deck

FOLDER = Path(__file__).parent / "planted"


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


PICTURES = {
    "wijk.png": png(2400, 1350),
    "klein.png": png(320, 180),
    "torn.png": png(64, 36)[:-20],
    "text.jpg": b"Dit is geen foto.",
    "huge.png": png(20_000, 20_000, rows=1),
}


@dataclass(frozen=True)
class Case:
    """An outline with one mistake, and the finding that is expected, as `shown` writes it."""

    name: str
    outline: str
    expected: str


def cases() -> list[Case]:
    """All cases, in the order of their files."""
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = part.partition("\n")
            outline, expected = re.split(r"^---\n", rest, maxsplit=1, flags=re.MULTILINE)
            found.append(Case(f"{path.stem}: {name}", outline, expected.strip()))
    return found


def furnish(folder: Path) -> None:
    """Puts the pictures where the outlines look for them."""
    (folder / "images").mkdir(exist_ok=True)
    for name, data in PICTURES.items():
        (folder / "images" / name).write_bytes(data)


def found_in(outline: str, folder: Path, template: str | None = None) -> list[Diagnostic]:
    """Everything that is found in an outline, by the stages and by the rules."""
    (folder / "deck.yaml").write_text(outline, "utf-8")
    compiled = compile_deck("deck.yaml", DiskWorld(str(folder)), template)
    return [*compiled.diagnostics, *findings(compiled)]


def shown(found: Diagnostic) -> str:
    """A finding as the cases write it."""
    return f"{found.span.line if found.span else '-'} {found.severity} {found.code}"
