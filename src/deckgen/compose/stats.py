"""Numbers as pictures: charts, numbers that matter, parts of a whole.

In: a Chart or Stats. Out: its box.
"""

from __future__ import annotations

import re
from itertools import cycle, islice

from msgspec.structs import replace

from deckgen.compose.boxes import Box, Cell, Flow, Graph, Layers, Mark, TextBox
from deckgen.compose.cards import shares
from deckgen.compose.charts import PARTS, chart
from deckgen.compose.icons import MIDDLE, before, over
from deckgen.compose.paras import box, optional, para, plain
from deckgen.outline.model import Chart, Series, Stat, Stats, Text

Counted = Chart | Stats

SHORT = 10  # letters of a value that never breaks


def counted(block: Counted, alt: str, lang: str) -> Box:
    """The numbers of a block; `alt` is what the slide calls its chart."""
    return chart(block, alt, lang) if isinstance(block, Chart) else stats(block)


def stats(block: Stats) -> Box:
    """Numbers that matter: parts of a whole with their ring, the others in a row of their own."""
    parts = tuple(stat for stat in block.items if stat.part)
    body = _ranks(block.items) if len(parts) < 2 else _whole(block.items, parts)
    if block.note is None:
        return body
    note = box(para(block.note, "note", colour="muted"), name="note")
    return Flow("column", (_growing(body), Mark(fill="line", basis=2, thick=2), note), gap=14)


def _whole(items: tuple[Stat, ...], parts: tuple[Stat, ...]) -> Box:
    """What comes before the parts beside their ring, what comes after in a row below: as told."""
    first, last = items.index(parts[0]), items.index(parts[-1])
    before = tuple(_figure(stat, n) for n, stat in enumerate(items[:first]))
    ring = Flow("row", (_ring(parts), _legend(parts)), gap=28, grow=2.5)
    top = Flow("row", (*before, ring), gap=28, grow=1.35)
    rest = items[last + 1 :]
    if not rest:
        return top
    facts = tuple(_fact(stat, n, rest) for n, stat in enumerate(rest))
    return Flow("column", (top, Flow("row", facts, gap=28, tracks=True)), gap=18)


def _ranks(items: tuple[Stat, ...]) -> Box:
    """Numbers in rows; those of a row stand on one line, whatever is said above and below them."""
    rows: list[Box] = []
    for count in shares(len(items)):
        at = sum(len(row.children) for row in rows if isinstance(row, Flow))
        row = items[at : at + count]
        columns = tuple(_column(stat, at + n, row) for n, stat in enumerate(row))
        rows.append(Flow("row", columns, gap=28, tracks=True))
    return Flow("column", tuple(rows), gap=24, justify="spread" if len(rows) > 1 else "optical")


def _column(stat: Stat, number: int, row: tuple[Stat, ...]) -> Flow:
    """A number with a rule above it: what precedes it, itself, what follows, each a track."""
    said = box(optional(stat.before, "label"), name=f"before-{number}", anchor="bottom")
    above: list[Box] = [Mark(fill="line", basis=4, name="rule")]
    above += [over(stat.icon, MIDDLE)] if any(one.icon for one in row) else []
    above += [said] if any(one.before for one in row) else []
    value = box(para(_glued(stat.value), "figure"), name=f"figure-{number}", anchor="bottom")
    after = box(optional(stat.after, "lead"), name=f"after-{number}", fit="stat")
    return Flow("column", (*above, value, after), gap=10, grow=1)


def _growing(body: Box) -> Box:
    return replace(body, grow=1) if isinstance(body, Flow) else Flow("column", (body,), grow=1)


def _figure(stat: Stat, number: int) -> Box:
    words = _words(stat, number)
    if not stat.icon:
        return words
    children = (over(stat.icon, MIDDLE), replace(words, grow=0, anchor="top"))
    return Flow("column", children, gap=14, justify="center", grow=1, name=f"stat-{number}")


def _words(stat: Stat, number: int) -> TextBox:
    return box(
        optional(stat.before, "note"),
        para(_glued(stat.value), "figure", before=0.05),
        optional(stat.after, "note", before=0.4),
        name=f"figure-{number}",
        anchor="middle",
        grow=1,
    )


def _glued(value: Text) -> Text:
    """A short value stays on one line: nine in ten is one thing."""
    if len(value.plain) > SHORT:
        return value
    runs = tuple(replace(run, text=run.text.replace(" ", "\u00a0")) for run in value.runs)
    return replace(value, runs=runs)


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
    iconed = any(stat.icon for stat in parts)
    entries = tuple(
        Flow(
            "row",
            (
                *((before(stat.icon, colour),) if iconed else ()),
                box(
                    para(stat.value, "name", colour=_readable(colour)),
                    name=f"part-{n}",
                    fit="part",
                    anchor="middle",
                    basis=84,
                ),
                box(
                    para(stat.after or plain(" "), "note"),
                    name=f"part-text-{n}",
                    fit="part",
                    anchor="middle",
                    grow=1,
                ),
            ),
            grow=1,
        )
        for n, (stat, colour) in enumerate(zip(parts, colours, strict=True))
    )
    return Flow("column", entries, gap=8, grow=1)


def _readable(colour: str) -> str:
    return colour if colour != "signal" else "ink"


def _fact(stat: Stat, number: int, row: tuple[Stat, ...]) -> Flow:
    """A number in its sentence, under a rule; all numbers of a row stand on one line."""
    said = box(optional(stat.before, "note"), name=f"before-{number}", fit="fact", anchor="bottom")
    value = box(
        para(_glued(stat.value), "name", colour="accent"), name=f"value-{number}", fit="fact"
    )
    after = box(optional(stat.after, "note"), name=f"fact-{number}", fit="fact")
    above: list[Box] = [Mark(fill="line", basis=2, name="rule")]
    above += [over(stat.icon, MIDDLE)] if any(one.icon for one in row) else []
    above += [said] if any(one.before for one in row) else []
    return Flow("column", (*above, value, after), gap=6, grow=1)


def _number(text: Text) -> float:
    found = re.search(r"\d+(?:[.,]\d+)?", text.plain)
    return float(found.group().replace(",", ".")) if found else 0.0
