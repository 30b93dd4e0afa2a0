"""A chart and the key that says what its colours mean.

In: a Chart. Out: its box: the native chart, beside or over texts of the page's own. A chart's own
legend would be a text whose size nobody measured.
"""

from __future__ import annotations

from itertools import chain, cycle, islice

from deckgen.compose.boxes import Box, Cell, Flow, Graph, Layers, Mark, Space
from deckgen.compose.paras import box, para
from deckgen.outline.model import Chart

# Colour roles of parts that are told apart, and of those that only surround the highlighted one.
PARTS = ("accent", "cool", "warm", "signal", "muted")
QUIET = ("line", "muted")
RINGS = ("pie", "doughnut")
SWATCH = 16
# So many parts have room for their number on a line of its own.
TALL_KEY = 5


def chart(block: Chart, alt: str) -> Box:
    """A native chart with its key; `alt` is what the slide calls it."""
    graph = Graph(
        block, _colours(block), labels=block.type not in RINGS, alt=alt or _told(block), grow=1
    )
    if block.type in RINGS:
        ring = Layers((Cell(graph),), aspect=1, grow=1)
        return Flow("row", (ring, _parts(block, graph.colours)), gap=48, grow=1)
    if len(block.series) > 1:
        return Flow("column", (graph, _series(block, graph.colours)), gap=12, grow=1)
    return graph


def _colours(block: Chart) -> tuple[str, ...]:
    ring = block.type in RINGS
    single = ring or len(block.series) == 1
    names = block.categories if single else tuple(one.name for one in block.series)
    if block.highlight:
        quiet = cycle(QUIET if ring or not single else QUIET[:1])
        return tuple("accent" if name == block.highlight else next(quiet) for name in names)
    if single and not ring:
        return tuple("cool" for _ in names)
    return tuple(islice(cycle(PARTS), len(names)))


def _parts(block: Chart, colours: tuple[str, ...]) -> Box:
    """What each part of a ring is and how much, in the order of the clock."""
    entries = [
        Flow("row", (_swatch(colour), _part(block, number)), gap=16, align="center")
        for number, colour in enumerate(colours)
    ]
    return Flow("column", tuple(entries), gap=16, justify="center", grow=1)


def _part(block: Chart, number: int) -> Box:
    name = block.categories[number]
    value = block.series[0].values[number] if len(block.series) == 1 else None
    much = "" if value is None else amount(value, block)
    loud = "accent" if name == block.highlight else ""
    paras = (para(name, "name", colour=loud), para(much, "note")) if much else (para(name, "name"),)
    if len(block.categories) > TALL_KEY:
        paras = (para(f"{name}  {much}".strip(), "note", colour=loud),)
    return box(*paras, name=f"part-{number}", fit="part", anchor="middle", grow=1)


def _series(block: Chart, colours: tuple[str, ...]) -> Box:
    entries = (
        (_swatch(colour), _series_name(one.name, number), Space(basis=SWATCH))
        for number, (one, colour) in enumerate(zip(block.series, colours, strict=False))
    )
    return Flow("row", tuple(chain.from_iterable(entries)), gap=10, align="center")


def _series_name(name: str, number: int) -> Box:
    return box(para(name, "note"), name=f"series-{number}", fit="series", anchor="middle", hug=True)


def _swatch(colour: str) -> Mark:
    return Mark(fill=colour, basis=SWATCH, thick=SWATCH)


def _told(block: Chart) -> str:
    """The chart in words, for whoever can't see it."""
    return "; ".join(
        (f"{one.name}: " if len(block.series) > 1 else "")
        + ", ".join(
            f"{name} {amount(value, block)}"
            for name, value in zip(block.categories, one.values, strict=False)
            if value is not None
        )
        for one in block.series
    )


def amount(value: float, block: Chart) -> str:
    """A number with its unit."""
    return f"{value:g}{block.suffix}"
