"""Long decks for measuring: any number of slides, no two with the same words.

In: a number of slides. Out: an outline as YAML text. The same number gives the same text. Words
are made up, and as unevenly frequent as in a language; the kinds take turns as in a lecture,
and every slide has notes, as in the two lectures of this repository.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from itertools import islice

ONSETS = (
    "b",
    "br",
    "d",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "v",
    "w",
)
VOWELS = ("a", "aa", "e", "ee", "i", "ie", "o", "oe", "u", "ij")
CODAS = ("", "", "l", "m", "n", "ng", "r", "rt", "s", "t", "k", "nst")
VOCABULARY = 6_000


class Voice:
    """Somebody who says something else every time."""

    def __init__(self, seed: int) -> None:
        """The same seed says the same."""
        self._dice = random.Random(seed)
        coined = list(islice(self._coined(), VOCABULARY))
        # In a language the frequent words are the short ones.
        self._words = sorted(coined, key=lambda word: len(word) + 4 * self._dice.random())

    def _coined(self) -> Iterator[str]:
        seen: set[str] = set()
        while True:
            word = "".join(
                self._dice.choice(ONSETS) + self._dice.choice(VOWELS) + self._dice.choice(CODAS)
                for _ in range(self._dice.choice((1, 2, 2, 3, 3, 4)))
            )
            if word not in seen:
                seen.add(word)
                yield word

    def word(self) -> str:
        """A word, the early ones of the vocabulary more often (Zipf)."""
        return self._words[int(VOCABULARY ** self._dice.random()) - 1]

    def words(self, least: int, most: int) -> str:
        """A few words, the first with a capital."""
        text = " ".join(self.word() for _ in range(self._dice.randint(least, most)))
        return text[0].upper() + text[1:]

    def number(self, least: int, most: int) -> int:
        """A number between two."""
        return self._dice.randint(least, most)


def points(voice: Voice) -> list[str]:
    """A list with children under one of its points."""
    lines = ["  points:"] + [f"  - {voice.words(3, 9)}" for _ in range(voice.number(2, 4))]
    return [
        *lines,
        f"  - {voice.words(2, 5)}:",
        f"    - {voice.words(3, 6)}",
        f"    - {voice.words(3, 6)}",
    ]


def statement(voice: Voice) -> list[str]:
    """A sentence and a line below it."""
    return [f"  statement: {voice.words(2, 6)}", f"  sub: {voice.words(5, 10)}"]


def timeline(voice: Voice) -> list[str]:
    """Four moments."""
    year = voice.number(1900, 1960)
    rows = [f"  - {{when: {year + 20 * n}, what: {voice.words(1, 2)}}}" for n in range(4)]
    return ["  timeline:", *rows]


def pairs(voice: Voice) -> list[str]:
    """Three labels and their texts."""
    return ["  pairs:"] + [f"  - {voice.words(1, 2)}: {voice.words(2, 4)}" for _ in range(3)]


def contrast(voice: Voice) -> list[str]:
    """Not this, but that."""
    turns = ("not", "not", "but", "but")
    return ["  contrast:"] + [f"  - {turn}: {voice.words(4, 8)}" for turn in turns]


def quote(voice: Voice) -> list[str]:
    """Somebody's sentence."""
    return [f"  quote: {{text: {voice.words(10, 22)}, by: {voice.words(2, 3)}}}"]


def words(voice: Voice) -> list[str]:
    """A dozen terms and what follows from them."""
    terms = ", ".join(voice.words(1, 2) for _ in range(12))
    return [f"  words: [{terms}]", f"  then: {voice.words(4, 8)}"]


def dimensions(voice: Voice) -> list[str]:
    """Three aspects."""
    rows = [f"  - {{name: {voice.words(1, 1)}, text: {voice.words(4, 8)}}}" for _ in range(3)]
    return ["  dimensions:", *rows]


def opposition(voice: Voice) -> list[str]:
    """Words against words."""
    sides = []
    for side in ("left", "right"):
        terms = ", ".join(voice.words(1, 1) for _ in range(6))
        sides.append(f"    {side}: {{name: {voice.words(1, 1)}, words: [{terms}]}}")
    return ["  opposition:", *sides]


def picture(voice: Voice) -> list[str]:
    """An empty picture slot with a word on it."""
    return [f"  picture: {{wants: {voice.words(4, 7)}}}", f"  shout: {voice.words(1, 1).upper()}"]


def chart(voice: Voice) -> list[str]:
    """Three shares of a whole."""
    one, other = voice.number(20, 40), voice.number(10, 30)
    names = [f"{voice.words(1, 1)} {letter}" for letter in "abc"]
    values = ", ".join(
        f"{n}: {v}" for n, v in zip(names, (one, other, 100 - one - other), strict=True)
    )
    return [f"  chart: {{type: doughnut, data: {{{values}}}, unit: '%'}}"]


KINDS: tuple[Callable[[Voice], list[str]], ...] = (
    points, statement, points, timeline, points, pairs, contrast, points, quote, words,
    points, dimensions, picture, opposition, points, statement, points, picture, points, quote,
)  # fmt: skip
CHART_EVERY = 40


def outline(count: int, notes: bool = True) -> str:
    """A deck of `count` slides."""
    voice = Voice(count)
    lines = [f"title: {voice.words(3, 4)}", "template: plain", "lang: nl-NL", "slides:"]
    for number in range(1, count + 1):
        kind = chart if number % CHART_EVERY == 0 else KINDS[number % len(KINDS)]
        titled = kind not in (statement, quote, picture)
        body = kind(voice)
        body += [f"  notes: {voice.words(12, 30)}"] if notes else []
        body = [f"  title: {voice.words(2, 5)}", *body] if titled else body
        lines += ["- " + body[0].lstrip(), *body[1:]]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(outline(int(sys.argv[1])))
