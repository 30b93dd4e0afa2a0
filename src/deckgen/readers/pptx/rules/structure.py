"""Rules about how presentation, masters, layouts, slides and notes hang together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import NS, P, Parts, R, slide_roots, text_of
from deckgen.readers.pptx.rules.finding import Rule, finding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PRESENTATION = "ppt/presentation.xml"
_FIRST_SLIDE, _FIRST_MASTER = 256, 2_147_483_648
_NOTES_KINDS = {"hdr", "dt", "sldImg", "body", "ftr", "sldNum"}


def _number(element: Element, name: str) -> int:
    value = element.get(name, "")
    return int(value) if value.isdecimal() else -1


def slide_ids(parts: Parts) -> Iterator[Diagnostic]:
    """Slide ids are unique and from 256 up."""
    root = parts.root(_PRESENTATION)
    lines = [] if root is None else root.findall("p:sldIdLst/p:sldId", NS)
    ids = [_number(line, "id") for line in lines]
    for number in sorted(set(ids)):
        if not _FIRST_SLIDE <= number < _FIRST_MASTER:
            yield finding("slide-id", _PRESENTATION, f"slide id {number} is out of range")
        if ids.count(number) > 1:
            yield finding("slide-id", _PRESENTATION, f"slide id {number} comes twice")


def master_ids(parts: Parts) -> Iterator[Diagnostic]:
    """Master and layout ids are unique across both lists and from 2147483648 up."""
    ids: list[int] = []
    for name in (_PRESENTATION, *parts.names("ppt/slideMasters")):
        root = parts.root(name)
        paths = ("p:sldMasterIdLst/p:sldMasterId", "p:sldLayoutIdLst/p:sldLayoutId")
        for path in paths:
            ids += [
                _number(line, "id") for line in ([] if root is None else root.findall(path, NS))
            ]
    for number in sorted(set(ids)):
        if number < _FIRST_MASTER or ids.count(number) > 1:
            yield finding("master-id", _PRESENTATION, f"{number} is too low or comes twice")


def listed_slides(parts: Parts) -> Iterator[Diagnostic]:
    """Each slide stands in the presentation's list once, and nothing else does."""
    root = parts.root(_PRESENTATION)
    lines = [] if root is None else root.findall("p:sldIdLst/p:sldId", NS)
    targets = {r.id: r.part for r in parts.relationships(_PRESENTATION)}
    listed = [targets.get(line.get(f"{{{R}}}id", ""), "") for line in lines]
    for name in parts.names("ppt/slides"):
        if listed.count(name) != 1:
            yield finding("slide-unlisted", name, "does not stand in the presentation exactly once")


def slide_layouts(parts: Parts) -> Iterator[Diagnostic]:
    """A slide has one layout, a layout one master, a master one theme."""
    wanted = (
        ("ppt/slides", "slideLayout"),
        ("ppt/slideLayouts", "slideMaster"),
        ("ppt/slideMasters", "theme"),
    )
    for folder, kind in wanted:
        for name in parts.names(folder):
            if len(parts.related(name, kind)) != 1:
                yield finding("hierarchy", name, f"must have exactly one {kind}")


def listed_layouts(parts: Parts) -> Iterator[Diagnostic]:
    """Master and layouts know each other, both ways."""
    for master, root in parts.roots("ppt/slideMasters"):
        targets = {r.id: r.part for r in parts.relationships(master)}
        lines = root.findall("p:sldLayoutIdLst/p:sldLayoutId", NS)
        listed = {targets.get(line.get(f"{{{R}}}id", ""), "") for line in lines}
        own = {
            n for n in parts.names("ppt/slideLayouts") if master in parts.related(n, "slideMaster")
        }
        for name in sorted(listed ^ own):
            yield finding(
                "layout-unlisted", master, f"{name or 'a layout'} is known on one side only"
            )


def notes_masters(parts: Parts) -> Iterator[Diagnostic]:
    """The notes master has a theme of its own and placeholders that notes have."""
    taken = {t for m in parts.names("ppt/slideMasters") for t in parts.related(m, "theme")}
    for name, root in parts.roots("ppt/notesMasters"):
        themes = parts.related(name, "theme")
        if len(themes) != 1 or themes[0] in taken:
            yield finding("notes-theme", name, "needs a theme part of its own")
        kinds = {ph.get("type", "obj") for ph in root.iter(f"{{{P}}}ph")}
        if kinds - _NOTES_KINDS or not {"sldImg", "body"} <= kinds:
            yield finding("notes-placeholder", name, "has placeholders that notes don't have")


def notes_order(parts: Parts) -> Iterator[Diagnostic]:
    """`notesMasterIdLst` stands before `sldIdLst`, and names every notes master."""
    root = parts.root(_PRESENTATION)
    tags = [] if root is None else [str(child.tag).rpartition("}")[2] for child in root]
    listed = "notesMasterIdLst" in tags
    if listed and "sldIdLst" in tags and tags.index("notesMasterIdLst") > tags.index("sldIdLst"):
        yield finding("notes-order", _PRESENTATION, "lists slides before the notes master")
    if bool(parts.names("ppt/notesMasters")) != listed:
        yield finding("notes-order", _PRESENTATION, "does not list the notes master that is there")


def notes_slides(parts: Parts) -> Iterator[Diagnostic]:
    """A slide and its notes know each other."""
    for name in parts.names("ppt/notesSlides"):
        slides = parts.related(name, "slide")
        if len(slides) != 1 or parts.related(slides[0], "notesSlide") != [name]:
            yield finding("notes-slide", name, "and its slide don't know each other")


def _seats(root: Element) -> list[tuple[str, str]]:
    return [(ph.get("type", "obj"), ph.get("idx", "0")) for ph in root.iter(f"{{{P}}}ph")]


def placeholder_seats(parts: Parts) -> Iterator[Diagnostic]:
    """A slide's placeholder exists on its layout; none comes twice."""
    for name, root in slide_roots(parts):
        seats = _seats(root)
        layouts = parts.related(name, "slideLayout")
        layout = parts.root(layouts[0]) if layouts else None
        known = set() if layout is None else set(_seats(layout))
        for kind, index in sorted(set(seats)):
            if (kind, index) not in known:
                yield finding("placeholder-stray", name, f"{kind} {index} is not on the layout")
            if seats.count((kind, index)) > 1:
                yield finding("placeholder-double", name, f"{kind} {index} comes twice")


def empty_placeholders(parts: Parts) -> Iterator[Diagnostic]:
    """An unused text placeholder is dropped, or people see "Click to add text"."""
    for name, root in slide_roots(parts):
        for shape in root.iter(f"{{{P}}}sp"):
            seat = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
            if seat is None or seat.get("type", "obj") == "pic" or text_of(shape).strip():
                continue
            yield finding("placeholder-empty", name, f"{seat.get('type', 'obj')} has no text")


def tag_names(parts: Parts) -> Iterator[Diagnostic]:
    """A tag is found by its name: each comes once in its list, in capitals as PowerPoint has it."""
    for name, root in parts.roots("ppt/tags"):
        taken = [tag.get("name", "") for tag in root.iter(f"{{{P}}}tag")]
        for one in sorted(set(taken)):
            if taken.count(one) > 1:
                yield finding("tag-double", name, f"{one} comes twice")
            if one != one.upper():
                yield finding("tag-case", name, f"{one} is not in capitals")


RULES: tuple[Rule, ...] = (
    tag_names,
    slide_ids,
    master_ids,
    listed_slides,
    slide_layouts,
    listed_layouts,
    notes_masters,
    notes_order,
    notes_slides,
    placeholder_seats,
    empty_placeholders,
)
