"""How a text is quoted in YAML, and how a typed line looks with its text quoted.

Strings in, strings out. What must not be here: nodes, diagnostics.
"""

from __future__ import annotations

import re

# indentation and dashes; a key; the value
_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?:(?P<key>[A-Za-z_][\w-]*):\s+)?(?P<value>.*?)\s*$")
_LOWER_KEY = re.compile(r"[a-z][a-z_-]*\Z")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`=")
_UNSAFE = re.compile(r": |:$| #|[\t\n\r\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]|^\s|\s$")
_NOT_IN_BLOCK = re.compile(
    "[\t\r\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]| \n| \\Z"
)
_SPECIAL = {"\n": "\\n", "\t": "\\t", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_CONTROL = re.compile('["\\\\\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]')


def plain_is_safe(text: str, flow: bool = False) -> bool:
    """Whether YAML reads the text as itself without quotes (`flow`: inside brackets)."""
    if not text or text == "~" or _UNSAFE.search(text) or text in ("---", "...", "<<"):
        return False
    if text[0] in _INDICATORS and not (
        text[0] in "-?:" and len(text) > 1 and text[1] not in " ,[]{}"
    ):
        return text[0] == "=" and not flow
    if text[0] == "-" and text.startswith("---"):
        return False
    return not (flow and re.search(r"[,\[\]{}?]|:\S", text))


def quote(text: str) -> str:
    """The text in quotes; single ones where double ones would need escapes."""
    if not _CONTROL.search(text):
        return f'"{text}"'
    if "'" not in text and not re.search(
        "[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]", text
    ):
        return f"'{text}'"
    return '"' + _CONTROL.sub(_escape, text) + '"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    return _SPECIAL.get(char) or (
        f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}"
    )


def split_line(raw: str) -> tuple[str, str, str]:
    """Indentation with dashes, `key: ` (or nothing) and the value of a line."""
    match = _LINE.match(raw)
    if match is None:
        return "", "", raw
    key = f"{match['key']}: " if match["key"] else ""
    return match["lead"], key, match["value"]


def unquoted(value: str) -> str:
    """The value without the quotes around it, closed or not."""
    if value[:1] in ("'", '"'):
        mark = value[0]
        inner = value[1:]
        # The second mark opens words within the text: the first and the last are a pair.
        wraps = value.count(mark) % 2 or value.count(mark) == 2 or inner.split(mark)[0][-1:] == " "
        if inner.endswith(mark) and wraps:
            return inner[:-1]
        if mark not in inner:
            return inner
    return value


def quoted_line(raw: str) -> str:
    """The line with its text quoted: after `key: ` where the key is a lower-case word, else all."""
    lead, key, value = split_line(raw)
    if key and not _LOWER_KEY.match(key[:-2]):
        key, value = "", key + value
    return f"{lead}{key}{quote(unquoted(value))}" if value else raw


def block_is_safe(text: str) -> bool:
    """Whether the text has line breaks and a literal block (`|-`) keeps it as it is."""
    if "\n" not in text or text[0] in " \n" or text[-1] == "\n":
        return False
    return not _NOT_IN_BLOCK.search(text)
