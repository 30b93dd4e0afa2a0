"""The values of this package: outlines and labels, absolute on the page, in points."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from deckgen.scene.model import Colour, Run, Stroke, TextStyle

# ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",); filled by the non-zero rule.
Command = tuple[str | float, ...]


Measure = Callable[[str, TextStyle], float]
"""The width of a text in points."""


class Outline(Struct, frozen=True, gc=False):
    """A form to fill, to stroke or both. The stroke's ends are drawn as outlines of their own."""

    commands: tuple[Command, ...]
    fill: Colour | None = None
    stroke: Stroke | None = None
    round: bool = False  # the stroke's ends and corners


class Label(Struct, frozen=True, gc=False):
    """Text that nobody measured, hung up at a point of its baseline."""

    text: str
    x: float
    baseline: float
    align: Literal["left", "center", "right"]
    style: TextStyle


class Hook(Struct, frozen=True, gc=False):
    """Where a line that nobody measured hangs: a point of its baseline, in EMU."""

    paragraph: int
    x: int
    baseline: int
    align: Literal["left", "center", "right"]
    runs: tuple[Run, ...]


class Sign(Struct, frozen=True, gc=False):
    """A bullet or a number before a paragraph: where it starts on the baseline."""

    text: str
    x: int  # EMU, as the lines of text that it belongs to
    baseline: int
    style: TextStyle


Mark = Outline | Label
