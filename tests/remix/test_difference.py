"""Differences between decks: what is said of each slide, and the law that they lead there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from deckgen.outline.load import read
from deckgen.outline.model import Deck
from deckgen.remix.difference import Difference, apply, diff
from deckgen.syntax import printer
from deckgen.syntax.nodes import Node
from deckgen.world import MemoryWorld
from outline.outlines import outlines

WORLD = MemoryWorld()


def deck(text: str) -> Deck:
    found = read(text.encode(), "deck.yaml", WORLD).value
    assert found is not None
    return found


def said(difference: Difference) -> list[str]:
    return [
        " ".join([
            *(["moved"] if step.moved else []), step.what, step.id,
            *(change.field for change in step.changes),
        ])
        for step in difference.steps
    ]  # fmt: skip


def slides(*names: str) -> Deck:
    return deck("slides:\n" + "".join(f"- statement: {name}\n" for name in names))


@given(outlines(), outlines(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_a_difference_leads_from_the_one_deck_to_the_other(
    one: Node, other: Node, dice: st.DataObject
) -> None:
    first = deck(printer.write(one))
    second = deck(printer.write(other))
    mixed = [
        *second.slides,
        *(s for s in first.slides if s.id not in {x.id for x in second.slides}),
    ]
    dice.shuffle(mixed)  # type: ignore[attr-defined]
    for goal in (second, structs.replace(second, slides=tuple(mixed))):
        assert apply(diff(first, goal), first) == goal
    assert diff(first, first).empty


def test_added_gone_and_kept() -> None:
    assert said(diff(slides("een", "twee"), slides("twee", "drie"))) == [
        "kept twee", "added drie", "gone een",
    ]  # fmt: skip


def test_only_the_slide_that_moved_is_moved() -> None:
    found = diff(slides("een", "twee", "drie", "vier"), slides("een", "drie", "vier", "twee"))
    assert said(found) == ["kept een", "kept drie", "kept vier", "moved kept twee"]


def test_fields_that_changed_are_named() -> None:
    one = deck("title: A\nslides:\n- id: x\n  title: Een\n  points: [a]\n  minutes: 1\n")
    other = deck("title: B\nslides:\n- id: x\n  title: Twee\n  points: [a, b]\n  minutes: 1\n")
    found = diff(one, other)
    assert said(found) == ["changed x title body"] or said(found) == ["changed x body title"]
    assert [change.field for change in found.head] == ["title"]


def test_a_slide_under_another_name_is_known_by_its_words() -> None:
    one = deck("slides:\n- id: oud\n  title: Twee werelden\n  points: [systeem en leefwereld]\n")
    other = deck(
        "slides:\n- id: nieuw\n  title: Twee werelden\n  points: [leefwereld en systeem]\n"
    )
    (step,) = diff(one, other).steps
    assert step.what == "changed"
    assert {"id", "body"} <= {change.field for change in step.changes}


def test_a_difference_of_other_decks_is_refused() -> None:
    found = diff(slides("een", "twee"), slides("twee"))
    with pytest.raises(ValueError, match="no slide 2"):
        apply(found, slides("een"))
