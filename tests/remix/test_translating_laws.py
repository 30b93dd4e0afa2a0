"""Whatever an outline says, its translation can be started, read, brought up to date and done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.outline.model import Deck
from deckgen.remix.load import Wanted, load, untranslated
from deckgen.remix.translating import Wish, read, standing, updated
from deckgen.syntax.tree import parse
from deckgen.world import MemoryWorld

TESTS = Path(__file__).parents[1]
SAMPLES = TESTS.parent / "src" / "deckgen" / "proof" / "samples"
FILES = [
    *sorted((TESTS / "outline" / "cases").glob("*.txt")),
    *sorted((TESTS / "lint" / "planted").glob("*.txt")),
    *sorted(SAMPLES.glob("*.yaml")),
]
OURS = "deck.xx.yaml"


def outlines(path: Path) -> Iterator[str]:
    """The outlines of a file, each with a language."""
    text = path.read_text("utf-8")
    parts = [text]
    if path.suffix == ".txt":
        cases = re.split("^=== .*\n", text, flags=re.MULTILINE)[1:]
        parts = [re.split("^---$", case, flags=re.MULTILINE)[0] for case in cases]
    for part in parts:
        yield part if re.search("^lang:", part, re.MULTILINE) else f"lang: nl-NL\n{part}"


def deck(files: dict[str, bytes], lang: str = "") -> Deck | None:
    return load("deck.yaml", MemoryWorld(files), Wanted(lang=lang)).value


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_a_started_translation_says_what_the_source_says(path: Path) -> None:
    for text in outlines(path):
        files = {"deck.yaml": text.encode()}
        source = untranslated("deck.yaml", MemoryWorld(files), "xx").value
        if source is None:
            continue
        made = updated("", source.outline, Wish("deck.yaml", "xx"))
        assert made is not None
        assert parse(made.encode(), OURS).diagnostics == ()
        assert updated(made, source.outline, Wish("deck.yaml", "xx")) == made
        found = standing(source.outline, read(made))
        assert (found.missing, found.stale, found.superfluous) == ((), (), ())
        done = updated(made, source.outline, Wish("deck.yaml", "xx", ("all",)))
        assert done is not None
        assert "  todo: " not in done
        ours, theirs = deck(files), deck(files | {OURS: made.encode()}, "xx")
        assert ours is not None and theirs is not None
        for one, other in zip(ours.slides, theirs.slides, strict=True):
            assert (other.body, other.title, other.notes) == (one.body, one.title, one.notes)
