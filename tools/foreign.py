"""Decks on other people's PowerPoint files: is every one of them sound?

`python tools/foreign.py FOLDER` takes each .pptx and .potx in a folder as a template, builds every
deck and the matrix's usual deck on it, and proves of each: our package rules and the schema
validator find nothing that the file itself does not have; python-pptx reads the same texts; what
is not ours is byte for byte the file's; LibreOffice shows every word in its frame and over no
other; no pixel of the file's logos, rules and footers differs from the empty layout. Prints a
table; exit code 1 when anything is found. `--sheets` also draws contact sheets.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import emptied
import office
import oracle
import witness
from untouched import Faults, changed, schema

from deckgen.disk import DiskWorld, write_atomic
from deckgen.pipeline import compile_deck
from deckgen.readers.pptx.base import read
from deckgen.scene import model as scene
from deckgen.world import World
from deckgen.writers.pptx.package import write

WORK = Path("build/bases")
FORMATS = (".pptx", ".potx", ".pptm", ".potm", ".ppsx")
DECKS = Path("decks")
USUAL = Path(__file__).parent / "matrix_decks" / "usual.yaml"
PLACES = ("title", "body", "picture", "table", "chart")
COLUMNS = (
    "template", "deck", "pages", "layouts used", "in placeholders", "schema (own)", "rules",
    "texts lost", "parts changed", "words out", "as broken", "ink on fixtures",
)  # fmt: skip


class Verdict(NamedTuple):
    """What was found of one deck on one file."""

    template: str
    deck: str
    pages: int
    layouts: int
    seated: str  # how many of what stand in placeholders
    schema: int  # errors that the file itself does not have
    own: int  # errors that it has
    rules: int
    lost: int  # texts that python-pptx does not find
    changed: int  # parts that should be as they were
    outside: int  # words out of their frame or over one another
    share: float  # paragraphs broken as predicted: low where LibreOffice lacks the typeface
    covered: int  # pages on which ink of the file's own is not as on the empty layout

    @property
    def faults(self) -> int:
        """How many things are wrong."""
        return sum((self.schema, self.rules, self.lost, self.changed, self.outside, self.covered))

    def row(self) -> str:
        """A line of the table."""
        cells = (
            self.template, self.deck, self.pages, self.layouts, self.seated,
            f"{self.schema} ({self.own})", self.rules, self.lost, self.changed, self.outside,
            f"{self.share:.0%}", self.covered,
        )  # fmt: skip
        return "| " + " | ".join(map(str, cells)) + " |"


class Shelf(DiskWorld):
    """A deck's folder to which one template more is within reach."""

    def __init__(self, root: Path, shelf: Path) -> None:
        """`shelf` is the folder of templates."""
        super().__init__(str(root))
        self._shelf = shelf

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template."""
        path = (self._shelf / name / "template.yaml").absolute()
        return (str(path), path.read_bytes()) if path.exists() else super().template(name)


def bases(folder: Path) -> list[Path]:
    """The files that can be templates."""
    return sorted(one for one in folder.iterdir() if one.suffix.lower() in FORMATS)


def added(file: Path, work: Path) -> str:
    """The name under which a file was added to `work`/templates; empty when it was refused."""
    name = "".join(c if c.isalnum() else "-" for c in file.stem.lower()).strip("-")
    work.mkdir(parents=True, exist_ok=True)
    said = ""
    for command in (
        ["add", str(file.absolute()), name, "--force"],
        ["show", name, "--draw", f"layouts/{name}"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "deckgen", "templates", *command],
            cwd=work, capture_output=True, text=True, check=False,
        )  # fmt: skip
        said += done.stdout + done.stderr
        if done.returncode:
            print(f"{file.name}: {done.stderr.strip()}")
            return ""
    (work / f"{name}.txt").write_text(said, "utf-8")
    return name


def outlines() -> Iterator[tuple[str, Path]]:
    """Every deck and the one that has all kinds."""
    for outline in sorted(DECKS.glob("*/deck.yaml")):
        yield outline.parent.name, outline
    yield "usual", USUAL


def prove(file: Path, name: str, deck: tuple[str, Path], work: Path) -> Verdict | None:
    """One deck on one file; None, with the reasons on the screen, where it was not built."""
    title, outline = deck
    world: World = Shelf(outline.parent, work / "templates")
    compiled = compile_deck(outline.name, world, name)
    if compiled.scene is None:
        print(f"{name}, {title}: " + "; ".join(one.message for one in compiled.diagnostics))
        return None
    target = work / f"{name}-{title}.pptx"
    data = write(compiled.scene)
    write_atomic(str(target), data)
    return judged(compiled.scene, data, (file, name, title), target)


def judged(made: scene.Scene, data: bytes, who: tuple[Path, str, str], target: Path) -> Verdict:
    """What all witnesses say of a built deck."""
    file, name, title = who
    base = file.read_bytes()
    faults: Faults = schema(data, base)
    outside, share, covered = shown(made, base, f"{name}, {title}", target)
    return Verdict(
        template=name,
        deck=title,
        pages=len(made.pages),
        layouts=len({page.layout for page in made.pages}),
        seated=seats(made),
        schema=faults.new,
        own=faults.own,
        rules=faults.rules,
        lost=len(list(emptied.lost(made, data))),
        changed=len(changed(data, base)),
        outside=outside,
        share=share,
        covered=covered,
    )


def shown(made: scene.Scene, base: bytes, label: str, target: Path) -> tuple[int, float, int]:
    """What LibreOffice shows: words outside, paragraphs as predicted, pages with covered ink."""
    folder = target.parent / "pdf"
    pdf = office.convert(target, folder)
    found = [
        one
        for number, (page, sheet) in enumerate(
            zip([p for p in made.pages if not p.hidden], witness.read(pdf), strict=True), 1
        )
        for one in noted(page, sheet, made.theme, f"{label} {number}")
    ]
    paragraphs = [one.same for one in found if one.same is not None]
    share = sum(paragraphs) / max(1, len(paragraphs))
    bare = target.with_name(f"{target.stem}.bare.pptx")
    bare.write_bytes(emptied.bare(target.read_bytes()))
    sheets = read(base).value
    assert sheets is not None
    covered = emptied.covered(made, sheets, pdf, office.convert(bare, folder))
    for line in covered:
        print(f"  {label} {line}")
    return sum(one.outside for one in found), share, len(covered)


def noted(
    page: scene.Page, sheet: witness.Sheet, theme: scene.Theme, label: str
) -> Iterator[oracle.Finding]:
    """The oracle's findings about a page; says those that are wrong in any typeface."""
    for one in oracle.findings(page, sheet, theme):
        gone = one.note.endswith("not found on the page")
        if one.outside or gone:
            print(f"  {label} ({page.id}): {one.note}")
        yield one._replace(outside=one.outside + gone)


def seats(made: scene.Scene) -> str:
    """How many titles, bodies, pictures, tables and charts stand in placeholders."""
    found = dict.fromkeys(PLACES, 0)
    for page in made.pages:
        for item in page.items:
            ref = getattr(item, "placeholder", None)
            kind = {scene.Table: "table", scene.Chart: "chart", scene.Picture: "picture"}.get(
                type(item), ref.kind if ref else ""
            )
            if ref is not None and kind in found:
                found[kind] += 1
    return ", ".join(f"{count} {kind}" for kind, count in found.items() if count)


def main() -> int:
    """Prove all files of a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="files whose name has this")
    parser.add_argument("--deck", default="", help="only this deck")
    parser.add_argument("--sheets", action="store_true", help="draw contact sheets")
    parser.add_argument("--work", type=Path, default=WORK, help="where to build")
    wanted = parser.parse_args()
    verdicts: list[Verdict] = []
    refused = 0
    for file in (one for one in bases(wanted.folder) if wanted.only in one.name):
        name = added(file, wanted.work)
        for deck in outlines() if name else ():
            if wanted.deck not in ("", deck[0]):
                continue
            verdict = prove(file, name, deck, wanted.work)
            refused += verdict is None
            verdicts += [verdict] if verdict else []
            if wanted.sheets and verdict:
                draw(wanted.work, f"{name}-{deck[0]}")
        refused += not name
    print("| " + " | ".join(COLUMNS) + " |\n|" + "---|" * len(COLUMNS))
    for verdict in verdicts:
        print(verdict.row())
    wrong = sum(one.faults for one in verdicts)
    print(f"{len(verdicts)} decks, {wrong} faults, {refused} not built")
    return 1 if wrong or refused or not verdicts else 0


def draw(work: Path, stem: str) -> None:
    """A contact sheet from the PDF that is there already."""
    import sheets

    pages = office.pages(work / "pdf" / f"{stem}.pdf", work / "pages" / stem, emptied.WIDTH)
    target = work / "sheets" / f"{stem}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    sheets.sheet(pages).save(target, optimize=True)
    print(target, flush=True)


if __name__ == "__main__":
    sys.exit(main())
