"""Slides that are a page of their own: statement, section, quote, proposition.

In: a slide. Out: one Sheet, or several in order of preference.
"""

from __future__ import annotations

import re
from typing import assert_never

from msgspec.structs import replace

from deckgen.compose import ends
from deckgen.compose.boxes import Box, Flow, Mark, Panel, Para, Region, Sheet, TextBox
from deckgen.compose.context import Context
from deckgen.compose.frame import (
    ASIDE,
    BEFORE_ART,
    BESIDE,
    Body,
    beside,
    framed,
    picture_box,
    with_and_without,
)
from deckgen.compose.icons import above
from deckgen.compose.onpicture import picture
from deckgen.compose.opposition import opposition
from deckgen.compose.paras import box, lines, optional, para, stack
from deckgen.outline.model import (
    Contact,
    Cover,
    Opposition,
    Picture,
    Proposition,
    Question,
    Quote,
    Run,
    Section,
    Slide,
    Statement,
    Text,
)
from deckgen.outline.quotes import marks
from deckgen.scene.model import Align

Paged = (
    Statement | Question | Section | Cover | Picture | Quote | Proposition | Contact | Opposition
)

SENTENCE = re.compile(r"\w{2,}[.!?](?=\s)")
MIDDLE = 318.0  # where the upper part of a statement page ends
UNDER = 22.0
SOURCE_LOW = 10.0  # points above and below a source under two sides to the page's edges
# The drawn form of what opens a quotation; of other marks it is the English one.
OPENING = {"„": "quote-low", "”": "quote-low", "«": "quote-angle"}
SHORT = 60  # characters up to which a quotation is set as large as a statement
LONG = 280  # characters of a quotation that need a place where to enter


def paged(slide: Slide, block: Paged, context: Context) -> tuple[Sheet, ...]:
    """The page of a block."""
    match block:
        case Statement() | Question():
            return statement(slide, block, context)
        case Section():
            return section(slide, block, context)
        case Cover():
            return ends.cover(slide, block, context)
        case Picture():
            return picture(slide, block, context)
        case Quote():
            return quote(slide, block, context)
        case Proposition():
            return proposition(slide, block, context)
        case Contact():
            return ends.contact(slide, block, context)
        case Opposition():
            return opposed(slide, block, context)
        case _:
            assert_never(block)


def statement(slide: Slide, block: Statement | Question, context: Context) -> tuple[Sheet, ...]:
    """One sentence as large as the page allows; below it a line, or lines of capitals."""
    name = "question" if isinstance(block, Question) else "statement"
    shouts = block.shouts if isinstance(block, Statement) else ()
    if slide.title or slide.picture or slide.then:
        return (_argued(slide, block.text, shouts, context, name),)
    return (_alone(slide, block.text, shouts, context, name),)


def _alone(
    slide: Slide, text: Text, shouts: tuple[Text, ...], context: Context, name: str
) -> Sheet:
    scheme = context.scheme(name, slide.background)
    role = "shout" if text.plain.isupper() else "display"
    spec = context.kind(name)
    rest = _below(slide, shouts, spec.align)
    main = box(
        para(text, role),
        name="title",
        place="title",
        balance=True,
        anchor="bottom" if rest else spec.anchor or "middle",
        align=spec.align,
    )
    low = context.template.grid.margins.bottom if spec.anchor else 60
    name_of_icon = slide.icon or getattr(slide.body, "icon", "")
    shown = above(main, name_of_icon, spec.align, main.anchor) if name_of_icon else main
    upper = Region("title", shown, (1, 12), bottom=540 - MIDDLE if rest else low, gap=0)
    columns = (1, 11) if spec.align == "left" else (1, 12)
    lower = (Region("rest", rest, columns, top=MIDDLE + UNDER),) if rest else ()
    return Sheet(name, scheme, (upper, *lower), key=role)


def _below(slide: Slide, shouts: tuple[Text, ...], align: Align) -> Box | None:
    children: list[TextBox] = []
    if slide.sub:
        children.append(
            box(para(slide.sub, "lead", colour="muted"), name="sub", place="sub", balance=True)
        )
    if shouts:
        children.append(stack(shouts, "shouts"))
    if slide.source:
        children.append(box(para(slide.source, "caption"), name="source", place="caption"))
    if align != "left":
        children = [replace(one, align=align) for one in children]
    return Flow("column", tuple(children), gap=22) if children else None


def _argued(
    slide: Slide, text: Text, shouts: tuple[Text, ...], context: Context, name: str
) -> Sheet:
    """Under a title, or beside a picture: the sentence is the body, the shouts answer it."""
    lead = box(
        para(text, "lead" if shouts else "quote"),
        name="body",
        place="body",
        anchor="top" if shouts else "middle",
        fit="said",
        grow=0 if shouts else 1,
        balance=True,
    )
    answer = (
        (
            Flow(
                "column",
                (Mark(fill="accent", basis=6, thick=72), stack(shouts, "shouts")),
                gap=20,
                align="start",
            ),
        )
        if shouts
        else ()
    )
    main: Box = Flow("column", (lead, *answer), gap=28, justify="spread") if shouts else lead
    aside = picture_box(slide.picture) if slide.picture else None
    body = Body(main, BESIDE if aside else (1, 11), aside=aside, key="quote/said")
    return framed(slide, context, name, body)


def section(slide: Slide, block: Section, context: Context) -> tuple[Sheet, ...]:
    """A turn in the talk, on a page of the accent's colour beside the template's artwork."""
    scheme = context.scheme("section", slide.background)
    spec, margins = context.kind("section"), context.template.grid.margins
    free = None if slide.sub else spec.anchor  # words that have the page alone stand where it says
    text = box(
        para(block.text, "display"),
        name="title",
        place="title",
        balance=True,
        anchor=free or "bottom",
    )
    low = margins.bottom if free else 540 - MIDDLE
    sub = slide.sub and box(
        para(slide.sub, "lead", colour="ink"), name="sub", place="sub", balance=True
    )
    shown = above(text, slide.icon, "left", text.anchor) if slide.icon else text
    sheets: list[Sheet] = []
    for art, wide, way in with_and_without(context.art("section"), BEFORE_ART):
        regions = [*beside(art, ASIDE), Region("title", shown, wide, bottom=low)]
        if sub:
            regions.append(Region("sub", sub, wide, top=MIDDLE + UNDER, bottom=margins.bottom))
        sheet = Sheet("section", scheme, tuple(regions), key="display", number=False, way=way)
        sheets.append(sheet)
    return tuple(sheets)


def quote(slide: Slide, block: Quote, context: Context) -> tuple[Sheet, ...]:
    """Someone's words, large, a hung mark before them, their source small below."""
    if len(block.text.plain) <= SHORT and not slide.picture:
        return (_short_quote(slide, block, context),)
    place = "body" if slide.title else "title"
    text = box(
        _entered(block.text), name="quote", place=place, anchor="middle", grow=1, balance=True
    )
    who = _source(block)
    column = Flow("column", (text, *((who,) if who else ())), gap=18, grow=1)
    glyph = _quoting(context.template.quote, slide.lang or context.deck.lang)
    main = Flow("row", (glyph, column), gap=16)
    aside = picture_box(slide.picture) if slide.picture else None
    body = Body(main, BESIDE if aside else (1, 11), aside=aside, key="quote", top=64)
    return (framed(slide, context, "quote", body),)


def _short_quote(slide: Slide, block: Quote, context: Context) -> Sheet:
    """A few words as large as a page's only words are, and who said them right below."""
    words = para(block.text, "display", colour="ink")
    place = "body" if slide.title else "title"
    text = box(words, name="quote", place=place, balance=True)
    who = _source(block)
    column = Flow("column", (text, *((who,) if who else ())), gap=26, grow=1)
    glyph = _quoting(context.template.quote, slide.lang or context.deck.lang)
    said = Flow("row", (glyph, column), gap=16)
    main = Flow("column", (said,), justify="optical")
    return framed(slide, context, "quote", Body(main, (1, 11), key="display", top=64))


def _entered(text: Text) -> Para:
    """A quotation; the first sentence of a long one is set off, so that the eye finds a start."""
    end = SENTENCE.search(text.plain)
    if len(text.plain) < LONG or end is None:
        return para(text, "quote")
    runs: list[Run] = []
    at = 0
    for run in text.runs:
        cut = min(max(end.end() - at, 0), len(run.text))
        runs += [replace(run, text=run.text[:cut], bold=True)] if cut else []
        runs += [replace(run, text=run.text[cut:])] if cut < len(run.text) else []
        at += len(run.text)
    return para(Text(tuple(runs), text.at), "quote")


def _quoting(style: str, lang: str) -> Box:
    """What stands before someone's words: a bar, or what opens a quotation in their language."""
    if style == "bar":
        bar = Mark(fill="accent", basis=8, name="quotation-bar")
        return Flow("row", (bar,), basis=32)
    form = OPENING.get(marks(lang).outer[0][0], "quote")
    glyph = Mark(form, fill="accent", basis=44, thick=52, name="quotation-mark")
    return Flow("column", (glyph,), pad=(0, 6, 0, 0), basis=64, align="start")


def _source(block: Quote) -> TextBox | None:
    paras = (
        optional(block.by, "then", colour="ink"),
        optional(block.role, "label", before=0.1),
        optional(block.when, "label", before=0.1),
    )
    return box(*paras, name="source", fit="by") if any(paras) else None


def proposition(slide: Slide, block: Proposition, context: Context) -> tuple[Sheet, ...]:
    """A thesis, and the questions to the room on a band below it."""
    place = "body" if slide.title else "title"
    text = box(
        para(block.text, "quote"), name="thesis", place=place, anchor="middle", grow=1, balance=True
    )
    children: list[Box] = [text]
    if block.questions:
        children.append(
            box(
                *lines(block.questions, "then", 0.3),
                name="questions",
                panel=Panel("accent", "round"),
                pad=(26, 20, 26, 20),
                anchor="middle",
            )
        )
    body = Body(Flow("column", tuple(children), gap=24), key="quote")
    return (framed(slide, context, "proposition", body),)


def opposed(slide: Slide, block: Opposition, context: Context) -> tuple[Sheet, ...]:
    """Without a title the two sides take the whole page, to its edges."""
    words = block.left.words or block.right.words
    width = context.template.width
    if slide.title or not words or slide.then:
        return (
            framed(
                slide,
                context,
                "opposition",
                Body(opposition(block, False, width), key="specimen"),
            ),
        )
    scheme = context.scheme("opposition", slide.background)
    sides = opposition(block, True, width)
    if slide.source is None:
        alone = Region("body", sides, top=0, bottom=0, bleed="ltrb")
        return (Sheet("opposition", scheme, (alone,), key="specimen", number=False),)
    said = box(para(slide.source, "caption"), name="source", place="caption")
    below = Region("source", said, (1, 11), bottom=SOURCE_LOW, from_bottom=True)
    body = Region("body", sides, top=0, above="source", above_gap=SOURCE_LOW, bleed="ltr")
    return (Sheet("opposition", scheme, (body, below), key="specimen", number=False),)
