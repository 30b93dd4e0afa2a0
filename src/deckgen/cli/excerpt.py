"""A finding → the text a person reads: what, where, the line with a caret, what to do.

error[outline/unknown-key]: a slide has no key `poinst`
  --> talk/deck.yaml:7:3
   |
 7 |   poinst:
   |   ^^^^^^
   = did you mean `points`?
"""

from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic, Span

# A line is cut to this many characters around the caret: minified YAML has no line breaks.
WINDOW = 96
COLOURS = {"error": "31", "warning": "33", "note": "36"}


def render(found: Diagnostic, place: str, line: str | None, colour: bool = False) -> str:
    """`place` is file:line:column or a file; `line` is the source line, None when unknown."""
    head = f"{found.severity}[{found.code}]"
    if colour:
        head = f"\x1b[1;{COLOURS[found.severity]}m{head}\x1b[0m"
    parts = [f"{head}: {_clean(found.message)}"]
    margin = len(str(found.span.line)) + 1 if found.span else 3
    if place:
        parts.append(f"{' ' * margin}--> {place}")
    if found.span is not None and line is not None:
        parts += _lines(found.span, line, margin)
    parts += [f"{' ' * margin} = {_clean(hint)}" for hint in found.hints]
    return "\n".join(parts)


def _lines(span: Span, line: str, margin: int) -> list[str]:
    start = max(0, span.column - 1)
    end = span.end_column - 1 if span.end_line == span.line else len(line.rstrip())
    first = max(0, start - WINDOW // 2) if len(line) > WINDOW else 0
    shown = _clean(line[first : first + WINDOW]).rstrip()
    lead = "".join(_blank(c) for c in shown[: start - first])
    marked = shown[start - first : max(end, start + 1) - first]
    caret = "^" * max(1, sum(_cells(c) for c in marked))
    edge = " " * margin + " |"
    return [edge, f"{span.line:>{margin}} | {shown}", f"{edge} {lead}{caret}"]


def _blank(character: str) -> str:
    return "\t" if character == "\t" else " " * _cells(character)


def _cells(character: str) -> int:
    """Columns that a terminal gives a character."""
    if character < "\u0300":
        return 1
    from unicodedata import combining, east_asian_width

    if combining(character):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _clean(text: str) -> str:
    """Without control characters: a terminal would obey them."""
    return "".join(c if (c >= " " and c != "\x7f") or c in "\t\n" else "\ufffd" for c in text)
