"""What a rule is: a code, how grave it is, why it is one, and the function that looks for it.

A rule's function takes a `Talk` and gives a `Found` for each place; what is the same for all of
its findings stands in the rule, once, and the catalogue of codes is made from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Severity, Span
from deckgen.lint.talk import Talk

# What a rule needs to be right: single texts, a deck without mistakes, or a Scene.
Needs = Literal["texts", "deck", "scene"]


class Found(Struct, frozen=True):
    """One place where a rule is broken. Without `hint`, the rule's own advice is given."""

    message: str
    span: Span | None
    hint: str = ""


Check = Callable[[Talk], Iterator[Found]]


class Rule(Struct, frozen=True):
    """A rule. `code` is its name (`lint/no-alt`); the others are sentences for a reader."""

    code: str
    severity: Severity
    summary: str
    why: str
    fix: str
    needs: Needs
    check: Check

    def findings(self, talk: Talk) -> Iterator[Diagnostic]:
        """What this rule finds."""
        for one in self.check(talk):
            hint = one.hint or self.fix
            yield Diagnostic(self.code, one.message, one.span, self.severity, (hint,))
