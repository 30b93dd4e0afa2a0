"""A question → the slides that answer it, the best first, a slide's versions as one.

In: a store, a question. Out: hits. What must not be here: how they are shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from msgspec import Struct

from deckgen.library import query, wording
from deckgen.library.shelves import inside
from deckgen.library.store import Store

_ARGUMENTS = 500  # of one statement; SQLite takes 999 at least
_MORE = 6  # rows are taken for each hit that is wanted, since versions become one
_FIELDS = (
    "SELECT slide.id, volume.path, volume.name, volume.title, volume.year, slide.name,"
    " slide.number, slide.kind, slide.lang, slide.tags, slide.lineage,"
    " words.title, words.body, words.notes, rank"
)
_JOINED = " JOIN slide ON slide.id = words.rowid JOIN volume ON volume.id = slide.volume"
_EXCERPT = 110  # characters
_BEFORE = 40

Place = tuple[int, int]


class Question(Struct, frozen=True):
    """What is sought: words, and what the slides must be. `every`: each version by itself."""

    words: str = ""
    deck: str = ""
    tag: str = ""
    kind: str = ""
    lang: str = ""
    years: tuple[int, int] | None = None
    limit: int = 20
    every: bool = False
    folders: tuple[str, ...] = ()


class Excerpt(Struct, frozen=True):
    """A piece of a slide's words; `places` are those that were sought, from and to."""

    text: str
    places: tuple[Place, ...] = ()


Mark = Callable[[str], Excerpt]  # a text with the places of what is sought


class Version(Struct, frozen=True):
    """A slide among its versions: the outline's absolute path, the deck's name, the slide's id."""

    path: str
    deck: str
    slide: str
    number: int
    title: str  # the deck's
    year: int | None
    lang: str

    @property
    def shown(self) -> str:
        """As it is typed after `use:`."""
        return f"{self.deck}#{self.slide}"


class Hit(Struct, frozen=True):
    """A slide that was found. `head` is what it is known by, `body` where the words stand else."""

    version: Version
    kind: str
    tags: tuple[str, ...]
    head: Excerpt
    body: Excerpt
    where: str  # the body's part: "body", "notes" or ""
    versions: tuple[Version, ...] = ()  # all of its lineage, where there are several


class Answer(Struct, frozen=True):
    """Hits. `loose`: no slide says all words, these say some. `more`: there are others."""

    hits: tuple[Hit, ...] = ()
    loose: bool = False
    more: bool = False
    instead: tuple[str, ...] = ()  # words of the library near to one that it does not know


def search(store: Store, question: Question) -> Answer:
    """The slides that a question is answered by. Raises sqlite3.DatabaseError."""
    base = store.base
    lexicon = _Lexicon(base)
    sought = query.terms(question.words, lexicon.stems)
    if question.words.strip() and not sought:
        return Answer()
    rows, loose = _found(base, question, query.every(sought)), False
    if not rows and sum(len(one.words) for one in sought) > 1:
        plain = " ".join(word for one in sought for word in one.words)
        sought, loose = query.terms(plain, lexicon.stems), True
        rows = _found(base, question, query.some(sought))
    kept = rows if question.every else _firsts(rows)
    mark = partial(_marked, lexicon, sought)
    hits = tuple(_hit(base, row, mark, question) for row in kept[: question.limit])
    instead = () if hits else _instead(base, sought)
    return Answer(hits, loose and bool(hits), len(kept) > question.limit, instead)


def lineage(
    store: Store, path: str, slide: str, folders: tuple[str, ...] = ()
) -> tuple[Version, ...]:
    """A slide's versions in some folders, itself among them; none where there is no such slide."""
    row = store.base.execute(
        "SELECT lineage FROM slide JOIN volume ON volume.id = volume"
        " WHERE path = ? AND slide.name = ? LIMIT 1",
        (path, slide),
    ).fetchone()
    return _versions(store.base, row[0], (*folders, path) if folders else ()) if row else ()


def decks(store: Store, name: str, folders: tuple[str, ...]) -> list[str]:
    """The outlines of decks by a name, absolute paths."""
    rows = store.base.execute("SELECT path FROM volume WHERE outline AND name = ?", (name,))
    return sorted(path for (path,) in rows if inside(path, folders))


def names(store: Store, folders: tuple[str, ...]) -> list[str]:
    """The names of all decks."""
    rows = store.base.execute("SELECT name, path FROM volume WHERE outline")
    return sorted({name for name, path in rows if inside(path, folders)})


def slides(store: Store, path: str) -> list[str]:
    """The ids of a deck's slides."""
    rows = store.base.execute(
        "SELECT DISTINCT slide.name FROM slide JOIN volume ON volume.id = volume WHERE path = ?"
        " ORDER BY number",
        (path,),
    )
    return [name for (name,) in rows]


def _found(base: sqlite3.Connection, question: Question, asked: str) -> list[tuple[Any, ...]]:
    """Rows, the best first; more than are wanted, since versions become one."""
    tests, values = _filters(base, question)
    if asked:
        tests, values = ["words MATCH ?", *tests], [asked, *values]
    order = "rank" if asked else "volume.year DESC, volume.path, slide.number"
    test = " AND ".join(tests) or "1"
    many = question.limit * (1 if question.every else _MORE) + 1
    while True:
        ask = f"{_FIELDS} FROM words{_JOINED} WHERE {test} ORDER BY {order} LIMIT ?"
        rows = base.execute(ask, (*values, many)).fetchall()
        enough = question.every or len(_firsts(rows)) > question.limit
        if len(rows) < many or enough:
            return sorted(rows, key=_order) if asked else rows
        many *= 8


def _order(row: tuple[Any, ...]) -> tuple[float, int, str, int]:
    """The best first; of equals the latest, and always in the same order."""
    return round(row[14], 6), -(row[4] or 0), row[1], row[6]


def _filters(base: sqlite3.Connection, question: Question) -> tuple[list[str], list[Any]]:
    tests: list[str] = []
    values: list[Any] = []

    def add(test: str, *given: Any) -> None:
        tests.append(test)
        values.extend(given)

    if question.deck:
        add("volume.name GLOB ?", question.deck)
    if question.tag:
        add("instr(slide.tags, ?)", f"\n{question.tag.casefold()}\n")
    if question.kind:
        add("slide.kind = ?", question.kind)
    if question.lang:
        add("(slide.lang = ? COLLATE NOCASE OR slide.lang LIKE ?)", question.lang,
            f"{question.lang}-%")  # fmt: skip
    if question.years:
        add("volume.year BETWEEN ? AND ?", *question.years)
    _within(base, question.folders, add)
    return tests, values


def _within(base: sqlite3.Connection, folders: tuple[str, ...], add: Any) -> None:
    """Only these folders, where the store has others, too: it holds all that was ever asked for."""
    rows = base.execute("SELECT id, path FROM volume").fetchall()
    meant = [number for number, path in rows if inside(path, folders)]
    if not folders or len(meant) == len(rows):
        return
    base.execute("CREATE TEMP TABLE IF NOT EXISTS meant(id INTEGER PRIMARY KEY)")
    base.execute("DELETE FROM meant")
    base.executemany("INSERT INTO meant VALUES(?)", [(number,) for number in meant])
    add("slide.volume IN (SELECT id FROM meant)")


def _firsts(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The best of each lineage."""
    best: dict[int, tuple[Any, ...]] = {}
    for row in rows:
        best.setdefault(row[10], row)
    return list(best.values())


def _hit(base: sqlite3.Connection, row: tuple[Any, ...], mark: Mark, question: Question) -> Hit:
    _, path, deck, title, year, name, number, kind, lang, tags, line, *texts, _ = row
    version = Version(path, deck, name, number, title, year, lang)
    head, body, notes = map(mark, texts)
    shown, where = (body, "body") if body.places or not notes.places else (notes, "notes")
    if not head.text:
        head, shown = _cut(body), notes if notes.places else Excerpt("")
        where = "notes" if notes.places else ""
    elif not shown.places:
        shown, where = Excerpt(""), ""
    others = _versions(base, line, question.folders)
    tagged = tuple(tags.strip("\n").split("\n")) if tags.strip() else ()
    several = others if len({(one.path, one.slide) for one in others}) > 1 else ()
    return Hit(version, kind, tagged, _cut(head), _cut(shown), where, several)


def _versions(base: sqlite3.Connection, line: int, folders: tuple[str, ...]) -> tuple[Version, ...]:
    """The slides of a lineage, the latest first."""
    rows = base.execute(
        "SELECT path, volume.name, slide.name, slide.number, volume.title, year, slide.lang"
        " FROM slide JOIN volume ON volume.id = volume WHERE lineage = ?"
        " ORDER BY year DESC, path, slide.number",
        (line,),
    ).fetchall()
    found: dict[tuple[str, str], Version] = {}
    for path, deck, slide, number, title, year, lang in rows:
        if not folders or inside(path, folders):
            one = Version(path, deck, slide, number, title, year, lang)
            found.setdefault((path, slide), one)
    return tuple(found.values())


def _marked(lexicon: _Lexicon, sought: tuple[query.Term, ...], text: str) -> Excerpt:
    """A text with the places of what is sought."""
    if not sought or not text:
        return Excerpt(text)
    spots = list(wording.places(text))
    known = lexicon.stems({word for _, _, word in spots})
    found = [
        (start, end)
        for at, (start, end, word) in enumerate(spots)
        if any(_meets(term, at, spots, known.get(word, ())) for term in sought)
    ]
    return Excerpt(text, tuple(found))


def _meets(
    term: query.Term, at: int, spots: list[tuple[int, int, str]], stems: tuple[str, ...]
) -> bool:
    """Whether a word is one of a term's; of words in a row only where the row stands."""
    word, row = spots[at][2], term.words
    if len(row) == 1:
        return term.meets(word, stems)
    for start in [at - place for place, one in enumerate(row) if one == word[: len(one)]]:
        said = tuple(spot[2] for spot in spots[max(start, 0) : start + len(row)])
        last = said[-1][: len(row[-1])] if said and term.prefix else said[-1:] and said[-1]
        if (*said[:-1], last) == row:
            return True
    return False


def _cut(excerpt: Excerpt) -> Excerpt:
    """A piece around the first place, on whole words."""
    text, places = excerpt.text, excerpt.places
    if len(text) <= _EXCERPT:
        return excerpt
    first = places[0][0] if places else 0
    start = max(0, min(first - _BEFORE, len(text) - _EXCERPT))
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = text.find(" ", start + _EXCERPT)
    end = len(text) if end < 0 else end
    lead, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(lead) - start
    kept = tuple((a + shift, b + shift) for a, b in places if start <= a and b <= end)
    return Excerpt(f"{lead}{text[start:end]}{tail}", kept)


class _Lexicon:
    """Stems as they were found when the words were put in: no stemmer has to be loaded."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._known: dict[str, tuple[str, ...]] = {}

    def stems(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The stems of words, each looked up once."""
        wanted = list(words)
        fresh = sorted(set(wanted) - self._known.keys())
        for at in range(0, len(fresh), _ARGUMENTS):
            self._look_up(fresh[at : at + _ARGUMENTS])
        return {word: self._known[word] for word in wanted}

    def _look_up(self, words: list[str]) -> None:
        places = ",".join("?" * len(words))
        rows = self._base.execute(f"SELECT word, stems FROM word WHERE word IN ({places})", words)
        found: dict[str, set[str]] = {}
        for word, stems in rows:
            found.setdefault(word, set()).update(stems.split())
        for word in words:
            known = word in found
            self._known[word] = (
                tuple(sorted(found[word])) if known else wording.stems_anywhere(word)
            )


def _instead(base: sqlite3.Connection, sought: tuple[query.Term, ...]) -> tuple[str, ...]:
    """Words that are near to those that nothing was found for."""
    from difflib import get_close_matches

    found: list[str] = []
    for word in (term.words[0] for term in sought if len(term.words) == 1):
        if not base.execute("SELECT 1 FROM word WHERE word = ?", (word,)).fetchone():
            found += get_close_matches(word, _like(base, word), n=1, cutoff=0.75)
    return tuple(found)


def _like(base: sqlite3.Connection, word: str) -> Iterator[str]:
    rows = base.execute(
        "SELECT DISTINCT word FROM word"
        " WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?",
        (word[0], word[0] + "\uffff", len(word) - 2, len(word) + 2),
    )
    return (row[0] for row in rows)
