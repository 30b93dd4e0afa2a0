"""The source: what a person typed stays text, and stands where the Scene has it."""

from __future__ import annotations

import json

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.scene.model import Colour, Line, Page, Piece, Stroke, Text, TextBody, TextStyle
from deckgen.writers.typst.document import source
from deckgen.writers.typst.syntax import colour, length, string, stroke
from writers import scenes
from writers.printing import PRESS, WORLD, squeezed, texts

INJECTIONS = [
    '#set page(width: 1pt)',
    '"); panic("out") ("',
    '\\"); panic("out") (\\"',
    "#{panic()}",
    "*bold* _italic_ $x$ `raw` <label> @ref",
    "= Heading\n- item",
    "//comment",
    "/* comment */",
    "\\u{41}",
    "]#panic()[",
    "{{}}",
    "'\"’”",
]  # fmt: skip


def meant(literals: list[str]) -> list[str]:
    """What typst understands a few string literals to be."""
    code = f"#metadata(({''.join(one + ',' for one in literals)}))<m>"
    found: list[str] = json.loads(typst.query(code.encode(), "<m>", field="value", one=True))
    return found


@pytest.mark.parametrize("text", INJECTIONS)
def test_markup_and_code_stay_text(text: str) -> None:
    assert meant([string(text)]) == [text]


@settings(deadline=None)  # the first print reads the fonts
@given(st.lists(st.text(), max_size=8))
def test_any_text_is_a_literal(words: list[str]) -> None:
    assert meant([string(word) for word in words]) == words


def test_half_a_character_is_replaced() -> None:
    assert string("a\ud83d") == '"a\ufffd"'


def shown(text: str) -> str:
    style = TextStyle(2000, scenes.paint("dk1"))
    line = Line(0, 40 * scenes.PT, 0, (Piece(0, 0, text, style),))
    words = TextBody((scenes.para(scenes.run(text, style)),), (line,))
    item = Text("t", text, scenes.box(0, 0, 960, 540), words, alt=text)
    return squeezed(texts(PRESS.pdf(scenes.scene(Page("p", "empty", text, (item,)))))[0])


@pytest.mark.parametrize("text", INJECTIONS)
def test_markup_and_code_are_printed_as_they_are(text: str) -> None:
    assert shown(text) == squeezed(text)


LETTERS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x17E, exclude_categories=["C"]))


@settings(deadline=None)  # the first print reads the fonts
@given(LETTERS)
def test_any_letters_are_printed(text: str) -> None:
    """All that Carlito has; marks that HarfBuzz joins or moves are other tests' business."""
    plain = "".join(c for c in text if c not in "\xa0\xad")
    assert shown(plain).replace("\ufffe", "") == squeezed(plain)


@pytest.mark.parametrize(
    ("emus", "code"), [(12_700, "1.000pt"), (6_350, "0.500pt"), (-12_700, "-1.000pt")]
)
def test_length(emus: int, code: str) -> None:
    assert length(emus) == code


def test_colour() -> None:
    assert colour(None) == "none"
    assert colour(Colour("dk1", "1B1B1E")) == 'rgb("1B1B1E")'
    assert colour(Colour("dk1", "1B1B1E", 50)) == 'rgb("1B1B1E80")'


def test_stroke() -> None:
    ink = Colour("dk1", "000000")
    assert "thickness: 2.000pt" in stroke(Stroke(ink, 25_400))
    assert "dash: (8.000pt,6.000pt,)" in stroke(Stroke(ink, 25_400, "dash"))


def test_pieces_stand_where_the_scene_has_them() -> None:
    style = TextStyle(2000, scenes.paint("dk1"), bold=True)
    piece = Piece(127_000, 254_000, "hier", style)
    words = TextBody((scenes.para("hier"),), (Line(127_000, 508_000, 254_000, (piece,)),))
    item = Text("t", "T", scenes.box(0, 0, 9, 9), words)
    code = source(scenes.scene(Page("p", "empty", "P", (item,))), WORLD)
    assert 'W(10.000pt,40.000pt,s0("hier"))' in code
    assert "weight: 700" in code


def test_a_style_is_defined_once() -> None:
    code = source(scenes.scene(), WORLD)
    assert code.count("#let s0(t)") == 1


def test_the_same_scene_gives_the_same_source() -> None:
    assert source(scenes.scene(), WORLD) == source(scenes.scene(), WORLD)
