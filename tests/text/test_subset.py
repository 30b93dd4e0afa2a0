"""Fonts cut down to a few characters: the same advances and kerning, readable by others."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont

from deckgen.disk import DiskWorld
from deckgen.text.fonts import FAMILIES
from deckgen.text.shaping import Face
from deckgen.text.subset import subset, woff

FILES = sorted({file for family in FAMILIES.values() for file in family.files})
WORDS = ("TRANSITIE", "Tokyo AVATAR", "officiële finesse")


@pytest.mark.parametrize("file", FILES)
def test_words_keep_their_width(file: str) -> None:
    whole = DiskWorld(".").font(file)
    cut = subset(whole, "".join(WORDS))
    assert len(cut) < len(whole) / 5
    for word in WORDS:
        assert Face(cut).kerned(word) == pytest.approx(Face(whole).kerned(word))
        assert Face(cut).unkerned(word) == pytest.approx(Face(whole).unkerned(word))


@pytest.mark.parametrize("chars", ["a", "•", "Groepen", "DESaelnorst"])
@pytest.mark.parametrize("file", FILES)
def test_packed_it_is_the_same_font(file: str, chars: str) -> None:
    cut = subset(DiskWorld(".").font(file), chars)
    packed = woff(cut)
    assert len(packed) < len(cut) + 256  # a longer directory is all that it may cost
    with TTFont(io.BytesIO(packed)) as one, TTFont(io.BytesIO(cut)) as other:
        assert {chr(code) for code in one.getBestCmap()} == set(chars)
        assert all(one.reader[tag] == other.reader[tag] for tag in other.reader.tables)


def test_a_character_that_the_font_lacks_is_left_out() -> None:
    cut = subset(DiskWorld(".").font("Carlito-Regular.ttf"), "a►")
    with TTFont(io.BytesIO(cut)) as font:
        assert list(font.getBestCmap()) == [ord("a")]
