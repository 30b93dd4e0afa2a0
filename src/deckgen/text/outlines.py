"""The outlines of text, for what must be seen and not be read twice: a hard shadow.

In: a World, a face and a text. Out: path commands at size 1, baseline and start at the origin,
y downwards; kerned as `typesetter` measures. Quadratic curves come out as cubic ones.
"""

from __future__ import annotations

import uharfbuzz as hb

from deckgen.base.curves import cubic
from deckgen.text.fonts import file
from deckgen.text.model import FaceKey
from deckgen.world import World

Command = tuple[str | float, ...]
_FEATURES = {"liga": False, "clig": False}


class Outliner:
    """The fonts that were opened for outlines."""

    def __init__(self, world: World) -> None:
        """Fonts are opened through `world` when first used."""
        self._world = world
        self._fonts: dict[FaceKey, hb.Font] = {}

    def outline(self, text: str, key: FaceKey) -> list[Command]:
        """All letters of a text as one form, to be filled by the non-zero rule."""
        font = self._font(key)
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, _FEATURES)
        pen = _Pen(1.0 / font.face.upem)
        for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            font.draw_glyph(glyph.codepoint, _functions(), pen)
            pen.x += position.x_advance
        return pen.drawn

    def _font(self, key: FaceKey) -> hb.Font:
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = hb.Font(hb.Face(self._world.font(file(key))))
        return font


class _Pen:
    """Collects what HarfBuzz draws."""

    def __init__(self, unit: float) -> None:
        self.x = 0.0
        self.drawn: list[Command] = []
        self._unit = unit
        self._last = (0.0, 0.0)

    def add(self, letter: str, *points: tuple[float, float]) -> None:
        placed = [((self.x + x) * self._unit, -y * self._unit) for x, y in points]
        self.drawn.append((letter, *(part for point in placed for part in point)))
        self._last = points[-1]

    def quadratic(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        self.add("C", *cubic(self._last, control, end), end)

    def close(self) -> None:
        self.drawn.append(("Z",))


_known: list[hb.DrawFuncs] = []


def _functions() -> hb.DrawFuncs:
    if not _known:
        drawing = hb.DrawFuncs()
        drawing.set_move_to_func(lambda x, y, pen: pen.add("M", (x, y)))
        drawing.set_line_to_func(lambda x, y, pen: pen.add("L", (x, y)))
        drawing.set_cubic_to_func(
            lambda a, b, c, d, x, y, pen: pen.add("C", (a, b), (c, d), (x, y))
        )
        drawing.set_quadratic_to_func(lambda a, b, x, y, pen: pen.quadratic((a, b), (x, y)))
        drawing.set_close_path_func(lambda pen: pen.close())
        _known.append(drawing)
    return _known[0]
