"""A day as year-month-day → as it is said in a language.

What is no such day ("spring 2013") and what belongs to a language not known here stays as it is.
"""

from __future__ import annotations

import re

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?\Z")
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
          " diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
          " dicembre",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
}  # fmt: skip
# How day, month and year stand together, by language, or by language and country.
_ORDER = {
    "en-us": "{month} {day}, {year}", "de": "{day}. {month} {year}", "da": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}",
}  # fmt: skip
_MONTH = {"es": "{month} de {year}"}


def spoken(day: str, lang: str) -> str:
    """A date in words: 28 March 2013, March 28, 2013, 28. März 2013."""
    match = _ISO.match(day)
    tag = lang.casefold()
    language = tag.partition("-")[0]
    names = MONTHS.get(language, "").split()
    if match is None or not names or not 1 <= int(match[2]) <= 12:
        return day
    month = names[int(match[2]) - 1]
    if match[3] is None:
        return _MONTH.get(language, "{month} {year}").format(month=month, year=match[1])
    number = "1er" if language == "fr" and int(match[3]) == 1 else str(int(match[3]))
    form = _ORDER.get(tag) or _ORDER.get(language) or "{day} {month} {year}"
    return form.format(day=number, month=month, year=match[1])
