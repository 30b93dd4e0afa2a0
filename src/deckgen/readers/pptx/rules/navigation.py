"""Rules about finding one's way: links, jumps between slides, sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import NS, A, Parts, R, sheet_roots
from deckgen.readers.pptx.rules.finding import Rule, finding

_PRESENTATION = "ppt/presentation.xml"
_P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
_JUMP = "ppaction://hlinksldjump"
_SHOW = "ppaction://hlinkshowjump?jump="
# ECMA-376 part 1, 21.1.2.3.5: where a show jump may lead.
_MOVES = {
    "firstslide", "lastslide", "lastslideviewed", "nextslide", "previousslide", "endshow",
}  # fmt: skip
_GUID = re.compile(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}\Z")


def links(parts: Parts) -> Iterator[Diagnostic]:
    """A link carries a relationship; one to a slide is a jump, and a jump leads to a slide."""
    for name, root in sheet_roots(parts):
        kinds = {r.id: r.kind for r in parts.relationships(name)}
        for link in root.iter(f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover"):
            rid, action = link.get(f"{{{R}}}id", ""), link.get("action", "")
            if not rid and not action:
                yield finding("link-empty", name, "a link leads nowhere")
            if (action == _JUMP) != (kinds.get(rid) == "slide"):
                yield finding("link-jump", name, "a link to a slide is not written as a jump")


def jumps(parts: Parts) -> Iterator[Diagnostic]:
    """A jump leads to a slide that the presentation lists; a move in the show is one there is."""
    listed = set(parts.related(_PRESENTATION, "slide"))
    for name, root in sheet_roots(parts):
        targets = {r.id: r.part for r in parts.relationships(name)}
        for link in root.iter(f"{{{A}}}hlinkClick", f"{{{A}}}hlinkHover"):
            action = link.get("action", "")
            target = targets.get(link.get(f"{{{R}}}id", ""), "")
            if action == _JUMP and target not in listed:
                yield finding("jump-nowhere", name, "a jump leads to no slide of the presentation")
            move = action.removeprefix(_SHOW)
            if move != action and move not in _MOVES:
                yield finding("jump-unknown", name, f"{action!r} is no jump that PowerPoint knows")


def sections(parts: Parts) -> Iterator[Diagnostic]:
    """Sections, where there are some, list every slide exactly once, in order."""
    root = parts.root(_PRESENTATION)
    lists = [] if root is None else list(root.iter(f"{_P14}sectionLst"))
    if root is None or not lists:
        return
    slides = [line.get("id", "") for line in root.findall("p:sldIdLst/p:sldId", NS)]
    listed = [line.get("id", "") for line in lists[0].iter(f"{_P14}sldId")]
    if slides != listed:
        yield finding("sections", _PRESENTATION, "sections don't list every slide exactly once")


def section_ids(parts: Parts) -> Iterator[Diagnostic]:
    """Each section has a name and a GUID of its own."""
    root = parts.root(_PRESENTATION)
    seen: set[str] = set()
    for section in () if root is None else root.iter(f"{_P14}section"):
        identity = section.get("id", "")
        if identity in seen or not _GUID.match(identity):
            yield finding("section-id", _PRESENTATION, f"section id {identity!r} is no new GUID")
        if not section.get("name", "").strip():
            yield finding("section-name", _PRESENTATION, "a section has no name")
        seen.add(identity)


def shows(parts: Parts) -> Iterator[Diagnostic]:
    """A custom show has an id and a name of its own, and slides that the presentation lists."""
    root = parts.root(_PRESENTATION)
    if root is None:
        return
    listed = {line.get(f"{{{R}}}id", "") for line in root.findall("p:sldIdLst/p:sldId", NS)}
    seen: set[str] = set()
    names: set[str] = set()
    for show in root.findall("p:custShowLst/p:custShow", NS):
        number, name = show.get("id", ""), show.get("name", "")
        slides = [line.get(f"{{{R}}}id", "") for line in show.findall("p:sldLst/p:sld", NS)]
        if not number.isdigit() or number in seen:
            yield finding("show-id", _PRESENTATION, f"custom show id {number!r} is no new number")
        if not name.strip() or name in names:
            yield finding(
                "show-name", _PRESENTATION, f"a custom show's name {name!r} is no new one"
            )
        if not slides or not listed.issuperset(slides):
            yield finding(
                "show-slide", _PRESENTATION, f"custom show {name!r} has slides not listed"
            )
        seen.add(number)
        names.add(name)
    yield from _beginning(parts, seen)


def _beginning(parts: Parts, shows: set[str]) -> Iterator[Diagnostic]:
    """The custom show that is begun with is one there is."""
    for name in parts.related(_PRESENTATION, "presProps"):
        root = parts.root(name)
        for chosen in () if root is None else root.findall("p:showPr/p:custShow", NS):
            if chosen.get("id", "") not in shows:
                yield finding("show-start", name, "the show begins with a custom show that is gone")


RULES: tuple[Rule, ...] = (links, jumps, sections, section_ids, shows)
