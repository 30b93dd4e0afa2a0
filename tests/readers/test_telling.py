"""What a .pptx says: read back from what we wrote, and from what somebody made of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation as Opened
from pptx.util import Inches

from deckgen.pipeline import compile_deck
from deckgen.readers.pptx.telling import Image, Numbers, Presentation, Row, tell
from deckgen.remix.comparison import compare
from deckgen.remix.difference import apply, diff
from deckgen.writers.pptx.package import write
from pipeline.kinds import Desk
from readers.planting import Swap, planted

OUTLINE = """\
title: Een talk
author: Iemand
lang: nl-NL
variants:
  kort: {minutes: 2, show: true}
slides:
- id: lijst
  title: Wat een straat nodig heeft
  points: [Bankjes, {Ogen op straat: [elke dag, ook na tienen]}]
  notes: Zeg hallo.
- id: cijfers
  title: Drie jaar
  chart:
    type: column
    data: {Wijken: {2011: 1, 2012: 2}}
  priority: 4
- id: tabel
  title: Wie wat doet
  table:
    header: [Wie, Wat]
    rows: [[Buren, groeten], [Gemeente, luistert]]
- id: foto
  picture: {wants: een straat, alt: Een straat}
  label: De straat
  skip: true
"""


def built(text: str = OUTLINE) -> bytes:
    found = compile_deck("deck.yaml", Desk(text), "plain")
    assert found.scene is not None, found.diagnostics
    return write(found.scene)


def told(data: bytes) -> Presentation:
    found = tell(data)
    assert found is not None
    return found


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    opened = Opened(io.BytesIO(data))
    change(opened)
    stream = io.BytesIO()
    opened.save(stream)
    return stream.getvalue()


def rows(before: bytes, after: bytes) -> list[str]:
    found = compare(told(before), told(after))
    return [
        " ".join(
            [*(["moved"] if row.moved else []), row.what, row.id, *(d.way for d in row.details)]
        )
        for row in found.rows
        if row.what != "kept" or row.moved
    ]


def test_what_we_wrote_is_told() -> None:
    found = told(built())
    lijst, cijfers, tabel, foto = found.slides
    assert (found.title, found.author) == ("Een talk", "Iemand")
    assert [one.id for one in found.slides] == ["lijst", "cijfers", "tabel", "foto"]
    assert lijst.title == "Wat een straat nodig heeft"
    assert lijst.text == ("Bankjes", "Ogen op straat", "– elke dag", "– ook na tienen")
    assert lijst.notes == ("Zeg hallo.",)
    assert cijfers.charts == (Numbers("bar", ("2011", "2012"), (Row("Wijken", ("1", "2")),)),)
    assert tabel.tables == ((("Wie", "Wat"), ("Buren", "groeten"), ("Gemeente", "luistert")),)
    assert foto.hidden


def retitled(opened: Any) -> None:
    opened.slides[0].shapes.title.text_frame.text = "Wat een straat echt nodig heeft"


def noted(opened: Any) -> None:
    opened.slides[0].notes_slide.notes_text_frame.text = "Zeg goedendag."


def filled(opened: Any) -> None:
    (table,) = (one.table for one in opened.slides[2].shapes if one.has_table)
    table.cell(1, 1).text = "zwaaien"


def shuffled(opened: Any) -> None:
    slides = opened.slides._sldIdLst
    slides.append(slides[0])


def shorter(opened: Any) -> None:
    slides = opened.slides._sldIdLst
    slides.remove(slides[2])


def longer(opened: Any) -> None:
    slide = opened.slides.add_slide(opened.slides[0].slide_layout)
    box = slide.shapes.add_textbox(Inches(1), Inches(1), Inches(5), Inches(1))
    box.text_frame.text = "Nog iets heel anders"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (retitled, ["changed lijst title"]),
        (noted, ["changed lijst notes"]),
        (filled, ["changed tabel tables.1.2"]),
        (shuffled, ["moved kept lijst"]),
        (shorter, ["gone tabel"]),
        (longer, ["added nog-iets-heel-anders"]),
    ],
)
def test_what_somebody_changed_in_powerpoint_is_found(
    change: Callable[[Any], None], found: list[str]
) -> None:
    before = built()
    after = changed(before, change)
    assert rows(before, after) == found
    one, other = told(before), told(after)
    assert apply(diff(one, other), one) == other
    assert apply(diff(other, one), other) == one


def test_saving_it_elsewhere_changes_nothing() -> None:
    assert rows(built(), changed(built(), lambda opened: None)) == []


def test_slides_without_tags_are_known_by_their_words() -> None:
    def untagged(opened: Any) -> None:
        for slide in opened.slides:
            for rid, one in list(slide.part.rels.items()):
                if one.reltype.endswith("/tags"):
                    slide._element.cSld.remove(slide._element.cSld.find(".//{*}custDataLst"))
                    slide.part.drop_rel(rid)
        retitled(opened)

    found = told(changed(built(), untagged))
    assert found.slides[0].id == "wat-een-straat-echt-nodig-heeft"
    (step,) = [s for s in diff(told(built()), found).steps if s.to == 0]
    assert (step.what, step.at) == ("changed", 0)


def test_a_slide_copied_in_powerpoint_is_another_slide() -> None:
    one = told(built(OUTLINE.replace("id: cijfers", "id: lijst-2")))
    assert [slide.id for slide in one.slides][:2] == ["lijst", "lijst-2"]


def test_another_photograph_is_another_picture(tmp_path: object) -> None:
    before = Presentation((one := told(built()).slides[0],))
    photo = (Image("Een straat", "aaaaaaaaaaaa"),)
    from msgspec.structs import replace

    after = Presentation((replace(one, pictures=photo),))
    (row,) = compare(before, after).rows
    assert [(d.way, d.what) for d in row.details] == [("pictures", "added")]


@pytest.mark.parametrize("level", ["999999999", "²", "x", "-1"])
def test_a_level_that_is_none_is_the_first(level: str) -> None:
    before = built()
    swap = Swap("ppt/slides/slide1.xml", 'lvl="1"', f'lvl="{level}"')
    assert "elke dag" in told(planted(before, swap)).slides[0].text


def test_a_list_of_slides_that_leads_nowhere_is_survived() -> None:
    swap = Swap("ppt/presentation.xml", '<p:sldId id="257" r:id="', '<p:sldId id="257" r:id="x')
    found = told(planted(built(), swap))
    assert [one.id for one in found.slides] == ["lijst", "slide", "tabel", "foto"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip"])
def test_what_is_none_is_none(data: bytes) -> None:
    assert tell(data) is None


def test_other_packages_are_none() -> None:
    import zipfile

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert tell(stream.getvalue()) is None
