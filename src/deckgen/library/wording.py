"""Words as a search takes them: without case and accents, and their stems. The door to Snowball.

In: texts. Out: words and stems. What must not be here: what is done with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

# Two for Dutch, since each knows what the other does not: Kraaij and Pohlmann's takes `geven` and
# `geeft` for one word, `huis` and `huizen`; Porter's `wereld` and `werelden`.
STEMMERS = {"nl": ("dutch", "dutch_porter"), "en": ("english",)}
_WORD = re.compile(r"[^\W_]+")  # what FTS5's unicode61 takes for a word
_SHORTEST = 4
_KNOWN: dict[tuple[str, str], tuple[str, ...]] = {}


def folded(text: str) -> str:
    """Lower case without accents, as FTS5's `unicode61 remove_diacritics 2` has it."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join([sign for sign in plain if not unicodedata.combining(sign)])


def words(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return _WORD.findall(folded(text))


def places(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each word of a text begins and ends, and the word, folded."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), folded(found[0])


def stems(word: str, lang: str) -> tuple[str, ...]:
    """A folded word's stems other than itself, in a language (`nl` of nl-BE)."""
    key = (word, lang)
    if key not in _KNOWN:
        _KNOWN[key] = _stemmed(word, lang)
    return _KNOWN[key]


def stems_anywhere(word: str) -> tuple[str, ...]:
    """A word's stems in any language that is known here."""
    return tuple(sorted({stem for lang in STEMMERS for stem in stems(word, lang)}))


def learn(rows: Iterable[tuple[str, str, str]]) -> None:
    """Stems that were found before: word, language, stems. Stemming is slow in pure Python."""
    _KNOWN.update({(word, lang): tuple(found.split()) for word, lang, found in rows})


def primary(lang: str) -> str:
    """The language of a tag: `nl` of nl-BE."""
    return lang.partition("-")[0].casefold()


def _stemmed(word: str, lang: str) -> tuple[str, ...]:
    if len(word) < _SHORTEST or not word.isalpha():
        return ()
    found = {_stemmer(name).stemWord(word) for name in STEMMERS.get(lang, ())}
    return tuple(sorted(found - {word}))


@cache
def _stemmer(name: str) -> Any:
    from snowballstemmer import stemmer

    return stemmer(name)


def stands_alone(stem: str, word: str) -> bool:
    """Whether a stem may be sought as a word itself: `over` is not meant by `overheid`."""
    return len(stem) > _SHORTEST or len(stem) >= 0.6 * len(word)
