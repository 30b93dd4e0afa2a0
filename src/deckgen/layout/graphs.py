"""A Graph box → the Scene's chart: colours, labels, axes.

In: a Graph, its frame, a Paint. Out: a Scene chart. Nothing is placed here.
"""

from __future__ import annotations

from typing import cast

from deckgen.compose.boxes import Graph
from deckgen.layout.paint import Paint
from deckgen.outline.model import Chart
from deckgen.scene import model as scene

LABEL = 20  # points; what bars are called, and their values
RINGS = ("pie", "doughnut")
STACKS = ("stacked", "percent")


def graph(box: Graph, frame: scene.Box, paint: Paint, name: str) -> scene.Chart:
    """The Scene's chart."""
    chart = box.chart
    return scene.Chart(
        name,
        "Chart",
        frame,
        cast(scene.ChartKind, chart.type),
        chart.categories,
        tuple(_series(box, number, paint) for number in range(len(chart.series))),
        paint.style("caption", LABEL, "ink", 0) if box.labels else None,
        chart.suffix,
        paint.colour("paper"),
        axes=box.labels and _scaled(chart),
        alt=box.alt,
    )


def _scaled(chart: Chart) -> bool:
    """A bar says its own value; a scale beside it would say it twice. So would one of shares."""
    return chart.type in ("line", "area") or chart.type.startswith("stacked")


def _series(box: Graph, number: int, paint: Paint) -> scene.Series:
    chart = box.chart
    one = chart.series[number]
    stacked = chart.type.startswith(STACKS) and box.colours
    ink = paint.over(box.colours[number % len(box.colours)]) if stacked else None
    # Where lines cross, their labels would too; the axis says how much it is.
    labelled = chart.type != "line" or len(chart.series) == 1 or one.name == chart.highlight
    return scene.Series(one.name, one.values, _colours(box, number, paint), ink, labelled)


def _colours(box: Graph, number: int, paint: Paint) -> tuple[scene.Colour, ...]:
    """One series: a colour for each point, so that one can be lit; several: one for each series."""
    colours = tuple(paint.colour(role) for role in box.colours)
    if box.chart.type in RINGS or len(box.chart.series) == 1:
        return colours
    return (colours[number % len(colours)],)
