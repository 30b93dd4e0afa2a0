"""A text of lines into which lines are put, and out of which some are cut; nothing else moves.

In: line numbers from 1 and spans. Out: the text. What must not be here: what the lines mean.
"""

from __future__ import annotations

import re

from deckgen.base.diagnostics import Edit, Span
from deckgen.syntax.edits import Offsets, applied
from deckgen.syntax.nodes import Mapping
from deckgen.syntax.printer import WIDTH, write

# A key with a long text beside it; the text in quotes or not.
_LONG = re.compile(r"(?P<lead>\s*(?:- )*(?:[\w-]+: )?)(?P<quote>[\"']?)(?P<text>.*)(?P=quote)\Z")
_BLOCK = re.compile(r"(\s*).*(?::|-) \|-\Z")


class Sheet:
    """Changes of one text, carried out together at the end."""

    def __init__(self, text: str) -> None:
        """`text` ends with a line's end."""
        self._text = text
        self.lines = text.splitlines()
        self._end = "\r\n" if "\r\n" in text else "\n"
        self._put: dict[int, list[str]] = {}
        self._edits: list[Edit] = []

    def before(self, line: int, lines: list[str]) -> None:
        """Puts lines above a line, below those that were put there before."""
        if lines:
            self._put.setdefault(line, []).extend(lines)

    def cut(self, first: int, last: int) -> None:
        """Takes whole lines out."""
        if last >= first:
            self._edits.append(Edit(Span("", first, 1, last + 1, 1), ""))

    def swap(self, span: Span, text: str, gap: bool = False) -> None:
        """Puts a text in the place of a span's; with `gap`, of the space before it, too."""
        start = span.column
        line = self.lines[span.line - 1]
        while gap and start > 1 and line[start - 2] == " ":
            start -= 1
        at = Span("", span.line, start, span.end_line, span.end_column)
        self._edits.append(Edit(at, text.replace("\n", self._end)))

    def cut_key(self, key: Span, value: Span, flow: bool) -> None:
        """Takes a key and its value out: its lines, or in braces the comma after it, too."""
        if not flow:
            self.cut(key.line, max(key.line, last_line(self.lines, value)))
            return
        rest = re.match(r"\s*,\s*", self.lines[value.end_line - 1][value.end_column - 1 :])
        end = value.end_column + (rest.end() if rest else 0)
        self._edits.append(Edit(Span("", key.line, key.column, value.end_line, end), ""))

    def slice(self, first: Span, last: Span) -> str:
        """What was typed from the beginning of one span to the end of another."""
        offsets = Offsets(self._text)
        start = offsets.at(first.line, first.column)
        return self._text[start : offsets.at(last.end_line, last.end_column)].rstrip()

    def text(self) -> str:
        """The text with all changes."""
        put = [
            Edit(Span("", line, 1, line, 1), "".join(one + self._end for one in lines))
            for line, lines in self._put.items()
        ]
        made = applied(self._text, (*self._edits, *put))
        assert made is not None, "changes of a text overlap"
        return made


def last_line(lines: list[str], span: Span) -> int:
    """The last line that a value takes; blank lines behind it are not its own."""
    last = span.end_line if span.end_column > 1 else span.end_line - 1
    last = max(min(last, len(lines)), span.line)
    while last > span.line and not lines[last - 1].strip():
        last -= 1
    return last


def printed(node: Mapping, indent: int) -> list[str]:
    """The lines of a mapping; long texts are folded at the width of a page."""
    pad, found, inside = " " * indent, [], -1
    for line in write(node).splitlines() if node.entries else ():
        depth = len(line) - len(line.lstrip())
        if inside >= 0 and (not line or depth > inside):
            found.append(pad + line if line else "")
            continue
        block = _BLOCK.match(line)
        inside = len(block[1]) if block else -1
        found += [pad + one for one in _folded(line, WIDTH - indent)]
    return found


def _folded(line: str, width: int) -> list[str]:
    """A line with a text that is too long for it as a folded block; any other as it is."""
    match = _LONG.match(line)
    if len(line) <= width or match is None or not match["lead"].strip():
        return [line]
    text = match["text"]
    hard = "\\" in text or "  " in text or text != text.strip() or text[:1] in ("[", "{", "|", ">")
    if (hard and not (match["quote"] and text[:1] in ("[", "{"))) or "''" in text:
        return [line]
    pad = " " * (len(match["lead"]) - len(match["lead"].lstrip()) + 2)
    pad += "  " * match["lead"].count("- ") if ": " in match["lead"] else ""
    found, row = [], ""
    for word in text.split(" "):
        if row and len(pad) + len(row) + 1 + len(word) > width:
            found.append(pad + row)
            row = word
        else:
            row = f"{row} {word}".strip()
    return [f"{match['lead']}>-", *found, pad + row]
