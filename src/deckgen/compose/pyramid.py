"""Levels that rest on each other.

In: a Pyramid. Out: its boxes: words inside the levels where all of them are short, else beside.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark
from deckgen.compose.paras import box, optional, para
from deckgen.outline.model import Part, Pyramid

APEX = 0.30  # how wide the top of a pyramid with words inside is, as a share of its base
SEAM = 0.012  # share of the height between levels
FIGURE = 0.44  # share of the width that the figure takes beside its words
ASPECT = 2.2


def pyramid(block: Pyramid) -> tuple[Box, ...]:
    """The variants, best first."""
    beside = _beside(block)
    if any(part.text for part in block.items):
        return (beside,)
    return _inside(block), beside


def _inside(block: Pyramid) -> Box:
    count = len(block.items)
    cells: list[Cell] = []
    for number, part in enumerate(block.items):
        top, bottom = _share(number, count, APEX), _share(number + 1, count, APEX)
        cells.append(Cell(_band(number, top, bottom), *_rows(number, count)))
        words = box(
            para(part.name, "name", colour=_on(number)),
            name=f"words-{number}",
            fit="level",
            align="center",
            anchor="middle",
            tight=24,
        )
        y0, y1 = _rows(number, count)[1::2]
        cells.append(Cell(words, 0.5 - top * 0.47, y0, 0.5 + top * 0.47, y1))
    return Layers(tuple(cells), aspect=ASPECT, least=120, grow=1, name="pyramid")


def _beside(block: Pyramid) -> Box:
    """The figure on the left, a line from each level to its words on the right."""
    count = len(block.items)
    cells: list[Cell] = []
    for number, part in enumerate(block.items):
        x0, y0, _, y1 = _rows(number, count)
        top, bottom = _share(number, count, 0.0), _share(number + 1, count, 0.0)
        cells.append(Cell(_band(number, top, bottom), x0, y0, FIGURE, y1))
        edge = FIGURE / 2 * (1 + (top + bottom) / 2)
        middle = (y0 + y1) / 2
        rule = Flow(
            "column", (Mark(fill="line", basis=2, name=f"rule-{number}"),), justify="center"
        )
        cells.append(Cell(rule, edge + 0.005, middle - 0.02, FIGURE + 0.04, middle + 0.02))
        cells.append(Cell(_words(part, number), FIGURE + 0.06, y0, 1.0, y1))
    return Layers(tuple(cells), least=120, grow=1, name="pyramid")


def _words(part: Part, number: int) -> Box:
    return box(
        para(part.name, "name", colour="accent" if number == 0 else ""),
        optional(part.text, "note", before=0.1),
        name=f"level-{number}",
        fit="level",
        anchor="middle",
    )


def _rows(number: int, count: int) -> tuple[float, float, float, float]:
    return 0.0, number / count, 1.0, (number + 1) / count - (SEAM if number + 1 < count else 0.0)


def _share(number: int, count: int, apex: float) -> float:
    return apex + (1 - apex) * number / count


def _band(number: int, top: float, bottom: float) -> Mark:
    return Mark(f"band {top:.4f} {bottom:.4f}", fill=_fill(number), name=f"band-{number}")


def _fill(number: int) -> str:
    return "accent" if number == 0 else "cool"


def _on(number: int) -> str:
    return f"on-{_fill(number)}"
