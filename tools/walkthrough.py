"""A page that makes a look step by step → the template after each step.

A step is a YAML block marked `<!-- template: NAME -->`: keys of template.yaml. The first stands on
`plain`, each further one on the one before it; a key that is typed replaces the whole of the old.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from blocks import blocks

FIRST = Path(__file__).parents[1] / "templates" / "plain" / "template.yaml"
SAID = re.compile(r"template: (?P<name>[\w-]+)")
KEY = re.compile(r"^(?P<key>[\w-]+):.*\n(?:[ \t#].*\n|- .*\n|\n)*", re.MULTILINE)


class Step(NamedTuple):
    """A template under way: its name, the offset in the page where it is made, all of its text."""

    name: str
    place: int
    template: bytes


def steps(markdown: str) -> list[Step]:
    """The templates that a page makes, in order."""
    found: list[Step] = []
    text = FIRST.read_text("utf-8")
    for block in blocks(markdown):
        said = SAID.fullmatch(block.said)
        if said:
            text = onto(text, block.text)
            found.append(Step(said["name"], block.start, text.encode()))
    return found


def onto(template: str, keys: str) -> str:
    """A template in which these keys are said anew."""
    for match in KEY.finditer(keys):
        old = re.compile(rf"^{match['key']}:.*\n(?:[ \t#].*\n|- .*\n|\n)*", re.MULTILINE)
        said = match[0].rstrip("\n") + "\n\n"
        template, count = old.subn(lambda _, said=said: said, template)
        template += "" if count else said
    return template
