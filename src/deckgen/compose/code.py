"""Lines of a program, coloured by what their words are.

In: Code. Out: its box. A colour is used only where it can be read on the ground; with lines that
matter, the others step back.
"""

from __future__ import annotations

from deckgen.base.colour import contrast
from deckgen.compose.boxes import Box, Panel, Para, TextBox
from deckgen.compose.context import Context
from deckgen.outline.model import Code, Run, Slide, Text
from deckgen.text.tokens import Token, tokens

COLOURS = {
    "keyword": "accent",
    "name": "cool",
    "string": "warm",
    "number": "cool",
    "comment": "muted",
}
READABLE = 4.5  # WCAG 2.2, 1.4.3
GROUND = "field"
NUMBERED = 2.4  # ems before the code where lines are numbered
GLUE = "\u00a0"


def code(block: Code, slide: Slide, context: Context) -> Box:
    """The lines on a quiet ground."""
    colours = _readable(context, context.scheme("code", slide.background))
    paras = tuple(
        _line(line, block, number, colours)
        for number, line in enumerate(tokens(block.text, block.language), start=1)
    )
    return TextBox(
        paras,
        name="code",
        fit="code",
        panel=Panel(GROUND, "round"),
        pad=(28, 20, 24, 20),
        anchor="middle",
        tight=16,
    )


def _readable(context: Context, scheme: str) -> dict[str, str]:
    """The colour role of each sort of word, the ink's where its own is too close to the ground."""
    palette, roles = context.template.palette, context.template.schemes[scheme]
    ground = palette[roles[GROUND]]
    return {
        sort: role if contrast(palette[roles[role]], ground) >= READABLE else "ink"
        for sort, role in COLOURS.items()
    }


def _line(line: tuple[Token, ...], block: Code, number: int, colours: dict[str, str]) -> Para:
    quiet = bool(block.highlight) and number not in block.highlight
    loud = bool(block.highlight) and not quiet
    pieces = line or (("", GLUE),)
    runs = tuple(
        Run(_glued(words, place == 0), bold=loud, code=True)
        for place, (_, words) in enumerate(pieces)
    )
    found = tuple("muted" if quiet else colours.get(sort, "ink") for sort, _ in pieces)
    if quiet and colours["comment"] == "ink":
        found = tuple("ink" for _ in pieces)
    bullet, indent = ("1.", NUMBERED) if block.numbers else ("", 0.0)
    return Para(Text(runs), "body", bullet=bullet, indent=indent, colours=found)


def _glued(words: str, first: bool) -> str:
    """Indents and columns hold: a line may break at single spaces only."""
    lead = len(words) - len(words.lstrip(" ")) if first else 0
    rest = words[lead:].replace("  ", GLUE * 2)
    return GLUE * lead + rest
