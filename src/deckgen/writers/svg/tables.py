"""Tables → rows of filled cells with their text and the rules between them.

In: a Table. Out: SVG with the roles that make it a table to a screen reader. Not here:
how high a row is.
"""

from __future__ import annotations

from itertools import accumulate

from deckgen.scene.model import Box, Cell, Table
from deckgen.writers.svg import look
from deckgen.writers.svg.markup import pt
from deckgen.writers.svg.text import TextPen


def table(item: Table, pen: TextPen, name: str) -> str:
    """All rows, then the rules, as a table's borders lie over its fills."""
    tops = [item.frame.y, *accumulate((high for high, _ in item.rows), initial=item.frame.y)][1:]
    rows = "".join([_row(item, n, (tops[n], pen), name) for n in range(len(item.rows))])
    return rows + "".join([_rule(item, top) for top in tops[1:-1]])


def _row(item: Table, number: int, how: tuple[int, TextPen], name: str) -> str:
    top, pen = how
    height, cells = item.rows[number]
    role = "columnheader" if item.header and number == 0 else "cell"
    lefts = accumulate(item.columns, initial=item.frame.x)
    drawn = []
    for column, (cell, left, width) in enumerate(zip(cells, lefts, item.columns, strict=False)):
        frame = Box(left, top, width, height)
        words = _cell(cell, frame, pen, f"{name}.{number}.{column}")
        drawn.append(f'<g role="{role}">{words}</g>')
    return f'<g role="row">{"".join(drawn)}</g>'


def _cell(cell: Cell, frame: Box, pen: TextPen, name: str) -> str:
    return rectangle(frame, look.fill(cell.fill)) * bool(cell.fill) + pen.body(
        cell.text, frame, name
    )


def rectangle(frame: Box, paint: str) -> str:
    """A rectangle with attributes (each with a leading space)."""
    return (
        f'<rect x="{pt(frame.x)}" y="{pt(frame.y)}" width="{pt(frame.cx)}"'
        f' height="{pt(frame.cy)}"{paint}/>'
    )


def _rule(item: Table, y: int) -> str:
    if item.rule is None:
        return ""
    left, right, level = pt(item.frame.x), pt(item.frame.x + sum(item.columns)), pt(y)
    return f'<line x1="{left}" y1="{level}" x2="{right}" y2="{level}"{look.line(item.rule)}/>'
