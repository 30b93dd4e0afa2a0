"""Findings about spaces and dashes → the same with the edits that certainly mend them.

In: the rules' findings and the lines they point at. Out: findings. The rules know texts only as
they are read; here stands what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.syntax.edits import for_line

# A line of a file, by the file's name and the line's number from 1; None where there is none.
Lines = Callable[[str, int], str | None]

# Code → what to look for in the text, and what to type in its place.
INSTEAD = {
    "lint/double-space": (re.compile(r"(?<=\S)[ \t]{2,}(?=\S)"), " "),
    "lint/space-before-mark": (re.compile(r"(?<=\w) (?=[,;:!?.](?:\s|[\"']?\Z))"), ""),
    "lint/hyphen-as-dash": (re.compile(r"(?<=[^\W\d_] )-(?= [^\W\d_])"), "–"),
}
_LITERAL = re.compile(r"`|://|@|\\")  # code, addresses and escapes are left alone


def certain(found: Iterable[Diagnostic], lines: Lines) -> tuple[Diagnostic, ...]:
    """The findings; those whose text can be mended without asking have edits."""
    return tuple(_mended(one, one.span, lines) for one in found)


def _mended(found: Diagnostic, span: Span | None, lines: Lines) -> Diagnostic:
    if found.code not in INSTEAD or span is None or span.line != span.end_line:
        return found
    line = lines(span.file, span.line) or ""
    typed = line[span.column - 1 : span.end_column - 1]
    pattern, instead = INSTEAD[found.code]
    mended = pattern.sub(instead, typed)
    if mended == typed or _LITERAL.search(typed):
        return found
    whole = line[: span.column - 1] + mended + line[span.end_column - 1 :]
    return replace(found, edits=(for_line(span.file, span.line, line, whole),))
