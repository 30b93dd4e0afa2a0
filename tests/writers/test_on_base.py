"""Decks written on someone else's file."""

import io
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

import bases
import oddbases
from deckgen.readers.pptx.fingerprint import untouched
from deckgen.readers.pptx.rules import violations
from deckgen.writers.pptx.package import write

EDITED = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "docProps/custom.xml",
    "ppt/presentation.xml",
    "ppt/_rels/presentation.xml.rels",
}
FILES = {
    "plain": bases.plain,
    "wide": lambda: bases.plain(12192000, 6858000),
    "small": lambda: bases.plain(9144000, 5143500),
    "dutch": lambda: bases.local("nl"),
    "dark": bases.dark,
    "potx": bases.potx,
    "embedded": bases.embedded,
    "two masters": bases.two_masters,
    "no title only": lambda: bases.without("Title Only"),
    "no section": lambda: bases.without("Section Header"),
    "german": lambda: bases.local("de"),
    "french": lambda: bases.local("fr"),
    "no faces": oddbases.faceless,
    "its own table": oddbases.own_table,
    "low body": oddbases.low_body,
    "logo in the way": oddbases.logo_in_the_way,
    "dark layout": oddbases.dark_layout,
}
every_base = pytest.mark.parametrize("name", FILES)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def faults(path: Path) -> set[str]:
    return {f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(path).errors}


def written(data: bytes, folder: Path) -> bytes:
    found = bases.compiled(data, folder)
    assert found.scene is not None, found.diagnostics
    return write(found.scene)


@every_base
def test_the_ladder(name: str, tmp_path: Path) -> None:
    base = FILES[name]()
    data = written(base, tmp_path)
    (tmp_path / "deck.pptx").write_bytes(data)
    (tmp_path / "base.pptx").write_bytes(base)
    assert faults(tmp_path / "deck.pptx") <= faults(tmp_path / "base.pptx")
    own = {(one.code, one.message) for one in violations(base)}
    ours = {(one.code, one.message) for one in violations(data) if one.severity == "error"}
    assert ours - own == set()
    assert len(Presentation(io.BytesIO(data)).slides) == 6
    assert untouched(data)


@every_base
def test_what_is_not_ours_stays_byte_for_byte(name: str, tmp_path: Path) -> None:
    before = parts(FILES[name]())
    after = parts(written(FILES[name](), tmp_path))
    kept = [one for one in before if one not in EDITED and "lides/" not in one]
    gone = [one for one in kept if one not in after]
    assert [one for one in kept if one in after and after[one] != before[one]] == []
    assert set(gone) <= {"docProps/thumbnail.jpeg", "ppt/commentAuthors.xml"}


def test_its_own_slides_are_gone_and_nothing_of_them_is_left(tmp_path: Path) -> None:
    after = parts(written(bases.embedded(), tmp_path))
    assert not any(b"own slide" in part or b"Own notes" in part for part in after.values())
    assert b"custShow" not in after["ppt/presentation.xml"]
    assert b"embeddedFont" in after["ppt/presentation.xml"]
    assert not any("comment" in name for name in after)


def test_content_goes_into_the_real_placeholders(tmp_path: Path) -> None:
    slides = Presentation(io.BytesIO(written(bases.plain(), tmp_path))).slides
    cover, _, points = list(slides)[:3]
    assert [one.placeholder_format.type.name for one in cover.placeholders][:2] == [
        "CENTER_TITLE",
        "SUBTITLE",
    ]
    body = points.placeholders[1]
    assert body.text_frame.text.splitlines()[0] == "Somewhere to sit"
    assert b"<p:spPr/>" in parts(written(bases.plain(), tmp_path))["ppt/slides/slide3.xml"]


def test_positions_fonts_and_colours_are_inherited(tmp_path: Path) -> None:
    slide = Presentation(io.BytesIO(written(bases.plain(), tmp_path))).slides[2]
    title, layout = slide.shapes.title, slide.slide_layout.placeholders[0]
    assert (title.left, title.top, title.width) == (layout.left, layout.top, layout.width)
    run = title.text_frame.paragraphs[0].runs[0]
    assert (run.font.size, run.font.bold, run.font.name, run.font.color.type) == (None,) * 4


def test_the_size_of_slides_is_kept(tmp_path: Path) -> None:
    made = Presentation(io.BytesIO(written(bases.plain(9144000, 5143500), tmp_path)))
    assert (made.slide_width, made.slide_height) == (9144000, 5143500)


def test_a_potx_becomes_a_presentation(tmp_path: Path) -> None:
    types = parts(written(bases.potx(), tmp_path))["[Content_Types].xml"]
    assert b"presentation.main+xml" in types
    assert b"template.main+xml" not in types


def test_the_number_is_a_field_in_its_placeholder(tmp_path: Path) -> None:
    slide = parts(written(bases.plain(), tmp_path))["ppt/slides/slide3.xml"]
    assert b'type="sldNum"' in slide
    assert b'type="slidenum"' in slide


def test_custom_properties_are_kept_beside_the_fingerprint(tmp_path: Path) -> None:
    first = written(bases.plain(), tmp_path)  # has a custom.xml: ours
    again = bases.edited(
        first,
        "docProps/custom.xml",
        lambda part: part.replace(b"deckgen.fingerprint", b"MSIP_Label_Name"),
    )
    made = parts(written(again, tmp_path))["docProps/custom.xml"]
    assert b"MSIP_Label_Name" in made
    assert b"deckgen.fingerprint" in made


def test_the_same_talk_gives_the_same_bytes(tmp_path: Path) -> None:
    assert written(bases.plain(), tmp_path) == written(bases.plain(), tmp_path)
