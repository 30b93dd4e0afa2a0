"""Differences between decks: what is said of each slide, and the law that they lead there."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from deckgen.outline.load import read
from deckgen.outline.model import Deck
from deckgen.readers.pptx.telling import Leaf, Presentation
from deckgen.remix.difference import Difference, apply, diff
from deckgen.remix.load import load
from deckgen.remix.variants import Wanted
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


def test_a_slide_between_the_same_neighbours_is_known_by_some_of_its_words() -> None:
    one = slides("Eerst", "Burgers nemen het heft in handen", "Laatst")
    other = slides("Eerst", "Burgers geven het heft uit handen", "Laatst")
    assert said(diff(one, other))[1] == "changed burgers-geven-het-heft-uit-handen id body"
    elsewhere = slides("Burgers geven het heft uit handen", "Eerst", "Laatst")
    assert "gone burgers-nemen-het-heft-in-handen" in said(diff(one, elsewhere))


def test_of_several_the_most_alike_is_the_slide() -> None:
    one = slides("Rood en groen en blauw en geel", "Rood en groen en blauw en geel en wit")
    other = slides("Rood en groen en blauw en geel en wit en zwart")
    (step, gone) = diff(one, other).steps
    assert (step.what, step.at, gone.what, gone.at) == ("changed", 1, "gone", 0)


VARIED = """\
title: Proef
lang: nl-NL
variants:
  kort: {minutes: 2, title: Kort}
  studenten: {audience: students}
slides:
- statement: Een
  priority: 3
- title: Lijst
  points: [een, twee]
  minutes: 2
  variants: {kort: {points: {add: drie}}}
- question: Alleen voor jullie?
  only: students
"""


def test_the_law_holds_between_the_forms_of_a_talk() -> None:
    world = MemoryWorld({"deck.yaml": VARIED.encode()})
    forms = [load("deck.yaml", world, Wanted(name)).value for name in ("", "kort", "studenten")]
    for one in forms:
        for other in forms:
            assert one is not None and other is not None
            assert apply(diff(one, other), one) == other
    whole, short, _ = forms
    assert whole is not None and short is not None
    assert said(diff(whole, short)) == ["changed lijst body", "gone een"]


TEXTS = st.lists(st.sampled_from(["een", "twee", "drie vier", "vijf"]), max_size=3).map(tuple)
LEAVES = st.builds(
    Leaf, st.sampled_from("abcdefgh"), st.sampled_from(["", "Een", "Twee", "Twee drie"]), TEXTS,
    notes=TEXTS, hidden=st.booleans(),
)  # fmt: skip
SHOWN = st.builds(
    Presentation, st.lists(LEAVES, max_size=8, unique_by=lambda leaf: leaf.id).map(tuple),
    st.sampled_from(["", "Een talk"]),
)  # fmt: skip


@given(SHOWN, SHOWN)
def test_the_law_holds_between_presentations(one: Presentation, other: Presentation) -> None:
    assert apply(diff(one, other), one) == other
    assert diff(one, one).empty


def test_a_thousand_slides_against_a_thousand_others_take_no_time() -> None:
    one, other = ([Leaf(f"{sign}{n}", "de", tuple(f"het woord {n * step + k}" for k in range(20)))
                   for n in range(1000)] for sign, step in (("a", 7), ("b", 11)))  # fmt: skip
    before = process_time()
    found = diff(Presentation(tuple(one)), Presentation(tuple(other)))
    assert len(found.steps) >= 1000
    assert process_time() - before < 6  # measured: 0.6 s


def test_a_difference_of_other_decks_is_refused() -> None:
    found = diff(slides("een", "twee"), slides("twee"))
    with pytest.raises(ValueError, match="no slide 2"):
        apply(found, slides("een"))
