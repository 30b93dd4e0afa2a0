"""What was typed → which outlines are meant and where their results go.

In: arguments as typed. Out: `Place`s, or `UsageError` with what to type instead. Looks whether
files exist; reads and writes none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import click
from msgspec import Struct

from deckgen.cli.arguments import UsageError

OUTLINE_NAMES = ("deck.yaml", "deck.yml")
FORMAT = re.compile(r"[^./\\]\.[A-Za-z]\w{0,4}\Z")  # how the name of a file ends


class Place(Struct, frozen=True):
    """An outline: the folder that its paths start from, and its file name there."""

    folder: str
    file: str
    tail: str = ""  # what follows the talk's name where this is one of its forms

    @property
    def shown(self) -> str:
        """The path to show, as short as it was typed."""
        return os.path.join(self.folder, self.file) if self.folder != "." else self.file

    @property
    def stem(self) -> str:
        """What to call the result: `talk/deck.yaml` is the talk, `talk/long.yaml` is the long."""
        stem = os.path.splitext(self.file)[0]
        if stem == "deck":
            return os.path.basename(os.path.abspath(self.folder)) or stem
        return stem


def outlines(typed: Sequence[str]) -> list[Place]:
    """The outlines that are meant. A folder stands for its deck.yaml, or for its decks'."""
    if not typed:
        return [_here()]
    return list(dict.fromkeys(place for name in typed for place in _meant(name)))


def _here() -> Place:
    found = _in_folder(".")
    if found is None:
        raise UsageError(
            "deckgen: there is no deck.yaml in this folder\n"
            f"  Name an outline (`{_command()} talk/deck.yaml`), or start one: `deckgen new talk`"
        )
    return found


def _command() -> str:
    """The command that was typed; outside of any, the one that most people want."""
    context = click.get_current_context(silent=True)
    return context.command_path if context else "deckgen build"


def _meant(name: str) -> list[Place]:
    if os.path.isdir(name):
        return _in_tree(name)
    if not os.path.exists(name):
        raise UsageError(f"deckgen: there is no file or folder {name}{_instead(name)}")
    folder, file = os.path.split(name)
    return [Place(folder or ".", file)]


def _in_tree(folder: str) -> list[Place]:
    folder = os.path.normpath(folder)
    here = _in_folder(folder)
    if here:
        return [here]
    below = (os.path.normpath(os.path.join(folder, name)) for name in sorted(os.listdir(folder)))
    found = [place for place in map(_in_folder, below) if place]
    if not found:
        raise UsageError(f"deckgen: there is no deck.yaml in {folder} or right below it")
    return found


def _in_folder(folder: str) -> Place | None:
    for name in OUTLINE_NAMES:
        if os.path.isfile(os.path.join(folder, name)):
            return Place(folder, name)
    return None


def nearest(name: str) -> str:
    """The path of what is there and has almost that name; empty where nothing has."""
    from difflib import get_close_matches

    folder = os.path.dirname(name) or "."
    names = os.listdir(folder) if os.path.isdir(folder) else []
    near = get_close_matches(os.path.basename(name), names, n=1)
    return os.path.normpath(os.path.join(folder, near[0])) if near else ""


def _instead(name: str) -> str:
    from shlex import quote

    near = nearest(name)
    if near:
        return f"; did you mean {quote(near)}?"
    return f"\n  `deckgen new {quote(name)}` starts a deck there" if "." not in name else ""


def results(places: list[Place], output: str | None, suffix: str, tail: str = "") -> list[str]:
    """Where each outline's result goes: beside it, or where `-o` says.

    `tail` follows the talk's name where we give the name: `talk-notes.pdf`.
    """
    paths = [_result(place, output, suffix, tail) for place in places]
    if output and output.endswith(suffix) and len(paths) > 1:
        raise UsageError(f"deckgen: {output} can't hold {len(paths)} decks; name a folder")
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice:
        raise UsageError(f"deckgen: two outlines would be written to {twice}; build one at a time")
    return paths


def _other(output: str) -> str:
    """The command that writes what a file's name ends in, where it is another one."""
    end = os.path.splitext(output)[1].lower()
    if end == ".pptx":
        return f"\n  PowerPoint files are made by: deckgen build -o {output}"
    if end in (".pdf", ".html", ".png", ".svg"):
        return f"\n  other formats are made by: deckgen export -o {output}"
    return ""


def _result(place: Place, output: str | None, suffix: str, tail: str) -> str:
    name = place.stem + place.tail + tail + suffix
    if output is None:
        return os.path.normpath(os.path.join(place.folder, name))
    if output.endswith(suffix) and not os.path.isdir(output):
        return output
    if FORMAT.search(output) and not os.path.isdir(output):
        raise UsageError(
            f"deckgen: {output}: name a file that ends in {suffix}, or a folder with a / at its end"
            f"{_other(output)}"
        )
    return os.path.join(os.path.normpath(output), name)
