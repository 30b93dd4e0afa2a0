"""A comparison → lines for a terminal, or a record for programs.

In: a `Comparison`. Out: text, coloured or with marks; plain values for JSON, whose shape
docs/guides/diff.md describes. Nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from deckgen.remix.comparison import Comparison, Row
from deckgen.remix.details import Detail, marked
from deckgen.remix.telling import Fields, Plain, lines

SIGNS = {"changed": "~", "added": "+", "gone": "-", "kept": ">"}
_NOUNS = ("changed", "moved", "added", "gone")
_COLOURS = {"added": "32", "gone": "31", "replaced": "33", "moved": "36", "changed": "33"}
_LONG = 80  # letters of what is the same in a text, beyond which the middle is left out
_SHOWN = 30  # letters of it that stay on either side
_SHORT = 40  # letters of two texts that stand in one line though they have nothing in common
_WIDE = 14  # the column of the fields' names


class Ink(Struct, frozen=True):
    """How text is marked: in colours, or with signs."""

    colour: bool

    def of(self, what: str, text: str) -> str:
        """Text in the colour of what happened."""
        return f"\x1b[{_COLOURS[what]}m{text}\x1b[0m" if self.colour and text else text

    def faint(self, text: str) -> str:
        """Text that is not the matter."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour and text else text

    def bold(self, text: str) -> str:
        """A heading."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def stretch(self, what: str, text: str) -> str:
        """A stretch of a text within it."""
        if self.colour:
            return f"\x1b[{'9;31' if what == 'gone' else '4;32'}m{text}\x1b[0m"
        return f"[-{text}-]" if what == "gone" else f"{{+{text}+}}"


def rendered(found: Comparison, names: tuple[str, str], ink: Ink) -> str:
    """The whole as text."""
    return "\n".join([*_opening(found, names, ink), *_slides(found, ink)])


def summary(found: Comparison) -> str:
    """How many slides are what, in words."""
    counts = found.counts()
    said = [f"{counts[noun]} {noun}" for noun in _NOUNS if counts[noun]]
    same = counts["kept"]
    if not said and not found.head:
        return f"no difference, {same} slide{'' if same == 1 else 's'}"
    return ", ".join([*(said or ["only the head differs"]), f"{same} the same"])


def _opening(found: Comparison, names: tuple[str, str], ink: Ink) -> Iterator[str]:
    yield ink.bold(f"{names[0]} → {names[1]}")
    yield f"  {summary(found)}"
    if found.head:
        yield ""
        yield ink.bold("the talk")
        yield from _details(found.head, ink)


def _slides(found: Comparison, ink: Ink) -> Iterator[str]:
    for row in found.rows:
        if row.what != "kept" or row.moved:
            yield ""
            yield _heading(row, ink)
            yield from _details(row.details, ink)
            if row.what in ("added", "gone"):
                yield from _whole(row.what, row.after or row.before, ink)


def _heading(row: Row, ink: Ink) -> str:
    number = row.to or row.at
    notes = [f"was {row.at}"] if row.moved else []
    notes += [f"was #{row.was}"] if row.was else []
    told = "moved" if row.moved and row.what == "kept" else row.what
    sign = ink.of("moved" if told == "moved" else row.what, SIGNS[row.what])
    title = f"  {row.title}" if row.title else ""
    about = ink.faint(f"  ({', '.join(notes)})") if notes else ""
    return f"{sign} {number:>3}  {ink.bold(f'#{row.id}')}{title}{about}"


def _whole(what: str, fields: Fields, ink: Ink) -> Iterator[str]:
    """All that a slide says that came or went."""
    for line in lines(fields):
        yield f"       {ink.of(what, f'{SIGNS[what]} {line}')}"


def _details(found: tuple[Detail, ...], ink: Ink) -> Iterator[str]:
    before = ""
    for one in found:
        name = one.way
        label = "" if name == before else name
        first, *rest = _said(one, ink)
        before = name
        if len(name) > _WIDE and label:
            yield f"       {ink.faint(label)}"
            label = ""
        yield f"       {ink.faint(label.ljust(_WIDE))}  {first}"
        yield from (f"       {' ' * _WIDE}  {line}" for line in rest)


def _said(one: Detail, ink: Ink) -> list[str]:
    if one.what == "replaced":
        return _replaced(one.before, one.after, ink)
    if one.what == "moved":
        return [ink.of("moved", f"> {line}") for line in lines(one.after)]
    value, sign = (one.after, "+") if one.what == "added" else (one.before, "-")
    return [ink.of(one.what, f"{sign} {line}") for line in lines(value)] or [sign]


def _replaced(before: Plain, after: Plain, ink: Ink) -> list[str]:
    texts = isinstance(before, str) and isinstance(after, str)
    marks = marked(str(before), str(after)) if texts else ()
    short = texts and len(str(before)) + len(str(after)) <= _SHORT
    if not short and all(mark.what != "same" for mark in marks):
        return [
            *(ink.of("gone", f"- {line}") for line in lines(before)),
            *(ink.of("added", f"+ {line}") for line in lines(after)),
        ]
    pieces = [
        _short(mark.text, number == 0, number == len(marks) - 1)
        if mark.what == "same"
        else ink.stretch(mark.what, mark.text)
        for number, mark in enumerate(marks)
    ]
    return f"~ {''.join(pieces)}".split("\n")


def _short(text: str, first: bool, last: bool) -> str:
    """What is the same, without its middle where that is long."""
    if len(text) <= _LONG:
        return text
    head = "" if first else text[:_SHOWN].rpartition(" ")[0] + " "
    tail = "" if last else " " + text[-_SHOWN:].partition(" ")[2]
    return f"{head}…{tail}"


def record(found: Comparison, names: tuple[str, str]) -> dict[str, Any]:
    """The whole for programs."""
    return {
        "before": names[0],
        "after": names[1],
        "equal": found.equal,
        "counts": found.counts(),
        "head": [_detail(one) for one in found.head],
        "slides": [_row(row) for row in found.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    made: dict[str, Any] = {
        "what": row.what, "id": row.id, "title": row.title, "before": row.at or None,
        "after": row.to or None, "moved": row.moved, "was": row.was or None,
        "changes": [_detail(one) for one in row.details],
    }  # fmt: skip
    if row.what in ("added", "gone"):
        made["slide"] = row.after or row.before
    return made


def _detail(one: Detail) -> dict[str, Any]:
    made: dict[str, Any] = {"path": list(one.path), "what": one.what}
    if one.what != "added":
        made["before"] = one.before
    if one.what != "gone":
        made["after"] = one.after
    return made
