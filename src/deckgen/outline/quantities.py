"""Types of values that are no text: numbers, yes or no, dates.

What must not be here: types of texts (`values`), mappings (`records`).
"""

from __future__ import annotations

import re
from typing import ClassVar

from deckgen.outline.reader import Reader
from deckgen.outline.values import Plain, Schema, Type, scalar
from deckgen.syntax.nodes import Node, Scalar

# A comma before three digits may divide thousands.
_DECIMAL = re.compile(r"[-+]?\d+,(?!\d{3}\Z)\d+\Z")
_THOUSANDS = re.compile(r"[-+]?\d{1,3}((\.\d{3}){2,}|(,\d{3}){2,}|([ \u00a0\u202f]\d{3})+)\Z")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)\Z")
_FRACTION = re.compile(r"(\d{0,6}) ?([¼½¾])\Z")
_HUGE = re.compile(r"[-+]?\d+(?:\.\d+)?e\+?\d+\Z", re.I)


class Number(Type[float]):
    """A number. `least` and `most` bound it, `whole` wants no fraction."""

    name = "number"

    def __init__(
        self, least: float | None = None, most: float | None = None, whole: bool = False
    ) -> None:
        """See the class."""
        self._least, self._most, self._whole = least, most, whole

    def read(self, node: Node, reader: Reader) -> float | None:
        """See Type.read."""
        typed = scalar(node, reader, "a number")
        if typed is None:
            return None
        value = number(typed.text)
        if value is None:
            said, hint = f"`{typed.text}` is no number.", self._hint(typed)
            if _HUGE.match(typed.text.strip()):
                said, hint = f"`{typed.text}` is too large a number.", "type a smaller one"
            reader.report("bad-number", said, node.span, hint)
            if _DECIMAL.match(typed.text.strip()):
                reader.instead(node.span, typed.text.strip().replace(",", "."))
            return None
        low, high = self._least, self._most
        if (low is not None and value < low) or (high is not None and value > high):
            reader.report("bad-number", f"{typed.text} is out of range.", node.span, self._range())
            return None
        if self._whole and value != int(value):
            reader.report(
                "bad-number", f"{typed.text} is no whole number.", node.span, f"type {round(value)}"
            )
            return None
        return int(value) if self._whole else value

    def _hint(self, node: Scalar) -> str:
        text = node.text.strip()
        if (meant := _meant(text)) is not None:
            return f"type {meant}"
        digits = re.search(r"[-+]?\d+(?:[.,]\d+)?", text)
        if digits is None:
            return "type digits, for example 12 or 2.5"
        shown = f"type {digits[0].replace(',', '.')}"
        return f'{shown} and put the sign once in `unit: "%"`' if text.endswith("%") else shown

    def _range(self) -> str:
        if self._most is None:
            return f"type {self._least:g} or more"
        return f"type a number between {self._least:g} and {self._most:g}"

    def write(self, value: float) -> Node:
        """See Type.write."""
        return Scalar(digits(value))

    def schema(self) -> Schema:
        """See Type.schema."""
        found: Schema = {"type": "integer" if self._whole else "number"}
        if self._least is not None:
            found["minimum"] = self._least
        if self._most is not None:
            found["maximum"] = self._most
        return found


def number(text: str) -> float | None:
    """A finite number as people and JSON write it; None for anything else."""
    if not re.fullmatch(r"\s*[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d{1,2})?\s*", text):
        return None
    return float(text)


def _meant(text: str) -> str | None:
    """The number behind thousands in groups, `1:30` (of minutes or hours) and `1½`."""
    if _THOUSANDS.match(text):
        return re.sub(r"[^-+\d]", "", text)
    if clock := _CLOCK.match(text):
        return digits(round(int(clock[1]) + int(clock[2]) / 60, 2))
    if found := _FRACTION.match(text):
        return digits(int(found[1] or 0) + {"¼": 0.25, "½": 0.5, "¾": 0.75}[found[2]])
    return None


def digits(value: float) -> str:
    """The shortest text that reads back as the number."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


class Flag(Type[bool]):
    """Yes or no."""

    name = "`true` or `false`"
    _words: ClassVar[dict[str, bool]] = {
        "true": True, "yes": True, "on": True, "false": False, "no": False, "off": False,
    }  # fmt: skip
    _dutch: ClassVar[dict[str, str]] = {"ja": "true", "aan": "true", "nee": "false", "uit": "false"}

    def read(self, node: Node, reader: Reader) -> bool | None:
        """See Type.read."""
        typed = scalar(node, reader, "true or false")
        if typed is None:
            return None
        value = self._words.get(typed.text.strip().lower())
        if value is None:
            meant = self._dutch.get(typed.text.strip().lower(), "true or false")
            reader.wrong_type(node, "`true` or `false`", f"type {meant}")
        return value

    def write(self, value: bool) -> Node:
        """See Type.write."""
        return Scalar("true" if value else "false")

    def schema(self) -> Schema:
        """See Type.schema."""
        words = [word for word in self._words if word not in ("true", "false")]
        return {"anyOf": [{"type": "boolean"}, {"enum": words}]}


class Date(Plain):
    """An ISO date, or words such as "spring 2013"."""

    name = "date"
    _iso = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
    _other = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\Z")

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        value = super().read(node, reader)
        if value is None:
            return None
        if (iso := self._iso.match(value)) and not _exists(*map(int, iso.groups())):
            reader.report(
                "bad-date",
                f"There is no day {value}.",
                node.span,
                "type year-month-day, for example 2013-03-28",
            )
            return None
        if other := self._other.match(value):
            day, month, year = map(int, other.groups())
            day, month = (month, day) if month > 12 else (day, month)
            shown = f"{year}-{month:02}-{day:02}" if _exists(year, month, day) else "2013-03-28"
            reader.report(
                "bad-date", f"`{value}` can be read in two ways.", node.span, f"type {shown}"
            )
            reader.instead(node.span, shown if day > 12 and shown.startswith(other[3]) else "")
            return None
        return value

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"type": "string", "examples": ["2013-03-28"]}


def _exists(year: int, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and year):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = (29 if leap else 28) if month == 2 else 30 + (month + month // 8) % 2
    return 1 <= day <= longest


FLAG = Flag()
DATE = Date()
