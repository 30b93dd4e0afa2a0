"""Text that is no YAML → the line that was probably meant, proved by parsing it again.

One mistake after the other is repaired in memory and reported with the line to type, so that
the first does not hide the others. What must not be here: how lines are mended (`mending`).
"""

from __future__ import annotations

from msgspec import Struct
from yaml import events
from yaml._yaml import CParser
from yaml.error import MarkedYAMLError

from deckgen.base.diagnostics import Diagnostic, Edit, Span
from deckgen.syntax import edits, mending
from deckgen.syntax.mending import Fix

_REPAIRS = 30  # mistakes after which the rest can wait
_WORK = 200_000  # lines that may be parsed again: about a second
_WINDOW = 60  # lines below a fix that must stay readable for it to count
_DEEP = 200  # nesting at which a trial parse stops; `builder` reports it


class Repair(Struct, frozen=True):
    """The text as it was probably meant (None: no idea), and what was wrong with it."""

    text: str | None
    found: tuple[Diagnostic, ...]


class _Place(Struct, frozen=True):
    """Where the parser gave up, and where it had begun what it could not finish (from 0)."""

    line: int
    column: int
    began: int

    @property
    def reached(self) -> int:
        """The line up to which all was well."""
        return self.began if self.began >= 0 else self.line


def repair(text: str, file: str, error: MarkedYAMLError) -> Repair:
    """Mends what the parser refuses, mistake by mistake."""
    typed = text.splitlines()
    lines = list(typed)
    found: list[Diagnostic] = []
    work = _WORK
    failure: MarkedYAMLError | None = error
    while failure is not None:
        place = _place(failure)
        fix, work = _fix(lines, place, work)
        if fix is None or len(found) >= _REPAIRS:
            return Repair(None, (*found, _unexplained(failure, place, file, lines)))
        found.append(_diagnostic(fix, file, typed))
        for number, line in fix.lines.items():
            lines[number] = line
        work -= len(lines)
        if work < 0:
            return Repair(None, tuple(found))
        failure = _error("\n".join(lines))
    return Repair("\n".join(lines) + "\n", tuple(found))


def _fix(lines: list[str], place: _Place, work: int) -> tuple[Fix | None, int]:
    """The first way to mend the place that the parser accepts, and the work that is left."""
    line = place.line if place.line < len(lines) and lines[place.line].strip() else place.reached
    line = min(line, len(lines) - 1)
    alone = _error(lines[line].strip()) is None
    began = min(max(place.began, 0), len(lines) - 1)
    for fix in mending.candidates(lines, line, began, alone):
        end = max(line, *fix.lines) + _WINDOW
        work -= min(end, len(lines))
        if work < 0:
            break
        trial = list(lines[:end])
        for number, mended in fix.lines.items():
            trial[number] = mended
        failure = _error("\n".join(trial) + "\n")
        if failure is None or _further(_place(failure), place):
            return fix, work
    return None, work


def _further(now: _Place, before: _Place) -> bool:
    """Whether the parser gets further than it did; past an indentation counts, too."""
    if now.reached == before.reached:
        return before.column == 0 < now.column and now.line == before.line
    return now.reached > before.reached


def _error(text: str) -> MarkedYAMLError | None:
    """What the parser refuses first."""
    get = CParser(text).get_event
    depth = 0
    try:
        while (event := get()) is not None and depth < _DEEP:
            if isinstance(event, events.CollectionStartEvent):
                depth += 1
            elif isinstance(event, events.CollectionEndEvent):
                depth -= 1
    except MarkedYAMLError as error:
        return error
    return None


def _place(error: MarkedYAMLError) -> _Place:
    problem, context = error.problem_mark, error.context_mark
    unfinished = any(word in str(error.context) for word in ("quoted", "flow", "simple key"))
    began = context.line if context is not None and unfinished else -1
    if problem is None:
        return _Place(0, 0, began)
    return _Place(problem.line, problem.column, began)


def _diagnostic(fix: Fix, file: str, typed: list[str]) -> Diagnostic:
    line = min(fix.lines)
    span = Span(file, line + 1, fix.column + 1, line + 1, fix.column + 1 + fix.width)
    how = tuple(_edit(file, number, typed[number], fix.lines[number]) for number in fix.lines)
    return Diagnostic(fix.code, fix.message, span, hints=fix.hints, edits=how * fix.certain)


def _edit(file: str, number: int, typed: str, mended: str) -> Edit:
    if typed and not mended:
        return edits.without_line(file, number + 1)
    return edits.for_line(file, number + 1, typed, mended)


def _unexplained(error: MarkedYAMLError, place: _Place, file: str, lines: list[str]) -> Diagnostic:
    """The parser's own words, where nothing better is known."""
    line = min(place.reached, max(len(lines) - 1, 0))
    column = place.column if line == place.line else 0
    return Diagnostic(
        "syntax/unreadable",
        f"YAML can't read this line: {error.problem}.",
        Span(file, line + 1, column + 1, line + 1, column + 2),
        hints=(
            "put the text in double quotes, and start the line in the same column as its "
            "neighbours",
        ),
    )
