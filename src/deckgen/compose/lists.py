"""Bodies made of lines: points, steps, text, words, pairs, contrast, table.

In: a block. Out: its box, and for those that fill a slide alone, their variants.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Flow, Grid, Mark, Panel, Para, TextBox
from deckgen.compose.context import Context
from deckgen.compose.paras import box, card, lines, para
from deckgen.outline.model import (
    Contrast, Item, Pairs, Paragraphs, Points, Run, Steps, Table, Text, Turn, Words,
)

INDENT = 0.9  # ems from a level's bullet to its text
BEFORE = 0.42  # ems between points at the least
LOOSE = 1.0  # … and at the most
FEW_WORDS = 9  # from here on single words become a wall instead of a column


def points(block: Points | Steps, context: Context) -> TextBox:
    """A list in the body placeholder, its bullets in the accent."""
    bullet = "1." if isinstance(block, Steps) else context.template.bullet
    indent = 1.35 if isinstance(block, Steps) else INDENT
    paras = [one for item in block.items for one in _item(item, bullet, indent, 0)]
    if paras:
        paras[0] = para(paras[0].text, "body", bullet=bullet, indent=indent)
    return box(*paras, name="body", place="body", loose=LOOSE)


def _item(item: Item, bullet: str, indent: float, level: int) -> list[Para]:
    found = [
        para(
            item.text, "body", bullet=bullet if level == 0 else "–", level=level,
            indent=indent + level * INDENT, before=BEFORE if level == 0 else 0.16,
            colour="" if level == 0 else "muted",
        )
    ]
    for child in item.children:
        found += _item(child, bullet, indent, min(level + 1, 3))
    return found


def paragraphs(block: Paragraphs) -> TextBox:
    """Running text in the body placeholder."""
    return box(*lines(block.text, "body", 0.5), name="body", place="body", loose=LOOSE)


def words(block: Words) -> TextBox:
    """Few words one below the other; many as a wall of words."""
    if len(block.items) < FEW_WORDS:
        return box(*lines(block.items, "word", 0.12), name="words", place="body", loose=0.5)
    return box(para(_wall(block), "word", colour="muted"), name="words", place="body")


def _wall(block: Words) -> Text:
    """All words in one paragraph with dashes between, each word kept whole by no-break spaces."""
    runs: list[Run] = []
    for number, item in enumerate(block.items):
        if number:
            runs.append(Run(" – "))
        runs += item.runs
    return Text(tuple(runs), block.items[0].at if block.items else Text(()).at)


def pairs(block: Pairs) -> Box:
    """A row a pair: the label quiet on the left, its text large; a rule between rows."""
    rows: list[Box] = []
    for number, pair in enumerate(block.items):
        if number:
            rows.append(Mark(fill="line", thick=2, basis=2))
        label = box(para(pair.label, "lead", colour="muted"), name=f"label-{number}", fit="pair", anchor="middle", basis=248)
        text = box(para(pair.text, "big"), name=f"text-{number}", anchor="middle", grow=1)
        rows.append(Flow("row", (label, text), gap=16, grow=1))
    return Flow("column", tuple(rows), gap=6)


def contrast(block: Contrast) -> Box:
    """What it is not, quiet on the left; what it is, in the accent on the right."""
    left = tuple(turn for turn in block.items if turn.stance == "not")
    right = tuple(turn for turn in block.items if turn.stance != "not")
    return Flow("row", (_stance(left, "not"), _stance(right, "but")), gap=16)


def _stance(turns: tuple[Turn, ...], stance: str) -> Box:
    fill, role = ("field", "muted") if stance == "not" else ("accent", "on-accent")
    cards = tuple(
        card(para(turn.text, "then", colour=role), fill=fill, name=f"{stance}-{number}", fit="turn",
             anchor="middle", grow=1, pad=26)
        for number, turn in enumerate(turns)
    )
    return Flow("column", cards, gap=16, grow=1)


def table(block: Table) -> Box:
    """A native table."""
    return Grid(block, grow=1)


def boxed(texts: tuple[Text, ...], role: str, fill: str, name: str) -> TextBox:
    """Lines on a panel."""
    return box(*lines(texts, role, 0.2), name=name, panel=Panel(fill, "round"), pad=(24, 18, 24, 18), anchor="middle")
