"""Talks, slides and their fields → plain values under the keys that people know.

In: values of the outline's model, or of a presentation that was read. Out: texts, lists and
mappings, with nothing in them that nobody typed. What must not be here: comparing, showing.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from deckgen.base.diagnostics import Origin
from deckgen.outline import marks
from deckgen.outline.kinds import BODIES
from deckgen.outline.model import Deck, Slide, Text
from deckgen.outline.printer import head_node, slide_node
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

Plain = str | list["Plain"] | dict[str, "Plain"]
Fields = dict[str, Plain]


def head(talk: Any) -> Fields:
    """What stands above a talk's slides."""
    if isinstance(talk, Deck):
        return {**_mapping(head_node(talk)), "lang": talk.lang}
    return _fields(talk, ("slides",))


def slide(value: Any) -> Fields:
    """What a slide says, its name first."""
    if not isinstance(value, Slide):
        return _fields(value)
    made = _mapping(slide_node(value))
    if value.came is not None:
        made["from"] = f"{value.came.deck}#{value.came.slide}"
    return made


def kind(fields: Fields) -> str:
    """The key of a slide's body; empty for slides that have none."""
    return next((key for key in fields if key in BODIES), "")


def plain(value: Any) -> Plain:
    """Any value of a model; what is empty, or where it was typed, is left out."""
    if isinstance(value, Text):
        return marks.write(value.runs)
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, Struct):
        return _fields(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _fields(value: Struct, apart: tuple[str, ...] = ()) -> Fields:
    names = [name for name in value.__struct_fields__ if name not in apart]
    found = [(name, getattr(value, name)) for name in names]
    return {name: plain(one) for name, one in found if one and not isinstance(one, Origin)}


def _mapping(node: Mapping) -> Fields:
    return {key.text: _plain_node(value) for key, value in node.entries}


def _plain_node(node: Node) -> Plain:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_plain_node(item) for item in node.items]
        case Mapping():
            return dict(_mapping(node))


def lines(value: Plain, depth: int = 0) -> list[str]:
    """A value as lines that can be read: a point each, what belongs to it further in."""
    room = "  " * depth
    if isinstance(value, str):
        return [room + line for line in value.split("\n")]
    if isinstance(value, list):
        return [line for item in value for line in _item(item, depth)]
    found = []
    for key, inner in value.items():
        if isinstance(inner, str):
            found += [f"{room}{key}: {inner}".rstrip()]
        else:
            found += [f"{room}{key}:", *lines(inner, depth + 1)]
    return found


def _item(item: Plain, depth: int) -> list[str]:
    """A point: its first line behind a dash, the rest below it."""
    if isinstance(item, list) and all(isinstance(cell, str) for cell in item):
        return ["  " * depth + "- " + " | ".join(map(str, item))]
    first, *rest = lines(item, depth + 1) or [""]
    return ["  " * depth + "- " + first.lstrip(), *rest]
