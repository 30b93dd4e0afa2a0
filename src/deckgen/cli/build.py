"""`deckgen build`: outlines → .pptx files, each replaced whole or not at all."""

from __future__ import annotations

import time
from typing import Any

import click
from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.cli import arguments
from deckgen.cli.forms import Talk, forms
from deckgen.cli.places import Place, outlines, results, why
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld, read, write_atomic
from deckgen.pipeline import Compiled, compile_deck
from deckgen.remix.variants import Wanted
from deckgen.writers.pptx.package import write

CHANGED = Diagnostic(
    "build/changed-by-hand",
    "{path} was changed since deckgen wrote it, or deckgen never wrote it: it is left as it is",
    hints=(
        "type `--force` to overwrite it; the changes in it are lost then",
        "or write to another file with `-o FILE.pptx` and bring the changes over",
    ),
)
UNWRITABLE = Diagnostic(
    "build/cannot-write",
    "{path} can't be written: {reason}",
    hints=("close it where it is open, or name another place with `-o`",),
)


FORMATS = ("pptx",)


class Order(Struct, frozen=True):
    """What was typed."""

    outlines: tuple[str, ...]
    template: str | None
    output: str | None
    format: str
    force: bool
    timings: bool
    wanted: Wanted
    all_variants: bool


@click.command()
@arguments.outlines
@arguments.template
@click.option(
    "-o", "--output", metavar="FILE|FOLDER", type=click.Path(),
    help="FILE.pptx, or the folder to write to (default: beside the outline).",
)  # fmt: skip
@click.option("--format", type=click.Choice(FORMATS), default="pptx", help="What to write.")
@click.option("--force", is_flag=True, help="Overwrite a .pptx that was changed since its build.")
@click.option("--timings", is_flag=True, help="Say how long each stage took.")
@click.option("--all-variants", is_flag=True, help="The talk as a whole, and each of its forms.")
@arguments.wanting
@arguments.printing
def command(printer: Printer, /, **typed: Any) -> int:
    """Write a .pptx from each outline; one that fails does not keep the others from being built.

    Without a name, the deck.yaml of this folder is built.
    """
    order = Order(**typed)
    talks = forms(outlines(order.outlines), order.wanted, order.all_variants)
    paths = results([talk.place for talk in talks], order.output, f".{order.format}")
    built = [_build(*pair, order, printer) for pair in zip(talks, paths, strict=True)]
    return 0 if all(built) else 1


def _build(talk: Talk, path: str, order: Order, printer: Printer) -> bool:
    place = talk.place
    world, clock = DiskWorld(place.folder), time.perf_counter
    started = clock()
    compiled = compile_deck(place.file, world, order.template, printer.progress, talk.wanted)
    laid_out = clock()
    data = write(compiled.scene) if compiled.scene else b""
    written = clock()
    problems = _deliver(path, data, order.force) if data else ()
    records = printer.findings(compiled.diagnostics + problems, world)
    done = bool(data) and not problems
    if order.timings:
        took = f"understood and laid out in {laid_out - started:.3f} s"
        printer.message(f"{place.shown}: {took}, written in {written - laid_out:.3f} s")
    text = _line(path, compiled) if done else ""
    printer.result(text, **_record(place, path, compiled, done), diagnostics=records)
    if not done:
        printer.message(f"{place.shown}: not built")
    return done


def _deliver(path: str, data: bytes, force: bool) -> tuple[Diagnostic, ...]:
    """Put the file in its place, unless that would destroy a person's work."""
    before = read(path)
    if before == data:
        return ()
    if before and not force and not _ours(before):
        return (_about(CHANGED, path=shown(path)),)
    try:
        write_atomic(path, data)
    except OSError as problem:
        return (_about(UNWRITABLE, path=shown(path), reason=why(problem)),)
    return ()


def _ours(data: bytes) -> bool:
    from deckgen.readers.pptx.fingerprint import untouched

    return untouched(data)


def _about(found: Diagnostic, **facts: str) -> Diagnostic:
    return Diagnostic(found.code, found.message.format(**facts), hints=found.hints)


def _line(path: str, compiled: Compiled) -> str:
    count = len(compiled.scene.pages) if compiled.scene else 0
    ignored = f" ({len(compiled.ignored)} ignored)" if compiled.ignored else ""
    return f"{shown(path)}  {count} slide{'' if count == 1 else 's'}{ignored}"


def _record(place: Place, path: str, compiled: Compiled, done: bool) -> dict[str, object]:
    pages = compiled.scene.pages if compiled.scene else ()
    return {
        "outline": place.shown,
        "output": path if done else None,
        "slides": len(pages),
        "ignored": len(compiled.ignored),
        "template": compiled.template.name if compiled.template else None,
    }
