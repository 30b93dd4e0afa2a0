"""Two talks → what is different between them, slide by slide, ready to be shown.

In: two decks, or two presentations that were read. Out: a `Comparison` of plain values. What must
not be here: reading files, colours, pages.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from deckgen.remix import telling
from deckgen.remix.details import Detail, details
from deckgen.remix.difference import AnyTalk, Step, What, diff
from deckgen.remix.telling import Fields, Plain

# What a slide is called by, the first that it has.
_NAMES = ("title", "label", "shout", "section", "cover", "statement", "question", "text")
_LONGEST = 70
# Fields of a head that say which talk it is, not what it says.
_OURS = ("file", "variant")


class Row(Struct, frozen=True):
    """What happens to one slide. `at` and `to` count from 1; 0 where the slide is not there.

    `id` is its name in the second talk where it is there, else in the first; `was` its name in the
    first where that is another. `before` and `after` have all its fields.
    """

    what: What
    id: str
    title: str
    at: int
    to: int
    moved: bool = False
    was: str = ""
    details: tuple[Detail, ...] = ()
    before: Fields = {}
    after: Fields = {}


class Comparison(Struct, frozen=True):
    """What is different: the head's details; rows in the second talk's order.

    A slide that is gone stands where it stood among its neighbours of the first talk.
    """

    head: tuple[Detail, ...]
    rows: tuple[Row, ...]

    @property
    def equal(self) -> bool:
        """Whether both talks say the same."""
        return not self.head and all(row.what == "kept" and not row.moved for row in self.rows)

    def counts(self) -> dict[str, int]:
        """How many slides are what; a moved one that changed counts as both."""
        found = {what: sum(row.what == what for row in self.rows) for what in _COUNTED}
        found["moved"] = sum(row.moved for row in self.rows)
        found["kept"] = sum(row.what == "kept" and not row.moved for row in self.rows)
        return found


_COUNTED = ("changed", "moved", "added", "gone", "kept")


def compare(one: AnyTalk, other: AnyTalk) -> Comparison:
    """What is different between two talks of one sort."""
    found = diff(one, other)
    said = tuple(change for change in found.head if change.field not in _OURS)
    head = details(telling.head(one), telling.head(other), said)
    rows = [_row(step, one.slides, other.slides) for step in found.steps]
    return Comparison(head, tuple(_seated(rows)))


def _row(step: Step, one: tuple[Any, ...], other: tuple[Any, ...]) -> Row:
    before = telling.slide(one[step.at]) if step.at >= 0 else {}
    after = telling.slide(other[step.to]) if step.to >= 0 else {}
    was = str(before.pop("id", ""))
    name = str(after.pop("id", was))
    found = details(before, after, step.changes) if step.what == "changed" else ()
    found = tuple(one for one in found if one.path != ("id",))
    return Row(
        step.what, name, title(after or before), step.at + 1, step.to + 1, step.moved,
        was if was not in ("", name) else "", found, before, after,
    )  # fmt: skip


def _seated(rows: list[Row]) -> list[Row]:
    """Those that are gone behind the slide that stood before them, and still stands there."""
    gone = [row for row in rows if not row.to]
    stay = [row for row in rows if row.to]
    # Slides that did not move are in the order of both talks.
    ends = [*(row.at for row in stay if row.at and not row.moved), len(rows) + 1]
    turn = 0
    found: list[Row] = []
    for row in (None, *stay):
        found += [row] if row else []
        if row is None or (row.at and not row.moved):
            while gone and gone[0].at < ends[turn]:
                found.append(gone.pop(0))
            turn += 1
    return found


def title(fields: Fields) -> str:
    """What a slide is known by in one line."""
    for name in (*_NAMES, telling.kind(fields)):
        words = _first(fields.get(name, ""))
        if words:
            return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return ""


def _first(value: Plain) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    inner = value if isinstance(value, list) else list(value.values())
    return next((words for one in inner if (words := _first(one))), "")
