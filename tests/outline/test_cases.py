"""Broken outlines, each with everything that must be said about it and nothing else."""

from __future__ import annotations

import os
import time
from dataclasses import replace

import pytest

from .cases import FOLDER, Case, read, said, write

FILES = sorted(FOLDER.glob("*.txt"))
if os.environ.get("DECKGEN_UPDATE"):
    for path in FILES:
        write(path, [replace(c, expected=said(c.outline.encode())) for c in read(path)])
CASES = [(path, case) for path in FILES for case in read(path)]


@pytest.mark.parametrize(
    "case", [case for _, case in CASES], ids=[f"{p.stem}: {c.name}" for p, c in CASES]
)
def test_says_what_to_type(case: Case) -> None:
    start = time.perf_counter()
    found = said(case.outline.encode())
    assert time.perf_counter() - start < 2
    assert found == case.expected


def test_every_finding_says_what_to_type() -> None:
    for _, case in CASES:
        for finding in case.expected.split("\n"):
            assert not finding or finding.startswith("  ") or f"{finding}\n" in case.expected
        assert case.expected.count("  > ") >= len(
            [line for line in case.expected.split("\n") if line and line[0] != " "]
        ), case.name


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


def test_names_are_unique() -> None:
    names = [case.name for _, case in CASES]
    assert len(set(names)) == len(names)
