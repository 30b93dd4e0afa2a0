"""What people need who listen to a slide instead of seeing it: the accessibility checker's rules.

In: a Talk. Out: findings. Merged cells can't be typed; a table's header is told of by its kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.lint.rule import Found, Rule
from deckgen.lint.talk import FURNITURE, Sheet, Talk
from deckgen.outline.model import Agenda, Menu, Section, Slide, Text
from deckgen.scene import model as scene

# What a link's words must not be alone, in the languages of the decks at hand.
EMPTY_LINKS = frozenset(
    (
        "here", "click here", "link", "this link", "more", "read more", "this page", "website",
        "hier", "klik hier", "lees meer", "meer", "meer info", "deze link", "deze pagina",
        "klicken sie hier", "hier klicken", "mehr", "ici", "cliquez ici", "lire la suite",
    )
)  # fmt: skip
NAMED_BY_NATURE = (Agenda, Menu, Section)  # may come back under the same words


def silent(talk: Talk) -> Iterator[Found]:
    """Pictures, charts and tables that say nothing to who can't see them."""
    for sheet in talk.sheets:
        for item in sheet.items:
            seen = isinstance(item, scene.Picture | scene.Chart | scene.Table)
            if seen and not item.alt and item.role != "artwork":
                what = type(item).__name__.lower()
                message = f"{sheet.name}: its {what} has no alternative text"
                yield Found(message, item.at.span or sheet.span)


def nameless(talk: Talk) -> Iterator[Found]:
    """Slides with words, numbers or program text that have no title."""
    for sheet in talk.sheets:
        worded = any(said.role not in FURNITURE and said.plain.strip() for said in sheet.texts)
        drawn = any(isinstance(item, scene.Chart | scene.Table) for item in sheet.items)
        if (worded or drawn) and not _titled(sheet):
            yield Found(f"{sheet.name} has no title", sheet.span)


def _titled(sheet: Sheet) -> bool:
    seats = ((said, getattr(said.item, "placeholder", None)) for said in sheet.texts)
    return any(seat and seat.kind == "title" and said.plain.strip() for said, seat in seats)


def namesakes(talk: Talk) -> Iterator[Found]:
    """Slides with the title of an earlier one. What repeats a whole slide is another rule's."""
    first: dict[str, Slide] = {}
    for slide in talk.shown:
        if slide.title is None or isinstance(slide.body, NAMED_BY_NATURE):
            continue
        name = " ".join(slide.title.plain.split())
        known = first.setdefault(name.casefold(), slide)
        if known is not slide and known.body != slide.body:
            message = f"slide `{slide.id}` has the same title as slide `{known.id}`: “{name[:40]}”"
            yield Found(message, slide.title.at.span or slide.at.span)


def headless(talk: Talk) -> Iterator[Found]:
    """Tables whose first row is no header."""
    for sheet in talk.sheets:
        for item in sheet.items:
            if isinstance(item, scene.Table) and not _headed(item):
                yield Found(
                    f"{sheet.name}: its table has no header row", item.at.span or sheet.span
                )


def _headed(table: scene.Table) -> bool:
    """Whether the first row names its columns; the corner above the rows' names may be empty."""
    first = table.rows[0][1][1:] if table.rows else ()
    return table.header and all(any(p.runs for p in cell.text.paragraphs) for cell in first)


def vague_links(talk: Talk) -> Iterator[Found]:
    """Links whose words don't say where they lead."""
    for word in talk.words:
        for said in _linked(word.text):
            if said.casefold().strip(" .!:…→") in EMPTY_LINKS:
                message = f"slide `{word.slide.id}`: the link “{said}” does not say where it leads"
                yield Found(message, word.span)


def _linked(text: Text) -> Iterator[str]:
    """The words of each link: neighbouring runs that lead to the same place are one."""
    words, link = "", ""
    for run in (*text.runs, None):
        if run is not None and run.link == link:
            words += run.text
            continue
        if link:
            yield words
        words, link = (run.text, run.link) if run is not None else ("", "")


RULES = (
    Rule(
        "lint/no-alt",
        "error",
        "A picture, chart or table has no alternative text.",
        "Who can't see it is told that there is a picture, and nothing else.",
        "type what it shows: alt: A street with open doors",
        "scene",
        silent,
    ),
    Rule(
        "lint/no-title",
        "error",
        "A slide has no title.",
        "Screen readers, the outline view and jumps know a slide by its title; a picture without"
        " words is known by its alternative text.",
        "type `title:` with the one thing that the slide says",
        "scene",
        nameless,
    ),
    Rule(
        "lint/same-title",
        "warning",
        "Two slides have the same title.",
        "Whoever goes through the titles can't tell the slides apart.",
        "say in the title what is new on this slide",
        "deck",
        namesakes,
    ),
    Rule(
        "lint/no-header-row",
        "error",
        "A table has no header row.",
        "A screen reader names the column with each cell, by the words of its header.",
        "give every column a name in the first row",
        "scene",
        headless,
    ),
    Rule(
        "lint/vague-link",
        "warning",
        "The words of a link don't say where it leads.",
        "Links are read as a list, without the sentence around them.",
        "link the words that name the place: [the report of 2012](https://…)",
        "texts",
        vague_links,
    ),
)
