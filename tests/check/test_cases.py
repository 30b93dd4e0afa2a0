"""Outlines, and the codes that checking them gives: what no single stage can say alone.

`DECKGEN_UPDATE=1` rewrites what is expected (look at it afterwards).
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.check.looking import looking
from deckgen.check.review import Choice
from deckgen.disk import DiskWorld
from outline.cases import furnish, read, write

FILES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def said(outline: str, folder: Path) -> list[str]:
    """The findings as the cases write them. Rules have tests of their own."""
    furnish(folder)
    look = looking(DiskWorld(str(folder)), "deck.yaml", Choice(ignore=("lint/*",)))
    found = sorted(look(outline.encode()), key=lambda one: (one.span.line, one.span.column))  # type: ignore[union-attr]
    return [f"{one.span.line}:{one.span.column} {one.severity} {one.code}" for one in found]  # type: ignore[union-attr]


@pytest.fixture(scope="session", autouse=True)
def update(tmp_path_factory: pytest.TempPathFactory) -> None:
    if os.environ.get("DECKGEN_UPDATE"):
        for path in FILES:
            found = []
            for case in read(path):
                lines = said(case.outline, tmp_path_factory.mktemp("case"))
                found.append(replace(case, expected="\n".join(lines)))
            write(path, found)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a package that reads formulas
@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param(path, case.name, id=f"{path.stem}: {case.name}")
        for path in FILES
        for case in read(path)
    ],
)
def test_says_no_more_and_no_less(path: Path, name: str, tmp_path: Path) -> None:
    (case,) = (one for one in read(path) if one.name == name)
    assert said(case.outline, tmp_path) == case.expected.splitlines()
