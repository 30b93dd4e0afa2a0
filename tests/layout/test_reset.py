"""Reset in PowerPoint puts placeholders back to their layout: that must move nothing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree
from pptx import Presentation
from pptx.shapes.base import BaseShape

from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.scene import model as scene
from deckgen.writers.pptx.package import write

ROOT = Path(__file__).parents[2]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KEPT = ("lang", "dirty", "err")  # what a reset leaves of a run's properties
every_lecture = pytest.mark.parametrize("deck", ("big-society", "zuyd-2013"))
every_template = pytest.mark.parametrize("template", ("contrast", "jos-van-der-lans", "plain"))


class Look(NamedTuple):
    """What a person sees of a placeholder: where its text begins, and the size of each run."""

    left: int
    edge: int  # the upper one; of text that doesn't hang from it, both
    sizes: tuple[int, ...]
    fit: str


@cache
def built(deck: str, template: str) -> scene.Scene:
    compiled = compile_deck("deck.yaml", DiskWorld(str(ROOT / "decks" / deck)), template)
    assert compiled.scene is not None
    return compiled.scene


def opened(deck: str, template: str):  # type: ignore[no-untyped-def]
    return Presentation(io.BytesIO(write(built(deck, template))))


def level_of(shape: BaseShape, base: BaseShape, paragraph: etree._Element) -> etree._Element:
    properties = paragraph.find(f"{A}pPr")
    depth = int(properties.get("lvl", "0")) if properties is not None else 0
    style = base._element.txBody.find(f"{A}lstStyle/{A}lvl{depth + 1}pPr")
    assert style is not None, (shape.name, depth)
    return style


def look(shape: BaseShape, base: BaseShape) -> Look:
    sizes = []
    for paragraph in shape._element.txBody.iter(f"{A}p"):
        inherited = level_of(shape, base, paragraph).find(f"{A}defRPr").get("sz")
        for run in paragraph.iter(f"{A}rPr"):
            sizes.append(int(run.get("sz") or inherited))
    frame = base if shape._element.spPr.find(f"{A}xfrm") is None else shape
    own = shape._element.txBody.find(f"{A}bodyPr")
    inherited = base._element.txBody.find(f"{A}bodyPr")
    anchor = own.get("anchor") or inherited.get("anchor", "t")
    edges = (frame.top,) if anchor == "t" else (frame.top, frame.top + frame.height)
    fit = own if len(own) else inherited
    return Look(frame.left, hash(edges), tuple(sizes), fit[0].tag.removeprefix(A))


def reset(shape: BaseShape) -> None:
    """What Reset drops: the slide's own frame, and the look of runs and paragraphs."""
    for frame in shape._element.spPr.findall(f"{A}xfrm"):
        shape._element.spPr.remove(frame)
    body = shape._element.txBody.find(f"{A}bodyPr")
    body.attrib.clear()
    for child in list(body):
        body.remove(child)
    for tag in ("rPr", "endParaRPr"):
        for run in shape._element.txBody.iter(f"{A}{tag}"):
            for name in set(run.attrib) - set(KEPT):
                del run.attrib[name]
    for paragraph in shape._element.txBody.iter(f"{A}pPr"):
        for name in set(paragraph.attrib) - {"lvl"}:
            del paragraph.attrib[name]


def seated(slide) -> Iterator[tuple[BaseShape, BaseShape]]:  # type: ignore[no-untyped-def]
    bases = {one.placeholder_format.idx: one for one in slide.slide_layout.placeholders}
    for shape in slide.placeholders:
        if shape.has_text_frame and shape.text_frame.text:
            yield shape, bases[shape.placeholder_format.idx]


@every_lecture
@every_template
def test_a_reset_moves_nothing(deck: str, template: str) -> None:
    changed, mixed = [], []
    for number, slide in enumerate(opened(deck, template).slides, 1):
        for shape, base in seated(slide):
            before = look(shape, base)
            if shape == slide.shapes.title and len(set(before.sizes)) > 1:
                mixed.append(number)
                continue
            reset(shape)
            after = look(shape, base)
            centred = base._element.txBody.find(f"{A}lstStyle")[0].get("algn") in ("ctr", "r")
            if centred:  # a balanced line of words is narrower on both sides
                before = before._replace(left=after.left)
            if before.fit == "noAutofit":  # after a page without words
                before = before._replace(fit=after.fit)
            if before != after:
                changed.append((number, shape.name, before, after))
    assert changed == []
    assert not mixed, mixed  # a title has one level


@every_lecture
@every_template
def test_a_frame_whose_text_may_shrink_has_room_to_spare(deck: str, template: str) -> None:
    tight = []
    for page in built(deck, template).pages:
        for item in page.items:
            if isinstance(item, scene.Text | scene.Shape) and item.text and item.text.shrink:
                text = item.text
                size = {n: line.pieces for n, line in enumerate(text.lines)}
                high = sum(
                    1.2117 * max(piece.style.size for piece in pieces) * 127
                    * text.paragraphs[text.lines[n].paragraph].style.leading / 100
                    for n, pieces in size.items() if pieces
                ) + sum(one.style.space_before for one in text.paragraphs[1:])  # fmt: skip
                room = item.frame.cy - text.insets[1] - text.insets[3]
                if high * 1.01 > room:
                    tight.append((page.id, item.name, high / 12700, room / 12700))
    assert tight == []


@every_lecture
@every_template
def test_titles_and_texts_shrink_when_someone_types_more(deck: str, template: str) -> None:
    fixed = [
        (page.id, item.name)
        for page in built(deck, template).pages
        for item in page.items
        if isinstance(item, scene.Text | scene.Shape)
        and item.placeholder is not None
        and item.placeholder.kind in ("title", "body")
        and item.text is not None
        and not item.text.shrink
    ]
    assert len(fixed) <= 4, fixed  # of several lines, after pages without words


@every_lecture
def test_layouts_have_names_of_their_own(deck: str) -> None:
    layouts = [layout.name for layout in built(deck, "jos-van-der-lans").layouts]
    assert len(set(layouts)) == len(layouts)
    assert len(layouts) <= 32
    for wanted in ("Cover", "Section", "Statement", "Points", "Picture", "Quote", "Title only"):
        assert any(name.startswith(wanted) for name in layouts), wanted
