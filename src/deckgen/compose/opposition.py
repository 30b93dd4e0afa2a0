"""Two sides: words against words, a list between two poles, movements towards each other.

In: an Opposition or Movements. Out: its box.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, Pad, Panel, TextBox
from deckgen.compose.paras import box, card, lines, optional, para
from deckgen.outline.model import Movement, Movements, Opposition, Side, Text
from deckgen.template.model import ASPECTS, Margins

SIDES = (("arrow-right", "cool"), ("arrow-left", "warm"))
FORMS = ("band", "band-left")  # of two that face each other: blunt, with room for words
FACING = 2.9  # width to height of two arrows that face each other
ALONE_TIP = 20.0  # points that one line in the middle of their height keeps clear of their tips
FACING_TIP = 66.0  # … that several lines keep clear: the first and last stand where it begins
FACING_GAP = 10.0
ENTERING = 0.3  # height of two arrows that come from the page's edges, as a share of its width
ENTERING_TIP = 52.0  # points that their lines keep clear of their tips, which are flatter
ENTERING_EDGE = 0.64  # of a page's margin that one line keeps clear of the page's edge
FACING_EDGE = 0.11  # of their height that words keep clear above and below
MEETING = 0.006  # half the share of the width between the tips
USUAL = ASPECTS["16:9"]
AXIS = 134.0  # from the axis to the words of a side, where words stand on it; on a usual page
FEW = 4  # words on a side that are set larger


def opposition(block: Opposition, bleeding: bool, width: float = USUAL) -> Box:
    """Words against words, set like type specimens towards the axis; or a list between poles.

    `width` is the page's, points.
    """
    if not block.left.words and not block.right.words:
        return _between(block)
    edge = 56.0 if bleeding else 26.0
    axis = AXIS * width / USUAL if block.bridge else 26.0
    top = 44.0 if bleeding else 22.0
    shape = "rect" if bleeding else "round"
    few = max(len(block.left.words), len(block.right.words)) <= FEW
    role = "big" if few else "specimen"
    left = _side(block.left, "cool", (shape, role), (edge, top, axis, top), "right")
    right = _side(block.right, "warm", (shape, role), (axis, top, edge, top), "left")
    halves = Flow("row", (left, right), gap=0 if bleeding else 4)
    cells = [Cell(halves)]
    if block.bridge:
        share = 0.107 if bleeding else 0.12
        cells.append(Cell(_bridge(block.bridge), 0.5 - share, 0.2, 0.5 + share, 0.92))
    return Layers(tuple(cells), least=260, grow=1, name="opposition")


def _side(
    side: Side,
    fill: str,
    manner: tuple[str, str],
    pad: tuple[float, float, float, float],
    align: Literal["left", "right"],
) -> Box:
    """A side's words on its field; `manner` is the field's form and the words' role."""
    shape, role = manner
    on = f"on-{fill}"
    outer = "left" if align == "right" else "right"
    children: list[Box] = []
    if side.pole:
        children.append(
            box(para(side.pole, "label", colour=on), name=f"pole-{fill}", fit="pole", align=outer)
        )
    if side.name:
        name = box(
            para(side.name, "name", colour=on),
            name=f"name-{fill}",
            fit="side",
            align=align,
            tight=24,
        )
        children.append(name)
    words = box(
        *lines(side.words, role, 0.1, colour=on),
        name=f"words-{fill}",
        align=align,
        anchor="middle" if role == "big" else "top",
        grow=1,
        loose=0.6,
        full=True,
    )
    return Flow(
        "column",
        (*children, words),
        gap=14,
        panel=Panel(fill, shape),
        pad=pad,
        grow=1,
        name=f"side-{fill}",
    )


def _bridge(words: tuple[Text, ...]) -> Box:
    chips = tuple(
        box(
            para(word, "label", colour="ink"),
            name=f"bridge-{n}",
            fit="bridge",
            panel=Panel("paper", "round"),
            align="center",
            anchor="middle",
            pad=(6, 7, 6, 7),
        )
        for n, word in enumerate(words)
    )
    return Flow("column", chips, gap=22, justify="spread")


def _between(block: Opposition) -> Box:
    """What stands between two poles: the poles as full-height fields, the list in the middle."""
    left = _pole(block.left, "cool")
    right = _pole(block.right, "warm")
    paras = tuple(
        para(text, "body", bullet="–", indent=0.9, before=0.42 if n else 0.0)
        for n, text in enumerate(block.bridge)
    )
    middle = box(*paras, name="body", place="body", anchor="middle", grow=1, loose=0.8)
    return Flow("row", (left, middle, right), gap=32)


def _pole(side: Side, fill: str) -> Box:
    on = f"on-{fill}"
    return card(
        optional(side.name, "name", colour=on),
        optional(side.pole, "name", colour=on, before=0.2),
        fill=fill,
        name=f"pole-{fill}",
        fit="pole",
        align="center",
        anchor="middle",
        basis=160,
        pad=8,
    )


def movements(block: Movements) -> tuple[Box, ...]:
    """Two arrows that come from both sides and meet in the middle; else one below the other."""
    stacked = _stacked(block)
    if len(block.items) != len(SIDES):
        return (stacked,)
    told = any(each.text for each in block.items)
    cells = _two_arrows(block, FACING_TIP if told else ALONE_TIP)
    facing = Layers(cells, aspect=FACING, least=160, grow=1, name="movements")
    return facing, stacked


def entering(block: Movements, width: float, margins: Margins) -> Box:
    """Two arrows from the page's own edges that meet in its middle. `width`: the page's, points."""
    told = any(each.text for each in block.items)
    share = 1.0 if told else ENTERING_EDGE
    edges = (margins.left * share, margins.right * share)
    cells = _two_arrows(block, ENTERING_TIP if told else ALONE_TIP, edges)
    figure = Layers(cells, basis=ENTERING * width, name="movements")
    return Flow("column", (figure,), justify="optical")


def _two_arrows(
    block: Movements, tip: float, edges: tuple[float, float] = (26.0, 16.0)
) -> tuple[Cell, ...]:
    """Arrows towards each other and the words on them; `edges`: points that stay free outside."""
    cells: list[Cell] = []
    columns: list[Flow] = []
    for number, (one, (shape, fill)) in enumerate(zip(block.items, SIDES, strict=True)):
        x0, x1 = (0.0, 0.5 - MEETING) if number == 0 else (0.5 + MEETING, 1.0)
        cells.append(Cell(Mark(FORMS[number], fill=fill, name=f"arrow-{number}"), x0, 0, x1, 1))
        pad = (edges[0], 0.0, tip, 0.0) if number == 0 else (tip + 8, 0.0, edges[1], 0.0)
        columns.append(_facing(one, _Arrow(shape, fill, tip), number, pad))
    # Names stand on one line, and so do the sentences' beginnings, however long each is.
    words = Flow("row", tuple(columns), gap=FACING_GAP, tracks=True)
    return (*cells, Cell(words, 0, FACING_EDGE, 1, 1 - FACING_EDGE))


def _facing(one: Movement, arrow: _Arrow, number: int, pad: Pad) -> Flow:
    """A movement's name and its sentence, each a text of its own."""
    on = f"on-{arrow.fill}"
    name = box(
        para(one.name, "stack" if one.text else "big", colour=on),
        name=f"movement-{number}",
        fit="movement",
        pad=pad,
        align="left" if one.text else "center",
        anchor="bottom" if one.text else "middle",
        grow=1,
    )
    text = box(
        optional(one.text, "lead", colour=on),
        name=f"told-{number}",
        fit="movement",
        pad=pad,
        grow=1,
    )
    parts = (name, text) if one.text else (name,)
    return Flow("column", parts, gap=8, grow=1, name=f"movement-{number}")


class _Arrow(Struct, frozen=True):
    """A movement's form, its colour, and the room that its tip takes."""

    shape: str
    fill: str
    tip: float


def _stacked(block: Movements) -> Box:
    """Wide arrows below one another that pass each other in the middle."""
    told = any(one.text for one in block.items)
    reach = 0.86 if told else 0.62
    rows: list[Box] = []
    for number, one in enumerate(block.items):
        shape, fill = SIDES[number % 2]
        x0, x1 = (0.0, reach) if number % 2 == 0 else (1 - reach, 1.0)
        arrow = Mark(shape, fill=fill, name=f"arrow-{number}")
        said = _movement(one, _Arrow(shape, fill, 70.0), number)
        rows.append(
            Layers((Cell(arrow, x0, 0, x1, 1), Cell(said, x0, 0, x1, 1)), grow=1, least=110)
        )
    return Flow("column", tuple(rows), gap=18)


def _movement(one: Movement, arrow: _Arrow, number: int) -> TextBox:
    return box(
        para(one.name, "stack" if one.text else "big", colour=f"on-{arrow.fill}"),
        optional(one.text, "lead", before=0.35, colour=f"on-{arrow.fill}"),
        name=f"movement-{number}",
        fit="movement",
        pad=_beside_tip(arrow, 12.0),
        anchor="middle",
    )


def _beside_tip(arrow: _Arrow, above: float = 0.0) -> Pad:
    """The room around words that stand beside an arrow's tip."""
    if arrow.shape == "arrow-right":
        return (26.0, above, arrow.tip, above)
    return (arrow.tip + 8, above, 16.0, above)
