"""Decks × templates: what the oracle and the contact sheets look at, and the matrix of all kinds.

`python tools/matrix.py` compiles every kind of slide, with little, with the usual and with much
to say (deckgen.proof), in every template and every form of page, and reports what does not fit,
what collides and what is hard to read: exit code 1 if anything is. `--sheets` also draws a
contact sheet of each into build/sheets; `--template NAME` and `--aspect 4:3` narrow it down;
`--office` shows the 16:9 ones to LibreOffice, too (oracle.py): what `make matrix` does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from deckgen.disk import DiskWorld, write_atomic
from deckgen.pipeline import compile_deck
from deckgen.proof.proving import FULLNESS, Tried
from deckgen.proof.proving import attempt as prove
from deckgen.remix.load import load
from deckgen.remix.variants import Wanted
from deckgen.scene.model import Scene
from deckgen.template.model import ASPECTS
from deckgen.writers.pptx.package import write

DECKS = Path("decks")
TEMPLATES = Path("templates")
KINDS = Path("src/deckgen/proof/samples")
# These are looked at with every template; the decks made of them with their own: the pages are
# mostly the same, and LibreOffice takes seconds for each deck.
LECTURES = ("big-society", "zuyd-2013")


class Built(NamedTuple):
    """A deck that was built with a template."""

    name: str
    pptx: Path
    scene: Scene


def build_all(
    folder: Path, deck: str = "", template: str = "", variant: str = ""
) -> Iterator[Built]:
    """Build into `folder`; an empty name stands for all of them, an empty variant for the talk.

    Without names, only the lectures are built with every template.
    """
    for outline in sorted(DECKS.glob(f"{deck or '*'}/deck.yaml")):
        own = "" if deck or outline.parent.name in LECTURES else _own(outline)
        for look in sorted(TEMPLATES.glob(f"{template or own or '*'}/template.yaml")):
            yield build(outline, look.parent.name, folder, variant)


def _own(outline: Path) -> str:
    """The template that a deck names itself."""
    found = load(outline.name, DiskWorld(str(outline.parent))).value
    return found.template if found else ""


def build(outline: Path, template: str, folder: Path, variant: str = "") -> Built:
    """One deck with one template; stops the tool when it has errors."""
    world, wanted = DiskWorld(str(outline.parent)), Wanted(variant)
    compiled = compile_deck(outline.name, world, template, wanted=wanted)
    name = "-".join(part for part in (outline.parent.name, variant, template) if part)
    if compiled.scene is None:
        problems = "\n".join(f"  {one.code}: {one.message}" for one in compiled.diagnostics)
        raise SystemExit(f"{name} was not built:\n{problems}")
    return written(name, compiled.scene, folder)


def written(name: str, scene: Scene, folder: Path) -> Built:
    """A scene as a .pptx in a folder."""
    path = folder / f"{name}.pptx"
    write_atomic(str(path), write(scene))
    return Built(name, path, scene)


def attempt(fullness: str, template: str, aspect: str) -> Tried:
    """Every kind of slide, so full, in a template and a form of page."""
    text = (KINDS / f"{fullness}.yaml").read_text("utf-8")
    return prove(template, aspect, (fullness, text), DiskWorld(str(KINDS)))


def kinds(folder: Path, template: str = "") -> Iterator[Built]:
    """The decks of all kinds on pages of 16:9, built into `folder`."""
    for look in sorted(TEMPLATES.glob(f"{template or '*'}/template.yaml")):
        for fullness in FULLNESS:
            tried = attempt(fullness, look.parent.name, "16:9")
            if tried.scene is None:
                raise SystemExit(f"{tried.name} was not built: {tried.findings}")
            yield written(tried.name, tried.scene, folder)


def _sheet(tried: Tried) -> None:
    import sheets

    if tried.scene is not None:
        built = written(tried.name, tried.scene, Path("build/matrix"))
        print(sheets.draw(built.pptx, built.name), flush=True)


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--template", default="", help="only this one")
    parser.add_argument("--aspect", default="", choices=("", *ASPECTS), help="only this form")
    parser.add_argument("--fullness", default="", choices=("", *FULLNESS), help="only this")
    parser.add_argument("--sheets", action="store_true", help="draw contact sheets")
    parser.add_argument("--office", action="store_true", help="show them to LibreOffice, too")
    return parser.parse_args()


def main() -> int:
    """Try everything that the command line leaves in."""
    wanted = _wanted()
    looks = sorted(one.parent.name for one in TEMPLATES.glob("*/template.yaml"))
    count = total = 0
    for look, aspect, fullness in product(looks, ASPECTS, FULLNESS):
        given = (wanted.template or look, wanted.aspect or aspect, wanted.fullness or fullness)
        if given != (look, aspect, fullness):
            continue
        tried = attempt(fullness, look, aspect)
        for finding in tried.findings:
            print(f"{tried.name}: {finding.code}: {finding.message}")
        count, total = count + len(tried.findings), total + 1
        if wanted.sheets:
            _sheet(tried)
    print(f"{total} decks, {count} findings")
    if wanted.office:
        import oracle

        return oracle.kinds(wanted.template) or (1 if count else 0)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
