"""`deckgen schema`: the outline's JSON Schema (2020-12) on stdout."""

from __future__ import annotations

import json

import click

from deckgen.cli.printer import Printer
from deckgen.outline.schema import schema


@click.command()
def command() -> int:
    """Print the outline's JSON Schema, for editors and language models."""
    printer = Printer("schema")
    printer.result(json.dumps(schema(), ensure_ascii=False, indent=2))
    printer.close()
    return 0
