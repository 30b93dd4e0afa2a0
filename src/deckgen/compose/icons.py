"""Icons beside and above words.

In: an icon's name, how large it is. Out: boxes. Which kinds take icons is those kinds' own matter.
Icons are decorative: the words beside one say what it stands for.
"""

from __future__ import annotations

from typing import Literal

from deckgen.compose.boxes import Across, Along, Box, Flow, Mark, Panel, Space, TextBox
from deckgen.scene.model import Align, Anchor

SHAPE = "icon"  # how a mark's form starts that is an icon
LARGE, MIDDLE, SMALL = 96.0, 68.0, 34.0  # points
ASIDE_GAP = 32.0
LOUD = ("accent", "cool")  # fills that words and icons need another colour on

_ACROSS: dict[Align, Across] = {"left": "start", "center": "center", "right": "end"}
_ALONG: dict[Anchor, Along] = {"top": "start", "middle": "center", "bottom": "end"}

Side = Literal["left", "center", "right"]


def icon(name: str, size: float, colour: str = "accent", side: Side = "left") -> Mark:
    """An icon in a square; `side` is where in it a narrow one stands."""
    return Mark(f"{SHAPE} {side} {name}", fill=colour, basis=size, thick=size, name="icon")


def over(name: str, size: float, colour: str = "accent", align: Align = "left") -> Box:
    """An icon on a line of its own in a column; where it has no name, the line is empty."""
    if not name:
        return Space(basis=size)
    mark = icon(name, size, colour, "center" if align == "center" else "left")
    return Flow("column", (mark,), align=_ACROSS[align], basis=size)


def before(name: str, colour: str = "accent", width: float = SMALL) -> Box:
    """A small icon at the start of a row, in the middle of its height."""
    mark = icon(name, SMALL, colour) if name else Space(basis=SMALL)
    return Flow("column", (mark,), justify="center", align="start", basis=width)


def framed(name: str, fill: str, named: str) -> Box:
    """An icon in the middle of a panel of its own."""
    mark = icon(name, LARGE, f"on-{fill}" if fill in LOUD else "accent", "center")
    return Flow(
        "column",
        (mark,),
        justify="center",
        align="center",
        panel=Panel(fill, "round"),
        grow=1,
        name=named,
    )


def beside(body: Box, name: str) -> Box:
    """A body with a large icon to its right."""
    words = Flow("column", (_growing(body),), grow=1)
    there = Flow("column", (icon(name, LARGE, side="right"),), align="end", basis=LARGE)
    return Flow("row", (words, there), gap=ASIDE_GAP)


def _growing(body: Box) -> Box:
    return Flow("column", (body,), grow=1)


def above(words: TextBox, name: str, align: Align, anchor: Anchor) -> Box:
    """Words that have the page, and a large icon over them."""
    mark = over(name, LARGE, align=align)
    return Flow("column", (mark, words), gap=24, justify=_ALONG[anchor])
