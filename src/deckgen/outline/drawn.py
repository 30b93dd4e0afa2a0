"""Types of what is drawn as a figure of parts: pyramid, cycle, matrix, venn, tree; and of code.

What must not be here: how any of them looks.
"""

from __future__ import annotations

import re
from typing import Any

from deckgen.outline.forms import Points
from deckgen.outline.model import Code, Cycle, Diagram, Edge, Item, Matrix, Part, Quadrant, Venn
from deckgen.outline.quantities import FLAG, Number
from deckgen.outline.reader import Reader
from deckgen.outline.records import Each, Field, Record
from deckgen.outline.suggest import certain, nearest
from deckgen.outline.values import LINES, WORDS, Plain, Schema, Type, scalar
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

TAB = 4  # columns
ARROW = re.compile("->|→")
DEEP = 4  # levels of a tree

PART = Record(
    Part,
    (Field("name", WORDS, "its name", True), Field("text", WORDS, "a line about it")),
    short="name",
)

CYCLE = Record(
    Cycle,
    (
        Field("items", Each(PART, least=3, most=8), "the stations, in turn", True),
        Field("centre", WORDS, "what they go round"),
    ),
    short="items",
)

VENN = Record(
    Venn,
    (
        Field("items", Each(PART, least=2, most=3), "the circles", True),
        Field("shared", WORDS, "what all of them share"),
        Field("between", LINES, "what 1 and 2, 2 and 3, 3 and 1 share, where there are three"),
    ),
    short="items",
)

QUADRANT = Record(
    Quadrant,
    (
        Field("name", WORDS, "its name"),
        Field("items", LINES, "what belongs to it"),
        Field("highlight", FLAG, "whether it is the one that matters"),
    ),
    short="name",
    nothing=True,
)


class _Rows(Each):
    """Rows of fields, all equally many."""

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...] | None:
        """See Type.read."""
        rows = super().read(node, reader)
        if not rows or not isinstance(node, Sequence):
            return rows
        for row, typed in zip(rows, node.items, strict=False):
            if len(row) != len(rows[0]):
                reader.report(
                    "uneven-rows",
                    f"This row has {len(row)} fields, the first has {len(rows[0])}.",
                    typed.span,
                    'type as many fields as the first row has; an empty one is ""',
                )
        return rows


MATRIX = Record(
    Matrix,
    (
        Field(
            "cells", _Rows(Each(QUADRANT, most=4), most=4), "its rows, the upper one first", True
        ),
        Field("x", WORDS, "the property that grows to the right"),
        Field("y", WORDS, "the property that grows upwards"),
        Field("columns", LINES, "a word for each column"),
        Field("rows", LINES, "a word for each row"),
    ),
    short="cells",
)


class Root(Type[Item]):
    """One thing, with a list of what it divides into."""

    name = "{text: list of points}"
    _points = Points()

    def read(self, node: Node, reader: Reader) -> Item | None:
        """See Type.read."""
        if not isinstance(node, Mapping | Scalar):
            reader.wrong_type(node, "one thing that divides", "type `The whole:` above the list")
            return None
        root = self._points.read(node, reader)
        if root is not None and _depth(root) > DEEP:
            reader.report(
                "too-many",
                f"This tree has {_depth(root)} levels; there is room for {DEEP}.",
                node.span,
                "give the lower branches a tree on a slide of their own",
            )
        return root

    def write(self, value: Item) -> Node:
        """See Type.write."""
        return self._points.write(value)

    def schema(self) -> Schema:
        """See Type.schema."""
        return self._points.schema()


def _depth(item: Item) -> int:
    return 1 + max((_depth(child) for child in item.children), default=0)


class Edges(Type[Edge]):
    """`- one -> other`, or `- one -> other: words`."""

    name = "`one -> other`, or `one -> other: words`"

    def read(self, node: Node, reader: Reader) -> Edge | None:
        """See Type.read."""
        label = None
        if isinstance(node, Mapping) and len(node.entries) == 1:
            node, value = node.entries[0]
            label = WORDS.read(value, reader)
        parts = ARROW.split(node.text) if isinstance(node, Scalar) else []
        if len(parts) != 2 or not all(part.strip() for part in parts):
            reader.wrong_type(node, "two nodes with an arrow", "type `- one -> other`")
            return None
        start, end = (WORDS.read(Scalar(part.strip(), node.span, True), reader) for part in parts)
        if start is None or end is None or not (start.plain and end.plain):
            return None
        if start.plain == end.plain:
            reader.report(
                "same-node",
                f"This arrow leads from `{start.plain}` to itself.",
                node.span,
                "let it lead to another node",
            )
            return None
        return Edge(start, end, label)

    def write(self, value: Edge) -> Node:
        """See Type.write."""
        start, end = WORDS.write(value.start), WORDS.write(value.end)
        assert isinstance(start, Scalar) and isinstance(end, Scalar)
        both = Scalar(f"{start.text} -> {end.text}")
        return both if value.label is None else Mapping(((both, WORDS.write(value.label)),))

    def schema(self) -> Schema:
        """See Type.schema."""
        text = {"type": "string", "pattern": "->|→"}
        labelled = {
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "additionalProperties": WORDS.schema(),
        }  # fmt: skip
        return {"anyOf": [text, labelled]}


DIAGRAM = Record(
    Diagram,
    (
        Field("edges", Each(Edges()), "the arrows", True),
        Field("highlight", WORDS, "the node that matters"),
    ),
    short="edges",
)


class Verbatim(Type[str]):
    """Lines as they were typed: no marks, no variables."""

    name = "lines, as in `text: |`"

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        typed = scalar(node, reader, "lines of code")
        if typed is None:
            return None
        lines = [line.rstrip() for line in typed.text.expandtabs(TAB).splitlines()]
        return "\n".join(lines).strip("\n")

    def write(self, value: str) -> Node:
        """See Type.write."""
        return Scalar(value, quoted=True)

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"type": ["string", "number", "boolean"]}


class Language(Plain):
    """A programming language that can be coloured."""

    name = "name of a language"

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        from deckgen.text import tokens

        value = super().read(node, reader)
        if value is None or tokens.known(value):
            return value
        reader.report(
            "unknown-language",
            f"No language `{value}` is known.",
            node.span,
            *nearest(value.lower(), tokens.languages()),
            "leave `language:` out to show the code in one colour",
        )
        reader.instead(node.span, certain(value.lower(), tokens.languages()))
        return None


CODE = Record(
    Code,
    (
        Field("language", Language(), "the language that it is written in, such as python"),
        Field("text", Verbatim(), "the lines", True),
        Field("highlight", Each(Number(1, whole=True)), "numbers of the lines that matter"),
        Field("numbers", FLAG, "whether lines are numbered"),
    ),
    short="text",
)
