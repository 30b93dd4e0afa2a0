"""`deckgen new NAME`: a folder with an outline worth showing, and the schema for editors."""

from __future__ import annotations

import json
import os

import click

from deckgen.cli.arguments import Refused, printing
from deckgen.cli.printer import Printer, shown
from deckgen.disk import PACKAGE, read, write_atomic
from deckgen.outline.schema import schema

STARTER = os.path.join(PACKAGE, "cli", "starter.yaml")
SCHEMA_FILE = "deck.schema.json"


@click.command()
@click.argument("name", metavar="NAME", type=click.Path())
@printing
def command(printer: Printer, name: str) -> int:
    """Start a deck in the new folder NAME, unless there is one already."""
    outline = os.path.join(name, "deck.yaml")
    if os.path.exists(outline):
        raise Refused(f"deckgen: {outline} is there already: it is left as it is")
    try:
        write_atomic(outline, read(STARTER) or b"")
        write_atomic(os.path.join(name, SCHEMA_FILE), _schema())
    except OSError as problem:
        raise Refused(f"deckgen: {name} can't be made: {problem.strerror}") from problem
    printer.result(shown(os.path.abspath(outline)), outline=outline)
    printer.message(f"Write your talk in it, then type: deckgen build {name}")
    return 0


def _schema() -> bytes:
    return (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
