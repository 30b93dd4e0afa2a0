"""Outlines with one mistake each: it is found where it is, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from .planting import Case, cases, found_in, furnish, shown

CASES = cases()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("planted")
    furnish(place)
    return place


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_planted_mistake_is_found_and_nothing_else(case: Case, folder: Path) -> None:
    assert [shown(one) for one in found_in(case.outline, folder)] == [case.expected]


def test_every_finding_says_what_to_do(folder: Path) -> None:
    for case in CASES:
        for one in found_in(case.outline, folder):
            assert one.message, case.name
            assert all(one.hints), case.name
            assert one.hints, case.name


def test_there_are_enough_of_all_sorts() -> None:
    codes = {case.expected.split()[-1] for case in CASES}
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)
    areas = {code.partition("/")[0] for code in codes}
    assert areas >= {"syntax", "outline", "template", "layout", "overflow", "text", "lint"}
