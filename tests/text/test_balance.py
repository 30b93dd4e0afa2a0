"""Balanced headlines and sure lines, in squares of 1 em."""

from __future__ import annotations

import pytest

from deckgen.text import breaks, count
from deckgen.text.balance import balance
from deckgen.text.steady import Setting, steady, tolerance
from text.setting import shown, squares

# name: (text, room, the lines that come out)
HEADLINES: dict[str, tuple[str, float, list[str]]] = {
    "one line stays": ("wie zorgt er", 20, ["wie zorgt er"]),
    "even halves": ("aaaa bbbb cccc dddd", 15, ["aaaa bbbb", "cccc dddd"]),
    "no lonely last word": ("aaaa bbbb cccc dd", 15, ["aaaa bbbb", "cccc dd"]),
    "three lines": ("aa bb cc dd ee ff", 9, ["aa bb cc", "dd ee ff"]),
    "hard breaks stay": ("aaaa\nbbbb cccc", 20, ["aaaa", "bbbb cccc"]),
    "hard break and halves": ("aaaa\nbb bb bb bb bb bb", 12, ["aaaa", "bb bb bb", "bb bb bb"]),
}


@pytest.mark.parametrize("name", HEADLINES)
def test_balance(name: str) -> None:
    text, room, lines = HEADLINES[name]
    prepared = squares(text)
    width = balance(prepared, room)
    assert shown(prepared, width) == lines
    assert shown(prepared, width, safe=True) == lines


def test_the_width_is_the_middle_of_its_window() -> None:
    """Two lines of 9 stand from 9 / 0.985, where they are reserved, to 14, where cccc moves up."""
    assert balance(squares("aaaa bbbb cccc dddd"), 15) == pytest.approx((9 / 0.985 + 14) / 2)


def test_a_word_that_does_not_fit_leaves_the_width() -> None:
    assert balance(squares("onoverwinnelijk"), 5) == 5


def test_tolerance_is_the_nearest_change() -> None:
    prepared = squares("aaaa bbbb cccc")
    assert tolerance(prepared, 10) == pytest.approx(0.1)  # 9 of 10 filled; 14 would be the next
    assert tolerance(prepared, 13.9) == pytest.approx(0.1 / 13.9)
    assert tolerance(squares(""), 10) == 1


def test_a_box_with_unsure_lines_becomes_a_little_narrower() -> None:
    settings = (Setting(squares("aaaa bbbb cccc"), 20),)
    width = steady(settings, 279.9)  # 280 would take all on one line
    assert 279.9 * 0.97 <= width < 279.9
    assert tolerance(settings[0].prepared, width / 20) >= 0.005


def test_a_box_with_sure_lines_stays() -> None:
    assert steady((Setting(squares("aaaa bbbb cccc"), 20),), 250) == 250


def test_a_line_joined_by_a_hair_is_broken_for_sure() -> None:
    prepared = squares("aaaa bbbb cccc")
    width = steady((Setting(prepared, 20, 10),), 290.01)
    assert len(breaks(prepared, (width - 10) / 20)) == 2
    assert count(prepared, (width - 10) / 20) == count(prepared, (290.01 - 10) / 20)
