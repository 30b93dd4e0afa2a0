"""Two sides: words against words, a list between two poles, movements towards each other.

In: an Opposition or Movements. Out: its box.
"""

from __future__ import annotations

from typing import Literal

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, Panel, TextBox
from deckgen.compose.paras import box, card, lines, optional, para
from deckgen.outline.model import Movement, Movements, Opposition, Side, Text

FEW = 4  # words on a side that are set larger


def opposition(block: Opposition, bleeding: bool) -> Box:
    """Words against words, set like type specimens towards the axis; or a list between poles."""
    if not block.left.words and not block.right.words:
        return _between(block)
    edge = 56.0 if bleeding else 26.0
    axis = 118.0 if block.bridge else 26.0
    top = 44.0 if bleeding else 22.0
    shape = "rect" if bleeding else "round"
    few = max(len(block.left.words), len(block.right.words)) <= FEW
    role = "big" if few else "specimen"
    left = _side(block.left, "cool", (shape, role), (edge, top, axis, top), "right")
    right = _side(block.right, "warm", (shape, role), (axis, top, edge, top), "left")
    halves = Flow("row", (left, right), gap=0 if bleeding else 4)
    cells = [Cell(halves)]
    if block.bridge:
        share = 0.107 if bleeding else 0.125
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


def movements(block: Movements) -> Box:
    """Two wide arrows that come from both sides and pass each other in the middle."""
    shapes = (("arrow-right", "cool"), ("arrow-left", "warm"))
    told = any(one.text for one in block.items)
    reach = 0.86 if told else 0.62
    rows: list[Box] = []
    for number, one in enumerate(block.items):
        shape, fill = shapes[number % 2]
        x0, x1 = (0.0, reach) if number % 2 == 0 else (1 - reach, 1.0)
        arrow = Mark(shape, fill=fill, name=f"arrow-{number}")
        said = _movement(one, shape, fill, number)
        rows.append(
            Layers((Cell(arrow, x0, 0, x1, 1), Cell(said, x0, 0, x1, 1)), grow=1, least=110)
        )
    return Flow("column", tuple(rows), gap=18)


def _movement(one: Movement, shape: str, fill: str, number: int) -> TextBox:
    point = 70.0
    pad = (40.0, 12.0, point, 12.0) if shape == "arrow-right" else (point + 16, 12.0, 40.0, 12.0)
    return box(
        para(one.name, "stack" if one.text else "big", colour=f"on-{fill}"),
        optional(one.text, "lead", before=0.25, colour=f"on-{fill}"),
        name=f"movement-{number}",
        fit="movement",
        pad=pad,
        anchor="middle",
    )
