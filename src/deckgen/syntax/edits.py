"""Edits of a text: made from lines that were mended, and carried out on the text.

In: text, lines or spans. Out: edits, or the text with nothing else in it changed. What must not
be here: which edits are wise.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from deckgen.base.diagnostics import Edit, Span


def for_line(file: str, number: int, typed: str, mended: str) -> Edit:
    """What turns one line (counted from 1) into another, no longer than it must be."""
    start = _common(typed, mended)
    rest = min(len(typed), len(mended)) - start
    end = min(_common(typed[::-1], mended[::-1]), rest)
    span = Span(file, number, start + 1, number, len(typed) - end + 1)
    return Edit(span, mended[start : len(mended) - end])


def without_line(file: str, number: int) -> Edit:
    """What takes a whole line out, its end included."""
    return Edit(Span(file, number, 1, number + 1, 1), "")


def clash(some: Iterable[Edit], others: Iterable[Edit]) -> bool:
    """Whether edits touch each other: the text that one knows is gone after the other."""
    others = tuple(others)
    return any(
        _start(one) <= _end(other) and _start(other) <= _end(one)
        for one in some
        for other in others
    )


def applied(text: str, edits: Iterable[Edit]) -> str | None:
    """The text with the edits carried out; None where one lies outside of it, or two overlap."""
    offsets = Offsets(text)
    ranges = sorted((offsets.at(*_start(one)), offsets.at(*_end(one)), one.text) for one in edits)
    parts: list[str] = []
    last = 0
    for start, end, instead in ranges:
        if not last <= start <= end <= len(text):
            return None
        parts += (text[last:start], instead)
        last = end
    return "".join([*parts, text[last:]])


class Offsets:
    """Where lines and columns are in a text."""

    def __init__(self, text: str) -> None:
        """Lines end as YAML counts them, which is how `str.splitlines` does."""
        lengths = [len(line) for line in text.splitlines(keepends=True)]
        self._starts = [0, *accumulate(lengths)]

    def at(self, line: int, column: int) -> int:
        """The offset of a place counted from 1; past the end of the text for a line too many."""
        if line > len(self._starts):
            return self._starts[-1] + 1
        return self._starts[line - 1] + column - 1

    def line(self, offset: int) -> int:
        """The line, counted from 1, that an offset lies in."""
        return bisect_right(self._starts, offset)


def _start(edit: Edit) -> tuple[int, int]:
    return edit.span.line, edit.span.column


def _end(edit: Edit) -> tuple[int, int]:
    return edit.span.end_line, edit.span.end_column


def _common(one: str, other: str) -> int:
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length
