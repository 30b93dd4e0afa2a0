"""Bytes → text: the encoding, the size, the characters that no outline may hold.

Comes out: text that the YAML parser accepts, or the findings that say why not. What must not
be here: anything about YAML.
"""

from __future__ import annotations

import codecs
import re

from deckgen.base.diagnostics import Checked, Diagnostic, Edit, Span

LIMIT = 10_000_000  # bytes; a thousand slides are about 400,000
# YAML 1.1, 5.1: what is not printable. A class beyond Latin-1 would cost 3 ms to compile.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ODD = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
_ODD_INDENT = re.compile(rf"^ *[{_ODD}][ {_ODD}]*(?=- |[a-z]+:(?:\s|$))", re.M)
_SPACES = {"\u00a0": "a no-break space", "\u202f": "a narrow no-break space"}
_NO_CHARACTERS = "\ufeff\ufffe\uffff"
_SAVE_AS = "save the file as UTF-8 (in most editors: Save with encoding … UTF-8)"
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def read(data: bytes, file: str) -> Checked[str | None]:
    """The text of a file, without byte order mark; None when it is no text."""
    if len(data) > LIMIT:
        return Checked(None, (too_large(len(data), file),))
    if data[:2] in _UTF16:
        return _utf16(data, file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Checked(None, (_undecodable(data, error, file),))
    bad = _first_unprintable(text)
    return _indented(text, file) if bad < 0 else Checked(None, (_unprintable(text, bad, file),))


def decoded(data: bytes) -> str:
    """The text of a file as far as it can be read, without byte order mark: to quote from."""
    encoding = "utf-16" if data[:2] in _UTF16 else "utf-8-sig"
    return data.decode(encoding, errors="replace")


def _indented(text: str, file: str) -> Checked[str | None]:
    """No-break and other spaces before keys and dashes taken for the spaces that were meant."""
    if text.isascii() or (match := _ODD_INDENT.search(text)) is None:
        return Checked(text)
    odd = next(index for index in range(match.start(), match.end()) if text[index] != " ")
    name = _SPACES.get(text[odd], "an unusual space")
    found = Diagnostic(
        "syntax/no-break-space",
        f"This line is indented with {name} (U+{ord(text[odd]):04X}), which YAML takes for text.",
        place(text, odd, file),
        hints=("type plain spaces; such a space comes along from web pages and word processors",),
        edits=_plain_spaces(text, file),
    )
    return Checked(_ODD_INDENT.sub(lambda found: " " * len(found[0]), text), (found,))


def _plain_spaces(text: str, file: str) -> tuple[Edit, ...]:
    found: list[Edit] = []
    line, index = 1, 0
    for match in _ODD_INDENT.finditer(text):
        line += text.count("\n", index, match.start())
        index = match.start()
        found.append(Edit(Span(file, line, 1, line, len(match[0]) + 1), " " * len(match[0])))
    return tuple(found)


def too_large(size: int, file: str) -> Diagnostic:
    """The finding for a file over the limit; nobody needs to have read it."""
    return Diagnostic(
        "syntax/too-large",
        f"This file has {size / 1e6:.0f} MB; an outline may have {LIMIT // 1_000_000} MB.",
        Span(file, 1, 1, 1, 1),
        hints=("is this the outline? a thousand slides take less than half a megabyte",),
    )


def place(text: str, index: int, file: str, width: int = 1) -> Span:
    """The span of `width` characters at an index into the text."""
    before = text[:index].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return Span(file, line, column, line, column + width)


def _first_unprintable(text: str) -> int:
    match = _CONTROL.search(text)
    places = [text.find(char) for char in _NO_CHARACTERS if char in text]
    return min([*places, *([match.start()] if match else [])], default=-1)


def _utf16(data: bytes, file: str) -> Checked[str | None]:
    try:
        text = data[2:].decode(_UTF16[data[:2]])
    except UnicodeDecodeError:
        found = Diagnostic(
            "syntax/encoding",
            "This file starts as UTF-16 but breaks off inside a character.",
            Span(file, 1, 1, 1, 1),
            hints=(_SAVE_AS,),
        )
        return Checked(None, (found,))
    return read(text.encode("utf-8", "surrogatepass"), file)


def _undecodable(data: bytes, error: UnicodeDecodeError, file: str) -> Diagnostic:
    head = data[: error.start].decode("utf-8", "replace")
    span = place(head.removeprefix("\ufeff"), len(head), file)
    if b"\0" in data[:4096]:
        return _binary(file)
    line = data[data.rfind(b"\n", 0, error.start) + 1 :].split(b"\n", 1)[0]
    guess = line.decode("cp1252", "replace").strip()[:60]
    return Diagnostic(
        "syntax/encoding",
        f"Byte 0x{data[error.start]:02X} is not UTF-8.",
        span,
        hints=(_SAVE_AS, f"the line was probably meant to read: {guess}"),
    )


def _unprintable(text: str, index: int, file: str) -> Diagnostic:
    char = text[index]
    if char == "\0":
        return _binary(file)
    return Diagnostic(
        "syntax/control-character",
        f"Here stands an invisible character (U+{ord(char):04X}) that YAML does not allow.",
        place(text, index, file),
        hints=("delete it; it often comes along when text is pasted from a PDF",),
    )


def _binary(file: str) -> Diagnostic:
    return Diagnostic(
        "syntax/binary",
        "This is not a text file.",
        Span(file, 1, 1, 1, 1),
        hints=("give the outline's file (deck.yaml), not a picture or a presentation",),
    )
