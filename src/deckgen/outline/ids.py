"""Stable ids: from a slide's own words, unique in its deck.

What must not be here: reading nodes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from msgspec import Struct

from deckgen.outline.model import Agenda, Menu, Slide, Text

_LONGEST = 48
# Letters that Unicode does not decompose.
_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ð": "d", "þ": "th", "ĳ": "ij",
})  # fmt: skip


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits with hyphens between words; may be empty."""
    low = text.lower()
    if not low.isascii():
        folded = unicodedata.normalize("NFKD", low.translate(_LETTERS))
        low = folded.encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", low)
    short = "-".join(words)
    if len(short) <= _LONGEST:
        return short
    return short[: _LONGEST + 1].rpartition("-")[0] or short[:_LONGEST]


def derived(slide: Slide) -> str:
    """The id that a slide's words give; its kind where it has none."""
    for text in (slide.title, *slide.shout[:1], slide.label):
        if text is not None and (found := slug(text.plain)):
            return found
    # What an agenda or a menu says are the names of other slides.
    first = "" if isinstance(slide.body, Agenda | Menu) else first_text(slide.body)
    return slug(first) or type(slide.body).__name__.lower()


def first_text(value: Any) -> str:
    """The first words in a block, in the order of the model."""
    if isinstance(value, Text):
        return value.plain
    if isinstance(value, tuple):
        return next((found for part in value if (found := first_text(part))), "")
    if isinstance(value, Struct):
        fields = value.__struct_fields__
        return next((found for name in fields if (found := first_text(getattr(value, name)))), "")
    return ""


def unique(wanted: Iterable[tuple[str, bool]]) -> list[str]:
    """Ids for (id, was typed): typed ones stay, derived ones get -2, -3 where they are taken."""
    pairs = list(wanted)
    taken = {name for name, typed in pairs if typed}
    counts: dict[str, int] = {}
    seen: set[str] = set()
    found: list[str] = []
    for name, typed in pairs:
        chosen = name if typed and name not in seen else _free(name, taken, counts)
        taken.add(chosen)
        seen.add(chosen)
        found.append(chosen)
    return found


def _free(name: str, taken: set[str], counts: dict[str, int]) -> str:
    if name not in taken:
        return name
    number = counts.get(name, 1) + 1
    while f"{name}-{number}" in taken:
        number += 1
    counts[name] = number
    return f"{name}-{number}"
