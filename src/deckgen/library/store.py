"""What was read of outlines, in SQLite: put in, taken out, grouped into lineages.

In: volumes. Out: what is known of files. What must not be here: reading outlines, answering
questions (`search`).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache

from deckgen.library import likeness, tables
from deckgen.library.entries import Entry, Part, Volume
from deckgen.library.lineage import NEAR, Families, akin, keys, links
from deckgen.library.shelves import NAMES, inside

_MANY = 0.15  # of all slides; beyond, making all lineages anew in one go takes less
_ARGUMENTS = 500  # of one statement; SQLite takes 999 at least


class BusyError(Exception):
    """Another process has been writing for longer than anyone waits."""


class Store:
    """One cache. `kept` says whether it outlives the process."""

    def __init__(self, path: str) -> None:
        """Opens the cache at a path; where none can be, it is kept in memory."""
        base = tables.opened(path)
        self.path, self.kept = path, base is not None
        self.base = base or tables.in_memory()

    def close(self) -> None:
        """Let go of the file."""
        self.base.close()

    def renew(self) -> None:
        """Start again: the file turned out to be broken."""
        self.base.close()
        try:
            tables.discard(self.path)
        except OSError:
            self.kept = False
        base = tables.opened(self.path) if self.kept else None
        self.kept = base is not None
        self.base = base or tables.in_memory()

    def parts(self) -> dict[str, list[Part]]:
        """The files that each outline was read from, by its path."""
        rows = self.base.execute(
            "SELECT volume.path, part.path, time, size, digest FROM volume"
            " JOIN part ON part.volume = volume.id"
        )
        found: dict[str, list[Part]] = {}
        for path, *part in rows:
            found.setdefault(path, []).append(Part(*part))
        return found

    def words(self) -> list[tuple[str, str, str]]:
        """All words, each with its language and its stems there."""
        return self.base.execute("SELECT word, lang, stems FROM word").fetchall()

    def problems(self, folders: tuple[str, ...]) -> list[tuple[str, str]]:
        """Outlines that were not understood as a whole: path, what is wrong."""
        rows = self.base.execute("SELECT path, problem FROM volume WHERE problem <> ''")
        return sorted((path, said) for path, said in rows if inside(path, folders))

    def stamped(self, path: str, parts: Iterable[Part]) -> None:
        """New stamps of files whose content is what it was."""
        rows = [(one.time, one.size, path, one.path) for one in parts]
        self.base.executemany(
            "UPDATE part SET time = ?, size = ?"
            " WHERE volume = (SELECT id FROM volume WHERE path = ?) AND path = ?",
            rows,
        )

    def change(self, gone: Iterable[str], come: Iterable[Volume]) -> None:
        """Take outlines out and put others in, which replace those of the same path."""
        loose: set[int] = set()
        for path in gone:
            loose |= self._remove(path)
        for volume in come:
            loose |= self._replace(volume)
        self._group(loose)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction. Raises BusyError."""
        try:
            self.base.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as problem:
            raise BusyError from problem
        try:
            yield
            self.base.execute("COMMIT")
        except BaseException:
            self.base.execute("ROLLBACK")
            raise

    def _remove(self, path: str) -> set[int]:
        """The slides whose lineage has to be looked at again."""
        row = self.base.execute("SELECT id FROM volume WHERE path = ?", (path,)).fetchone()
        if row is None:
            return set()
        slides = self.base.execute("SELECT id FROM slide WHERE volume = ?", row).fetchall()
        loose = self._drop(path, [slide for (slide,) in slides])
        self.base.execute("DELETE FROM part WHERE volume = ?", row)
        self.base.execute("DELETE FROM volume WHERE id = ?", row)
        return loose

    def _replace(self, volume: Volume) -> set[int]:
        """As `_remove`. Slides that say what they said are left where they are."""
        number = self._put_volume(volume)
        there = self._there(number)
        fresh: list[Entry] = []
        moved: list[tuple[int, int]] = []
        for entry in volume.entries:
            same = there.get(_said(entry))
            if same:
                moved.append((entry.number, same.pop(0)))
            else:
                fresh.append(entry)
        self.base.executemany("UPDATE slide SET number = ? WHERE id = ?", moved)
        loose = self._drop(volume.path, [slide for rest in there.values() for slide in rest])
        return loose | {self._put(number, volume.path, entry) for entry in fresh}

    def _there(self, volume: int) -> dict[tuple[str, ...], list[int]]:
        """The slides of an outline, by all that they say."""
        rows = self.base.execute(
            "SELECT slide.id, slide.name, lang, kind, tags, came, words.title, body, notes"
            " FROM slide JOIN words ON words.rowid = slide.id WHERE volume = ? ORDER BY number",
            (volume,),
        )
        found: dict[tuple[str, ...], list[int]] = {}
        for slide, *said in rows:
            found.setdefault(tuple(said), []).append(slide)
        return found

    def _drop(self, path: str, slides: list[int]) -> set[int]:
        """As `_remove`, of slides of the outline at a path."""
        base = self.base
        lineages: set[int] = set()
        for some in _by(slides):
            rows = base.execute(
                "SELECT id, lineage, name, came, sketch, title, body FROM slide"
                f" JOIN words ON words.rowid = slide.id WHERE slide.id IN ({_places(some)})",
                some,
            ).fetchall()
            marks = [
                (key, slide)
                for slide, _, name, *said in rows
                for key in keys(_bare(name, *said), f"{path}#{name}")
            ]
            base.executemany("DELETE FROM mark WHERE key = ? AND slide = ?", marks)
            base.executemany("DELETE FROM words WHERE rowid = ?", [row[:1] for row in rows])
            base.executemany("DELETE FROM slide WHERE id = ?", [row[:1] for row in rows])
            lineages |= {row[1] for row in rows}
        return self._members(lineages)

    def _members(self, lineages: set[int]) -> set[int]:
        found: set[int] = set()
        for some in _by(sorted(lineages)):
            ask = f"SELECT id FROM slide WHERE lineage IN ({_places(some)})"
            found |= {row[0] for row in self.base.execute(ask, some)}
        return found

    def _put_volume(self, one: Volume) -> int:
        """The outline's number. What is known of its files and words is put in, too."""
        base = self.base
        head = (one.outline, one.title, one.author, one.year, one.problem)
        row = base.execute("SELECT id FROM volume WHERE path = ?", (one.path,)).fetchone()
        if row is None:
            number = base.execute(
                "INSERT INTO volume(outline, title, author, year, problem, path, name)"
                " VALUES(?, ?, ?, ?, ?, ?, ?)",
                (*head, one.path, name_of(one.path)),
            ).lastrowid or 0  # fmt: skip
        else:
            number = int(row[0])
            base.execute(
                "UPDATE volume SET outline = ?, title = ?, author = ?, year = ?, problem = ?"
                " WHERE id = ?",
                (*head, number),
            )
            base.execute("DELETE FROM part WHERE volume = ?", row)
        base.executemany(
            "INSERT INTO part VALUES(?, ?, ?, ?, ?)",
            [(number, part.path, part.time, part.size, part.digest) for part in one.parts],
        )
        base.executemany("INSERT OR IGNORE INTO word VALUES(?, ?, ?)", one.words)
        return number

    def _put(self, volume: int, path: str, one: Entry) -> int:
        """The slide's number. Its lineage is set when all slides are there."""
        slide = self.base.execute(
            "INSERT INTO slide(volume, number, name, lang, kind, tags, lineage, came, sketch)"
            " VALUES(?, ?, ?, ?, ?, ?, 0, ?, ?)",
            (volume, one.number, one.name, one.lang, one.kind, _tags(one), "\n".join(one.came),
             one.sketch),
        ).lastrowid or 0  # fmt: skip
        self.base.execute(
            "INSERT INTO words(rowid, title, body, notes, title_stems, body_stems, note_stems)"
            " VALUES(?, ?, ?, ?, ?, ?, ?)",
            (slide, one.title, one.body, one.notes, *one.stems),
        )
        marks = [(key, slide) for key in keys(one, f"{path}#{one.name}")]
        self.base.executemany("INSERT OR IGNORE INTO mark VALUES(?, ?)", marks)
        return slide

    def _group(self, slides: set[int]) -> None:
        """Finds the lineages of slides that are new, or whose lineage has lost a member."""
        if len(slides) > _MANY * self.base.execute("SELECT count(*) FROM slide").fetchone()[0]:
            self._group_all()
            return
        kept = self._keys(slides)
        families, nodes = Families(), _Nodes(self.base, frozenset(kept))
        for one, other in self._links(kept):
            families.join(nodes.of(one), nodes.of(other))
        update = self.base.execute
        for slide in kept:
            update("UPDATE slide SET lineage = ? WHERE id = ?", (families.of(slide), slide))
        for whole in nodes.wholes:
            update("UPDATE slide SET lineage = ? WHERE lineage = ?", (families.of(whole), whole))

    def _group_all(self) -> None:
        sketches = dict(self.base.execute("SELECT id, sketch FROM slide"))
        families = Families()
        rows = self.base.execute("SELECT key, slide FROM mark ORDER BY key, slide")
        for one, other in links(rows, sketches.__getitem__):
            families.join(one, other)
        found = [(families.of(slide), slide) for slide in sketches]
        self.base.executemany("UPDATE slide SET lineage = ? WHERE id = ?", found)

    def _keys(self, slides: set[int]) -> dict[int, list[int]]:
        """The keys of those slides that are there."""
        found: dict[int, list[int]] = {}
        for some in _by(sorted(slides)):
            rows = self.base.execute(
                "SELECT slide.id, path, slide.name, came, sketch, words.title, body FROM slide"
                " JOIN volume ON volume.id = volume JOIN words ON words.rowid = slide.id"
                f" WHERE slide.id IN ({_places(some)})",
                some,
            )
            for slide, path, *said in rows:
                found[slide] = keys(_bare(*said), f"{path}#{said[0]}")
        return found

    def _links(self, kept: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
        sketch = cache(self._sketch)
        for slide, its in kept.items():
            for key in its:
                yield from akin(key, slide, self._beside(key, slide), sketch)

    def _beside(self, key: int, slide: int) -> list[int]:
        """A slide's neighbours under a key, on both sides."""
        most = 1 if likeness.is_firm(key) else NEAR
        ask = "SELECT slide FROM mark WHERE key = ? AND slide {} ? ORDER BY slide {} LIMIT ?"
        sides = (("<", "DESC"), (">", "ASC"))
        rows = [self.base.execute(ask.format(*side), (key, slide, most)) for side in sides]
        return [row[0] for side in rows for row in side]

    def _sketch(self, slide: int) -> bytes:
        row = self.base.execute("SELECT sketch FROM slide WHERE id = ?", (slide,)).fetchone()
        return bytes(row[0]) if row else b""


class _Nodes:
    """What is joined: slides that are looked at, and the lineages of those that are not, whole."""

    def __init__(self, base: sqlite3.Connection, loose: frozenset[int]) -> None:
        self._base, self._loose = base, loose
        self.wholes: set[int] = set()

    def of(self, slide: int) -> int:
        if slide in self._loose:
            return slide
        row = self._base.execute("SELECT lineage FROM slide WHERE id = ?", (slide,)).fetchone()
        self.wholes.add(row[0])
        return int(row[0])


def name_of(path: str) -> str:
    """What a deck is called: `talk/deck.yaml` is the talk, `talk/long.yaml` is the long."""
    folder, file = os.path.split(path)
    return os.path.basename(folder) if file in NAMES and folder else os.path.splitext(file)[0]


def _tags(one: Entry) -> str:
    """A slide's tags, each between line ends."""
    return "".join(f"\n{tag.casefold()}" for tag in one.tags) + "\n"


def _said(one: Entry) -> tuple[str, ...]:
    """All that a slide says, as it is stored."""
    came = "\n".join(one.came)
    return one.name, one.lang, one.kind, _tags(one), came, one.title, one.body, one.notes


def _bare(name: str, came: str, sketch: bytes, title: str, body: str) -> Entry:
    """As much of a slide as its keys are made of."""
    ways = tuple(came.split("\n")) if came else ()
    return Entry(0, name, "", "", (), title, body, "", ("", "", ""), ways, sketch)


def _by(numbers: list[int]) -> Iterator[list[int]]:
    for at in range(0, len(numbers), _ARGUMENTS):
        yield numbers[at : at + _ARGUMENTS]


def _places(numbers: list[int]) -> str:
    return ",".join("?" * len(numbers))
