"""Cuts text where a line may break: after white space, after a hyphen or a dash inside a word.

In: a string. Out: cuts as offsets. No widths here. The rules are what LibreOffice does with 200
probes (docs/analysis/text-measuring.md); plain UAX #14 agrees less often. A break that is not
sure to happen everywhere, such as inside an address or between digits, is `DOUBTFUL`: lines
are predicted with it, and room is reserved without it.
"""

from __future__ import annotations

import re
from typing import Final

FIRM: Final = 0
DOUBTFUL: Final = 1
HARD: Final = 2

Cut = tuple[int, int, int, int]

# Space, tab and Unicode's breaking spaces; not U+00A0, U+2007 and U+202F, which glue.
_WHITE = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
_ENDS = "\n\u2028\u2029\u000b"
_TOKEN = re.compile(rf"([^{_WHITE}{_ENDS}]*)([{_WHITE}]*)([{_ENDS}]?)")
_MARKS = frozenset("-‐–—!?…|\\")
# UAX #14, LB13: no line starts with one of these, not even behind a space.
_NEVER_FIRST = frozenset("/!?)]},.;:")
# Behind a run of marks, unless punctuation or a quotation mark follows; before a long dash.
_CHANCE = re.compile(r"(?<=\w)(?=—)|[-‐–—!?…|\\]+(?=[^\s\-‐–—!?…|\\‘’“”\"'«»/.,:;)\]}])")
# An address, a handle or a bare domain.
_ADDRESS = re.compile(r"://|@|^\W*www\.|[^\W_]\.[^\W\d_]{2}")


def cuts(text: str) -> list[Cut]:
    """Atoms as (start, end of the ink, end of the white space, FIRM, DOUBTFUL or HARD).

    Every character but the line ends is in exactly one atom. Text that ends with a line end
    has an empty last atom: the empty line behind it. Empty text has no atoms.
    """
    found: list[Cut] = []
    for match in _TOKEN.finditer(text):
        start, ink = match.span(1)
        white, end = match.span(3)
        if end == start:
            break
        if not _MARKS.isdisjoint(match[1]):
            start = _inside(match[1], start, found)
        found.append((start, ink, white, _kind(text, ink, white, end)))
    if found and found[-1][3] == HARD:
        found.append((len(text), len(text), len(text), FIRM))
    return found


def _kind(text: str, ink: int, white: int, end: int) -> int:
    """LibreOffice breaks before `/` and its like only if the space there is past the edge."""
    if white != end:
        return HARD
    clings = ink < white < len(text) and text[white] in _NEVER_FIRST
    return DOUBTFUL if clings else FIRM


def _inside(word: str, offset: int, found: list[Cut]) -> int:
    """Appends the parts of a hyphenated word but the last, and returns where that one starts."""
    address = _ADDRESS.search(word) is not None
    start = offset
    for match in _CHANCE.finditer(word):
        end = match.end()
        firm = not address and match.start() > 0 and _between_letters(word[end - 2 : end + 1])
        if offset + end > start:
            found.append((start, offset + end, offset + end, FIRM if firm else DOUBTFUL))
            start = offset + end
    return start


def _between_letters(three: str) -> bool:
    """Whether a hyphen or dash stands behind a letter or digit and before a letter."""
    return len(three) == 3 and three[0].isalnum() and three[1] in "-‐–—" and three[2].isalpha()
