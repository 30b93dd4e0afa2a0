"""Charts → rings, bars and lines, with their labels.

In: a Chart. Out: SVG in its frame. A chart is the one item whose inside the office programs
lay out by themselves, so places here follow their habits, not a measure. Numbers are
written as the .pptx writes them. Not here: the plane of axes (plot).
"""

from __future__ import annotations

from itertools import accumulate
from math import cos, pi, sin

from msgspec.structs import replace

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Chart, Colour, Series
from deckgen.writers.svg import look
from deckgen.writers.svg.geometry import Point
from deckgen.writers.svg.markup import short, text
from deckgen.writers.svg.plot import Plot, number, tick_name

_EDGE = 1.5  # points of paper between segments
_HOLE = 0.62
_RING = 0.96  # of the frame's shorter side
_LINE, _DOT = 3.0, 4.0  # weight of a line, radius of its points
_OUT = 0.35  # ems between a bar's end and its number
_SEAT = 0.35  # from the middle of a line of text down to its baseline, in ems


def chart(item: Chart) -> str:
    """The whole chart."""
    if not item.categories or not item.series:
        return ""
    if item.kind in ("pie", "doughnut"):
        return _ring(item)
    plot = Plot(item)
    drawn = _lines(item, plot) if item.kind == "line" else _bars(item, plot)
    return drawn + _axes(item, plot)


def _ring(item: Chart) -> str:
    frame, series = item.frame, item.series[0]
    middle = ((frame.x + frame.cx / 2) / EMU_PER_POINT, (frame.y + frame.cy / 2) / EMU_PER_POINT)
    radius = min(frame.cx, frame.cy) / EMU_PER_POINT / 2 * _RING
    inner = radius * _HOLE if item.kind == "doughnut" else 0.0
    values = [max(value or 0.0, 0.0) for value in series.values]
    total = sum(values) or 1.0
    turns = [2 * pi * part / total for part in accumulate(values, initial=0.0)]
    edge = _edge(item.paper)
    segments, labels = [], []
    for n, (value, start, end) in enumerate(zip(values, turns, turns[1:], strict=False)):
        if value:
            shape = _segment(middle, (inner, radius), (start, end))
            colour = series.colours[n % len(series.colours)]
            segments.append(f'<path d="{shape}"{look.fill(colour)}{edge}/>')
            at = _at(middle, _label_radius(inner, radius), (start + end) / 2)
            labels.append(label(item, number(value, item), at))
    return "".join(segments + labels)


def _label_radius(inner: float, radius: float) -> float:
    return (inner + radius) / 2 if inner else radius * 0.8


def _at(middle: Point, radius: float, turn: float) -> Point:
    """A point on a circle; turns count clockwise from the top."""
    return middle[0] + radius * sin(turn), middle[1] - radius * cos(turn)


def _segment(middle: Point, radii: tuple[float, float], turns: tuple[float, float]) -> str:
    inner, outer = radii
    start, end = turns[0], min(turns[1], turns[0] + 2 * pi - 1e-4)  # no arc closes upon itself
    large = int(end - start > pi)
    out = _arc(outer, large, 1, _at(middle, outer, end))
    first = _point(_at(middle, outer, start))
    if not inner:
        return f"M{_point(middle)}L{first}{out}Z"
    back = _arc(inner, large, 0, _at(middle, inner, start))
    return f"M{first}{out}L{_point(_at(middle, inner, end))}{back}Z"


def _arc(radius: float, large: int, sweep: int, to: Point) -> str:
    return f"A{short(radius)} {short(radius)} 0 {large} {sweep} {_point(to)}"


def _point(at: Point) -> str:
    return f"{short(at[0])} {short(at[1])}"


def _edge(paper: Colour | None) -> str:
    return f' stroke="#{paper.rgb}" stroke-width="{short(_EDGE)}"' if paper else ""


def label(
    item: Chart, words: str, at: Point, anchor: str = "middle", ink: Colour | None = None
) -> str:
    """Text around a point, in the chart's one style; `ink` where it stands on a colour."""
    if item.labels is None:
        return ""
    style = replace(item.labels, colour=ink) if ink else item.labels
    drop = style.size / 100 * _SEAT
    place = f' x="{short(at[0])}" y="{short(at[1] + drop)}" text-anchor="{anchor}"'
    return f"<text{place}{look.characters(style)}>{text(words)}</text>"


def _bars(item: Chart, plot: Plot) -> str:
    edge = _edge(item.paper)
    bars, labels = [], []
    for n in range(len(item.categories)):
        for k, base, value in _stack(item, n):
            box = plot.bar(n, k, base, value)
            colour = _colour(item.series[k], n)
            bars.append(f"<rect{_box(box)}{look.fill(colour)}{edge}/>")
            labels.append(_bar_label(item, plot, (value, item.series[k].ink), box))
    return "".join(bars + labels)


def _stack(item: Chart, category: int) -> list[tuple[int, float, float]]:
    """Series, foot and value of each bar of a category; in a stack each stands on the last."""
    found, foot = [], 0.0
    for k, series in enumerate(item.series):
        value = series.values[category] if category < len(series.values) else None
        if value is not None:
            found.append((k, foot, value))
            foot += value if item.kind.startswith("stacked") else 0.0
    return found


def _colour(series: Series, point: int) -> Colour:
    return series.colours[point % len(series.colours)]


def _box(box: tuple[float, float, float, float]) -> str:
    names = ("x", "y", "width", "height")
    return "".join([f' {n}="{short(v)}"' for n, v in zip(names, box, strict=True)])


def _bar_label(
    item: Chart,
    plot: Plot,
    said: tuple[float, Colour | None],
    box: tuple[float, float, float, float],
) -> str:
    """Behind a bar's end; in a stack in the middle of its part."""
    if item.labels is None:
        return ""
    x, y, w, h = box
    words, em = number(said[0], item), item.labels.size / 100
    if item.kind.startswith("stacked"):
        return label(item, words, (x + w / 2, y + h / 2), ink=said[1])
    if plot.across:
        return label(item, words, (x + w + em * _OUT, y + h / 2), "start")
    return label(item, words, (x + w / 2, y - em * (_OUT + 0.25)))


def _lines(item: Chart, plot: Plot) -> str:
    drawn, labels = [], []
    for series in item.series:
        points = [
            plot.point(n, value) if value is not None else None
            for n, value in enumerate(series.values)
        ]
        colour = series.colours[0]
        drawn.append(_line(points, colour))
        for value, at in zip(series.values, points, strict=True):
            if at is not None and value is not None:
                dot = f'cx="{short(at[0])}" cy="{short(at[1])}" r="{short(_DOT)}"'
                drawn.append(f"<circle {dot}{look.fill(colour)}/>")
                labels.append(_over(item, number(value, item), at))
    return "".join(drawn + labels)


def _over(item: Chart, words: str, at: Point) -> str:
    """A label above its point of a line."""
    em = item.labels.size / 100 if item.labels else 0.0
    return label(item, words, (at[0], at[1] - _DOT - em * (_OUT + 0.25)))


def _line(points: list[Point | None], colour: Colour) -> str:
    """A gap in the data is a gap in the line."""
    steps, pen = [], "M"
    for at in points:
        if at is not None:
            steps.append(pen + _point(at))
        pen = "M" if at is None else "L"
    return (
        f'<path d="{"".join(steps)}" fill="none" stroke="#{colour.rgb}"'
        f' stroke-width="{short(_LINE)}" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _axes(item: Chart, plot: Plot) -> str:
    if item.labels is None:
        return ""
    em = item.labels.size / 100
    names = []
    for n, category in enumerate(item.categories):
        at, anchor = plot.category(n, em)
        names.append(label(item, category, at, anchor))
    ticks = plot.ticks() if item.axes else []
    for value in ticks:
        at, anchor = plot.tick(value, em)
        names.append(label(item, tick_name(value, item), at, anchor))
    return "".join(names)
