"""`deckgen export`: outlines → PDF, pictures, a web page, notes, handouts, a contact sheet."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic
from deckgen.batch.delivery import why
from deckgen.cli import arguments
from deckgen.cli.arguments import Refused, UsageError
from deckgen.cli.forms import forms
from deckgen.cli.places import Place, outlines, results
from deckgen.cli.printer import Printer, shown
from deckgen.disk import FONTS, DiskWorld, write_atomic
from deckgen.pipeline import compile_deck
from deckgen.remix.variants import Wanted
from deckgen.scene.model import Scene
from deckgen.scene.selection import selected

# Each format with the end of its files' names.
FORMATS = {
    "pdf": ".pdf",
    "png": ".png",
    "svg": ".svg",
    "html": ".html",
    "notes": "-notes.pdf",
    "handout": "-handout.pdf",
    "sheet": "-sheet.png",
}
ONE_EACH = ("png", "svg")  # a file for each slide
WITHOUT_TYPST = ("svg", "html")
STRETCH = re.compile(r"(\d{1,5})(?:-(\d{1,5}))?")
UNWRITABLE = Diagnostic(
    "export/cannot-write",
    "{path} can't be written: {reason}",
    hints=("close it where it is open, or name another place with `-o`",),
)
File = tuple[str, bytes]


class Order(Struct, frozen=True):
    """What was typed."""

    outlines: tuple[str, ...]
    template: str | None
    output: str | None
    format: str
    numbers: frozenset[int] | None
    hidden: bool
    width: int
    per_page: str
    wanted: Wanted


def _numbers(_: click.Context, __: click.Parameter, typed: str | None) -> frozenset[int] | None:
    """`3-8,12` as the numbers it means."""
    if typed is None:
        return None
    found: set[int] = set()
    for part in typed.replace(" ", "").split(","):
        match = STRETCH.fullmatch(part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last:
            raise click.BadParameter(
                f"{part or typed!r} is no slide number; type 3-8,12 for example"
            )
        found.update(range(first, last + 1))
    return frozenset(found)


@click.command()
@arguments.outlines
@arguments.template
@click.option(
    "--format", type=click.Choice(tuple(FORMATS)),
    help="What to write (default: by the end of FILE, else pdf).",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE|FOLDER", type=click.Path(),
    help="Where to write (default: beside the outline).",
)  # fmt: skip
@click.option("--range", "numbers", metavar="3-8,12", callback=_numbers, help="Only these slides.")
@click.option("--hidden", is_flag=True, help="Hidden slides too.")
@click.option(
    "--width", type=click.IntRange(64, 7680), default=1920, show_default=True,
    help="Pixels across a png.",
)  # fmt: skip
@click.option(
    "--per-page", type=click.Choice(("3", "6")), default="3", show_default=True,
    help="Slides on a page of a handout.",
)  # fmt: skip
@arguments.wanting
@arguments.printing
def command(printer: Printer, /, **typed: Any) -> int:
    """Write a deck in another format: pdf, png, svg, html, notes, handout or sheet.

    notes are pages with a slide and what is said, handout has room to write, sheet is a picture
    of all slides. png and svg are a folder with a file for each slide.
    """
    order = _understood(typed)
    if order.format == "html":
        order = replace(order, wanted=replace(order.wanted, shows="marked"))
    places = [talk.place for talk in forms(outlines(order.outlines), order.wanted)]
    targets = _targets(places, order)
    done = [_export(*pair, order, printer) for pair in zip(places, targets, strict=True)]
    return 0 if all(done) else 1


def _understood(typed: dict[str, Any]) -> Order:
    output = (typed["output"] or "").lower()
    meant = [name for name, end in FORMATS.items() if output.endswith(end)]
    ending = max(meant, key=lambda name: len(FORMATS[name]), default="pdf")
    order = Order(**{**typed, "format": typed["format"] or ending})
    if order.format not in WITHOUT_TYPST:
        from deckgen.writers.typst.press import MISSING, available

        if not available():
            raise Refused(f"deckgen: {MISSING}")
    return order


def _targets(places: list[Place], order: Order) -> list[str]:
    """A file for each deck, or a folder where each slide gets a file."""
    end = FORMATS[order.format]
    if order.format not in ONE_EACH:
        tail, dot, suffix = end.rpartition(".")
        return results(places, order.output, dot + suffix, tail)
    if order.output and order.output.endswith(end):
        return results(places, order.output, end)
    own = [
        os.path.join(place.folder, f"{place.stem}{place.tail}-{order.format}") for place in places
    ]
    return [os.path.normpath(order.output or folder) for folder in own]


class Job(Struct, frozen=True):
    """A deck that is to be written: its slides by number, and where to."""

    scene: Scene
    numbers: dict[str, int]
    world: DiskWorld
    target: str
    stem: str
    order: Order


def _export(place: Place, target: str, order: Order, printer: Printer) -> bool:
    world = DiskWorld(place.folder)
    compiled = compile_deck(place.file, world, order.template, printer.progress, order.wanted)
    files, count = [], 0
    if compiled.scene:
        numbers = {page.id: n for n, page in enumerate(compiled.scene.pages, 1)}
        wanted = _wanted(compiled.scene, place, order)
        files = list(_files(Job(wanted, numbers, world, target, place.stem, order)))
        count = len(wanted.pages)
    problems = _deliver(files)
    records = printer.findings(compiled.diagnostics + problems, world)
    done = bool(files) and not problems
    ignored = f" ({len(compiled.ignored)} ignored)" if compiled.ignored else ""
    text = f"{shown(target)}  {count} slide{'' if count == 1 else 's'}{ignored}" if done else ""
    record = {"outline": place.shown, "output": target if done else None, "slides": count}
    printer.result(text, **record, files=[path for path, _ in files], diagnostics=records)
    if not done:
        printer.message(f"{place.shown}: not exported")
    return done


def _wanted(scene: Scene, place: Place, order: Order) -> Scene:
    last = len(scene.pages)
    if order.numbers and max(order.numbers) > last:
        raise UsageError(f"deckgen: {place.shown} has slides 1 to {last}, no {max(order.numbers)}")
    found = selected(scene, order.hidden, order.numbers)
    if not found.pages:
        raise UsageError(f"deckgen: all slides of {place.shown} are hidden; type `--hidden`")
    return found


def _files(job: Job) -> Iterator[File]:
    if job.order.format in ONE_EACH:
        yield from _numbered(_svg(job) if job.order.format == "svg" else _png(job), job)
    elif job.order.format == "html":
        from deckgen.writers.html.deck import write

        yield job.target, write(job.scene, job.world)
    else:
        yield job.target, _printed(job)


def _svg(job: Job) -> list[bytes]:
    from deckgen.writers.svg.faces import Faces
    from deckgen.writers.svg.page import draw

    faces = Faces(job.world)
    return [draw(job.scene, page, faces).encode("utf-8") for page in job.scene.pages]


def _png(job: Job) -> list[bytes]:
    from deckgen.writers.typst.press import Press

    return Press(FONTS, job.world).png(job.scene, job.order.width)


def _printed(job: Job) -> bytes:
    from deckgen.writers.typst.press import Press

    press = Press(FONTS, job.world)
    if job.order.format == "sheet":
        return press.sheet(job.scene)
    if job.order.format == "handout":
        return press.pdf(job.scene, "handout-3" if job.order.per_page == "3" else "handout-6")
    return press.pdf(job.scene, "notes" if job.order.format == "notes" else "slides")


def _numbered(drawings: list[bytes], job: Job) -> Iterator[File]:
    """A file that was named takes one slide; a folder takes all, numbered as in the deck."""
    end = FORMATS[job.order.format]
    if job.target.endswith(end):
        if len(drawings) > 1:
            what = f"{len(drawings)} slides don't fit into {job.target}"
            raise UsageError(f"deckgen: {what}; name a folder, or one slide with `--range`")
        yield job.target, drawings[0]
        return
    for page, drawing in zip(job.scene.pages, drawings, strict=True):
        name = f"{job.stem}-{job.numbers[page.id]:02d}{end}"
        yield os.path.join(job.target, name), drawing


def _deliver(files: list[File]) -> tuple[Diagnostic, ...]:
    for path, data in files:
        try:
            write_atomic(path, data)
        except OSError as problem:
            message = UNWRITABLE.message.format(path=shown(path), reason=why(problem))
            return (Diagnostic(UNWRITABLE.code, message, hints=UNWRITABLE.hints),)
    return ()
