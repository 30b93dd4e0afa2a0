"""A table's tracks and cells: columns by what they hold, rows as high as their text.

In: a Grid box, its frame, a Gauge. Out: widths and heights in points, a Scene table.
"""

from __future__ import annotations

import re

from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.compose.boxes import Grid, Para, TextBox
from deckgen.layout.gauge import Gauge
from deckgen.layout.setting import Setting, body
from deckgen.outline.model import Text
from deckgen.scene import model as scene

PAD = (10.0, 7.0, 10.0, 7.0)
NUMERIC = re.compile(r"[-+−€$£]?\s?[\d.,\s]+\s?%?\Z")
SLACK = 1.06  # LibreOffice sets table cells by the font's own metrics, a little higher
ROLE = "note"


def table_tracks(grid: Grid, width: float, gauge: Gauge) -> tuple[list[float], list[float]]:
    """Column widths that add up to `width`, and the height of each row."""
    rows = _rows(grid)
    count = max(map(len, rows))
    wants = [
        max(
            (gauge.natural(_cell(row[column], False)) for row in rows if column < len(row)),
            default=24.0,
        )
        for column in range(count)
    ]
    widths = _shared(wants, width)
    heights = [
        max(
            gauge.extent(_cell(text, number == 0), widths[column]).height
            for column, text in enumerate(row)
        )
        * SLACK
        for number, row in enumerate(rows)
    ]
    return widths, heights


def _shared(wants: list[float], width: float) -> list[float]:
    """Narrow columns get what they want; wide ones share the rest in proportion."""
    total = sum(wants)
    if total <= width:
        return [want + (width - total) / len(wants) for want in wants]
    fair = width / len(wants)
    small = sum(want for want in wants if want <= fair)
    large = total - small
    return [want if want <= fair else (width - small) * want / large for want in wants]


def _rows(grid: Grid) -> list[tuple[Text, ...]]:
    return [grid.table.header, *grid.table.rows]


def _cell(text: Text, head: bool) -> TextBox:
    align = "right" if NUMERIC.match(text.plain) and text.plain.strip() else "left"
    colour = "on-night" if head else ""
    return TextBox((Para(text, ROLE, colour=colour),), pad=PAD, align=align, anchor="middle")


def table(grid: Grid, rect: Rect, setting: Setting, name: str) -> scene.Table:
    """The Scene table; spare height is shared by all rows, up to half as much again."""
    widths, heights = table_tracks(grid, rect.w, setting.gauge)
    spare = min(rect.h / max(sum(heights), 1.0), 1.5)
    heights = [height * max(spare, 1.0) for height in heights]
    night, field = setting.paint.colour("night"), setting.paint.colour("field")
    rows = []
    y = rect.y
    for number, (row, height) in enumerate(zip(_rows(grid), heights, strict=True)):
        cells, x = [], rect.x
        for text, width in zip(row, widths, strict=False):
            content = body(_cell(text, number == 0), Rect(x, y, width, height), setting)
            fill = night if number == 0 else field if number % 2 == 0 else None
            cells.append(scene.Cell(content, fill))
            x += width
        rows.append((emu(height), tuple(cells)))
        y += height
    frame = scene.Box(
        emu(rect.x), emu(rect.y), sum(map(emu, widths)), sum(high for high, _ in rows)
    )
    return scene.Table(
        name,
        "Table",
        frame,
        tuple(map(emu, widths)),
        tuple(rows),
        True,
        setting.paint.stroke("line"),
        alt=", ".join(text.plain for text in grid.table.header),
    )
