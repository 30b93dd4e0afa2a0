"""Many become one: sources that run together into a word, and the tiers below it.

In: a Funnel. Out: its box.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, Space
from deckgen.compose.paras import box, card, lines, para
from deckgen.outline.model import Funnel, Text


def funnel(block: Funnel) -> Box:
    """Many on the left run together into one word on the right; tiers below it."""
    cells = [
        Cell(_sources(block), 0, 0, 0.3, 1),
        Cell(Mark("funnel", fill="field", name="funnel"), 0.32, 0, 0.52, 1),
        Cell(
            card(para(block.to, "big"), fill="accent", name="result", anchor="middle", pad=24),
            0.52,
            0.06,
            1,
            0.94,
        ),
    ]
    body: Box = Layers(tuple(cells), least=150, grow=1, name="funnel")
    if not block.tiers:
        return body
    return Flow("column", (body, _tiers(block.tiers)), gap=20)


def _sources(block: Funnel) -> Box:
    if block.sources:
        paras = lines(block.sources, "lead", 0.15)
        return box(*paras, name="sources", align="right", anchor="middle", loose=1.0)
    count = min(max(block.count, 2), 24)
    columns = max(2, round((count * 0.9) ** 0.5))
    fills = ("cool", "warm", "muted", "line")
    rows: list[Box] = []
    for start in range(0, count, columns):
        dots = tuple(
            Mark(
                "ellipse",
                fill=fills[(n * 7 + start) % len(fills)],
                square=True,
                grow=1,
                name="one-of-many",
            )
            for n in range(start, start + columns)
        )
        spaces = tuple(Space(grow=1) for _ in range(start + columns - count))
        rows.append(Flow("row", (*dots[: count - start], *spaces), gap=10, grow=1))
    return Flow("column", tuple(rows), gap=10)


def _tiers(tiers: tuple[Text, ...]) -> Box:
    """First line – second line: blocks joined by a dash, the first one in front."""
    children: list[Box] = []
    for number, tier in enumerate(tiers):
        if number:
            children.append(
                box(
                    para("–", "then", colour="muted"),
                    name="dash",
                    fit="tier",
                    align="center",
                    anchor="middle",
                    basis=28,
                )
            )
        fill = "night" if number == 0 else "field"
        colour = "on-night" if number == 0 else "ink"
        children.append(
            card(
                para(tier, "then", colour=colour),
                tight=22,
                fill=fill,
                name=f"tier-{number}",
                fit="tier",
                align="center",
                anchor="middle",
                pad=14,
                grow=1.6 if number == 0 else 1,
            )
        )
    return Flow("row", tuple(children), gap=12)
