"""Text → its comments, each with its place. YAML has them; its tree of nodes has not.

A `#` in quotes, in a block of text or within a word begins none: the parser says where scalars
are, and only what lies outside of them is looked at.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct
from yaml import events
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError

_BEGIN = re.compile(r"(?:^|(?<=[ \t]))#")


class Comment(Struct, frozen=True):
    """What stands after `#`, the sign's place (from 1), and whether the line holds nothing else."""

    text: str
    line: int
    column: int
    alone: bool


def comments(text: str, word: str = "") -> tuple[Comment, ...]:
    """The comments of a text in which a word occurs, in their order.

    Where YAML can't be read any further, comments are found up to there.
    """
    lines = text.splitlines()
    wanted = [n for n, line in enumerate(lines) if "#" in line and word in line]
    if not wanted:
        return ()
    taken, end = _scalars(text, set(wanted))
    found = (_in_line(n, lines[n], taken.get(n, [])) for n in wanted if n < end)
    return tuple(one for one in found if one is not None and word in one.text)


def _in_line(number: int, line: str, taken: list[tuple[int, int]]) -> Comment | None:
    for match in _BEGIN.finditer(line):
        at = match.start()
        if not any(start <= at < end for start, end in taken):
            return Comment(line[at + 1 :].strip(), number + 1, at + 1, not line[:at].strip())
    return None


def _scalars(text: str, wanted: set[int]) -> tuple[dict[int, list[tuple[int, int]]], int]:
    """Which columns of the wanted lines (from 0) are scalars; the line where reading ended."""
    taken: dict[int, list[tuple[int, int]]] = {}
    get = CParser(text).get_event
    end = text.count("\n") + 1
    try:
        while (event := get()) is not None:
            if event.__class__ is events.ScalarEvent:
                _note(event, wanted, taken)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return taken, mark.line if mark else 0
    return taken, end + 1


def _note(event: Any, wanted: set[int], taken: dict[int, list[tuple[int, int]]]) -> None:
    start, end = event.start_mark, event.end_mark
    first = start.line
    if event.style in ("|", ">"):
        first += 1  # behind the sign of a block a comment may stand
    for line in range(first, end.line + 1):
        if line in wanted:
            begins = start.column if line == start.line else 0
            ends = end.column if line == end.line else 1 << 30
            taken.setdefault(line, []).append((begins, ends))
