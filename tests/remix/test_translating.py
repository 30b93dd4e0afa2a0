"""What `translate` makes of a translation's file, case by case; and that it is done when done.

    === name (prune) (done: id)
    +++ deck.yaml, and other files; deck.en.yaml is the one that is brought up to date
    ---
    deck.en.yaml as it becomes

`DECKGEN_UPDATE=1` rewrites what is expected (look at it afterwards).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from deckgen.remix.load import Wanted, load, untranslated
from deckgen.remix.translating import Standing, Wish, read, standing, updated
from deckgen.syntax.tree import parse
from deckgen.world import MemoryWorld

from . import cases
from .cases import Case

FILE = Path(__file__).parent / "translations.txt"
CASES = cases.read(FILE)
OURS = "deck.en.yaml"


def become(case: Case, before: str) -> str:
    found = untranslated("deck.yaml", MemoryWorld(case.files), "en-GB").value
    assert found is not None
    done = re.search(r"\(done: ([\w-]+)\)", case.name)
    wish = Wish("deck.yaml", "en-GB", (done[1],) if done else (), "(prune)" in case.name)
    made = updated(before, found.outline, wish)
    assert made is not None
    return made


def typed(case: Case) -> str:
    return case.files.get(OURS, b"").decode()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_becomes(case: Case) -> None:
    if not os.environ.get("DECKGEN_UPDATE"):
        assert become(case, typed(case)).strip("\n") == case.expected


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_twice_is_once(case: Case) -> None:
    once = become(case, typed(case))
    assert become(case, once) == once
    assert parse(once.encode(), OURS).diagnostics == ()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_lines_end_as_they_did(case: Case) -> None:
    """What comes of a file with Windows' ends of lines has no others."""
    before = typed(case)
    if before:
        made = become(case, before.replace("\n", "\r\n"))
        assert made.replace("\r\n", "\n") == become(case, before)
        assert "\n" not in made.replace("\r\n", "")


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_check_says_what_status_says(case: Case) -> None:
    """What is counted as open is reported, and nothing that is not translated passes as done."""
    made = become(case, typed(case))
    files = case.files | {OURS: made.encode()}
    world = MemoryWorld(files)
    grown = untranslated("deck.yaml", world, "en-GB").value
    assert grown is not None
    found = standing(grown.outline, read(made))
    codes = [one.code for one in load("deck.yaml", world, Wanted(lang="en-GB")).diagnostics]
    assert not [code for code in codes if code in ("remix/unknown-key", "remix/wrong-type")]
    assert found.missing == ()
    assert ("remix/untranslated" in codes) == bool(found.unfinished)
    assert ("remix/stale-translation" in codes) == bool(found.stale)
    assert ("remix/superfluous-translation" in codes) == bool(found.superfluous)


def test_what_is_started_says_the_same_as_the_source() -> None:
    """Until somebody types over it, the deck in the other language says what the source says."""
    case = CASES[0]
    world = MemoryWorld(case.files)
    both = MemoryWorld(case.files | {OURS: become(case, "").encode()})
    ours = load("deck.yaml", world).value
    theirs = load("deck.yaml", both, Wanted(lang="en-GB")).value
    assert ours is not None and theirs is not None
    assert [slide.body for slide in ours.slides] == [slide.body for slide in theirs.slides]
    assert [slide.notes for slide in ours.slides] == [slide.notes for slide in theirs.slides]


def test_counts() -> None:
    case = next(case for case in CASES if case.name.startswith("keeps"))
    grown = untranslated("deck.yaml", MemoryWorld(case.files), "en-GB").value
    assert grown is not None
    before = standing(grown.outline, read(typed(case)))
    assert before == Standing(5, missing=("nieuw",), stale=("slot",))
    assert before.done == 3


@pytest.mark.parametrize("text", ["slides: {a: {of: x}}", "lang: en", "- a", "slides: [a]"])
def test_a_file_without_lines_for_slides_is_left_alone(text: str) -> None:
    assert read(text) is None


@pytest.mark.skipif(not os.environ.get("DECKGEN_UPDATE"), reason="rewrites the cases")
def test_rewrite() -> None:
    cases.write(FILE, [Case(c.name, c.outline, become(c, typed(c)).strip("\n")) for c in CASES])
