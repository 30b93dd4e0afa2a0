"""The validity ladder: every rung of it on one scene with every kind of item."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pptx
import pytest
from msgspec.structs import replace
from openxml_audit import validate_pptx

from deckgen.readers.pptx.fingerprint import untouched
from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Page
from deckgen.writers.pptx.package import write
from writers.scenes import (
    THEME,
    body,
    box,
    data_page,
    figure_page,
    label,
    points_page,
    scene,
    shout_page,
    title,
)

DECK = write(scene())


def texts(data: bytes) -> list[str]:
    """The text of each slide's shapes, in paint order, groups opened."""
    return ["|".join(_texts(slide.shapes)) for slide in pptx.Presentation(io.BytesIO(data)).slides]


def _texts(shapes) -> list[str]:
    found = []
    for shape in shapes:
        if shape.shape_type == 6:
            found += _texts(shape.shapes)
        elif shape.has_text_frame and shape.text_frame.text:
            found.append(shape.text_frame.text)
    return found


def test_our_own_rules_find_nothing():
    assert violations(DECK) == ()


def test_schema_validator_finds_nothing(tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(DECK)
    result = validate_pptx(path)
    assert [str(e) for e in result.errors] == []


def test_python_pptx_sees_the_text_in_reading_order():
    assert texts(DECK)[0] == (
        "Dienstverlening in bastions|Privéwereld = no-go-area\n"
        'De beweging wordt omgedraaid: <&> "zo" _x005F_x000B_\n'
        "Vroeger: naar mensen toe\nZie de site of de volgende\nPijl ► code|Studiedag|1"
    )
    assert texts(DECK)[2] == (
        "Vormen|Links|Rechts|Een|Eerste regel\vtweede regel\n\nH2O weg|Studiedag|3"
    )


def test_same_scene_same_bytes():
    assert write(scene()) == DECK


def test_nobody_touched_it():
    assert untouched(DECK)


def test_zip_is_fixed_in_order_and_time():
    entries = zipfile.ZipFile(io.BytesIO(DECK)).infolist()
    assert [e.filename for e in entries[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    assert {e.date_time for e in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert zipfile.ZipFile(io.BytesIO(DECK)).testzip() is None


@pytest.mark.parametrize("pages", [(points_page(),), (data_page(), figure_page()), (shout_page(),)])
def test_smaller_decks_are_valid_too(pages, tmp_path: Path):
    data = write(scene(*pages))
    (tmp_path / "deck.pptx").write_bytes(data)
    assert violations(data) == ()
    assert validate_pptx(tmp_path / "deck.pptx").is_valid


def test_dark_theme_is_valid(tmp_path: Path):
    data = write(scene(theme=replace(THEME, dark=True)))
    (tmp_path / "deck.pptx").write_bytes(data)
    assert violations(data) == ()
    assert validate_pptx(tmp_path / "deck.pptx").is_valid


def test_hostile_text_everywhere_stays_well_formed():
    bad = "a\x00b\x0b<&>\"'\ud800\ufffe ]]> _x0041_ \U0001f600"
    page = Page("p", "points", bad, (title(bad), label(bad, box(60, 120, 400, 40))), (bad,))
    data = write(
        replace(scene(page), properties=replace(scene().properties, title=bad, author=bad))
    )
    assert violations(data) == ()
    assert texts(data) == ["|".join(["ab <&>\"' ]]> _x005F_x0041_ \U0001f600"] * 2)]


def test_paragraph_without_runs_or_a_body_without_paragraphs():
    page = Page("p", "points", "T", (title("T"), replace(label("x", box(1, 1, 9, 9)), text=body())))
    found = violations(write(scene(page)))
    assert [d.code for d in found] == ["pptx/alt-form"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_converts_it_and_shows_all_but_the_empty_picture(tmp_path: Path):
    (tmp_path / "deck.pptx").write_bytes(DECK)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "deck.pptx")], check=True, capture_output=True, timeout=120
    )
    text = pdf_text(tmp_path / "deck.pdf")
    assert len(text) == 6  # one page is hidden
    assert "TRANSITIE" in text[1]
    assert "Een foto" not in text[4]
    assert text[5].strip() == "Slot"


def pdf_text(path: Path) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]
