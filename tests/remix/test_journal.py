"""What a merge remembers."""

from __future__ import annotations

from deckgen.remix.editions import Edition
from deckgen.remix.journal import Entry, key, line, named, parse
from deckgen.remix.variants import Wanted

INPUTS = (("read", "deck.yaml", "abc"), ("size", "a.jpg", "def"))


def test_what_is_written_is_read() -> None:
    given, entry = named(INPUTS), Entry("a.pptx", "k", "i", "f", 40)
    found = parse(line(given) + line(entry))
    assert found.entries == {"a.pptx": entry}
    assert found.given == {given.inputs: given.given}
    assert found.whole


def test_a_line_that_was_cut_off_counts_as_not_written() -> None:
    one, two = line(Entry("a.pptx", "k", "i", "f")), line(Entry("b.pptx", "k", "i", "f"))
    for end in range(len(two)):
        found = parse(one + two[:end])
        assert list(found.entries) == ["a.pptx"] or end == len(two) - 1
        assert found.whole == (end == 0)


def test_the_later_line_counts() -> None:
    lines = line(Entry("a.pptx", "old", "i", "f")) + line(Entry("a.pptx", "new", "i", "f"))
    assert parse(lines).entries["a.pptx"].key == "new"
    assert parse(b"\xff\n[]\n{}\n" + lines).entries["a.pptx"].key == "new"


def test_inputs_have_one_name_in_any_order() -> None:
    assert named(INPUTS) == named(INPUTS[::-1])
    assert named(INPUTS) != named(INPUTS[:1])


def test_another_wish_is_another_key() -> None:
    edition = Edition(1, "a.pptx", Wanted(values=(("stad", "Heerlen"),)))
    keys = {
        key("1", "deck.yaml", edition),
        key("2", "deck.yaml", edition),
        key("1", "talk.yaml", edition),
        key("1", "deck.yaml", Edition(1, "a.pptx", Wanted(values=(("stad", "Gent"),)))),
        key("1", "deck.yaml", Edition(1, "a.pptx", Wanted("kort", "", edition.wanted.values))),
        key("1", "deck.yaml", Edition(1, "a.pptx", edition.wanted, "plain")),
    }
    assert len(keys) == 6
    # Where a row stands in its file makes no difference to its deck.
    moved = Edition(9, "a.pptx", edition.wanted)
    assert key("1", "deck.yaml", moved) == key("1", "deck.yaml", edition)
