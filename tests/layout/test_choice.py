"""`layout:` of a slide: each way of each kind, layouts of a base file, names that nobody has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

import bases
from deckgen.compose.context import Context
from deckgen.compose.slide import compose
from deckgen.disk import DiskWorld
from deckgen.layout.choice import chosen
from deckgen.outline.model import Slide
from deckgen.pipeline import Compiled, compile_deck
from deckgen.template.load import load
from deckgen.world import MemoryWorld

ROOT = Path(__file__).resolve().parents[2]
KINDS = {
    "options": "options: [{name: Een, points: [Licht]}, {name: Twee, points: [Zwaar]}]",
    "sum": "sum: {terms: [Tijd, Aandacht], result: Zorg}",
    "dimensions": "dimensions: [Eigen kracht, Netwerken]",
    "points": "points: [Een, Twee]",
    "process": "process: [Vragen, Doen]",
    "movements": "movements: [{name: Profkracht}, {name: Burgerkracht}]",
    "pyramid": "pyramid: [Top, Midden, Voet]",
    "venn": "venn: [Profs, Burgers]",
    "tree": "tree: {Stad: [Wijk, Straat]}",
    "diagram": "diagram: [Vraag -> Antwoord]",
    "rows": "rows: [{points: [Een]}, {sum: {terms: [Tijd, Aandacht], result: Zorg}}]",
    "section": "section: Wat te doen?",
    "contact": "contact: {name: Jos, mail: jos@example.org}",
    "cover": "cover: {title: Jos van der Lans}",
}
WAYS = {
    match[1]: re.findall(r"`(\w+)`", match[2])
    for match in re.finditer(
        r"^\| `(\w+)`[^|]*\| (`.*) \|$", (ROOT / "docs/layout.md").read_text("utf-8"), re.MULTILINE
    )
}


def compiled(folder: Path, body: str) -> Compiled:
    (folder / "deck.yaml").write_text(f"slides:\n- {body}\n", "utf-8")
    return compile_deck("deck.yaml", DiskWorld(str(folder)), "jos-van-der-lans")


def slide(folder: Path, body: str) -> Slide:
    deck = compiled(folder, body).deck
    assert deck is not None
    return deck.slides[0]


def world() -> MemoryWorld:
    data = (ROOT / "templates/jos-van-der-lans/template.yaml").read_bytes()
    return MemoryWorld(templates={"jos-van-der-lans": data})


@pytest.mark.parametrize("kind", KINDS)
def test_each_way_is_in_the_guide_and_can_be_had(kind: str, tmp_path: Path) -> None:
    said = slide(tmp_path, KINDS[kind])
    look = load("jos-van-der-lans", world()).value
    deck = compiled(tmp_path, KINDS[kind]).deck
    assert look is not None
    assert deck is not None
    sheets = compose(said, Context(deck, look))
    assert list(dict.fromkeys(one.way for one in sheets)) == WAYS[kind]
    for way in WAYS[kind]:
        assert {one.way for one in chosen(sheets, replace(said, layout=way))} == {way}
        found = compiled(tmp_path, f"{KINDS[kind]}\n  layout: {way}")
        assert found.diagnostics == ()
        assert found.scene is not None


def test_the_guide_names_no_kind_without_ways() -> None:
    assert set(WAYS) == set(KINDS)


def test_what_is_drawn_changes(tmp_path: Path) -> None:
    row, rows = (compiled(tmp_path, f"{KINDS['sum']}\n  layout: {way}") for way in ("row", "rows"))
    assert row.scene is not None
    assert rows.scene is not None
    assert row.scene.pages[0].items != rows.scene.pages[0].items


def test_an_unknown_name_says_what_there_is(tmp_path: Path) -> None:
    (found,) = compiled(tmp_path, f"{KINDS['sum']}\n  layout: rowws").diagnostics
    assert (found.code, found.severity) == ("layout/unknown-layout", "warning")
    assert found.hints == ("did you mean `rows`?", "layouts: row, rows")
    assert found.span is not None
    assert (found.span.line, found.span.column) == (3, 11)


def test_a_kind_with_one_way_says_so(tmp_path: Path) -> None:
    (found,) = compiled(tmp_path, "question: Wie?\n  layout: rows").diagnostics
    assert found.hints == ("it is drawn in one way only; take the line out",)


@pytest.mark.parametrize("name", ["Title Only", "title only"])
def test_a_layout_of_a_base_by_its_name(name: str, tmp_path: Path) -> None:
    talk = f"slides:\n- title: Hier\n  points: [Een, Twee]\n  layout: {name}\n"
    found = bases.compiled(bases.plain(), tmp_path, talk)
    assert found.diagnostics == ()
    assert found.scene is not None
    (page,) = found.scene.pages
    layout = next(one for one in found.scene.layouts if one.id == page.layout)
    assert layout.name == "Title Only"


def test_a_layout_that_a_base_has_not(tmp_path: Path) -> None:
    talk = "slides:\n- question: Wie?\n  layout: Title Onyl\n"
    (found,) = bases.compiled(bases.plain(), tmp_path, talk).diagnostics
    assert found.hints[0] == "did you mean `Title Only`?"
    assert "Title and Content" in found.hints[1]
