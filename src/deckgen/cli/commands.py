"""argv → a command and its options, by click; each command is imported when it is asked for.

In: the words that were typed. Out: the command's exit code, or click's exceptions, which `main`
says. Nothing is carried out here. A command is a module of this folder with a `command` in it,
and a line in `COMMANDS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from deckgen import __version__
from deckgen.cli.arguments import UsageError

COMMANDS = {
    "build": "write a .pptx from each outline",
    "export": "write pdf, png, svg, html, notes pages, a handout or a contact sheet",
    "check": "say what is wrong with outlines, and mend what is certain",
    "explain": "say what a code means, and what to do",
    "plan": "print the run sheet: slide, minutes, clock; and what was left out",
    "show": "say what a slide says and where it comes from, of an outline or a .pptx",
    "outdated": "list slides whose source has changed since they were taken, and how",
    "update": "take what has changed in the sources of a talk",
    "where": "say where a slide is used",
    "diff": "compare outlines, forms of a talk or .pptx files, slide by slide",
    "translate": "write a talk's words in another language, or bring them up to date",
    "search": "find slides in all outlines, and the versions of a slide",
    "preview": "show a deck in the browser, and every save of it at once",
    "new": "start a deck in a new folder",
    "templates": "list the looks within reach",
    "icons": "list the icons that slides can show, or find one by words",
    "schema": "print the outline's JSON Schema, for editors and language models",
}


class Commands(click.Group):
    """Knows its commands by name and line; listing them imports none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"deckgen.cli.{cmd_name}").command
        command.help = command.help or _sentence(COMMANDS[cmd_name])
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; a name that is none gets a hint."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            raise UsageError(f"deckgen: there is no command `{args[0]}`; {_instead(args[0])}")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; no words at all are answered with what there is to type."""
        if not args and not ctx.resilient_parsing:
            raise UsageError(ctx.get_help())
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A line each, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _instead(typed: str) -> str:
    from difflib import get_close_matches
    from shlex import quote

    if typed.endswith((".yaml", ".yml")):
        return f"did you mean `deckgen build {quote(typed)}`?"
    near = get_close_matches(typed, COMMANDS, n=1)
    return f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(COMMANDS)}"


def _sentence(summary: str) -> str:
    return summary[0].upper() + summary[1:] + "."


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 clean, 1 findings or failed build, 2 usage.",
    subcommand_metavar="COMMAND ...",
)
@click.version_option(__version__, "-V", "--version", message="deckgen %(version)s")
def deckgen() -> None:
    """Slide outlines in YAML become designed, native, editable PowerPoint."""


def carry_out(argv: list[str]) -> int:
    """The exit code of one command line; raises `click.ClickException` for what can't be."""
    try:
        with deckgen.make_context("deckgen", list(argv)) as context:
            code: Any = deckgen.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return int(code or 0)


def complete() -> None:
    """Answer a shell that asks how a word may go on, and end the process."""
    deckgen.main([], prog_name="deckgen")


def explain(problem: click.ClickException) -> str:
    """What to write about a command line that can't be carried out."""
    if not isinstance(problem, click.UsageError):
        return problem.format_message()
    message = problem.format_message()
    lines = [f"deckgen: {message[:1].lower()}{message[1:]}"]
    if problem.ctx:
        lines += [f"  {problem.ctx.get_usage()}"]
    return "\n".join(lines)
