"""What holds for any text at any width."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.text import Typesetter, breaks, count, line_pieces
from deckgen.text.balance import balance
from deckgen.text.breaking import OVERFLOW
from deckgen.text.steady import Setting, steady
from square_font import square_world
from text.setting import runs

SETTER = Typesetter(
    square_world(kerns=(("a", "b", -200), ("b", "a", 100), ("a", " ", -90), ("-", "a", -80)))
)

texts = st.lists(st.text("aab  -–—1.@\n►…", max_size=40), min_size=1, max_size=3)
prepared_texts = texts.map(lambda parts: SETTER.prepare(runs(*parts)))
widths = st.floats(0.5, 60)


@given(prepared_texts, widths, widths)
def test_a_wider_box_never_needs_more_lines(prepared, one, other):  # type: ignore[no-untyped-def]
    narrow, wide = sorted((one, other))
    assert len(breaks(prepared, wide)) <= len(breaks(prepared, narrow))
    assert count(prepared, wide) <= count(prepared, narrow)


@given(prepared_texts, widths)
def test_no_fewer_lines_are_reserved_than_shown(prepared, width):  # type: ignore[no-untyped-def]
    assert count(prepared, width) >= len(breaks(prepared, width))


@given(prepared_texts, widths)
def test_count_is_the_number_of_safe_lines(prepared, width):  # type: ignore[no-untyped-def]
    reserved = count(prepared, width)
    assert reserved in (OVERFLOW, len(breaks(prepared, width, safe=True)))
    assert (reserved == OVERFLOW) == (prepared.longest > 0.985 * width + 1e-9)


@given(prepared_texts, widths, st.booleans())
def test_lines_cover_all_atoms_in_order(prepared, width, safe):  # type: ignore[no-untyped-def]
    lines = breaks(prepared, width, safe)
    assert lines[0][0] == 0
    assert lines[-1][1] == len(prepared.atoms)
    assert all(one[1] == two[0] for one, two in pairwise(lines))
    assert all(first < last for first, last, _ in lines) or not prepared.atoms


@given(prepared_texts, widths)
def test_a_line_is_as_wide_as_its_pieces(prepared, width):  # type: ignore[no-untyped-def]
    for first, last, line in breaks(prepared, width):
        pieces = line_pieces(prepared, first, last)
        assert sum(piece.width for _, piece in pieces) == pytest.approx(line)
        ends = [x + piece.width for x, piece in pieces]
        assert [x for x, _ in pieces[1:]] == pytest.approx(ends[:-1])


@given(prepared_texts, widths)
def test_no_line_but_a_lone_atom_is_wider_than_the_box(prepared, width):  # type: ignore[no-untyped-def]
    assert all(
        line <= width + 1e-6 or last - first == 1 for first, last, line in breaks(prepared, width)
    )


@given(texts)
def test_no_character_is_lost(parts):  # type: ignore[no-untyped-def]
    prepared = SETTER.prepare(runs(*parts))
    pieces = [p for atom in prepared.atoms for p in (*atom.pieces, *atom.gap)]
    assert "".join(p.text for p in pieces) == "".join(parts).replace("\n", "")
    for key, part in enumerate(parts):
        assert "".join(p.text for p in pieces if p.key == key) == part.replace("\n", "")


@given(prepared_texts, widths)
def test_balance_never_adds_a_line(prepared, width):  # type: ignore[no-untyped-def]
    balanced = balance(prepared, width)
    assert 0 < balanced <= width
    assert count(prepared, balanced) <= count(prepared, width)
    assert len(breaks(prepared, balanced)) <= count(prepared, width)


@given(prepared_texts, widths)
def test_steady_keeps_the_reserved_count(prepared, width):  # type: ignore[no-untyped-def]
    room = steady((Setting(prepared, 1),), width)
    assert 0.96 * width < room <= width
    assert count(prepared, room) == count(prepared, width)
    assert len(breaks(prepared, width)) <= len(breaks(prepared, room)) <= count(prepared, width)
