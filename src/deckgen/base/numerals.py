"""How a chart's numbers are written: separators of a language, decimals, units, words for scale.

In: the numbers, a unit, a language. Out: texts, and the same as a number format of spreadsheets
(ECMA-376 part 1, 18.8.30), so that what is drawn and what Office shows agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import floor, log10
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")
D = TypeVar("D")

NO_BREAK = "\u00a0"
LARGE = 10_000  # from here on digits are grouped
FEW = 5  # up to here an axis has steps of a half
USUAL, MOST = 2, 9  # decimals: of common numbers, of any number

# Decimal sign and what groups digits, by language or language and country.
_COMMA_POINT, _COMMA_SPACE = (",", "."), (",", NO_BREAK)
SIGNS = {
    **dict.fromkeys(("nl", "de", "es", "it", "pt", "da", "el", "tr", "hr", "sl", "ro", "id", "vi"),
                    _COMMA_POINT),
    **dict.fromkeys(("fr", "nb", "nn", "no", "sv", "fi", "pl", "cs", "sk", "hu", "ru", "uk", "bg",
                     "et", "lv", "lt", "af"), _COMMA_SPACE),
    "de-ch": (".", "\u2019"), "it-ch": (".", "\u2019"), "es-mx": (".", ","),
}  # fmt: skip
# The locale in a number format, so that LibreOffice writes these signs too (MS-LCID).
LOCALES = {
    "nl": "413", "nl-be": "813", "de": "407", "de-at": "C07", "de-ch": "807", "es": "C0A",
    "es-mx": "80A", "it": "410", "it-ch": "810", "pt": "816", "pt-br": "416", "da": "406",
    "el": "408", "tr": "41F", "hr": "41A", "sl": "424", "ro": "418", "id": "421", "vi": "42A",
    "fr": "40C", "fr-be": "80C", "fr-ca": "C0C", "fr-ch": "100C", "nb": "414", "nn": "814",
    "no": "414", "sv": "41D", "fi": "40B", "pl": "415", "cs": "405", "sk": "41B", "hu": "40E",
    "ru": "419", "uk": "422", "bg": "402", "et": "425", "lv": "426", "lt": "427", "af": "436",
    "en": "809", "en-us": "409",
}  # fmt: skip
# Words for thousands, millions and thousands of millions.
SCALES = ("thousand", "million", "billion")
WORDS = {
    "en": ("k", "m", "bn"), "nl": ("dzd.", "mln", "mld"), "de": ("Tsd.", "Mio.", "Mrd."),
    "fr": ("k", "M", "Md"), "es": ("mil", "M", "mil M"), "it": ("mila", "mln", "mld"),
}  # fmt: skip
MONEY = ("€", "$", "£", "¥")
# Languages that write money before the number, and what they put between.
BEFORE = {"en": "", "nl": NO_BREAK, "de-at": NO_BREAK, "de-ch": NO_BREAK, "pt-br": NO_BREAK}


class Numerals(Struct, frozen=True, gc=False):
    """One way to write numbers. `power` 1: they are counted in thousands, 2 in millions."""

    decimals: int
    grouped: bool
    lang: str
    before: str
    after: str
    power: int = 0
    ticks: int = 0  # decimals on an axis, where numbers are counted in thousands

    def label(self, value: float) -> str:
        """A number with as many decimals as its siblings."""
        return self._dressed(self._digits(value, self.decimals))

    def short(self, value: float) -> str:
        """A number with no more decimals than it needs, as in a sentence."""
        shown = round(value / 1000**self.power, MOST)
        return self._dressed(self._digits(value, needed((shown,), MOST)))

    def tick(self, value: float) -> str:
        """A number on an axis."""
        if self.power:
            return self._dressed(self._digits(value, self.ticks))
        return self.short(value)

    def format(self) -> str:
        """The number format of `label`."""
        return self._code(_fraction(self.decimals))

    def axis_format(self) -> str:
        """The number format of `tick`."""
        if self.power:
            return self._code(_fraction(self.ticks))
        if self.grouped:
            return self._code("")
        return self._dressed_code("General")

    def _digits(self, value: float, decimals: int) -> str:
        point, group = _of(SIGNS, self.lang, (".", ","))
        text = f"{value / 1000**self.power:{',' if self.grouped else ''}.{decimals}f}"
        text = "0" + text[2:] if text.lstrip("-0.,") == "" and text[0] == "-" else text
        return text.translate({ord(","): group, ord("."): point})

    def _dressed(self, digits: str) -> str:
        sign, bare = ("-", digits[1:]) if digits[0] == "-" else ("", digits)
        return f"{sign}{self.before}{bare}{self.after}"

    def _code(self, fraction: str) -> str:
        return self._dressed_code(("#,##0" if self.grouped else "0") + fraction + "," * self.power)

    def _dressed_code(self, digits: str) -> str:
        locale = f"[$-{_of(LOCALES, self.lang, '809')}]" if digits != "0" else ""
        return locale + _quoted(self.before) + digits + _quoted(self.after)


def numerals(values: Iterable[float], unit: str, lang: str, scale: str = "") -> Numerals:
    """How numbers are written that stand together. `unit` as it follows a number."""
    power = SCALES.index(scale) + 1 if scale else 0
    shown = [value / 1000**power for value in values]
    largest = max(map(abs, shown), default=0.0)
    # Two decimals say nothing of numbers below a hundredth: two digits of the largest do.
    most = max(USUAL, min(MOST, 1 - floor(log10(largest)))) if largest else USUAL
    before, after = _unit(unit, lang)
    word = NO_BREAK + _of(WORDS, lang, WORDS["en"])[power - 1] if power else ""
    decimals, ticks = needed(shown, most), int(largest < FEW)
    return Numerals(decimals, largest >= LARGE, lang, before, word + after, power, ticks)


def needed(values: Iterable[float], most: int) -> int:
    """The decimals that show all of these numbers, `most` at most."""
    return max((_decimals(value, most) for value in values), default=0)


def _decimals(value: float, most: int) -> int:
    return next((n for n in range(most) if round(value, n) == round(value, MOST)), most)


def _unit(unit: str, lang: str) -> tuple[str, str]:
    """What stands before a number and what after it."""
    if unit.strip() not in MONEY:
        return "", unit
    gap = _of(BEFORE, lang, None)
    return ("", NO_BREAK + unit.strip()) if gap is None else (unit.strip() + gap, "")


def _of(table: dict[str, T], lang: str, default: D) -> T | D:
    """The entry of a language in a country, else of the language."""
    tag = lang.lower()
    return table.get(tag, table.get(tag.partition("-")[0], default))


def _fraction(decimals: int) -> str:
    return "." + "0" * decimals if decimals else ""


def _quoted(text: str) -> str:
    return f'"{text.replace(chr(34), "")}"' if text else ""
