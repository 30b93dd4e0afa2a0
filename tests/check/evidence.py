"""Where the tests provoke a code, and the shortest outlines that do.

Cases of outlines are read as text: which codes they expect stands in them. For all other codes a
test has to name the code, or its slug where the test's folder implies the area.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from outline.cases import read

TESTS = Path(__file__).parents[1]
FOLDERS = ("outline/cases", "check/cases", "lint/planted")
# Areas whose tests give the slug alone.
HOMES = {"template": ("template", "layout", "readers", "cli"), "pptx": ("readers",),
         "remix": ("remix",), "proof": ("proof", "cli", "tools", "lint"),
         "outline": ("outline", "writers", "image", "formula", "check")}  # fmt: skip
LONG = 500  # characters of an outline that is no example any more
_CODE = re.compile(r"^(?:\d+|-)(?::\d+)? \w+ ([a-z]+/[a-z0-9-]+)$", re.MULTILINE)


class Example(Struct, frozen=True):
    """A case: its folder, its outline, the codes that it expects."""

    folder: str
    outline: str
    codes: tuple[str, ...]


@cache
def cases() -> tuple[Example, ...]:
    """All cases of outlines."""
    return tuple(
        Example(folder, case.outline, tuple(_CODE.findall(case.expected)))
        for folder in FOLDERS
        for path in sorted((TESTS / folder).glob("*.txt"))
        for case in read(path)
    )


def shortest(code: str) -> Example | None:
    """The case to show for a code: with no other finding if there is one, then the shortest."""
    able = [one for one in cases() if code in one.codes and len(one.outline) <= LONG]
    return min(able, key=lambda one: (len(set(one.codes)), len(one.outline)), default=None)


def named(code: str) -> bool:
    """Whether a test names the code."""
    area, _, slug = code.partition("/")
    if any(code in one.codes for one in cases()):
        return True
    whole = re.compile(rf"(?<![\w/-]){re.escape(code)}(?![\w-])")
    alone = re.compile(rf"[\"'\[]{re.escape(slug)}[\"'\]]")
    homes = HOMES.get(area, ())
    return any(
        whole.search(text) or (folder in homes and alone.search(text)) for folder, text in _texts()
    )


@cache
def _texts() -> tuple[tuple[str, str], ...]:
    """The folder and the text of every test that could name a code."""
    paths = [*TESTS.rglob("test_*.py"), *TESTS.glob("*/cases/*.txt")]
    return tuple(
        (path.relative_to(TESTS).parts[0], path.read_text("utf-8"))
        for path in sorted(paths)
        if path.name != "test_catalogue.py"
    )
