"""A native table: its cells as text boxes, numbers to the right.

In: a Table. Out: a Grid, every row as long as the longest; nothing where nothing is in it.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from deckgen.compose.boxes import Box, Flow, Grid, Panel, Para, TextBox
from deckgen.outline.model import Table, Text

PAD = (10.0, 7.0, 10.0, 7.0)
NUMERIC = re.compile(r"[-+−€$£]?\s?[\d.,\s]+\s?%?\Z")
EMPTY = Text(())


def table(block: Table) -> Box:
    """The cells of a table; the first row is its header. Columns of numbers stand to the right."""
    rows = ([block.header] if block.header else []) + list(block.rows)
    columns = max(map(len, rows), default=0)
    if not columns:
        return Flow("column", ())
    filled = [(*row, *[EMPTY] * (columns - len(row))) for row in rows]
    heads = 1 if block.header else 0
    body = filled[heads:]
    numbers = (_numeric([row[column] for row in body]) for column in range(1, columns))
    numeric = (False, *numbers)  # the first column names its rows
    lit = _lit(block, filled)
    cells = tuple(
        tuple(
            _cell(text, _Look(number < heads, numeric[column], (number, column) in lit))
            for column, text in enumerate(row)
        )
        for number, row in enumerate(filled)
    )
    alt = ", ".join(text.plain for text in block.header)
    return Grid(cells, bool(block.header), alt, grow=1)


class _Look(Struct, frozen=True):
    """What a cell is: of the header, in a column of numbers, in what matters."""

    head: bool
    number: bool
    lit: bool


def _numeric(column: list[Text]) -> bool:
    """Whether all that a column says are numbers."""
    said = [text.plain.strip() for text in column if text.plain.strip()]
    return bool(said) and all(NUMERIC.match(text) for text in said)


def _lit(block: Table, rows: list[tuple[Text, ...]]) -> set[tuple[int, int]]:
    """The cells of the row or column that matters; a row where both have that name."""
    if block.highlight is None:
        return set()
    name = block.highlight.plain
    first = 1 if block.header else 0
    lines = [n for n, row in enumerate(rows) if n >= first and row[0].plain == name]
    if lines:
        return {(number, column) for number in lines for column in range(len(rows[0]))}
    places = [n for n, text in enumerate(block.header) if text.plain == name]
    return {(number, column) for column in places for number in range(first, len(rows))}


def _cell(text: Text, look: _Look) -> TextBox:
    if look.lit:
        text = Text(tuple(replace(run, bold=True) for run in text.runs), text.at)
    colour = "on-night" if look.head else "on-accent" if look.lit else ""
    return TextBox(
        (Para(text, "body", colour=colour),),
        fit="table",
        pad=PAD,
        align="right" if look.number else "left",
        anchor="middle",
        panel=Panel("accent") if look.lit else None,
        at=text.at,
    )
