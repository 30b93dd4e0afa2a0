"""What is written into a lock is what is read out of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.remix import lock
from deckgen.remix.keeping import extended, pinned, renewed, same
from deckgen.remix.lock import Lock
from deckgen.remix.reuse import Use
from deckgen.remix.stock import Taken
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import MemoryWorld

SIGNS = "aé日 \t\n:#-[]{}&*!|>'\"%@`~0.,?\\\u00a0\u2028"
TEXTS = st.text(SIGNS, max_size=12) | st.sampled_from(
    ["No", "~", "1e3", "12:30", "", "- a", "{{x}}"]
)
KEYS = st.text("abcé- ", min_size=1, max_size=8).filter(lambda text: text.strip() == text)
NAMES = st.text("abc12-", min_size=1, max_size=6)


def mapping(pairs: dict[str, Node]) -> Mapping:
    return Mapping(tuple((Scalar(key), value) for key, value in pairs.items()))


NODES: st.SearchStrategy[Node] = st.recursive(
    st.builds(Scalar, TEXTS, quoted=st.just(True)),
    lambda inner: st.one_of(
        st.builds(Sequence, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.dictionaries(KEYS, inner, min_size=1, max_size=3).map(mapping),
    ),
    max_leaves=6,
)
DECKS = st.sampled_from(["../b/deck.yaml", "c.yaml", "x/y/deck.yaml", "../../b c/é.yaml"])
TAKEN = st.builds(
    Taken,
    NAMES,
    st.dictionaries(KEYS, NODES, min_size=1, max_size=3).map(mapping),
    st.dictionaries(st.just("x"), TEXTS),
    st.lists(st.builds("{}#{}".format, DECKS, NAMES), max_size=2).map(tuple),
    st.booleans(),
)
USES = st.builds(
    lambda deck, pick, many, taken: Use(deck, pick, many, tuple(taken), ()),
    DECKS, st.just("b#tag:é, x"), st.booleans(), st.lists(TAKEN, max_size=3),
)  # fmt: skip
HASHES = st.dictionaries(st.sampled_from(["font A-B.ttf", "../b/é a.jpg"]), NAMES)
LOCKS = st.builds(pinned, st.lists(USES, max_size=3), st.just("en-GB"), HASHES)


def written(one: Lock, outline: str = "deck.yaml") -> Lock:
    data = lock.rewritten(None, outline, one)
    found = lock.read(outline, MemoryWorld({lock.place(outline): data}))
    assert found.diagnostics == ()
    return found.value


@settings(max_examples=150, deadline=None)
@given(LOCKS)
def test_what_is_written_is_read(one: Lock) -> None:
    if not lock.empty(one):
        assert same(written(one), one)


@settings(max_examples=50, deadline=None)
@given(LOCKS, LOCKS)
def test_the_parts_of_others_stay_as_they_are(one: Lock, other: Lock) -> None:
    first = lock.rewritten(None, "a.yaml", one)
    both = lock.rewritten(first, "b.yaml", other)
    assert lock.rewritten(both, "b.yaml", other) == both
    assert lock.rewritten(both, "b.yaml", Lock()) == lock.rewritten(first, "a.yaml", one)


@settings(max_examples=50, deadline=None)
@given(LOCKS, LOCKS)
def test_what_is_pinned_stays(before: Lock, now: Lock) -> None:
    after = extended(before, now)
    assert {**after.pins, **before.pins} == after.pins
    assert same(extended(after, now), after)
    assert same(renewed(before, before, frozenset()), before)


def test_a_lock_names_outlines_as_seen_from_its_folder() -> None:
    node = mapping({"statement": Scalar("Een")})
    use = Use("b/deck.yaml", "b", True, (Taken("een", node, {}, ("c.yaml#x",)),), ())
    one = pinned([use], "nl-NL")
    text = lock.rewritten(None, "talks/a/deck.yaml", one).decode()
    assert "from: ../../b/deck.yaml#een" in text
    assert "by: [../../c.yaml#x]" in text
    assert same(written(one, "talks/a/deck.yaml"), one)
