"""Bodies made of cards: dimensions, options, sum, process, stats, chart.

In: a block. Out: its box. Siblings share size, weight and width.
"""

from __future__ import annotations

import re
from itertools import cycle, islice

from deckgen.compose.boxes import Box, Cell, Flow, Graph, Layers, Mark, Panel, Para, TextBox
from deckgen.compose.paras import box, card, optional, para, plain
from deckgen.outline.model import (
    Chart,
    Dimension,
    Dimensions,
    Option,
    Options,
    Process,
    Series,
    Stat,
    Stats,
    Sum,
    Text,
)

GAP = 16.0
STEP_HEIGHT = 190.0  # of a process block
ROWS = {1: (1,), 2: (2,), 3: (3,), 4: (4,), 5: (3, 2), 6: (3, 3), 7: (4, 3), 8: (4, 4), 9: (5, 4)}
PARTS = ("accent", "cool", "warm", "signal", "muted")


def rows_of(cards: list[Box], gap: float = GAP) -> Box:
    """Cards on a grid: each count has its own arrangement."""
    counts = ROWS.get(len(cards)) or _even(len(cards))
    rows: list[Box] = []
    at = 0
    for count in counts:
        rows.append(Flow("row", tuple(cards[at : at + count]), gap=gap, grow=1))
        at += count
    return rows[0] if len(rows) == 1 else Flow("column", tuple(rows), gap=gap)


def _even(count: int) -> tuple[int, ...]:
    rows = -(-count // 5)
    return tuple(count // rows + (1 if row < count % rows else 0) for row in range(rows))


def dimensions(block: Dimensions) -> tuple[Box, ...]:
    """A card a dimension, its number large; one below the other where the words are long."""
    rows = tuple(_wide_dimension(one, number) for number, one in enumerate(block.items, start=1))
    return _dimension_cards(block), Flow("column", rows, gap=12)


def _wide_dimension(one: Dimension, number: int) -> Box:
    digit = box(
        para(str(number), "numeral"),
        name=f"number-{number}",
        align="left",
        anchor="middle",
        basis=64,
    )
    words = box(
        para(one.name, "name"),
        optional(one.text, "note", before=0.2, colour="muted"),
        name=f"dimension-{number}",
        anchor="middle",
        grow=1,
    )
    return Flow(
        "row",
        (digit, words),
        gap=8,
        panel=Panel("field", "round"),
        pad=(24, 6, 22, 6),
        grow=1,
        name=f"card-{number}",
    )


def _dimension_cards(block: Dimensions) -> Box:
    return rows_of([_dimension(one, number) for number, one in enumerate(block.items, start=1)])


def _dimension(one: Dimension, number: int) -> TextBox:
    return card(
        para(str(number), "numeral"),
        para(one.name, "name", before=0.35),
        optional(one.text, "note", before=0.5, colour="muted"),
        name=f"dimension-{number}",
        grow=1,
    )


def options(block: Options) -> tuple[Box, ...]:
    """Models side by side, or below one another where their words are long."""
    rows = tuple(_wide_option(one, number) for number, one in enumerate(block.items, start=1))
    return _option_columns(block), Flow("column", rows, gap=12)


def _wide_option(one: Option, number: int) -> Box:
    head = box(
        para(one.name, "name", colour="on-cool"),
        name=f"option-{number}",
        fit="option",
        anchor="middle",
        panel=Panel("cool", "rect"),
        pad=(14, 8, 14, 8),
        basis=250,
    )
    digit = box(
        para(str(number), "numeral", colour="on-cool"),
        name=f"number-{number}",
        fit="option",
        anchor="middle",
        align="center",
        panel=Panel("cool", "rect"),
        pad=(8, 0, 0, 0),
        basis=64,
    )
    text = _properties(one, number)
    return Flow("row", (digit, head, text), grow=1, name=f"model-{number}")


def _properties(one: Option, number: int) -> TextBox:
    return box(
        *(
            para(point, "note", bullet="–", indent=0.8, before=0.2 if place else 0.0)
            for place, point in enumerate(one.points)
        ),
        panel=Panel("field", "rect"),
        pad=(20, 10, 16, 10),
        anchor="middle",
        name=f"properties-{number}",
        fit="option",
        grow=1,
    )


def _option_columns(block: Options) -> Box:
    weights = [_load(one) for one in block.items]
    most = max(weights, default=1)
    columns = [
        _option(one, number, 1 + 0.25 * weight / most)
        for number, (one, weight) in enumerate(zip(block.items, weights, strict=True), start=1)
    ]
    return Flow("row", tuple(columns), gap=GAP)


def _load(one: Option) -> int:
    return sum(len(point.plain) for point in one.points) or 1


def _option(one: Option, number: int, grow: float) -> Box:
    head = card(
        para(str(number), "figure", colour="on-cool"),
        para(one.name, "name", before=0.25),
        fill="cool",
        pad=16,
        name=f"option-{number}",
        fit="option",
        anchor="top",
        basis=None,
    )
    text = card(
        *(
            para(point, "note", bullet="–", indent=0.8, before=0.4 if place else 0.0)
            for place, point in enumerate(one.points)
        ),
        fill="field",
        pad=16,
        name=f"properties-{number}",
        grow=1,
    )
    children: tuple[Box, ...] = (head, text) if one.points else (head,)
    return Flow("column", children, grow=grow)


def total(block: Sum) -> Box:
    """Terms as blocks, signs between, the result largest."""
    children: list[Box] = []
    for number, term in enumerate(block.terms, start=1):
        if number > 1:
            children.append(_sign("+"))
        children.append(
            card(
                para(term, "name"),
                fill="field",
                pad=10,
                name=f"term-{number}",
                fit="sum",
                align="center",
                anchor="middle",
                grow=1,
            )
        )
    result = card(
        para(block.result, "name"),
        fill="accent",
        pad=10,
        name="result",
        fit="sum",
        align="center",
        anchor="middle",
        grow=1.25,
    )
    return Flow("row", (*children, _sign("="), result), gap=8)


def _sign(char: str) -> TextBox:
    return box(
        para(char, "name", colour="accent"),
        fit="sign",
        align="center",
        anchor="middle",
        basis=26,
        name="sign",
    )


def process(block: Process) -> Box:
    """One thing becomes the next: blocks with arrows, the last in the accent."""
    children: list[Box] = []
    for number, step in enumerate(block.items, start=1):
        last = number == len(block.items)
        if number > 1:
            arrow = Mark("pointer", fill="accent", basis=52, name="arrow")
            children.append(Flow("column", (arrow,), justify="center", basis=84))
        children.append(
            card(
                para(step, "big"),
                fill="accent" if last else "field",
                name=f"step-{number}",
                fit="process",
                align="center",
                anchor="middle",
                grow=1,
            )
        )
    row = Flow("row", tuple(children), gap=18, basis=STEP_HEIGHT)
    return Flow("column", (row,), justify="optical")


def chart(block: Chart, alt: str) -> Box:
    """A native chart; one highlighted point in the accent, the others quiet."""
    return Graph(block, _chart_colours(block), alt=alt or _told(block), grow=1)


def _chart_colours(block: Chart) -> tuple[str, ...]:
    names = block.categories if len(block.series) == 1 else tuple(one.name for one in block.series)
    if block.highlight:
        return tuple("accent" if name == block.highlight else "line" for name in names)
    if len(block.series) == 1 and block.type not in ("pie", "doughnut"):
        return tuple("cool" for _ in names)
    return tuple(islice(cycle(PARTS), len(names)))


def _told(block: Chart) -> str:
    one = block.series[0] if block.series else Series("", ())
    pairs = zip(block.categories, one.values, strict=False)
    return ", ".join(f"{name} {value:g}{block.unit}" for name, value in pairs if value is not None)


def stats(block: Stats) -> Box:
    """Numbers that matter: parts of a whole with their ring, the others in a row of their own."""
    parts = tuple(stat for stat in block.items if stat.part)
    if len(parts) < 2:
        body = rows_of([_figure(stat, n) for n, stat in enumerate(block.items)], 28)
    else:
        body = _whole(block.items, parts)
    if block.note is None:
        return body
    note = box(para(block.note, "label"), name="note", fit="stats-note")
    return Flow("column", (_growing(body), Mark(fill="line", basis=2, thick=2), note), gap=14)


def _whole(items: tuple[Stat, ...], parts: tuple[Stat, ...]) -> Box:
    """What comes before the parts beside their ring, what comes after in a row below: as told."""
    first, last = items.index(parts[0]), items.index(parts[-1])
    before = tuple(_figure(stat, n) for n, stat in enumerate(items[:first]))
    ring = Flow("row", (_ring(parts), _legend(parts)), gap=28, grow=2)
    top = Flow("row", (*before, ring), gap=28, grow=1.35)
    after = tuple(_fact(stat, n) for n, stat in enumerate(items[last + 1 :]))
    if not after:
        return top
    return Flow("column", (top, Flow("row", after, gap=16, grow=1)), gap=18)


def _growing(body: Box) -> Box:
    return Flow("column", (body,), grow=1)


def _figure(stat: Stat, number: int) -> TextBox:
    return box(
        optional(stat.before, "note"),
        para(stat.value, "figure", before=0.05),
        optional(stat.after, "note", before=0.4),
        name=f"figure-{number}",
        anchor="middle",
        grow=1,
    )


def _ring(parts: tuple[Stat, ...]) -> Box:
    values = tuple(_number(stat.value) for stat in parts)
    names = tuple(
        f"{stat.value.plain} {stat.after.plain if stat.after else ''}".strip() for stat in parts
    )
    chart_ = Chart("doughnut", names, (Series("", values),), "%")
    colours = tuple(islice(cycle(PARTS), len(parts)))
    ring = Graph(chart_, colours, labels=False, alt="; ".join(names))
    return Layers((Cell(ring),), aspect=1, basis=180)


def _legend(parts: tuple[Stat, ...]) -> Box:
    colours = islice(cycle(PARTS), len(parts))
    entries = tuple(
        Flow(
            "row",
            (
                box(
                    para(stat.value, "name", colour=_readable(colour)),
                    name=f"part-{n}",
                    fit="part",
                    anchor="middle",
                    basis=84,
                ),
                box(*_tail(stat), name=f"part-text-{n}", fit="part", anchor="middle", grow=1),
            ),
            grow=1,
        )
        for n, (stat, colour) in enumerate(zip(parts, colours, strict=True))
    )
    return Flow("column", entries, gap=8, grow=1)


def _readable(colour: str) -> str:
    return colour if colour != "signal" else "ink"


def _tail(stat: Stat) -> list[Para]:
    return [para(stat.after or plain(" "), "note")]


def _fact(stat: Stat, number: int) -> TextBox:
    """A number in its sentence, on a quiet card."""
    return card(
        optional(stat.before, "note"),
        para(stat.value, "name", colour="accent"),
        optional(stat.after, "note", before=0.1),
        name=f"fact-{number}",
        fit="fact",
        anchor="middle",
        pad=14,
        grow=1,
    )


def _number(text: Text) -> float:
    found = re.search(r"\d+(?:[.,]\d+)?", text.plain)
    return float(found.group().replace(",", ".")) if found else 0.0
