"""A formula's tree → its size and the outlines of its glyphs.

In: a tree. Out: `Drawn`, in ems of its size, y downwards from its baseline. The one door to
ziamath, which sets MathML in STIX Two Math, a font that it carries; nothing of the machine counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

from msgspec import Struct

from deckgen.base.curves import cubic
from deckgen.formula.mathml import document
from deckgen.formula.tree import Math

Command = tuple[str | float, ...]
# ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)
Glyph = tuple[Command, ...]

EM = 1_000.0  # the size at which it is drawn; ziamath writes three decimals
_PARTS = re.compile(r"([MLQCZ])([^MLQCZ]*)")


class Drawn(Struct, frozen=True):
    """A formula at size 1: its width, its ink above and below the baseline, its glyphs."""

    width: float
    above: float
    below: float
    glyphs: tuple[Glyph, ...]

    @property
    def height(self) -> float:
        """All of it."""
        return self.above + self.below


@lru_cache(maxsize=256)
def drawn(formula: Math) -> Drawn:
    """The formula with its left edge at 0 and its baseline at 0."""
    from ziafont.config import config
    from ziamath.zmath import Math as Setting

    config.svg2 = False  # outlines in their places instead of references to symbols
    setting = Setting(document(formula), size=EM)
    box = setting.node.bbox
    page = Element("svg")
    setting.node.draw(0, 0, page)
    glyphs = tuple(glyph for one in page.iter() if (glyph := _glyph(one, box.xmin)))
    if not glyphs:
        return Drawn(max((box.xmax - box.xmin) / EM, 0.0), 0.0, 0.0, ())
    return Drawn((box.xmax - box.xmin) / EM, box.ymax / EM, -box.ymin / EM, glyphs)


def _glyph(element: Element, left: float) -> Glyph:
    """The outline of what an SVG element draws; nothing for groups."""
    if element.tag == "path" and "stroke" not in element.attrib:
        return tuple(_path(element.get("d", ""), left))
    if element.tag == "rect":
        x, y, w, h = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        thick = float(element.get("stroke-width", "0"))
        outer = _rectangle((x - left) / EM, y / EM, w / EM, h / EM)
        if not thick:
            return outer
        line = thick / EM
        inner = _rectangle(
            (x - left) / EM + line, y / EM + line, w / EM - 2 * line, h / EM - 2 * line
        )
        return (*outer, *_backwards(inner))
    return ()


def _rectangle(x: float, y: float, w: float, h: float) -> Glyph:
    corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    first, *rest = corners
    return (("M", *first), *(("L", *corner) for corner in rest), ("Z",))


def _backwards(form: Glyph) -> Glyph:
    """The same corners the other way round: a hole."""
    corners = [command[1:] for command in form if command[0] != "Z"]
    first, *rest = corners[::-1]
    return (("M", *first), *(("L", *corner) for corner in rest), ("Z",))


def _path(data: str, left: float) -> Iterator[Command]:
    """Path data in ems; quadratic curves as cubic ones."""
    at = (0.0, 0.0)
    for letter, words in _PARTS.findall(data):
        numbers = [float(word) for word in words.split()]
        points = [
            ((x - left) / EM, y / EM) for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        if letter == "Q":
            (control, end) = points
            first, second = cubic(at, control, end)
            yield ("C", *first, *second, *end)
        elif letter == "Z":
            yield ("Z",)
        else:
            yield (letter, *(number for point in points for number in point))
        at = points[-1] if points else at
