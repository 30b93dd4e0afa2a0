"""One thing becomes the next: a band across the page, or bars below one another.

In: a Process. Out: its boxes, the band first.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, Panel
from deckgen.compose.icons import MIDDLE, before, over
from deckgen.compose.paras import box, para
from deckgen.outline.model import Process, Stage

BAND = 3.9  # width to height of the band
TIP = 0.22 / BAND  # of its width, what its point takes: see `layout.forms.TIP`
EDGE = 0.02  # … what stays free before the first words
GAP = 0.008  # … what stays free between two links


def process(block: Process) -> tuple[Box, Box]:
    """In a band; or, where the words are long, below one another."""
    return _band(block), _bars(block)


def _band(block: Process) -> Box:
    """One band across the page that ends in a point, a step a link of it; the last one lit."""
    count, last = len(block.items), len(block.items) - 1
    cells: list[Cell] = []
    for number, step in enumerate(block.items):
        x0 = number * (1 - TIP) / count
        x1 = (number + 1) * (1 - TIP) / count + TIP - (GAP if number < last else 0)
        fill = "accent" if number == last else "field"
        cells.append(
            Cell(Mark("link" if number else "band", fill, name=f"link-{number + 1}"), x0, 0, x1, 1)
        )
        start = x0 + (TIP if number else EDGE) + EDGE / 2
        cells.append(Cell(_link(step, number + 1, number == last), start, 0, x1 - TIP, 1))
    return Layers(tuple(cells), aspect=BAND, least=120, grow=1, name="process")


def _link(step: Stage, number: int, lit: bool) -> Box:
    words = box(
        para(step.text, "big", colour="on-accent" if lit else ""),
        name=f"step-{number}",
        fit="process",
        align="center",
        anchor="middle",
    )
    if not step.icon:
        return words
    sign = over(step.icon, MIDDLE, "on-accent" if lit else "accent", "center")
    return Flow("column", (sign, words), gap=10, justify="center", name=f"stage-{number}")


def _bars(block: Process) -> Box:
    """A bar a step, pointing down to the next; the last in the accent."""
    children: list[Box] = []
    for number, step in enumerate(block.items, start=1):
        if number > 1:
            arrow = Mark("pointer-down", fill="accent", basis=18, thick=32, name="arrow")
            children.append(Flow("column", (arrow,), pad=(18, 0, 0, 0), align="start"))
        children.append(_bar(step, number, number == len(block.items)))
    return Flow("column", tuple(children), gap=4)


def _bar(step: Stage, number: int, last: bool) -> Box:
    fill = "accent" if last else "field"
    loud = "on-accent" if last else "accent"
    digit: Box = box(
        para(str(number), "name", colour=loud),
        name="digit",
        fit="process",
        anchor="middle",
        basis=40,
    )
    if step.icon:
        digit = before(step.icon, loud, 48)
    words = box(
        para(step.text, "name", colour="on-accent" if last else ""),
        name=f"step-{number}",
        fit="process",
        anchor="middle",
        grow=1,
    )
    return Flow(
        "row",
        (digit, words),
        gap=8,
        panel=Panel(fill, "round"),
        pad=(24, 4, 20, 4),
        grow=1,
        basis=0,
        name=f"bar-{number}",
    )
