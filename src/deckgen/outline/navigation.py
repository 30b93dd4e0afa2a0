"""Types of what leads through a talk: a menu and its buttons.

What must not be here: links inside texts (`inline`, `links`).
"""

from __future__ import annotations

from typing import Any

from msgspec import structs

from deckgen.outline.model import Choice, Menu, Text
from deckgen.outline.reader import Reader
from deckgen.outline.records import Each, Field, Record, Wrapped
from deckgen.outline.values import WORDS, Plain, Schema, Type
from deckgen.syntax.nodes import Mapping, Node, Scalar


def _unlinked(text: Text) -> Text:
    return Text(tuple(structs.replace(run, link="") for run in text.runs), text.at)


class Target(Plain):
    """The id of a slide, with or without the `#` that links have."""

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        if isinstance(node, Scalar) and node.empty:
            reader.report(
                "empty",
                "No slide's id stands here.",
                node.span,
                "type the id of the slide that it leads to; a `#` before it needs quotes",
            )
            return None
        found = super().read(node, reader)
        if not found:
            return None
        name = found.removeprefix("#")
        reader.jumps.append((name, node.span))
        return name


TARGET = Target()


class Choices(Type[Choice]):
    """`- words: slide-id`, `- "[words](#slide-id)"`, or a mapping with `text` and `to`."""

    name = "`words: slide-id`"
    _long = Record(
        Choice,
        (
            Field("text", WORDS, "the words on the button", True),
            Field("to", TARGET, "the id of the slide that it leads to", True),
        ),
    )

    def read(self, node: Node, reader: Reader) -> Choice | None:
        """See Type.read."""
        if isinstance(node, Mapping) and node.entries:
            return self._mapping(node, reader)
        text = WORDS.read(node, reader)
        if text is None:
            return None
        target = text.runs[0].link if text.runs else ""
        if not target.startswith("#") or any(run.link != target for run in text.runs):
            reader.wrong_type(
                node, "words and the slide they lead to", f"type `- {text.plain[:40]}: slide-id`"
            )
            return None
        return Choice(_unlinked(text), target[1:])

    def _mapping(self, node: Mapping, reader: Reader) -> Choice | None:
        key, place = node.entries[0]
        if len(node.entries) != 1 or key.text in ("text", "to"):
            found: Choice | None = self._long.read(node, reader)
            return found
        text, target = WORDS.read(key, reader), TARGET.read(place, reader)
        return None if text is None or target is None else Choice(text, target)

    def write(self, value: Choice) -> Node:
        """See Type.write."""
        text, target = WORDS.write(value.text), TARGET.write(value.to)
        assert isinstance(text, Scalar)
        if text.text in ("text", "to"):
            return self._long.write(value)
        return Mapping(((text, target),))

    def schema(self) -> Schema:
        """See Type.schema."""
        short = {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": TARGET.schema(),
        }
        return {"anyOf": [WORDS.schema(), short, self._long.schema()]}


class Menus(Wrapped):
    """The buttons; with nothing typed, one for each section of the talk."""

    nothing = True

    def __init__(self) -> None:
        """A list of choices."""
        super().__init__(Menu, "items", Each(Choices()))

    def read(self, node: Node, reader: Reader) -> Any:
        """See Type.read."""
        return Menu() if isinstance(node, Scalar) and node.empty else super().read(node, reader)

    def write(self, value: Any) -> Node:
        """See Type.write."""
        return super().write(value) if value.items else Scalar("")

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"anyOf": [{"type": "null"}, super().schema()]}
