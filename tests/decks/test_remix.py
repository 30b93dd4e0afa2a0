"""The second lecture is a remix of the first: what comes back, what was changed, what is new."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from deckgen.disk import DiskWorld
from deckgen.outline.model import Deck
from deckgen.remix.load import load

ROOT = Path(__file__).resolve().parents[2]
BACK = [
    "transitie",
    "fasen",
    "staatsgreep",
    "systeemwereld",
    "ontpersoonlijking",
    "wantrouwen",
    "beheersing",
    "systeem-loopt-vast",
    "opposition",
    "twee-bewegingen",
    "generalisten",
    "dimensies",
    "netwerken",
    "co-professionals",
    "eigenaarschap",
    "herontwerp",
    "contact",
]


@cache
def lecture(name: str) -> Deck:
    found = load("deck.yaml", DiskWorld(str(ROOT / "decks" / name)))
    assert found.value is not None
    assert found.diagnostics == ()
    return found.value


def test_slides_that_come_back_keep_their_name_and_say_where_they_come_from() -> None:
    reused = [slide for slide in lecture("zuyd-2013").slides if slide.came]
    assert [slide.id for slide in reused] == BACK
    assert {slide.came.deck for slide in reused if slide.came} == {"../big-society/deck.yaml"}


def test_two_come_back_as_they_were() -> None:
    slides = {slide.id: slide for slide in lecture("zuyd-2013").slides}
    same = [name for name in BACK if (came := slides[name].came) and not came.overrides]
    assert same == ["wantrouwen", "contact"]


def test_only_what_is_said_differently_differs() -> None:
    first = {slide.id: slide for slide in lecture("big-society").slides}
    second = {slide.id: slide for slide in lecture("zuyd-2013").slides}
    assert second["netwerken"].body == first["netwerken"].body
    assert second["netwerken"].title != first["netwerken"].title
    assert second["opposition"].notes == first["opposition"].notes
    assert second["opposition"].body != first["opposition"].body
