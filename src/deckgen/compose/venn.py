"""Circles and what they share.

In: a Venn. Out: its bodies: words in and beside the circles, or, where they are too long for that,
numbers in the circles and words in a list. What all share is drawn as a form of its own, so that
its words stand on one ground.
"""

from __future__ import annotations

from math import cos, pi, sin, sqrt

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, TextBox
from deckgen.compose.frame import Body
from deckgen.compose.paras import box, optional, para
from deckgen.outline.model import Part, Text, Venn

APART = 0.64  # distance of two circles' centres in their diameters
TREFOIL = 1.08  # distance of three circles' centres in radii
WIDE = 2.25  # of the figure with words beside it
# What three circles share, in radii: from its middle up to its corner, its height, its half width.
TREFOIL_UP = sqrt(1 - TREFOIL**2 / 4) - TREFOIL / sqrt(12)
TREFOIL_HIGH = TREFOIL_UP + 1 - TREFOIL / sqrt(3)
TREFOIL_ASIDE = TREFOIL_UP * cos(pi / 6)
STROKES = ("cool", "warm", "accent")
PAIRS = ((0, 1), (1, 2), (2, 0))


def venn(block: Venn) -> tuple[Body, ...]:
    """The variants, best first."""
    listed = Body(_listed(block), key="name/circles", way="list")
    if len(block.items) == 2:
        inside = (("name/circle", 22.0),)
        return Body(_two(block, True), comfort=inside, key="name/circle", way="circles"), listed
    if len(block.items) == 3:
        return Body(_three(block, True), key="name/circle", way="circles"), listed
    return (listed,)


def _two(block: Venn, worded: bool) -> Layers:
    wide = 1 + APART
    high = sqrt(0.25 - (APART / 2) ** 2)
    sides = ((0.0, 1.0), (APART, wide))
    cells = [Cell(_ground(n), x0 / wide, 0, x1 / wide, 1) for n, (x0, x1) in enumerate(sides)]
    cells.append(Cell(_common("lens"), APART / wide, 0.5 - high, 1 / wide, 0.5 + high))
    cells += [Cell(_edge(n), x0 / wide, 0, x1 / wide, 1) for n, (x0, x1) in enumerate(sides)]
    inside = ((0.05, APART - 0.05), (1.05, wide - 0.05))
    for number, (x0, x1) in enumerate(inside):
        words = _name(block.items[number], number) if worded else _number(str(number + 1), "center")
        cells.append(Cell(words, x0 / wide, 0.22, x1 / wide, 0.78))
    if block.shared and worded:
        shared = _shared(block.shared)
        cells.append(Cell(shared, (APART + 0.025) / wide, 0.3, 0.975 / wide, 0.7))
    return Layers(tuple(cells), aspect=wide, least=200, grow=1, name="venn")


def _three(block: Venn, worded: bool) -> Layers:
    """One circle above two. Lengths are in heights of the figure, around its middle."""
    wide = WIDE if worded else (2 + TREFOIL) / (2 + TREFOIL * sin(pi / 3))
    radius = 1 / (2 + TREFOIL * sin(pi / 3))
    frames = [(x - radius, y - radius, x + radius, y + radius) for x, y in _centres(radius)]
    middle, aside = _middle(radius), radius * TREFOIL_ASIDE
    top = middle - radius * TREFOIL_UP
    cells = [_cell(_ground(n), frame, wide) for n, frame in enumerate(frames)]
    cells.append(_cell(_common("trefoil"), (-aside, top, aside, top + radius * TREFOIL_HIGH), wide))
    cells += [_cell(_edge(n), frame, wide) for n, frame in enumerate(frames)]
    if worded:
        cells += _beside(block, radius)
        cells += _inside(block, radius)
    else:
        for number, (x, y) in enumerate(_outer(radius)):
            frame = (x - 0.1, y - 0.1, x + 0.1, y + 0.1)
            cells.append(_cell(_number(str(number + 1), "center"), frame, wide))
    return Layers(tuple(cells), aspect=wide, least=200, grow=1, name="venn")


def _centres(radius: float) -> tuple[tuple[float, float], ...]:
    apart = radius * TREFOIL
    low = radius + apart * sin(pi / 3)
    return (0.0, radius), (apart / 2, low), (-apart / 2, low)


def _middle(radius: float) -> float:
    return radius * (1 + TREFOIL / sqrt(3))


def _outer(radius: float) -> list[tuple[float, float]]:
    """The middle of what only one circle has."""
    middle, reach = _middle(radius), radius * (TREFOIL / sqrt(3) + 0.42)
    angles = (-pi / 2, pi / 6, pi * 5 / 6)
    return [(reach * cos(angle), middle + reach * sin(angle)) for angle in angles]


def _beside(block: Venn, radius: float) -> list[Cell]:
    """The names: of the upper and the right circle on the right, of the left one on the left."""
    (_, _), (x, low), (_, _) = _centres(radius)
    near, edge = x + radius + 0.03, WIDE / 2
    upper = radius + 0.04
    places = (
        (upper, 0.0, edge, 0.36, "left"),
        (near, low - 0.24, edge, low + 0.24, "left"),
        (-edge, low - 0.24, -near, low + 0.24, "right"),
    )
    return [
        _cell(_name(part, number, align), (x0, y0, x1, y1), WIDE)
        for number, (part, (x0, y0, x1, y1, align)) in enumerate(
            zip(block.items, places, strict=True)
        )
    ]


def _inside(block: Venn, radius: float) -> list[Cell]:
    middle, cells = _middle(radius), []
    if block.shared:
        across, down = radius * 0.40, radius * 0.26
        frame = (-across, middle - down, across, middle + down)
        cells.append(_cell(_shared(block.shared), frame, WIDE))
    reach, across, down = radius * 0.74, radius * 0.27, radius * 0.2
    for number, (words, angle) in enumerate(
        zip(block.between, (-pi / 6, pi / 2, pi * 7 / 6), strict=False)
    ):
        x, y = reach * cos(angle), middle + reach * sin(angle)
        text = box(
            para(words, "note"), name=f"between-{number}", fit="between", align="center",
            anchor="middle",
        )  # fmt: skip
        cells.append(_cell(text, (x - across, y - down, x + across, y + down), WIDE))
    return cells


def _listed(block: Venn) -> Box:
    """Numbers in the circles; what they stand for in a list beside them."""
    entries = [_entry(str(n), part.name, part.text) for n, part in enumerate(block.items, start=1)]
    for words, pair in zip(block.between, PAIRS, strict=False):
        entries.append(_entry(" + ".join(str(n + 1) for n in sorted(pair)), words, None))
    entries += [_entry("", words, None) for words in block.between[len(PAIRS) :]]
    if block.shared:
        signs = " + ".join(str(n) for n in range(1, len(block.items) + 1))
        entries.append(_entry(signs, block.shared, None, "accent"))
    told = Flow("column", tuple(entries), gap=8, grow=1, justify="spread")
    if len(block.items) not in (2, 3):
        return told
    drawn = (_two if len(block.items) == 2 else _three)(block, False)
    return Flow("row", (drawn, told), gap=32)


def _entry(sign: str, name: Text, text: Text | None, colour: str = "") -> Box:
    number = box(
        para(sign, "name", colour="accent"), name="sign", fit="circles", anchor="top", basis=96
    )
    words = box(
        para(name, "name", colour=colour),
        optional(text, "note", before=0.1),
        name="entry",
        fit="circles",
        grow=1,
    )
    return Flow("row", (number, words), gap=8, grow=1)


def _name(part: Part, number: int, align: str = "center") -> TextBox:
    return box(
        para(part.name, "name"),
        optional(part.text, "note", before=0.15),
        name=f"circle-{number}",
        fit="circle",
        align=align,
        anchor="middle",
    )


def _number(words: str, align: str) -> TextBox:
    return box(para(words, "name"), name="number", fit="circles", align=align, anchor="middle")


def _shared(words: Text) -> TextBox:
    return box(
        para(words, "name", colour="on-accent"),
        name="shared",
        fit="shared",
        align="center",
        anchor="middle",
    )


def _ground(number: int) -> Mark:
    return Mark("ellipse", fill="field", name=f"ground-{number}")


def _edge(number: int) -> Mark:
    return Mark("ellipse", stroke=STROKES[number], name=f"edge-{number}")


def _common(form: str) -> Mark:
    return Mark(form, fill="accent", name="common")


def _cell(inner: Box, frame: tuple[float, float, float, float], wide: float) -> Cell:
    x0, y0, x1, y1 = frame
    return Cell(inner, 0.5 + x0 / wide, y0, 0.5 + x1 / wide, y1)
