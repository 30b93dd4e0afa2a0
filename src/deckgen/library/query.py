"""What a person types → what FTS5 is asked, and which words of an answer it was.

`"big society"` are words in that order, `trans*` begins so, all else is a word in any of its forms.
In: words as typed. Out: terms. What must not be here: SQLite.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from deckgen.library import wording

_TYPED = re.compile(r"""["“”„](?P<phrase>[^"“”„]*)(?:["“”„]|\Z)|(?P<bare>[^\s"“”„]+)""")
_SAID = "{title body notes}"
_STEMS = "{title_stems body_stems note_stems}"

Stems = Callable[[Iterable[str]], dict[str, tuple[str, ...]]]


class Term(Struct, frozen=True):
    """One thing that is sought: a word, words in a row, or, with `prefix`, how a word begins."""

    words: tuple[str, ...]
    prefix: bool = False
    stems: tuple[str, ...] = ()

    def asked(self) -> str:
        """As FTS5 wants it."""
        whole = " ".join(self.words)
        if self.prefix or len(self.words) > 1:
            return f'({_SAID} : "{whole}"{" *" if self.prefix else ""})'
        alone = [stem for stem in self.stems if wording.stands_alone(stem, whole)]
        said = " OR ".join(f'"{one}"' for one in (whole, *alone))
        formed = " OR ".join(f'"{one}"' for one in (whole, *self.stems))
        return f"(({_SAID} : ({said})) OR ({_STEMS} : ({formed})))"

    def meets(self, word: str, stems: tuple[str, ...]) -> bool:
        """Whether a folded word is one of those sought."""
        if self.prefix and word.startswith(self.words[-1]):
            return True
        if word in self.words:
            return True
        if self.prefix or len(self.words) > 1:
            return False
        mine = {self.words[0], *self.stems}
        alone = word in self.stems and wording.stands_alone(word, self.words[0])
        return alone or not mine.isdisjoint(stems)


def terms(typed: str, stems: Stems) -> tuple[Term, ...]:
    """The terms of a question; `stems` gives those of words."""
    found = list(dict.fromkeys(_terms(typed)))
    single = [one.words[0] for one in found if len(one.words) == 1 and not one.prefix]
    known = stems(single)
    return tuple(
        Term(one.words, one.prefix, known.get(one.words[0], ()))
        if len(one.words) == 1 and not one.prefix
        else one
        for one in found
    )


def every(sought: tuple[Term, ...]) -> str:
    """All terms at once."""
    return " AND ".join(one.asked() for one in sought)


def some(sought: tuple[Term, ...]) -> str:
    """Any of the terms."""
    return " OR ".join(one.asked() for one in sought)


def _terms(typed: str) -> Iterator[Term]:
    for match in _TYPED.finditer(typed):
        text = match["phrase"] if match["bare"] is None else match["bare"]
        prefix = match["bare"] is not None and text.endswith("*")
        words = tuple(wording.words(text))
        if words:
            yield Term(words, prefix)
