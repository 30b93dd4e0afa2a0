"""The grammar → JSON Schema (draft 2020-12), for editors and for programs that write outlines.

What must not be here: any key or type (they are `grammar`'s).
"""

from __future__ import annotations

from typing import Any

from deckgen.outline.grammar import COMMON, HEAD
from deckgen.outline.kinds import BODIES
from deckgen.outline.records import mapping_schema
from deckgen.outline.values import Schema

_TEXT = ["string", "number", "boolean"]  # what YAML makes of text that a person typed plainly


def schema() -> dict[str, Any]:
    """JSON Schema of an outline."""
    head = mapping_schema(HEAD)
    head["properties"] |= {
        "vars": {
            "type": "object",
            "additionalProperties": {"type": _TEXT},
            "description": "values for {{name}} in any text",
        },
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
    # A picture may stand beside another body; of the others there is exactly one.
    others: list[Schema] = [{"required": [key]} for key in BODIES if key != "picture"]
    without = {"not": {"anyOf": others}, "required": ["picture"]}
    found["oneOf"] = [*others, without]
    return found
