"""LaTeX → tokens with their places; and what is wrong with a formula, as values.

In: a formula as it was typed. Out: tokens without comments. What they mean is `parser`'s business.
"""

from __future__ import annotations

import re

from msgspec import Struct

_TOKEN = re.compile(
    r"(?P<command>\\(?:[A-Za-z]+\*?|.|\Z))"
    r"|(?P<space>\s+)"
    r"|(?P<comment>%[^\n]*)"
    r"|(?P<digits>\d+(?:\.\d+)?)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
# How people mark a formula as one; what is inside is the formula.
_WRAPPED = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))


class Token(Struct, frozen=True, gc=False):
    """A piece of LaTeX: a command with its backslash, digits, space, or one sign."""

    text: str
    at: int  # offset in the formula as it was typed
    kind: str = "sign"


class Mistake(Struct, frozen=True):
    """What can't be read: a slug, a sentence, where it stands, what to type."""

    slug: str
    message: str
    at: int
    width: int
    hints: tuple[str, ...] = ()


def tokens(latex: str) -> tuple[Token, ...]:
    """The tokens of a formula; signs that only mark it as one are left out."""
    start, end = _inside(latex)
    found = []
    for match in _TOKEN.finditer(latex, start, end):
        kind = match.lastgroup or "sign"
        if kind != "comment":
            found.append(Token(match[0], match.start(), kind))
    return tuple(found)


def comment(latex: str) -> Mistake | None:
    """A per cent sign that swallows the rest of its line."""
    start, end = _inside(latex)
    for match in _TOKEN.finditer(latex, start, end):
        if match.lastgroup == "comment":
            return Mistake(
                "formula-comment",
                "In LaTeX `%` starts a comment: the rest of the line would be lost.",
                match.start(),
                1,
                ("type `\\%` for a per cent sign",),
            )
    return None


def _inside(latex: str) -> tuple[int, int]:
    start = len(latex) - len(latex.lstrip())
    end = len(latex.rstrip())
    for opening, closing in _WRAPPED:
        long_enough = end - start >= len(opening) + len(closing)
        around = latex.startswith(opening, start) and latex.endswith(closing, start, end)
        if long_enough and around and opening not in latex[start + len(opening) : end - 1]:
            return start + len(opening), end - len(closing)
    return start, end
