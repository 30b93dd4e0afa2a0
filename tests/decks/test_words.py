"""Both lecture decks carry the lecturer's words: all of them, only them, in reading order."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import dropwhile
from pathlib import Path

import pytest

from decks.slide_words import Wanted, carried, links, titles, wanted, words

ROOT = Path(__file__).resolve().parents[2]
SLIDES = {"big-society": 40, "zuyd-2013": 35}
TEMPLATES = sorted(path.parent.name for path in (ROOT / "templates").glob("*/template.yaml"))
CASES = [(deck, template) for deck in SLIDES for template in TEMPLATES]

each_build = pytest.mark.parametrize(("deck", "template"), CASES)


@cache
def built(deck: str, template: str) -> bytes:
    from deckgen.disk import DiskWorld
    from deckgen.pipeline import compile_deck
    from deckgen.writers.pptx.package import write

    found = compile_deck("deck.yaml", DiskWorld(str(ROOT / "decks" / deck)), template)
    assert found.scene is not None, "\n".join(f"{d.code}: {d.message}" for d in found.diagnostics)
    return write(found.scene)


def by_slide(deck: str, template: str) -> list[tuple[int, Wanted, list[str]]]:
    pairs = zip(wanted(deck), carried(built(deck, template)), strict=True)
    return [(number, *pair) for number, pair in enumerate(pairs, 1)]


def is_drawn_numeral(word: str) -> bool:
    return word.isdigit() and len(word) <= 2


@pytest.mark.parametrize("deck", SLIDES)
def test_expected_files_have_every_slide(deck: str) -> None:
    assert len(wanted(deck)) == SLIDES[deck]


@pytest.mark.parametrize("deck", SLIDES)
def test_outline_reads_without_findings(deck: str) -> None:
    from deckgen.disk import DiskWorld
    from deckgen.remix.load import load

    found = load("deck.yaml", DiskWorld(str(ROOT / "decks" / deck)))
    assert [(d.code, d.message) for d in found.diagnostics] == []
    assert found.value is not None
    assert len(found.value.slides) == SLIDES[deck]
    assert sum(slide.minutes or 0 for slide in found.value.slides) == found.value.minutes


@each_build
def test_slides_are_counted(deck: str, template: str) -> None:
    assert len(carried(built(deck, template))) == SLIDES[deck]


@each_build
def test_no_word_is_lost_or_added(deck: str, template: str) -> None:
    wrong = {}
    for number, slide, found in by_slide(deck, template):
        asked = Counter(word for line in slide.lines for word in line)
        lost = asked - Counter(found)
        added = [word for word in Counter(found) - asked if not is_drawn_numeral(word)]
        if lost or added:
            wrong[number] = {"lost": sorted(lost), "added": sorted(added)}
    assert wrong == {}


@each_build
def test_words_come_in_reading_order(deck: str, template: str) -> None:
    wrong = {
        number: found
        for number, slide, found in by_slide(deck, template)
        if not reads_in_order(slide, found)
    }
    assert wrong == {}


def reads_in_order(slide: Wanted, found: list[str]) -> bool:
    """Every line in one piece, and the lines in order unless it's a figure."""
    if slide.figure:
        text = " ".join(["", *found, ""])
        return all(f" {' '.join(line)} " in text for line in slide.lines)
    asked = [word for line in slide.lines for word in line]
    for word in found:
        if asked and word == asked[0]:
            del asked[0]
        elif not is_drawn_numeral(word):
            return False
    return not asked


@each_build
def test_titles_come_first(deck: str, template: str) -> None:
    found = zip(titles(built(deck, template)), carried(built(deck, template)), strict=True)
    wrong = {n: read for n, (title, read) in enumerate(found, 1) if not begins(title, read)}
    assert wrong == {}


def begins(title: list[str], read: list[str]) -> bool:
    """The title is read first; only the numeral that is drawn before it may precede it."""
    spoken = list(dropwhile(is_drawn_numeral, read))
    return title in (read[: len(title)], spoken[: len(title)])


@each_build
def test_addresses_are_live(deck: str, template: str) -> None:
    found = links(built(deck, template))
    for number, slide in enumerate(wanted(deck)):
        for word in (word for line in slide.lines for word in line):
            if word.startswith(("http://", "www.")):
                bare = word.removeprefix("http://")
                assert any(bare in address for address in found[number]), (number + 1, word)


def test_words_drop_signs_and_marks() -> None:
    assert words("“In Zweden – 1. ▄ ▄ -> ja!” #tag") == ["In", "Zweden", "1", "ja!", "#tag"]
