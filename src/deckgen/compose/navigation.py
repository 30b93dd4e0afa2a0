"""Bodies that lead through a talk: its parts with the one that comes now, buttons to slides.

In: an Agenda or a Menu, its slide and deck. Out: its box; and for the slides that a menu leads
to, a button back.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base.phrases import phrases
from deckgen.compose.boxes import Box, Flow, Panel, Region, Sheet, TextBox
from deckgen.compose.cards import GAP, rows_of
from deckgen.compose.context import Context
from deckgen.compose.paras import box, card, para
from deckgen.outline.model import Agenda, Choice, Deck, Menu, Section, Slide, Text

Leading = Agenda | Menu

LOOSE = 0.9  # ems between the lines of an agenda at the most
BUTTON = 236.0  # points: the height of a menu's only row
FOUR = 4  # buttons that stand two by two
FOOT = 9.0  # points from the page's lower edge to the button back
LAST = 12  # column; on it stands the slide's number
HALF = 6  # columns; what begins behind them and bleeds off the page is beside the text


def leading(block: Leading, slide: Slide, context: Context) -> Box:
    """The parts, or the buttons."""
    if isinstance(block, Menu):
        return menu(choices_of(block, context.deck))
    return agenda(block, slide, context)


def agenda(block: Agenda, slide: Slide, context: Context) -> Box:
    """The talk's parts, large, below one another; the one that comes now in front, if any is."""
    items = parts_of(block, context.deck)
    now = (block.now or _next(slide, context.deck)).plain if items else ""
    known = any(text.plain == now for text in items)
    paras = (
        para(
            text,
            "big",
            bullet="►" if known and text.plain == now else "",
            indent=1.0 if known else 0.0,
            before=0.3 if number else 0.0,
            colour=("accent" if text.plain == now else "muted") if known else "",
        )
        for number, text in enumerate(items)
    )
    alone = "top" if slide.title else "middle"
    look = {"tight": 28, "loose": LOOSE, "anchor": alone}
    return box(*paras, name="body", place="body", fit="agenda", **look)


def parts_of(block: Agenda, deck: Deck) -> tuple[Text, ...]:
    """An agenda's parts: its own, or one for each section."""
    return block.items or tuple(one.text for one in _sections(deck))


def menu(choices: tuple[Choice, ...]) -> Box:
    """Cards to press; a single row of them no higher than a hand."""
    buttons: list[Box] = [_button(one, number) for number, one in enumerate(choices, start=1)]
    if len(buttons) == FOUR:
        pairs = (buttons[:2], buttons[2:])
        return Flow("column", tuple(rows_of(pair, GAP) for pair in pairs), gap=GAP)
    if len(buttons) > FOUR:
        return rows_of(buttons, GAP)
    row = Flow("row", tuple(buttons), gap=GAP, basis=BUTTON)
    return Flow("column", (row,), justify="optical")


def choices_of(block: Menu, deck: Deck) -> tuple[Choice, ...]:
    """A menu's buttons: its own, or one for each section."""
    return block.items or tuple(_sections(deck))


def _sections(deck: Deck) -> list[Choice]:
    return [
        Choice(slide.body.text, slide.id)
        for slide in deck.slides
        if isinstance(slide.body, Section)
    ]


def _next(slide: Slide, deck: Deck) -> Text:
    """The first section behind a slide; no text where there is none."""
    behind = False
    for one in deck.slides:
        if behind and isinstance(one.body, Section):
            return one.body.text
        behind = behind or one.id == slide.id
    return Text(())


def _button(one: Choice, number: int) -> TextBox:
    """A card that leads to a slide, with a number for the room to call."""
    words = Text(tuple(replace(run, link="") for run in one.text.runs), one.text.at)
    return card(
        para(str(number), "numeral"),
        para(words, "name", before=0.35),
        name=f"button-{number}",
        fit="menu",
        link=f"#{one.to}",
        grow=1,
    )


def ways_back(deck: Deck) -> dict[str, str]:
    """For each slide that menus lead to: its menu, or where one came from if there are several."""
    found: dict[str, str] = {}
    for slide in deck.slides:
        for one in choices_of(slide.body, deck) if isinstance(slide.body, Menu) else ():
            if one.to != slide.id:
                here = f"#{slide.id}"
                found[one.to] = here if found.get(one.to, here) == here else "back"
    return found


def with_way_back(sheet: Sheet, context: Context) -> Sheet:
    """The sheet with a small button at its foot, where its slide has a way back."""
    if not context.back:
        return sheet
    words = f"◄ {phrases(context.deck.lang).back}"
    button = box(
        para(words, "caption"),
        name="back",
        fit="back",
        link=context.back,
        panel=Panel("paper", "round"),
        pad=(8, 3, 8, 3),
        hug=True,
    )
    last = LAST - 1 if sheet.number and context.template.number else LAST
    # On the paper of the text, not on a picture beside it.
    beside = (one.columns[0] for one in sheet.regions if "r" in one.bleed and "l" not in one.bleed)
    last = min((first - 1 for first in beside if first > HALF), default=last)
    foot = Flow("row", (button,), justify="end")
    region = Region("back", foot, (last - 2, last), bottom=FOOT, from_bottom=True)
    return replace(sheet, regions=(*sheet.regions, region))
