"""stub"""

from __future__ import annotations

from msgspec import Struct
from yaml.error import MarkedYAMLError

from deckgen.base.diagnostics import Diagnostic, Span


class Repair(Struct, frozen=True):
    """The text as it was probably meant (None: no idea), and what was wrong with it."""

    text: str | None
    found: tuple[Diagnostic, ...]


def repair(text: str, file: str, error: MarkedYAMLError) -> Repair:
    m = error.problem_mark
    return Repair(
        None,
        (
            Diagnostic(
                "syntax/invalid",
                str(error.problem),
                Span(file, m.line + 1, m.column + 1, m.line + 1, m.column + 2),
            ),
        ),
    )
