"""Bytes of a .pptx → what its slides say, in the order of reading.

In: any presentation. Out: a `Presentation`: titles, texts with their levels, tables, numbers of
charts, pictures, notes, custom shows. A slide is known by its hidden tag where it has one, else by
its words. What must not be here: places, sizes, colours; judgement.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.outline import ids
from deckgen.readers.pptx.parts import BROKEN, NS, A, C, P, Parts, R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TAG = "DECKGEN_ID"
LEVEL = "– "  # stands before a text once for each level that it lies below the first
_CORE = (
    ("title", "http://purl.org/dc/elements/1.1/", "title"),
    ("author", "http://purl.org/dc/elements/1.1/", "creator"),
    ("subject", "http://purl.org/dc/elements/1.1/", "subject"),
    ("description", "http://purl.org/dc/elements/1.1/", "description"),
)
_LEVELS = frozenset("012345678")  # ECMA-376 part 1, 21.1.2.2.7
_TITLES = ("title", "ctrTitle")
_FOOT = ("dt", "ftr", "sldNum", "hdr")
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_PRINT = 12  # digits that tell one picture from another


class Row(Struct, frozen=True):
    """The numbers of a chart under one name, as they are stored."""

    name: str
    values: tuple[str, ...]


class Numbers(Struct, frozen=True):
    """A chart: its sort, its categories, its rows."""

    type: str
    categories: tuple[str, ...]
    series: tuple[Row, ...]


class Image(Struct, frozen=True):
    """A picture: what it shows, and the first digits of its bytes' hash."""

    alt: str
    file: str


class Leaf(Struct, frozen=True):
    """What one slide says."""

    id: str
    title: str = ""
    text: tuple[str, ...] = ()
    tables: tuple[tuple[tuple[str, ...], ...], ...] = ()
    charts: tuple[Numbers, ...] = ()
    pictures: tuple[Image, ...] = ()
    notes: tuple[str, ...] = ()
    hidden: bool = False


class Show(Struct, frozen=True):
    """A custom show: its name and the ids of its slides."""

    name: str
    slides: tuple[str, ...]


class Presentation(Struct, frozen=True):
    """What a presentation says."""

    slides: tuple[Leaf, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    description: str = ""
    shows: tuple[Show, ...] = ()


def tell(data: bytes) -> Presentation | None:
    """What a presentation says; None for what is none."""
    try:
        parts = Parts(data)
    except BROKEN:
        return None
    main = next(iter(parts.related("", "officeDocument")), "")
    root = parts.root(main)
    if root is None or root.tag != f"{{{P}}}presentation":
        return None
    targets = {one.id: one.part for one in parts.relationships(main)}
    rids = [line.get(f"{{{R}}}id", "") for line in root.findall("p:sldIdLst/p:sldId", NS)]
    names = _ids([targets.get(rid, "") for rid in rids], parts)
    slides = [
        _leaf(targets.get(rid, ""), parts, name) for rid, name in zip(rids, names, strict=True)
    ]
    shows = tuple(_shows(root, dict(zip(rids, names, strict=True))))
    return Presentation(tuple(slides), shows=shows, **_properties(parts))


def _properties(parts: Parts) -> dict[str, str]:
    root = parts.root(next(iter(parts.related("", "core-properties")), ""))
    if root is None:
        return {}
    return {name: root.findtext(f"{{{space}}}{tag}") or "" for name, space, tag in _CORE}


def _shows(root: Element, names: dict[str, str]) -> Iterator[Show]:
    for show in root.findall("p:custShowLst/p:custShow", NS):
        rids = [line.get(f"{{{R}}}id", "") for line in show.findall("p:sldLst/p:sld", NS)]
        yield Show(show.get("name", ""), tuple(names[rid] for rid in rids if rid in names))


def _ids(slides: list[str], parts: Parts) -> list[str]:
    """Each slide's name: that of its tag, else one made of its words; each once."""
    tags = [_tag(slide, parts) for slide in slides]
    words = [_slug(slide, parts) for slide in slides]
    firsts = {tag: at for at, tag in reversed(list(enumerate(tags))) if tag}
    return ids.unique(
        (tag or word, firsts.get(tag) == at)
        for at, (tag, word) in enumerate(zip(tags, words, strict=True))
    )


def _tag(slide: str, parts: Parts) -> str:
    for part in parts.related(slide, "tags"):
        root = parts.root(part)
        for tag in () if root is None else root.iter(f"{{{P}}}tag"):
            if tag.get("name", "").upper() == TAG:
                return tag.get("val", "")
    return ""


def _slug(slide: str, parts: Parts) -> str:
    root = parts.root(slide)
    if root is None:
        return "slide"
    said = next((text for text in (_title(root), *_texts(root)) if text), "")
    return ids.slug(said) or "slide"


def _leaf(part: str, parts: Parts, name: str) -> Leaf:
    root = parts.root(part)
    if root is None:
        return Leaf(name)
    return Leaf(
        name,
        _title(root),
        tuple(_texts(root)) + tuple(_drawn(part, parts)),
        tuple(_table(one) for one in _seen(root, f"{{{A}}}tbl")),
        tuple(_charts(part, parts, root)),
        tuple(_images(part, parts, root)),
        tuple(_notes(part, parts)),
        root.get("show", "1") in ("0", "false"),
    )


def _seen(root: Element, *tags: str) -> Iterator[Element]:
    """Elements of a slide; of alternatives the newest one, which says it in most detail."""
    for element in root:
        if element.tag == f"{{{NS['mc']}}}AlternateContent":
            yield from _seen(element[0], *tags) if len(element) else ()
        elif element.tag in tags:
            yield element
        elif isinstance(element.tag, str):
            yield from _seen(element, *tags)


def _role(shape: Element) -> str | None:
    """The sort of placeholder that a shape is; None for one that is none."""
    seat = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
    return None if seat is None else seat.get("type", "obj")


def _title(root: Element) -> str:
    """The words in the title's placeholder."""
    for shape in _seen(root, f"{{{P}}}sp"):
        if _role(shape) in _TITLES:
            return " ".join(_paragraphs(shape))
    return ""


def _texts(root: Element) -> Iterator[str]:
    for shape in _seen(root, f"{{{P}}}sp", f"{{{P}}}cxnSp"):
        if _role(shape) not in (*_TITLES, *_FOOT):
            yield from _paragraphs(shape)


def _paragraphs(shape: Element) -> Iterator[str]:
    for paragraph in _seen(shape, f"{{{A}}}p"):
        found = _line(paragraph)
        if found:
            properties = paragraph.find("a:pPr", NS)
            level = "0" if properties is None else properties.get("lvl", "0")
            yield LEVEL * (int(level) if level in _LEVELS else 0) + found


def _line(paragraph: Element) -> str:
    tags = (f"{{{A}}}t", f"{{{A}}}br", f"{{{_MATH}}}t")
    pieces = (" " if one.tag == tags[1] else one.text or "" for one in _seen(paragraph, *tags))
    return " ".join("".join(pieces).split())


def _drawn(slide: str, parts: Parts) -> Iterator[str]:
    """The texts of SmartArt, which stand in a part of their own."""
    for part in parts.related(slide, "diagramData"):
        root = parts.root(part)
        if root is not None:
            yield from _paragraphs(root)


def _table(table: Element) -> tuple[tuple[str, ...], ...]:
    rows = table.findall("a:tr", NS)
    return tuple(tuple(" ".join(_paragraphs(cell)) for cell in row.findall("a:tc", NS))
                 for row in rows)  # fmt: skip


def _charts(slide: str, parts: Parts, root: Element) -> Iterator[Numbers]:
    targets = {one.id: one.part for one in parts.relationships(slide)}
    for element in _seen(root, f"{{{C}}}chart"):
        chart = parts.root(targets.get(element.get(f"{{{R}}}id", ""), ""))
        area = None if chart is None else chart.find(".//c:plotArea", NS)
        if area is not None:
            yield _numbers(area)


def _numbers(area: Element) -> Numbers:
    series = area.findall(".//c:ser", NS)
    sorts = [str(one.tag).rpartition("}")[2] for one in area if one.find("c:ser", NS) is not None]
    first = series[0] if series else None
    across = _points(first, "cat", "xVal") if first is not None else ()
    rows = tuple(Row(" ".join(_points(one, "tx")), _points(one, "val", "yVal")) for one in series)
    return Numbers(" ".join(sorts).replace("Chart", ""), across, rows)


def _points(series: Element, *tags: str) -> tuple[str, ...]:
    found: Iterable[Element] = (one for tag in tags for one in series.findall(f"c:{tag}", NS))
    return tuple(value.text or "" for one in found for value in one.iter(f"{{{C}}}v"))


def _images(slide: str, parts: Parts, root: Element) -> Iterator[Image]:
    targets = {one.id: one.part for one in parts.relationships(slide)}
    for picture in _seen(root, f"{{{P}}}pic"):
        about = picture.find("p:nvPicPr/p:cNvPr", NS)
        blip = picture.find("p:blipFill/a:blip", NS)
        rid = "" if blip is None else blip.get(f"{{{R}}}embed", "")
        data = parts.data.get(targets.get(rid, ""), b"")
        alt = "" if about is None else about.get("descr", "")
        yield Image(alt, hashlib.sha256(data).hexdigest()[:_PRINT] if data else "")


def _notes(slide: str, parts: Parts) -> Iterator[str]:
    for part in parts.related(slide, "notesSlide"):
        root = parts.root(part)
        for shape in () if root is None else _seen(root, f"{{{P}}}sp"):
            if _role(shape) == "body":
                yield from _paragraphs(shape)
