"""Items → SVG elements, in paint order.

In: items, the prefix that keeps ids apart on one web page. Out: an element an item, with
its id, its role and what it says to a screen reader. Not here: text, charts, pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import (
    Box,
    Chart,
    Connector,
    Formula,
    Group,
    Item,
    Picture,
    Preset,
    Shape,
    Table,
    Text,
)
from deckgen.writers.marks.connectors import connector
from deckgen.writers.marks.formulas import formula
from deckgen.writers.svg import geometry, look, marks, tables
from deckgen.writers.svg.links import linked
from deckgen.writers.svg.markup import pt, short, text
from deckgen.writers.svg.tables import rectangle
from deckgen.writers.svg.text import TextPen

Player = Callable[[Picture, str], str]  # a film, what says of its still that it is one


class ItemPen:
    """Draws the items of one page, or of its layout."""

    def __init__(
        self, pen: TextPen, picture: Callable[[str], str], prefix: str, player: Player | None = None
    ) -> None:
        """`picture` gives a 1 × 1 picture's element from the name of a blob.

        `player` gives what plays a film over its still and its mark.
        """
        self._pen = pen
        self._picture = picture
        self._prefix = prefix
        self._player = player

    def items(self, items: Iterable[Item]) -> str:
        """All of them, first is furthest back."""
        return "".join([self.item(item) for item in items])

    def item(self, item: Item) -> str:
        """One item of any kind; nothing for a picture that is not there yet."""
        inside = self._inside(item)
        if not inside:
            return ""
        if isinstance(item, Group | Shape | Picture):
            inside = linked(inside, item.link, self._pen.inward)
        return f'<g id="{text(self._prefix + item.id)}"{_spoken(item)}>{inside}</g>'

    def _inside(self, item: Item) -> str:
        match item:
            case Text():
                return self._text(item)
            case Shape():
                return self._shape(item)
            case Connector():
                return marks.elements(connector(item))
            case Group():
                return self.items(item.items)
            case Picture():
                return self._photo(item) + self._marks(item) if item.blob else ""
            case Table():
                return tables.table(item, self._pen, self._prefix + item.id)
            case Chart():
                return marks.chart(item)
            case Formula():
                return marks.elements(formula(item))
            case _:
                assert_never(item)

    def _text(self, item: Text) -> str:
        ground = ""
        if item.fill:
            paint = f' id="{text(self._prefix + item.id)}.g"{look.fill(item.fill)}'
            ground = rectangle(item.frame, paint)
        return ground + self._pen.body(item.text, item.frame, self._prefix + item.id)

    def _shape(self, item: Shape) -> str:
        if item.text is None:
            return _form(item, "")
        drawn = _form(item, f' id="{text(self._prefix + item.id)}.g"')
        words = self._pen.body(item.text, item.frame, self._prefix + item.id)
        turn = _turn(item.frame, item.rotation, False)
        return drawn + (f"<g{turn}>{words}</g>" if turn and words else words)

    def _marks(self, item: Picture) -> str:
        """What says of a still that it plays, and what plays it where that can be."""
        if item.media is None:
            return ""
        marks = self.items(item.media.mark)
        return self._player(item, marks) if self._player else marks

    def _photo(self, item: Picture) -> str:
        """The whole picture, stretched so far that what the crop leaves fills the window."""
        frame, (left, top, right, bottom) = item.frame, item.crop
        width = frame.cx / EMU_PER_POINT / max(1 - left - right, 1e-6)
        height = frame.cy / EMU_PER_POINT / max(1 - top - bottom, 1e-6)
        place = (
            f'x="{pt(frame.x)}" y="{pt(frame.y)}" width="{pt(frame.cx)}" height="{pt(frame.cy)}"'
        )
        shift = f"translate({short(-left * width)} {short(-top * height)})"
        size = f"scale({short(width)} {short(height)})"
        inside = f'<g transform="{shift} {size}">{self._picture(item.vector or item.blob)}</g>'
        return f'<svg {place} overflow="hidden">{inside}</svg>'


def _form(item: Shape, name: str) -> str:
    if item.fill is None and item.stroke is None:
        return ""
    paint = name + look.fill(item.fill) + look.line(item.stroke)
    turn = _turn(item.frame, item.rotation, item.flip)
    if isinstance(item.geometry, Preset) and item.geometry.name == "rect":
        return rectangle(item.frame, paint + turn)
    return f'<path d="{geometry.path(item.geometry, item.frame)}"{paint}{turn}/>'


def _turn(frame: Box, rotation: int, flip: bool) -> str:
    """The transform of a turned or mirrored frame; mostly nothing."""
    if not (rotation % 360 or flip):
        return ""
    middle = short((frame.x + frame.cx / 2) / EMU_PER_POINT)
    level = short((frame.y + frame.cy / 2) / EMU_PER_POINT)
    turn = f"rotate({rotation % 360} {middle} {level})" if rotation % 360 else ""
    mirror = f"translate({middle} 0) scale(-1 1) translate(-{middle} 0)" if flip else ""
    return f' transform="{turn}{mirror}"'


def _spoken(item: Item) -> str:
    """What a screen reader is told: nothing of decoration, the name of what is a picture."""
    if getattr(item, "decorative", False):
        return ' aria-hidden="true"'
    label = f' aria-label="{text(item.alt)}"' if item.alt else ""
    if isinstance(item, Text | Shape) and item.text is not None:
        heading = item.placeholder is not None and item.placeholder.kind == "title"
        return ' role="heading" aria-level="2"' if heading else ""
    if isinstance(item, Table):
        return f' role="table"{label}'
    if isinstance(item, Group):
        return f' role="group"{label}' if label else ""
    return f' role="img"{label}' if label else ' aria-hidden="true"'
