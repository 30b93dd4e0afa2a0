"""A package: parts, their relationships and their content types.

In: named XML and the relationships that it refers to. Out: a complete archive. Not here:
what stands in the parts.
"""

from __future__ import annotations

from deckgen.base import listing
from deckgen.writers.pptx import names
from deckgen.writers.pptx.archive import Archive, Packing
from deckgen.writers.pptx.xml import Attributes, Xml, document, element, join

_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


class Relations:
    """The relationships of one part. The same target gets the same id."""

    def __init__(self) -> None:
        """None yet."""
        self._ids: dict[tuple[str, str, bool], str] = {}

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship; `kind` is a key of names.REL, `target` relative."""
        key = (kind, target, external)
        known = self._ids.get(key)
        if known is None:
            known = self._ids[key] = f"rId{len(self._ids) + 1}"
        return known

    def xml(self) -> bytes | None:
        """The relationship part, or None when there are none."""
        if not self._ids:
            return None
        lines = [_relation(rid, *key) for key, rid in self._ids.items()]
        return document(element("Relationships", {"xmlns": names.PACKAGE_RELS}, *lines))


def _relation(rid: str, kind: str, target: str, external: bool) -> Xml:
    attributes = {"Id": rid, "Type": names.REL[kind], "Target": target}
    mode = {"TargetMode": "External"} if external else {}
    return element("Relationship", {**attributes, **mode})


class Package:
    """All parts of one file."""

    def __init__(self, packing: Packing | None = None) -> None:
        """Empty. `packing` knows the parts of an earlier file."""
        self._archive = Archive(packing)
        self._overrides: list[Xml] = []
        self._extensions = {"rels", "xml"}
        self._blobs: dict[str, str] = {}
        self._tags = 0

    def add(self, name: str, root: Xml, relations: Relations | None = None) -> None:
        """Add an XML part with its relationships; `name` has no leading slash."""
        self._archive.add(name, document(root))
        self._override(name)
        self._relate(name, relations)

    def add_bytes(self, name: str, data: bytes, relations: bytes) -> None:
        """Add a part whose XML was edited, not made, and its relationships."""
        self._archive.add(name, data)
        folder, _, file = name.rpartition("/")
        self._archive.add(f"{folder}/_rels/{file}.rels", relations)

    def add_raw(self, name: str, data: bytes) -> None:
        """Add a part that is not XML of ours; its type comes from its extension."""
        self._archive.add(name, data)
        self._extensions.add(name.rpartition(".")[2])

    def image(self, blob: str, data: bytes) -> str:
        """The part name of a picture, film or sound; the same blob is stored once."""
        known = self._blobs.get(blob)
        if known is None:
            extension = blob.rpartition(".")[2].lower()
            kind = "media" if extension in names.PLAYED else "image"
            pattern = f"ppt/media/{kind}{{}}.{extension}"
            known = self._blobs[blob] = self.free(pattern)
            self.add_raw(known, data)
        return known

    def tag_part(self) -> str:
        """The name of the next part with tags; those of a base keep theirs."""
        self._tags += 1
        name = f"ppt/tags/tag{self._tags}.xml"
        return self.tag_part() if self._archive.has(name) else name

    def free(self, pattern: str) -> str:
        """The next name of a pattern."""
        return pattern.format(len(self._blobs) + 1)

    def _override(self, name: str) -> None:
        kind = names.TYPES.get(name) or names.TYPES[name.rpartition("/")[0]]
        self._overrides.append(element("Override", {"PartName": "/" + name, "ContentType": kind}))

    def _relate(self, name: str, relations: Relations | None) -> None:
        data = relations.xml() if relations else None
        if data is not None:
            folder, _, file = name.rpartition("/")
            self._archive.add(f"{folder}/_rels/{file}.rels", data)

    def close(self, roots: Relations) -> bytes:
        """The file. Stamps the fingerprint last; nothing can be added afterwards."""
        self._override(listing.PROPERTY_PART)
        self._archive.add("_rels/.rels", roots.xml() or b"")
        self._archive.add("[Content_Types].xml", document(self._content_types()))
        root = stamp(listing.digest(self._archive.listing()))
        self._archive.add(listing.PROPERTY_PART, document(root))
        return self._archive.close(("[Content_Types].xml", "_rels/.rels"))

    def _content_types(self) -> Xml:
        defaults = [
            element("Default", {"Extension": extension, "ContentType": names.DEFAULTS[extension]})
            for extension in sorted(self._extensions)
        ]
        children = join(*defaults, *self._overrides)
        return element("Types", {"xmlns": names.CONTENT_TYPES}, children)


def stamp(digest: str) -> Xml:
    """The custom properties of a file with a fingerprint."""
    attributes: Attributes = {"fmtid": _CUSTOM_FORMAT, "pid": 2, "name": listing.PROPERTY}
    prop = element("property", attributes, element("vt:lpwstr", {}, Xml(digest)))
    return element("Properties", {"xmlns": _CUSTOM, "xmlns:vt": _VT}, prop)
