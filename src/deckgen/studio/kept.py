"""The real world, with a memory: what was read, and whether it is still so.

In: paths. Out: bytes, the very same ones while a file did not change; the folders to watch.
Not here: waiting for changes.
"""

from __future__ import annotations

import os

from deckgen.disk import TEMPLATE_FILE, DiskWorld

Stamp = tuple[int, int, int] | None  # None: no such file


class KeptWorld(DiskWorld):
    """A DiskWorld that reads a file again only when it changed."""

    def __init__(self, root: str) -> None:
        """`root` is the deck's folder."""
        super().__init__(root)
        self._read: dict[str, tuple[Stamp, bytes | None]] = {}
        self._asked: dict[str, Stamp] = {}
        self._listed: dict[str, tuple[str, ...]] = {}  # the outlines that a folder had

    def begin(self) -> None:
        """Forget what was asked for: a build begins, and its questions count from here."""
        self._asked, self._listed = {}, {}
        self._shelves = None  # a folder `templates` may have been made meanwhile

    def end(self) -> None:
        """Forget what the build that ends here did not ask for."""
        self._read = {path: kept for path, kept in self._read.items() if path in self._asked}

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        stamp = self._ask(self.path(path))
        kept = self._read.get(self.path(path))
        if kept is not None and kept[0] == stamp:
            return kept[1]
        data = super().read(path)
        self._read[self.path(path)] = stamp, data
        return data

    def size(self, path: str) -> int | None:
        """See World.size."""
        self._ask(self.path(path))
        return super().size(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """See World.names. Outlines that come or go count: one may be a translation."""
        found = super().names(folder)
        self._listed.setdefault(self.path(folder), _outlines(found))
        return found

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template. A nearer one may come later, so all places are remembered."""
        for shelf in self.shelves():
            self._ask(os.path.join(shelf, name, TEMPLATE_FILE))
        return super().template(name)

    def changed(self) -> bool:
        """Whether the build would find anything else than it found."""
        if any(_stamp(path) != stamp for path, stamp in self._asked.items()):
            return True
        look = super().names
        return any(_outlines(look(path)) != had for path, had in self._listed.items())

    def folders(self) -> tuple[str, ...]:
        """The folders in which something may happen that matters, sorted."""
        asked = {os.path.dirname(path) for path in self._asked}
        return tuple(sorted({_nearest(folder) for folder in (*asked, *self._listed)}))

    def _ask(self, path: str) -> Stamp:
        # The first answer counts: if the file changes during the build, that is a change.
        if path not in self._asked:
            self._asked[path] = _stamp(path)
        return self._asked[path]


def _outlines(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name.endswith((".yaml", ".yml")))


def _stamp(path: str) -> Stamp:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _nearest(folder: str) -> str:
    """The folder, or the one above it that exists: there the missing one would appear."""
    while not os.path.isdir(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    return folder
