"""Inline marks: a scalar's text → runs, by CommonMark's rules for emphasis, code and links.

`**bold**`, `*em*` or `_em_`, `` `code` ``, `[text](url)` and backslash escapes; whatever does
not pair up stays as typed. What must not be here: variables, YAML, diagnostics.
"""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct

from deckgen.outline.model import Run

SPECIAL = re.compile(r"[\\`*_\[]")
_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`+|\*+|_+|\[|\]|[^\\`*_\[\]]+|\\")
# CommonMark 6.3: a destination in angle brackets, or without spaces and with balanced parentheses
_SIGN = r"[!-/:-@\[-`{-~]"  # what a backslash makes literal
_SLASH = rf"\\{_SIGN}|\\(?!{_SIGN})"
_BARE = rf"(?:{_SLASH}|[^\s()\\])"
_DESTINATION = re.compile(
    rf"\(\s*(?:<((?:{_SLASH}|[^<>\n\\])*)>|"
    rf"((?!<)(?:{_BARE}|\((?:{_BARE}|\({_BARE}*\))*\))*))\s*\)"
)
_UNESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class Link(Struct, frozen=True):
    """A link as it was typed: where it goes, where its text starts, whether it has any."""

    target: str
    offset: int
    label: str


class _Piece(Struct):
    """A stretch of text, or what is left of a delimiter run with the marks it closes and opens."""

    text: str
    code: bool = False
    mark: str = ""  # "*", "_", "[" for delimiters
    size: int = 0  # length of the run as typed
    opens: bool = False
    closes: bool = False
    bold: int = 0  # marks that begin after the text
    italic: int = 0
    unbold: int = 0  # marks that end before the text
    unitalic: int = 0
    link: str | None = None  # on "[": the link that begins here; on "]": "" ends it
    offset: int = 0  # of "[" in the text; of a delimiter among the pieces


def parse(text: str) -> tuple[Run, ...]:
    """The runs of a text."""
    return scan(text)[0]


def scan(text: str) -> tuple[tuple[Run, ...], tuple[Link, ...]]:
    """The runs of a text and its links."""
    if not SPECIAL.search(text):
        return ((Run(text),) if text else ()), ()
    scanner = _Scanner(text)
    scanner.cut()
    _emphasise(scanner.pieces, 0)
    return _runs(scanner.pieces), tuple(scanner.links)


class _Scanner:
    """Cuts a text into pieces and resolves code and links on the way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[_Piece] = []
        self.links: list[Link] = []
        self._brackets: list[int] = []  # indices of "[" that may still begin a link
        self._fences: dict[int, list[int]] | None = None

    def cut(self) -> None:
        index = 0
        while index < len(self.text):
            match = _TOKEN.match(self.text, index)
            assert match is not None
            token = match[0]
            first = token[0]
            if first == "\\":
                self.pieces.append(_Piece(token[1:] or token))
                index = match.end()
            elif first == "`":
                index = self._code(token, match.end())
            elif first in "*_":
                self.pieces.append(self._delimiter(token, index))
                index = match.end()
            elif first == "[":
                self._brackets.append(len(self.pieces))
                self.pieces.append(_Piece("[", mark="[", offset=index))
                index = match.end()
            elif first == "]":
                index = self._bracket(index)
            else:
                self.pieces.append(_Piece(token))
                index = match.end()

    def _code(self, fence: str, start: int) -> int:
        end = self._closing(len(fence), start)
        if end < 0:
            self.pieces.append(_Piece(fence))
            return start
        code = self.text[start:end].replace("\n", " ")
        if code[0] == code[-1] == " " and code.strip():
            code = code[1:-1]
        self.pieces.append(_Piece(code, code=True))
        return end + len(fence)

    def _closing(self, size: int, start: int) -> int:
        """Where the next fence of the same length stands; indexed once, so never quadratic."""
        if self._fences is None:
            self._fences = {}
            for match in re.finditer("`+", self.text):
                self._fences.setdefault(len(match[0]), []).append(match.start())
            for places in self._fences.values():
                places.reverse()
        places = self._fences.get(size, [])
        while places and places[-1] < start:
            places.pop()
        return places[-1] if places else -1

    def _delimiter(self, token: str, index: int) -> _Piece:
        """CommonMark 6.2: left- and right-flanking delimiter runs."""
        end = index + len(token)
        before = _class(self.text[index - 1]) if index else " "
        after = _class(self.text[end]) if end < len(self.text) else " "
        left = after != " " and (after != "." or before in " .")
        right = before != " " and (before != "." or after in " .")
        if token[0] == "_":
            opens = left and (not right or before == ".")
            closes = right and (not left or after == ".")
        else:
            opens, closes = left, right
        return _Piece(token, mark=token[0], size=len(token), opens=opens, closes=closes)

    def _bracket(self, index: int) -> int:
        if not self._brackets:
            self.pieces.append(_Piece("]"))
            return index + 1
        start = self._brackets.pop()
        match = _DESTINATION.match(self.text, index + 1)
        if match is None:
            self.pieces.append(_Piece("]"))
            return index + 1
        target = _UNESCAPE.sub(r"\1", match[1] if match[1] is not None else match[2])
        opening = self.pieces[start]
        _emphasise(self.pieces, start + 1)
        self.links.append(Link(target, opening.offset, self.text[opening.offset + 1 : index]))
        opening.text, opening.link = "", target
        self.pieces.append(_Piece("", link=""))
        self._brackets.clear()  # no links within links
        return match.end()


def _class(char: str) -> str:
    """`" "` for white space, `"."` for punctuation and symbols, `"a"` for the rest."""
    if char.isspace():
        return " "
    return "." if unicodedata.category(char)[0] in "PS" else "a"


def _emphasise(pieces: list[_Piece], start: int) -> None:
    """CommonMark's "process emphasis" over the delimiters from `start` on; spends them all."""
    openers: list[_Piece] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for order, piece in enumerate(pieces[start:]):
        if piece.mark not in ("*", "_"):
            continue
        piece.offset = order
        if piece.closes:
            _close(piece, openers, bottoms)
        if piece.opens and piece.text:
            openers.append(piece)
    for piece in pieces[start:]:
        if piece.mark in ("*", "_"):
            piece.mark = ""


def _close(
    closer: _Piece, openers: list[_Piece], bottoms: dict[tuple[str, bool, int], int]
) -> None:
    key = (closer.mark, closer.opens, closer.size % 3)
    while closer.text:
        found = _opener(closer, openers, bottoms.get(key, -1))
        if found < 0:
            bottoms[key] = closer.offset
            return
        opener = openers[found]
        del openers[found + 1 :]
        if len(opener.text) >= 2 and len(closer.text) >= 2:
            opener.bold, closer.unbold = opener.bold + 1, closer.unbold + 1
            opener.text, closer.text = opener.text[2:], closer.text[2:]
        else:
            opener.italic, closer.unitalic = opener.italic + 1, closer.unitalic + 1
            opener.text, closer.text = opener.text[1:], closer.text[1:]
        if not opener.text:
            openers.pop()


def _opener(closer: _Piece, openers: list[_Piece], bottom: int) -> int:
    for index in range(len(openers) - 1, -1, -1):
        opener = openers[index]
        if opener.offset < bottom:
            return -1
        if opener.mark != closer.mark:
            continue
        both = opener.closes or closer.opens
        if both and (opener.size + closer.size) % 3 == 0 and (opener.size % 3 or closer.size % 3):
            continue
        return index
    return -1


def _runs(pieces: list[_Piece]) -> tuple[Run, ...]:
    """The texts of the pieces, joined where their marks are the same."""
    runs: list[Run] = []
    parts: list[str] = []
    style = (False, False, False, "")
    bold = italic = 0
    link = ""
    for piece in pieces:
        bold -= piece.unbold
        italic -= piece.unitalic
        if piece.text:
            now = (bold > 0, italic > 0, piece.code, link)
            if now != style and parts:
                runs.append(Run("".join(parts), *style))
                parts = []
            style = now
            parts.append(piece.text)
        bold += piece.bold
        italic += piece.italic
        if piece.link is not None:
            link = piece.link
    return (*runs, Run("".join(parts), *style)) if parts else tuple(runs)
