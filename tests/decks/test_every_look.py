"""Both lectures build in every look on pages of every form, without an error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from deckgen.disk import DiskWorld
from deckgen.layout.deck import lay_out
from deckgen.layout.memo import Memo
from deckgen.layout.omissions import omissions
from deckgen.outline.model import Deck
from deckgen.remix.load import load
from deckgen.template.load import load as load_template
from deckgen.template.model import ASPECTS

ROOT = Path(__file__).resolve().parents[2]
LOOKS = sorted(folder.name for folder in (ROOT / "templates").iterdir())
LECTURES = ("big-society", "zuyd-2013")


@cache
def lecture(name: str) -> tuple[Deck, DiskWorld]:
    world = DiskWorld(str(ROOT / "decks" / name))
    deck = load("deck.yaml", world).value
    assert deck is not None
    return deck, world


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", LECTURES)
def test_a_lecture_fits_in_every_look(name: str, look: str, aspect: str) -> None:
    deck, world = lecture(name)
    template = load_template(look, world).value
    assert template is not None
    shaped = replace(deck, aspect=aspect)
    laid = lay_out(shaped, template.shaped(aspect), world, memo=Memo())
    found = [*laid.diagnostics, *omissions(shaped, laid.value.pages)]
    assert [one.message for one in found] == []
