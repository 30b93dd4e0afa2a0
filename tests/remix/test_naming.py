"""Names of files from rows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.remix.naming import named, places, safe, typed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Den Haag", "den-haag"),
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Zoë's café", "zoe-s-cafe"),
        ("Ærøskøbing", "aeroskobing"),
        ("12 maart 2026, 19:30", "12-maart-2026-19-30"),
        ("東京 Tower", "東京-tower"),
        ("../../etc/passwd", "etc-passwd"),
        ("  ", ""),
    ],
)
def test_a_text_in_a_name(text: str, name: str) -> None:
    assert safe(text) == name


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{{stad}}.pptx", "den-haag.pptx"),
        ("{{ stad }}-{{leeg}}.pptx", "den-haag.pptx"),
        ("{{leeg}}.pptx", ""),
        ("{{stad}}/Lezing {{row}}.pptx", "den-haag/Lezing 7.pptx"),
        ("{{leeg}}/a.pptx", ""),
        ("{{device}}.pptx", "con-.pptx"),
    ],
)
def test_a_pattern(pattern: str, path: str) -> None:
    values = {"stad": "Den Haag", "leeg": "", "row": "7", "device": "CON"}
    assert named(pattern, values) == path


@pytest.mark.parametrize(
    ("cell", "path"),
    [
        ("Heerlen avond", "heerlen-avond.pptx"),
        ("zuid/heerlen.pptx", "zuid/heerlen.pptx"),
        ("../../heerlen.PPTX", "heerlen.pptx"),
        ("C:\\decks\\heerlen", "c/decks/heerlen.pptx"),
        ("", ""),
        ("..", ""),
    ],
)
def test_a_name_that_was_typed(cell: str, path: str) -> None:
    assert typed(cell) == path


def test_the_places_of_a_pattern() -> None:
    assert places("{{b}}-{{ a }}-{{b}}.pptx") == ("b", "a")


@given(st.text(), st.text())
def test_no_text_leads_out_of_the_folder(one: str, other: str) -> None:
    for path in (typed(one), named("{{one}}/{{other}}.pptx", {"one": one, "other": other})):
        assert not path.startswith("/")
        assert not {".", "..", ""} & set(path.split("/")) or path == ""
        assert not set('\\:*?"<>|\0') & set(path)
