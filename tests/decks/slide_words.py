"""The words of slides: what an expected file asks for, what a .pptx carries in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

EXPECTED = Path(__file__).parent / "expected"
QUOTATION_MARKS = "\"“”„'"  # drawn by the quote kind
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
FURNITURE = {"dt", "ftr", "sldNum"}  # placeholders that are the page's, not the slide's


class Wanted(NamedTuple):
    """A slide's texts in reading order; `figure`: a drawing can be read in another order too."""

    lines: list[list[str]]
    figure: bool


def words(text: str) -> list[str]:
    """The words of a text: no signs, dashes or quotation marks; "1." is the numeral 1."""
    found = (word.strip(QUOTATION_MARKS) for word in text.translate(INVISIBLE).split())
    return [
        word[:-1] if word[:-1].isdigit() and word.endswith(".") else word
        for word in found
        if any(letter.isalnum() for letter in word)
    ]


def wanted(deck: str) -> list[Wanted]:
    """The slides of `expected/<deck>.txt`."""
    slides: list[Wanted] = []
    for line in (EXPECTED / f"{deck}.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            slides.append(Wanted([], line.endswith("figure")))
        elif not line.startswith("# ") and words(line):
            slides[-1].lines.append(words(line))
    return slides


def carried(data: bytes) -> list[list[str]]:
    """The words of every slide of a .pptx, in the order in which shapes are read aloud."""
    return [
        [word for text in _texts(slide.shapes) for word in words(text)] for slide in _slides(data)
    ]


def titles(data: bytes) -> list[list[str]]:
    """The words of every slide's title placeholder; none: it has no title."""
    found = (slide.shapes.title for slide in _slides(data))
    return [[] if title is None else words(title.text_frame.text) for title in found]


def links(data: bytes) -> list[set[str]]:
    """The addresses that every slide links to."""
    return [
        {relation.target_ref for relation in slide.part.rels.values() if relation.is_external}
        for slide in _slides(data)
    ]


def _slides(data: bytes) -> list[Any]:
    from pptx import Presentation

    return list(Presentation(io.BytesIO(data)).slides)


def _texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _texts(shape.shapes)
        elif getattr(shape, "has_table", False):
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
        elif shape.has_text_frame and not _is_furniture(shape):
            yield from _paragraphs(shape)


def _is_furniture(shape: Any) -> bool:
    found = shape._element.xpath("./p:nvSpPr/p:nvPr/p:ph/@type")
    return bool(found) and found[0] in FURNITURE


def _paragraphs(shape: Any) -> Iterator[str]:
    """Paragraphs with the numerals that PowerPoint counts for them."""
    number = 0
    for paragraph in shape.text_frame.paragraphs:
        bullet = _bullet(shape, paragraph)
        counted = bullet is not None and bullet.tag.endswith("}buAutoNum")
        if counted and paragraph.level == 0:
            number = number + 1 if number else int(bullet.get("startAt", "1"))
            yield f"{number}. {paragraph.text}"
        else:
            number = number if paragraph.level else 0
            yield paragraph.text


def _bullet(shape: Any, paragraph: Any) -> Any:
    """The bullet of a paragraph: its own, its shape's, or that of the layout's placeholder."""
    level = f"./p:txBody/a:lstStyle/a:lvl{paragraph.level + 1}pPr"
    holders = [one._element.xpath(level) for one in (shape, *_parent(shape))]
    found = (
        child
        for properties in chain(paragraph._p.xpath("./a:pPr"), *holders)
        for child in properties
        if child.tag.endswith(("}buNone", "}buChar", "}buAutoNum"))
    )
    return next(found, None)


def _parent(shape: Any) -> list[Any]:
    if not shape.is_placeholder:
        return []
    idx = shape.placeholder_format.idx
    layout = shape.part.slide_layout
    return [one for one in layout.placeholders if one.placeholder_format.idx == idx]
