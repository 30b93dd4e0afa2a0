"""Every command line in the documents could be typed: click knows its command and options.

Nothing is carried out. A mention in a sentence, or a line that shows a form (`[OUTLINE|FOLDER…]`),
is asked for its command and options only.
"""

import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from deckgen.cli.commands import deckgen

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from blocks import FENCE, blocks, pages

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"`(deckgen [a-z][^`\n]*)`")
INDENTED = re.compile(r"^ {4,}(deckgen .+)$", re.MULTILINE)
LINE = re.compile(r"^(?:\$ |\s*- run: |\s*entry: )?(deckgen .+)$", re.MULTILINE)
FORM = re.compile(r"[\[\]|…<>]|\.\.\.")
OPTION = re.compile(r"(?<![\w-])--?[a-z][\w-]*")
SHELLS = ("console", "sh", "yaml")


def typed(page: Path) -> Iterator[str]:
    """The command lines of a page's blocks."""
    text = page.read_text("utf-8")
    for block in blocks(text):
        if block.language in SHELLS:
            yield from LINE.findall(block.text)


def mentioned(page: Path) -> Iterator[str]:
    """The commands that its sentences and indented lines name."""
    text = FENCE.sub("", page.read_text("utf-8"))
    yield from (found.replace("\\|", "|") for found in CODE.findall(text))
    yield from INDENTED.findall(text)


PAGES = pages(ROOT)
LINES = sorted({(str(page.relative_to(ROOT)), line) for page in PAGES for line in typed(page)})
NAMED = sorted({(str(page.relative_to(ROOT)), line) for page in PAGES for line in mentioned(page)})


def test_there_are_command_lines() -> None:
    assert len(LINES) > 20
    assert len(NAMED) > 20


@pytest.mark.parametrize(("page", "line"), LINES)
def test_it_could_be_typed(page: str, line: str) -> None:
    if FORM.search(line):
        has_its_options(line)
    else:
        command, rest = named(shlex.split(line, comments=True)[1:])
        command.make_context(command.name, rest)


@pytest.mark.parametrize(("page", "line"), NAMED)
def test_what_is_mentioned_exists(page: str, line: str) -> None:
    has_its_options(line)


def has_its_options(line: str) -> None:
    command, _ = named(FORM.sub(" ", line).split()[1:])
    known = {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
    assert set(OPTION.findall(line)) <= known | {"--help"}


def named(words: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the first words name, and what is left of them."""
    command: click.Command = deckgen
    context = click.Context(command, info_name="deckgen")
    while isinstance(command, click.Group) and words:
        inner = command.get_command(context, words[0])
        if inner is None:
            break
        command, words = inner, words[1:]
        context = click.Context(command, info_name=command.name, parent=context)
    assert command is not deckgen, f"there is no command {words[:1]}"
    return command, words
