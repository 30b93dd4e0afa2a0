"""The grammar → JSON Schema (draft 2020-12), for editors and for programs that write outlines.

What must not be here: any key or type (they are `grammar`'s).
"""

from __future__ import annotations

from typing import Any

from deckgen.outline.grammar import COMMON, HEAD, USE, VARIANT, VARIANTS, WITHOUT
from deckgen.outline.kinds import BODIES
from deckgen.outline.records import mapping_schema
from deckgen.outline.values import Schema

_TEXT = ["string", "number", "boolean"]  # what YAML makes of text that a person typed plainly


def schema() -> dict[str, Any]:
    """JSON Schema of an outline."""
    head = mapping_schema(HEAD)
    variant = mapping_schema((*VARIANT, *HEAD))
    variables = {"type": "object", "additionalProperties": {"type": _TEXT}}
    variant["properties"]["vars"] = variables
    head["properties"] |= {
        VARIANTS: {
            "type": "object",
            "additionalProperties": {"anyOf": [variant, {"type": "null"}]},
            "description": "other forms of the talk, each with what is different",
        },
        "vars": {**variables, "description": "values for {{name}} in any text"},
        "defaults": {**_slide(False), "description": "keys that all slides share"},
        "slides": {
            "type": "array",
            "items": {"$ref": "#/$defs/slide"},
            "minItems": 1,
            "description": "the slides, in order",
        },
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "deckgen outline",
        **head,
        "required": ["slides"],
        "$defs": {
            "text": {
                "type": _TEXT,
                "description": "a text; **bold**, _em_, `code`, [link](https://…), {{variable}}",
            },
            "lines": _one_or_more("#/$defs/text"),
            "point": _point(),
            "body": _body(),
            "slide": _slide(True),
            "change": _change(),
        },
    }


def _one_or_more(ref: str) -> Schema:
    one = {"$ref": ref}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def _point() -> Schema:
    below = {"type": "array", "items": {"$ref": "#/$defs/point"}, "minItems": 1}
    nested = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": below,
    }
    return {"anyOf": [{"$ref": "#/$defs/text"}, nested]}


def _bodies() -> Schema:
    return {key: {**kind.type.schema(), "description": kind.doc} for key, kind in BODIES.items()}


def _body() -> Schema:
    return {
        "type": "object",
        "properties": _bodies(),
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": 1,
    }


def _slide(body: bool) -> Schema:
    found = mapping_schema(COMMON)
    if not body:
        del found["properties"]["id"]
        return found
    found["properties"] |= _bodies()
    found["properties"][VARIANTS] = {
        "type": "object",
        "additionalProperties": {"type": ["object", "null"]},
        "description": "what the slide says instead in other forms of the talk",
    }
    # A picture may stand beside another body; of the others there is exactly one.
    others: list[Schema] = [{"required": [key]} for key in BODIES if key != "picture"]
    without = {"not": {"anyOf": others}, "required": ["picture"]}
    found["oneOf"] = [*others, without]
    return {"if": {"type": "object", "required": ["use"]}, "then": _reused(found), "else": found}


def _reused(slide: Schema) -> Schema:
    """A slide of another deck: any key may be changed, and lists item by item."""
    keys = {key: {"$ref": "#/$defs/change"} for key in slide["properties"]}
    own = {key: slide["properties"][key] for key in ("id", "minutes", VARIANTS)}
    use = {field.key: {**field.type.schema(), "description": field.doc} for field in (USE, WITHOUT)}
    described = {
        key: {**value, "description": slide["properties"][key].get("description", "")}
        for key, value in keys.items()
    }
    return {
        "type": "object",
        "properties": {**described, **own, **use},
        "additionalProperties": False,
        "required": ["use"],
    }


def _change() -> Schema:
    """What a key of a reused slide becomes: a new value, or a list's single items."""
    return {
        "description": "the new value; or, for a list, {add, first, before, after, replace, remove}"
    }
