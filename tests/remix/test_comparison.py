"""What is different, ready to be shown: rows in their places, and nothing that gets lost."""

from __future__ import annotations

import json

from hypothesis import given, settings
from msgspec.structs import replace

from deckgen.cli.differing import Ink, record, rendered
from deckgen.outline.load import read
from deckgen.outline.model import Deck, Provenance
from deckgen.remix.comparison import compare
from deckgen.remix.difference import diff
from deckgen.syntax import printer
from deckgen.syntax.nodes import Node
from deckgen.world import MemoryWorld
from outline.outlines import outlines

WORLD = MemoryWorld()


def deck(text: str) -> Deck:
    found = read(text.encode(), "deck.yaml", WORLD).value
    assert found is not None
    return found


def slides(*names: str) -> Deck:
    return deck("slides:\n" + "".join(f"- statement: {name}\n" for name in names))


def order(one: Deck, other: Deck) -> list[str]:
    return [f"{row.what} {row.id}" for row in compare(one, other).rows]


@given(outlines(), outlines())
@settings(max_examples=40, deadline=None)
def test_what_the_model_finds_is_shown(one: Node, other: Node) -> None:
    first, second = deck(printer.write(one)), deck(printer.write(other))
    found, model = compare(first, second), diff(first, second)
    assert found.equal == model.empty
    for row in found.rows:
        renamed = bool(row.was)
        assert bool(row.details) or renamed or row.what != "changed"
    assert len(found.rows) == len(model.steps)
    assert rendered(found, ("a", "b"), Ink(False)).startswith("a → b\n")
    assert json.loads(json.dumps(record(found, ("a", "b"))))["equal"] == found.equal
    assert compare(first, first).equal


def test_slides_that_are_gone_stand_where_they_stood() -> None:
    one = slides("een", "twee", "drie", "vier")
    assert order(one, slides("een", "vier", "vijf")) == [
        "kept een", "gone twee", "gone drie", "kept vier", "added vijf",
    ]  # fmt: skip
    assert order(one, slides("vijf")) == [
        "gone een", "gone twee", "gone drie", "gone vier", "added vijf",
    ]  # fmt: skip


def test_the_same_words_in_another_file_are_the_same() -> None:
    one = slides("een")
    assert compare(one, replace(one, file="elders.yaml", variant="kort")).equal


def test_where_a_slide_was_taken_from_is_said() -> None:
    one = slides("een")
    came = Provenance("bron/deck.yaml", "een", "1234")
    other = replace(one, slides=(replace(one.slides[0], came=came),))
    (row,) = compare(one, other).rows
    assert [(d.way, d.what, d.after) for d in row.details] == [
        ("from", "added", "bron/deck.yaml#een")
    ]
    later = replace(one, slides=(replace(one.slides[0], came=replace(came, revision="5678")),))
    (row,) = compare(other, later).rows
    assert [(d.way, d.before, d.after) for d in row.details] == [("came.revision", "1234", "5678")]


def test_a_slide_that_was_renamed_says_what_it_was() -> None:
    text = "slides:\n- id: oud\n  title: Twee werelden\n  points: [systeem]\n"
    (row,) = compare(deck(text), deck(text.replace("oud", "nieuw"))).rows
    assert (row.what, row.id, row.was, row.details) == ("changed", "nieuw", "oud", ())
