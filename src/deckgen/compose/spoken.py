"""Kinds that are a page of their own, inside columns or rows: their words as running text.

In: a block. Out: its box.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from deckgen.compose.boxes import Box, Flow, Para, TextBox
from deckgen.compose.icons import above
from deckgen.compose.paras import box, lines, optional, para
from deckgen.outline.model import (
    Blank,
    Contact,
    Cover,
    Proposition,
    Question,
    Quote,
    Section,
    Statement,
    Text,
)

Spoken = Statement | Question | Proposition | Section | Quote | Cover | Contact | Blank


def spoken(block: Spoken) -> Box:
    """What a block says, without its page."""
    match block:
        case Statement():
            words = _said(block.text, lines(block.shouts, "stack", 0.2))
            return above(words, block.icon, "left", "middle") if block.icon else words
        case Question():
            return _said(block.text, ())
        case Proposition():
            return _said(block.text, lines(block.questions, "then", 0.4))
        case Section():
            return box(para(block.text, "big"), name="said", anchor="middle")
        case Quote():
            return _said(block.text, _source(block))
        case Cover():
            texts = tuple(text for text in (block.title, block.sub, *block.lines) if text)
            return box(*lines(texts, "lead", 0.3), name="said")
        case Contact():
            return _contact(block)
        case Blank():
            return Flow("column", ())
        case _:
            assert_never(block)


def _said(text: Text, answers: tuple[Para, ...]) -> TextBox:
    """One text large; what answers it starts at a distance."""
    first = tuple(replace(one, before=0.4) for one in answers[:1])
    return box(
        para(text, "quote"),
        *first,
        *answers[1:],
        name="said",
        anchor="middle",
        balance=not answers,
    )


def _source(block: Quote) -> tuple[Para, ...]:
    return lines(tuple(text for text in (block.by, block.role, block.when) if text), "label", 0.1)


def _contact(block: Contact) -> Box:
    parts = [part for part in (block.site, block.mail, block.handle, block.hashtag) if part]
    return box(
        optional(block.name, "lead"),
        *(para(part, "lead", link=True, before=0.2) for part in parts),
        *lines(block.lines, "lead", 0.2),
        name="contact",
    )
