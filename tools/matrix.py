"""Every deck with every template: what the oracle and the contact sheets look at.

In: the repository's decks and templates, or one of each by name. Out: `Built`s.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from deckgen.disk import DiskWorld, write_atomic
from deckgen.pipeline import compile_deck
from deckgen.scene.model import Scene
from deckgen.writers.pptx.package import write

DECKS = Path("decks")
TEMPLATES = Path("templates")


class Built(NamedTuple):
    """A deck that was built with a template."""

    name: str
    pptx: Path
    scene: Scene


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
