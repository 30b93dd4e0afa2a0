"""`deckgen check`: outlines → everything that is wrong with them. Writes nothing."""

from __future__ import annotations

import argparse

from deckgen.cli.places import Place, outlines
from deckgen.cli.printer import Printer
from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck


def run(arguments: argparse.Namespace, printer: Printer) -> int:
    """Check each outline; 1 when there is an error or a warning in any."""
    clean = [_check(place, arguments, printer) for place in outlines(arguments.outlines)]
    return 0 if all(clean) else 1


def _check(place: Place, arguments: argparse.Namespace, printer: Printer) -> bool:
    world = DiskWorld(place.folder)
    compiled = compile_deck(place.file, world, arguments.template, printer.progress)
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
