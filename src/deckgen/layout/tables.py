"""A table's tracks and cells: columns by what they hold, rows as high as their text.

In: a Grid box, its frame, a Gauge. Out: widths and heights in points, a Scene table.
"""

from __future__ import annotations

from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.compose.boxes import Grid
from deckgen.layout.gauge import Gauge
from deckgen.layout.setting import Setting, body
from deckgen.scene import model as scene

SLACK = 1.06  # LibreOffice sets table cells by the font's own metrics, a little higher
SPARE = 1.7  # how much higher than its text a row may become


def table_tracks(grid: Grid, width: float, gauge: Gauge) -> tuple[list[float], list[float]]:
    """Column widths that add up to `width`, and the height of each row."""
    columns = list(zip(*grid.cells, strict=True))
    wants = [max(map(gauge.natural, column)) for column in columns]
    widths = _shared(wants, [max(map(gauge.least, column)) for column in columns], width)
    heights = [
        max(
            (gauge.extent(cell, wide).height for cell, wide in zip(row, widths, strict=True)),
            default=0.0,
        )
        * SLACK
        for row in grid.cells
    ]
    return widths, heights


def _shared(wants: list[float], leasts: list[float], width: float) -> list[float]:
    """Narrow columns get what they want; wide ones share the rest, but none splits a word."""
    spare = width - sum(wants)
    if spare >= 0:
        return [want + spare / len(wants) for want in wants]
    fair = width / len(wants)
    fixed = {number: want for number, want in enumerate(wants) if want <= fair}
    while True:
        rest = width - sum(fixed.values())
        share = rest / sum(want for number, want in enumerate(wants) if number not in fixed)
        widths = [fixed.get(number, want * share) for number, want in enumerate(wants)]
        short = [number for number, wide in enumerate(widths) if wide < leasts[number]]
        short = [number for number in short if number not in fixed]
        if not short or len(short) + len(fixed) == len(wants):
            return widths
        fixed |= {number: leasts[number] for number in short}


def table(grid: Grid, rect: Rect, setting: Setting, name: str) -> scene.Table:
    """The Scene table; spare height is shared by all rows, up to half as much again."""
    widths, heights = table_tracks(grid, rect.w, setting.gauge)
    spare = min(rect.h / max(sum(heights), 1.0), SPARE)
    heights = [height * max(spare, 1.0) for height in heights]
    night, field = setting.paint.colour("night"), setting.paint.colour("field")
    rows = []
    y = rect.y
    for number, (row, height) in enumerate(zip(grid.cells, heights, strict=True)):
        fill = night if number == 0 and grid.header else field if number % 2 == 0 else None
        cells, x = [], rect.x
        for cell, width in zip(row, widths, strict=True):
            own = setting.paint.colour(cell.panel.fill) if cell.panel else fill
            cells.append(scene.Cell(body(cell, Rect(x, y, width, height), setting), own))
            x += width
        rows.append((emu(height), tuple(cells)))
        y += height
    return scene.Table(
        name,
        "Table",
        scene.Box(emu(rect.x), emu(rect.y), sum(map(emu, widths)), sum(high for high, _ in rows)),
        tuple(map(emu, widths)),
        tuple(rows),
        grid.header,
        setting.paint.stroke("line"),
        alt=grid.alt,
    )
