"""What is different within a value: items, keys, words; and the marks that lead back to both."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.remix.details import Detail, compare, details, marked
from deckgen.remix.difference import Change
from deckgen.remix.telling import Plain, lines

WORDS = st.text("ab ,\n'-", max_size=30)


def told(before: Plain, after: Plain) -> list[str]:
    return [said(one) for one in compare(before, after)]


def said(one: Detail) -> str:
    way = ".".join(map(str, one.path))
    values = {"added": [one.after], "gone": [one.before]}.get(one.what, [one.before, one.after])
    return f"{way} {one.what}: " + " → ".join(" / ".join(lines(value)) for value in values)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("a", "a", []),
        ("een", "twee", [" replaced: een → twee"]),
        (["a", "b"], ["a", "b", "c"], ["3 added: c"]),
        (["a", "b", "c"], ["a", "c"], ["2 gone: b"]),
        (["a", "b", "c"], ["c", "a", "b"], ["1 moved: c → c"]),
        (
            ["Iedereen doet mee", "b"],
            ["Haast iedereen doet mee", "b"],
            ["1 replaced: Iedereen doet mee → Haast iedereen doet mee"],
        ),
        (
            ["Bankjes om op te zitten", "b"],
            ["b", "Banken om op te zitten"],
            ["2 replaced: Bankjes om op te zitten → Banken om op te zitten"],
        ),
        (["wit"], ["zwart"], ["1 gone: wit", "1 added: zwart"]),
        ("een", ["een", "twee"], ["2 added: twee"]),
        (
            {"a": "1", "b": "2"},
            {"b": "3", "c": "4"},
            ["b replaced: 2 → 3", "c added: 4", "a gone: 1"],
        ),
        ([["a", "1"], ["b", "2"]], [["a", "1"], ["b", "3"]], ["2.2 replaced: 2 → 3"]),
        (["Een punt"], [{"Een punt": ["eronder"]}], ["1.Een punt.1 added: eronder"]),
        (
            [{"Een punt": ["eronder"]}],
            [{"Een ander punt": ["eronder"]}],
            ["1 replaced: Een punt → Een ander punt"],
        ),
        ("Woorden", {"text": "Woorden", "by": "Iemand"}, ["by added: Iemand"]),
    ],
)  # fmt: skip
def test_what_is_different(before: Plain, after: Plain, found: list[str]) -> None:
    assert told(before, after) == found


def test_another_kind_of_slide_is_said_once() -> None:
    found = details({"points": ["a", "b"]}, {"steps": ["a", "b", "c"]}, ())
    assert [said(one) for one in found] == ["kind replaced: points → steps", "steps.3 added: c"]


def test_what_nobody_typed_is_said_by_its_field() -> None:
    found = details({"id": "x"}, {"id": "x"}, (Change("length", 1000, 2000),))
    assert [said(one) for one in found] == ["length replaced: 1000 → 2000"]


def test_a_thousand_items_are_compared_by_their_order() -> None:
    before: Plain = [f"oud {n}" for n in range(1000)]
    after: Plain = [f"nieuw {n}" for n in range(1000)]
    assert len(told(before, after)) == 1000


@given(WORDS, WORDS)
def test_marks_hold_both_texts(before: str, after: str) -> None:
    marks = marked(before, after)
    assert "".join(mark.text for mark in marks if mark.what != "added") == before
    assert "".join(mark.text for mark in marks if mark.what != "gone") == after


def test_words_are_marked_with_the_space_between_them() -> None:
    found = marked("een oud klein huis daar", "een nieuw groot huis daar")
    assert [(mark.what, mark.text) for mark in found] == [
        ("same", "een "), ("gone", "oud klein"), ("added", "nieuw groot"), ("same", " huis daar"),
    ]  # fmt: skip


def test_texts_that_share_hardly_a_word_stand_whole() -> None:
    found = marked("De wijk is van ons.", "Niemand weet het, is de klacht.")
    assert [mark.what for mark in found] == ["gone", "added"]
