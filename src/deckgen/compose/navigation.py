"""Bodies that lead through a talk: its parts with the one that comes now, buttons to slides.

In: an Agenda or a Menu, its slide and deck. Out: its box.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.compose.boxes import Box
from deckgen.compose.cards import rows_of
from deckgen.compose.context import Context
from deckgen.compose.paras import box, card, para
from deckgen.outline.model import Agenda, Choice, Menu, Section, Slide, Text

Leading = Agenda | Menu


def leading(block: Leading, slide: Slide, context: Context) -> Box:
    """The parts, or the buttons."""
    if isinstance(block, Menu):
        return rows_of([_button(one, number) for number, one in enumerate(block.items)])
    return agenda(block, slide, context)


def agenda(block: Agenda, slide: Slide, context: Context) -> Box:
    """The talk's parts below one another; the one that comes now in the accent, if any is."""
    items = block.items or tuple(text for _, text in _sections(context))
    now = (block.now or _next(slide, context)).plain if items else ""
    known = any(text.plain == now for text in items)
    paras = (
        para(
            text,
            "body",
            bullet=context.template.bullet,
            indent=0.9,
            before=0.42 if number else 0.0,
            colour=("accent" if text.plain == now else "muted") if known else "",
        )
        for number, text in enumerate(items)
    )
    return box(*paras, name="body", place="body", loose=1.0)


def _sections(context: Context) -> list[tuple[int, Text]]:
    return [
        (number, slide.body.text)
        for number, slide in enumerate(context.deck.slides)
        if isinstance(slide.body, Section)
    ]


def _next(slide: Slide, context: Context) -> Text:
    """The first section behind a slide; no text where there is none."""
    ids = [one.id for one in context.deck.slides]
    here = ids.index(slide.id) if slide.id in ids else len(ids)
    return next((text for number, text in _sections(context) if number > here), Text(()))


def _button(one: Choice, number: int) -> Box:
    """A card whose words lead to a slide."""
    text = Text(tuple(replace(run, link=f"#{one.to}") for run in one.text.runs), one.text.at)
    return card(
        para(text, "name"),
        name=f"button-{number}",
        fit="menu",
        align="center",
        anchor="middle",
        grow=1,
    )
