"""`deckgen new NAME`: a folder with an outline worth showing, and the schema for editors."""

from __future__ import annotations

import argparse
import json
import os

from deckgen.cli.arguments import UsageError
from deckgen.cli.printer import Printer, shown
from deckgen.disk import PACKAGE, read, write_atomic
from deckgen.outline.schema import schema

STARTER = os.path.join(PACKAGE, "cli", "starter.yaml")
SCHEMA_FILE = "deck.schema.json"


def run(arguments: argparse.Namespace, printer: Printer) -> int:
    """Write the starter deck, unless there is a deck already."""
    folder = arguments.name
    outline = os.path.join(folder, "deck.yaml")
    if os.path.exists(outline):
        raise UsageError(f"deckgen: {outline} is there already: it is left as it is", code=1)
    try:
        write_atomic(outline, read(STARTER) or b"")
        write_atomic(os.path.join(folder, SCHEMA_FILE), _schema())
    except OSError as problem:
        raise UsageError(
            f"deckgen: {folder} can't be made: {problem.strerror}", code=1
        ) from problem
    printer.result(shown(os.path.abspath(outline)), outline=outline)
    printer.message(f"Write your talk in it, then type: deckgen build {folder}")
    return 0


def _schema() -> bytes:
    return (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
