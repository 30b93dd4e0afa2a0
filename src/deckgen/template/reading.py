"""A node tree → the fields of the model, every wrong value reported at its place.

In: the tree of a template.yaml. Out: the Template, or None, and findings. What values mean
to each other is `proofs`' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
from msgspec.structs import FieldInfo, fields

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.template.model import Template

Path = tuple[str, ...]
_AT = re.compile(r" - at `\$[^`]*`$")
# What msgspec calls things → what a person who types YAML calls them.
_WORDS = {
    "`object`": "keys with values",
    "`array`": "a list",
    "`str`": "text",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`null`": "nothing",
}


def read(node: Node) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    """The template that a tree describes, if nothing in it is wrong."""
    plain = _plain(node)
    try:
        return msgspec.convert(plain, Template, strict=False), ()
    except msgspec.ValidationError:
        return None, tuple(_wrong(plain, Template, node, ()))


def span_of(node: Node, path: Path) -> Span:
    """The span of the value at a path of keys and indexes; of the last one that exists."""
    for step in path:
        inner = None
        if isinstance(node, Mapping):
            inner = node.get(step)
        elif isinstance(node, Sequence) and step.isdigit() and int(step) < len(node.items):
            inner = node.items[int(step)]
        if inner is None:
            break
        node = inner
    return node.span


def _plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {key.text: _plain(value) for key, value in node.entries}


def _wrong(value: object, kind: Any, node: Node, path: Path) -> Iterator[Diagnostic]:
    """Each field and each entry is tried on its own, so that all mistakes come up at once."""
    bare = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    if isinstance(value, dict) and isinstance(bare, type) and issubclass(bare, msgspec.Struct):
        yield from _fields(value, {one.name: one for one in fields(bare)}, node, path)
    elif isinstance(value, dict) and get_origin(bare) is dict and value:
        for key, inner in value.items():
            yield from _wrong(inner, get_args(bare)[1], node, (*path, key))
    elif isinstance(value, list) and get_args(bare)[1:] == (...,) and value:
        for number, inner in enumerate(value):
            yield from _wrong(inner, get_args(bare)[0], node, (*path, str(number)))
    else:
        yield from _leaf(value, kind, node, path)


def _fields(
    value: dict[str, object], known: dict[str, FieldInfo], node: Node, path: Path
) -> Iterator[Diagnostic]:
    for key, inner in value.items():
        if key in known:
            yield from _wrong(inner, known[key].type, node, (*path, key))
        else:
            hint = f"the keys here are: {', '.join(known)}"
            at = _key_span(node, (*path, key))
            message = f"there is no key `{key}` here"
            yield Diagnostic("template/unknown-key", message, at, hints=(hint,))
    for name, one in known.items():
        if one.required and name not in value:
            message = f"the key `{name}` is missing"
            yield Diagnostic("template/missing-key", message, span_of(node, path))


def _key_span(node: Node, path: Path) -> Span:
    for step in path[:-1]:
        node = (isinstance(node, Mapping) and node.get(step)) or node
    entries = node.entries if isinstance(node, Mapping) else ()
    return next((key.span for key, _ in entries if key.text == path[-1]), node.span)


def _leaf(value: object, kind: Any, node: Node, path: Path) -> Iterator[Diagnostic]:
    try:
        msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        key = f"`{path[-1]}`" if path else "a template"
        sentence = _AT.sub("", str(error))
        for word, meaning in _WORDS.items():
            sentence = sentence.replace(word, meaning)
        choices = _choices(kind)
        if choices:
            sentence = f"{value!r} is none of {', '.join(choices)}"
        message = f"{key}: {sentence[0].lower()}{sentence[1:]}"
        yield Diagnostic("template/invalid", message, span_of(node, path))


def _choices(kind: Any) -> list[str]:
    """The words that a value may be; none where it isn't a choice of words."""
    literals = [one for one in (kind, *get_args(kind)) if get_origin(one) is Literal]
    return [f"`{word}`" for one in literals for word in get_args(one)]
