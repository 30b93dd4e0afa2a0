"""Rules about the package: zip entries, content types, relationships, required parts."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import CONTENT_TYPES, Parts, R, relationship_part
from deckgen.readers.pptx.rules.finding import Rule, finding

_REQUIRED = (
    "docProps/core.xml",
    "docProps/app.xml",
    "ppt/presentation.xml",
    "ppt/presProps.xml",
    "ppt/viewProps.xml",
    "ppt/tableStyles.xml",
)
_EPOCH = (1980, 1, 1, 0, 0, 0)
# What a relationship of a kind must lead to: the end of the content type.
_EXPECTED = {
    "slide": "presentationml.slide+xml",
    "slideLayout": "presentationml.slideLayout+xml",
    "slideMaster": "presentationml.slideMaster+xml",
    "notesSlide": "presentationml.notesSlide+xml",
    "notesMaster": "presentationml.notesMaster+xml",
    "theme": "officedocument.theme+xml",
    "chart": "drawingml.chart+xml",
    "tags": "presentationml.tags+xml",
}
_MAGIC = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
}


def duplicate_entries(parts: Parts) -> Iterator[Diagnostic]:
    """Zip names are unique, whatever their case."""
    seen: set[str] = set()
    for entry in parts.entries:
        if entry.filename.lower() in seen:
            yield finding("duplicate-entry", entry.filename, "stands in the file twice")
        seen.add(entry.filename.lower())


def entry_times(parts: Parts) -> Iterator[Diagnostic]:
    """The same input gives the same bytes, so no entry tells the time."""
    for entry in parts.entries:
        if entry.date_time != _EPOCH:
            yield finding("entry-time", entry.filename, "carries a date in the zip file")


def malformed_parts(parts: Parts) -> Iterator[Diagnostic]:
    """Every XML part can be parsed."""
    for name in parts.data:
        if name.endswith((".xml", ".rels")) and parts.root(name) is None:
            yield finding("malformed-xml", name, "is not well-formed XML")


def required_parts(parts: Parts) -> Iterator[Diagnostic]:
    """The parts that PowerPoint expects beside the slides."""
    for name in (CONTENT_TYPES, "_rels/.rels", *_REQUIRED):
        if name not in parts.data:
            yield finding("part-missing", name, "is missing")


def untyped_parts(parts: Parts) -> Iterator[Diagnostic]:
    """An override for each XML part, a default for each other extension."""
    for name in parts.names():
        extension = name.rpartition(".")[2].lower()
        if name not in parts.overrides and (extension == "xml" or extension not in parts.defaults):
            yield finding("content-type-missing", name, "has no content type", "Add an Override.")


def stray_types(parts: Parts) -> Iterator[Diagnostic]:
    """No override for a part that does not exist."""
    for name in parts.overrides:
        if name not in parts.data:
            yield finding("content-type-stray", name, "has a content type but does not exist")


def misnamed_types(parts: Parts) -> Iterator[Diagnostic]:
    """JPEG is image/jpeg; image/jpg makes PowerPoint repair."""
    for name, kind in (*parts.overrides.items(), *parts.defaults.items()):
        if kind == "image/jpg":
            yield finding("content-type-jpg", name, "is called image/jpg", "Write image/jpeg.")


def unused_defaults(parts: Parts) -> Iterator[Diagnostic]:
    """A default for an extension only if a part has it."""
    used = {name.rpartition(".")[2].lower() for name in parts.data}
    for extension in parts.defaults:
        if extension not in used and extension != "xml":
            yield finding("content-type-unused", f".{extension}", "has a default but no part")


def media_bytes(parts: Parts) -> Iterator[Diagnostic]:
    """A picture is what its extension says."""
    for name in parts.names("ppt/media"):
        magic = _MAGIC.get(name.rpartition(".")[2].lower())
        if magic and not parts.data[name].startswith(magic):
            yield finding("media-format", name, "is not what its extension says")


def absolute_targets(parts: Parts) -> Iterator[Diagnostic]:
    """Targets inside the package are relative."""
    for source in ("", *parts.names()):
        for relation in parts.relationships(source):
            if not relation.external and relation.target.startswith("/"):
                yield finding("target-absolute", source, f"{relation.id} has an absolute target")


def broken_targets(parts: Parts) -> Iterator[Diagnostic]:
    """Every internal target exists."""
    for source in ("", *parts.names()):
        for relation in parts.relationships(source):
            if not relation.external and relation.part not in parts.data:
                sentence = f"{relation.id} leads to {relation.target}, which does not exist"
                yield finding("target-missing", source or "the package", sentence)


def duplicate_relationships(parts: Parts) -> Iterator[Diagnostic]:
    """Relationship ids are unique in their part."""
    for source in ("", *parts.names()):
        ids = [relation.id for relation in parts.relationships(source)]
        for double in sorted({i for i in ids if ids.count(i) > 1}):
            yield finding(
                "relationship-duplicate", source or "the package", f"{double} comes twice"
            )


def mistyped_targets(parts: Parts) -> Iterator[Diagnostic]:
    """A relationship leads to a part of the type that it promises."""
    for source in parts.names():
        for relation in parts.relationships(source):
            expected = _EXPECTED.get(relation.kind)
            kind = parts.overrides.get(relation.part)
            if expected and kind and not kind.endswith(expected):
                sentence = f"{relation.id} promises a {relation.kind}, finds {kind}"
                yield finding("target-type", source, sentence)


def unresolved_ids(parts: Parts) -> Iterator[Diagnostic]:
    """Every r:id, r:embed and r:link names a relationship of its part."""
    prefix = f"{{{R}}}"
    for name in parts.names():
        root = parts.root(name) if name.endswith(".xml") else None
        known = {relation.id for relation in parts.relationships(name)}
        named = (
            value
            for element in (() if root is None else root.iter())
            for key, value in element.attrib.items()
            if str(key).startswith(prefix)
        )
        for value in named:
            if value and value not in known:
                sentence = f"{value!r} names no relationship"
                yield finding("relationship-unresolved", name, sentence)


def stray_relationships(parts: Parts) -> Iterator[Diagnostic]:
    """No relationships of a part that does not exist."""
    owners = {relationship_part(name) for name in ("", *parts.names())}
    for name in parts.data:
        if name.endswith(".rels") and name not in owners:
            yield finding("relationship-stray", name, "belongs to no part")


def orphan_parts(parts: Parts) -> Iterator[Diagnostic]:
    """Every part can be reached from the package."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        source = waiting.pop()
        for relation in parts.relationships(source):
            if not relation.external and relation.part not in reached:
                reached.add(relation.part)
                waiting.append(relation.part)
    for name in parts.names():
        if name not in reached:
            yield finding("part-orphan", name, "is related to nothing")


RULES: tuple[Rule, ...] = (
    duplicate_entries,
    entry_times,
    malformed_parts,
    required_parts,
    untyped_parts,
    stray_types,
    misnamed_types,
    unused_defaults,
    media_bytes,
    absolute_targets,
    broken_targets,
    duplicate_relationships,
    mistyped_targets,
    unresolved_ids,
    stray_relationships,
    orphan_parts,
)
