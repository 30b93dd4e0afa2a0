"""Two domains as two fields: touching, one outgrowing the other, or with a gap between.

In: Worlds. Out: its box. Positions are fractions of the figure's own frame.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.compose.boxes import Box, Cell, Layers, Mark, Panel
from deckgen.compose.paras import box, lines, para
from deckgen.outline.model import Text, World, Worlds
from deckgen.template.model import ASPECTS

LOGIC_GAP = 0.015  # of the figure's height, between a world's name and its logic
ASPECT = 1.82  # of the two fields side by side, on a usual page
CLEAR = 0.034  # of the figure's width: what words in a field keep clear of its edges and the other
HEIGHT = 0.29  # of a field's height: half that of the words in it
ACTOR_LINE = 0.066  # of the figure's height: a line of 24 points below a field
ACTOR_LETTERS = 25  # in such a line
ACTOR_GAP = 0.025
LOWEST, HIGHEST = 0.6, 0.8  # where the fields end that somebody stands below
USUAL = ASPECTS["16:9"]


def worlds(block: Worlds, width: float = USUAL) -> Box:
    """Two fields: side by side, one outgrowing the other, or with a gap between.

    `width` is the page's, points.
    """
    if block.gap is not None:
        return _gap(block)
    if block.grows:
        return _growing(block)
    return _touching(block, ASPECT * width / USUAL)


class _Seat(Struct, frozen=True):
    """Where a world's words stand, as shares of the figure; `share` of it is the name's."""

    x0: float
    y0: float
    x1: float
    y1: float
    share: float = 0.54


def _words(world: World, colour: str, name: str, seat: _Seat, role: str = "big") -> list[Cell]:
    """Name and logic, each a text of its own: the name alone can be the slide's title."""
    both = world.name is not None and world.logic is not None
    middle = seat.y0 + seat.share * (seat.y1 - seat.y0)
    cells = []
    if world.name:
        text = box(
            para(world.name, role, colour=colour),
            name=name,
            fit="world",
            align="center",
            anchor="bottom" if both else "middle",
        )
        cells.append(Cell(text, seat.x0, seat.y0, seat.x1, middle if both else seat.y1))
    if world.logic:
        text = box(
            para(world.logic, "lead", colour=colour),
            name=f"logic-{name}",
            fit="world",
            align="center",
            anchor="top" if both else "middle",
        )
        top = middle + LOGIC_GAP if both else seat.y0
        cells.append(Cell(text, seat.x0, top, seat.x1, seat.y1))
    return cells


def _touching(block: Worlds, aspect: float) -> Box:
    """The two worlds overlap a little; who stands in each is written below it."""
    low = _low(block)
    wide = min(low / aspect, 0.512)  # round, whatever the height
    seats = (
        (block.left, "left", 0.512 - wide / 2),
        (block.right, "right", 0.488 + wide / 2),
    )
    cells = [
        Cell(Mark("ellipse", fill="cool", name="world-left"), 0.512 - wide, 0, 0.512, low),
        Cell(Mark("ellipse", fill="warm", name="world-right"), 0.488, 0, 0.488 + wide, low),
    ]
    for world, name, x in seats:
        half, high = wide / 2 - CLEAR, HEIGHT * low
        seat = _Seat(x - half, low / 2 - high, x + half, low / 2 + high)
        cells += _words(world, "on-cool" if name == "left" else "on-warm", name, seat)
    cells += [_actor(world, name, (x, low)) for world, name, x in seats if world.actor]
    if block.flow:
        # Below the names, where the two circles part.
        cells.append(Cell(_flow(block.flow), 0.37, low - 0.12, 0.63, low))
    return Layers(tuple(cells), aspect=aspect, least=240, name="worlds")


def _low(block: Worlds) -> float:
    """Where the fields end: who stands below them gets the room for words of a body's size."""
    actors = [world.actor for world in (block.left, block.right) if world.actor]
    if not actors:
        return 1.0
    rows = max(sum(-(-len(one.plain) // ACTOR_LETTERS) for one in actor) for actor in actors)
    return min(max(1 - ACTOR_GAP - ACTOR_LINE * rows, LOWEST), HIGHEST)


def _actor(world: World, name: str, at: tuple[float, float]) -> Cell:
    """Who stands in a world, below it; `at` is the middle of its lower edge."""
    x, low = at
    half = min(0.498 - abs(0.5 - x), abs(0.5 - x))
    words = box(
        *lines(world.actor, "lead", 0.1, colour="ink"),
        name=f"actor-{name}",
        fit="actor",
        align="center",
    )
    return Cell(words, x - half, low + ACTOR_GAP, x + half, 1)


def _flow(words: tuple[Text, ...]) -> Box:
    return box(
        *lines(words, "label", 0.1, colour="ink"),
        name="flow",
        panel=Panel("paper", "round"),
        align="center",
        anchor="middle",
        pad=(8, 2, 8, 2),
    )


def _growing(block: Worlds) -> Box:
    """One world fills most of the figure and presses the other to the edge."""
    grown, small = (block.left, block.right) if block.grows == "left" else (block.right, block.left)
    colours = (
        ("cool", "on-cool", "warm", "on-warm")
        if block.grows == "left"
        else ("warm", "on-warm", "cool", "on-cool")
    )
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
    left, right = (0.08, 0.58) if block.grows == "left" else (0.42, 0.92)
    cells += _words(grown, colours[1], "grown", _Seat(left, 0.16, right, 0.84, 0.68))
    left, right = (0.817, 0.973) if block.grows == "left" else (0.027, 0.183)
    cells += _words(small, colours[3], "small", _Seat(left, 0.38, right, 0.62), "name")
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
        cells += _words(world, colour, name, _Seat(x + 0.03, 0.2, x + 0.27, 0.74))
    return Layers(tuple(cells), least=200, grow=1, name="worlds")
