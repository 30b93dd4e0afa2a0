"""Versions of a slide → what differs between them, field by field.

In: two slides, or where they are. Out: differences in words. What must not be here: which slides
are versions (that is `lineage`).
"""

from __future__ import annotations

import os
from typing import Any

from msgspec import Struct, structs

from deckgen.library.entries import Worlds
from deckgen.library.reading import KINDS, said_in
from deckgen.library.search import Version
from deckgen.outline.model import Deck, Slide
from deckgen.remix.difference import diff
from deckgen.remix.load import load

_ASIDE = ("id", "came")  # say where a slide stands, and not what it says


class Difference(Struct, frozen=True):
    """A field that two versions have otherwise, in words; empty: it is not there."""

    field: str
    before: str
    after: str


class Slides:
    """Slides by where they are; each outline is read once."""

    def __init__(self, worlds: Worlds) -> None:
        """`worlds` gives the World of a folder."""
        self._worlds = worlds
        self._decks: dict[str, Deck | None] = {}

    def of(self, version: Version) -> Slide | None:
        """The slide, in its outline's own language."""
        if version.path not in self._decks:
            folder, file = os.path.split(version.path)
            self._decks[version.path] = load(file, self._worlds(folder)).value
        deck = self._decks[version.path]
        slides = deck.slides if deck else ()
        return next((slide for slide in slides if slide.id == version.slide), None)


def differences(one: Slide, other: Slide) -> tuple[Difference, ...]:
    """What the other has otherwise."""
    same = structs.replace(other, id=one.id)
    steps = diff(Deck((one,)), Deck((same,))).steps
    found = []
    for change in (change for step in steps for change in step.changes):
        if change.field in _ASIDE:
            continue
        if change.field == "body" and type(change.before) is not type(change.after):
            kinds = [KINDS.get(type(body), "") for body in (change.before, change.after)]
            found.append(Difference("kind", *kinds))
        before, after = _said(change.before), _said(change.after)
        if before != after:
            found.append(Difference(change.field, before, after))
    return tuple(found)


def _said(value: Any) -> str:
    if isinstance(value, tuple) and all(isinstance(one, str) for one in value):
        return " · ".join(value)
    if isinstance(value, Struct | tuple):
        return " · ".join(" ".join(text.split()) for text in said_in(value) if text.strip())
    if value is None or value is False:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
