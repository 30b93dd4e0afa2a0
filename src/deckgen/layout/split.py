"""A slide that holds too much → the same slide in parts, its title repeated with a count.

In: a slide. Out: ways to divide it, fewest parts first; each part keeps at least two items
and a point never leaves its sub-points. The division balances characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil, inf
from typing import Any

from msgspec.structs import replace

from deckgen.outline.model import (
    Contrast,
    Item,
    Options,
    Pairs,
    Paragraphs,
    Phases,
    Points,
    Run,
    Slide,
    Stats,
    Steps,
    Table,
    Text,
    Timeline,
    Words,
)

MOST = 12  # parts; a slide that needs more is a document
LEAST = 2  # items in a part
PAGE = 12_000  # weight that no page can hold, at whatever size
LINE = 40  # characters that a line is worth, however short its text
FIELDS = {
    Points: "items",
    Steps: "items",
    Paragraphs: "text",
    Pairs: "items",
    Contrast: "items",
    Words: "items",
    Stats: "items",
    Table: "rows",
    Phases: "items",
    Timeline: "items",
    Options: "items",
}


def parts(slide: Slide) -> Iterator[tuple[Slide, ...]]:
    """Ways to divide a slide, from two parts upwards; none when its kind can't be divided."""
    field = FIELDS.get(type(slide.body))
    if field is None:
        return
    items = getattr(slide.body, field)
    most = min(MOST, len(items) // LEAST)
    if most < 2:
        return
    weights = [_weight(item) for item in items]
    least = max(2, ceil(sum(weights) / PAGE))
    if least > most:
        return
    table = _lightest(weights, most)
    for count in range(least, most + 1):
        yield tuple(
            _part(slide, field, items[first:last], number, count)
            for number, (first, last) in enumerate(_cuts(table, count), start=1)
        )


def _weight(item: Any) -> int:
    match item:
        case Text():
            return len(item.plain) + LINE
        case Item():
            return _weight(item.text) + sum(_weight(child) for child in item.children)
        case tuple():
            return sum(_weight(part) for part in item)
        case str() | bool() | None:
            return 0
        case _:
            return sum(
                _weight(getattr(item, name)) for name in item.__struct_fields__ if name != "at"
            )


Row = list[tuple[float, int]]  # for each end: the heaviest part so far, where the last one starts


def _lightest(weights: Sequence[int], most: int) -> list[Row]:
    """For each number of parts and each end the division whose heaviest part is lightest."""
    total = list(accumulate(weights, initial=0))
    rows: list[Row] = [[(0.0, 0)] + [(inf, 0)] * len(weights)]
    for _ in range(most):
        rows.append([_option(rows[-1], total, end) for end in range(len(total))])
    return rows


def _option(before: Row, total: list[int], end: int) -> tuple[float, int]:
    """The best start of a last part that ends here. Parts that are heavy alone end the search."""
    best = (inf, 0)
    for start in range(end - LEAST, -1, -1):
        last = total[end] - total[start]
        if last > best[0]:
            break
        best = min(best, (max(before[start][0], last), start))
    return best


def _cuts(table: list[Row], count: int) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    end = len(table[0]) - 1
    for part in range(count, 0, -1):
        start = table[part][end][1]
        cuts.append((start, end))
        end = start
    return cuts[::-1]


def _part(slide: Slide, field: str, items: tuple[Any, ...], number: int, count: int) -> Slide:
    """What opens a slide stands on its first part, what follows from it on its last."""
    title = slide.title and replace(
        slide.title, runs=(*slide.title.runs, Run(f" ({number}/{count})"))
    )
    part = replace(slide, body=replace(slide.body, **{field: items}), title=title)
    if number > 1:
        part = replace(part, id=f"{slide.id}--{number}", shout=(), links=(), notes=(), minutes=None)
    if number < count:
        part = replace(part, then=(), source=None)
    return part
