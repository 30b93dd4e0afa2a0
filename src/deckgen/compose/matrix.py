"""Fields by two properties.

In: a Matrix. Out: its box: rows of fields, a word for each row on the left, for each column below,
the names of the two properties at the ends of their axes.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Flow, Panel, Space, TextBox
from deckgen.compose.paras import box, optional, para, plain
from deckgen.outline.model import Matrix, Quadrant, Run, Text

GAP = 8.0
LABEL = 116.0  # width of the words before the rows
UP, RIGHT = "↑", "→"


def matrix(block: Matrix) -> Box:
    """The fields with their axes."""
    width = LABEL if block.rows else 0.0
    rows: list[Box] = []
    if block.y:
        rows.append(_axis(_pointing(UP, block.y), "y", "left"))
    for number, fields in enumerate(block.cells):
        rows.append(_row(fields, number, block))
    if block.columns:
        rows.append(_columns(block, width))
    if block.x:
        rows.append(_axis(_pointing(block.x, RIGHT), "x", "right"))
    return Flow("column", tuple(rows), gap=GAP)


def _row(fields: tuple[Quadrant, ...], number: int, block: Matrix) -> Box:
    tight = max(len(fields), len(block.cells)) > 2
    cells = tuple(
        _field(one, f"{number}-{place}", 14 if tight else 22) for place, one in enumerate(fields)
    )
    head: tuple[Box, ...] = ()
    if block.rows:
        words = block.rows[number] if number < len(block.rows) else plain("")
        head = (_label(words, f"row-{number}", "right", LABEL),)
    return Flow("row", (*head, *cells), gap=GAP, grow=1, basis=0)


def _field(one: Quadrant, name: str, pad: float) -> TextBox:
    fill = "accent" if one.highlight else "field"
    colour = "on-accent" if one.highlight else ""
    return box(
        optional(one.name, "name", colour=colour),
        *(
            para(item, "note", colour=colour, before=0.35 if number == 0 else 0.15)
            for number, item in enumerate(one.items)
        ),
        panel=Panel(fill, "round"),
        pad=(pad, pad * 0.6, pad, pad * 0.6),
        name=f"field-{name}",
        fit="field",
        anchor="middle",
        basis=0,
        grow=1,
    )


def _columns(block: Matrix, width: float) -> Box:
    labels = tuple(
        _label(words, f"column-{number}", "center", 0) for number, words in enumerate(block.columns)
    )
    lead: tuple[Box, ...] = (Space(basis=width),) if width else ()
    return Flow("row", (*lead, *labels), gap=GAP)


def _label(words: Text, name: str, align: str, basis: float) -> TextBox:
    return box(
        para(words, "label", colour="ink"),
        name=name,
        fit="matrix",
        align=align,
        anchor="middle",
        basis=basis,
        grow=0 if basis else 1,
    )


def _axis(words: Text, name: str, align: str) -> TextBox:
    return box(para(words, "label"), name=f"axis-{name}", fit="axis", align=align)


def _pointing(*parts: str | Text) -> Text:
    runs = tuple(run for part in parts for run in (part.runs if isinstance(part, Text) else ()))
    arrow = next(part for part in parts if isinstance(part, str))
    at = next(part.at for part in parts if isinstance(part, Text))
    first = isinstance(parts[0], str)
    return Text((Run(f"{arrow} "), *runs) if first else (*runs, Run(f" {arrow}")), at)
