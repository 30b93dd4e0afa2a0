"""The validity ladder on both lectures with every template; LibreOffice's rung is `make oracle`."""

import io
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckgen.disk import DiskWorld
from deckgen.pipeline import Compiled, compile_deck
from deckgen.readers.pptx.fingerprint import untouched
from deckgen.readers.pptx.rules import violations
from deckgen.writers.pptx.package import write

DECKS = Path(__file__).parents[2] / "decks"
SLIDES = {"big-society": 40, "zuyd-2013": 35}
every_deck = pytest.mark.parametrize("deck", SLIDES)
every_template = pytest.mark.parametrize("template", ["contrast", "jos-van-der-lans", "plain"])


@cache
def compiled(deck: str, template: str) -> Compiled:
    return compile_deck("deck.yaml", DiskWorld(str(DECKS / deck)), template)


@cache
def built(deck: str, template: str) -> bytes:
    scene = compiled(deck, template).scene
    assert scene is not None, compiled(deck, template).diagnostics
    return write(scene)


@every_template
@every_deck
def test_nothing_is_wrong_with_the_lectures(deck: str, template: str) -> None:
    assert compiled(deck, template).diagnostics == ()


@every_template
@every_deck
def test_our_own_rules(deck: str, template: str) -> None:
    assert [one for one in violations(built(deck, template)) if one.severity == "error"] == []


@every_template
@every_deck
def test_the_schema(deck: str, template: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(built(deck, template))
    assert OpenXmlValidator().validate(path).errors == []


@every_template
@every_deck
def test_python_pptx_reopens_it_with_every_slide(deck: str, template: str) -> None:
    slides = Presentation(io.BytesIO(built(deck, template))).slides
    assert len(slides) == SLIDES[deck]
    assert all(slide.shapes.title is not None or slide.shapes for slide in slides)


@every_template
@every_deck
def test_two_builds_are_byte_identical(deck: str, template: str) -> None:
    again = compile_deck("deck.yaml", DiskWorld(str(DECKS / deck)), template)
    assert again.scene is not None
    assert write(again.scene) == built(deck, template)


@every_template
@every_deck
def test_nobody_touched_it(deck: str, template: str) -> None:
    assert untouched(built(deck, template))
