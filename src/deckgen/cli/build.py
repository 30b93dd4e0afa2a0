"""`deckgen build`: outlines → .pptx files, each replaced whole or not at all."""

from __future__ import annotations

import time
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic
from deckgen.batch.delivery import deliver
from deckgen.cli import arguments, locked
from deckgen.cli.forms import Talk, forms
from deckgen.cli.handouts import hand_out
from deckgen.cli.merge import merging
from deckgen.cli.places import Place, outlines, results
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld
from deckgen.pipeline import Compiled, compile_deck
from deckgen.remix.recording import Recording
from deckgen.remix.variants import Wanted
from deckgen.writers.pptx.package import write

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
    shows: bool
    locked: bool


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
@arguments.all_variants
@click.option("--locked", is_flag=True, help="Fail where deckgen.lock would have to change.")
@click.option("--shows", is_flag=True, help="Each form that can be becomes a custom show.")
@arguments.wanting
@arguments.printing
@merging
def command(printer: Printer, /, **typed: Any) -> int:
    """Write a .pptx from each outline; one that fails does not keep the others from being built.

    Without a name, the deck.yaml of this folder is built.
    """
    order = Order(**typed)
    wanted = replace(order.wanted, shows="all" if order.shows else "marked")
    talks = forms(outlines(order.outlines), wanted, order.all_variants)
    paths = results([talk.place for talk in talks], order.output, f".{order.format}")
    built = [_build(*pair, order, printer) for pair in zip(talks, paths, strict=True)]
    return 0 if all(built) else 1


def _build(talk: Talk, path: str, order: Order, printer: Printer) -> bool:
    place = talk.place
    world, clock = DiskWorld(place.folder), time.perf_counter
    started = clock()
    seen = Recording(world)
    compiled = compile_deck(place.file, seen, order.template, printer.progress, talk.wanted)
    laid_out = clock()
    data = write(compiled.scene) if compiled.scene else b""
    written = clock()
    kept = locked.due(place, compiled, seen, not order.template, order.locked)
    problems = kept.found
    if data and not _failed(problems):
        problems += deliver(path, data, order.force, shown(path))
    done = bool(data) and not _failed(problems)
    if done and kept.data:
        problems += locked.write(place, kept.data)
    records = printer.findings(compiled.diagnostics + problems, world)
    if order.timings:
        took = f"understood and laid out in {laid_out - started:.3f} s"
        printer.message(f"{place.shown}: {took}, written in {written - laid_out:.3f} s")
    text = _line(path, compiled) if done else ""
    printer.result(text, **_record(place, path, compiled, done), diagnostics=records)
    if not done:
        printer.message(f"{place.shown}: not built")
    return done and hand_out(compiled, world, path, printer)


def _failed(problems: tuple[Diagnostic, ...]) -> bool:
    return any(one.severity == "error" for one in problems)


def _line(path: str, compiled: Compiled) -> str:
    count = len(compiled.scene.pages) if compiled.scene else 0
    ignored = f" ({len(compiled.ignored)} ignored)" if compiled.ignored else ""
    shows = ", ".join(show.name for show in compiled.scene.shows) if compiled.scene else ""
    also = f", custom shows: {shows}" if shows else ""
    return f"{shown(path)}  {count} slide{'' if count == 1 else 's'}{also}{ignored}"


def _record(place: Place, path: str, compiled: Compiled, done: bool) -> dict[str, object]:
    pages = compiled.scene.pages if compiled.scene else ()
    shows = compiled.scene.shows if compiled.scene else ()
    return {
        "outline": place.shown,
        "output": path if done else None,
        "slides": len(pages),
        "shows": {show.name: len(show.pages) for show in shows},
        "ignored": len(compiled.ignored),
        "template": compiled.template.name if compiled.template else None,
    }
