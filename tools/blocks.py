"""Markdown → its fenced blocks, each with its language, its line and what is said of it.

A comment of its own on the line before a fence says what the block is, where its text alone does
not: `<!-- mistake: outline/unknown-key -->`, `<!-- template -->`, `<!-- workflow -->`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

FENCE = re.compile(
    r"^(?:[ ]*<!--[ ]*(?P<said>[^\n]*?)[ ]*-->\n(?:[ ]*\n)*)?"
    r"(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<language>[\w-]*)(?P<info>[^\n`]*)\n"
    r"(?P<text>.*?)^(?P=indent)(?P=fence)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


class Block(NamedTuple):
    """A fenced block: what it is written in, its text, where it starts, what is said of it."""

    language: str
    text: str
    line: int
    said: str
    start: int  # the offset of its fence
    end: int  # the offset behind it


def blocks(markdown: str) -> list[Block]:
    """All fenced blocks of a page, in order."""
    return [_block(match, markdown) for match in FENCE.finditer(markdown)]


def _block(match: re.Match[str], markdown: str) -> Block:
    indent = match["indent"]
    lines = match["text"].splitlines(keepends=True)
    text = "".join(line.removeprefix(indent) for line in lines)
    line = markdown.count("\n", 0, match.start("fence")) + 1
    return Block(
        match["language"], text, line, match["said"] or "", match.start("indent"), match.end()
    )


def pages(root: Path) -> list[Path]:
    """The README and every document below docs/."""
    return [root / "README.md", *sorted((root / "docs").rglob("*.md"))]
