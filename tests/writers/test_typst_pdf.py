"""PDFs: everything that was written is there, once, in order, and says what it is."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from msgspec.structs import replace

from deckgen.scene.model import (
    Group,
    Line,
    Link,
    Page,
    Paragraph,
    Piece,
    Preset,
    Properties,
    Section,
    Shape,
    Text,
    TextBody,
)
from deckgen.scene.selection import selected
from pipeline.kinds import KINDS, compiled
from writers import scenes
from writers.printing import (
    DECKS,
    PRESS,
    TEMPLATES,
    alternatives,
    deck,
    links,
    printed,
    said,
    squeezed,
    texts,
    tool,
)

UNIVERSAL = re.compile(rb"pdfuaid:part>1<")

each_deck = pytest.mark.parametrize("template", TEMPLATES)
each_lecture = pytest.mark.parametrize("name", DECKS)


def bare(text: str) -> str:
    """Without bullets and counted numbers, which are drawn but not written in the outline."""
    return re.sub(r"[•–]|\d+\.", "", squeezed(text))


@each_lecture
@each_deck
def test_text_comes_in_reading_order(name: str, template: str) -> None:
    pages = [page for page in deck(name, template).pages if not page.hidden]
    for page, text in zip(pages, texts(printed(name, template)), strict=True):
        assert bare(text) == bare(said(page))


@each_lecture
@each_deck
def test_poppler_reads_the_same(name: str, template: str) -> None:
    text, complaints = tool("pdftotext", "-raw", "-", "-", pdf=printed(name, template))
    assert complaints == ""
    pages = [page for page in deck(name, template).pages if not page.hidden]
    for page, found in zip(pages, text.split("\f"), strict=False):
        assert bare(found) == bare(said(page))


@each_lecture
@each_deck
def test_it_keeps_the_rules_of_pdf_ua(name: str, template: str) -> None:
    assert UNIVERSAL.search(printed(name, template))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_slide_can_be_printed(kind: str) -> None:
    found = compiled(KINDS[kind], "jos-van-der-lans").scene
    assert found is not None
    data = PRESS.pdf(found)
    assert UNIVERSAL.search(data)
    assert len(texts(data)) == len(found.pages)


@each_deck
def test_fonts_are_embedded(template: str) -> None:
    listed, complaints = tool("pdffonts", "-", pdf=printed("big-society", template))
    assert complaints == ""
    fonts = [line.split() for line in listed.splitlines()[2:]]
    known = {"Carlito", "Arimo", "Caladea", "IBMPlexMono"}
    assert {font[0].partition("+")[2].split("-")[0] for font in fonts} <= known
    for font in fonts:
        assert font[-5:-2] == ["yes", "yes", "yes"]  # embedded, subset, with Unicode


def test_two_runs_are_byte_identical() -> None:
    found = deck("big-society", "plain")
    assert PRESS.pdf(found) == printed("big-society", "plain")


def test_shouted_words_are_text_once() -> None:
    (text,) = texts(PRESS.pdf(scenes.scene(scenes.shout_page())))
    assert text == "TRANSITIEAndereverhoudingen"


def test_hidden_slides_are_left_out_unless_asked_for() -> None:
    whole = scenes.scene()
    assert len(texts(PRESS.pdf(selected(whole)))) == 6
    assert len(texts(PRESS.pdf(selected(whole, hidden=True)))) == 7
    assert [page.id for page in selected(whole, numbers=frozenset({1, 4})).pages] == ["p1", "p4"]


def test_links_lead_out_and_across() -> None:
    data = printed("big-society", "plain")
    pages = deck("big-society", "plain").pages
    found = {page.id: links(data, number) for number, page in enumerate(pages, 1)}
    assert [to for page in found.values() for to in page] == [
        "http://www.thepeoplessupermarket.org/about/our-mission/",
        "https://www.josvdlans.nl",
    ]


def test_a_form_leads_to_another_page() -> None:
    button = replace(scenes.block("Verder", scenes.box(60, 120, 160, 80)), link=Link(page="last"))
    whole = scenes.scene()
    first = Page("one", "figure", "Eerst", (scenes.title("Eerst"), button))
    found = replace(whole, pages=(first, *whole.pages))
    assert links(PRESS.pdf(found), 1) == ["page 8"]


def test_a_link_to_a_page_that_is_left_out_is_no_link() -> None:
    button = replace(scenes.block("Verder", scenes.box(60, 120, 160, 80)), link=Link(page="p9"))
    found = scenes.scene(Page("one", "figure", "Eerst", (button,)))
    assert links(PRESS.pdf(found), 1) == []


def outline(pdf: bytes) -> list[tuple[int, str, int]]:
    document = pypdfium2.PdfDocument(pdf)
    found = [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]
    document.close()
    return found


def test_the_outline_has_every_page() -> None:
    found = outline(PRESS.pdf(selected(scenes.scene())))
    names = ["Dienstverlening", "TRANSITIE", "Vormen", "Foto", "Nog geen foto", "Slot"]
    assert found == [(0, name, number) for number, name in enumerate(names)]


def test_pages_hang_under_their_sections() -> None:
    sections = (Section("Begin", ("p1", "p2")), Section("Eind", ("p3", "p4", "last")))
    whole = scenes.scene()
    pages = tuple(page for page in whole.pages if page.id in ("p1", "p2", "p3", "last"))
    found = outline(PRESS.pdf(replace(whole, pages=pages, sections=sections)))
    assert found == [
        (0, "Begin", 0),
        (1, "Dienstverlening", 0),
        (1, "TRANSITIE", 1),
        (0, "Eind", 2),
        (1, "Vormen", 2),
        (1, "Slot", 3),
    ]


def test_properties_of_the_document() -> None:
    told, _ = tool("pdfinfo", "-isodates", "-", pdf=PRESS.pdf(scenes.scene()))
    found = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    wanted = {
        "Title": "Proef & toets",
        "Author": "Iemand",
        "Subject": "Onderwerp",
        "Keywords": "a, b",
        "CreationDate": "2013-03-28T00:00:00Z",
        "Tagged": "yes",
        "Pages": "7",
        "Page size": "960 x 540 pts",
    }
    assert {key: found[key].strip() for key in wanted} == wanted


def test_without_a_date_there_is_none() -> None:
    bare = replace(scenes.scene(), properties=Properties("Zonder datum"))
    told, _ = tool("pdfinfo", "-", pdf=PRESS.pdf(bare))
    assert "CreationDate" not in told


def structure(*pages: Page) -> str:
    told, _ = tool("pdfinfo", "-struct-text", "-", pdf=PRESS.pdf(scenes.scene(*pages)))
    return re.sub(r"\s+", " ", told)


def test_titles_lists_and_paragraphs_are_tagged() -> None:
    found = structure(scenes.points_page())
    assert 'H1 "Dienstverlening in bastions"' in found
    assert 'LI (block) Lbl (block) "•" LBody (block) "Privéwereld = no-go-area"' in found
    assert 'LI (block) Lbl (block) "–" LBody (block) "Vroeger: naar mensen toe"' in found


def test_tables_are_tagged_with_their_header() -> None:
    found = structure(replace(scenes.data_page(), hidden=False))
    assert "THead TR TH" in found
    assert "TBody TR TD" in found


def test_alternative_texts_are_said() -> None:
    pages = (scenes.figure_page(), replace(scenes.data_page(), hidden=False))
    found = alternatives(PRESS.pdf(scenes.scene(*pages, scenes.picture_page(True))))
    assert {"Een pijl", "Staven", "Een straat in de wijk"} <= set(found)


def test_decoration_is_no_figure() -> None:
    quiet = Shape(
        "s", "S", scenes.box(9, 9, 9, 9), Preset("rect"), scenes.paint("accent1"), alt="Stil",
        decorative=True,
    )  # fmt: skip
    assert "Figure" not in structure(Page("one", "empty", "Leeg", (quiet,)))


def test_a_group_with_a_text_of_its_own_is_one_figure() -> None:
    inside = (scenes.block("Een", scenes.box(60, 60, 90, 60)),)
    group = Group("g", "G", scenes.box(60, 60, 90, 60), inside, alt="Eén blok")
    page = Page("one", "empty", "Leeg", (group,))
    assert structure(page).count("Figure") == 1
    assert alternatives(PRESS.pdf(scenes.scene(page))) == ["Eén blok"]


def test_a_line_ends_a_word_unless_it_ends_at_a_hyphen() -> None:
    look = scenes.INK
    lines = (("Een plein", "naar"), ("een no-", "go-area"))
    words = tuple(
        Paragraph((scenes.run(" ".join(pair).replace("- ", "-")),), scenes.LEFT) for pair in lines
    )
    measured = tuple(
        Line(0, y * scenes.PT, scenes.PT, (Piece(0, scenes.PT, text, look),), number)
        for number, pair in enumerate(lines)
        for y, text in enumerate(pair, 1 + 2 * number)
    )
    text = Text("t", "T", scenes.box(0, 0, 99, 99), TextBody(words, measured))
    assert "plein naar" in structure(Page("one", "empty", "Leeg", (text,))).replace('" "', "")
    assert "no-go-area" in structure(Page("one", "empty", "Leeg", (text,))).replace('" "', "")


def test_text_that_nobody_measured_hangs_where_its_anchor_puts_it() -> None:
    label = scenes.label("Los", scenes.box(100, 100, 200, 40))
    right = Text(
        "r",
        "R",
        scenes.box(100, 200, 200, 40),
        scenes.body(
            scenes.para("Rechts", style=scenes.ParagraphStyle(align="right")), anchor="bottom"
        ),
    )
    pdf = PRESS.pdf(scenes.scene(Page("one", "empty", "Leeg", (label, right))))
    boxes, _ = tool("pdftotext", "-bbox", "-", "-", pdf=pdf)
    word = r'xMin="([\d.]+)".*?xMax="([\d.]+)".*?>(\w+)</word>'
    places = {text: (float(left), float(end)) for left, end, text in re.findall(word, boxes)}
    assert places["Los"][0] == pytest.approx(100, abs=0.1)
    assert places["Rechts"][1] == pytest.approx(300, abs=0.1)


def test_an_address_that_is_too_long_is_no_link() -> None:
    far = Link(url="https://example.org/" + "a" * 9000)
    button = replace(scenes.block("Ver", scenes.box(60, 120, 160, 80)), link=far)
    assert links(PRESS.pdf(scenes.scene(Page("p", "figure", "P", (button,)))), 1) == []


@pytest.mark.parametrize("lang", ["", "nl", "nl-NL", "zh-Hans-CN", "Nederlands", "x-y", "12"])
def test_any_language_can_be_printed(lang: str) -> None:
    page = Page("p", "empty", "P", (scenes.label("Taal", scenes.box(9, 9, 99, 30)),))
    about = replace(scenes.PROPERTIES, lang=lang)
    assert texts(PRESS.pdf(replace(scenes.scene(page), properties=about))) == ["Taal"]


def test_what_no_font_has_costs_the_mark_and_not_the_file() -> None:
    page = Page("p", "empty", "P", (), notes=("Een \N{PARTY POPPER}.",))
    data = PRESS.pdf(scenes.scene(page), "notes")
    assert not UNIVERSAL.search(data)
    assert len(texts(data)) == 1
