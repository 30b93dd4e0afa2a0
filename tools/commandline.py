"""The command line's own declarations → its reference in Markdown.

In: the commands as click knows them. Out: a heading, a usage line, a sentence and a table of
options for each. Nothing is carried out.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from deckgen.cli.commands import deckgen


def reference() -> str:
    """All commands, in the order of `deckgen --help`."""
    context = click.Context(deckgen, info_name="deckgen")
    return "\n\n".join(part for one in _below(deckgen, context) for part in _said(*one))


def _below(
    group: click.Group, context: click.Context
) -> Iterator[tuple[click.Command, click.Context]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        yield command, inner
        if isinstance(command, click.Group):
            yield from _below(command, inner)


def _said(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path.removeprefix('deckgen ')}"
    pieces = " ".join(command.collect_usage_pieces(context))
    yield f"```text\n{context.command_path} {pieces}\n```"
    yield from (part.replace("\n", " ") for part in _paragraphs(command.help or ""))
    rows = [one.get_help_record(context) for one in command.params]
    options = [f"| `{row[0]}` | {_cell(row[1])} |" for row in rows if row and row[1]]
    if options:
        yield "\n".join(["| option | does |", "|---|---|", *options])


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\b", "").split("\n\n") if part.strip()]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
