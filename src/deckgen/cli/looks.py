"""`deckgen templates new` and `check`: a look of one's own, begun from another and proved.

In: a look's name. Out: `templates/NAME/template.yaml` in this folder; or what is wrong with a look
when every kind of slide is drawn in it, and perhaps a contact sheet.
"""

from __future__ import annotations

import os

import click

from deckgen.batch.delivery import why
from deckgen.cli.arguments import Refused, UsageError, looks_like, printing
from deckgen.cli.bases import require_name
from deckgen.cli.printer import Printer, shown
from deckgen.disk import FONTS, PACKAGE, TEMPLATE_FILE, DiskWorld, read, write_atomic, write_new
from deckgen.proof.proving import FULLNESS, Tried, prove
from deckgen.syntax.nodes import Mapping
from deckgen.syntax.tree import parse
from deckgen.template.load import load
from deckgen.template.model import ASPECTS
from deckgen.template.starting import begun

SAMPLES = os.path.join(PACKAGE, "proof", "samples")
BEFORE = 16  # findings of one look that are worth reading before anything is changed


@click.command()
@click.argument("name")
@click.option(
    "--from", "source", metavar="LOOK", default="plain", show_default=True,
    shell_complete=looks_like, help="The look to begin from.",
)  # fmt: skip
@printing
def new(printer: Printer, name: str, source: str) -> int:
    """Begin a look of your own: templates/NAME/template.yaml in this folder.

    It is another look's file under a new name, every part of it explained and ready to change.
    """
    require_name(name)
    target = os.path.join("templates", name, TEMPLATE_FILE)
    text = _begun(source, name, printer)
    if text is None:
        return 1
    try:
        write_new(target, text.encode())
    except FileExistsError:
        raise Refused(f"deckgen: {target} exists: it is left as it is; name another") from None
    except OSError as problem:
        raise Refused(f"deckgen: {target} can't be written: {why(problem)}") from None
    printer.result(target, name=name, path=target, source=source)
    printer.message(f"Change it, then type: deckgen templates check {name}")
    return 0


def _begun(source: str, name: str, printer: Printer) -> str | None:
    world = DiskWorld(".")
    look = load(source, world)
    found = world.template(source)
    if look.value is None or found is None:
        printer.findings(look.diagnostics, world)
        return None
    if look.value.base is not None:
        raise Refused(
            f"deckgen: `{source}` stands on a PowerPoint file, {look.value.base.file},"
            " which says how it looks\n"
            f"  Change that file in PowerPoint, then: deckgen templates add FILE {name}"
        )
    tree = parse(found[1], found[0]).value
    assert isinstance(tree, Mapping)  # load has read it
    return begun(found[1].decode("utf-8-sig"), tree, source, name)


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=looks_like)
@click.option("--aspect", type=click.Choice(tuple(ASPECTS)), help="Only pages of this form.")
@click.option("--fullness", type=click.Choice(FULLNESS), help="Only slides that say so much.")
@click.option(
    "--sheet", metavar="FILE.png", type=click.Path(),
    help="Draw all slides on one picture (needs the extra deckgen[pdf]).",
)  # fmt: skip
@printing
def check(
    printer: Printer,
    names: tuple[str, ...],
    aspect: str | None,
    fullness: str | None,
    sheet: str | None,
) -> int:
    """Draw every kind of slide in a look, and say what does not fit or can't be read.

    Each kind says little, the usual and much, on pages of 16:9, 16:10 and 4:3. Without a name,
    the looks in this folder's templates/ are checked.
    """
    wanted = names or _here()
    if sheet:
        _drawable(sheet, wanted)
    samples = {one: _sample(one) for one in FULLNESS if fullness in (None, one)}
    forms = (aspect,) if aspect else tuple(ASPECTS)
    clean = []
    for name in wanted:
        tried = list(prove(name, samples, DiskWorld("."), forms))
        clean.append(_told(name, tried, printer))
        if sheet:
            _draw(sheet, tried, printer)
    return 0 if all(clean) else 1


def _here() -> tuple[str, ...]:
    folder = "templates"
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    found = tuple(n for n in names if os.path.isfile(os.path.join(folder, n, TEMPLATE_FILE)))
    if not found:
        raise UsageError(
            "deckgen: there is no templates/ with a look in this folder\n"
            "  Name one (`deckgen templates check plain`),"
            " or begin one: `deckgen templates new mine --from plain`"
        )
    return found


def _sample(fullness: str) -> str:
    data = read(os.path.join(SAMPLES, f"{fullness}.yaml"))
    assert data is not None  # it is part of the package
    return data.decode()


def _told(name: str, tried: list[Tried], printer: Printer) -> bool:
    """Say what was found; whether nothing was."""
    world = DiskWorld(".")
    found = tuple({(one.code, one.message): one for t in tried for one in t.findings}.values())
    records = printer.findings(found, world, asked=True)
    pages = sum(len(one.scene.pages) for one in tried if one.scene is not None)
    count = (
        f"{len(found)} finding{'' if len(found) == 1 else 's'}" if found else "nothing to report"
    )
    usable = any(one.fullness for one in tried)
    text = f"{name}: {count} on {pages} slides" if usable else f"{name}: can't be used"
    printer.result(text, name=name, slides=pages, clean=not found, diagnostics=records)
    return not found


def _drawable(sheet: str, names: tuple[str, ...]) -> None:
    from deckgen.writers.typst.press import MISSING, available

    if not available():
        raise Refused(f"deckgen: {MISSING}")
    if not sheet.lower().endswith(".png"):
        raise UsageError(f"deckgen: {sheet}: name a picture that ends in .png")
    if len(names) > 1:
        raise UsageError(f"deckgen: {sheet} can't show {len(names)} looks; name one look")


def _draw(sheet: str, tried: list[Tried], printer: Printer) -> None:
    """The pages of the first form, from little to much."""
    from msgspec.structs import replace

    from deckgen.writers.typst.press import Press

    shown_ = [one for one in tried if one.scene is not None and one.aspect == tried[0].aspect]
    if not shown_ or shown_[0].scene is None:
        return
    first = shown_[0].scene
    layouts = {lay.id: lay for one in shown_ if one.scene for lay in one.scene.layouts}
    pages = tuple(
        replace(page, id=f"{one.fullness}-{page.id}")
        for one in shown_
        if one.scene
        for page in one.scene.pages
    )
    blobs = {key: blob for one in shown_ if one.scene for key, blob in one.scene.blobs.items()}
    whole = replace(first, layouts=tuple(layouts.values()), pages=pages, blobs=blobs)
    try:
        write_atomic(sheet, Press(FONTS, DiskWorld(".")).sheet(whole))
    except OSError as problem:
        raise Refused(f"deckgen: {sheet} can't be written: {why(problem)}") from None
    printer.result(shown(os.path.abspath(sheet)), sheet=sheet)
