"""A finding → a workflow command, which GitHub shows beside the line that it is about.

::error file=talk/deck.yaml,line=7,col=3,endLine=7,endColumn=9,title=outline/unknown-key::A slide …
"""

from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def render(found: Diagnostic, file: str) -> str:
    """One line. `file` is relative to the root of the repository; empty where there is none."""
    facts: dict[str, object] = {}
    if found.span and file:
        span = found.span
        facts = {"file": file, "line": span.line}
        if span.end_line == span.line:  # GitHub takes columns within one line only
            facts |= {"col": span.column, "endLine": span.line, "endColumn": span.end_column}
        else:
            facts |= {"endLine": span.end_line}
    facts["title"] = found.code
    said = ",".join(f"{name}={_property(str(value))}" for name, value in facts.items())
    message = "\n".join((found.message, *found.hints))
    return f"::{LEVELS[found.severity]} {said}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
