"""Formulas are measured and drawn the same on every machine."""

import pytest

from deckgen.formula.drawing import drawn
from deckgen.formula.lines import arranged
from formula.samples import SAMPLES


def size(*formulas: str) -> tuple[float, float]:
    form = drawn(arranged(formulas))
    return form.width, form.height


@pytest.mark.parametrize("name", SAMPLES)
def test_every_formula_is_drawn_inside_its_frame(name: str) -> None:
    form = drawn(arranged((SAMPLES[name],)))
    assert form.glyphs and 0 < form.width < 60 and form.height > 0
    for glyph in form.glyphs:
        assert glyph[0][0] == "M" and glyph[-1][0] == "Z"
        across = [float(n) for command in glyph for n in command[1::2]]
        down = [float(n) for command in glyph for n in command[2::2]]
        assert min(across) > -0.4 and max(across) < form.width + 0.4
        assert -form.above - 0.1 < min(down) and max(down) < form.below + 0.1


def test_a_fraction_is_higher_than_its_parts() -> None:
    assert size(r"\frac{a}{b}")[1] > size("a")[1] + size("b")[1]


def test_brackets_grow_with_what_is_in_them() -> None:
    assert size(r"\left(\frac{a}{b}\right)")[1] >= size(r"\frac{a}{b}")[1]


def test_limits_stand_below_and_above_in_a_line_of_their_own() -> None:
    assert size(r"\sum_{i=1}^n")[1] > size(r"\sum\nolimits_{i=1}^n")[1]


def test_the_line_of_a_fraction_is_a_form() -> None:
    bars = [glyph for glyph in drawn(arranged((r"\frac{a}{b}",))).glyphs if len(glyph) == 5]
    assert len(bars) == 1


def test_relations_stand_below_one_another() -> None:
    form = drawn(arranged(("abc = d", "x = y")))
    assert form.height > 2 * size("abc = d")[1]
    bars = [float(glyph[0][1]) for glyph in form.glyphs if _equals(glyph)]
    assert len(bars) == 2 and bars[0] == pytest.approx(bars[1], abs=0.001)


def _equals(glyph: tuple[tuple[str | float, ...], ...]) -> bool:
    """An equals sign has two outlines of straight lines only."""
    letters = [str(command[0]) for command in glyph]
    return letters.count("M") == 2 and set(letters) <= set("MLZ")
