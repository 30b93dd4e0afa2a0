"""Pages as SVG: well-formed, every word once and in order, links, ids, pictures."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree
from msgspec.structs import replace

from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.scene.model import (
    Group,
    Item,
    Line,
    Link,
    Page,
    Paragraph,
    ParagraphStyle,
    Piece,
    Scene,
    Shape,
    Table,
    Text,
    TextBody,
)
from deckgen.writers.svg.faces import Faces
from deckgen.writers.svg.page import Drawing, draw
from writers import scenes
from writers.scenes import INK, PT, body, box, label, run, scene

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"
PAGES = {
    "points": scenes.points_page(),
    "shout": scenes.shout_page(),
    "figure": scenes.figure_page(),
    "data": scenes.data_page(),
    "picture": scenes.picture_page(True),
    "no-picture": scenes.picture_page(False),
}


def parsed(page: Page, of: Scene | None = None) -> etree._Element:
    return etree.fromstring(draw(of or scene(page), page).encode())


def only(item: Item) -> Page:
    return Page("p", "empty", "P", (item,))


def measured(*lines: tuple[str, ...], breaks: tuple[int, ...] = ()) -> Text:
    """One paragraph, set as if each line had been measured; each string is a piece."""
    runs = tuple(run(piece) for line in lines for piece in line)
    found = []
    for n, line in enumerate(lines):
        pieces = tuple(
            Piece(k * 50 * PT, 40 * PT, piece.rstrip(), INK) for k, piece in enumerate(line)
        )
        found.append(Line(0, (n + 1) * 24 * PT, 90 * PT, pieces))
    words = TextBody((Paragraph(runs, ParagraphStyle(), breaks=breaks),), tuple(found))
    return Text("t", "T", box(0, 0, 100, 100), words)


@pytest.mark.parametrize("name", PAGES)
def test_golden(name: str) -> None:
    drawn = draw(scene(PAGES[name]), PAGES[name]).replace("><", ">\n<") + "\n"
    file = GOLDEN / f"{name}.svg"
    if os.environ.get("DECKGEN_UPDATE"):
        file.write_text(drawn, "utf-8")
    assert drawn == file.read_text("utf-8")


def spoken(element: etree._Element) -> list[str]:
    """The texts that a screen reader meets, in order."""
    found = []
    for part in element.iter(f"{SVG}text"):
        hidden = any(one.get("aria-hidden") for one in (part, *part.iterancestors()))
        if not hidden:
            found.append("".join(part.itertext()).strip())
    return found


def words_of(items: tuple[Item, ...]) -> list[str]:
    found: list[str] = []
    for item in items:
        bodies: list[TextBody] = []
        if isinstance(item, Group):
            found += words_of(item.items)
        elif isinstance(item, Table):
            bodies = [cell.text for _, cells in item.rows for cell in cells]
        elif isinstance(item, Text | Shape) and item.text is not None:
            bodies = [item.text]
        for one in bodies:
            found += ["".join(r.text for r in p.runs) for p in one.paragraphs if p.runs]
    return found


def plain(texts: list[str]) -> str:
    """Without any white space: it differs where lines break."""
    return "".join("".join(texts).split())


@pytest.mark.parametrize("deck", ["big-society", "zuyd-2013"])
def test_every_word_of_a_lecture_stands_once_and_in_order(deck: str) -> None:
    compiled = compile_deck("deck.yaml", DiskWorld(f"decks/{deck}"))
    assert compiled.scene is not None
    for page in compiled.scene.pages:
        drawn = parsed(page, compiled.scene)
        for chart in drawn.xpath("//*[@role='img']"):
            chart.getparent().remove(chart)
        for number in drawn.xpath("//*[@role='listitem']/*[contains(@class, 'dg-off')]"):
            number.getparent().remove(number)
        assert plain(spoken(drawn)) == plain(words_of(page.items)), page.id


def test_ids_are_unique_and_begin_with_their_page() -> None:
    for page in PAGES.values():
        ids = [one.get("id") for one in parsed(page).iter() if one.get("id")]
        assert len(ids) == len(set(ids))
        assert all(name.startswith(f"{page.id}--") for name in ids)


def test_the_same_page_gives_the_same_text() -> None:
    page = scenes.figure_page()
    assert draw(scene(page), page) == Drawing(scene(page)).file(page, "")


def test_a_space_stands_between_lines_but_not_behind_a_hyphen() -> None:
    page = only(measured(("Maatschappelijk ",), ("werkers in no-",), ("go-area",)))
    assert spoken(parsed(page)) == ["Maatschappelijk werkers in no-go-area"]


def test_a_forced_line_end_reads_as_a_space() -> None:
    page = only(measured(("Eerste",), ("tweede",), breaks=(1,)))
    assert spoken(parsed(page)) == ["Eerste tweede"]


def test_pieces_stand_where_they_were_measured() -> None:
    spans = parsed(only(measured(("een ", "twee"), ("drie",)))).findall(f".//{SVG}tspan")
    places = [(one.get("x"), one.get("y"), one.text) for one in spans]
    assert places == [("0", "24", "een"), ("50", "24", "twee"), ("0", "48", "drie")]


def test_a_list_is_a_list_and_its_bullets_say_nothing() -> None:
    drawn = parsed(scenes.points_page())
    items = drawn.xpath("//*[@role='list']/*[@role='listitem']")
    assert len(items) == 5
    assert all(item[0].get("aria-hidden") == "true" for item in items)


def test_the_title_is_a_heading_and_a_table_has_rows() -> None:
    drawn = parsed(scenes.data_page())
    assert len(drawn.xpath("//*[@role='heading']")) == 1
    assert len(drawn.xpath("//*[@role='table']/*[@role='row']")) == 4
    assert len(drawn.xpath("//*[@role='columnheader']")) == 3


def test_an_echo_refers_to_its_words() -> None:
    drawn = parsed(scenes.shout_page())
    (use,) = drawn.findall(f".//{SVG}use")
    (front,) = drawn.xpath(f"//*[@id='{use.get('href')[1:]}']")
    assert "".join(front.itertext()) == "TRANSITIE"
    assert use.get("transform") == "translate(2.12 2.12)"
    assert use.getparent().get("aria-hidden") == "true"


def test_links_lead_out_and_pages_are_found_by_who_shows_them() -> None:
    page = scenes.points_page()
    alone = parsed(page).findall(f".//{SVG}a")
    assert alone == []  # unmeasured text has no links of its own
    linked = replace(label("Site", box(0, 0, 90, 20)), id="l")
    piece = Piece(0, 10, "Site", INK, Link(url='https://example.org/?a=1&b="2"', tip="Kijk"))
    words = replace(linked.text, lines=(Line(0, 10, 10, (piece,)),))
    (anchor,) = parsed(only(replace(linked, text=words))).findall(f".//{SVG}a")
    assert anchor.get("href") == 'https://example.org/?a=1&b="2"'
    assert anchor.get("rel") == "noopener"
    assert anchor[0].text == "Kijk"


def test_a_link_on_a_form_goes_where_pages_are() -> None:
    form = replace(scenes.block("Verder", box(0, 0, 90, 20)), link=Link(page="p2"))
    page = only(form)
    assert not parsed(page).findall(f".//{SVG}a")
    shown = Drawing(scene(page), lambda link: f' href="{link.page}.svg"').page(page)
    (anchor,) = etree.fromstring(shown.encode()).findall(f".//{SVG}a")
    assert anchor.get("href") == "p2.svg"


def test_a_cropped_picture_is_larger_than_its_window() -> None:
    drawn = parsed(scenes.picture_page(True))
    window = drawn.xpath("//*[@id='pic-True--pic']/*")[0]
    assert (window.get("x"), window.get("width")) == ("500", "404")
    assert window[0].get("transform") == "translate(-50.5 0) scale(505 370)"


def test_a_picture_that_is_not_there_is_not_drawn() -> None:
    assert not parsed(scenes.picture_page(False)).xpath("//*[contains(@id, '--pic')]")


def test_typed_text_is_no_markup() -> None:
    page = only(label("</text><script>&\x07\ud800", box(0, 0, 90, 20)))
    assert spoken(parsed(page)) == ["</text><script>&"]


def test_faces_are_embedded_with_the_characters_that_are_drawn() -> None:
    page = scenes.points_page()
    css = Faces(DiskWorld(".")).css(scene(page), (page,))
    families = [part.split("'")[1] for part in css.split("@font-face")[1:]]
    assert families == [
        "deckgen Arial",
        "deckgen Calibri",
        "deckgen Calibri",
        "deckgen Courier New",
    ]
    assert etree.fromstring(draw(scene(page), page, Faces(DiskWorld("."))).encode()) is not None
    assert "http" not in css


def test_every_group_and_form_of_a_page_has_its_place() -> None:
    drawn = parsed(scenes.figure_page())
    (group,) = drawn.xpath("//*[@id='p3--g']")
    assert [child.get("id") for child in group] == ["p3--Een", "p3--wave", "p3--ring"]
    assert group.get("aria-hidden") == "true"
    (turn,) = drawn.xpath("//*[@id='p3--turn']/*")
    assert turn.get("transform") == "rotate(30 700 310)"


def test_text_without_lines_hangs_on_its_anchor() -> None:
    number = scenes.number("12")
    (text,) = parsed(only(number)).findall(f".//{SVG}text")
    assert (text.get("text-anchor"), text.get("x"), text.text) == ("end", "904", "12")


def test_a_body_may_be_empty() -> None:
    empty = Text("e", "E", box(0, 0, 9, 9), body(Paragraph((), ParagraphStyle())))
    assert spoken(parsed(only(empty))) == []
