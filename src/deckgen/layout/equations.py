"""A formula at its size → the Scene's formula: its frame and the outlines of its glyphs.

In: an Equation, its rectangle, its size. Out: a Scene formula. What a formula looks like is
`deckgen.formula`'s business.
"""

from __future__ import annotations

from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.compose.boxes import Equation
from deckgen.formula.drawing import Drawn, Glyph, drawn
from deckgen.formula.lines import arranged
from deckgen.scene import model as scene

# Cambria Math, which PowerPoint takes, runs a little wider than the font that we measure.
WIDER = 1.07
LINE = 1.2  # of a formula that sits on a line: the line's height and its baseline, in sizes
SEAT = 0.95
# A program that stretches an equation into its frame (LibreOffice) counts the letters' full
# height, not their ink alone: so does the frame, and air above and below what is higher.
ASCENT, DESCENT = 0.89, 0.22
AIR_ABOVE, AIR_BELOW = 0.1, 0.06
SHIFT = {"left": 0.0, "center": 0.5, "right": 1.0}


def room(box: Equation) -> tuple[float, float]:
    """The width and height that a formula needs, in ems."""
    form = drawn(arranged(box.formulas))
    above, below = _extent(form)
    if not box.inline:
        return form.width * WIDER, above + below
    return form.width * WIDER, max(LINE, max(SEAT, above) + below)


def equation(box: Equation, rect: Rect, size: float, look: scene.Formula) -> scene.Formula:
    """The formula in its rectangle; `look` has all but its frame, content and glyphs."""
    from msgspec.structs import replace

    content = arranged(box.formulas)
    form = drawn(content)
    above, below = _extent(form)
    wide, high = form.width * size, (above + below) * size
    x = rect.x + SHIFT[box.align] * (rect.w - wide)
    y = rect.y + (max(SEAT - above, 0.0) * size if box.inline else (rect.h - high) / 2)
    left, top = emu(x), emu(y)
    frame = scene.Box(left, top, emu(x + wide) - left, emu(y + high) - top)
    glyphs = tuple(_glyph(one, above, size) for one in form.glyphs)
    return replace(look, frame=frame, content=content, glyphs=glyphs)


def _extent(form: Drawn) -> tuple[float, float]:
    """How far a formula's frame reaches above and below its baseline, in ems."""
    return max(form.above + AIR_ABOVE, ASCENT), max(form.below + AIR_BELOW, DESCENT)


def _glyph(glyph: Glyph, above: float, size: float) -> tuple[tuple[str | int, ...], ...]:
    """Its commands in EMU from the frame's corner."""
    shift = (0.0, above)
    return tuple(
        (
            str(command[0]),
            *(emu((float(n) + shift[axis % 2]) * size) for axis, n in enumerate(command[1:])),
        )
        for command in glyph
    )
