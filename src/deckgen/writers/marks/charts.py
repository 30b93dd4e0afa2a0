"""A chart → its outlines and labels, as PowerPoint draws what the .pptx says.

In: a Chart, and how wide a text is. Out: marks, back to front. Where the .pptx leaves something
to the program (the extent of the plot, the scale of an axis), Office's own rules stand here. Not
here: any decision about colours, kinds or numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.base.numerals import Numerals, numerals
from deckgen.base.units import EMU_PER_POINT
from deckgen.layout.forms import box, disc
from deckgen.scene.model import Chart, Colour, Series, Stroke, TextStyle
from deckgen.writers.marks.clouds import cloud
from deckgen.writers.marks.model import Command, Label, Mark, Measure, Outline
from deckgen.writers.marks.rings import ring
from deckgen.writers.marks.scales import Scale, scale

EDGE = 0.02  # share of the frame that stays free on each side
SEAM = 19_050  # EMU of paper between segments
LINE, DOT = 38_100, 4.0  # a line's width in EMU, a marker's radius in points
LOUD_DOT = 6.5  # … of the one that matters
RULE = 12_700  # EMU of the line that bars stand on
CLEAR = 3.0  # points between a bar and its label
CENTRE = 0.35  # from the middle of a line of text to its baseline, in sizes


def chart(item: Chart, measure: Measure) -> tuple[Mark, ...]:
    """Everything that is drawn of a chart."""
    frame = Rect(*(side / EMU_PER_POINT for side in _sides(item)))
    values = [value for series in item.series for value in series.values if value is not None]
    if not values:
        return ()
    if item.kind in ("scatter", "bubble"):
        return tuple(cloud(item, frame, measure))
    write = numerals(values, item.unit, item.lang, item.scale)
    if item.kind in ("pie", "doughnut"):
        return tuple(ring(item, frame, write.label))
    plot = _Plot(item, frame, write, measure)
    if item.kind == "area":
        return tuple(plot.areas())
    return tuple(plot.lines() if item.kind == "line" else plot.bars())


def _sides(item: Chart) -> tuple[int, int, int, int]:
    return item.frame.x, item.frame.y, item.frame.cx, item.frame.cy


class _Plot:
    """Bars, columns and lines: what has two axes."""

    def __init__(self, item: Chart, frame: Rect, write: Numerals, measure: Measure) -> None:
        self._item = item
        self._write = write
        self._measure = measure
        self._lying = item.kind.endswith("bar")
        self._shared = item.kind.startswith("percent")
        self._stacked = self._shared or item.kind.startswith("stacked") or item.kind == "area"
        self._scale = self._value_scale()
        self._area = self._plot_area(frame)

    def _value_scale(self) -> Scale:
        rows = list(zip(*(series.values for series in self._item.series), strict=False))
        if self._shared:
            return Scale(0.0, 1.0, 0.1)
        if self._stacked:
            sums = [sum(v for v in row if v is not None) for row in rows]
            return scale(min(0.0, *sums), max(0.0, *sums), True)
        values = [v for row in rows for v in row if v is not None]
        return scale(min(values), max(values), self._item.kind != "line")

    def _plot_area(self, frame: Rect) -> Rect:
        """The frame without its edge and without what the axes need for their labels."""
        edge_x, edge_y = frame.w * EDGE, frame.h * EDGE
        area = frame.inset(edge_x, edge_y, edge_x, edge_y)
        style = self._item.labels
        if style is None:
            return area
        line = style.size / 100 * 1.2
        ticks = [self._write.tick(value) for value in self._scale.ticks()]
        across = self._item.categories if self._lying else ticks if self._item.axes else ()
        wide = max((self._measure(text, style) for text in across), default=-CLEAR) + CLEAR
        below = line if not self._lying or self._item.axes else 0.0
        return area.inset(wide, 0, 0, below)

    def _point(self, along: float, share: float) -> tuple[float, float]:
        """From the category axis (0 to 1) and the value axis (0 to 1) to the page."""
        area = self._area
        if self._lying:
            return area.x + share * area.w, area.y + along * area.h
        return area.x + along * area.w, area.bottom - share * area.h

    def bars(self) -> Iterator[Mark]:
        """Bars in clusters or in stacks, then their labels, then the axes'."""
        item, zero = self._item, self._scale.share(0.0)
        count = 1 if self._stacked else len(item.series)
        cluster = 1 / len(item.categories)
        gap = item.gap / 100
        thick = cluster / (count + gap)
        labels: list[Label] = []
        for place in range(len(item.categories)):
            start = place * cluster + thick * gap / 2
            ends = [zero, zero]  # of the stack: up, down
            whole = self._whole(place)
            for number, series in enumerate(item.series):
                value = series.values[place]
                if value is None:
                    continue
                base = ends[value < 0] if self._stacked else zero
                tip = base + self._scale.share(value / whole) - zero
                ends[value < 0] = tip
                at = start if self._stacked else start + number * thick
                yield self._bar((at, thick), (base, tip), _colour(series, place))
                if series.labelled:
                    said = (value, series.inks[place] if series.inks else series.ink)
                    labels += self._bar_label(said, at + thick / 2, base, tip)
        yield from self._base_line(zero)
        yield from labels
        yield from self._axes()

    def _base_line(self, zero: float) -> Iterator[Outline]:
        """The line between what is above zero and what is below."""
        if self._item.rule:
            ends = (("M", *self._point(0, zero)), ("L", *self._point(1, zero)))
            yield Outline(ends, stroke=Stroke(self._item.rule, RULE))

    def _whole(self, place: int) -> float:
        """What a category's values are parts of, where they are drawn as parts."""
        if not self._shared:
            return 1.0
        return sum(abs(series.values[place] or 0.0) for series in self._item.series) or 1.0

    def areas(self) -> Iterator[Mark]:
        """A field a series, each on the one before it; a gap counts as nothing."""
        count = len(self._item.categories)
        floor = [self._scale.share(0.0)] * count
        for series in self._item.series:
            low = list(floor)
            for place, value in enumerate(series.values):
                floor[place] += self._scale.share(value or 0.0) - self._scale.share(0.0)
            upper = [self._point((n + 0.5) / count, share) for n, share in enumerate(floor)]
            lower = [self._point((n + 0.5) / count, share) for n, share in enumerate(low)]
            first, *rest = [*upper, *lower[::-1]]
            drawn = [("M", *first), *(("L", *point) for point in rest), ("Z",)]
            yield Outline(tuple(drawn), series.tone or series.colours[0], seam(self._item))
        yield from self._axes()

    def _bar(self, at: tuple[float, float], ends: tuple[float, float], colour: Colour) -> Outline:
        x1, y1 = self._point(at[0], min(ends))
        x2, y2 = self._point(at[0] + at[1], max(ends))
        corners = box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        return Outline(tuple(corners), colour, seam(self._item))

    def _bar_label(
        self, said: tuple[float, Colour | None], along: float, base: float, tip: float
    ) -> Iterator[Label]:
        style, (value, ink) = self._item.labels, said
        if style is None:
            return
        size, text = style.size / 100, self._write.label(value)
        if self._stacked:
            x, y = self._point(along, (base + tip) / 2)
            on = replace(style, colour=ink) if ink else style
            yield Label(text, x, y + CENTRE * size, "center", on)
            return
        x, y = self._point(along, tip)
        below = value < 0
        if self._lying:
            side = -CLEAR if below else CLEAR
            yield Label(text, x + side, y + CENTRE * size, "right" if below else "left", style)
        else:
            yield Label(text, x, y + size if below else y - CLEAR, "center", style)

    def lines(self) -> Iterator[Mark]:
        """A line a series, broken at missing values, a dot at each value; then labels."""
        step = 1 / len(self._item.categories)
        labels: list[Label] = []
        for series in self._item.series:
            points = [
                None if value is None else self._point((n + 0.5) * step, self._scale.share(value))
                for n, value in enumerate(series.values)
            ]
            yield from _curve(points, series)
            labels += self._line_labels(series, points)
        yield from labels
        yield from self._axes()

    def _line_labels(
        self, series: Series, points: list[tuple[float, float] | None]
    ) -> Iterator[Label]:
        style = self._item.labels
        if style is None or not series.labelled:
            return
        for value, point in zip(series.values, points, strict=True):
            if value is not None and point is not None:
                y = point[1] - LOUD_DOT - CLEAR
                yield Label(self._write.label(value), point[0], y, "center", style)

    def _axes(self) -> Iterator[Label]:
        style = self._item.labels
        if style is None:
            return
        size, count = style.size / 100, len(self._item.categories)
        for n in range(0, count, self._item.every):
            name = self._item.categories[n]
            yield self._axis_label(name, self._point((n + 0.5) / count, 0), style, self._lying)
        if self._item.axes:
            for value in self._scale.ticks():
                x, y = self._point(1.0 if self._lying else 0.0, self._scale.share(value))
                place = (x, y + size * 0.1) if self._lying else (x, y)
                yield self._axis_label(self._write.tick(value), place, style, not self._lying)

    def _axis_label(
        self, text: str, at: tuple[float, float], style: TextStyle, beside: bool
    ) -> Label:
        size = style.size / 100
        if beside:
            return Label(text, at[0] - CLEAR, at[1] + CENTRE * size, "right", style)
        return Label(text, at[0], at[1] + size, "center", style)


def _curve(points: list[tuple[float, float] | None], series: Series) -> Iterator[Outline]:
    """A line, then its dots: those of a colour together, in the order of the points."""
    drawn: list[Command] = []
    dots: dict[Colour, list[Command]] = {}
    colour = series.tone or series.colours[0]
    fresh = True
    for place, point in enumerate(points):
        if point is not None:
            drawn.append(("M" if fresh else "L", *point))
            own = _colour(series, place)
            dots.setdefault(own, []).extend(disc(*point, DOT if own == colour else LOUD_DOT))
        fresh = point is None
    # Round ends would fill the gaps between dots.
    stroke = Stroke(colour, LINE, series.dash)
    yield Outline(tuple(drawn), stroke=stroke, round=series.dash == "solid")
    for own, commands in dots.items():
        yield Outline(tuple(commands), own)


def _colour(series: Series, place: int) -> Colour:
    return series.colours[place if len(series.colours) > 1 else 0]


def seam(item: Chart) -> Stroke | None:
    """The line of paper between segments."""
    return Stroke(item.paper, SEAM) if item.paper else None
