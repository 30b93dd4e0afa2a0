"""Agendas, menus and ways back: what is marked, where a click leads."""

from __future__ import annotations

import pytest

from deckgen.pipeline import compile_deck
from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Group, Item, Link, Page, Scene, Shape, Text
from deckgen.writers.pptx.package import write
from pipeline.kinds import TEMPLATES, Desk

HEAD = "title: The talk\nlang: {}\nslides:\n"
TALK = """\
- {{id: today, title: Today, agenda: {0}}}
- {{id: where, title: Where to, menu: {1}}}
- {{id: then, section: Back in time}}
- {{id: walk, title: On foot, points: [We walk, We stay]}}
- {{id: again, title: Now what, agenda: {0}}}
- {{id: now, section: Right now}}
- {{id: photo, picture: {{wants: a street, alt: A street}}, shout: LOOK}}
"""


def talk(agenda: str = "", menu: str = "", lang: str = "en-GB", template: str = "plain") -> Scene:
    outline = HEAD.format(lang) + TALK.format(agenda, menu)
    result = compile_deck("deck.yaml", Desk(outline), template)
    assert result.diagnostics == ()
    assert result.scene is not None
    return result.scene


def page(scene: Scene, name: str) -> Page:
    return next(one for one in scene.pages if one.id == name)


def forms(items: tuple[Item, ...]) -> list[Shape]:
    found = []
    for item in items:
        if isinstance(item, Group):
            found += forms(item.items)
        elif isinstance(item, Shape):
            found.append(item)
    return found


def said(item: Item) -> list[str]:
    body = item.text if isinstance(item, Text | Shape) else None
    paragraphs = body.paragraphs if body else ()
    return ["".join(run.text for run in one.runs) for one in paragraphs]


def doors(one: Page) -> list[tuple[str, Link]]:
    """The forms of a page that lead somewhere, by the words on them."""
    return [(" ".join(said(form)), form.link) for form in forms(one.items) if form.link]


def marked(one: Page) -> list[str]:
    """The lines of an agenda that are in the accent."""
    body = next(item for item in one.items if item.id.startswith("body"))
    assert isinstance(body, Text)
    accent = {p.runs[0].style.colour.slot for p in body.text.paragraphs if p.style.bullet}
    lines = zip(said(body), body.text.paragraphs, strict=True)
    return [line for line, p in lines if p.runs[0].style.colour.slot in accent]


def test_an_agenda_shows_the_sections_and_marks_the_next_one() -> None:
    scene = talk()
    assert marked(page(scene, "today")) == ["Back in time"]
    assert marked(page(scene, "again")) == ["Right now"]


def test_an_agenda_of_its_own() -> None:
    assert marked(page(talk("{items: [One, Two], now: Two}"), "today")) == ["Two"]


def test_an_agenda_without_a_mark() -> None:
    assert marked(page(talk("[One, Two]"), "today")) == []


def test_a_menu_leads_to_the_sections() -> None:
    assert doors(page(talk(), "where")) == [
        ("1 Back in time", Link(page="then")), ("2 Right now", Link(page="now")),
    ]  # fmt: skip


@pytest.mark.parametrize("count", range(1, 8))
def test_a_menu_of_its_own(count: int) -> None:
    choices = ", ".join(f"{{Place {number}: walk}}" for number in range(count))
    found = doors(page(talk(menu=f"[{choices}]"), "where"))
    assert [link for _, link in found] == [Link(page="walk")] * count


def test_where_a_menu_leads_there_is_a_way_back() -> None:
    scene = talk(menu="[{Walk: walk}, {Look: photo}]")
    back = [("◄ Back", Link(page="where"))]
    assert doors(page(scene, "walk")) == doors(page(scene, "photo")) == back
    assert doors(page(scene, "now")) == []


def test_a_way_back_to_one_of_several_menus() -> None:
    menus = "- {id: second, menu: [{Walk: walk}]}\n"
    outline = HEAD.format("nl-NL") + menus + TALK.format("", "[{Walk: walk}]")
    scene = compile_deck("deck.yaml", Desk(outline), "plain").scene
    assert scene is not None
    assert doors(page(scene, "walk")) == [("◄ Terug", Link(action="back"))]


def test_a_menu_needs_no_way_back_to_itself() -> None:
    found = doors(page(talk(menu="[{Here: where}]"), "where"))
    assert [link for _, link in found] == [Link(page="where")]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_file_has_the_jumps(template: str) -> None:
    data = write(talk(menu="[{Walk: walk}, {Look: photo}]", template=template))
    assert [found for found in violations(data) if found.severity == "error"] == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_way_back_is_on_the_page_and_on_no_text(template: str) -> None:
    scene = talk(menu="[{Then: then}, {Walk: walk}, {Now: now}, {Look: photo}]", template=template)
    for name in ("then", "walk", "now", "photo"):
        one = page(scene, name)
        (button,) = (form for form in forms(one.items) if form.link)
        frame = button.frame
        assert frame.y + frame.cy <= scene.height
        assert frame.x + frame.cx <= scene.width
        assert frame.x > scene.width // 4
        assert one.items[-1 if one.items[-1] is button else -2] is button  # read last
