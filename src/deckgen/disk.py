"""The real world: files, bundled fonts, templates within reach, and atomic writes.

In: a folder, or a path and bytes. Out: bytes, or None where there is nothing to read.
No decisions here: what to read, what to write and whether to overwrite is decided elsewhere.
"""

from __future__ import annotations

import os
import stat
from typing import BinaryIO

PACKAGE = os.path.dirname(os.path.abspath(__file__))
FONTS = os.path.join(PACKAGE, "fonts")
TEMPLATE_FILE = "template.yaml"


class DiskWorld:
    """A World whose relative paths start at one folder, the deck's own."""

    def __init__(self, root: str) -> None:
        """`root` is the deck's folder; it need not exist."""
        self.root = os.path.abspath(root)
        self._shelves: tuple[str, ...] | None = None

    def path(self, name: str) -> str:
        """The absolute path that a name stands for in this world."""
        return os.path.join(self.root, name)

    def read(self, path: str) -> bytes | None:
        """See World.read. Devices and pipes count as missing, so that no read waits forever."""
        return read(self.path(path))

    def size(self, path: str) -> int | None:
        """See World.size."""
        try:
            found = os.stat(self.path(path))
        except (OSError, ValueError):
            return None
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    def names(self, folder: str) -> tuple[str, ...]:
        """See World.names."""
        return _names(self.path(folder))

    def canonical(self, path: str) -> str:
        """See World.canonical. Symbolic links are followed."""
        try:
            found = os.path.realpath(self.path(path))
            return os.path.relpath(found, os.path.realpath(self.root)).replace(os.sep, "/")
        except ValueError:  # no path at all, or one on another drive
            return path

    def known_as(self, path: str) -> str:
        """See World.known_as. Symbolic links are followed."""
        try:
            folder, name = os.path.split(os.path.realpath(self.path(path)))
        except ValueError:  # no path at all
            return path
        return f"{os.path.basename(folder)}/{name}"

    def font(self, file: str) -> bytes:
        """See World.font."""
        data = read(os.path.join(FONTS, os.path.basename(file)))
        if data is None:
            raise KeyError(file)
        return data

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template. The path is relative to the deck's folder where it lies in it."""
        if not name or name != os.path.basename(name) or name.startswith("."):
            return None
        for shelf in self.shelves():
            path = os.path.join(shelf, name, TEMPLATE_FILE)
            data = read(path)
            if data is not None:
                return self._shown(path), data
        return None

    def templates(self) -> tuple[str, ...]:
        """See World.templates."""
        found = {
            name
            for shelf in self.shelves()
            for name in _names(shelf)
            if os.path.isfile(os.path.join(shelf, name, TEMPLATE_FILE))
        }
        return tuple(sorted(found))

    def shelves(self) -> tuple[str, ...]:
        """Folders that hold templates, the nearest first.

        `templates/` beside the deck, then in each folder above it up to the one that is a
        repository, then deckgen's own. Where the command was typed makes no difference.
        """
        if self._shelves is None:
            above = [os.path.join(folder, "templates") for folder in _upwards(self.root)]
            own = os.path.join(PACKAGE, "templates")
            # An editable install has no templates in the package; they lie in its repository.
            repository = os.path.join(os.path.dirname(os.path.dirname(PACKAGE)), "templates")
            places = dict.fromkeys([*above, own, repository])
            self._shelves = tuple(place for place in places if os.path.isdir(place))
        return self._shelves

    def _shown(self, path: str) -> str:
        prefix = self.root + os.sep
        return path.removeprefix(prefix).replace(os.sep, "/") if path.startswith(prefix) else path


def read(path: str) -> bytes | None:
    """A regular file's bytes; None for anything else."""
    try:
        # Not to wait for a writer on a pipe, which a plain open would.
        with open(path, "rb", opener=_open_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return None
            return file.read()
    except (OSError, ValueError):
        return None


def write_atomic(path: str, data: bytes) -> None:
    """Write a file that is at every moment the old one or the new one, never half of it.

    A symbolic link stays one; a file that exists keeps its mode. Raises OSError.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    os.makedirs(folder, exist_ok=True)
    draft = os.path.join(folder, f".{name[:100]}.{os.getpid()}.part")
    try:
        _write_through(draft, data, _mode(target))
        os.replace(draft, target)
    except BaseException:
        _discard(draft)
        raise


def write_new(path: str, data: bytes) -> None:
    """Write a whole file where there is none yet. Raises FileExistsError, or another OSError."""
    folder, name = os.path.split(os.path.abspath(path))
    os.makedirs(folder, exist_ok=True)
    draft = os.path.join(folder, f".{name[:100]}.{os.getpid()}.part")
    try:
        _write_through(draft, data, None)
        _put(draft, path)
    finally:
        _discard(draft)


def appended(path: str) -> BinaryIO:
    """A file that grows at its end, for journals; its folder is made. Raises OSError."""
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    return open(path, "ab")


def _put(draft: str, path: str) -> None:
    """Give a finished file its name, unless another has it."""
    try:
        os.link(draft, path)  # unlike a rename, it fails where a file is
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(draft, path)


def _write_through(path: str, data: bytes, mode: int | None) -> None:
    with open(path, "wb") as file:
        if mode is not None:
            os.chmod(path, mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _mode(path: str) -> int | None:
    try:
        return stat.S_IMODE(os.stat(path).st_mode)
    except OSError:
        return None


def _discard(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _names(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(os.listdir(folder)))
    except (OSError, ValueError):
        return ()


def _upwards(folder: str) -> list[str]:
    found = [folder]
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            break
        found.append(folder)
    return found
