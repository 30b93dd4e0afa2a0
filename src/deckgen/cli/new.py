"""`deckgen new NAME`: a folder with an outline worth showing, and the schema for editors.

With `--from`, the outline has slides of other decks instead.
"""

from __future__ import annotations

import json
import os
from shlex import quote

import click

from deckgen.batch.delivery import why
from deckgen.cli.arguments import Refused, UsageError, printing
from deckgen.cli.printer import Printer, shown
from deckgen.disk import PACKAGE, DiskWorld, read, write_atomic
from deckgen.outline.schema import schema

STARTER = os.path.join(PACKAGE, "cli", "starter.yaml")
SCHEMA_FILE = "deck.schema.json"


@click.command()
@click.argument("name", metavar="NAME", type=click.Path())
@click.option(
    "--from", "sources", metavar="DECK#SLIDE,...", multiple=True,
    help="Start from slides of other decks: big-society#transitie,#systeemwereld..",
)  # fmt: skip
@printing
def command(printer: Printer, name: str, sources: tuple[str, ...]) -> int:
    """Start a deck in the new folder NAME, unless there is one already."""
    if name.lower().endswith((".yaml", ".yml")):
        better = os.path.dirname(name) or os.path.splitext(name)[0]
        raise UsageError(f"deckgen: name the folder: deckgen new {quote(better)}")
    outline = os.path.join(name, "deck.yaml")
    if os.path.exists(outline):
        raise Refused(f"deckgen: {outline} is there already: it is left as it is")
    start = _taken(name, sources, printer) if sources else (read(STARTER) or b"")
    if start is None:
        return 1
    try:
        write_atomic(outline, start)
        write_atomic(os.path.join(name, SCHEMA_FILE), _schema())
    except OSError as problem:
        raise Refused(f"deckgen: {name} can't be made: {why(problem)}") from problem
    printer.result(shown(os.path.abspath(outline)), outline=outline)
    printer.message(f"Write your talk in it, then type: deckgen build {quote(name)}")
    return 0


def _taken(name: str, sources: tuple[str, ...], printer: Printer) -> bytes | None:
    """An outline of slides from other decks; None where one of them can't be had."""
    from deckgen.remix.starting import Spot, start

    folder = os.path.realpath(name)
    root = folder
    while not os.path.isdir(root):
        root = os.path.dirname(root)
    outline = os.path.join(os.path.relpath(folder, root), "deck.yaml").replace(os.sep, "/")

    def across(path: str) -> str:
        return os.path.relpath(os.path.realpath(path), folder).replace(os.sep, "/")

    world = DiskWorld(root)
    made = start(sources, Spot(outline.removeprefix("./"), world, DiskWorld("."), across))
    records = printer.findings(made.diagnostics, world)
    if made.value is None:
        printer.result("", outline=None, diagnostics=records)
        return None
    many = f"{made.value.slides} slide{'' if made.value.slides == 1 else 's'}"
    printer.message(f"{many} from {', '.join(made.value.decks)}")
    return made.value.text.encode("utf-8")


def _schema() -> bytes:
    return (json.dumps(schema(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")
