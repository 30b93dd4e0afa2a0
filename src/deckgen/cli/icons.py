"""`deckgen icons`: the icons that an outline can name, all of them or those that words lead to."""

from __future__ import annotations

import click

from deckgen.cli.arguments import printing
from deckgen.cli.printer import Printer
from deckgen.disk import DiskWorld
from deckgen.image.icons import Icon, Icons
from deckgen.outline.suggest import nearest


@click.command()
@click.argument("words", nargs=-1)
@printing
def command(printer: Printer, words: tuple[str, ...]) -> int:
    """List the icons that slides can show, by name; with WORDS those that the words lead to.

    Words are English. Type a name after `icon:` in an outline, as in `icon: people-group`. 1 when
    there is no such icon.
    """
    icons = Icons(DiskWorld("."))
    found = icons.search(words)
    for icon in found:
        others = f"  (also {', '.join(icon.others)})" if icon.others and words else ""
        printer.result(f"{icon.name}{others}", **_record(icon))
    if not found:
        near = nearest("-".join(words), icons.names())
        printer.message(f"deckgen: no icon by `{' '.join(words)}`{_hint(near)}")
    return 0 if found else 1


def _hint(near: tuple[str, ...]) -> str:
    return f"; {near[0]}" if near else "; words are English, `deckgen icons` lists all"


def _record(icon: Icon) -> dict[str, object]:
    return {"name": icon.name, "also": list(icon.others), "words": list(icon.words)}
