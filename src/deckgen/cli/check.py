"""`deckgen check`: outlines → everything that is wrong with them. Writes nothing."""

from __future__ import annotations

import click

from deckgen.cli import arguments
from deckgen.cli.places import Place
from deckgen.cli.places import outlines as meant
from deckgen.cli.printer import Printer
from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck


@click.command()
@arguments.outlines
@arguments.template
@arguments.printing
def command(printer: Printer, outlines: tuple[str, ...], template: str | None) -> int:
    """Say what is wrong with each outline, and write nothing.

    Without a name, the deck.yaml of this folder is checked.
    """
    clean = [_check(place, template, printer) for place in meant(outlines)]
    return 0 if all(clean) else 1


def _check(place: Place, template: str | None, printer: Printer) -> bool:
    world = DiskWorld(place.folder)
    compiled = compile_deck(place.file, world, template, printer.progress)
    found = compiled.diagnostics
    records = printer.findings(found, world, asked=True)
    errors = sum(one.severity == "error" for one in found)
    warnings = sum(one.severity == "warning" for one in found)
    text = f"{place.shown}: {_count(errors, 'error')}, {_count(warnings, 'warning')}"
    clean = not errors and not warnings
    printer.result(
        f"{place.shown}: clean" if clean else text,
        outline=place.shown, clean=clean, diagnostics=records,
    )  # fmt: skip
    return clean


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
