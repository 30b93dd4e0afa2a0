"""Outlines that are much too large are answered at once, with what there is room for."""

import time
from pathlib import Path

import pytest

from deckgen.base.diagnostics import Diagnostic
from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck

LARGE = {
    "points": "points:\n" + "  - een punt\n" * 2000,
    "nested": "points:\n  - Een:\n" + "    - een punt\n" * 2000,
    "deep": "points:\n" + ("  - P{}:\n" + "    - een punt\n" * 150) * 100,
    "table": "table:\n" + f"  - [{', '.join('abcde' * 40)}]\n" * 200,
    "words": f"words: [{', '.join(['woord'] * 5000)}]",
    "timeline": "timeline:\n" + "  - {when: 2000, what: iets}\n" * 3000,
    "pairs": "pairs:\n" + "  - links: rechts\n" * 2000,
    "stats": "stats:\n" + "  - 12 van de 13\n" * 2000,
    "paragraph": f"text: {'woord ' * 3000}",
    "paragraphs": "text:\n" + f"  - {'woord ' * 300}\n" * 200,
}


def findings(folder: Path, slide: str) -> tuple[Diagnostic, ...]:
    (folder / "deck.yaml").write_text(f"slides:\n- {slide}\n")
    return compile_deck("deck.yaml", DiskWorld(str(folder))).diagnostics


@pytest.mark.parametrize("name", LARGE)
def test_answers_at_once(tmp_path: Path, name: str) -> None:
    began = time.process_time()
    found = findings(tmp_path, LARGE[name])
    assert time.process_time() - began < 2
    codes = {one.code for one in found}
    assert codes & {"outline/too-many", "outline/too-long", "overflow/text"}


def test_two_hundred_points_are_divided(tmp_path: Path) -> None:
    assert findings(tmp_path, "points:\n" + "  - een punt\n" * 200) == ()


def test_what_twelve_slides_do_not_hold_is_told(tmp_path: Path) -> None:
    found = findings(tmp_path, "points:\n" + f"  - {'een punt ' * 50}\n" * 200)
    assert "on 12 slides at most" in found[-1].hints[0]


def test_too_many_dimensions_blame_their_number(tmp_path: Path) -> None:
    row = "  - {name: Een dimensie van de wijk, text: een regel erover die niet zo kort is}\n"
    (found,) = findings(tmp_path, "dimensions:\n" + row * 20)
    assert found.code == "overflow/figure"
    assert "the 20 parts of its dimensions" in found.message
    assert "leave some of it out" in found.hints[0]


def test_an_address_is_named_whole(tmp_path: Path) -> None:
    address = "https://example.org/" + "a-long-way/" * 12 + "?x=1"
    (found,) = findings(tmp_path, f"points: [{address}]")[:1]
    assert f"the address “{address}” is" in found.message
    assert "link a word" in found.hints[0]


def test_a_mail_address_that_is_too_long_is_found_at_its_key(tmp_path: Path) -> None:
    mail = f"{'somebody.' * 12}else@example.org"
    (found,) = findings(tmp_path, f"contact:\n    name: Jos\n    mail: {mail}")[:1]
    assert found.code == "overflow/word"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (4, 11)
