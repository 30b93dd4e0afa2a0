"""Reuse and variants, case by case: what slides come of it, and what is said about mistakes."""

from __future__ import annotations

import os

import pytest

from .cases import FOLDER, Case, outcome, read, write

CASES = [(path, case) for path in sorted(FOLDER.glob("*.txt")) for case in read(path)]


@pytest.mark.parametrize(
    "case", [c for _, c in CASES], ids=[f"{p.stem}: {c.name}" for p, c in CASES]
)
def test_gives(case: Case) -> None:
    if os.environ.get("DECKGEN_UPDATE"):
        return
    assert outcome(case) == case.expected


@pytest.mark.skipif(not os.environ.get("DECKGEN_UPDATE"), reason="rewrites the cases")
def test_rewrite() -> None:
    for path in sorted(FOLDER.glob("*.txt")):
        cases = [Case(c.name, c.outline, outcome(c)) for c in read(path)]
        write(path, cases)
