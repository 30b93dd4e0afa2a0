"""What a stage has to say about its input: values, never exceptions.

A user's mistake is a `Diagnostic` with the place it was made; every stage returns
`Checked`, its value together with what was found.
"""

from __future__ import annotations

from typing import Generic, Literal, TypeVar

from msgspec import Struct

T = TypeVar("T")
Severity = Literal["error", "warning", "note"]


class Span(Struct, frozen=True, gc=False):
    """A stretch of a source file. Lines and columns count from 1; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Origin:
    """Where a value was typed. Equal to every other origin, so that position is not meaning.

    An unchanged slide that moves in its file stays equal to itself, and the memo serves it.
    """

    __slots__ = ("revision", "span")

    def __init__(self, span: Span | None = None, revision: str = "") -> None:
        """`span` is None for a value that nobody typed (a default, a derived text).

        `revision` names what a slide says here; other values have none.
        """
        self.span = span
        self.revision = revision

    def __eq__(self, other: object) -> bool:
        """Always true between origins."""
        return isinstance(other, Origin)

    def __hash__(self) -> int:
        """The same for all, as equality demands."""
        return 0

    def __repr__(self) -> str:
        """Short, for test output."""
        return f"@{self.span.line}:{self.span.column}" if self.span else "@-"


NOWHERE = Origin()


class Edit(Struct, frozen=True, gc=False):
    """A stretch of a source file and what to put in its place. An empty span inserts."""

    span: Span
    text: str


class Diagnostic(Struct, frozen=True):
    """One finding: a stable code (`outline/unknown-key`), a sentence, where, and what to do.

    `edits` are there only where what to type is certain; together they mend it.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = "error"
    hints: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()


class Checked(Struct, Generic[T], frozen=True):
    """A value and what was found on the way to it."""

    value: T
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(d.severity == "error" for d in self.diagnostics)
