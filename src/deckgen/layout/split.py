"""A slide that holds too much → the same slide in parts, its title repeated with a count.

In: a slide. Out: ways to divide it, fewest parts first; each part keeps at least two items
and a point never leaves its sub-points. The division balances characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    for count in range(2, min(MOST, len(items) // 2 or 1) + 1):
        cuts = _balanced([_weight(item) for item in items], count)
        yield tuple(
            _part(slide, field, items[first:last], number, count)
            for number, (first, last) in enumerate(cuts, start=1)
        )


def _weight(item: Any) -> int:
    match item:
        case Text():
            return len(item.plain) + 40
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


def _balanced(weights: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Cut points that make the heaviest part as light as possible (dynamic programming)."""
    total = [0]
    for weight in weights:
        total.append(total[-1] + weight)
    size = len(weights)
    least = 2 if size >= 2 * count else 1
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for part in range(1, count + 1):
        for end in range(part * least, size + 1):
            options = [
                (max(best[part - 1, start][0], total[end] - total[start]), start)
                for start in range(end - least + 1)
                if (part - 1, start) in best
            ]
            if options:
                best[part, end] = min(options)
    cuts: list[tuple[int, int]] = []
    end = size
    for part in range(count, 0, -1):
        start = best[part, end][1]
        cuts.append((start, end))
        end = start
    return cuts[::-1]


def _part(slide: Slide, field: str, items: tuple[Any, ...], number: int, count: int) -> Slide:
    last = number == count
    body = replace(slide.body, **{field: items})
    title = slide.title and replace(
        slide.title, runs=(*slide.title.runs, Run(f" ({number}/{count})"))
    )
    return replace(
        slide,
        id=slide.id if number == 1 else f"{slide.id}--{number}",
        body=body,
        title=title,
        then=slide.then if last else (),
        source=slide.source if last else None,
        notes=slide.notes if number == 1 else (),
        minutes=slide.minutes if number == 1 else None,
    )
