"""Typewriter's quotation marks and apostrophes → those of the language that they stand in.

In: a Deck as it was typed. Out: the same with “…” in English, „…“ in German, « … » in French. What
has no partner, what is code and what counts feet or inches stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec import Struct, structs

from deckgen.outline.model import Deck, Run, Slide, Text
from deckgen.outline.texts import PLAIN

T = TypeVar("T")

NARROW = "\u202f"  # what French puts inside its marks; no line breaks there
APOSTROPHE = "’"


class Marks(Struct, frozen=True):
    """What opens and closes a quotation, and one within it."""

    outer: tuple[str, str]
    inner: tuple[str, str]


_CURLY = Marks(("“", "”"), ("‘", "’"))
_GERMAN = Marks(("„", "“"), ("‚", "‘"))
_ANGLED = Marks(("«", "»"), ("“", "”"))
_FRENCH = Marks((f"«{NARROW}", f"{NARROW}»"), ("“", "”"))
_NORTHERN = Marks(("”", "”"), ("’", "’"))
_POLISH = Marks(("„", "”"), ("«", "»"))
_RUSSIAN = Marks(("«", "»"), ("„", "“"))
_SWISS = Marks(("«", "»"), ("\u2039", "\u203a"))
# By language, or by language and country; else as in English and Dutch.
MARKS = {
    **dict.fromkeys(("de", "cs", "sk", "bg", "sl", "is", "lt", "et"), _GERMAN),
    **dict.fromkeys(("es", "it", "nb", "nn", "no", "el", "pt-pt", "ca"), _ANGLED),
    **dict.fromkeys(("sv", "fi"), _NORTHERN),
    **dict.fromkeys(("pl", "ro", "hu", "hr"), _POLISH),
    **dict.fromkeys(("ru", "uk", "be"), _RUSSIAN),
    **dict.fromkeys(("de-ch", "it-ch", "fr-ch"), _SWISS),
    "fr": _FRENCH,
}
_STRAIGHT = re.compile("[\"']")
_INSIDE = "\ufffc"  # stands for code, which no mark belongs to
_OPENS_AFTER = re.compile(r"[\s(\[{<–—/\-=:“‘„‚«\u2039\"']")
# Dutch words that begin with an apostrophe: 's avonds, 't is.
_SHORT = re.compile(r"(?:s|t|n|m|k|r|ns|em|tis|twas|cause|bout|til)\b|\d\ds?\b", re.IGNORECASE)


def marks(lang: str) -> Marks:
    """The quotation marks of a language tag."""
    tag = lang.casefold()
    return MARKS.get(tag, MARKS.get(tag.partition("-")[0], _CURLY))


def typographic(deck: Deck) -> Deck:
    """The deck with the marks of its language, slide by slide; the same where none is straight."""
    slides = tuple(_slide(one, one.lang or deck.lang) for one in deck.slides)
    head = {
        name: said
        for name in ("title", "subtitle")
        if (said := line(getattr(deck, name), deck.lang)) != getattr(deck, name)
    }
    if not head and all(one is other for one, other in zip(slides, deck.slides, strict=True)):
        return deck
    return structs.replace(deck, slides=slides, **head)


def line(text: str, lang: str) -> str:
    """A text without marks of its own."""
    return "".join(_turned(text, marks(lang))) if _STRAIGHT.search(text) else text


def _slide(slide: Slide, lang: str) -> Slide:
    return _spoken(slide, marks(lang))


def _spoken(value: T, kind: Marks) -> T:
    """A value with every text in it turned; the same object where there is nothing to turn."""
    if isinstance(value, Text):
        return _text(value, kind)  # type: ignore[return-value]
    if isinstance(value, tuple):
        parts = tuple(part if part.__class__ in PLAIN else _spoken(part, kind) for part in value)
        changed = any(one is not other for one, other in zip(parts, value, strict=True))
        return parts if changed else value  # type: ignore[return-value]
    if isinstance(value, Struct):
        changes = dict(_changes(value, kind))
        return structs.replace(value, **changes) if changes else value
    return value


def _changes(value: Struct, kind: Marks) -> Iterator[tuple[str, Any]]:
    for name in value.__struct_fields__:
        inner = getattr(value, name)
        if inner.__class__ not in PLAIN and inner != ():
            made = _spoken(inner, kind)
            if made is not inner:
                yield name, made


def _text(text: Text, kind: Marks) -> Text:
    if not any(_STRAIGHT.search(run.text) for run in text.runs if not run.code):
        return text
    joined = "".join(_INSIDE * len(run.text) if run.code else run.text for run in text.runs)
    turned = list(_turned(joined, kind))
    runs: list[Run] = []
    start = 0
    for run in text.runs:
        end = start + len(run.text)
        said = run.text if run.code else "".join(turned[start:end])
        runs.append(run if said == run.text else structs.replace(run, text=said))
        start = end
    return structs.replace(text, runs=tuple(runs))


def _turned(text: str, kind: Marks) -> list[str]:
    """What stands for each character."""
    found = list(text)
    for mark, pair in (('"', kind.outer), ("'", kind.inner)):
        opened: list[int] = []
        for match in re.finditer(mark, text):
            at = match.start()
            if _opens(text, at, mark):
                opened.append(at)
            elif opened and _closes(text, at):
                found[opened.pop()], found[at] = pair
    return [_alone(text, at, char) for at, char in enumerate(found)]


def _opens(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before and not _OPENS_AFTER.match(before):
        return False
    if mark == "'" and _SHORT.match(text, at + 1):
        return False
    return bool(after) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return not before.isspace() and not after.isalnum()


def _alone(text: str, at: int, char: str) -> str:
    """A mark that found no partner: an apostrophe where it belongs to a word."""
    if char != "'":
        return char
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isdigit() and not after.isalpha():
        return char  # feet
    return APOSTROPHE if before.isalnum() or after.isalnum() else char
