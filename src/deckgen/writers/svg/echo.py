"""The hard copy of shouted text that stands behind it.

In: the text elements of a paragraph. Out: the same with its echo in front of it in paint
order: a reference, so that the words stand in the file once. Not here: other text.
"""

from __future__ import annotations

import re
from math import cos, radians, sin

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Paragraph
from deckgen.writers.svg import look
from deckgen.writers.svg.markup import short, text

_PAINT = re.compile(r' fill="#[0-9A-Fa-f]{6}"(?: fill-opacity="[\d.]+")?')


def echoed(words: str, paragraph: Paragraph, name: str) -> str:
    """A paragraph's words behind their echo, if its first run has one."""
    style = paragraph.runs[0].style
    echo = style.echo
    if echo is None:
        return words
    distance, turn = echo.distance / EMU_PER_POINT, radians(echo.direction)
    shift = f"{short(distance * cos(turn))} {short(distance * sin(turn))}"
    shown, paint = f"{name}.t", look.fill(echo.colour)
    if any(run.style.colour != style.colour for run in paragraph.runs):
        # What is referred to keeps its own colours, so words in several are drawn again.
        copy = f"<g{paint}>{_PAINT.sub('', words)}</g>"
        return (
            f'<g class="dg-off" aria-hidden="true" transform="translate({shift})">{copy}</g>{words}'
        )
    bare = _PAINT.sub("", words)
    reference = f'<use href="#{text(shown)}"{paint} transform="translate({shift})"/>'
    front = f'<g{look.fill(style.colour)}><g id="{text(shown)}">{bare}</g></g>'
    return f'<g class="dg-off" aria-hidden="true">{reference}</g>{front}'
