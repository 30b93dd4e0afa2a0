"""Outlines with one mistake each, and where it is found.

    === name of the case
    the outline
    ---
    line severity code

Beside every outline lie the pictures of `PICTURES`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from deckgen.base.diagnostics import Diagnostic
from deckgen.disk import DiskWorld
from deckgen.lint import findings
from deckgen.pipeline import compile_deck
from outline.cases import Case, png, read

FOLDER = Path(__file__).parent / "planted"


PICTURES = {
    "wijk.png": png(2400, 1350),
    "klein.png": png(320, 180),
    "torn.png": png(64, 36)[:-20],
    "text.jpg": b"Dit is geen foto.",
    "huge.png": png(20_000, 20_000, rows=1),
}


def cases() -> list[Case]:
    """All cases, in the order of their files; their names begin with their file's."""
    return [
        replace(case, name=f"{path.stem}: {case.name}")
        for path in sorted(FOLDER.glob("*.txt"))
        for case in read(path)
    ]


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
