"""Deck → outline text; reading it again gives the same deck.

Variables and defaults are written out where they were used. What must not be here: how single
values are written (their types know), YAML's quoting (`syntax`).
"""

from __future__ import annotations

from deckgen.outline import ids
from deckgen.outline.grammar import COMMON, HEAD
from deckgen.outline.kinds import BODIES, PICTURE
from deckgen.outline.model import Deck, Picture, Slide
from deckgen.outline.records import Field, entries
from deckgen.syntax import printer
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

_FIELDS = {field.key: field for field in COMMON}
_FIRST = ("id", "kicker", "title")
_KINDS = {kind.model: kind for kind in BODIES.values()}


def print_deck(deck: Deck) -> str:
    """The outline of a deck."""
    typed = _typed_ids(deck.slides)
    slides = tuple(_slide(slide, slide.id in typed) for slide in deck.slides)
    head = entries(HEAD, deck)
    return printer.write(Mapping((*head, (Scalar("slides"), Sequence(slides)))))


def slide_node(slide: Slide) -> Mapping:
    """A slide as it would be typed, its id too."""
    return _slide(slide, True)


def head_node(deck: Deck) -> Mapping:
    """What stands above the slides, as it would be typed."""
    return Mapping(entries(HEAD, deck))


def _slide(slide: Slide, name: bool) -> Mapping:
    """The headline first, then the body, then the rest."""
    first = [key for key in _FIRST if key != "id" or name]
    first += ["sub"] if slide.title is not None else []
    rest = [key for key in _FIELDS if key not in first and key != "id"]
    return Mapping((*_common(slide, first), *_body(slide), *_common(slide, rest)))


def _common(slide: Slide, keys: list[str]) -> tuple[tuple[Scalar, Node], ...]:
    fields: tuple[Field, ...] = tuple(_FIELDS[key] for key in keys)
    return entries(fields, slide)


def _body(slide: Slide) -> list[tuple[Scalar, Node]]:
    kind = _KINDS[type(slide.body)]
    found = [(Scalar(kind.key), kind.type.write(slide.body))]
    if slide.picture is not None and not isinstance(slide.body, Picture):
        found.append((Scalar("picture"), PICTURE.write(slide.picture)))
    return found


def _typed_ids(slides: tuple[Slide, ...]) -> set[str]:
    """The ids that reading would not derive by itself and that must be typed."""
    derived = [ids.derived(slide) for slide in slides]
    typed: set[str] = set()
    while True:
        wanted = [
            (slide.id, True) if slide.id in typed else (name, False)
            for slide, name in zip(slides, derived, strict=True)
        ]
        found = ids.unique(wanted)
        missed = {s.id for s, name in zip(slides, found, strict=True) if s.id != name}
        if missed <= typed:
            return typed
        typed |= missed
