"""What is YAML but hardly what was meant: swallowed hashtags, merge keys, tags, stray aliases.

Nodes and their source line go in, diagnostics with the line to type instead come out.
"""

from __future__ import annotations

import re

from deckgen.base.diagnostics import Diagnostic, Edit, Span
from deckgen.syntax import edits
from deckgen.syntax.nodes import Scalar
from deckgen.syntax.quoting import quoted_line, split_line

_COMMENT = re.compile(r"\s#")
_HASHTAG = re.compile(r"[ \t]#\w")
_LIST_LINE = re.compile(r"\s*-\s")


class Oddities:
    """Looks at the plain scalars of one text. `found` holds what it saw."""

    def __init__(self, text: str, file: str) -> None:
        """The lines are cut only when something odd turns up."""
        self.found: list[Diagnostic] = []
        self._text = text
        self._file = file
        self._lines: list[str] = []
        self._hashtags = _lines_with(_HASHTAG, text)

    def line(self, number: int) -> str:
        """A line of the text, counted from 1."""
        if not self._lines:
            self._lines = self._text.splitlines() or [""]
        return self._lines[number - 1] if number <= len(self._lines) else ""

    def look(self, node: Scalar) -> None:
        """Reports what the plain scalar has lost to a comment or taken in by wrong indentation."""
        span = node.span
        if span.end_line in self._hashtags:
            self._hashtag(node)
        if span.end_line > span.line:
            self._joined(node)

    def no_key(self, span: Span) -> Diagnostic:
        """A list or a mapping where a key should be, often `{{variable}}` without quotes."""
        raw = self.line(span.line)
        return Diagnostic(
            "syntax/no-key",
            "A line that starts with a bracket is no text to YAML.",
            span,
            hints=_quoted(raw),
            edits=self._quotes(span),
        )

    def tag(self, tag: str, span: Span) -> Diagnostic:
        """`!word` says how to read a value; an outline has no use for that."""
        shown = tag.replace("tag:yaml.org,2002:", "!!")
        raw = self.line(span.line)
        return Diagnostic(
            "syntax/tag",
            f"`{shown}` is a YAML tag, not text.",
            span,
            hints=_quoted(raw, "if it is text, quote it: {}"),
            edits=() if shown.startswith("!!") else self._quotes(span),
        )

    def unknown_alias(self, name: str, span: Span) -> Diagnostic:
        """`*word` refers to `&word`, which is nowhere."""
        return Diagnostic(
            "syntax/unknown-alias",
            f"YAML reads `*{name}` as a reference, and there is no `&{name}` before it.",
            span,
            hints=_quoted(self.line(span.line), "if it is text, quote it: {}"),
            edits=self._quotes(span),
        )

    def _quotes(self, span: Span) -> tuple[Edit, ...]:
        """The line with its text quoted, where all of the text stands on it and no comment."""
        raw = self.line(span.line)
        lead, key, value = split_line(raw)
        if span.end_line > span.line or not value or _COMMENT.search(value):
            return ()
        if span.column != len(lead) + len(key) + 1:
            return ()
        return (edits.for_line(self._file, span.line, raw, quoted_line(raw)),)

    def _hashtag(self, node: Scalar) -> None:
        raw = self.line(node.span.end_line)
        rest = raw[node.span.end_column - 1 :]
        if (match := re.match(r"\s*(#\w\S*)", rest)) is None:
            return
        column = node.span.end_column + match.start(1)
        line = node.span.end_line
        self.found.append(
            Diagnostic(
                "syntax/swallowed-hashtag",
                f"YAML takes `{match[1]}` and what follows for a comment: it is on no slide.",
                Span(self._file, line, column, line, column + len(match[1])),
                "warning",
                (*_quoted(raw), "if it is a comment, put a space after the #"),
            )
        )

    def _joined(self, node: Scalar) -> None:
        span = node.span
        for number in range(span.line + 1, span.end_line + 1):
            raw = self.line(number)
            if _LIST_LINE.match(raw):
                column = len(raw) - len(raw.lstrip()) + 1
                place = Span(self._file, number, column, number, len(raw) + 1)
                self.found.append(_swallowed(raw, place, span.line, self.line(span.line)))


def _lines_with(pattern: re.Pattern[str], text: str) -> set[int]:
    lines: set[int] = set()
    line, index = 1, 0
    for match in pattern.finditer(text):
        line += text.count("\n", index, match.start())
        index = match.start()
        lines.add(line)
    return lines


def _swallowed(raw: str, span: Span, above: int, before: str) -> Diagnostic:
    lead, key, _ = split_line(before)
    if key.islower():
        return Diagnostic(
            "syntax/swallowed-line",
            f"The text of `{key.strip()}` goes on here, for YAML; this looks like a list below it.",
            span,
            "warning",
            (
                f"type `points:` in column {len(lead) + 1} on a line of its own, and below it this",
                "if it is text, put the whole text in double quotes",
            ),
        )
    return Diagnostic(
        "syntax/swallowed-line",
        "This line is indented more than the one above, so YAML adds it to that text.",
        span,
        "warning",
        (
            f"for a point of its own, start it in the column of line {above}: {raw.strip()}",
            "for a point under a point, end the line above with a colon",
        ),
    )


def merge_key(key: Scalar) -> Diagnostic:
    """`<<:` mixes mappings; outlines have `defaults:` for that."""
    return Diagnostic(
        "syntax/merge-key",
        "`<<` (a YAML merge key) is not part of the outline language.",
        key.span,
        hints=("write the keys out, or put what all slides share under `defaults:`",),
    )


def duplicate_key(key: Scalar, first: Scalar) -> Diagnostic:
    """The same key twice in one mapping."""
    return Diagnostic(
        "syntax/duplicate-key",
        f"`{key.text}` stands here a second time; the first is in line {first.span.line}.",
        key.span,
        hints=(f"keep one of the two; a new slide starts with `- `, as in `- {key.text}: …`",),
    )


def alias_to_itself(name: str, span: Span) -> Diagnostic:
    """`&a [*a]`: a list that holds itself."""
    return Diagnostic(
        "syntax/alias-to-itself",
        f"`*{name}` stands inside `&{name}`: it would contain itself without end.",
        span,
        hints=(f"write out what should stand here instead of `*{name}`",),
    )


def _quoted(raw: str, form: str = "quote the text: {}") -> tuple[str, ...]:
    return (form.format(f"`{quoted_line(raw).strip()}`"),)
