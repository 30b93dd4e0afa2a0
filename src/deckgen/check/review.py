"""A compiled deck → all that is to be said about it: the stages' findings and the rules'.

What comments justify is set apart, and comments that justify nothing are reported themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Severity
from deckgen.check.catalogue import codes
from deckgen.check.typography import Lines, certain
from deckgen.lint import findings
from deckgen.outline import ignores
from deckgen.outline.model import Deck
from deckgen.pipeline import Compiled

RANK: dict[Severity, int] = {"error": 0, "warning": 1, "note": 2}


class Review(Struct, frozen=True):
    """`found` is what a person reads, `ignored` what comments justify, each with its reason."""

    found: tuple[Diagnostic, ...]
    ignored: tuple[tuple[Diagnostic, str], ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings are so grave."""
        return sum(one.severity == severity for one in self.found)

    def fails(self, threshold: Severity | None) -> bool:
        """Whether any finding is as grave as the threshold; with None none is grave enough."""
        return threshold is not None and any(
            RANK[one.severity] <= RANK[threshold] for one in self.found
        )

    @property
    def mendable(self) -> int:
        """How many findings can be mended without a person."""
        return sum(bool(one.edits) for one in self.found)


class Choice(Struct, frozen=True):
    """Which codes are wanted, as patterns (`lint/*`); none selected means all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def has(self, found: Diagnostic) -> bool:
        """Whether a finding is wanted."""
        code = found.code
        if any(fnmatchcase(code, one) for one in self.ignore):
            return False
        return not self.select or any(fnmatchcase(code, one) for one in self.select)

    def idle(self) -> tuple[str, ...]:
        """Patterns that no code matches."""
        both = (*self.select, *self.ignore)
        known = codes() if both else ()
        return tuple(one for one in both if not any(fnmatchcase(code, one) for code in known))


def review(compiled: Compiled, choice: Choice, lines: Lines) -> Review:
    """Everything that is to be said about a deck, without what nobody asked for."""
    looked = certain(findings(compiled), lines)
    rules, silent = ignores.divide(looked, compiled.marks, errors=True)
    said = (*compiled.diagnostics, *rules)
    ignored = (*compiled.ignored, *silent)
    about = (*said, *_about_marks(compiled, said, ignored))
    reasons = tuple((one, _reason(one, compiled.marks)) for one in ignored if choice.has(one))
    return Review(tuple(one for one in about if choice.has(one)), reasons)


def _about_marks(
    compiled: Compiled, said: Iterable[Diagnostic], ignored: Iterable[Diagnostic]
) -> Iterable[Diagnostic]:
    known = frozenset(codes()) if compiled.marks else frozenset()
    yield from ignores.unknown(compiled.marks, known)
    if compiled.deck is not None and not compiled.form:
        file = compiled.deck.file
        own = (one for one in compiled.marks if one.at.file == file and one.code in known)
        # A variant leaves slides out and says others differently: what is ignored may be there.
        whole = not compiled.failed and not compiled.deck.variant and _as_typed(compiled.deck)
        yield from ignores.idle(own, said, ignored, whole)


def _as_typed(deck: Deck) -> bool:
    """Whether no slide has its words from a translation, which has findings of its own."""
    own = (slide.at.span for slide in deck.slides if slide.came is None)
    return all(span is None or span.file == deck.file for span in own)


def _reason(found: Diagnostic, marks: Iterable[ignores.Mark]) -> str:
    return next((mark.reason for mark in marks if mark.covers(found)), "")
