"""What a presenter types on a new slide must be readable on what its layout paints."""

from __future__ import annotations

import io
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.base.colour import contrast, mix
from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.scene import model as scene
from deckgen.writers.pptx.package import write

ROOT = Path(__file__).parents[2]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
TEMPLATES = sorted(one.parent.name for one in (ROOT / "templates").glob("*/template.yaml"))
DECKS = (
    "decks/big-society/deck.yaml",
    "decks/zuyd-2013/deck.yaml",
    "tools/matrix_decks/usual.yaml",
    "tools/matrix_decks/sparse.yaml",
)
FORMS = ("Worlds", "Opposition", "Movements", "Phases", "Pyramid")  # their titles stand on forms


@cache
def built(deck: str, template: str) -> scene.Scene:
    path = ROOT / deck
    compiled = compile_deck(path.name, DiskWorld(str(path.parent)), template)
    assert compiled.scene is not None
    return compiled.scene


def grounds(layout: scene.Layout, holder: scene.Placeholder) -> set[str]:
    """The paper, and every flat shape that touches the placeholder's frame."""
    paper, at = layout.background.rgb, holder.frame
    found = {paper}
    for item in layout.items:
        assert isinstance(item, scene.Shape)
        over = item.frame
        beside = over.x >= at.x + at.cx or at.x >= over.x + over.cx
        apart = over.y >= at.y + at.cy or at.y >= over.y + over.cy
        if item.fill is not None and not beside and not apart:
            found.add(mix(paper, item.fill.rgb, item.fill.alpha / 100))
    if holder.fill is not None:
        return {mix(one, holder.fill.rgb, holder.fill.alpha / 100) for one in found}
    return found


def least(style: scene.TextStyle) -> float:
    return 3.0 if style.size >= (1400 if style.bold else 1800) else 4.5


@pytest.mark.parametrize("deck", DECKS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_placeholder_is_readable_on_its_own_layout(deck: str, template: str) -> None:
    made = built(deck, template)
    faint = [
        (layout.name, holder.name, level.text.colour.rgb, ground)
        for layout in (made.master, *made.layouts)
        for holder in layout.placeholders
        for level in holder.levels
        for ground in grounds(layout, holder)
        if contrast(level.text.colour.rgb, ground) < least(level.text)
    ]
    assert TEMPLATES
    assert faint == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_titles_on_forms_keep_their_own_colour_on_the_slide(template: str) -> None:
    """Where the layout's ink differs from the page's, each run of the slide says its own."""
    checked = 0
    for deck in DECKS:
        made = built(deck, template)
        layouts = {layout.id: layout for layout in made.layouts}
        slides = Presentation(io.BytesIO(write(made))).slides
        for page, slide in zip(made.pages, slides, strict=True):
            layout = layouts[page.layout]
            if not layout.name.startswith(FORMS) or slide.shapes.title is None:
                continue
            ink = next(one for one in layout.placeholders if one.ref.kind == "title").levels[0]
            title = next(
                item
                for item in page.items
                if isinstance(item, scene.Text | scene.Shape)
                and item.placeholder is not None
                and item.placeholder.kind == "title"
            )
            assert title.text is not None
            own = title.text.paragraphs[0].runs[0].style.colour
            if own == ink.text.colour:
                continue
            said = [
                run.find(f"{A}solidFill/{A}schemeClr")
                for run in slide.shapes.title._element.iter(f"{A}rPr", f"{A}endParaRPr")
            ]
            assert said and all(one is not None for one in said), (deck, page.id)
            checked += 1
    assert checked


@pytest.mark.parametrize("template", ("contrast", "jos-van-der-lans", "plain", "workshop"))
def test_artwork_lets_a_title_shrink_after_a_page_without_words(template: str) -> None:
    """A section's title, retyped longer, stays on the page: a space on its artwork sees to it."""
    made = built("decks/zuyd-2013/deck.yaml", template)
    spaces = 0
    for before, page in pairwise(made.pages):
        first = page.items[0]
        if not before.layout.startswith("picture") or not isinstance(first, scene.Group):
            continue
        texts = [one.text for one in page.items if isinstance(one, scene.Text)]
        assert all(text.shrink for text in texts if len(text.lines) > 1), page.id
        spoken = [one for one in first.items if isinstance(one, scene.Shape) and one.text]
        said = [one.text.paragraphs[0].runs[0].text for one in spoken if one.text]
        assert said in ([], [" "]), page.id
        assert first.decorative and first.items[0].decorative
        spaces += len(said)
    assert spaces
