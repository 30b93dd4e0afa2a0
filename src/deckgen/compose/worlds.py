"""Two domains as two fields: touching, one outgrowing the other, or with a gap between.

In: Worlds. Out: its box. Positions are fractions of the figure's own frame.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Cell, Layers, Mark, Panel, TextBox
from deckgen.compose.paras import box, lines, optional, para
from deckgen.outline.model import World, Worlds

ASPECT = 1.82  # of the two fields side by side
CHORD = 0.18  # half the width of words that stay inside a field, clear of the other


def worlds(block: Worlds) -> Box:
    """Two fields: side by side, one outgrowing the other, or with a gap between."""
    if block.gap is not None:
        return _gap(block)
    if block.grows:
        return _growing(block)
    return _touching(block)


def _names(world: World, colour: str, name: str, role: str = "big") -> TextBox | None:
    paras = (
        optional(world.name, role, colour=colour),
        optional(world.logic, "lead", colour=colour, before=0.25),
    )
    if not any(paras):
        return None
    return box(*paras, name=name, fit="world", align="center", anchor="middle")


def _touching(block: Worlds) -> Box:
    """The two worlds overlap a little; who stands in each is written below it."""
    actors = bool(block.left.actor or block.right.actor)
    low = 0.75 if actors else 1.0
    wide = min(low / ASPECT, 0.5)  # round, whatever the height
    cells = [
        Cell(Mark("ellipse", fill="cool", name="world-left"), 0.512 - wide, 0, 0.512, low),
        Cell(Mark("ellipse", fill="warm", name="world-right"), 0.488, 0, 0.488 + wide, low),
    ]
    inside = low / 2
    for world, colour, name, x in (
        (block.left, "on-cool", "left", 0.512 - wide / 2),
        (block.right, "on-warm", "right", 0.488 + wide / 2),
    ):
        text = _names(world, colour, name)
        if text:
            cells.append(Cell(text, x - CHORD, inside - 0.22, x + CHORD, inside + 0.22))
    halves = (("actor-left", 0.5 - wide / 2), ("actor-right", 0.5 + wide / 2))
    for world, (name, x) in zip((block.left, block.right), halves, strict=True):
        if world.actor:
            cells.append(
                Cell(
                    box(
                        *lines(world.actor, "lead", 0.1, colour="ink"),
                        name=name,
                        fit="actor",
                        align="center",
                    ),
                    x - 0.19,
                    0.775,
                    x + 0.19,
                    1,
                )
            )
    if block.flow:
        chip = box(
            *lines(block.flow, "label", 0.1, colour="ink"),
            name="flow",
            panel=Panel("paper", "round"),
            align="center",
            anchor="middle",
            pad=(8, 2, 8, 2),
        )
        # Below the names, where the two circles part.
        cells.append(Cell(chip, 0.37, low - 0.12, 0.63, low))
    return Layers(tuple(cells), aspect=ASPECT, least=240, name="worlds")


def _growing(block: Worlds) -> Box:
    """One world fills most of the figure and presses the other to the edge."""
    grown, small = (block.left, block.right) if block.grows == "left" else (block.right, block.left)
    colours = (
        ("cool", "on-cool", "warm", "on-warm")
        if block.grows == "left"
        else ("warm", "on-warm", "cool", "on-cool")
    )
    text = _names(grown, colours[1], "grown")
    other = _names(small, colours[3], "small", "name")
    cells = [
        Cell(Mark("ellipse", fill=colours[0], name="world-grown"), 0.0, 0, 0.66, 1),
        Cell(Mark("pointer", fill=colours[0], name="arrow-up"), 0.69, 0.3, 0.765, 0.4),
        Cell(Mark("pointer", fill=colours[0], name="arrow-mid"), 0.69, 0.45, 0.765, 0.55),
        Cell(Mark("pointer", fill=colours[0], name="arrow-low"), 0.69, 0.6, 0.765, 0.7),
        Cell(
            Mark("ellipse", fill=colours[2], name="world-small", square=True), 0.79, 0.3, 1.0, 0.7
        ),
    ]
    if block.grows == "right":
        cells = [_flipped(cell) for cell in cells]
    if text:
        span = (0.08, 0.58) if block.grows == "left" else (0.42, 0.92)
        cells.append(Cell(text, span[0], 0.18, span[1], 0.82))
    if other:
        span = (0.817, 0.973) if block.grows == "left" else (0.027, 0.183)
        cells.append(Cell(other, span[0], 0.38, span[1], 0.62))
    return Layers(tuple(cells), least=220, grow=1, name="worlds")


def _flipped(cell: Cell) -> Cell:
    return Cell(cell.box, 1 - cell.x1, cell.y0, 1 - cell.x0, cell.y1)


def _gap(block: Worlds) -> Box:
    """The two worlds stand apart; what lies between them is the point."""
    assert block.gap is not None
    cells = [
        Cell(Mark("ellipse", fill="cool", name="world-left", square=True), 0.0, 0, 0.3, 0.94),
        Cell(Mark("ellipse", fill="warm", name="world-right", square=True), 0.7, 0, 1.0, 0.94),
        Cell(
            box(
                para(block.gap, "big", colour="accent"), name="gap", align="center", anchor="middle"
            ),
            0.31,
            0.17,
            0.69,
            0.77,
        ),
    ]
    for world, colour, name, x in (
        (block.left, "on-cool", "left", 0.0),
        (block.right, "on-warm", "right", 0.7),
    ):
        text = _names(world, colour, name)
        if text:
            cells.append(Cell(text, x + 0.03, 0.2, x + 0.27, 0.74))
    return Layers(tuple(cells), least=200, grow=1, name="worlds")
