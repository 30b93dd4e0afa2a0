"""Bodies made of lines: points, steps, text, words, pairs, contrast, table.

In: a block. Out: its box.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from deckgen.compose import icons
from deckgen.compose.boxes import Box, Flow, Mark, Para, TextBox
from deckgen.compose.context import Context
from deckgen.compose.paras import box, card, lines, para
from deckgen.compose.tables import table
from deckgen.outline.model import (
    Contrast,
    Item,
    Pairs,
    Paragraphs,
    Points,
    Steps,
    Table,
    Text,
    Turn,
    Words,
)

Listed = Points | Steps | Paragraphs  # set in the body placeholder
Lined = Words | Pairs | Contrast | Table

INDENT = 0.9  # ems from a level's bullet to its text
BEFORE = 0.42  # ems between points at the least
LOOSE = 1.0  # … and at the most, between many
AIRY = {2: 1.8, 3: 1.8, 4: 1.4}  # … and between few
BRIEF = 2  # short points or paragraphs that are set as large as something said
BRIEF_LENGTH = 130  # characters of these in all
BRICK_GAP = 8.0
BRICK_EDGE = 4  # characters that a brick's edges are worth
COURSE = 50  # characters in a row of bricks


def lined(block: Listed | Lined, context: Context) -> Box:
    """The lines of a block."""
    match block:
        case Points() | Steps():
            return points(block, context)
        case Paragraphs():
            return paragraphs(block)
        case Words():
            return words(block)
        case Pairs():
            return pairs(block)
        case Contrast():
            return contrast(block)
        case Table():
            return table(block)
        case _:
            assert_never(block)


def points(block: Points | Steps, context: Context) -> TextBox:
    """A list in the body placeholder, its bullets in the accent."""
    bullet = "1." if isinstance(block, Steps) else context.template.bullet
    indent = 1.35 if isinstance(block, Steps) else INDENT
    flat = not any(item.children for item in block.items)
    role = _role(tuple(item.text for item in block.items)) if flat else "body"
    paras = [one for item in block.items for one in _item(item, bullet, indent, 0)]
    if paras:
        paras[0] = para(paras[0].text, "body", bullet=bullet, indent=indent)
    if role != "body":
        paras = [replace(one, role=role) for one in paras]
    return _listing(paras, role, len(block.items) if flat else len(paras))


def _role(texts: tuple[Text, ...]) -> str:
    """A word or two are set larger than a list."""
    brief = len(texts) <= BRIEF and sum(len(text.plain) for text in texts) <= BRIEF_LENGTH
    return "quote" if brief else "body"


def _listing(paras: Iterable[Para], role: str, count: int) -> TextBox:
    """The lines of a list in the body placeholder; few of them stand in its middle."""
    return box(
        *paras,
        name="body",
        place="body",
        anchor="top" if role == "body" else "middle",
        loose=AIRY.get(count, LOOSE),
    )


def _item(item: Item, bullet: str, indent: float, level: int) -> list[Para]:
    found = [
        para(
            item.text,
            "body",
            bullet=bullet if level == 0 else "–",
            level=level,
            indent=indent + level * INDENT,
            before=BEFORE if level == 0 else 0.16,
            colour="" if level == 0 else "muted",
        )
    ]
    for child in item.children:
        found += _item(child, bullet, indent, min(level + 1, 3))
    return found


def paragraphs(block: Paragraphs) -> TextBox:
    """Running text in the body placeholder."""
    role = _role(block.text)
    return _listing(lines(block.text, role, 0.5), role, len(block.text))


def words(block: Words) -> Box:
    """A wall of words: each a brick as wide as its word asks, rows to the full width."""
    rows = [
        Flow("row", tuple(_brick(word, number) for number, word in row), gap=BRICK_GAP, grow=1)
        for row in _courses(block.items)
    ]
    return Flow("column", tuple(rows), gap=BRICK_GAP)


def _brick(word: Text, number: int) -> TextBox:
    fill = "line" if number % 5 == 3 else "field"
    return card(
        para(word, "word"),
        fill=fill,
        pad=10,
        name=f"word-{number}",
        fit="word",
        tight=22,
        align="center",
        anchor="middle",
        basis=0,
        grow=len(word.plain) + BRICK_EDGE,
    )


def _courses(words: tuple[Text, ...]) -> list[list[tuple[int, Text]]]:
    """Words in order over as many rows as they need, the rows about equally long."""
    total = sum(len(word.plain) + BRICK_EDGE for word in words)
    count = max(1, min(len(words), round(total / COURSE)))
    rows: list[list[tuple[int, Text]]] = [[] for _ in range(count)]
    passed = 0.0
    for number, word in enumerate(words):
        size = len(word.plain) + BRICK_EDGE
        rows[min(int((passed + size / 2) / total * count), count - 1)].append((number, word))
        passed += size
    return [row for row in rows if row]


def pairs(block: Pairs) -> Box:
    """A row a pair: the label quiet on the left, its text large; a rule between rows."""
    iconed = any(pair.icon for pair in block.items)
    rows: list[Box] = []
    for number, pair in enumerate(block.items):
        if number:
            rows.append(Mark(fill="line", thick=2, basis=2))
        label = box(
            para(pair.label, "lead", colour="muted"),
            name=f"label-{number}",
            fit="pair",
            anchor="middle",
            basis=248,
        )
        text = box(para(pair.text, "big"), name=f"text-{number}", anchor="middle", grow=1)
        sign = (icons.before(pair.icon),) if iconed else ()
        rows.append(Flow("row", (*sign, label, text), gap=16, grow=1, name=f"pair-{number}"))
    return Flow("column", tuple(rows), gap=6)


def contrast(block: Contrast) -> Box:
    """What it is not, quiet and in a row of its own; what it is, in the accent below it."""
    quiet = tuple(turn for turn in block.items if turn.stance == "not")
    loud = tuple(turn for turn in block.items if turn.stance != "not")
    rows: list[Box] = []
    if quiet:
        denied = tuple(_denied(turn, number) for number, turn in enumerate(quiet))
        rows.append(Flow("row", denied, gap=28, grow=0 if loud else 1))
    if loud:
        claimed = tuple(_claimed(turn, number) for number, turn in enumerate(loud))
        rows.append(Flow("row", claimed, gap=16, grow=1))
    return Flow("column", tuple(rows), gap=26)


def _denied(turn: Turn, number: int) -> Box:
    text = box(para(turn.text, "quote", colour="muted"), name=f"not-{number}", fit="turn")
    return Flow("column", (Mark(fill="line", basis=4), text), gap=12, grow=1)


def _claimed(turn: Turn, number: int) -> Box:
    return card(
        para(turn.text, "quote", colour="on-accent"),
        fill="accent",
        name=f"but-{number}",
        fit="turn",
        anchor="middle",
        grow=1,
        pad=26,
    )
