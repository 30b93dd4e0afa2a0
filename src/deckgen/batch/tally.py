"""What became of a merge's decks: counted, and their findings grouped.

In: an edition and what was found, one after the other. Out: figures; each finding once, with the
rows that it is about. It grows by a few words a deck, not by decks.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic
from deckgen.remix.editions import Edition, rows_of

State = Literal["built", "unchanged", "failed"]


class Deck(Struct, frozen=True):
    """What became of one row's deck. `output` is relative to the decks' folder."""

    row: int
    output: str
    state: State
    slides: int = 0
    codes: tuple[str, ...] = ()


class Group(Struct):
    """A finding, and the rows whose decks have it."""

    found: Diagnostic
    rows: list[int]


class Tally:
    """The summary of a merge as far as it has come."""

    def __init__(self, total: int) -> None:
        """`total`: rows."""
        self.total = total
        self.decks: list[Deck] = []
        self.stopped = False
        self.seconds = 0.0  # by the clock
        self.worked = 0.0  # in workers, all of them together
        self.jobs = 1
        self._groups: dict[tuple[object, ...], Group] = {}
        self._counts: dict[State, int] = {"built": 0, "unchanged": 0, "failed": 0}

    def count(self, state: State) -> int:
        """How many decks came to that."""
        return self._counts[state]

    @property
    def rate(self) -> float:
        """Decks built in a second."""
        return self.count("built") / self.seconds if self.seconds else 0.0

    def add(
        self, edition: Edition, state: State, found: tuple[Diagnostic, ...], slides: int = 0
    ) -> None:
        """One more deck."""
        codes = tuple(dict.fromkeys(one.code for one in found if one.severity == "error"))
        self.decks.append(Deck(edition.number, edition.output, state, slides, codes))
        self._counts[state] += 1
        for one in dict.fromkeys(map(_key, found)):
            first = next(each for each in found if _key(each) == one)
            self._groups.setdefault(one, Group(first, [])).rows.append(edition.number)

    def groups(self) -> list[Group]:
        """Each finding once, its rows in order."""
        return [Group(one.found, sorted(one.rows)) for one in self._groups.values()]

    def findings(self) -> tuple[Diagnostic, ...]:
        """Each finding once; its message says which rows it is about."""
        seen = self.count("built") + self.count("failed")
        return tuple(_told(group, seen) for group in self.groups())


def _key(found: Diagnostic) -> tuple[object, ...]:
    """What makes two decks' findings one. Their words differ where a row's texts are quoted."""
    if found.span is None and not found.code.startswith("build/"):
        return found.code, found.severity, found.message
    return found.code, found.severity, found.span


def _told(group: Group, seen: int) -> Diagnostic:
    rows = group.rows
    everywhere = len(rows) == seen and seen > 1
    where = f"in all {seen} decks" if everywhere else rows_of(rows)
    return replace(group.found, message=f"{group.found.message.rstrip('.')} ({where})")
