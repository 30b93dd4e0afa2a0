"""A deck that is gone or can't be read any more → its slides as they were taken.

In: a pick, the pins. Out: what the lock still has of it. What must not be here: decks that can be
read, though some of their slides are gone (that is `reuse`).
"""

from __future__ import annotations

from typing import Protocol

from deckgen.base.diagnostics import Diagnostic
from deckgen.remix.references import Pick
from deckgen.remix.sources import joined, shown
from deckgen.remix.stock import Taken


class Pins(Protocol):
    """What was taken when the deck was last brought up to date; see `lock`."""

    def members(self, deck: str, pick: str) -> tuple[str, ...] | None:
        """The slides that a pick meant then."""

    def slide(self, deck: str, slide: str, lang: str) -> Taken | None:
        """The slide as it was then; `lang`: the language it was translated into, or empty."""

    def decks(self) -> tuple[str, ...]:
        """The outlines that slides were taken from."""


def place(pick: Pick, pins: Pins | None, seen_from: str) -> str:
    """The path of the deck that a name meant; empty where nothing was taken from it."""
    typed = joined(seen_from.rpartition("/")[0], pick.deck)
    decks = pins.decks() if pins else ()
    return next((deck for deck in decks if typed == deck or pick.deck == shown(deck)), "")


def slides(path: str, pick: Pick, pins: Pins | None, lang: str) -> tuple[Taken, ...]:
    """The slides that a pick meant; none where not all of them were kept."""
    if pins is None:
        return ()
    names = pins.members(path, pick.shown)
    names = (pick.first,) if names is None and pick.how == "slide" else names or ()
    made = [pins.slide(path, name, lang) or pins.slide(path, name, "") for name in names]
    found = tuple(one for one in made if one is not None)
    return found if len(found) == len(names) else ()


def told(pick: Pick, found: tuple[Diagnostic, ...]) -> Diagnostic:
    """That slides are shown as they were taken. `found` says why they can't be read."""
    why = found[0].message if found else f"There is no deck `{pick.deck}` any more."
    hints = found[0].hints if found else ()
    return Diagnostic(
        "remix/source-gone",
        f"{why} What was taken from it is shown as it was.",
        pick.span,
        "warning",
        (*hints, "bring the deck back, or write the slides out in this outline"),
    )
