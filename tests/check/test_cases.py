"""Outlines, and the codes that checking them gives: what no single stage can say alone.

`DECKGEN_UPDATE=1` rewrites what is expected (look at it afterwards).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from deckgen.check.looking import looking
from deckgen.check.review import Choice
from deckgen.disk import DiskWorld
from outline.cases import PICTURES

FOLDER = Path(__file__).parent / "cases"


def said(outline: str, folder: Path) -> list[str]:
    """The findings as the cases write them. Rules have tests of their own."""
    for name, data in PICTURES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    look = looking(DiskWorld(str(folder)), "deck.yaml", Choice(ignore=("lint/*",)))
    found = sorted(look(outline.encode()), key=lambda one: (one.span.line, one.span.column))  # type: ignore[union-attr]
    return [f"{one.span.line}:{one.span.column} {one.severity} {one.code}" for one in found]  # type: ignore[union-attr]


def cases() -> list[tuple[Path, str, str, str]]:
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            name, _, rest = part.partition("\n")
            outline, expected = re.split(r"^---\n", rest, maxsplit=1, flags=re.MULTILINE)
            found.append((path, name, outline, expected.strip()))
    return found


@pytest.fixture(scope="session", autouse=True)
def update(tmp_path_factory: pytest.TempPathFactory) -> None:
    if os.environ.get("DECKGEN_UPDATE"):
        texts: dict[Path, list[str]] = {}
        for path, name, outline, _ in cases():
            found = "\n".join(said(outline, tmp_path_factory.mktemp("case")))
            texts.setdefault(path, []).append(f"=== {name}\n{outline}---\n{found}\n")
        for path, parts in texts.items():
            path.write_text("\n".join(parts), "utf-8")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a package that reads formulas
@pytest.mark.parametrize("name", [f"{path.stem}: {name}" for path, name, _, _ in cases()])
def test_says_no_more_and_no_less(name: str, tmp_path: Path) -> None:
    (case,) = (one for one in cases() if f"{one[0].stem}: {one[1]}" == name)
    assert said(case[2], tmp_path) == case[3].splitlines()
