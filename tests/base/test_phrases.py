"""What deckgen says by itself, it says in the deck's language."""

from __future__ import annotations

import pytest
from msgspec.structs import asdict

from deckgen.base.phrases import LANGUAGES, phrases


@pytest.mark.parametrize(
    ("tag", "back"), [("nl-BE", "Terug"), ("DE", "Zurück"), ("fr", "Retour"), ("xx", "Back")]
)
def test_the_way_back_by_language(tag: str, back: str) -> None:
    assert phrases(tag).back == back


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_word_is_left_out(tag: str) -> None:
    assert all(asdict(phrases(tag)).values())
