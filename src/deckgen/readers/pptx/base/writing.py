"""A template on a base → the text of its template.yaml.

In: a Template. Out: YAML that reads back as the same Template; what equals a default is left out.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import fields

from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.printer import write
from deckgen.template.model import Template

_HEAD = """\
# Made from base.pptx by `deckgen templates add`. Everything here may be changed by hand:
# `base.kinds` says which layouts each kind of slide tries in turn, `safe` and `open` where on a
# layout there is room, in points of a page 540 high. docs/templates.md explains the rest.
"""
_LONG = (
    "palette",
    "schemes",
    "roles",
    "base",
    "layouts",
    "slots",
    "kinds",
    "why",
    "levels",
    "fixed",
)


def text(template: Template) -> str:
    """The whole file."""
    return _HEAD + write(_node(_said(template), ""))


def _said(value: object) -> Any:
    """Plain values, defaults left out."""
    if isinstance(value, msgspec.Struct):
        return {
            one.name: _said(getattr(value, one.name))
            for one in fields(value)
            if one.required or getattr(value, one.name) != one.default
        }
    if isinstance(value, dict):
        return {key: _said(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_said(inner) for inner in value]
    return value


def _node(value: Any, key: str, flow: bool = False) -> Node:
    """In flow style as soon as nothing in it deserves lines of its own."""
    if isinstance(value, dict):
        inline = flow or (key not in _LONG and not any(k in _LONG for k in value) and key != "")
        wide = any(isinstance(inner, dict | list) and k in _LONG for k, inner in value.items())
        inline = inline and not wide
        entries = tuple((Scalar(str(k)), _node(v, str(k), inline)) for k, v in value.items())
        return Mapping(entries, flow=inline)
    if isinstance(value, list):
        nested = key in ("levels", "fixed")
        return Sequence(tuple(_node(v, "", True) for v in value), flow=not nested)
    return _scalar(value)


def _scalar(value: Any) -> Scalar:
    if isinstance(value, bool):
        return Scalar("true" if value else "false")
    if isinstance(value, float):
        return Scalar(f"{value:.3f}".rstrip("0").rstrip("."))
    return Scalar(str(value), quoted=isinstance(value, str) and not value)
