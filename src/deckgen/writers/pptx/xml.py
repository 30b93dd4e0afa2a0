"""Values → XML text that is well-formed by construction.

In: tag names, attribute values and finished children. Out: `Xml`, a string type that only
this module and the fragments built from it may produce, so that the type checker tells
text that still has to be escaped from text that has been. Not here: any PowerPoint.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NewType

from deckgen.base.markup import REPLACEMENTS, escaped

Xml = NewType("Xml", str)
Value = str | int | None

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMPTY = Xml("")
Attributes = Mapping[str, Value]
NO_ATTRIBUTES: Attributes = {}

# Characters that XML 1.0 (2.2) forbids, line ends, and markup; `_xHHHH_` is an escape of its
# own in DrawingML text (ECMA-376 part 1, 22.9.2.19), so its underscore is escaped in turn.
_ODD_TEXT = re.compile("[\x00-\x08\x0a-\x1f<>&\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_REPLACEMENTS = {**REPLACEMENTS, "_": "_x005F_"}


def text(value: str) -> Xml:
    """Character data."""
    return Xml(_ODD_TEXT.sub(_replace, value) if _ODD_TEXT.search(value) else value)


def attribute(value: str) -> Xml:
    """An attribute's value, without its quotes."""
    return Xml(escaped(value))


def _replace(match: re.Match[str]) -> str:
    return _REPLACEMENTS.get(match[0], "")


def element(tag: str, attributes: Attributes = NO_ATTRIBUTES, *children: Xml) -> Xml:
    """An element. An attribute that is None is left out."""
    head = tag + "".join(
        [f' {name}="{_plain(value)}"' for name, value in attributes.items() if value is not None]
    )
    body = "".join(children)
    return Xml(f"<{head}>{body}</{tag}>" if body else f"<{head}/>")


def _plain(value: Value) -> str:
    return attribute(value) if isinstance(value, str) else str(value)


def join(*parts: Xml) -> Xml:
    """Siblings, one after another."""
    return Xml("".join(parts))


def document(root: Xml) -> bytes:
    """A whole part."""
    return (DECLARATION + root).encode()
