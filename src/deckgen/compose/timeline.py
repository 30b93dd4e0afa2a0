"""What came after what: moments on an axis, periods below one another, one period as a card.

In: a Timeline or Phases. Out: its box.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Flow, Mark, Panel
from deckgen.compose.paras import box, card, lines, optional, para
from deckgen.outline.model import Moment, Phase, Phases, Timeline

GAP = 16.0
BAR = 8.0  # thickness of a time axis


def timeline(block: Timeline) -> Box:
    """Equal steps on an axis: sign, period, name; the last step is where we are."""
    last = len(block.items) - 1
    steps = [_moment(one, n, n == last) for n, one in enumerate(block.items)]
    return Flow("row", tuple(steps), gap=GAP, tracks=True)


def _moment(one: Moment, number: int, now: bool) -> Box:
    fill = "accent" if now else "field"
    sign = (
        card(
            para(one.sign, "sign", colour="on-accent" if now else "accent"),
            fill=fill,
            name=f"sign-{number}",
            align="center",
            anchor="middle",
            grow=1,
            pad=8,
        )
        if one.sign
        else None
    )
    axis = Mark(fill="accent" if now else "line", basis=BAR, name=f"axis-{number}")
    text = box(
        optional(one.when, "label"),
        para(one.what, "name", before=0.15 if one.when else 0.0),
        optional(one.note, "note", before=0.3),
        name=f"moment-{number}",
        tight=0 if one.note else 24,
    )
    children: tuple[Box, ...] = (*((sign,) if sign else ()), axis, text)
    return Flow("column", children, gap=14, grow=1)


def phases(block: Phases) -> Box:
    """Periods one below the other: until when, name, what it was; the current one in the accent."""
    if len(block.items) == 1:
        return phase_card(block.items[0])
    rows = tuple(_phase(one, number) for number, one in enumerate(block.items))
    return Flow("column", rows, gap=10)


def _phase(one: Phase, number: int) -> Box:
    fill, quiet = ("accent", "on-accent") if one.now else ("field", "muted")
    told = [*lines(one.text, "note", 0.1), *lines((*one.points, *one.so), "note", 0.1)]
    when = box(
        optional(one.when, "label", colour=quiet),
        name=f"when-{number}",
        fit="phase",
        anchor="middle",
        basis=100,
    )
    name = box(
        para(one.name, "name", colour="on-accent" if one.now else ""),
        name=f"phase-{number}",
        fit="phase",
        anchor="middle",
        basis=250 if told else None,
        grow=0 if told else 1,
    )
    children: list[Box] = [when] if one.when else []
    children.append(name)
    if told:
        colour = "on-accent" if one.now else ""
        paras = tuple(para(p.text, p.role, before=p.before, colour=colour) for p in told)
        children.append(box(*paras, name=f"about-{number}", fit="phase", anchor="middle", grow=1))
    return Flow(
        "row",
        tuple(children),
        gap=16,
        panel=Panel(fill, "round"),
        pad=(20, 8, 16, 8),
        grow=1,
        name=f"period-{number}",
    )


def phase_card(one: Phase) -> Box:
    """One period: its name and sign on the left, what happened, and what followed."""
    face = card(
        optional(one.when, "label", colour="on-accent"),
        para(one.name, "big", before=0.1),
        para(one.sign, "sign", colour="on-accent", before=0.3) if one.sign else None,
        fill="accent",
        name="phase",
        fit="face",
        anchor="middle",
        basis=300,
        pad=26,
    )
    points = box(
        *lines((*one.text, *one.points), "name", 0.5),
        name="points",
        fit="points",
        anchor="middle",
        grow=1,
        loose=0.9,
    )
    parts: tuple[Box, ...] = (points,)
    if one.so:
        so = card(
            *lines(one.so, "name", 0.35, colour="on-night"),
            fill="night",
            name="so",
            fit="points",
            anchor="middle",
            grow=1,
            pad=26,
        )
        parts = (points, so)
    return Flow("row", (face, Flow("column", parts, gap=GAP, grow=1)), gap=28)
