"""`{{stad}}-{{datum}}.pptx` and a row's texts → a file name that every system takes.

In: patterns and texts. Out: relative paths with forward slashes, which never lead out of the
folder that they are in. What must not be here: whether such a file exists.
"""

from __future__ import annotations

import re
import unicodedata

from deckgen.outline.ids import slug

PLACE = re.compile(r"\{\{\s*([\w.-]+)\s*\}\}")
SUFFIX = ".pptx"
_LONGEST = 48  # characters of a value in a name, as of an id
# Names of devices, which Windows gives no file whatever their suffix.
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\Z")


def places(pattern: str) -> tuple[str, ...]:
    """The names that a pattern wants values for, each once."""
    return tuple(dict.fromkeys(PLACE.findall(pattern)))


def named(pattern: str, values: dict[str, str]) -> str:
    """The path that a pattern makes of values; empty where a part of it would have no name."""
    filled = PLACE.sub(lambda match: safe(values.get(match[1], "")), pattern)
    parts = filled.removesuffix(SUFFIX).split("/")
    return "" if any(_nameless(part) for part in parts) else "/".join(map(_own, parts)) + SUFFIX


def typed(path: str) -> str:
    """The path that somebody typed into a cell, each of its parts made safe; may be empty."""
    stem = re.sub(r"\.pptx\Z", "", path.strip(), flags=re.IGNORECASE)
    parts = [safe(part) for part in re.split(r"[/\\]", stem)]
    found = [part for part in parts if part]
    return "/".join(map(_own, found)) + SUFFIX if found else ""


def safe(text: str) -> str:
    """A text as part of a file name: lower-case letters and digits with hyphens between words.

    Letters beyond ASCII lose their marks; where they have no such form (東京), all stay.
    """
    letters = unicodedata.normalize("NFC", text)
    if all(char.isascii() or slug(char) for char in letters if char.isalnum()):
        return slug(text)
    return "-".join(re.findall(r"[^\W_]+", letters.lower()))[:_LONGEST]


def _nameless(part: str) -> bool:
    """Whether nothing is left of a part but what joined its values."""
    return not any(char.isalnum() for char in part)


def _own(part: str) -> str:
    stripped = re.sub(r"-{2,}", "-", part).strip().rstrip("-.")
    return f"{stripped}-" if _DEVICES.match(stripped.lower()) else stripped
