"""The type of a body inside `columns` or `rows`: a mapping with one body's key.

What must not be here: which bodies there are (that is `grammar`).
"""

from __future__ import annotations

from typing import Any

from deckgen.outline.reader import Reader
from deckgen.outline.records import unknown_key
from deckgen.outline.values import Schema, Type
from deckgen.syntax.nodes import Mapping, Node, Scalar


class Blocks(Type[Any]):
    """One body. `kinds` maps keys to kinds; it is filled after this is made."""

    name = "one body"

    def __init__(self, kinds: dict[str, Any]) -> None:
        """See the class."""
        self._kinds = kinds

    def read(self, node: Node, reader: Reader) -> Any:
        """See Type.read."""
        if not isinstance(node, Mapping):
            words = node.text[:40] if isinstance(node, Scalar) and node.text else "…"
            reader.wrong_type(node, "a body with its key", f"type `- text: {words}`")
            return None
        found = None
        for key, value in node.entries:
            kind = self._kinds.get(key.text)
            if kind is None:
                unknown_key(key, self._kinds, reader)
            elif found is not None:
                reader.report(
                    "two-bodies",
                    f"`{key.text}` is a second body here.",
                    key.span,
                    f"start an item of its own: `- {key.text}: …`",
                )
            else:
                found = kind
                body = kind.type.read(value, reader)
        return body if found is not None else None

    def write(self, value: Any) -> Node:
        """See Type.write."""
        kind = next(kind for kind in self._kinds.values() if kind.model is type(value))
        return Mapping(((Scalar(kind.key), kind.type.write(value)),))

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"$ref": "#/$defs/body"}
