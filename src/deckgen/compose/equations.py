"""A formula as large as the page allows, and below it what its signs mean.

In: Math. Out: its box. A program that knows no colours in equations draws them black: where that
could not be read on the page, the formula gets a ground of its own on which it can.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.colour import contrast
from deckgen.compose.boxes import Box, Equation, Flow, Panel, TextBox
from deckgen.compose.context import Context
from deckgen.compose.paras import box, para
from deckgen.outline.model import Math, Meaning, Run, Slide, Text

READABLE = 4.5  # WCAG 2.2, 1.4.3
BLACK = "000000"
FEW = 4  # signs that stand side by side
SHORT = 34  # characters of their meanings, side by side
# How wide signs are that stand below one another: at least, and for each letter.
LEAST_SIGN, SIGN_LETTER = 56.0, 15.0
LETTER = re.compile(r"\\[A-Za-z]+|[^\s{}^_]")


class _Ground(Struct, frozen=True):
    """What a formula stands on, and what is written there."""

    fill: str
    ink: str
    quiet: str


def math(block: Math, slide: Slide, context: Context) -> Box:
    """The formula, its number, its signs; these below one another where it shares the page."""
    narrow = slide.body is not block or slide.picture is not None
    kind = type(slide.body).__name__.lower()
    ground = _ground(context, context.scheme(kind, slide.background))
    ink = ground.ink if ground else "ink"
    quiet = ground.quiet if ground else "muted"
    parts: list[Box] = [_numbered(block, slide, ink, quiet)]
    if block.where:
        beside = not narrow and _few(block.where)
        parts.append(
            _side_by_side(block.where, ink) if beside else _listed(block.where, ink, narrow)
        )
    panel = Panel(ground.fill, "round") if ground else None
    pad = (32.0, 20.0, 32.0, 20.0) if ground else (0.0, 0.0, 0.0, 0.0)
    if narrow and block.where:  # close together, for there is no room to part them
        parts[0] = replace(parts[0], grow=0)
        return Flow("column", tuple(parts), 24, justify="center", panel=panel, pad=pad, grow=1)
    gap = 20 if ground else 28
    return Flow("column", tuple(parts), gap=gap, panel=panel, pad=pad, grow=1)


def _ground(context: Context, scheme: str) -> _Ground | None:
    """None where black can be read on the page itself."""
    palette, roles = context.template.palette, context.template.schemes[scheme]
    if contrast(BLACK, palette[roles["paper"]]) >= READABLE:
        return None
    light = max(("paper", "ink", "field"), key=lambda role: contrast(BLACK, palette[roles[role]]))
    written = "paper" if light == "ink" else "ink"
    return _Ground(light, written, written)


def _numbered(block: Math, slide: Slide, ink: str, quiet: str) -> Box:
    """The formula in the middle of its room, its number at the right edge."""
    formula = Equation(block.formulas, colour=ink, alt=block.alt or slide.alt, grow=1, at=block.at)
    if not block.number:
        return formula
    typed = block.number.strip()
    said = typed if typed.startswith("(") else f"({typed})"
    number = TextBox(
        (para(Text((Run(said),), block.at), "label", colour=quiet),),
        name="formula-number",
        anchor="middle",
        align="right",
        hug=True,
    )
    return Flow("row", (formula, number), gap=20, grow=1)


def _few(where: tuple[Meaning, ...]) -> bool:
    longest = max(len(one.text.plain) for one in where)
    return len(where) <= FEW and longest <= SHORT


def _side_by_side(where: tuple[Meaning, ...], ink: str) -> Box:
    """Each sign above its meaning, under a rule."""
    cards = tuple(
        Flow(
            "column",
            (_sign(one, ink), _meaning(one, ink)),
            gap=4,
            panel=Panel(edge="line"),
            pad=(0, 12, 0, 0),
            grow=1,
            basis=0,
            name=f"sign-{number}",
        )
        for number, one in enumerate(where, start=1)
    )
    return Flow("row", cards, gap=28)


def _listed(where: tuple[Meaning, ...], ink: str, narrow: bool) -> Box:
    """Sign and meaning line by line; in two columns where there are many and room for them."""
    rows = [_line(one, ink, _width(where)) for one in where]
    if narrow or len(rows) <= FEW:
        return Flow("column", tuple(rows), gap=8)
    half = (len(rows) + 1) // 2
    sides = (rows[:half], rows[half:])
    columns = tuple(Flow("column", tuple(side), gap=8, grow=1, basis=0) for side in sides)
    return Flow("row", columns, gap=40)


def _width(where: tuple[Meaning, ...]) -> float:
    letters = max(len(LETTER.findall(one.symbol)) for one in where)
    return max(LEAST_SIGN, SIGN_LETTER * (letters + 1))


def _line(one: Meaning, ink: str, width: float) -> Box:
    return Flow("row", (_sign(one, ink, width), _meaning(one, ink, 1.0)), gap=12)


def _sign(one: Meaning, ink: str, width: float | None = None) -> Equation:
    return Equation(
        (one.symbol,),
        role="body",
        fit="where",
        colour=ink,
        align="left",
        inline=True,
        name="sign",
        basis=width,
        at=one.text.at,
    )


def _meaning(one: Meaning, ink: str, grow: float = 0) -> TextBox:
    return box(para(one.text, "body", colour=ink), name="meaning", fit="where", grow=grow)
