"""Bytes of a .pptx → where each of its slides comes from, as far as their hidden tags tell.

In: any presentation, also one into which slides of ours were copied. Out: its slides in order.
docs/analysis/slide-tags.md says how tags are kept. What must not be here: whether it is still true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from deckgen.readers.pptx.parts import BROKEN, NS, P, Parts, R, text_of
from deckgen.scene.model import Provenance

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PREFIX = "DECKGEN_"
_MAIN = "officeDocument"
_TITLES = ("title", "ctrTitle")


class Known(Struct, frozen=True):
    """A slide: its number from 1, its title, and where it comes from; None where nothing says."""

    number: int
    title: str
    came: Provenance | None


def origins(data: bytes) -> tuple[Known, ...] | None:
    """The slides of a presentation, in its order; None for what is none."""
    try:
        parts = Parts(data)
    except BROKEN:
        return None
    main = next(iter(parts.related("", _MAIN)), "")
    root = parts.root(main)
    if root is None or root.tag != f"{{{P}}}presentation":
        return None
    targets = {one.id: one.part for one in parts.relationships(main)}
    lines = root.findall("p:sldIdLst/p:sldId", NS)
    names = [targets.get(line.get(f"{{{R}}}id", ""), "") for line in lines]
    return tuple(_known(number, name, parts) for number, name in enumerate(names, 1))


def _known(number: int, name: str, parts: Parts) -> Known:
    said: dict[str, str] = {}
    for part in parts.related(name, "tags"):
        root = parts.root(part)
        for tag in () if root is None else root.iter(f"{{{P}}}tag"):
            key = tag.get("name", "").upper()
            if key.startswith(PREFIX):
                said[key.removeprefix(PREFIX)] = tag.get("val", "")
    return Known(number, _title(parts.root(name)), _came(said))


def _came(said: dict[str, str]) -> Provenance | None:
    if not said.get("ID"):
        return None
    return Provenance(
        said.get("DECK", ""),
        said["ID"],
        said.get("REVISION", ""),
        said.get("VARIANT", ""),
        said.get("SOURCE", ""),
        said.get("SOURCE_REVISION", ""),
        _each(said.get("OVERRIDES", "")),
        _each(said.get("CHAIN", "")),
    )


def _each(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("; ")))


def _title(root: Element | None) -> str:
    """The words in the title's placeholder, else the slide's name."""
    if root is None:
        return ""
    for shape in root.iter(f"{{{P}}}sp"):
        seat = shape.find("p:nvSpPr/p:nvPr/p:ph", NS)
        if seat is not None and seat.get("type") in _TITLES and text_of(shape).strip():
            return " ".join(text_of(shape).split())
    sheet = root.find("p:cSld", NS)
    return "" if sheet is None else sheet.get("name", "")
