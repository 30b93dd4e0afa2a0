"""Bytes of a .pptx → its parts, relationships and content types.

In: bytes. Out: parts by name, parsed when asked for. lxml is imported with the first
part that is parsed. Not here: judgement.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
NS = {"a": A, "p": P, "r": R, "c": C, "mc": MC}
CONTENT_TYPES = "[Content_Types].xml"
# What zipfile raises for bytes that are torn, encrypted, packed in an unknown way or no zip file.
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError)


class Relationship(Struct, frozen=True):
    """One relationship: `target` as written, `part` what an internal one leads to."""

    id: str
    kind: str  # the last step of its type
    target: str
    external: bool
    part: str


class Parts:
    """An opened package."""

    def __init__(self, data: bytes) -> None:
        """Raises one of `BROKEN` for anything that is not a sound zip file."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.entries = archive.infolist()
            self.data = {i.filename: archive.read(i) for i in self.entries if not i.is_dir()}
        self._roots: dict[str, Element | None] = {}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    def names(self, folder: str = "") -> list[str]:
        """Parts right under a folder (all without one), relationships left out, in order."""
        parts = [n for n in self.data if n != CONTENT_TYPES and not n.endswith(".rels")]
        if folder:
            parts = [n for n in parts if posixpath.dirname(n) == folder]
        return sorted(parts, key=lambda name: (len(name), name))

    def root(self, name: str) -> Element | None:
        """A part's root element; None when it is missing or not well-formed."""
        if name not in self._roots:
            self._roots[name] = _parse(self.data[name]) if name in self.data else None
        return self._roots[name]

    def roots(self, *folders: str) -> Iterator[tuple[str, Element]]:
        """The XML parts right under some folders."""
        for folder in folders:
            for name in self.names(folder):
                root = self.root(name)
                if root is not None:
                    yield name, root

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Of a part, or of the package for an empty name."""
        if name not in self._relationships:
            self._relationships[name] = tuple(self._read_relationships(name))
        return self._relationships[name]

    def _read_relationships(self, name: str) -> Iterator[Relationship]:
        root = self.root(relationship_part(name))
        folder = posixpath.dirname(name)
        for line in () if root is None else root:
            target = line.get("Target", "")
            kind = posixpath.basename(line.get("Type", ""))
            external = line.get("TargetMode") == "External"
            part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relationship(line.get("Id", ""), kind, target, external, part)

    def related(self, name: str, kind: str) -> list[str]:
        """The parts that a part is related to in one way."""
        return [r.part for r in self.relationships(name) if r.kind == kind and not r.external]

    @cached_property
    def overrides(self) -> dict[str, str]:
        """Content types by part name."""
        lines = self._types("Override")
        return {line.get("PartName", "").lstrip("/"): line.get("ContentType", "") for line in lines}

    @cached_property
    def defaults(self) -> dict[str, str]:
        """Content types by extension."""
        lines = self._types("Default")
        return {line.get("Extension", "").lower(): line.get("ContentType", "") for line in lines}

    def _types(self, tag: str) -> list[Element]:
        root = self.root(CONTENT_TYPES)
        return [] if root is None else root.findall(f"{{{TYPES}}}{tag}")


def relationship_part(name: str) -> str:
    """Where a part's relationships are kept."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def _parse(data: bytes) -> Element | None:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None


def slide_roots(parts: Parts) -> Iterator[tuple[str, Element]]:
    """Slides in file order."""
    return parts.roots("ppt/slides")


def sheet_roots(parts: Parts) -> Iterator[tuple[str, Element]]:
    """All parts with a shape tree."""
    return parts.roots(
        "ppt/slides", "ppt/slideLayouts", "ppt/slideMasters", "ppt/notesSlides", "ppt/notesMasters"
    )


def text_of(element: Element) -> str:
    """All text under an element, paragraphs run together."""
    return "".join(t.text or "" for t in element.iter(f"{{{A}}}t"))
