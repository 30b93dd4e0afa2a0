"""What may become of an outline's nodes before they are read: reuse, variants, translations.

In: the head's mapping and the slides' nodes. Out: those that are read in their stead, each with
where it comes from. Only the protocol is here; `remix` fulfils it. What must not be here: how
nodes become slides.
"""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.outline.model import Provenance, Slide
from deckgen.syntax.nodes import Mapping, Node, Sequence


class Raw(Struct, frozen=True):
    """A slide before it is read.

    `id` is the name that it has unless its node says another one. `variables` are those of the
    outline that it comes from; the deck's own go before them. `typed` is its place in this deck,
    where that is not the node's own. `home` is the outline that its files are named relative to,
    where that is not the one it stands in. `ready` is the slide as its source has read it, without
    its id, where reading it here can't give another.
    """

    node: Node
    id: str = ""
    variables: dict[str, str] = {}
    came: Provenance | None = None
    typed: Span | None = None
    home: str = ""
    ready: Slide | None = None


class Growth(Protocol):
    """Turns nodes into those that are read. `found` is what was wrong on the way."""

    found: list[Diagnostic]

    def head(self, root: Mapping) -> Mapping:
        """The outline's mapping as it is to be read; its `slides` are left alone."""

    def slides(self, listed: Sequence) -> tuple[Raw, ...]:
        """The slides to read, in order."""


class Plain:
    """No growth: every node stands for itself. `use:` is left to be refused."""

    found: list[Diagnostic] = []  # noqa: RUF012  # never added to

    def head(self, root: Mapping) -> Mapping:
        """See Growth.head."""
        return root

    def slides(self, listed: Sequence) -> tuple[Raw, ...]:
        """See Growth.slides."""
        return tuple(Raw(item) for item in listed.items)
