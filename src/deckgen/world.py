"""The one protocol through which the core reaches files, fonts and the date.

`disk.py` implements it for real; `MemoryWorld` serves tests and fuzzing. Paths are
strings with forward slashes; relative ones are relative to the world's root.
"""

from __future__ import annotations

from posixpath import normpath
from typing import Protocol


class World(Protocol):
    """What the core may ask of its surroundings. Nothing here raises for a missing file."""

    def read(self, path: str) -> bytes | None:
        """The file's bytes, or None when there is no such file or it can't be read."""

    def size(self, path: str) -> int | None:
        """The file's size in bytes, or None when there is no such file."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Sorted names in a folder; empty when there is none."""

    def canonical(self, path: str) -> str:
        """The one path that all paths to the same file have, relative to the world's root."""

    def known_as(self, path: str) -> str:
        """What a file is called elsewhere: its name after that of its folder, `talk/deck.yaml`."""

    def font(self, file: str) -> bytes:
        """A bundled font file by name, e.g. `Carlito-Bold.ttf`. KeyError when it is not bundled."""

    def template(self, name: str) -> tuple[str, bytes] | None:
        """Path and text of a template's template.yaml, by the template's name."""

    def templates(self) -> tuple[str, ...]:
        """Sorted names of all templates within reach."""


class MemoryWorld:
    """A world made of values, for tests and fuzzing."""

    def __init__(
        self,
        files: dict[str, bytes] | None = None,
        fonts: dict[str, bytes] | None = None,
        templates: dict[str, bytes] | None = None,
    ) -> None:
        """Each mapping goes from a path or name to content."""
        self._files = files or {}
        self._fonts = fonts or {}
        self._templates = templates or {}

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        return self._files.get(path) or self._files.get(normpath(path))

    def size(self, path: str) -> int | None:
        """See World.size."""
        data = self.read(path)
        return None if data is None else len(data)

    def names(self, folder: str) -> tuple[str, ...]:
        """See World.names."""
        prefix = "" if normpath(folder) == "." else normpath(folder) + "/"
        paths = map(normpath, self._files)
        rest = (path.removeprefix(prefix) for path in paths if path.startswith(prefix))
        return tuple(sorted({name.split("/")[0] for name in rest}))

    def canonical(self, path: str) -> str:
        """See World.canonical."""
        return normpath(path)

    def known_as(self, path: str) -> str:
        """See World.known_as. The root has no name."""
        return "/".join([part for part in normpath(path).split("/") if part != ".."][-2:])

    def font(self, file: str) -> bytes:
        """See World.font."""
        return self._fonts[file]

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template."""
        data = self._templates.get(name)
        return None if data is None else (f"templates/{name}/template.yaml", data)

    def templates(self) -> tuple[str, ...]:
        """See World.templates."""
        return tuple(sorted(self._templates))


class Through:
    """Another world, asked for everything. A world that differs in a point is made of this one."""

    def __init__(self, world: World) -> None:
        """`world` is the one that answers."""
        self._world = world

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        return self._world.read(path)

    def size(self, path: str) -> int | None:
        """See World.size."""
        return self._world.size(path)

    def names(self, folder: str) -> tuple[str, ...]:
        """See World.names."""
        return self._world.names(folder)

    def canonical(self, path: str) -> str:
        """See World.canonical."""
        return self._world.canonical(path)

    def known_as(self, path: str) -> str:
        """See World.known_as."""
        return self._world.known_as(path)

    def font(self, file: str) -> bytes:
        """See World.font."""
        return self._world.font(file)

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template."""
        return self._world.template(name)

    def templates(self) -> tuple[str, ...]:
        """See World.templates."""
        return self._world.templates()


class Draft(Through):
    """Another world in which one file reads otherwise than it lies there."""

    def __init__(self, world: World, path: str, data: bytes) -> None:
        """`path` as it is asked for; `data` may be set anew later."""
        super().__init__(world)
        self.data = data
        self._path = path

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        return self.data if path == self._path else super().read(path)

    def size(self, path: str) -> int | None:
        """See World.size."""
        return len(self.data) if path == self._path else super().size(path)
