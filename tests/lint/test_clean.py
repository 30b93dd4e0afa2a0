"""Decks that are in order: nothing is found in them, in any template."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from deckgen.check.review import Choice, review
from deckgen.disk import DiskWorld
from deckgen.lint import findings
from deckgen.pipeline import Compiled, compile_deck

ROOT = Path(__file__).parents[2]
DECKS = ("big-society", "zuyd-2013", "werkplaats-wijkteams", "studenten-sociaal-werk")
TEMPLATES = sorted(path.name for path in (ROOT / "templates").iterdir() if path.is_dir())
BUDGET = 0.1  # seconds for 40 slides; measured are 0.012, the rest is for busy machines


def compiled(deck: str, template: str) -> Compiled:
    return compile_deck("deck.yaml", DiskWorld(str(ROOT / "decks" / deck)), template)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("deck", DECKS)
def test_lectures_are_clean(deck: str, template: str) -> None:
    made = compiled(deck, template)
    assert review(made, Choice(), lambda file, line: None).found == ()


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_starter_is_clean(template: str, tmp_path: Path) -> None:
    starter = (ROOT / "src/deckgen/cli/starter.yaml").read_text("utf-8")
    (tmp_path / "deck.yaml").write_text(starter, "utf-8")
    made = compile_deck("deck.yaml", DiskWorld(str(tmp_path)), template)
    assert made.diagnostics + findings(made) == ()


def test_forty_slides_take_no_time() -> None:
    made = compiled("big-society", "plain")
    took = []
    for _ in range(5):
        start = time.perf_counter()
        findings(made)
        took.append(time.perf_counter() - start)
    assert min(took) < BUDGET


def test_a_deck_with_errors_is_not_judged_as_a_whole(tmp_path: Path) -> None:
    outline = (
        "title: T\nminutes: 2\nslides:\n"
        "- statement: Een\n  minutes: 9\n- statemnt: Twee\n- statement: drie  vier\n"
    )
    (tmp_path / "deck.yaml").write_text(outline)
    made = compile_deck("deck.yaml", DiskWorld(str(tmp_path)))
    assert made.failed
    assert [one.code for one in findings(made)] == ["lint/double-space"]


def test_nothing_is_said_of_what_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("- [")
    assert findings(compile_deck("deck.yaml", DiskWorld(str(tmp_path)))) == ()
