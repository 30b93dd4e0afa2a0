"""Bytes of a .pptx or .potx → `File`: every layout with what its placeholders inherit.

In: bytes. Out: `Checked[File | None]`. Placeholders inherit by type from their master; text from
the master's text styles, the master's placeholder and the layout's own. No judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.readers.pptx.base.facts import File, Sheet
from deckgen.readers.pptx.base.refusing import reason, strict
from deckgen.readers.pptx.base.shapes import Trees
from deckgen.readers.pptx.base.styles import Reader
from deckgen.readers.pptx.parts import BROKEN, CONTENT_TYPES, A, P, Parts, R
from deckgen.scene.model import Slot
from deckgen.template.base import PAGE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SLOTS: tuple[str, ...] = get_args(Slot)
_DAMAGED = "this file is damaged; let PowerPoint open, repair and save it"
_PLAIN_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def read(data: bytes) -> Checked[File | None]:
    """The file, or the finding that says why it is no base."""
    why = reason(data)
    if why:
        return _refused(why)
    try:
        parts = Parts(data)
    except BROKEN:
        return _refused(_DAMAGED)
    main = next(iter(parts.related("", "officeDocument")), "")
    root = parts.root(main)
    if root is None:
        return _refused(_DAMAGED if main else strict(""))
    if root.tag != f"{{{P}}}presentation":
        return _refused(strict(root.tag))
    if not _sound(parts):
        return _refused(_DAMAGED)
    try:
        file = _file(parts, main, root)
    except (ValueError, IndexError, ZeroDivisionError):  # a length that is no number, or none
        return _refused(_DAMAGED)
    if file is None or not file.sheets:
        return _refused("this file has no slide layouts")
    return Checked(file, tuple(_macros(parts, main)))


def _sound(parts: Parts) -> bool:
    """Whether all that says what belongs together can be read: decks are written by it."""
    lists = [name for name in parts.data if name.endswith(".rels") or name == CONTENT_TYPES]
    return CONTENT_TYPES in lists and all(parts.root(name) is not None for name in lists)


def _macros(parts: Parts, main: str) -> Iterator[Diagnostic]:
    if any(parts.related(main, "vbaProject")):
        message = "this file's macros are left out of the decks that are made with it"
        yield Diagnostic("template/macros-left-out", message, severity="note")


def _refused(why: str) -> Checked[File | None]:
    return Checked(None, (Diagnostic("template/no-base", why),))


def _file(parts: Parts, main: str, root: Element) -> File | None:
    size = root.find(f"{{{P}}}sldSz")
    masters = _in_order(parts, main, root, "sldMasterId")
    if size is None or not masters:
        return None
    cx, cy = int(size.get("cx", "0")), int(size.get("cy", "0"))
    scale = cy / 12_700 / PAGE
    themes = [_theme(parts, master) for master in masters]
    colours, faces, title = themes[0]
    sheets: list[Sheet] = []
    for number, master in enumerate(masters):
        own, own_faces, _ = themes[number]
        reader = Reader(own or colours, own_faces, scale)
        sheets += _sheets(parts, (number, master), reader, (scale, root))
    return File(
        width=round(cx / 12_700 / scale, 2),
        cx=cx,
        cy=cy,
        colours=colours,
        heading=faces[0],
        body=faces[1],
        sheets=tuple(sheets),
        title=title,
        embedded=_embedded(root),
        slides=len(root.findall(f"{{{P}}}sldIdLst/{{{P}}}sldId")),
    )


def _in_order(parts: Parts, owner: str, root: Element, tag: str) -> list[str]:
    """Parts in the order in which a list of ids names them."""
    targets = {one.id: one.part for one in parts.relationships(owner)}
    ids = [one.get(f"{{{R}}}id", "") for one in root.iter(f"{{{P}}}{tag}")]
    return [targets[rid] for rid in ids if rid in targets]


def _embedded(root: Element) -> tuple[str, ...]:
    fonts = root.iterfind(f"{{{P}}}embeddedFontLst/{{{P}}}embeddedFont/{{{P}}}font")
    return tuple(font.get("typeface", "") for font in fonts)


def _theme(parts: Parts, master: str) -> tuple[dict[str, str], tuple[str, str], str]:
    root = parts.root(next(iter(parts.related(master, "theme")), ""))
    if root is None:
        return {}, ("", ""), ""
    colours: dict[str, str] = {}
    scheme = root.find(f".//{{{A}}}clrScheme")
    for slot in () if scheme is None else scheme:
        name = slot.tag.rpartition("}")[2]
        if name in SLOTS and len(slot):
            colours[name] = (slot[0].get("lastClr") or slot[0].get("val") or "000000").upper()
    faces = tuple(_face(root, tag) for tag in ("majorFont", "minorFont"))
    return colours, (faces[0], faces[1]), root.get("name", "")


def _face(root: Element, tag: str) -> str:
    latin = root.find(f".//{{{A}}}fontScheme/{{{A}}}{tag}/{{{A}}}latin")
    return "" if latin is None else latin.get("typeface", "")


def _sheets(
    parts: Parts, master: tuple[int, str], reader: Reader, page: tuple[float, Element]
) -> list[Sheet]:
    number, name = master
    root = parts.root(name)
    if root is None:
        return []
    mapping = _mapping(root.find(f"{{{P}}}clrMap"))
    trees = Trees(parts, reader, page)
    above = trees.master(name, root, mapping)
    found = []
    for part in _in_order(parts, name, root, "sldLayoutId"):
        layout = parts.root(part)
        if layout is not None:
            own = layout.find(f"{{{P}}}clrMapOvr/{{{A}}}overrideClrMapping")
            here = mapping if own is None else _mapping(own)
            found.append(trees.layout((part, number), layout, above, here))
    return found


def _mapping(element: Element | None) -> Mapping[str, str]:
    said = {} if element is None else {str(k): str(v) for k, v in element.attrib.items()}
    return {**_PLAIN_MAP, **said}
