"""Folders → the outlines in them, with the stamps by which one sees that a file has changed.

In: absolute folders. Out: `Found`. Reads directories and stamps; of YAML files by other names than
deck.yaml only what tells an outline. What must not be here: what outlines say.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import blake2b
from stat import S_ISREG

from msgspec import Struct

from deckgen.library.entries import ABSENT

NAMES = ("deck.yaml", "deck.yml")
SUFFIXES = (".yaml", ".yml")
LOCK = "deckgen.lock"
# Folders of programs, not of people.
_SKIPPED = {"node_modules", "__pycache__", "site-packages", "build", "dist"}
_TRANSLATION = re.compile(r"(?P<stem>.+)\.(?P<lang>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.yaml\Z")
_DEEPEST = 12

Stamp = tuple[int, int]  # time of change in ns, size in bytes


class Found(Struct):
    """An outline, or what may be one: its stamp, and the languages it is translated into.

    `lock` is the stamp of the lock beside it; None where nobody has looked for one.
    """

    stamp: Stamp
    langs: tuple[str, ...] = ()
    lock: Stamp | None = None


def library(folders: tuple[str, ...], here: str, more: str = "") -> tuple[str, ...]:
    """The folders to look through: those named, else the project around `here` and `more`.

    `more` is a list of paths, divided as the system divides them. No folder lies in another.
    """
    places = folders or (project(here), *filter(None, more.split(os.pathsep)))
    whole = sorted({os.path.realpath(os.path.expanduser(place)) for place in places})
    kept: list[str] = []
    for place in whole:
        if not any(inside(place, (other,)) for other in kept):
            kept.append(place)
    return tuple(kept)


def project(folder: str) -> str:
    """The repository that a folder lies in; without one, the folder."""
    start = here = os.path.realpath(folder)
    while not os.path.exists(os.path.join(here, ".git")):
        here, below = os.path.dirname(here), here
        if here == below:
            return start
    return here


def inside(path: str, folders: tuple[str, ...]) -> bool:
    """Whether a path is one of the folders, or lies in one of them."""
    return any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in folders)


def outlines(folders: tuple[str, ...]) -> dict[str, Found]:
    """Every file that may be an outline, by its absolute path."""
    found: dict[str, Found] = {}
    for folder in folders:
        if os.path.isfile(folder):
            found[folder] = Found(stamp(folder))
            continue
        _walk(folder, found)
    return found


def stamp(path: str) -> Stamp:
    """A file's stamp; ABSENT without a file."""
    try:
        seen = os.stat(path)
    except (OSError, ValueError):
        return ABSENT
    return (seen.st_mtime_ns, seen.st_size) if S_ISREG(seen.st_mode) else ABSENT


def digest(data: bytes | None) -> bytes:
    """A name for a file's content; empty without a file."""
    return b"" if data is None else blake2b(data, digest_size=16).digest()


def _walk(root: str, found: dict[str, Found]) -> None:
    """Iterative, and without following links to folders, so that it ends."""
    folders = [(root, 0)]
    while folders:
        folder, depth = folders.pop()
        names: dict[str, Stamp] = {}
        lock = ABSENT
        for entry in _entries(folder):
            if entry.name == LOCK:
                lock = stamp(entry.path)
            elif entry.name.endswith(SUFFIXES):
                names[entry.name] = stamp(entry.path)
            elif depth < _DEEPEST and _is_shelf(entry):
                folders.append((entry.path, depth + 1))
        if names:
            _sort_out(folder, names, lock, found)


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as listed:
            yield from listed
    except OSError:
        return


def _is_shelf(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name in _SKIPPED:
        return False
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _sort_out(folder: str, names: dict[str, Stamp], lock: Stamp, found: dict[str, Found]) -> None:
    """`deck.en.yaml` beside `deck.yaml` is its translation, not another outline."""
    for name, seen in names.items():
        match = _TRANSLATION.match(name)
        if seen != ABSENT and not (match and _beside(match["stem"], names)):
            found.setdefault(os.path.join(folder, name), Found(seen, lock=lock))
    for name in names:
        match = _TRANSLATION.match(name)
        original = _beside(match["stem"], names) if match else ""
        one = found.get(os.path.join(folder, original))
        if match and one:
            one.langs = tuple(sorted((*one.langs, match["lang"])))


def _beside(stem: str, names: dict[str, Stamp]) -> str:
    return next((stem + end for end in SUFFIXES if stem + end in names), "")
