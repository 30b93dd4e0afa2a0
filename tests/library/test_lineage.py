"""Versions of a slide: by where they came from, and by what they say."""

from __future__ import annotations

import itertools
import os
import random

import pytest

from deckgen.disk import DiskWorld
from deckgen.library import likeness
from deckgen.library.lineage import Families
from deckgen.library.search import lineage
from deckgen.library.store import Store
from deckgen.library.versions import Slides, differences
from deckgen.library.wording import words
from library.shelf import Shelf

LONG = "De wijk is de plek waar burgers en professionals elkaar elke dag weer tegenkomen"


def versions(shelf: Shelf, deck: str, slide: str) -> list[str]:
    shelf.refreshed()
    path = os.path.realpath(shelf.folder / deck / "deck.yaml")
    return sorted(one.shown for one in lineage(Store(str(shelf.cache)), path, slide))


def families(shelf: Shelf) -> set[frozenset[str]]:
    """All lineages."""
    base = Store(str(shelf.cache)).base
    found: dict[int, set[str]] = {}
    for number, deck, name in base.execute(
        "SELECT lineage, volume.name, slide.name FROM slide JOIN volume ON volume.id = volume"
    ):
        found.setdefault(number, set()).add(f"{deck}#{name}")
    return {frozenset(one) for one in found.values()}


def test_a_slide_that_was_taken_is_a_version_whatever_it_says(shelf: Shelf) -> None:
    shelf.deck("bron", "- statement: Heel kort\n  id: a\n")
    shelf.deck("los", "- use: bron#a\n  statement: Zonder een woord gemeen\n")
    shelf.deck("ver", "- use: los#a\n  statement: Verder van huis\n")
    assert versions(shelf, "bron", "a") == ["bron#a", "los#a", "ver#a"]


def test_a_slide_that_says_nearly_the_same_is_a_version(shelf: Shelf) -> None:
    shelf.deck("een", f"- statement: {LONG}\n  id: a\n")
    shelf.deck("twee", f"- text: {LONG} ook\n  id: b\n")
    shelf.deck("drie", "- statement: In het ziekenhuis wachten mensen op een bed of op nieuws\n")
    assert versions(shelf, "een", "a") == ["een#a", "twee#b"]
    hits = shelf.answer("professionals").hits
    assert len(hits) == 1
    assert len(hits[0].versions) == 2
    assert len(shelf.answer("professionals", every=True).hits) == 2


def test_one_word_is_no_sign_of_kinship(shelf: Shelf) -> None:
    shelf.deck("een", "- statement: Vragen?\n  id: a\n")
    shelf.deck("twee", "- statement: Vragen?\n  id: b\n")
    assert versions(shelf, "een", "a") == ["een#a"]


def test_a_lineage_parts_when_what_held_it_together_goes(shelf: Shelf) -> None:
    shelf.deck("a", "- statement: Een\n  id: s\n")
    shelf.deck("b", "- use: a#s\n  id: t\n  statement: Twee\n")
    shelf.deck("c", "- use: b#t\n  id: u\n  statement: Drie\n")
    assert versions(shelf, "c", "u") == ["a#s", "b#t", "c#u"]
    shelf.deck("b", "- statement: Twee\n  id: t\n")
    assert versions(shelf, "a", "s") == ["a#s"]
    assert versions(shelf, "c", "u") == ["b#t", "c#u"]


def test_the_order_in_which_decks_come_makes_no_difference(shelf: Shelf) -> None:
    """A library that grew and one that was read at once have the same lineages."""
    chance = random.Random(3)
    said = LONG.split()
    for number in range(60):
        row = list(said) if number % 3 else [f"w{number}x{n}" for n in range(14)]
        row[chance.randrange(len(row))] = f"n{number}"
        shelf.deck(f"d{number}", f"- statement: {' '.join(row)}\n  id: s\n",
                   f"- use: d{number // 2}#s\n  id: t\n" if number else "")  # fmt: skip
        if number % 7 == 0:
            shelf.refreshed()
    shelf.refreshed()
    grown = families(shelf)
    shelf.cache.unlink()
    shelf.refreshed()
    assert families(shelf) == grown
    assert max(map(len, grown)) > 30


def test_what_differs_between_versions(shelf: Shelf) -> None:
    shelf.deck("een", f"- statement: {LONG}\n  id: a\n  minutes: 2\n")
    shelf.deck("twee", f"- title: Kort\n  text: {LONG}\n  id: b\n  tags: [wijk]\n")
    shelf.refreshed()
    path = os.path.realpath(shelf.folder / "een" / "deck.yaml")
    first, second = sorted(lineage(Store(str(shelf.cache)), path, "a"), key=lambda one: one.path)
    read = Slides(DiskWorld)
    one, other = read.of(first), read.of(second)
    assert one is not None
    assert other is not None
    found = {each.field: (each.before, each.after) for each in differences(one, other)}
    assert found == {
        "kind": ("statement", "text"), "title": ("", "Kort"), "minutes": ("2", ""),
        "tags": ("", "wijk"),
    }  # fmt: skip
    assert differences(one, one) == ()


@pytest.mark.parametrize("shared", [0, 10, 20, 30, 40])
def test_a_sketch_estimates_what_is_shared(shared: int) -> None:
    """Against the sets themselves, over many pairs."""
    off = []
    for number in range(60):
        common = [f"c{number}-{n}" for n in range(shared)]
        one = common + [f"a{number}-{n}" for n in range(40 - shared)]
        other = common + [f"b{number}-{n}" for n in range(40 - shared)]
        sets = [{*row, *map(" ".join, itertools.pairwise(row))} for row in (one, other)]
        true = len(sets[0] & sets[1]) / len(sets[0] | sets[1])
        off.append(likeness.likeness(likeness.sketch(one), likeness.sketch(other)) - true)
    assert abs(sum(off) / len(off)) < 0.05
    assert max(map(abs, off)) < 0.4


def test_alike_slides_share_a_key_and_others_seldom() -> None:
    row = words(LONG * 2)
    other = [*row[:-1], "anders"]
    assert set(likeness.loose(likeness.sketch(row))) & set(likeness.loose(likeness.sketch(other)))
    strange = [f"x{n}" for n in range(20)]
    assert not set(likeness.loose(likeness.sketch(row))) & set(
        likeness.loose(likeness.sketch(strange))
    )


def test_too_few_words_have_no_sketch() -> None:
    assert likeness.sketch(["een", "twee"]) == b""
    assert likeness.likeness(b"", b"") == 0


def test_families_know_their_smallest() -> None:
    found = Families()
    for pair in ((5, 9), (9, 3), (7, 8), (8, 5)):
        found.join(*pair)
    assert {found.of(one) for one in (3, 5, 7, 8, 9)} == {3}
    assert found.of(4) == 4
