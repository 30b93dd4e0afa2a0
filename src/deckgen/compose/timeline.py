"""What came after what: moments on an axis, periods below one another, one period as a card.

In: a Timeline or Phases. Out: its box.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.compose.boxes import Box, Flow, Mark, Panel, TextBox
from deckgen.compose.icons import MIDDLE, before, framed, over
from deckgen.compose.paras import box, card, lines, optional, para
from deckgen.outline.model import Moment, Phase, Phases, Timeline

GAP = 16.0
BAR = 8.0  # thickness of a time axis


def timeline(block: Timeline) -> Box:
    """Equal steps on an axis; the last step is where we are.

    With signs, each stands large over its step; without, the names themselves are the figure.
    """
    signed = any(one.sign or one.icon for one in block.items)
    last = len(block.items) - 1
    steps = [_moment(one, n, n == last, signed) for n, one in enumerate(block.items)]
    return Flow("row", tuple(steps), gap=GAP, tracks=True)


def _moment(one: Moment, number: int, now: bool, signed: bool) -> Box:
    axis = Mark(fill="accent" if now else "line", basis=BAR, name=f"axis-{number}")
    when = box(optional(one.when, "label"), name=f"when-{number}")
    if not signed:
        head = (when,) if one.when else ()
        return Flow("column", (*head, axis, _named(one, number, now)), gap=14, grow=1)
    text = box(
        optional(one.when, "label"),
        para(one.what, "name", before=0.15 if one.when else 0.0),
        optional(one.note, "note", before=0.3),
        name=f"moment-{number}",
        tight=0 if one.note else 24,
    )
    return Flow("column", (_sign(one, number, now), axis, text), gap=14, grow=1)


def _sign(one: Moment, number: int, now: bool) -> Box:
    fill, name = "accent" if now else "field", f"sign-{number}"
    if one.icon:
        return framed(one.icon, fill, name)
    if not one.sign:
        return Mark("round", fill, name=name, grow=1)
    return card(
        para(one.sign, "sign", colour="on-accent" if now else "accent"),
        fill=fill,
        name=name,
        align="center",
        anchor="middle",
        grow=1,
        pad=8,
    )


def _named(one: Moment, number: int, now: bool) -> Box:
    """A step without a sign: its name as large as its field allows."""
    return card(
        para(one.what, "big", colour="on-accent" if now else ""),
        optional(one.note, "note", before=0.4),
        fill="accent" if now else "field",
        name=f"moment-{number}",
        fit="moment",
        anchor="middle",
        grow=1,
        pad=18,
    )


def phases(block: Phases) -> Box:
    """Periods one below the other: until when, name, what it was; the current one in the accent."""
    if len(block.items) == 1:
        return phase_card(block.items[0])
    rows = tuple(_phase(one, number) for number, one in enumerate(block.items))
    return Flow("column", rows, gap=8)


def _phase(one: Phase, number: int) -> Box:
    fill, quiet = ("accent", "on-accent") if one.now else ("field", "muted")
    told = [*lines(one.text, "note", 0.1), *lines((*one.points, *one.so), "note", 0.1)]
    when = box(
        optional(one.when, "label", colour=quiet),
        name=f"when-{number}",
        fit="phase",
        anchor="middle",
        basis=100,
        tight=16,
    )
    name = box(
        para(one.name, "name", colour="on-accent" if one.now else ""),
        name=f"phase-{number}",
        fit="phase",
        anchor="middle",
        basis=228 if told else None,
        grow=0 if told else 1,
    )
    children: list[Box] = [when] if one.when else []
    if one.icon:
        children.append(before(one.icon, "on-accent" if one.now else "accent"))
    children.append(name)
    if told:
        colour = "on-accent" if one.now else ""
        paras = tuple(para(p.text, p.role, before=p.before, colour=colour) for p in told)
        children.append(box(*paras, name=f"about-{number}", fit="phase", anchor="middle", grow=1))
    return Flow(
        "row",
        tuple(children),
        gap=12,
        panel=Panel(fill, "round"),
        pad=(16, 5, 12, 5),
        grow=1,
        name=f"period-{number}",
    )


def phase_card(one: Phase) -> Box:
    """One period: its name and sign on the left, what happened, and what followed."""
    face = Flow(
        "column",
        (
            *((over(one.icon, MIDDLE, "on-accent"),) if one.icon else ()),
            *(part for part in _face(one) if part.paras),
        ),
        gap=8,
        justify="center",
        panel=Panel("accent", "round"),
        pad=(26, 26, 26, 26),
        basis=300,
        name="phase",
    )
    points = box(
        *lines((*one.text, *one.points), "name", 0.5),
        name="points",
        fit="points",
        anchor="middle",
        grow=1,
        loose=0.9,
    )
    if not points.paras and not one.so:
        return replace(face, basis=None, grow=1)
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


def _face(one: Phase) -> tuple[TextBox, ...]:
    """Period, name and sign, each a text of its own: the name alone can be the slide's title."""
    return (
        box(optional(one.when, "label", colour="on-accent"), name="when", fit="face"),
        box(para(one.name, "big", colour="on-accent"), name="name", fit="face"),
        box(
            para(one.sign, "sign", colour="on-accent") if one.sign else None,
            name="sign",
            fit="face",
        ),
    )
