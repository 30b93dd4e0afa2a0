from difflib import get_close_matches
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.outline.suggest import ALIASES, ALIKE, near

KEYS = ("title", "points", "timeline", "statement", "picture", "by")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("poinst", "points"),
        ("Time_line", "timeline"),
        ("bullets", "points"),
        ("titel", "title"),
        ("Points ", "points"),
        ("zzz", ""),
        ("", ""),
    ],
)
def test_what_was_probably_meant(typed: str, meant: str) -> None:
    assert near(typed, KEYS) == meant


@given(st.text("abeilnopst", max_size=9), st.lists(st.text("abeilnopst", max_size=9), max_size=9))
def test_no_likely_word_is_passed_over(typed: str, names: list[str]) -> None:
    if typed not in ALIASES and typed not in names:
        best = get_close_matches(typed, names, n=1, cutoff=ALIKE)
        assert [near(typed, names)] == (best or [""])


def test_the_same_mistake_everywhere_costs_nothing() -> None:
    started = perf_counter()
    for _ in range(20_000):
        near("poinst", KEYS)
    assert perf_counter() - started < 0.5
