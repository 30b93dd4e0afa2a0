"""`deckgen plan`: a talk's run sheet: each slide, its minutes, the clock; and what was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import click
from msgspec import Struct

from deckgen.cli import arguments
from deckgen.cli.forms import forms
from deckgen.cli.places import Place, outlines
from deckgen.cli.printer import Printer
from deckgen.disk import DiskWorld
from deckgen.outline.ids import first_text
from deckgen.outline.model import Cover, Picture, Section, Slide
from deckgen.remix.load import selected
from deckgen.remix.plan import Selection, length
from deckgen.remix.variants import Wanted

CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\Z")
LONGEST = 60  # characters of a slide's words in the sheet


class Order(Struct, frozen=True):
    """What was typed. `start` is in minutes after midnight."""

    outlines: tuple[str, ...]
    start: float | None
    wanted: Wanted


def _start(_: click.Context, __: click.Parameter, typed: str | None) -> float | None:
    match = CLOCK.match(typed) if typed else None
    if typed and not match:
        raise click.BadParameter(f"{typed!r} is no time of day; type 19:30 for example")
    return int(match[1]) * 60 + int(match[2]) if match else None


@click.command()
@arguments.outlines
@click.option("--start", metavar="HH:MM", callback=_start, help="When the talk begins.")
@arguments.wanting
@arguments.printing
def command(printer: Printer, /, **typed: Any) -> int:
    """Print a talk's run sheet: slide, minutes, clock time; and what was left out, and why.

    With --variant or --minutes, the slides that matter most are chosen for the time there is.
    """
    order = Order(**typed)
    talks = forms(outlines(order.outlines), order.wanted)
    return max([_plan(talk.place, order, printer) for talk in talks], default=0)


def _plan(place: Place, order: Order, printer: Printer) -> int:
    world = DiskWorld(place.folder)
    found = selected(place.file, world, order.wanted)
    errors = [one for one in found.diagnostics if one.severity == "error"]
    records = printer.findings(found.diagnostics, world)
    made = found.value
    if made is None:
        printer.result("", outline=place.shown, slides=[], left_out=[], diagnostics=records)
        return 1
    rows = list(_rows(made, order.start or 0.0))
    cuts = [{"id": cut.slide.id, "why": cut.why} for cut in made.cuts]
    printer.result(
        "\n".join(_sheet(made, rows, order)),
        outline=place.shown, variant=made.deck.variant, slides=rows, left_out=cuts,
        minutes=made.minutes, budget=_budget(made), proved=made.proved, diagnostics=records,
    )  # fmt: skip
    return 1 if errors else 0


def _rows(made: Selection, start: float) -> Iterator[dict[str, Any]]:
    now = start
    for number, slide in enumerate(made.deck.slides, 1):
        minutes = length(slide)
        yield {
            "number": number, "id": slide.id, "words": _words(slide, made.deck.title),
            "minutes": minutes, "at": _clock(now),
            "section": isinstance(slide.body, Section), "hidden": slide.skip,
        }  # fmt: skip
        now += minutes


def _sheet(made: Selection, rows: list[dict[str, Any]], order: Order) -> Iterator[str]:
    deck = made.deck
    end = _clock((order.start or 0.0) + made.minutes)
    wide = max([6, len(end), *(len(row["at"]) for row in rows)])  # half minutes show seconds
    yield f"{deck.title or deck.file}{f' ({deck.variant})' if deck.variant else ''}"
    yield ""
    for row in rows:
        if row["section"]:
            yield ""
        minutes = "hidden" if row["hidden"] else f"{row['minutes']:g}"
        yield f"{row['at']:>{wide}}  {minutes:>6}  {row['number']:>3}  {row['words']}"
    yield ""
    yield f"{end:>{wide}}  {_summary(made)}"
    if made.cuts:
        yield ""
        yield f"Left out: {len(made.cuts)}"
        for cut in made.cuts:
            yield f"  {cut.slide.id} {cut.why}"


def _summary(made: Selection) -> str:
    budget = _budget(made)
    text = f"{made.minutes:g} min"
    if budget is None:
        return text
    left = budget - made.minutes
    rest = f"{left:g} to spare" if left >= 0 else f"{-left:g} too many"
    sure = "" if made.proved else "; a better choice may exist"
    return f"{text} of {budget:g} ({rest}{sure})"


def _budget(made: Selection) -> float | None:
    return made.deck.minutes if made.budget is None else made.budget


def _clock(minutes: float) -> str:
    seconds = round(minutes * 60)
    hours, rest = divmod(seconds, 3600)
    text = f"{hours}:{rest // 60:02d}"
    return f"{text}:{rest % 60:02d}" if rest % 60 else text


def _words(slide: Slide, talk: str) -> str:
    """What a slide is known by: its title, else its first words; a cover by the talk's title."""
    texts = (slide.title, *slide.shout[:1], slide.label)
    seen = f"({slide.body.alt or slide.body.wants})" if isinstance(slide.body, Picture) else ""
    said = next((text.plain for text in texts if text), "")
    said = said or (talk if isinstance(slide.body, Cover) and not slide.body.title else "")
    said = said or first_text(slide.body)
    said = said or seen or slide.id
    said = " ".join(said.split())
    return said if len(said) <= LONGEST else said[: LONGEST - 1].rstrip() + "…"
