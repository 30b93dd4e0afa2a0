"""A Graph box → the Scene's chart: colours, labels, axes.

In: a Graph, its frame, a page's Setting. Out: a Scene chart. Nothing is placed here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from deckgen.base.geometry import Rect
from deckgen.base.units import EMU_PER_POINT
from deckgen.compose.boxes import Graph
from deckgen.compose.charts import dash
from deckgen.layout import labels
from deckgen.layout.gauge import Gauge
from deckgen.layout.labels import Fitting, Measure
from deckgen.layout.paint import Paint
from deckgen.layout.setting import Setting
from deckgen.outline.model import Chart
from deckgen.scene import model as scene
from deckgen.text.model import FaceKey, Span

RINGS = ("pie", "doughnut")
CLOUDS = ("scatter", "bubble")
STACKS = ("stacked", "percent")


def graph(box: Graph, frame: scene.Box, setting: Setting, name: str) -> scene.Chart:
    """The Scene's chart."""
    chart, paint = box.chart, setting.paint
    sides = (frame.x, frame.y, frame.cx, frame.cy)
    fit = fitted(box, Rect(*(side / EMU_PER_POINT for side in sides)), setting.gauge)
    cloud = fit.kind in CLOUDS
    return scene.Chart(
        name,
        "Chart",
        frame,
        cast(scene.ChartKind, fit.kind),
        chart.categories,
        tuple(_series(box, number, paint, fit) for number in range(len(chart.series))),
        paint.style("caption", fit.size, "ink", 0) if box.labels else None,
        chart.suffix,
        paint.colour("paper"),
        axes=box.labels and (cloud or _scaled(chart, fit)),
        alt=box.alt,
        lang=box.lang or setting.lang,
        scale=chart.scale,
        every=fit.every,
        gap=labels.GAPS.get(len(chart.categories), labels.GAP),
        rule=paint.colour("line") if cloud or _below_zero(chart) else None,
        named=_named(chart) if cloud else (),
    )


def fitted(box: Graph, rect: Rect, gauge: Gauge) -> Fitting:
    """How the chart is written in its frame."""
    return labels.fitting(box, rect, _measure(gauge))


def _measure(gauge: Gauge) -> Measure:
    role = gauge.role("caption")
    face = FaceKey(getattr(gauge.template.fonts, role.font), role.bold, role.italic)
    ems = lru_cache(maxsize=None)(lambda text: gauge.typesetter.prepare((Span(text, face),)).total)
    return lambda text, size: float(ems(text)) * size


def _below_zero(chart: Chart) -> bool:
    """Whether bars leave their line in both directions."""
    values = (value for one in chart.series for value in one.values if value is not None)
    return chart.type not in RINGS and min(values, default=0.0) < 0


def _named(chart: Chart) -> tuple[int, ...]:
    """All points where they are few, else the one that matters."""
    whole = len(chart.categories) <= labels.CLOUD
    names = enumerate(chart.categories)
    return tuple(n for n, name in names if whole or name == chart.highlight)


def _scaled(chart: Chart, fit: Fitting) -> bool:
    """A bar says its own value; a scale beside it would say it twice. So would one of shares."""
    if fit.kind.startswith("percent"):
        return False
    alone = len(chart.series) == 1
    loose = fit.kind == "area" or fit.kind.startswith("stacked")
    return loose or not fit.numbers or (fit.kind == "line" and not alone)


def _series(box: Graph, number: int, paint: Paint, fit: Fitting) -> scene.Series:
    chart = box.chart
    one = chart.series[number]
    stacked = fit.kind.startswith(STACKS) and box.colours
    alone = len(chart.series) == 1
    ink = paint.over(box.colours[number % len(box.colours)]) if stacked else None
    inks = tuple(paint.over(role) for role in box.colours) if stacked and alone else ()
    # Where lines cross, their labels would too; the axis says how much it is.
    crossing = fit.kind == "line" and not alone and one.name != chart.highlight
    tone = _tone(chart, paint) if fit.kind in ("line", "area") and alone else None
    written = fit.numbers and not crossing
    name = one.name or _axis(chart, number)
    colours = _colours(box, number, paint)
    drawn = dash(chart, number) if fit.kind == "line" else "solid"
    return scene.Series(name, one.values, colours, ink, written, inks, tone, drawn)


def _tone(chart: Chart, paint: Paint) -> scene.Colour:
    """The colour of a line by itself: quiet where one of its points is loud."""
    loud = chart.type == "line" and chart.highlight in chart.categories
    return paint.colour("muted:70" if loud else "cool")


def _axis(chart: Chart, number: int) -> str:
    """What a column of a scatter chart's numbers is called."""
    if chart.type not in CLOUDS:
        return ""
    names = (chart.x or "x", chart.y or "y", "size")
    return names[number] if number < len(names) else ""


def _colours(box: Graph, number: int, paint: Paint) -> tuple[scene.Colour, ...]:
    """One series: a colour for each point, so that one can be lit; several: one for each series."""
    colours = tuple(paint.colour(role) for role in box.colours)
    if box.chart.type in (*RINGS, *CLOUDS) or len(box.chart.series) == 1:
        return colours
    return (colours[number % len(colours)],)
