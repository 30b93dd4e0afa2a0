"""Cuts text where a line may break: after white space, and after a hyphen inside a word.

In: a string. Out: cuts as offsets. No widths here. The rules were chosen by comparing with
LibreOffice (docs/analysis/text-measuring.md); plain UAX #14 agrees less often.
"""

from __future__ import annotations

import re

# Space, tab and Unicode's breaking spaces; not U+00A0, U+2007 and U+202F, which glue.
_WHITE = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_END = "\n\u2028\u2029\u000b"
_TOKEN = re.compile(rf"([^{_WHITE}{_END}]*)([{_WHITE}]*)([{_END}]?)")
_HYPHEN = re.compile(r"(?<=[^\W_])[-‐–—](?=[^\W\d_])")
_DASHES = frozenset("-‐–—")
# An address, a handle or a bare domain stays whole.
_WHOLE = re.compile(r"://|@|^\W*www\.|[^\W_]\.[^\W\d_]{2}")


def cuts(text: str) -> list[tuple[int, int, int, bool]]:
    """Atoms as (start, end of the ink, end of the white space, whether a line must end here).

    Every character but the line ends is in exactly one atom. Text that ends with a line end
    has an empty last atom: the empty line behind it. Empty text has no atoms.
    """
    found: list[tuple[int, int, int, bool]] = []
    for match in _TOKEN.finditer(text):
        start, ink = match.span(1)
        white, end = match.span(3)
        hard = white != end
        if end == start:
            break
        if not _DASHES.isdisjoint(match[1]):
            start = _inside(match[1], start, found)
        found.append((start, ink, white, hard))
    if found and found[-1][3]:
        found.append((len(text), len(text), len(text), False))
    return found


def _inside(word: str, start: int, found: list[tuple[int, int, int, bool]]) -> int:
    """Appends the parts of a hyphenated word but the last, and returns where that one starts."""
    if _WHOLE.search(word):
        return start
    offset = start
    for match in _HYPHEN.finditer(word):
        end = offset + match.end()
        found.append((start, end, end, False))
        start = end
    return start
