"""The lecture in English: as many slides of the same kinds, nothing forgotten, nothing stale."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from deckgen.disk import DiskWorld
from deckgen.outline.model import Deck, Picture, Slide, Text
from deckgen.pipeline import compile_deck
from deckgen.remix.load import Wanted, load, untranslated
from deckgen.remix.translating import Wish, read, standing, updated

FOLDER = Path(__file__).resolve().parents[2] / "decks" / "big-society"
FILE = FOLDER / "deck.en.yaml"
WORLD = DiskWorld(str(FOLDER))
ENGLISH = Wanted("english")
LOOKS = ("jos-van-der-lans", "plain", "contrast", "academic", "editorial", "poster", "workshop")
# What is the same in both languages: names, addresses, words that were English already.
ALIKE = """
Conservatives Liberals Labour BIG SOCIETY OPEN SOCIETY GOOD SOCIETY Buurtzorg Localism Bill 14
www.josvdlans.nl @josvanderlans #burgerkracht World wide web Professionals
In this economic crisis, we unfortunately have no option but to terminate Andre
http://www.thepeoplessupermarket.org/about/our-mission/ 75% 13% 12% EFFICIENCY
"""


@cache
def lecture(wanted: Wanted) -> Deck:
    found = load("deck.yaml", WORLD, wanted)
    assert found.value is not None
    assert found.diagnostics == ()
    return found.value


def pairs() -> list[tuple[Slide, Slide]]:
    dutch, english = lecture(Wanted()), lecture(ENGLISH)
    assert english.lang == "en-GB"
    return list(zip(dutch.slides, english.slides, strict=True))


def test_the_same_slides_in_the_same_order_of_the_same_kinds() -> None:
    for dutch, english in pairs():
        assert english.id == dutch.id
        assert type(english.body) is type(dutch.body)
        assert shape(english) == shape(dutch), dutch.id
        assert len(english.notes) == len(dutch.notes)


def shape(value: Any) -> Any:
    """A slide without its words: which texts there are, and everything that is no text."""
    if isinstance(value, Text):
        return "text"
    if isinstance(value, tuple):
        return [shape(part) for part in value]
    if isinstance(value, Struct):
        apart = ("at", "lang", "came", "alt", "wants", "notes")
        names = [name for name in value.__struct_fields__ if name not in apart]
        return {name: shape(getattr(value, name)) for name in names}
    return value


def test_every_text_is_another_or_is_known_to_be_the_same() -> None:
    known = set(ALIKE.split())
    for dutch, english in pairs():
        for one, other in zip(said(dutch), said(english), strict=True):
            assert one != other or set(one.split()) <= known, one


def said(slide: Slide) -> Iterator[str]:
    """All words of a slide, spoken and unspoken ones."""
    yield from texts(slide)
    yield from slide.notes
    for picture in (slide.body, slide.picture):
        if isinstance(picture, Picture):
            yield from (picture.wants, picture.alt)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, Text):
        if any(char.isalpha() for char in value.plain):
            yield value.plain
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name)) if name != "came" else ()


def test_it_is_up_to_date_and_a_translation_of_what_stands_there() -> None:
    source = untranslated("deck.yaml", WORLD, "en-GB").value
    assert source is not None
    text = FILE.read_text("utf-8")
    assert updated(text, source.outline, Wish("deck.yaml", "en-GB")) == text
    found = standing(source.outline, read(text))
    assert (found.slides, found.done, found.superfluous) == (41, 41, ())
    translation = read(text)
    assert translation is not None
    assert all(entry.of and not entry.todo for entry in translation.entries)


@pytest.mark.parametrize("look", LOOKS)
def test_it_fits_in_every_look(look: str) -> None:
    compiled = compile_deck("deck.yaml", WORLD, look, wanted=ENGLISH)
    assert compiled.diagnostics == ()
    assert compiled.scene is not None
    assert compiled.scene.properties.lang == "en-GB"
    assert len(compiled.scene.pages) == 40
