"""What commands and environments may ask of the parser that reads them.

Out: the protocol that `parser.Parser` fulfils. No logic.
"""

from __future__ import annotations

from typing import Protocol

from deckgen.formula.tokens import Token
from deckgen.formula.tree import Math


class Reading(Protocol):
    """A formula that is being read."""

    display: bool  # whether sums have their limits above and below

    @property
    def here(self) -> Token:
        """The next token, spaces included."""

    def take(self) -> Token:
        """The next token; it counts as read."""

    def skip(self) -> Token:
        """The next token that is no space, not yet read."""

    def wrong(self, slug: str, message: str, token: Token, *hints: str) -> None:
        """Notes a mistake at a token."""

    def row(self, until: tuple[str, ...]) -> Math:
        """What stands up to one of these tokens."""

    def cells(self, until: tuple[str, ...]) -> tuple[tuple[Math, ...], ...]:
        """Lines of cells up to one of these tokens."""

    def argument(self, of: str) -> Math:
        """What a command needs behind it."""

    def optional(self) -> Math | None:
        """What stands in square brackets, if they come next."""

    def word(self, of: str) -> str:
        """Plain text in braces."""

    def environment(self, token: Token) -> Math:
        """What stands between `begin` and `end`."""

    def symbol(self, token: Token) -> Math | None:
        """A command that is the name of a sign."""
