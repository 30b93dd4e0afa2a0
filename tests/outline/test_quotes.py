"""Typewriter's marks become those of the language, where they have a partner."""

from __future__ import annotations

import pytest

from deckgen.outline import load
from deckgen.outline.model import Quote, Statement, Text
from deckgen.outline.quotes import line, typographic
from deckgen.world import MemoryWorld

CASES = [
    ("nl-NL", 'De "nieuwe" buren', "De “nieuwe” buren"),
    ("nl-NL", "'s Avonds opa's 'echte' huis", "’s Avonds opa’s ‘echte’ huis"),
    ("en-GB", "rock 'n' roll, the citizens' rights", "rock ’n’ roll, the citizens’ rights"),
    ("en-GB", '("quoted")—"x"', "(“quoted”)—“x”"),
    ("en-GB", '5\'10" tall, "fine"', "5'10\" tall, “fine”"),
    ("de-DE", "\"Das 'alte' Haus\"", "„Das ‚alte‘ Haus“"),
    ("de-CH", '"Das Haus"', "«Das Haus»"),
    ("fr-FR", '"oui" et l\'eau', "«\u202foui\u202f» et l’eau"),
    ("sv", '"ja"', "”ja”"),
    ("tlh", '"HIja\'"', "“HIja’”"),
    ("", 'say "a', 'say "a'),
]


@pytest.mark.parametrize(("lang", "typed", "shown"), CASES)
def test_a_line_has_the_marks_of_its_language(lang: str, typed: str, shown: str) -> None:
    assert line(typed, lang) == shown
    assert line(shown, lang) == shown


DECK = """\
title: The "first" talk
lang: en-GB
slides:
- statement: 'Say **"hello"** and `print("x")`'
- quote: {text: 'Er sagte "nein"', by: Jan}
  lang: de-DE
- statement: Nothing to do
"""


def test_slides_have_those_of_their_own_language_and_code_is_left_alone() -> None:
    deck = load.load("deck.yaml", MemoryWorld({"deck.yaml": DECK.encode()})).value
    assert deck is not None
    made = typographic(deck)
    first, second, third = (slide.body for slide in made.slides)
    assert isinstance(first, Statement) and isinstance(second, Quote)
    assert plain(first.text) == 'Say “hello” and print("x")'
    assert plain(second.text) == "Er sagte „nein“"
    assert made.title == "The “first” talk"
    assert third is deck.slides[2].body
    assert typographic(made) is made


def plain(text: Text) -> str:
    return text.plain
