"""A chart and the key that says what its colours mean.

In: a Chart. Out: its box: the native chart, beside or over texts of the page's own. A chart's own
legend would be a text whose size nobody measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, cycle, islice
from typing import Literal

from deckgen.base.numerals import Numerals, numerals
from deckgen.compose.boxes import Box, Cell, Flow, Graph, Layers, Mark, Space
from deckgen.compose.paras import box, para
from deckgen.outline.model import Chart

# Colour roles of parts that are told apart; then their tints.
PARTS = ("accent", "cool", "warm", "signal", "muted")
TINTS = ("", ":60", ":35")
QUIET = "muted:35"  # … of bars that only surround the highlighted one
QUIET_DOT = "muted:70"  # … of points and the line through them
# … of parts that do: the strongest and the weakest tint, in per cent; a thin line needs more.
QUIET_TINTS, QUIET_LINES = (50, 20), (80, 45)
Dash = Literal["solid", "dash", "dot"]

RINGS = ("pie", "doughnut")
CLOUDS = ("scatter", "bubble")
SWATCH = 16
# Lines are told apart by more than their colours: two of a look's colours may be equally dark.
DASHES: tuple[Dash, ...] = ("solid", "dash", "dot")
# … and their samples in the key: how many pieces, how long each, points.
SAMPLES: dict[Dash, tuple[int, float]] = {"solid": (1, 34.0), "dash": (2, 14.0), "dot": (4, 5.0)}
THICK = 5.0  # points, of a sample
APART = 5.0  # points between its pieces
# So many parts have room for their number on a line of its own …
TALL_KEY = 5
# … and so many stand below one another.
LONG_KEY = 8


def chart(block: Chart, alt: str, lang: str) -> Box:
    """A native chart with its key; `alt` is what the slide calls it."""
    write = written(block, lang)
    colours = _colours(block)
    told = alt or _told(block, write)
    graph = Graph(block, colours, labels=block.type not in RINGS, alt=told, grow=1, lang=lang)
    if block.type in RINGS:
        ring = Layers((Cell(graph),), aspect=1, grow=1)
        return Flow("row", (ring, _parts(block, colours, write)), gap=48, grow=1)
    if block.type in CLOUDS:
        return _with_axes(block, graph)
    if len(block.series) > 1:
        return Flow("column", (graph, _series(block, colours)), gap=12, grow=1)
    return graph


def written(block: Chart, lang: str) -> Numerals:
    """How a chart's numbers are written."""
    values = (value for one in block.series for value in one.values if value is not None)
    return numerals(values, block.suffix, lang, block.scale)


def _colours(block: Chart) -> tuple[str, ...]:
    ring = block.type in RINGS
    cloud = block.type in CLOUDS
    single = ring or cloud or len(block.series) == 1
    names = block.categories if single else tuple(one.name for one in block.series)
    base = QUIET_DOT if block.type in ("line", "area") or cloud else QUIET
    if block.highlight and single and not ring:
        return tuple("accent" if name == block.highlight else base for name in names)
    if block.highlight:
        tints = QUIET_LINES if block.type == "line" else QUIET_TINTS
        quiet = iter(_quiet(len(names), *tints))
        return tuple("accent" if name == block.highlight else next(quiet) for name in names)
    if single and not ring:
        return tuple("cool" for _ in names)
    return tuple(islice(cycle(role + tint for tint in TINTS for role in PARTS), len(names)))


def _quiet(count: int, first: int, last: int) -> Sequence[str]:
    """Greys that are told apart, from strong to weak."""
    return [f"muted:{round(first + (last - first) * n / max(count - 1, 1))}" for n in range(count)]


def _with_axes(block: Chart, graph: Graph) -> Box:
    """What is counted upwards over the chart, what is counted across below its end."""
    across, up = axis_names(block)
    top = [box(para(f"↑ {up}", "note", colour="muted"), name="axis-y", fit="axis")] if up else []
    words = para(f"{across} →", "note", colour="muted")
    low = [box(words, name="axis-x", fit="axis", align="right")] if across else []
    return Flow("column", (*top, graph, *low), gap=4, grow=1)


def axis_names(block: Chart) -> tuple[str, str]:
    """What a scatter chart counts: as said, else as its columns are called."""
    names = [one.name for one in block.series] + ["", ""]
    return block.x or names[0], block.y or names[1]


def _parts(block: Chart, colours: tuple[str, ...], write: Numerals) -> Box:
    """What each part of a ring is and how much, in the order of the clock."""
    tall = len(colours) <= TALL_KEY
    entries = [
        Flow("row", (_swatch(colour), _part(block, number, write)), gap=16, align="center")
        for number, colour in enumerate(colours)
    ]
    if len(entries) <= LONG_KEY:
        return Flow("column", tuple(entries), gap=16 if tall else 8, justify="center", grow=1)
    half = -(-len(entries) // 2)
    columns = (entries[:half], entries[half:])
    sides = (Flow("column", tuple(one), gap=4, justify="center", grow=1) for one in columns)
    return Flow("row", tuple(sides), gap=20, grow=1.5)


def _part(block: Chart, number: int, write: Numerals) -> Box:
    name = block.categories[number]
    value = block.series[0].values[number] if len(block.series) == 1 else None
    much = "" if value is None else write.short(value)
    loud = "accent" if name == block.highlight else ""
    paras = (para(name, "name", colour=loud), para(much, "note")) if much else (para(name, "name"),)
    if len(block.categories) > TALL_KEY:
        paras = (para(f"{name}  {much}".strip(), "note", colour=loud),)
    return box(*paras, name=f"part-{number}", fit="part", anchor="middle", grow=1)


def _series(block: Chart, colours: tuple[str, ...]) -> Box:
    entries = (
        (_sample(block, number, colour), _series_name(one.name, number), Space(basis=SWATCH))
        for number, (one, colour) in enumerate(zip(block.series, colours, strict=False))
    )
    return Flow("row", tuple(chain.from_iterable(entries)), gap=10, align="center")


def _series_name(name: str, number: int) -> Box:
    return box(para(name, "note"), name=f"series-{number}", fit="series", anchor="middle", hug=True)


def _swatch(colour: str) -> Mark:
    return Mark(fill=colour, basis=SWATCH, thick=SWATCH)


def dash(block: Chart, number: int) -> Dash:
    """How a line chart's line is drawn; beside a lit one the others are quiet instead."""
    alone = len(block.series) == 1 or block.highlight
    return "solid" if alone else DASHES[number % len(DASHES)]


def _sample(block: Chart, number: int, colour: str) -> Box:
    """What a series looks like in the chart: a piece of its line, else its colour."""
    if block.type != "line":
        return _swatch(colour)
    count, long = SAMPLES[dash(block, number)]
    pieces = tuple(Mark(fill=colour, basis=long, thick=THICK) for _ in range(count))
    wide = count * long + (count - 1) * APART
    return Flow("row", pieces, gap=APART, align="center", basis=wide)


def _told(block: Chart, write: Numerals) -> str:
    """The chart in words, for whoever can't see it."""
    if block.type in CLOUDS:
        return _places(block, write)
    return "; ".join(
        (f"{one.name}: " if len(block.series) > 1 else "")
        + ", ".join(
            f"{name} {write.short(value)}"
            for name, value in zip(block.categories, one.values, strict=False)
            if value is not None
        )
        for one in block.series
    )


def _places(block: Chart, write: Numerals) -> str:
    """Each point with its numbers, after what they count."""
    heads = " × ".join(name for name in axis_names(block) if name)
    rows = zip(*(one.values for one in block.series), strict=True)
    points = (
        f"{name} " + " × ".join(write.short(value) for value in row if value is not None)
        for name, row in zip(block.categories, rows, strict=bool(block.series))
    )
    return (f"{heads}: " if heads else "") + ", ".join(points)
