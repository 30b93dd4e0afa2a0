"""The cache's file: opened, made anew when it is another version's or broken, or kept in memory.

In: a path. Out: an open connection. The door to SQLite, together with `store`. What must not be
here: what is kept, and what is asked.
"""

from __future__ import annotations

import os
import sqlite3
import sys

from deckgen import __version__

VERSION = 2  # of the tables below, and of what is read of an outline
_PATIENCE = 60.0  # seconds: another process may be writing its first index
# Title above body above notes; a word's stem counts less than the word.
_WEIGHTS = (10.0, 4.0, 1.0, 5.0, 2.0, 0.5)
_TABLES = f"""
CREATE TABLE about(version TEXT NOT NULL);
CREATE TABLE volume(
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, outline INTEGER NOT NULL,
  name TEXT NOT NULL, title TEXT NOT NULL, author TEXT NOT NULL, year INTEGER,
  problem TEXT NOT NULL
);
CREATE TABLE part(
  volume INTEGER NOT NULL, path TEXT NOT NULL, time INTEGER NOT NULL, size INTEGER NOT NULL,
  digest BLOB NOT NULL, PRIMARY KEY(volume, path)
) WITHOUT ROWID;
CREATE TABLE slide(
  id INTEGER PRIMARY KEY, volume INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,
  lang TEXT NOT NULL, kind TEXT NOT NULL, tags TEXT NOT NULL, lineage INTEGER NOT NULL,
  came TEXT NOT NULL, sketch BLOB NOT NULL
);
CREATE INDEX slide_volume ON slide(volume);
CREATE INDEX slide_lineage ON slide(lineage);
CREATE TABLE mark(
  key INTEGER NOT NULL, slide INTEGER NOT NULL, PRIMARY KEY(key, slide)
) WITHOUT ROWID;
CREATE TABLE word(
  word TEXT NOT NULL, lang TEXT NOT NULL, stems TEXT NOT NULL, PRIMARY KEY(word, lang)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  title, body, notes, title_stems, body_stems, note_stems,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO words(words, rank) VALUES('rank', 'bm25{_WEIGHTS}');
"""


def place(environment: dict[str, str], home: str) -> str:
    """Where the cache lies: as XDG has it, or as Windows and macOS do.

    platformdirs says the same, but takes half of a search's time to be imported.
    """
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.path.join(home, ".cache")
    given = environment.get("XDG_CACHE_HOME", "")
    return os.path.join(given if os.path.isabs(given) else base, "deckgen", "library.sqlite3")


def opened(path: str) -> sqlite3.Connection | None:
    """The cache, empty where it is new, old or broken; None where there can't be one."""
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return _ready(path)
    except (sqlite3.OperationalError, OSError):
        return None  # nothing can be written there, or somebody else writes for minutes
    except sqlite3.DatabaseError:
        pass  # another program's file, or half of one
    try:
        discard(path)
        return _ready(path)
    except (sqlite3.DatabaseError, OSError):
        return None


def in_memory() -> sqlite3.Connection:
    """A cache that ends with the process."""
    base = _connected(":memory:")
    base.executescript(_TABLES)
    return base


def discard(path: str) -> None:
    """Remove a cache's files. Raises OSError."""
    for end in ("", "-wal", "-shm"):
        if os.path.exists(path + end):
            os.unlink(path + end)


def _ready(path: str) -> sqlite3.Connection:
    """Raises OSError or sqlite3.DatabaseError where the file can't be one."""
    if os.path.exists(path) and not os.access(path, os.W_OK):
        raise PermissionError(path)
    base = _connected(path)
    try:
        base.execute("PRAGMA journal_mode = WAL")
        if _version(base) != _own_version():
            _make(base)
    except BaseException:
        base.close()
        raise
    return base


def _connected(path: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    for setting in ("synchronous = NORMAL", "cache_size = -65536"):
        base.execute(f"PRAGMA {setting}")
    return base


def _version(base: sqlite3.Connection) -> str:
    """Whose tables these are; empty without tables."""
    if not base.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone():
        return ""
    found = base.execute("SELECT version FROM about").fetchone()
    return str(found[0]) if found else ""


def _make(base: sqlite3.Connection) -> None:
    """In one transaction; where another process was faster, its tables stand."""
    base.execute("BEGIN IMMEDIATE")
    try:
        if _version(base) != _own_version():
            _clear(base)
            for statement in _TABLES.split(";\n"):
                base.execute(statement)
            base.execute("INSERT INTO about VALUES(?)", (_own_version(),))
        base.execute("COMMIT")
    except BaseException:
        base.execute("ROLLBACK")
        raise


def _clear(base: sqlite3.Connection) -> None:
    """Drops all tables; those that belong to a virtual one go with it."""
    order = "ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC"
    rows = base.execute(f"SELECT name FROM sqlite_master WHERE type = 'table' {order}").fetchall()
    for (name,) in rows:
        base.execute(f'DROP TABLE IF EXISTS "{name}"')


def _own_version() -> str:
    return f"{__version__} {VERSION}"
