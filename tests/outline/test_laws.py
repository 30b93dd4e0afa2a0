"""Laws of reading and printing: no input raises, and what is printed reads back the same."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckgen.outline import inline, marks
from deckgen.outline.load import read
from deckgen.outline.printer import print_deck
from deckgen.syntax import printer
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.tree import parse
from deckgen.world import MemoryWorld

from .outlines import ALPHABET, outlines

WORLD = MemoryWorld()
TYPED = st.text(ALPHABET + "\t\n", max_size=60)


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    read(data, "deck.yaml", WORLD)


@given(TYPED)
def test_no_text_raises_and_every_failure_says_why(text: str) -> None:
    found = read(("slides:\n- " + text).encode(), "deck.yaml", WORLD)
    assert found.value is not None or found.diagnostics
    assert all(finding.hints for finding in found.diagnostics)


@given(outlines())
@settings(max_examples=200, deadline=None)
def test_printed_decks_read_back_the_same(tree: Node) -> None:
    data = printer.write(tree).encode()
    deck = read(data, "deck.yaml", WORLD).value
    assert deck is not None
    assume(deck.slides)
    printed = print_deck(deck)
    assert read(printed.encode(), "deck.yaml", WORLD).value == deck, printed
    assert print_deck(deck) == printed


def _bare(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_bare(item) for item in node.items]
    return {key.text: _bare(value) for key, value in node.entries}


SCALARS = st.text(max_size=30).map(lambda text: Scalar(text, quoted=True))


def _containers(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    flow = st.booleans()
    lists = st.builds(lambda v, f: Sequence(tuple(v), flow=f), st.lists(inner, max_size=3), flow)
    pairs = st.lists(st.tuples(SCALARS, inner), max_size=3, unique_by=lambda pair: pair[0].text)
    return lists | st.builds(lambda v, f: Mapping(tuple(v), flow=f), pairs, flow)


@given(st.recursive(SCALARS, _containers, max_leaves=12))
@settings(max_examples=300, deadline=None)
def test_printed_nodes_read_back_the_same(node: Node) -> None:
    found = parse(printer.write(node).encode("utf-8", "surrogatepass"), "x.yaml")
    assert found.value is not None and not found.diagnostics, printer.write(node)
    assert _bare(found.value) == _bare(node)


@given(st.text(ALPHABET, max_size=30))
@settings(max_examples=500, deadline=None)
def test_marks_are_stable(text: str) -> None:
    runs = inline.parse(text.strip())
    assert inline.parse(marks.write(runs)) == runs


@given(st.text(max_size=40))
def test_no_word_is_lost(text: str) -> None:
    plain = "".join(run.text for run in inline.parse(text))
    letters = [char for char in text if char.isalnum()]
    assert [char for char in plain if char.isalnum()] == letters or "](" in text
