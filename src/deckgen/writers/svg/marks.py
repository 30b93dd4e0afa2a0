"""Marks (outlines and labels in points) → SVG elements.

In: what `writers/marks` gives for connectors and charts. Out: paths and texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.scene.model import Chart, TextStyle
from deckgen.writers.marks import charts
from deckgen.writers.marks.model import Command, Label, Mark, Outline
from deckgen.writers.svg import look
from deckgen.writers.svg.markup import short, text

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_LETTER = 0.5  # usual width of a letter, in ems: nothing is measured here
_ROUND = ' stroke-linecap="round" stroke-linejoin="round"'


def chart(item: Chart) -> str:
    """Everything that is drawn of a chart."""
    return elements(charts.chart(item, _usual_width))


def elements(found: Iterable[Mark]) -> str:
    """Marks in paint order."""
    return "".join([_outline(m) if isinstance(m, Outline) else _label(m) for m in found])


def _usual_width(words: str, style: TextStyle) -> float:
    return len(words) * _LETTER * style.size / 100


def _outline(mark: Outline) -> str:
    ends = _ROUND if mark.round else ""
    paint = f"{look.fill(mark.fill)}{look.line(mark.stroke)}{ends}"
    return f'<path d="{data(mark.commands)}"{paint}/>'


def _label(mark: Label) -> str:
    place = f' x="{short(mark.x)}" y="{short(mark.baseline)}"'
    anchor = f' text-anchor="{_ANCHORS[mark.align]}"'
    return f"<text{place}{anchor}{look.characters(mark.style)}>{text(mark.text)}</text>"


def data(commands: Iterable[Command]) -> str:
    """The `d` of a path."""
    return "".join([_command(command) for command in commands])


def _command(command: Command) -> str:
    letter, *numbers = command
    return f"{letter}{' '.join([short(float(number)) for number in numbers])}"
