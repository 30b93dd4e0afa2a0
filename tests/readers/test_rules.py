"""Each rule finds the defect that it is there for, planted into a good file."""

from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from msgspec.structs import replace

from deckgen.readers.pptx.rules import RULES, violations
from deckgen.scene.model import Item, Text
from deckgen.writers.pptx.package import write
from readers.planting import EPOCH, Add, Defect, Drop, Swap, planted
from writers.scenes import scene

DECK = write(scene())
SLIDE, FIGURES, DATA = (f"ppt/slides/slide{n}.xml" for n in (1, 3, 4))
PRESENTATION, TYPES = "ppt/presentation.xml", "[Content_Types].xml"


TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1"><p:childTnLst><p:set><p:cBhvr><p:cTn id="2"/>'
    '<p:tgtEl><p:spTgt spid="{0}">{1}</p:spTgt></p:tgtEl></p:cBhvr></p:set></p:childTnLst></p:cTn>'
    "</p:par></p:tnLst>{2}</p:timing></p:sld>"
)
PARAGRAPH = '<p:txEl><p:pRg st="9" end="9"/></p:txEl>'
BUILD = '<p:bldLst><p:bldP spid="3" grpId="0" build="p"/></p:bldLst>'
OVERRIDE = (
    '<Override PartName="/ppt/slides/slide1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.presentationml.slide+xml"/>'
)
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
SVG_PICTURE = (
    '<a:blip r:embed="rId2"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"'
    ' r:embed="rId2"/></a:ext></a:extLst></a:blip>'
)
SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14='
    '"http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section name="a" id="{0}">'
    '<p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext>'
    "</p:extLst></p:presentation>"
)

PLANTED: list[tuple[str, tuple[Defect, ...]]] = [
    # What a schema validator is known to miss
    ("content-type-missing", (Swap(TYPES, OVERRIDE, ""),)),
    ("lang-unknown", (Swap(SLIDE, 'lang="nl-NL"', 'lang="xx-KLINGON"'),)),
    ("lang-unknown", (Swap(SLIDE, 'lang="nl-NL"', 'lang="qq-NL"'),)),
    ("escape", (Swap(SLIDE, "_x005F_x000B_", "_x000B_"),)),
    # The package
    ("malformed-xml", (Swap(SLIDE, "</p:sld>", ""),)),
    ("part-missing", (Drop("ppt/viewProps.xml"),)),
    ("content-type-stray", (Drop("ppt/viewProps.xml"),)),
    ("target-missing", (Drop("ppt/viewProps.xml"),)),
    ("content-type-jpg", (Swap(TYPES, "image/png", "image/jpg"),)),
    ("content-type-unused", (Swap(TYPES, 'Extension="png"', 'Extension="gif"'),)),
    ("content-type-missing", (Swap(TYPES, 'Extension="png"', 'Extension="gif"'),)),
    ("media-format", (Add("ppt/media/image1.png", b"GIF89a"),)),
    (
        "target-absolute",
        (Swap("ppt/slides/_rels/slide1.xml.rels", '"../slideLayouts', '"/ppt/slideLayouts'),),
    ),
    (
        "relationship-duplicate",
        (Swap("ppt/slides/_rels/slide1.xml.rels", 'Id="rId2"', 'Id="rId1"'),),
    ),
    ("relationship-unresolved", (Swap(SLIDE, 'r:id="rId2"', 'r:id="rId99"'),)),
    ("relationship-stray", (Add("ppt/slides/_rels/slide77.xml.rels", b"<Relationships/>"),)),
    (
        "target-type",
        (
            Swap(
                "ppt/slides/_rels/slide1.xml.rels",
                "../slideLayouts/slideLayout1.xml",
                "../slideMasters/slideMaster1.xml",
            ),
        ),
    ),
    ("part-orphan", (Add("ppt/media/image9.png", b"\x89PNG\r\n\x1a\n"),)),
    # How parts hang together
    ("slide-id", (Swap(PRESENTATION, 'id="256"', 'id="255"'),)),
    ("slide-id", (Swap(PRESENTATION, 'id="256"', 'id="257"'),)),
    (
        "master-id",
        (Swap("ppt/slideMasters/slideMaster1.xml", 'id="2147483649"', 'id="2147483648"'),),
    ),
    ("slide-unlisted", (Swap(PRESENTATION, '<p:sldId id="256" r:id="rId2"/>', ""),)),
    (
        "hierarchy",
        (Swap("ppt/slides/_rels/slide2.xml.rels", "relationships/slideLayout", "relationships/x"),),
    ),
    (
        "layout-unlisted",
        (
            Swap(
                "ppt/slideMasters/slideMaster1.xml",
                '<p:sldLayoutId id="2147483650" r:id="rId2"/>',
                "",
            ),
        ),
    ),
    (
        "notes-theme",
        (Swap("ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2.xml", "theme1.xml"),),
    ),
    (
        "notes-placeholder",
        (Swap("ppt/notesMasters/notesMaster1.xml", 'type="body"', 'type="title"'),),
    ),
    (
        "notes-order",
        (
            Swap(
                PRESENTATION,
                "<p:sldMasterIdLst>",
                '<p:sldIdLst><p:sldId id="300" r:id="rId2"/></p:sldIdLst><p:sldMasterIdLst>',
            ),
        ),
    ),
    (
        "notes-slide",
        (Swap("ppt/notesSlides/_rels/notesSlide1.xml.rels", "slide1.xml", "slide2.xml"),),
    ),
    ("sections", (Swap(PRESENTATION, "</p:presentation>", SECTIONS),)),
    ("placeholder-stray", (Swap(SLIDE, 'type="ftr" sz="quarter" idx="11"', 'type="dt" idx="10"'),)),
    ("placeholder-double", (Swap(SLIDE, 'type="body" idx="1"', 'type="title"'),)),
    ("placeholder-empty", (Swap(SLIDE, "<a:t>Studiedag</a:t>", "<a:t> </a:t>"),)),
    (
        "not-wrapped",
        (Swap(SLIDE, "</p:sld>", '<p15:new xmlns:p15="http://example.org/2012"/></p:sld>'),),
    ),
    (
        "fallback-missing",
        (
            Swap(
                SLIDE,
                "</p:sld>",
                '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
                'markup-compatibility/2006"><mc:Choice Requires="p"/></mc:AlternateContent>'
                "</p:sld>",
            ),
        ),
    ),
    # Shapes
    ("shape-id", (Swap(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'),)),
    ("glue-missing", (Swap(FIGURES, '<a:stCxn id="3"', '<a:stCxn id="93"'),)),
    ("target-shape", (Swap(SLIDE, "</p:sld>", TIMING.format(99, "", "")),)),
    ("build-paragraph", (Swap(SLIDE, "</p:sld>", TIMING.format(3, PARAGRAPH, BUILD)),)),
    ("build-paragraph", (Swap(SLIDE, "</p:sld>", TIMING.format(3, PARAGRAPH, "")),)),
    ("extent", (Swap(FIGURES, 'cx="2032000"', 'cx="-2032000"'),)),
    ("attribute", (Swap(FIGURES, 'sz="2000"', 'sz="NaN"'),)),
    ("attribute", (Swap(FIGURES, 'sz="2000"', 'sz="50"'),)),
    ("attribute", (Swap(FIGURES, 'prst="rect"', 'prst=""'),)),
    ("colour", (Swap("ppt/theme/theme1.xml", 'val="D1495B"', 'val="#D1495B"'),)),
    ("colour", (Swap(FIGURES, 'schemeClr val="accent2"', 'schemeClr val="accent7"'),)),
    ("svg-fallback", (
        Swap("ppt/slides/slide5.xml", '<a:blip r:embed="rId2"/>', SVG_PICTURE),
        Swap("ppt/slides/_rels/slide5.xml.rels", "image1.png", "image1.svg"),
    )),
    ("table-grid", (Swap(DATA, '<a:gridCol w="1524000"/>', ""),)),
    # Text
    ("text-body", (Swap(SLIDE, "<a:lstStyle/>", ""),)),
    ("run-empty", (Swap(SLIDE, "<a:t>Studiedag</a:t>", "<a:t/>"),)),
    ("lang-missing", (Swap(SLIDE, '<a:rPr lang="nl-NL"', "<a:rPr"),)),
    ("autofit", (Swap(SLIDE, "<a:noAutofit/>", '<a:normAutofit fontScale="90000"/>'),)),
    ("child-order", (Swap(FIGURES, "<a:solidFill>", '<a:latin typeface="Arial"/><a:solidFill>'),)),
    ("child-order", (Swap(DATA, '<a:lnL w="0">', '<a:noFill/><a:lnL w="0">'),)),
    ("link-empty", (Swap(SLIDE, 'r:id="rId2"', 'r:id=""'),)),
    ("link-jump", (Swap(SLIDE, ' action="ppaction://hlinksldjump"', ""),)),
    # Accessibility
    ("title-missing", (Swap(SLIDE, 'type="title"', 'type="body" idx="9"'),)),
    (
        "title-outside",
        (
            Swap(
                SLIDE,
                "<p:spPr/>",
                '<p:spPr><a:xfrm><a:off x="0" y="-900"/><a:ext cx="9" cy="9"/></a:xfrm></p:spPr>',
            ),
        ),
    ),
    ("title-double", (Swap(SLIDE, "Dienstverlening in bastions", "Vormen"),)),
    ("alt-missing", (Swap(DATA, ' descr="Lijn"', ""),)),
    ("alt-form", (Swap(FIGURES, ' descr="Een pijl"', ""),)),
    ("table-header", (Swap(DATA, ' firstRow="1"', ""),)),
    ("table-merged", (Swap(DATA, "<a:tc>", '<a:tc gridSpan="2">'),)),
    ("link-words", (Swap(SLIDE, "<a:t>de site</a:t>", "<a:t>Klik hier</a:t>"),)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "defects"), PLANTED, ids=[f"{n}-{c}" for n, (c, _) in enumerate(PLANTED)]
)
def test_planted_defect_is_found(code: str, defects: tuple[Defect, ...]):
    assert f"pptx/{code}" in {d.code for d in violations(planted(DECK, *defects))}


def test_good_file_has_none():
    assert violations(planted(DECK)) == ()


def titles_of(name: str, shown: tuple[Item, ...]) -> list[tuple[str, str]]:
    """What is said of the titles when the first page shows this only."""
    whole = scene()
    first = replace(whole.pages[0], name=name, items=shown, steps=())
    found = violations(write(replace(whole, pages=(first, *whole.pages[1:]))))
    return [(one.code, one.severity) for one in found if one.code == "pptx/title-missing"]


def test_a_slide_without_words_has_its_name():
    assert titles_of("A street", ()) == [("pptx/title-missing", "warning")]
    assert titles_of("", ()) == [("pptx/title-missing", "error")]


def test_a_number_is_no_word_of_the_slide():
    shown = [item for item in scene().pages[0].items if item.role == "number"]
    assert titles_of("A street", tuple(shown)) == [("pptx/title-missing", "warning")]


def test_words_want_a_title_whatever_the_name():
    texts = [one for one in scene().pages[0].items if isinstance(one, Text) and one.role == "body"]
    assert titles_of("A street", tuple(texts[:1])) == [("pptx/title-missing", "error")]


def test_entry_twice():
    stream = io.BytesIO(planted(DECK))
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(zipfile.ZipInfo(SLIDE, EPOCH), archive.read(SLIDE))
    assert "pptx/duplicate-entry" in {d.code for d in violations(stream.getvalue())}


def test_clock_in_the_zip_file():
    found = violations(planted(DECK, when=(2024, 5, 6, 7, 8, 10)))
    assert {d.code for d in found} == {"pptx/entry-time"}


@pytest.mark.parametrize("data", [b"", b"no zip", DECK[:100]])
def test_what_is_no_package(data: bytes):
    assert [d.code for d in violations(data)] == ["pptx/not-a-package"]


def test_every_rule_says_what_it_asks():
    assert all(rule.__doc__ for rule in RULES)
