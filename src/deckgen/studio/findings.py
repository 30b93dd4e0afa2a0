"""Diagnostics → what the browser lists: the slide that each is about, the line it quotes.

In: diagnostics, where slides begin, a World. Out: Findings, by their places. Pure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.studio.show import Finding, Quote
from deckgen.world import World

QUOTED = 2_000_000  # bytes of the largest file that lines are quoted from
WINDOW = 120  # characters of a line that are shown


Elsewhere = dict[str, list[tuple[int, int, str]]]


class Starts:
    """In which lines each slide stands: in the outline, and in those that slides come from."""

    def __init__(
        self,
        file: str,
        starts: Iterable[tuple[int, str]] = (),
        elsewhere: Iterable[tuple[str, int, int, str]] = (),
    ) -> None:
        """`starts` are pairs of line and slide id, in the order of the lines.

        `elsewhere` has the file, the first and last line with words, and the id of slides that are
        taken from other files.
        """
        self._file = file
        pairs = tuple(starts)
        self._lines = [line for line, _ in pairs]
        self._ids = [name for _, name in pairs]
        self._elsewhere: Elsewhere = {}
        for other, first, last, name in elsewhere:
            self._elsewhere.setdefault(other, []).append((first, last, name))

    def slide(self, span: Span | None) -> str:
        """The slide that a place lies in; empty for the head and for files that no slide is of."""
        if span is None:
            return ""
        if span.file != self._file:
            return self._taken(span)
        number = bisect_right(self._lines, span.line) - 1
        return self._ids[number] if number >= 0 else ""

    def _taken(self, span: Span) -> str:
        """The slide whose words are nearest: others of that file are not in this deck."""
        there = self._elsewhere.get(span.file, ())
        far = [(max(first - span.line, span.line - last, 0), name) for first, last, name in there]
        return min(far, key=lambda one: one[0])[1] if far else ""


def listed(found: Iterable[Diagnostic], starts: Starts, world: World) -> tuple[Finding, ...]:
    """The findings in the order in which they stand in their files, errors first."""
    lines: dict[str, list[str]] = {}
    return tuple(_finding(one, starts, lines, world) for one in sorted(found, key=_order))


def _order(found: Diagnostic) -> tuple[bool, str, int, int]:
    span = found.span
    place = (span.file, span.line, span.column) if span else ("", 0, 0)
    return (found.severity != "error", *place)


def _finding(
    found: Diagnostic, starts: Starts, lines: dict[str, list[str]], world: World
) -> Finding:
    span = found.span
    return Finding(
        found.severity,
        found.code,
        found.message,
        found.hints,
        f"{span.file}:{span.line}:{span.column}" if span else "",
        starts.slide(span),
        _quote(span, lines, world) if span else None,
    )


def _quote(span: Span, lines: dict[str, list[str]], world: World) -> Quote | None:
    if span.file not in lines:
        lines[span.file] = _lines(span.file, world)
    if not 0 < span.line <= len(lines[span.file]):
        return None
    line = lines[span.file][span.line - 1].rstrip()
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = max(0, start - WINDOW // 3) if len(line) > WINDOW else 0
    shown = line[first : first + WINDOW]
    return Quote(shown, start - first, min(max(end, start + 1) - first, len(shown)))


def _lines(file: str, world: World) -> list[str]:
    if (world.size(file) or 0) > QUOTED:
        return []
    text = (world.read(file) or b"").decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
