"""Types of what leads through a talk: a menu's buttons.

What must not be here: links inside texts (`inline`, `links`).
"""

from __future__ import annotations

from msgspec import structs

from deckgen.outline.model import Choice, Text
from deckgen.outline.reader import Reader
from deckgen.outline.records import Field, Record
from deckgen.outline.values import PLAIN, WORDS, Schema, Type
from deckgen.syntax.nodes import Mapping, Node, Scalar


def _unlinked(text: Text) -> Text:
    return Text(tuple(structs.replace(run, link="") for run in text.runs), text.at)


class Choices(Type[Choice]):
    """`- words: slide-id`, `- "[words](#slide-id)"`, or a mapping with `text` and `to`."""

    name = "`words: slide-id`"
    _long = Record(
        Choice,
        (
            Field("text", WORDS, "the words on the button", True),
            Field("to", PLAIN, "the id of the slide that it leads to", True),
        ),
    )

    def read(self, node: Node, reader: Reader) -> Choice | None:
        """See Type.read."""
        if isinstance(node, Mapping):
            return self._mapping(node, reader)
        text = WORDS.read(node, reader)
        if text is None:
            return None
        target = text.runs[0].link
        if not target.startswith("#") or any(run.link != target for run in text.runs):
            reader.wrong_type(
                node, "words and the slide they lead to", f"type `- {text.plain[:40]}: slide-id`"
            )
            return None
        return Choice(_unlinked(text), target[1:])

    def _mapping(self, node: Mapping, reader: Reader) -> Choice | None:
        long = len(node.entries) != 1 or node.entries[0][0].text in ("text", "to")
        if long:
            found: Choice | None = self._long.read(node, reader)
            place = node.get("to") or node
        else:
            key, place = node.entries[0]
            text, target = WORDS.read(key, reader), PLAIN.read(place, reader)
            found = None if text is None or target is None else Choice(text, target)
        if found is not None:
            reader.jumps.append((found.to, place.span))
        return found

    def write(self, value: Choice) -> Node:
        """See Type.write."""
        text, target = WORDS.write(value.text), PLAIN.write(value.to)
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
            "additionalProperties": PLAIN.schema(),
        }
        return {"anyOf": [WORDS.schema(), short, self._long.schema()]}
