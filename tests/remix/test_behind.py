"""Translations beside an outline: those that fall short have a note, all others none."""

from __future__ import annotations

import pytest

from deckgen.remix.behind import behind
from deckgen.remix.load import untranslated
from deckgen.remix.translating import Wish, updated
from deckgen.world import MemoryWorld

DECK = b"lang: nl-NL\nslides:\n- {statement: Een, id: een}\n- {statement: Twee, id: twee}\n"
HEAD = "translates: deck.yaml\nlang: en-GB\nslides:\n"


def notes(**files: str) -> list[str]:
    named = {f"talk/deck.{tag}.yaml": text.encode() for tag, text in files.items()}
    found = list(behind("talk/deck.yaml", MemoryWorld({"talk/deck.yaml": DECK, **named})))
    assert all(one.severity == "note" and one.code == "remix/behind" for one in found)
    return [one.message for one in found]


def done() -> str:
    """A translation that is done: started, its words translated, and what was to do taken out."""
    grown = untranslated("talk/deck.yaml", MemoryWorld({"talk/deck.yaml": DECK}), "en").value
    assert grown is not None
    text = f"{HEAD}  een: {{statement: One}}\n  twee: {{statement: Two}}\n"
    return updated(text, grown.outline, Wish("deck.yaml", "en-GB", ("all",))) or ""


def test_what_is_done_has_no_note() -> None:
    assert notes() == []
    assert notes(en=done()) == []


def test_each_language_that_falls_short_has_one() -> None:
    stale = done().replace("of: ", "of: 0", 1)
    assert "of: 0" in stale
    assert notes(en=stale, de=f"{HEAD}  een: {{statement: Eins}}\n".replace("en-GB", "de-DE")) == [
        "deck.de.yaml: 1 slide missing.",
        "deck.en.yaml: 1 slide stale.",
    ]


@pytest.mark.parametrize("text", [DECK.decode(), "lang: en-GB\nslides: []\n"])
def test_a_talk_of_its_own_is_no_translation(text: str) -> None:
    assert notes(en=text) == []


def test_one_in_the_outlines_own_language_is_left_to_others() -> None:
    assert notes(nl=HEAD) == []


def test_one_that_can_not_be_read_is_told() -> None:
    assert notes(en="# translates:\n- een\n") == ["deck.en.yaml: can't be read."]
