"""What lies where on a page: a line's words, whether a picture is under it.

In: items of a Scene. Out: boxes in EMU, answers. Nothing is drawn. What `proof.sight` finds about a
page is not looked for again.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.proof.sight import ink
from deckgen.scene import model as scene


def words(line: scene.Line) -> str:
    """A line's text."""
    return "".join(piece.text for piece in line.pieces)


def pictured(line: scene.Line, covers: Iterable[scene.Item]) -> bool:
    """Whether what was painted last under a line is a picture. `covers` are in paint order."""
    box = ink(line)
    x, y = box.x + box.cx // 2, box.y + box.cy // 2
    last = None
    for item in covers:
        if not isinstance(item, scene.Connector) and _holds(item.frame, x, y):
            last = item
    return isinstance(last, scene.Picture)


def covering(item: scene.Item) -> bool:
    """Whether what lies on an item is seen before it."""
    match item:
        case scene.Picture():
            return True
        case scene.Text(fill=fill) | scene.Shape(fill=fill):
            return fill is not None
        case _:
            return False


def _holds(box: scene.Box, x: int, y: int) -> bool:
    return box.x <= x <= box.x + box.cx and box.y <= y <= box.y + box.cy
