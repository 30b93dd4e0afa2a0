"""Decks × templates: what the oracle and the contact sheets look at, and the matrix of all kinds.

`python tools/matrix.py` compiles every kind of slide, with little, with the usual and with much
to say (matrix_decks/), in every template and every form of page, and reports what does not fit,
what collides and what is hard to read: exit code 1 if anything is. `--sheets` also draws a
contact sheet of each into build/sheets; `--template NAME` and `--aspect 4:3` narrow it down.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from sight import faults

from deckgen.disk import DiskWorld, write_atomic
from deckgen.pipeline import compile_deck
from deckgen.scene.model import Scene
from deckgen.template.model import ASPECTS
from deckgen.world import MemoryWorld
from deckgen.writers.pptx.package import write

DECKS = Path("decks")
TEMPLATES = Path("templates")
KINDS = Path(__file__).parent / "matrix_decks"
FULLNESS = ("sparse", "usual", "crowded")


class Built(NamedTuple):
    """A deck that was built with a template."""

    name: str
    pptx: Path
    scene: Scene


class Tried(NamedTuple):
    """All kinds of slides in one template and form: what was drawn, what is wrong with it."""

    scene: Scene | None
    findings: tuple[str, ...]


def build_all(folder: Path, deck: str = "", template: str = "") -> Iterator[Built]:
    """Build into `folder`; an empty name stands for all of them."""
    for outline in sorted(DECKS.glob(f"{deck or '*'}/deck.yaml")):
        for look in sorted(TEMPLATES.glob(f"{template or '*'}/template.yaml")):
            yield build(outline, look.parent.name, folder)


def build(outline: Path, template: str, folder: Path) -> Built:
    """One deck with one template; stops the tool when it has errors."""
    compiled = compile_deck(outline.name, DiskWorld(str(outline.parent)), template)
    name = f"{outline.parent.name}-{template}"
    if compiled.scene is None:
        problems = "\n".join(f"  {one.code}: {one.message}" for one in compiled.diagnostics)
        raise SystemExit(f"{name} was not built:\n{problems}")
    path = folder / f"{name}.pptx"
    write_atomic(str(path), write(compiled.scene))
    return Built(name, path, compiled.scene)


class _Desk(MemoryWorld):
    """One outline in memory, with deckgen's own fonts and templates."""

    def __init__(self, outline: str) -> None:
        super().__init__({"deck.yaml": outline.encode()})
        self._disk = DiskWorld(str(KINDS))

    def font(self, file: str) -> bytes:
        """A font of deckgen's own."""
        return self._disk.font(file)

    def template(self, name: str) -> tuple[str, bytes] | None:
        """A template from the repository."""
        return self._disk.template(name)

    def templates(self) -> tuple[str, ...]:
        """All templates within reach."""
        return self._disk.templates()


def attempt(fullness: str, template: str, aspect: str) -> Tried:
    """Every kind of slide, so full, in a template and a form of page."""
    text = (KINDS / f"{fullness}.yaml").read_text("utf-8")
    compiled = compile_deck("deck.yaml", _Desk(f"aspect: {aspect}\n{text}"), template)
    found = [f"{one.code}: {one.message}" for one in compiled.diagnostics]
    if compiled.scene is not None:
        found += faults(compiled.scene)
    return Tried(compiled.scene, tuple(found))


def _sheet(tried: Tried, name: str) -> None:
    import sheets

    if tried.scene is not None:
        path = Path("build/matrix") / f"{name}.pptx"
        write_atomic(str(path), write(tried.scene))
        print(sheets.draw(path, name), flush=True)


def main() -> int:
    """Try everything that the command line leaves in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--template", default="", help="only this one")
    parser.add_argument("--aspect", default="", choices=("", *ASPECTS), help="only this form")
    parser.add_argument("--fullness", default="", choices=("", *FULLNESS), help="only this")
    parser.add_argument("--sheets", action="store_true", help="draw contact sheets")
    wanted = parser.parse_args()
    looks = sorted(one.parent.name for one in TEMPLATES.glob("*/template.yaml"))
    count = total = 0
    for look, aspect, fullness in product(looks, ASPECTS, FULLNESS):
        given = (wanted.template or look, wanted.aspect or aspect, wanted.fullness or fullness)
        if given != (look, aspect, fullness):
            continue
        tried = attempt(fullness, look, aspect)
        name = f"kinds-{look}-{aspect.replace(':', 'x')}-{fullness}"
        for finding in tried.findings:
            print(f"{name}: {finding}")
        count, total = count + len(tried.findings), total + 1
        if wanted.sheets:
            _sheet(tried, name)
    print(f"{total} decks, {count} findings")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
