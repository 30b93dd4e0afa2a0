"""Marks that are none: HTML, and marks that were begun and not ended → what to type instead.

In: a text as typed and the runs that were read from it. Out: slips. What must not be here:
links that are whole (that is `links`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from deckgen.outline.model import Run

_TAG = (
    r"</?(?:a|b|i|u|s|p|br|hr|em|ul|ol|li|td|tr|th|h[1-6]|div|img|sub|sup|big|del|mark|font|span"
    r"|small|table|center|strong)(?:\s[^<>]*)?/?>"
)
_HTML = re.compile(rf"{_TAG}|&(?:#\d{{1,7}}|#x[0-9a-f]{{1,6}}|[a-z]{{2,8}}\d?);", re.I)
_BOLD = re.compile(r"\*\*(?=[^\s*])|(?<=[^\s*])\*\*")
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()]*)")
_DOT = re.compile(r"\A[•‣▪◦●○]\s+(?=\S)")
_INSTEAD = {"b": "**…**", "strong": "**…**", "i": "_…_", "em": "_…_"}


class Slip(Struct, frozen=True):
    """What looks like a mark and is none, where it stands, and what to type."""

    code: str
    message: str
    offset: int
    width: int
    hints: tuple[str, ...]
    instead: str | None = None  # what was certainly meant in its place


def find(typed: str, runs: tuple[Run, ...]) -> Iterator[Slip]:
    """The first slip of each sort."""
    for pattern, say in ((_HTML, _html), (_BOLD, _bold), (_LINK, _link), (_DOT, _dot)):
        matches = (m for run in runs if not run.code for m in pattern.finditer(run.text))
        for match in matches:
            offset = _typed(match, typed)
            if offset >= 0:
                code, message, *hints = say(match)
                yield Slip(code, message, offset, len(match[0]), tuple(hints), _sure(code, match))
                break


def html(typed: str) -> Iterator[Slip]:
    """The first piece of HTML in a text that has no marks of ours either."""
    if (match := _HTML.search(typed)) is not None:
        code, message, *_ = _html(match)
        yield Slip(
            code, message, match.start(), len(match[0]), ("take it out: this is plain text",)
        )


def _sure(code: str, match: re.Match[str]) -> str | None:
    """What the match certainly stands for; None where several things may be meant."""
    if code == "bullet":
        return ""
    if code == "html":
        from html import unescape

        sign = unescape(match[0])
        return sign if match[0][0] == "&" and len(sign) == 1 and sign.isprintable() else None
    if code == "open-link":
        return _closed(match)
    return None


def _closed(match: re.Match[str]) -> str | None:
    """A link with the parenthesis that ends it, or with its spaces as a web address has them."""
    target, rest = match[2], match.string[match.end() :]
    if rest[:1] == ")" and target.strip():
        return f"[{match[1]}]({target.strip().replace(' ', '%20')}"
    if not rest and target and " " not in target:
        return f"{match[0]})"
    return None


def _typed(match: re.Match[str], typed: str) -> int:
    """Where it was typed so; -1 where a backslash made it literal or a variable brought it."""
    before = match.string[max(match.start() - 3, 0) : match.start()]
    found = typed.find(before + match.string[match.start() : match.end() + 3])
    offset = found + len(before)
    return -1 if found < 0 or (offset and typed[offset - 1] == "\\") else offset


def _html(match: re.Match[str]) -> tuple[str, ...]:
    from html import unescape

    typed = match[0]
    said = ("html", f"`{typed}` is HTML; the slide shows it as it was typed.")
    literal = f"to show it, type `\\{typed}`"
    name = re.sub(r"\W", " ", typed).split()[0].lower() if typed[0] == "<" else ""
    if name == "br":
        return (*said, 'for a new line type \\n in double quotes: "one\\ntwo"', literal)
    if name in _INSTEAD:
        return (*said, f"type {_INSTEAD[name]}", literal)
    if name:
        return (
            *said,
            "take it out; marks are **bold**, _em_, `code` and [link](https://…)",
            literal,
        )
    if (sign := unescape(typed)) == "\xa0":
        return (
            *said,
            "type a space; one that keeps words together is \\_ in double quotes",
            literal,
        )
    if sign == typed:
        return (*said, "take it out", literal)
    return (*said, f"type the character itself: {sign}", literal)


def _bold(_: re.Match[str]) -> tuple[str, ...]:
    return (
        "open-mark", "`**` begins or ends bold words, and the other one is missing.",
        "type **word**, without spaces inside the stars", "to show the stars, type `\\*\\*`",
    )  # fmt: skip


def _dot(_: re.Match[str]) -> tuple[str, ...]:
    return (
        "bullet", "This text starts with a bullet; the template draws those of a list.",
        "take it out: the dash before the text is enough",
    )  # fmt: skip


def _link(match: re.Match[str]) -> tuple[str, ...]:
    label, target = match[1], match[2].strip()
    hint = f"type [{label}]({target.replace(' ', '%20') or 'https://…'})"
    return "open-link", "This link has no end.", hint, "to show the brackets, type `\\[`"
