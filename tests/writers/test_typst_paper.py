"""Notes pages and handouts: slides made smaller, with what belongs beside them."""

from __future__ import annotations

from typing import get_args

import pytest
from msgspec.structs import replace

from deckgen.scene.model import Page
from deckgen.writers.typst.paper import Paper
from writers import scenes
from writers.printing import PRESS, deck, said, squeezed, texts, tool

PAPERS = [paper for paper in get_args(Paper) if paper != "slides"]


@pytest.mark.parametrize(("paper", "pages"), [("notes", 40), ("handout-3", 14), ("handout-6", 7)])
def test_pages(paper: Paper, pages: int) -> None:
    told, _ = tool("pdfinfo", "-", pdf=PRESS.pdf(deck("big-society", "plain"), paper))
    assert f"Pages:           {pages}" in told
    assert "(A4)" in told


def test_notes_stand_below_their_slide() -> None:
    (text,) = texts(PRESS.pdf(scenes.scene(scenes.points_page()), "notes"))
    assert text.endswith("Studiedag1Eerstdit.Dan<dat>&meer.")


def test_long_notes_go_on_on_the_next_page() -> None:
    long = replace(scenes.points_page(), notes=("Een lang verhaal. " * 60,) * 6)
    first, *rest = texts(PRESS.pdf(scenes.scene(long), "notes"))
    assert rest
    assert squeezed(long.notes[0]) in squeezed(first + "".join(rest))


@pytest.mark.parametrize("paper", PAPERS)
def test_every_slide_is_on_paper(paper: Paper) -> None:
    whole = deck("zuyd-2013", "plain")
    text = "".join(texts(PRESS.pdf(whole, paper)))
    for page in whole.pages:
        first = next(iter(said(page)), "")
        assert first in text


@pytest.mark.parametrize("paper", PAPERS)
def test_paper_is_reproducible(paper: Paper) -> None:
    whole = scenes.scene()
    assert PRESS.pdf(whole, paper) == PRESS.pdf(whole, paper)


def test_a_deck_without_notes_prints() -> None:
    assert len(texts(PRESS.pdf(scenes.scene(Page("p", "empty", "P", ())), "notes"))) == 1
