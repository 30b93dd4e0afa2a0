"""Both lectures with every template, as a reader sees them; and slides of any content."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from deckgen.base.diagnostics import Checked
from deckgen.disk import DiskWorld
from deckgen.layout.deck import lay_out
from deckgen.outline import model as o
from deckgen.remix.load import load as load_outline
from deckgen.scene import model as scene
from deckgen.template.load import load
from deckgen.template.model import Template
from layout.outlines import blocks, slides
from layout.sight import (
    SLACK,
    collisions,
    faint,
    flat,
    ink,
    inside,
    panels,
    reserved,
    texts,
    words,
)

ROOT = Path(__file__).parents[2]
TEMPLATES = ("contrast", "jos-van-der-lans", "plain")
WORLD = DiskWorld(str(ROOT / "decks"))
LECTURES = ("big-society", "zuyd-2013")
every_lecture = pytest.mark.parametrize("deck", LECTURES)
every_template = pytest.mark.parametrize("template", TEMPLATES)


@cache
def look(name: str) -> Template:
    found = load(name, WORLD).value
    assert found is not None
    return found


@cache
def lecture(name: str) -> o.Deck:
    deck = load_outline(f"{name}/deck.yaml", WORLD).value
    assert deck is not None
    return deck


@cache
def built(deck: str, template: str) -> scene.Scene:
    return lay_out(lecture(deck), look(template), WORLD).value


def pages(found: scene.Scene) -> list[tuple[scene.Page, scene.Layout]]:
    layouts = {layout.id: layout for layout in found.layouts}
    return [(page, layouts[page.layout]) for page in found.pages]


@every_lecture
@every_template
def test_no_two_texts_overlap(deck: str, template: str) -> None:
    for page, layout in pages(built(deck, template)):
        assert collisions(page, layout) == [], page.id


@every_lecture
@every_template
def test_lines_lie_in_their_frame_and_items_on_the_page(deck: str, template: str) -> None:
    found = built(deck, template)
    for page, layout in pages(found):
        whole = scene.Box(0, 0, found.width, found.height)
        assert all(inside(frame(item), whole) for item in flat(page.items)), page.id
        for said in texts(page, layout):
            assert all(inside(ink(line), said.frame) for line in said.body.lines), page.id


@every_lecture
@every_template
def test_every_text_stands_out_from_what_is_under_it(deck: str, template: str) -> None:
    for page, layout in pages(built(deck, template)):
        assert [pair for said in texts(page, layout) for pair in faint(said)] == [], page.id


@every_lecture
@every_template
def test_texts_have_the_height_that_powerpoint_needs(deck: str, template: str) -> None:
    for page, layout in pages(built(deck, template)):
        for said in texts(page, layout):
            if not isinstance(said.item, scene.Table) and said.item.role != "number":
                assert reserved(said) <= said.frame.cy + SLACK / 10, (page.id, said.item.name)


@every_lecture
@every_template
def test_texts_on_panels_stay_on_them(deck: str, template: str) -> None:
    for page, _ in pages(built(deck, template)):
        for panel, lines in panels(page):
            out = [words(line) for line in lines if not inside(ink(line), panel.frame)]
            assert out == [], page.id


def frame(item: scene.Item) -> scene.Box:
    if isinstance(item, scene.Connector):
        left, top = min(item.x1, item.x2), min(item.y1, item.y2)
        return scene.Box(left, top, abs(item.x2 - item.x1), abs(item.y2 - item.y1))
    assert not isinstance(item, scene.Group)
    return item.frame


def laid(slide: o.Slide, template: str) -> Checked[scene.Scene]:
    return lay_out(o.Deck((slide,), title="A talk"), look(template), WORLD)


@pytest.mark.parametrize("kind", blocks, ids=lambda kind: kind.__name__)
@settings(
    deadline=None,
    max_examples=10,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # slides are large: shrinking takes long
)
@given(data=st.data())
def test_slides_of_any_content_fit_or_say_why_not(kind: type, data: st.DataObject) -> None:
    slide = data.draw(slides(blocks[kind]))
    template = data.draw(st.sampled_from(TEMPLATES))
    found = laid(slide, template)
    if any(one.severity == "error" for one in found.diagnostics):
        assert all(one.code.startswith("overflow/") for one in errors(found))
        assert all("`slide" in one.message and one.hints for one in errors(found))
        return
    whole = scene.Box(0, 0, found.value.width, found.value.height)
    for page, layout in pages(found.value):
        assert all(inside(frame(item), whole) for item in flat(page.items))
        assert collisions(page, layout) == []
        for said in texts(page, layout):
            assert faint(said) == []
            outside = [line for line in said.body.lines if not inside(ink(line), said.frame)]
            assert [words(line) for line in outside] == []


def errors(found: Checked[scene.Scene]) -> list[object]:
    return [one for one in found.diagnostics if one.severity == "error"]
