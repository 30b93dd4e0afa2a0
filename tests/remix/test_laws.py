"""Laws of the remix: no input raises, reuse keeps what it takes, edits undo each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from deckgen.base.diagnostics import Diagnostic
from deckgen.outline import jumps
from deckgen.outline.model import Block, Contact, Deck, Section, Slide, Statement, Text
from deckgen.remix.load import load
from deckgen.remix.merge import merged
from deckgen.remix.plan import length, opens, select
from deckgen.remix.revisions import revision
from deckgen.remix.variants import Wanted
from deckgen.syntax import printer
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import MemoryWorld
from outline.outlines import outlines

# What people type in references, and what they don't.
TYPED = st.text("ab-#.,: …–*/\\'\"~{}[]|>&!%@\t\n9Éß", max_size=24)
PLACES = (
    "- use: {0}\n",
    "- use: [b#a, {0}]\n",
    "- use: b\n  without: {0}\n",
    "- use: b#a\n  points: {0}\n",
    "- use: b#a\n  points: {{remove: {0}}}\n",
    "- use: b#a\n  points: {{after: {{{0}: x}}}}\n",
    "- use: b#a\n  variants: {0}\n",
    "- use: b#a\n  variants: {{kort: {0}}}\n",
    "- statement: x\n  needs: {0}\n  only: {0}\n",
)
SOURCE = b"slides:\n- id: a\n  points: [een, twee]\n- section: Deel\n- statement: b\n  tags: wijk\n"
FAST = settings(max_examples=60, deadline=None)


def world(**files: bytes | str) -> MemoryWorld:
    """Decks by name; `a` is the one that is read."""
    return MemoryWorld({
        f"{name}/deck.yaml" if "." not in name else name: text if isinstance(text, bytes)
        else text.encode() for name, text in files.items()
    })  # fmt: skip


def told_well(found: Iterable[Diagnostic], world: MemoryWorld) -> None:
    """Every finding says what to type, and stands in a file that is there."""
    for one in found:
        assert one.hints, one
        assert one.span is None or world.size(one.span.file) is not None, one
        assert all(edit.span.file == (one.span and one.span.file) for edit in one.edits), one


def said(deck: Deck) -> list[Slide]:
    """What the slides say, without where it is from and what stays behind."""
    return [structs.replace(slide, came=None, only=(), layout="") for slide in deck.slides]


@given(st.sampled_from(PLACES), TYPED)
@settings(max_examples=250, deadline=None)
def test_nothing_typed_raises(place: str, typed: str) -> None:
    made = world(a="variants: {kort: {minutes: 2}}\nslides:\n" + place.format(typed), b=SOURCE)
    found = load("a/deck.yaml", made, Wanted("kort"))
    told_well(found.diagnostics, made)
    assert load("a/deck.yaml", made, Wanted("kort")) == found


@given(st.binary(max_size=80), st.sampled_from(("b/deck.yaml", "b/deck.en.yaml", "a/deckgen.lock")))
@FAST
def test_no_bytes_of_another_file_raise(data: bytes, name: str) -> None:
    made = MemoryWorld({
        "a/deck.yaml": b"lang: nl-NL\nslides:\n- use: b#a\n", "b/deck.yaml": SOURCE, name: data,
    })  # fmt: skip
    told_well(load("a/deck.yaml", made, Wanted(lang="en")).diagnostics, made)


NODES = st.recursive(
    st.sampled_from(["add", "remove", "~", "", "een", "#2", "b#a"]).map(Scalar),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items))),
        st.lists(
            st.tuples(
                st.sampled_from([
                    "add", "first", "before", "after", "replace", "remove", "points", "title",
                    "notes", "een", "use", "variants", "statement",
                ]).map(Scalar),
                inner,
            ),
            max_size=3,
            unique_by=lambda pair: pair[0].text,
        ).map(lambda pairs: Mapping(tuple(pairs))),
    ),
    max_leaves=6,
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.sampled_from(["points", "title", "notes", "use", "statement"]).map(Scalar), NODES),
    max_size=3,
    unique_by=lambda pair: pair[0].text,
).map(lambda pairs: Mapping(tuple(pairs)))


@given(CHANGES, CHANGES)
@settings(max_examples=150, deadline=None)
def test_no_node_raises(source: Mapping, changes: Mapping) -> None:
    made = merged(source, changes, "b#a")
    assert all(one.hints for one in made.found)


@given(outlines())
@settings(max_examples=80, deadline=None)
def test_a_deck_that_is_taken_whole_is_the_same(tree: Node) -> None:
    data = printer.write(tree)
    made = world(a="slides:\n- use: b\n", b=data, c="slides:\n- use: b\n", d="slides:\n- use: c\n")
    source = load("b/deck.yaml", made).value
    assert source is not None
    if not source.slides:
        return
    whole = load("a/deck.yaml", made)
    assert whole.value is not None
    by_words = [structs.replace(slide, id="") for slide in said(whole.value)]
    assert _anywhere(by_words) == _anywhere([structs.replace(s, id="") for s in said(source)])
    chained = load("d/deck.yaml", made)
    assert chained.value is not None
    assert said(chained.value) == said(whole.value)
    assert [s.came and s.came.revision for s in chained.value.slides] == [
        s.came and s.came.revision for s in whole.value.slides
    ]


def _anywhere(slides: list[Slide]) -> list[Any]:
    """Slides without jumps, which may lead to a slide under another name."""
    return [jumps.renamed(slide, lambda name: "") for slide in slides]


@given(outlines())
@FAST
def test_a_change_to_what_the_source_says_is_idle(tree: Node) -> None:
    listed = tree.get("slides") if isinstance(tree, Mapping) else None
    for node in listed.items if isinstance(listed, Sequence) else ():
        if isinstance(node, Mapping):
            made = merged(node, node, "b#a")
            assert not made.paths
            assert revision(made.node) == revision(node)
            same = [one for one in made.found if one.code == "remix/idle-override"]
            full = [value for _, value in node.entries if value != Scalar("") and _plain(value)]
            assert len(same) >= len(full)


def _plain(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.empty


WORDS = st.lists(
    st.sampled_from(["een", "twee", "drie", "vier", "vijf", "zes"]), min_size=2, unique=True
)


@given(WORDS, st.data())
@FAST
def test_an_item_that_is_taken_out_and_put_back(words: list[str], data: st.DataObject) -> None:
    items = Sequence(tuple(map(Scalar, words)))
    at = data.draw(st.integers(0, len(words) - 1))
    how, where = ("after", words[at - 1]) if at else ("before", words[1])
    away = _edited(items, {"remove": Scalar(words[at])})
    back = _edited(away, {how: Mapping(((Scalar(where), Scalar(words[at])),))})
    assert revision(back) == revision(items)
    more = _edited(items, {"add": Scalar("nieuw"), "remove": Scalar("nieuw")})
    assert revision(more) == revision(items)


def _edited(items: Node, edits: dict[str, Node]) -> Node:
    change = Mapping(tuple((Scalar(how), value) for how, value in edits.items()))
    source = Mapping(((Scalar("points"), items),))
    made = merged(source, Mapping(((Scalar("points"), change),)), "b#a")
    assert not made.found
    found = made.node.get("points")
    assert found is not None
    return found


@given(outlines(), st.randoms(use_true_random=False), st.data())
@FAST
def test_a_revision_is_of_words_and_keys_alone(tree: Node, dice: Any, data: st.DataObject) -> None:
    assert revision(_shuffled(tree, dice)) == revision(tree)
    texts = list(_texts(tree))
    if texts:
        at = data.draw(st.integers(0, len(texts) - 1))
        assert revision(_changed(tree, texts[at])) != revision(tree)


def _shuffled(node: Node, dice: Any) -> Node:
    """The same, its keys in another order, quoted otherwise, at other places."""
    if isinstance(node, Scalar):
        return node if node.empty else Scalar(node.text, quoted=True)
    if isinstance(node, Sequence):
        return Sequence(tuple(_shuffled(item, dice) for item in node.items), flow=not node.flow)
    entries = [(key, _shuffled(value, dice)) for key, value in node.entries]
    dice.shuffle(entries)
    return Mapping(tuple(entries))


def _texts(node: Node) -> Iterable[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    children = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    for child in children:
        yield from _texts(child)


def _changed(node: Node, one: Scalar) -> Node:
    if node is one:
        return Scalar(one.text + "x", quoted=True)
    if isinstance(node, Sequence):
        return Sequence(tuple(_changed(item, one) for item in node.items))
    if isinstance(node, Mapping):
        return Mapping(tuple((key, _changed(value, one)) for key, value in node.entries))
    return node


@given(outlines(), CHANGES)
@FAST
def test_variants_leave_the_whole_talk_alone(tree: Node, changes: Mapping) -> None:
    assert isinstance(tree, Mapping)
    listed = tree.get("slides")
    assert isinstance(listed, Sequence)
    varied = Sequence(tuple(_varied(item, changes) for item in listed.items), flow=False)
    other = Mapping((
        *((key, varied if key.text == "slides" else value) for key, value in tree.entries),
        (Scalar("variants"), Mapping(((Scalar("kort"), Mapping(())),))),
    ))  # fmt: skip
    plain = load("deck.yaml", MemoryWorld({"deck.yaml": printer.write(tree).encode()})).value
    made = load("deck.yaml", MemoryWorld({"deck.yaml": printer.write(other).encode()})).value
    assert plain is not None and made is not None
    assert (
        made.slides == tuple(s for s in plain.slides if not s.only) or made.slides == plain.slides
    )


def _varied(item: Node, changes: Mapping) -> Node:
    if not isinstance(item, Mapping):
        return item
    return Mapping((*item.entries, (Scalar("variants"), Mapping(((Scalar("kort"), changes),)))))


BODIES: dict[str, Block] = {
    "s": Section(Text(())), "t": Statement(Text(())), "c": Contact(),
}  # fmt: skip


@st.composite
def talks(draw: st.DrawFn) -> Deck:
    """Decks of statements, sections and a contact slide, with all that the planner looks at."""
    minutes = st.sampled_from([None, 0, 0.5, 1, 1.3, 4])
    count = draw(st.integers(0, 9))
    kinds = draw(st.lists(st.sampled_from("stttttc"), min_size=count, max_size=count))
    made = []
    for index, kind in enumerate(kinds):
        many = draw(st.sampled_from((0, 2)))
        needs = draw(st.sets(st.integers(0, count - 1), max_size=many))
        made.append(
            Slide(
                f"s{index}", BODIES[kind], minutes=draw(minutes),
                priority=draw(st.sampled_from([None, 1, 2, 3])), skip=draw(st.booleans()),
                needs=tuple(f"s{other}" for other in sorted(needs)),
            )
        )  # fmt: skip
    return Deck(tuple(made), file="deck.yaml")


BUDGETS = st.sampled_from([0.0, 0.4, 1, 2.5, 5, 8, 20, 10**9, float("inf")])


@given(talks(), BUDGETS, BUDGETS)
@settings(max_examples=250, deadline=None)
def test_a_selection_keeps_its_promises(deck: Deck, budget: float, more: float) -> None:
    made = select(deck, "", budget)
    kept = {slide.id for slide in made.deck.slides}
    assert made.minutes <= budget + 1e-9
    assert sum(map(length, made.deck.slides)) == made.minutes
    assert all(kept.issuperset(slide.needs) for slide in made.deck.slides)
    assert {cut.slide.id for cut in made.cuts} | kept == {slide.id for slide in deck.slides}
    assert all(cut.why for cut in made.cuts)
    _sections_stand(deck, kept)
    assert select(deck, "", budget) == made
    assert select(made.deck, "", budget).deck.slides == made.deck.slides
    if made.proved and more >= budget:
        assert _worth(select(deck, "", more).deck) >= _worth(made.deck)


def _sections_stand(deck: Deck, kept: set[str]) -> None:
    """An opening stays exactly if something of its section does."""
    opening = None
    inside: list[Slide] = []
    for slide, first in [*zip(deck.slides, opens(deck.slides), strict=True), (None, True)]:
        if slide is None or isinstance(slide.body, (Section, Contact)):
            if opening is not None:
                assert (opening.id in kept) == any(one.id in kept for one in inside)
            opening, inside = (slide if first else None), []
        else:
            inside.append(slide)


def _worth(deck: Deck) -> tuple[float, ...]:
    """Minutes by rank, the first rank first."""
    ranks = {1: 0.0, 2: 0.0, 3: 0.0}
    for slide in deck.slides:
        ranks[slide.priority or 2] += round(length(slide) * 60)
    return tuple(ranks.values())


def test_hours_that_nobody_has_are_no_trouble() -> None:
    long = Slide("a", Statement(Text(())), minutes=10**9)
    odd = Slide("b", Statement(Text(())), minutes=123456.789)
    made = select(Deck((long, odd), file="deck.yaml"), "", 200000.5)
    assert [slide.id for slide in made.deck.slides] == ["b"]
    assert not made.proved
