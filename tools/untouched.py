"""A deck on someone else's file against that file: parts that changed, errors that are new.

In: the bytes of both. Out: names of parts, counts of errors. Nothing is rendered.
"""

from __future__ import annotations

import io
import re
import tempfile
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from openxml_audit import OpenXmlValidator

from deckgen.readers.pptx.rules import violations

# Where slides are listed and what says who made the file; docs/analysis/base-templates.md.
EDITED = frozenset((
    "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml",
    "docProps/custom.xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels",
))  # fmt: skip
# What slides bring along and take away again.
_OURS = re.compile(r"ppt/(slides|notesSlides|comments|tags|ink|diagrams|charts|embeddings)/")
# What every slide stands on: none of these may be missing.
_STANDING = re.compile(r"ppt/(slideMasters|slideLayouts|theme/theme\d+\.xml|presProps|tableStyles)")


class Faults(NamedTuple):
    """Errors of a deck beyond its base's, and the base's own."""

    new: int
    own: int
    rules: int


def changed(data: bytes, base: bytes) -> list[str]:
    """Parts of the base that are there with other bytes, or gone though slides stand on them."""
    before, after = _parts(base), _parts(data)
    return [
        name
        for name, part in before.items()
        if name not in EDITED
        and not _OURS.match(name)
        and (after[name] != part if name in after else bool(_needed(name, before)))
    ]


def _needed(name: str, before: dict[str, bytes]) -> bool:
    """Whether a part belongs to masters and layouts; a theme may be that of the notes' master."""
    if not _STANDING.match(name):
        return False
    stem = name.rpartition("/")[2]
    return any(stem.encode() in part for owner, part in before.items() if owner.endswith(".rels"))


def schema(data: bytes, base: bytes) -> Faults:
    """What the schema validator and our own rules find."""
    own, ours = _errors(base), _errors(data)
    known = {(one.code, one.message) for one in violations(base)}
    found = {(one.code, one.message) for one in violations(data) if one.severity == "error"}
    return Faults(len(ours - own), len(own), len(found - known))


@lru_cache(maxsize=4)
def _errors(data: bytes) -> set[str]:
    with tempfile.TemporaryDirectory(prefix="deckgen-schema-") as folder:
        path = Path(folder) / "deck.pptx"
        path.write_bytes(data)
        return {
            f"{one.part_uri} {one.description}" for one in OpenXmlValidator().validate(path).errors
        }


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
