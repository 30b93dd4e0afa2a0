"""Nodes → lines for a terminal: what they say, and what was changed.

In: nodes. Out: lines, without margins. Only looks are decided here.
"""

from __future__ import annotations

from deckgen.syntax.nodes import Node
from deckgen.syntax.printer import write


def said(node: Node | None) -> str:
    """A node as it is typed; empty where there is none."""
    return "" if node is None else write(node).rstrip("\n")


def difference(before: Node | None, after: Node | None) -> list[str]:
    """The lines that differ, after `- ` and `+ `, with a line around them after two blanks."""
    from difflib import unified_diff

    old, new = said(before).splitlines(), said(after).splitlines()
    lines = list(unified_diff(old, new, n=1, lineterm=""))[2:]
    return [
        "  …" if line.startswith("@@") else f"{line[0]} {line[1:]}".rstrip()
        for at, line in enumerate(lines)
        if at or not line.startswith("@@")
    ]


def indented(lines: list[str], by: int) -> list[str]:
    """Lines further to the right."""
    return [" " * by + line for line in lines]
