"""A scene on a page 540 points high → the same scene on a page of another height.

In: a Scene and a factor. Out: the Scene with every length and every size multiplied. Sizes are
rounded down, so that nothing needs more room than was measured.
"""

from __future__ import annotations

from collections.abc import Callable
from math import floor
from typing import Any

import msgspec
from msgspec.structs import fields

from deckgen.scene import model as scene

# Fields that are lengths in EMU; texts, counts, shares and angles stay as they are.
_LENGTHS: dict[type, tuple[str, ...]] = {
    scene.Box: ("x", "y", "cx", "cy"),
    scene.Stroke: ("width",),
    scene.Echo: ("distance",),
    scene.ParagraphStyle: ("space_before", "margin", "indent"),
    scene.Piece: ("x", "width"),
    scene.Line: ("x", "baseline", "width"),
    scene.TextBody: ("insets",),
    scene.Placeholder: ("insets",),
    scene.Connector: ("x1", "y1", "x2", "y2"),
    scene.Table: ("columns",),
    scene.Path: ("commands",),
    scene.Formula: ("glyphs",),
}
_SIZES: dict[type, tuple[str, ...]] = {
    scene.TextStyle: ("size", "spacing"),
    scene.Formula: ("size",),
}
_SIZE_STEP = 10  # hundredths of a point


class Scaling:
    """Multiplies scene values; the same value is multiplied once."""

    def __init__(self, factor: float) -> None:
        """`factor` is the new height over the old."""
        self._factor = factor
        self._known: dict[int, tuple[Any, Any]] = {}

    def scene(self, made: scene.Scene) -> scene.Scene:
        """The whole scene; its width and height too."""
        grown = self._value(made)
        width, height = self._length(made.width), self._length(made.height)
        result: scene.Scene = msgspec.structs.replace(grown, width=width, height=height)
        return result

    def _length(self, value: int) -> int:
        return round(value * self._factor)

    def _size(self, value: int) -> int:
        return floor(value * self._factor / _SIZE_STEP) * _SIZE_STEP

    def _value(self, value: Any) -> Any:
        if isinstance(value, msgspec.Struct):
            known = self._known.get(id(value))
            if known is None:
                known = self._known[id(value)] = (value, self._struct(value))
            return known[1]
        if isinstance(value, tuple):
            return tuple(map(self._value, value))
        return value

    def _struct(self, value: msgspec.Struct) -> Any:
        kind = type(value)
        lengths, sizes = _LENGTHS.get(kind, ()), _SIZES.get(kind, ())
        changed = {}
        for one in fields(value):
            inner = getattr(value, one.name)
            if one.name in lengths:
                changed[one.name] = _deep(inner, self._length)
            elif one.name in sizes:
                changed[one.name] = self._size(inner)
            elif kind is scene.Table and one.name == "rows":
                changed[one.name] = tuple((self._length(h), self._value(c)) for h, c in inner)
            elif isinstance(inner, tuple | msgspec.Struct):
                changed[one.name] = self._value(inner)
        return msgspec.structs.replace(value, **changed)


def _deep(value: Any, change: Callable[[int], int]) -> Any:
    """Numbers in tuples in tuples."""
    if isinstance(value, tuple):
        return tuple(_deep(one, change) for one in value)
    return change(value) if isinstance(value, int) else value
