"""Text that came without measured lines: a line a paragraph, where its anchor puts it.

In: a TextBody and its frame. Out: SVG text whose ends the browser finds. Slide numbers
come so, and scenes made by hand. Nothing wraps here.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.scene.model import Box, Paragraph, TextBody, TextStyle
from deckgen.writers.svg import look
from deckgen.writers.svg.markup import pt, text

_PITCH = 1.2  # lines stand this many sizes apart at 100 %
_UNIT = 127  # EMU in a hundredth of a point
_DOWN = {"top": 0.0, "middle": 0.5, "bottom": 1.0}
_ANCHOR = {"left": "start", "center": "middle", "right": "end"}


def loose(
    body: TextBody, frame: Box, seat: Callable[[TextStyle], float]
) -> list[tuple[Paragraph, tuple[int, int], str]]:
    """Every paragraph that has text, where its bullet would stand, and its drawing."""
    left, top, right, bottom = body.insets
    inner = Box(frame.x + left, frame.y + top, frame.cx - left - right, frame.cy - top - bottom)
    heights = [_height(one, n) for n, one in enumerate(body.paragraphs)]
    y = inner.y + round(_DOWN[body.anchor] * (inner.cy - sum(heights)))
    found = []
    for paragraph, height in zip(body.paragraphs, heights, strict=True):
        y += height
        if paragraph.runs:
            style = paragraph.runs[0].style
            baseline = y - round((_PITCH - seat(style)) * style.size * _UNIT)
            mark = (inner.x + paragraph.style.margin + paragraph.style.indent, baseline)
            found.append((paragraph, mark, _line(paragraph, inner, baseline)))
        else:
            found.append((paragraph, (inner.x, y), ""))
    return found


def _height(paragraph: Paragraph, number: int) -> int:
    style = paragraph.end or (paragraph.runs[0].style if paragraph.runs else None)
    size = style.size * _UNIT if style else 0
    before = paragraph.style.space_before if number else 0
    return before + round(_PITCH * size * paragraph.style.leading / 100)


def _line(paragraph: Paragraph, inner: Box, baseline: int) -> str:
    align = paragraph.style.align
    edges = {
        "left": inner.x + paragraph.style.margin,
        "center": inner.x + inner.cx // 2,
        "right": inner.x + inner.cx,
    }
    base = paragraph.runs[0].style
    place = f' x="{pt(edges[align])}" y="{pt(baseline)}" text-anchor="{_ANCHOR[align]}"'
    spans = [
        f"<tspan{look.change(base, run.style)}>{text(run.text)}</tspan>" for run in paragraph.runs
    ]
    words = text(paragraph.runs[0].text) if len(spans) == 1 else "".join(spans)
    return f"<text{place}{look.characters(base)}>{words}</text>"
