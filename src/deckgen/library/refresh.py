"""Brings a store up to date with the outlines that are there: reads those that changed.

In: a store, folders, what gives the World of a folder. Out: the store, changed; how much was read.
Files are told by their stamps, in doubt by their content; an outline is read again, too, when one
that it takes slides from, its translation or its lock has changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from time import time_ns

from msgspec import Struct
from msgspec.structs import replace

from deckgen.library import wording
from deckgen.library.entries import ABSENT, Part, Volume, Worlds
from deckgen.library.shelves import LOCK, Found, Stamp, digest, inside, outlines, stamp
from deckgen.library.store import Store

_AT_ONCE = 150  # outlines; for fewer, other processes start more slowly than they read
_CHUNK = 16
_UNSURE = 2_000_000_000  # ns: the coarsest clock of a file system in use, FAT's

Progress = Callable[[int, int], None]  # outlines read, outlines to read


class Refreshed(Struct, frozen=True):
    """How many outlines there are, were read, and are gone."""

    outlines: int = 0
    read: int = 0
    gone: int = 0


class Job(Struct, frozen=True):
    """An outline to read, wherever."""

    path: str
    langs: tuple[str, ...]
    worlds: Worlds


class Search(Struct, frozen=True):
    """Which outlines are meant, what gives their worlds, whom to tell how far it is."""

    folders: tuple[str, ...]
    worlds: Worlds
    progress: Progress = lambda done, total: None


def refresh(store: Store, order: Search) -> Refreshed:
    """Read what changed, drop what is gone. Raises store.BusyError, sqlite3.DatabaseError."""
    found = outlines(order.folders)
    known = store.parts()
    sight = _Sight(found)
    gone = [path for path in known if path not in found and _is_gone(path, order.folders)]
    changed = [path for path in found if sight.changed(path, known.get(path))]
    stamps = sight.stamps
    if not (gone or changed or stamps):
        return Refreshed(len(found))
    if len(changed) < _AT_ONCE:
        wording.learn(store.words() if changed else ())
    jobs = [Job(path, found[path].langs, order.worlds) for path in changed]
    volumes = [_trusted(one) for one in _all(jobs, order.progress)]
    with store.writing():
        for path, parts in stamps.items():
            store.stamped(path, parts)
        store.change(gone, volumes)
    return Refreshed(len(found), len(volumes), len(gone))


class _Sight:
    """Looks at files, at each once."""

    def __init__(self, found: dict[str, Found]) -> None:
        self._found = found
        self._seen: dict[str, Stamp] = {path: one.stamp for path, one in found.items()}
        for path, one in found.items():
            if one.lock is not None:
                self._seen[os.path.join(os.path.dirname(path), LOCK)] = one.lock
        self._digests: dict[str, bytes] = {}
        self.stamps: dict[str, list[Part]] = {}

    def changed(self, path: str, parts: list[Part] | None) -> bool:
        """Whether an outline, or what it was made of, is other than it was when it was read."""
        if parts is None or self._untold(path, parts):
            return True
        touched = [one for one in parts if self._stamp(one.path) != (one.time, one.size)]
        if any(self._digest(one.path) != one.digest for one in touched):
            return True
        fresh = [_settled(replace(one, time=self._stamp(one.path)[0])) for one in touched]
        fresh = [one for one, before in zip(fresh, touched, strict=True) if one != before]
        if fresh:
            self.stamps[path] = fresh
        return False

    def _untold(self, path: str, parts: list[Part]) -> bool:
        """Whether there is a translation that was not there."""
        langs = self._found[path].langs
        if not langs:
            return False
        stem = os.path.splitext(path)[0]
        had = {one.path for one in parts if one.size >= 0}
        return any(os.path.realpath(f"{stem}.{lang}.yaml") not in had for lang in langs)

    def _stamp(self, path: str) -> Stamp:
        if path not in self._seen:
            self._seen[path] = stamp(path)
        return self._seen[path]

    def _digest(self, path: str) -> bytes:
        if path not in self._digests:
            self._digests[path] = _content(path)
        return self._digests[path]


def _content(path: str) -> bytes:
    if stamp(path) == ABSENT:
        return b""
    try:
        with open(path, "rb") as file:
            return digest(file.read())
    except OSError:
        return b""


def _is_gone(path: str, folders: tuple[str, ...]) -> bool:
    """Of this library, or of a folder that was deleted."""
    return inside(path, folders) or not os.path.exists(path)


def _trusted(volume: Volume) -> Volume:
    return replace(volume, parts=tuple(_settled(one) for one in volume.parts))


def _settled(part: Part) -> Part:
    """A part whose stamp tells of every later change."""
    return replace(part, time=0) if part.size >= 0 and time_ns() - part.time < _UNSURE else part


def _all(jobs: list[Job], progress: Progress) -> Iterator[Volume]:
    """All that is to be read, on all cores where it is much."""
    read = _spread(jobs) if len(jobs) >= _AT_ONCE else map(_read, jobs)
    for done, volume in enumerate(read, 1):
        progress(done, len(jobs))
        yield volume


def _spread(jobs: list[Job]) -> Iterator[Volume]:
    # Imported here: it takes longer than a search.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    done = 0
    try:
        with ProcessPoolExecutor(min(os.cpu_count() or 1, len(jobs) // _CHUNK)) as pool:
            for volume in pool.map(_read, jobs, chunksize=_CHUNK):
                done += 1
                yield volume
    except (OSError, BrokenExecutor):  # no processes to be had here, or one was killed
        yield from map(_read, jobs[done:])


def _read(job: Job) -> Volume:
    # Where nothing has changed, the grammar of outlines is not needed.
    from deckgen.library.reading import read, unreadable

    try:
        return read(job.path, job.langs, job.worlds)
    except Exception as bug:  # one outline must not keep all others from being found
        return unreadable(job.path, f"deckgen stumbles over it: {type(bug).__name__}")
