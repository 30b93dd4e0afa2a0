"""Values → text that XML and HTML can carry.

In: strings that people typed. Out: the same with markup escaped and what XML forbids left out.
Not here: elements, and escapes that only one format has.
"""

from __future__ import annotations

import re

# Markup, and line ends and tabs, which an attribute would lose.
REPLACEMENTS = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    '"': "&quot;",
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\v": " ",
}
# What XML 1.0 (2.2) forbids, and markup.
_ODD = re.compile('[\x00-\x1f<>&"\ud800-\udfff\ufffe\uffff]')


def escaped(value: str) -> str:
    """Character data, or an attribute's value without its quotes."""
    return _ODD.sub(_replace, value) if _ODD.search(value) else value


def _replace(match: re.Match[str]) -> str:
    return REPLACEMENTS.get(match[0], "")
