"""Text that came without measured lines: a line a paragraph, or a line up to each hard break.

In: a TextBody, its frame, the theme. Out: where each line hangs. Slides made by hand and
slides that were read come so. Nothing wraps here.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from deckgen.scene.model import Box, Paragraph, Run, TextBody, Theme
from deckgen.text.fonts import known, seat
from deckgen.writers.marks.model import Hook

LINE = 1.2  # line pitch in sizes at 100 %
SEAT = 0.95  # of a typeface that can't be measured
UNIT = 127  # EMU in a hundredth of a point
DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def loose(body: TextBody, frame: Box, theme: Theme) -> Iterator[Hook]:
    """A hook for each line with words, top down."""
    left, top, right, bottom = body.insets
    inner = Box(frame.x + left, frame.y + top, frame.cx - left - right, frame.cy - top - bottom)
    rows = [_lines(one) for one in body.paragraphs]
    pairs = list(zip(body.paragraphs, rows, strict=True))
    before = sum(paragraph.style.space_before for paragraph in body.paragraphs[1:])
    total = before + sum(_pitch(paragraph) * len(lines) for paragraph, lines in pairs)
    y = inner.y + round(DOWN[body.anchor] * (inner.cy - total))
    for number, (paragraph, lines) in enumerate(pairs):
        y += paragraph.style.space_before if number else 0
        for runs in lines:
            y += _pitch(paragraph)
            if runs:
                align = paragraph.style.align
                yield Hook(number, _edge(paragraph, inner), y - _drop(runs[0], theme), align, runs)


def _lines(paragraph: Paragraph) -> list[tuple[Run, ...]]:
    bounds = [0, *paragraph.breaks, len(paragraph.runs)]
    return [paragraph.runs[low:high] for low, high in pairwise(bounds)]


def _drop(run: Run, theme: Theme) -> int:
    """From a baseline to the lower end of its line."""
    typeface = getattr(theme, run.style.font)
    share = seat(typeface) if known(typeface) else SEAT
    return round((LINE - share) * run.style.size * UNIT)


def _pitch(paragraph: Paragraph) -> int:
    style = paragraph.runs[0].style if paragraph.runs else paragraph.end
    size = style.size * UNIT if style else 0
    return round(LINE * size * paragraph.style.leading / 100)


def _edge(paragraph: Paragraph, inner: Box) -> int:
    match paragraph.style.align:
        case "left":
            return inner.x + paragraph.style.margin
        case "center":
            return inner.x + inner.cx // 2
        case _:
            return inner.x + inner.cx
