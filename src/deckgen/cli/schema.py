"""`deckgen schema`: the outline's JSON Schema (2020-12) on stdout."""

from __future__ import annotations

import argparse
import json

from deckgen.cli.printer import Printer
from deckgen.outline.schema import schema


def run(_: argparse.Namespace, printer: Printer) -> int:
    """Print it."""
    printer.result(json.dumps(schema(), ensure_ascii=False, indent=2))
    return 0
