"""The outline language as tables: every key of the head and of slides, its type and purpose.

Checking, the JSON Schema, the printer and the reference page read these tables and those of
`kinds`. What must not be here: how a type is read (`values`, `records`, `forms`, `tabular`).
"""

from __future__ import annotations

from deckgen.outline import model
from deckgen.outline.icons import ICON
from deckgen.outline.quantities import DATE, FLAG, Number
from deckgen.outline.records import Field, Record
from deckgen.outline.values import (
    IDENTIFIER,
    LANGUAGE,
    LINES,
    NAMES,
    NOTES,
    PLAIN,
    WORDS,
    Choice,
)

COUNT = Number(0)

# Kinds that the language has and no layout draws yet → what draws nearly the same meanwhile.
RESERVED: dict[str, str] = {}

BUILDS = ("by-point", "by-group", "all", "none")
TRANSITIONS = ("none", "fade", "push", "wipe", "cover", "dissolve", "cut", "morph")

COMMON: tuple[Field, ...] = (
    Field("id", IDENTIFIER, "the slide's name for links; derived from its words when left out"),
    Field("title", WORDS, "the headline"),
    Field("sub", WORDS, "a line below the headline"),
    Field("kicker", WORDS, "a short line above the headline"),
    Field("label", WORDS, "a name or caption on a picture"),
    Field("shout", LINES, "a line of capitals, or several"),
    Field("then", LINES, "what follows from the body; closing lines"),
    Field("source", WORDS, "where the content comes from; small"),
    Field("icon", ICON, "an icon that stands for what the slide says; `deckgen icons` finds one"),
    Field("notes", NOTES, "speaker notes; a blank line starts a paragraph"),
    Field("minutes", COUNT, "how long the slide takes"),
    Field("tags", NAMES, "words to find or pick slides by"),
    Field("only", NAMES, "variants that have this slide; the others leave it out"),
    Field("priority", Number(1, whole=True), "1 stays longest when the talk must be shorter"),
    Field("needs", NAMES, "ids of slides without which this one makes no sense"),
    Field("layout", PLAIN, "another way to draw its kind, or a layout of a PowerPoint file"),
    Field("background", PLAIN, "the page's ground: a scheme of the template, or a colour role"),
    Field(
        "build",
        Choice(*BUILDS),
        "what a click shows: each point, each part of the figure, all of it, or no clicks",
    ),
    Field("transition", Choice(*TRANSITIONS), "how the slide comes in"),
    Field("lang", LANGUAGE, "the slide's language where it is not the deck's, such as en-GB"),
    Field("links", LINES, "live links in small type: `[text](https://…)`"),
    Field("alt", PLAIN, "a description of its figure or picture, for those who can't see it"),
    Field("skip", FLAG, "whether the slide is hidden when presenting"),
)

EVENT = Record(
    model.Event,
    (
        Field("name", PLAIN, "the occasion"),
        Field("place", PLAIN, "where"),
        Field("date", DATE, "when, as year-month-day"),
    ),
    short="name",
)

HEAD: tuple[Field, ...] = (
    Field("title", PLAIN, "the talk's title"),
    Field("subtitle", PLAIN, "the line below it"),
    Field("author", PLAIN, "who wrote it"),
    Field("speaker", PLAIN, "who gives it: the name of a speaker's template"),
    Field("template", PLAIN, "another look for the same speaker"),
    Field("lang", LANGUAGE, "the language, such as nl-NL"),
    Field("event", EVENT, "where and when the talk is given"),
    Field("date", DATE, "the date, where there is no event"),
    Field("minutes", COUNT, "how long the talk may take"),
    Field("aspect", Choice("16:9", "16:10", "4:3"), "the slide's shape"),
    Field("description", PLAIN, "what the deck is, for the document's properties"),
)

# Keys of the head that are not attributes of the model.
HEAD_ONLY = ("vars", "defaults", "variants", "slides")

# What a variant says besides keys of the head, which then hold instead of the deck's.
VARIANT: tuple[Field, ...] = (
    Field("about", PLAIN, "what the variant is for; a line for lists", attribute="doc"),
    Field("audience", PLAIN, "who listens; `only:` may name it"),
    Field("handout", FLAG, "whether a handout is written too"),
    Field("show", FLAG, "whether the whole deck's file has it as a custom show", attribute="shows"),
)

# Keys of a slide that are gone when it is read: what it takes from elsewhere, what it is elsewhere.
USE = Field("use", NAMES, "slides of another deck: deck#id, deck#from..to, deck#tag:word")
WITHOUT = Field("without", NAMES, "ids of reused slides that stay away")
VARIANTS = "variants"
