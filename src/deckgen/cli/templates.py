"""`deckgen templates`: the looks within reach of this folder, with a line about each."""

from __future__ import annotations

import click

from deckgen.cli.arguments import printing
from deckgen.cli.bases import add, show
from deckgen.cli.looks import check, new
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld
from deckgen.template.load import load


@click.group(invoke_without_command=True)
@printing
def command(printer: Printer) -> int:
    """List the looks within reach of this folder; 1 when one of them can't be used.

    `new` begins one of your own, `check` proves it with every kind of slide; `add` makes one of
    your organisation's .pptx or .potx; `show` says what one is made of.
    """
    if click.get_current_context().invoked_subcommand:
        return 0
    world = DiskWorld(".")
    names = world.templates()
    width = max((len(name) for name in names), default=0)
    usable = [_list(name, width, world, printer) for name in names]
    return 0 if all(usable) else 1


command.add_command(new)
command.add_command(check)
command.add_command(add)
command.add_command(show)


def _list(name: str, width: int, world: DiskWorld, printer: Printer) -> bool:
    look = load(name, world)
    records = printer.findings(look.diagnostics, world)
    about = look.value.description if look.value else "can't be used"
    found = world.template(name)
    path = shown(world.path(found[0])) if found else ""
    printer.result(
        f"{name:{width}}  {about}",
        name=name, description=about, path=path, diagnostics=records,
    )  # fmt: skip
    return look.value is not None
