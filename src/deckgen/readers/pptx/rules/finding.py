"""The shape of a finding about a package: stable code, part, sentence, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from deckgen.base.diagnostics import Diagnostic, Severity
from deckgen.readers.pptx.parts import Parts

Rule = Callable[[Parts], Iterable[Diagnostic]]


def finding(
    code: str, part: str, sentence: str, hint: str = "", severity: Severity = "error"
) -> Diagnostic:
    """A finding; `code` without its area, `sentence` without its full stop."""
    hints = (hint,) if hint else ()
    return Diagnostic(f"pptx/{code}", f"{part}: {sentence}.", None, severity, hints)
