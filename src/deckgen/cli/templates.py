"""`deckgen templates`: the looks within reach of this folder, with a line about each."""

from __future__ import annotations

import click

from deckgen.cli.arguments import UsageError, printing
from deckgen.cli.bases import add, show
from deckgen.cli.looks import check, new
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld
from deckgen.template.load import load


class Looks(click.Group):
    """Its commands with whole lines in the help, and a hint for a name that is none of them."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; a name that is none gets a hint."""
        typed = args[0]
        if typed not in self.commands and not typed.startswith("-"):
            raise UsageError(f"deckgen: templates has no command `{typed}`; {self._instead(typed)}")
        return super().resolve_command(ctx, args)

    def _instead(self, typed: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(typed, self.commands, n=1)
        if near:
            return f"did you mean `deckgen templates {near[0]}`?"
        if typed in DiskWorld(".").templates():
            return f"to see that look: `deckgen templates show {typed}`"
        return f"there are: {', '.join(self.commands)}"

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each with its first sentence, however long."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _line(one)) for name, one in self.commands.items()])


def _line(command: click.Command) -> str:
    """The first paragraph of a command's help, on one line."""
    return " ".join((command.help or "").split("\n\n")[0].split())


@click.group(cls=Looks, invoke_without_command=True)
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
