"""The tree of a YAML file: text, lists and mappings, each with the place it was typed.

Scalars stay text: whether `No` is a word or a refusal is the grammar's business. What must
not be here: types, defaults, anything that knows what a key means.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.base.diagnostics import Span

UNTYPED = Span("", 0, 0, 0, 0)  # the span of a node that nobody typed (made for printing)


class Scalar(Struct, frozen=True):
    """A text. `quoted`: typed in quotes or as a block, so that it can't mean "nothing"."""

    text: str
    span: Span = UNTYPED
    quoted: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was typed (`key:` or `key: ~`)."""
        return not self.quoted and self.text in ("", "~")


class Sequence(Struct, frozen=True):
    """A list. `flow`: in brackets, on one line where it fits."""

    items: tuple[Node, ...]
    span: Span = UNTYPED
    flow: bool = False


class Mapping(Struct, frozen=True):
    """Keys and values in the order they were typed. `flow`: in braces."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span = UNTYPED
    flow: bool = False

    def get(self, key: str) -> Node | None:
        """The value under a key, or None."""
        for name, value in self.entries:
            if name.text == key:
                return value
        return None


Node = Scalar | Sequence | Mapping
