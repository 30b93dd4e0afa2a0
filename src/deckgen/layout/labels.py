"""What of a chart's names and numbers fits: their size, which are written, another kind.

In: a chart, its frame in points, how wide a text is. Out: `Fitting`, and what to say about it.
Nothing here changes a number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from math import ceil

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Severity
from deckgen.base.geometry import Rect
from deckgen.base.numerals import Numerals, numerals
from deckgen.compose.boxes import Graph
from deckgen.outline.model import Chart, Slide

Measure = Callable[[str, float], float]
"""The width in points of a text at a size."""

SIZES = (24.0, 22.0, 20.0, 18.0, 16.0, 14.0)
LEAST = 12.0  # of names beside many bars
PLOT = 0.96  # share of the frame that the plot and its labels have
AIR = 1.06  # what Office wants around a text before it starts to turn it
BETWEEN = 8.0  # points between names side by side
GAPS = {1: 200, 2: 110}  # per cent of a bar between clusters, where bars are few
GAP = 60
NAMES = 0.42  # share of the width that names beside bars may take
CLOUD = 14  # points whose names are all written
FIRM = ("bar", "column")
PILED = ("stacked", "percent")
COUNTED = 8  # letters of what counts time: 2019, jan 2019, Q1 2019


class Fitting(Struct, frozen=True):
    """How a chart is written. `note` is the code of a finding, empty where all fits."""

    kind: str
    size: float
    numbers: bool = True
    every: int = 1
    note: str = ""


def fitting(graph: Graph, rect: Rect, measure: Measure) -> Fitting:
    """The largest writing that fits, else another kind, else fewer names."""
    chart = graph.chart
    kind = _kind(chart)
    if kind in ("pie", "doughnut", "scatter", "bubble"):
        return Fitting(kind, 18.0)
    alone = "" if kind == chart.type or chart.type.startswith(PILED) else "layout/one-point"
    write = _Writing(chart, kind, graph.lang, rect, measure)
    if kind.endswith("bar"):
        return write.bars(alone)
    return write.columns(alone)


def _kind(chart: Chart) -> str:
    """A pile of one is a bar; a line through one point is none."""
    if chart.type in ("line", "area") and len(chart.categories) == 1:
        return "column"
    if chart.type.startswith("stacked") and len(chart.series) == 1:
        return chart.type.removeprefix("stacked-")
    return chart.type


class _Writing:
    """A chart's texts and their room."""

    def __init__(self, chart: Chart, kind: str, lang: str, rect: Rect, measure: Measure) -> None:
        # A frame on a page that overflows may have no room at all.
        room = Rect(rect.x, rect.y, max(rect.w, 1), max(rect.h, 1))
        self._chart, self._kind, self._rect, self._measure = chart, kind, room, measure
        values = [v for one in chart.series for v in one.values if v is not None]
        self._write: Numerals = numerals(values, chart.suffix, lang, chart.scale)
        self._numbers = tuple({self._write.label(value) for value in values})
        self._count = max(len(chart.categories), 1)
        self._abreast = 1 if kind.startswith(PILED) else len(chart.series)

    def columns(self, note: str) -> Fitting:
        """Names and numbers side by side."""
        for numbers, size in product((True, False), SIZES):
            slot = self._slot(size, numbers)
            if self._widest(self._chart.categories, size) + BETWEEN > slot:
                continue
            if not numbers or self._apart(size, slot):
                return Fitting(self._kind, size, numbers, note=note)
        if self._kind.endswith("column") and not self._counted():
            return self._turned()
        slot = self._slot(16.0, False)
        every = ceil((self._widest(self._chart.categories, 16.0) + BETWEEN) / slot)
        return Fitting(self._kind, 16.0, False, every, note or self._left_out())

    def _turned(self) -> Fitting:
        """Columns whose names don't fit below them, as bars if those do."""
        lying = _Writing(
            self._chart, self._kind.replace("column", "bar"), self._write.lang,
            self._rect, self._measure,
        )  # fmt: skip
        lying._write, lying._numbers = self._write, self._numbers
        found = lying.bars("layout/chart-turned")
        if found.every == 1:
            return found
        slot = self._slot(14.0, False)
        every = ceil((self._widest(self._chart.categories, 14.0) + BETWEEN) / slot)
        return Fitting(self._kind, 14.0, False, every, self._left_out())

    def bars(self, note: str) -> Fitting:
        """Names below one another, each on a line."""
        row = self._rect.h * PLOT / self._count
        loose = self._abreast == 1 and not self._piled()  # a number stands behind its bar
        thick = row / (1 if loose else self._abreast + GAP / 100)
        for size in (*SIZES, LEAST):
            fits = self._widest(self._chart.categories, size) <= NAMES * self._rect.w
            if size * AIR <= row and (fits or size == LEAST):
                numbers = thick >= size * 0.9
                if numbers or size <= LEAST + 2:
                    return Fitting(self._kind, size, numbers, note=note)
        every = ceil(LEAST * AIR / row)
        return Fitting(self._kind, LEAST, thick >= LEAST * 0.9, every, self._left_out())

    def _slot(self, size: float, numbers: bool) -> float:
        """The width that a category has."""
        scaled = not numbers or self._kind in ("line", "area") or self._kind.startswith(PILED)
        axis = self._widest(self._numbers, size) if scaled else 0.0
        return max(self._rect.w * PLOT - axis, 1.0) / self._count

    def _apart(self, size: float, slot: float) -> bool:
        """Whether the numbers over neighbours keep apart."""
        if self._kind == "area":
            return True
        if self._kind == "line":
            return self._abreast > 1 or self._widest(self._numbers, size) + BETWEEN <= slot
        each = slot / (self._abreast + GAP / 100)
        room = slot - BETWEEN if self._abreast == 1 else each
        return self._widest(self._numbers, size) <= (each if self._piled() else room)

    def _piled(self) -> bool:
        return self._kind.startswith(PILED)

    def _widest(self, texts: tuple[str, ...], size: float) -> float:
        return max((self._measure(text, size) for text in texts), default=0.0) * AIR

    def _left_out(self) -> str:
        """Years are understood when some are left out; other names are not."""
        return "" if self._counted() and not self._kind.endswith("bar") else "layout/names-left-out"

    def _counted(self) -> bool:
        """Whether names are years, quarters or the like: in time, from left to right."""
        names = self._chart.categories
        return all(len(name) <= COUNTED and any(map(str.isdigit, name)) for name in names)


def findings(slide: Slide, found: Fitting, chart: Chart) -> Iterator[Diagnostic]:
    """What a person should know of how a chart is drawn."""
    if not found.note:
        return
    messages = {
        "layout/one-point": (
            f"its {chart.type} chart has one point and is drawn as a column",
            f"add numbers, or type `type: {found.kind}`",
        ),
        "layout/chart-turned": (
            "the names under its columns don't fit side by side; it is drawn with bars",
            f"type `type: {found.kind}`, or shorten the names",
        ),
        "layout/names-left-out": (
            f"{len(chart.categories)} names don't fit; one in {found.every} is written",
            "leave out or join some, or show them as a table",
        ),
    }
    said, hint = messages[found.note]
    severity: Severity = "warning" if found.note == "layout/names-left-out" else "note"
    message = f"slide `{slide.id}`: {said}"
    yield Diagnostic(found.note, message, slide.at.span, severity, (hint,))
