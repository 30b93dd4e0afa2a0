"""The first and the last page of a talk: cover and contact.

In: a slide. Out: Sheets, with artwork and, for words too long for that, without.
"""

from __future__ import annotations

from deckgen.base.dates import spoken
from deckgen.compose.boxes import Mark, Para, Region, Sheet
from deckgen.compose.context import Context
from deckgen.compose.frame import ASIDE, BEFORE_ART, beside, picture_box, with_and_without
from deckgen.compose.paras import box, lines, optional, para, plain
from deckgen.outline.model import Contact, Cover, Slide, Text


def cover(slide: Slide, block: Cover, context: Context) -> tuple[Sheet, ...]:
    """The opening page: title large, who, where and when below, artwork to the right edge."""
    scheme = context.scheme("cover", slide.background)
    title = block.title or slide.title or plain(context.deck.title or context.deck.speaker)
    text = box(para(title, "display"), name="title", place="title", balance=True, anchor="bottom")
    picture = slide.picture
    art = picture_box(picture) if picture else context.art("cover")
    below = _credits(slide, block, context)
    sheets: list[Sheet] = []
    for drawn, wide, way in with_and_without(art, (1, 7)):
        regions = [
            *beside(drawn, (8, 12)),
            Region("title", text, wide, bottom=540 - 290),
            Region("rule", Mark(fill="accent", name="rule"), (1, 1), top=312, height=6),
        ]
        if below:
            facts = box(*below, name="sub", place="sub")
            regions.append(Region("facts", facts, wide, top=340))
        sheet = Sheet("cover", scheme, tuple(regions), key="display", number=False, way=way)
        sheets.append(sheet)
    return tuple(sheets[:1] if picture else sheets)


def _small(texts: tuple[Text, ...]) -> tuple[Para, ...]:
    """Small lines under a larger one, at a distance from it."""
    return tuple(para(text, "label", before=0.3 if n else 0.6) for n, text in enumerate(texts))


def _credits(slide: Slide, block: Cover, context: Context) -> tuple[Para, ...]:
    """What the slide says; where it says nothing, what the deck's head says."""
    deck = context.deck
    head = slide.sub or (plain(deck.subtitle) if deck.subtitle else None)
    if block.title or block.sub or block.lines:
        sub = block.sub or (None if block.title else head)  # the head's belongs to its own title
        return (*((para(sub, "lead"),) if sub else ()), *_small(block.lines))
    speaker = deck.author or context.template.speaker.name
    day = spoken(deck.event.date or deck.date, deck.lang)
    event = " · ".join(part for part in (deck.event.name, deck.event.place, day) if part)
    rest = tuple(plain(part) for part in (speaker, event) if part)
    return (*((para(head, "lead"),) if head else ()), *_small(rest))


def contact(slide: Slide, block: Contact, context: Context) -> tuple[Sheet, ...]:
    """Where to find the speaker: the address large, the rest below; links are live."""
    said = any((block.name, block.site, block.mail, block.handle, block.hashtag, block.lines))
    who = context.template.speaker
    site = block.site if said else who.site
    rest = [
        part
        for part in (
            (block.mail, block.handle, block.hashtag)
            if said
            else (who.mail, who.handle, who.hashtag)
        )
        if part
    ]
    name = block.name or (plain(who.name) if not said and who.name else None)
    first = [part for part in (site,) if part] or rest[:1]
    rest = rest if site else rest[1:]
    above = optional(slide.title or name, "lead")
    air = 0.25 if above else 0.0
    large = para(first[0], "big", link=True, colour="accent", before=air) if first else None
    top = box(above, large, name="title", place="title", anchor="bottom")
    paras = (
        *(para(part, "stack", link=True, colour="ink", before=0.15) for part in rest),
        *lines(block.lines, "lead", 0.2),
    )
    scheme = context.scheme("contact", slide.background)
    sheets: list[Sheet] = []
    for art, wide, way in with_and_without(context.art("contact"), BEFORE_ART):
        regions = [*beside(art, ASIDE), Region("title", top, wide, bottom=540 - 276)]
        if paras:
            words = box(*paras, name="contact", place="body")
            regions.append(Region("rest", words, wide, top=300))
        sheet = Sheet("contact", scheme, tuple(regions), key="big", number=False, way=way)
        sheets.append(sheet)
    return tuple(sheets)
