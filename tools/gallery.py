"""Every kind of slide in every template: docs/kinds/*.md → one drawing of each example.

The examples are the YAML blocks of the kinds' own pages; the first slide of a block is drawn.
All of them make one deck, so that pages take turns as in a talk. `python tools/gallery.py` draws
it in every template and form of page into build/gallery, and names what was found.

Drawings are kept by the content of everything that they are made from (outline, template, source,
fonts): a second run reads them.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import sys
import tempfile
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from blocks import blocks
from props import prop

from deckgen.disk import DiskWorld
from deckgen.outline.kinds import BODIES
from deckgen.pipeline import Compiled, compile_deck
from deckgen.scene.model import Page, Scene
from deckgen.template.model import ASPECTS
from deckgen.writers.svg.faces import Faces
from deckgen.writers.svg.page import draw

ROOT = Path(__file__).parents[1]
KINDS = ROOT / "docs" / "kinds"
TEMPLATES = ROOT / "templates"
KEPT = ROOT / "build" / "gallery"

SPARE = 4  # sets of drawings of the same look and form that are kept

# What the cover and running lines fall back on.
HEAD = """\
title: Trees in the street
subtitle: Why a city plants what it will not live to see
author: Ann Baker
lang: en-GB
event: {name: Evening lectures, place: Leeuwarden, date: 2024-05-14}
"""

# The kinds by what a speaker wants to do; a kind that stands nowhere comes under the last.
GROUPS = {
    "Say it": ("statement", "question", "quote", "proposition", "text", "words"),
    "List it": ("points", "steps", "pairs", "contrast", "dimensions", "options"),
    "Tell how it went": ("timeline", "phases", "process", "movements", "cycle"),
    "Set it side by side": ("opposition", "worlds", "matrix", "venn", "columns", "rows"),
    "Count it": ("chart", "stats", "table", "sum"),
    "Show how it hangs together": ("pyramid", "funnel", "tree", "diagram"),
    "Show it": ("picture", "pictures", "video", "audio", "code", "math"),
    "Lead through the talk": ("cover", "agenda", "section", "menu", "contact", "blank"),
}


class Desk(DiskWorld):
    """deckgen's own fonts and templates, outlines that nobody saved, and what they name."""

    def __init__(self, files: dict[str, bytes], folder: Path = KINDS) -> None:
        """`files` come before those of `folder`; one may be a template, by its name."""
        super().__init__(str(folder))
        self._files = files

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template."""
        return (name, self._files[name]) if name in self._files else super().template(name)

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        return self._files.get(path) or super().read(path) or prop(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """See World.names."""
        return tuple(sorted({*super().names(folder), *(self._files if folder == "." else ())}))

    def size(self, path: str) -> int | None:
        """See World.size."""
        found = self.read(path)
        return None if found is None else len(found)


class Example(NamedTuple):
    """A block of a kind's page: the slides that it shows, and the name of its drawing."""

    kind: str
    name: str
    yaml: str


def grouped() -> dict[str, list[str]]:
    """All kinds that the grammar has, by what they are for."""
    found = {name: [kind for kind in kinds if kind in BODIES] for name, kinds in GROUPS.items()}
    known = {kind for kinds in found.values() for kind in kinds}
    found["And also"] = [kind for kind in BODIES if kind not in known]
    return {name: kinds for name, kinds in found.items() if kinds}


def looks() -> list[str]:
    """The templates of deckgen's own."""
    return sorted(one.parent.name for one in TEMPLATES.glob("*/template.yaml"))


def examples(kind: str) -> list[Example]:
    """The examples of a kind, as its page has them; none where there is no page."""
    page = KINDS / f"{kind}.md"
    found = blocks(page.read_text("utf-8")) if page.exists() else []
    texts = [block.text for block in found if block.language == "yaml" and not block.said]
    return [Example(kind, f"{kind}-{n}", text) for n, text in enumerate(texts, 1)]


def outline(aspect: str) -> str:
    """All examples as one deck, the first slide of each named after it."""
    found = [one for kinds in grouped().values() for kind in kinds for one in examples(kind)]
    # The occasion that the cover tells of comes first, whatever the order of the gallery.
    found.sort(key=lambda one: one.kind != "cover")
    return f"{HEAD}aspect: {aspect}\nslides:\n" + "".join(map(_named, found))


def _named(example: Example) -> str:
    return re.sub(r"\A- ", f"- id: {example.name}\n  ", example.yaml)


def compiled(look: str, aspect: str, template: bytes = b"") -> Compiled:
    """The deck of all examples in a form of page and a template, or in one that lies nowhere."""
    files = {"deck.yaml": outline(aspect).encode()} | ({look: template} if template else {})
    return compile_deck("deck.yaml", Desk(files), look)


def drawings(look: str, aspect: str = "16:9", template: bytes = b"") -> dict[str, Path]:
    """A drawing of each example, by its name; those that are kept are not drawn again."""
    text = template or (TEMPLATES / look / "template.yaml").read_bytes()
    prefix = f"{look}-{aspect.replace(':', 'x')}-"
    folder = KEPT / (prefix + _made_from(text, aspect))
    if not folder.exists():
        _draw(compiled(look, aspect, template), folder)
        # Another build may still read what was drawn before this.
        before = sorted(KEPT.glob(f"{prefix}*"), key=_made_at)
        for old in before[:-SPARE]:
            shutil.rmtree(old, ignore_errors=True)
    return {one.stem: one for one in sorted(folder.glob("*.svg"), key=_order)}


def _made_at(folder: Path) -> float:
    return folder.stat().st_mtime if folder.exists() else 0


def _order(drawing: Path) -> tuple[int, int]:
    """As in the deck."""
    kind, _, number = drawing.stem.rpartition("-")
    kinds = [one for ones in grouped().values() for one in ones]
    return kinds.index(kind), int(number)


def _draw(made: Compiled, folder: Path) -> None:
    if made.scene is None or made.diagnostics:
        problems = "\n".join(f"  {one.code}: {one.message}" for one in made.diagnostics)
        raise SystemExit(f"docs/kinds for {folder.name}:\n{problems}")
    faces = Faces(Desk({}))
    KEPT.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".", dir=KEPT))
    for name, page in shown(made.scene).items():
        (draft / f"{name}.svg").write_text(draw(made.scene, page, faces), "utf-8")
    try:
        draft.rename(folder)
    except OSError:  # another build was first, with the same drawings
        shutil.rmtree(draft)


def shown(scene: Scene) -> dict[str, Page]:
    """The page of each example, by the example's name."""
    wanted = {one.name for kind in BODIES for one in examples(kind)}
    return {page.id: page for page in scene.pages if page.id in wanted}


def _made_from(template: bytes, aspect: str) -> str:
    digest = hashlib.sha256(outline(aspect).encode())
    digest.update(template)
    digest.update(_source())
    return digest.hexdigest()[:16]


@cache
def _source() -> bytes:
    """What stands for deckgen as it is: its source, and the pins of its fonts."""
    digest = hashlib.sha256((ROOT / "fonts.lock").read_bytes())
    for file in sorted((ROOT / "src").rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.digest()


def main() -> None:
    """Draw all of it."""
    for look, aspect in product(looks(), ASPECTS):
        found = drawings(look, aspect)
        size = sum(one.stat().st_size for one in found.values())
        print(f"{look} {aspect}: {len(found)} drawings, {size // 1024} kB", flush=True)


if __name__ == "__main__":
    main()
