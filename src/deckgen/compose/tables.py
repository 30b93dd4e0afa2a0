"""A native table: its cells as text boxes, numbers to the right.

In: a Table. Out: a Grid, every row as long as the longest; nothing where nothing is in it.
"""

from __future__ import annotations

import re

from deckgen.compose.boxes import Box, Flow, Grid, Para, TextBox
from deckgen.outline.model import Table, Text

PAD = (10.0, 7.0, 10.0, 7.0)
NUMERIC = re.compile(r"[-+−€$£]?\s?[\d.,\s]+\s?%?\Z")
EMPTY = Text(())


def table(block: Table) -> Box:
    """The cells of a table; the first row is its header."""
    rows = ([block.header] if block.header else []) + list(block.rows)
    columns = max(map(len, rows), default=0)
    if not columns:
        return Flow("column", ())
    cells = tuple(
        tuple(
            _cell(text, number == 0 and bool(block.header))
            for text in (*row, *[EMPTY] * (columns - len(row)))
        )
        for number, row in enumerate(rows)
    )
    alt = ", ".join(text.plain for text in block.header)
    return Grid(cells, bool(block.header), alt, grow=1)


def _cell(text: Text, head: bool) -> TextBox:
    numeric = NUMERIC.match(text.plain) and text.plain.strip()
    return TextBox(
        (Para(text, "note", colour="on-night" if head else ""),),
        pad=PAD,
        align="right" if numeric else "left",
        anchor="middle",
        at=text.at,
    )
