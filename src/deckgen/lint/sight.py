"""What lies where on a page: the ink of lines, whether a picture is under a point.

In: items of a Scene. Out: boxes in EMU, answers. Nothing is drawn. What `proof.sight` finds about a
page is not looked for again.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.lint.limits import ASCENT, DESCENT
from deckgen.scene import model as scene


def ink(line: scene.Line) -> scene.Box:
    """What a line's letters cover."""
    size = max((piece.style.size for piece in line.pieces), default=0) * 127
    height = round((ASCENT + DESCENT) * size)
    return scene.Box(line.x, line.baseline - round(ASCENT * size), line.width, height)


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
