"""Text that came without measured lines: a line a paragraph, where its anchor puts it.

In: a TextBody, its frame, the theme. Out: where each paragraph hangs. Slides made by hand and
slides that were read come so. Nothing wraps here.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.scene.model import Box, Paragraph, TextBody, Theme
from deckgen.text.fonts import known, seat
from deckgen.writers.marks.model import Hook

LINE = 1.2  # line pitch in sizes at 100 %
SEAT = 0.95  # of a typeface that can't be measured
UNIT = 127  # EMU in a hundredth of a point
DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def loose(body: TextBody, frame: Box, theme: Theme) -> Iterator[Hook]:
    """A hook for each paragraph with words, top down."""
    left, top, right, bottom = body.insets
    inner = Box(frame.x + left, frame.y + top, frame.cx - left - right, frame.cy - top - bottom)
    heights = [_height(one, number) for number, one in enumerate(body.paragraphs)]
    y = inner.y + round(DOWN[body.anchor] * (inner.cy - sum(heights)))
    for number, paragraph in enumerate(body.paragraphs):
        y += heights[number]
        if paragraph.runs:
            style = paragraph.runs[0].style
            typeface = getattr(theme, style.font)
            share = seat(typeface) if known(typeface) else SEAT
            baseline = y - round((LINE - share) * style.size * UNIT)
            yield Hook(number, _edge(paragraph, inner), baseline, paragraph.style.align)


def _height(paragraph: Paragraph, number: int) -> int:
    style = paragraph.runs[0].style if paragraph.runs else paragraph.end
    size = style.size * UNIT if style else 0
    before = paragraph.style.space_before if number else 0
    return before + round(LINE * size * paragraph.style.leading / 100)


def _edge(paragraph: Paragraph, inner: Box) -> int:
    match paragraph.style.align:
        case "left":
            return inner.x + paragraph.style.margin
        case "center":
            return inner.x + inner.cx // 2
        case _:
            return inner.x + inner.cx
