"""The validity ladder on both lectures with every template; LibreOffice's rung is `make oracle`."""

import io
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.shapes.base import BaseShape

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
    """A slide that is a picture only, as the lecturer showed it, has no text to be its title."""
    data = built(deck, template)
    wordless = {f"ppt/slides/slide{number}.xml" for number in pictures_only(data)}
    found = [one for one in violations(data) if one.severity == "error"]
    broken = [one for one in found if one.code != "pptx/title-missing"]
    untitled = {one.message.split(":")[0] for one in found} - wordless
    assert broken == []
    assert untitled == set()


def pictures_only(data: bytes) -> set[int]:
    slides = enumerate(Presentation(io.BytesIO(data)).slides, 1)
    return {number for number, slide in slides if not any(map(text_of, slide.shapes))}


def text_of(shape: BaseShape) -> str:
    if shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
        return ""
    return shape.text_frame.text if shape.has_text_frame else ""


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
