"""Comments that justify a finding: `# deckgen: ignore CODE – reason` → which findings are silent.

In: an outline's bytes; findings. Out: marks, and findings divided by them. What must not be here:
which codes exist (the caller says so).

A mark on a line of its own holds for the slide or key below it, one at the end of a line for that
line, and `ignore-file` for the whole file. An error that stops a build is never silent.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.outline.suggest import nearest
from deckgen.syntax import tree
from deckgen.syntax.comments import Comment, comments
from deckgen.syntax.nodes import Mapping, Node, Sequence
from deckgen.syntax.source import decoded

WORD = "deckgen:"
FORM = "# deckgen: ignore CODE – reason"
_MARK = re.compile(r"deckgen:\s*(?P<what>[\w-]*)\s*(?P<rest>.*)\Z")
_CODE = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_CODES = re.compile(rf"{_CODE.pattern}(?:[\s,]+{_CODE.pattern})*(?=\s|:|\Z)")
_REASON = re.compile(r"\s*(?:–|—|--?|:)?\s*(?P<reason>.*)\Z")
_END = 1 << 30


class Mark(Struct, frozen=True):
    """What one comment justifies: a code on lines `first` to `last` of its file, and why."""

    code: str
    reason: str
    at: Span
    first: int
    last: int
    whole: bool = False  # for the whole file

    def covers(self, found: Diagnostic) -> bool:
        """Whether the finding is what the mark speaks of."""
        if found.code != self.code:
            return False
        if found.span is None:
            return self.whole
        return found.span.file == self.at.file and self.first <= found.span.line <= self.last


class Marks(Struct, frozen=True):
    """The marks of a file, and what is wrong with the way they were typed."""

    marks: tuple[Mark, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


@lru_cache(maxsize=8)
def read(data: bytes, file: str) -> Marks:
    """The marks of a YAML file; a file without any costs next to nothing."""
    text = decoded(data)
    if WORD not in text:
        return Marks()
    typed = [one for one in comments(text, WORD) if one.text.startswith(WORD)]
    units = _units(tree.parse(data, file).value, {}) if any(one.alone for one in typed) else {}
    found = [_read(one, units, text.splitlines(), file) for one in typed]
    marks = [one for marks, _ in found for one in marks]
    return Marks(tuple(marks), tuple(one for _, problem in found for one in problem))


def divide(
    found: Iterable[Diagnostic], marks: Iterable[Mark], errors: bool = False
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings that are said, and those that are justified. `errors`: they may be, too."""
    marks = tuple(marks)
    said: list[Diagnostic] = []
    silent: list[Diagnostic] = []
    for one in found:
        may = errors or one.severity != "error"
        justified = may and any(mark.covers(one) for mark in marks)
        (silent if justified else said).append(one)
    return tuple(said), tuple(silent)


def idle(
    marks: Iterable[Mark],
    said: Iterable[Diagnostic],
    silent: Iterable[Diagnostic],
    whole: bool = True,
) -> Iterator[Diagnostic]:
    """A warning for each mark that justifies nothing.

    Not `whole`: errors keep some from looking, so that what is not found may yet be.
    """
    said, silent = tuple(said), tuple(silent)
    for mark in marks:
        if any(mark.covers(one) for one in silent):
            continue
        if any(mark.covers(one) for one in said):
            yield _warning(
                "check/cannot-ignore",
                f"`{mark.code}` stops the build here, and no comment changes that.",
                mark.at,
                "mend what the error says, and take the comment out",
            )
        elif whole:
            where = "in this file" if mark.whole else "here"
            yield _warning(
                "check/unused-ignore",
                f"Nothing {where} is reported as `{mark.code}`.",
                mark.at,
                "take the comment out; what it justified is gone",
            )


def unknown(marks: Iterable[Mark], known: Iterable[str]) -> Iterator[Diagnostic]:
    """A warning for each mark whose code is no code."""
    known = tuple(known)
    for mark in marks:
        if mark.code not in known:
            hints = nearest(mark.code, known)
            yield _warning(
                "check/unknown-code",
                f"There is no finding `{mark.code}`.",
                mark.at,
                *hints or ("deckgen explain lists all of them",),
            )


def _read(
    comment: Comment, units: dict[int, int], lines: list[str], file: str
) -> tuple[list[Mark], list[Diagnostic]]:
    end = comment.column + len(lines[comment.line - 1][comment.column - 1 :].rstrip())
    at = Span(file, comment.line, comment.column, comment.line, end)
    match = _MARK.match(comment.text)
    codes = match and _CODES.match(match["rest"])
    if match is None or codes is None or match["what"] not in ("ignore", "ignore-file"):
        message = "This comment speaks to deckgen, which does not understand it."
        return [], [_warning("check/bad-ignore", message, at, f"type `{FORM}`")]
    rest = _REASON.match(match["rest"][codes.end() :])
    reason = rest["reason"] if rest else ""
    if not any(map(str.isalnum, reason)):
        return [], [_without_reason(match["what"], codes[0], at)]
    whole = match["what"] == "ignore-file"
    first, last = (1, _END) if whole else _lines(comment, units, lines)
    names = dict.fromkeys(_CODE.findall(codes[0]))
    return [Mark(code, reason, at, first, last, whole) for code in names], []


def _without_reason(what: str, codes: str, at: Span) -> Diagnostic:
    return _warning(
        "check/ignore-without-reason",
        "This comment does not say why, so it has no effect.",
        at,
        f"type the reason: `# deckgen: {what} {codes} – …`",
    )


def _lines(comment: Comment, units: dict[int, int], lines: list[str]) -> tuple[int, int]:
    """The lines that a mark speaks of."""
    if not comment.alone:
        return comment.line, comment.line
    for number in range(comment.line + 1, len(lines) + 1):
        body = lines[number - 1].strip()
        if body and not body.startswith("#"):
            return number, units.get(number, number)
    return comment.line, comment.line


def _units(root: Node | None, ends: dict[int, int]) -> dict[int, int]:
    """The first and the last line of all list items and keys, the outermost of each line."""
    waiting = deque([root] if root is not None else [])
    while waiting:
        node = waiting.popleft()
        parts: list[tuple[int, Node]] = []
        if isinstance(node, Sequence):
            parts = [(item.span.line, item) for item in node.items]
        elif isinstance(node, Mapping):
            parts = [(key.span.line, value) for key, value in node.entries]
        for line, part in parts:
            ends.setdefault(line, max(line, part.span.end_line))
            waiting.append(part)
    return ends


def _warning(code: str, message: str, at: Span, *hints: str) -> Diagnostic:
    return Diagnostic(code, message, at, "warning", hints)
