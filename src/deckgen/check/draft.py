"""A world in which one file reads otherwise than it lies on the disk."""

from __future__ import annotations

from deckgen.world import World


class Draft:
    """Another world, with one file replaced. See World."""

    def __init__(self, world: World, path: str, data: bytes) -> None:
        """`path` as it is asked for; `data` may be set anew later."""
        self.data = data
        self._world, self._path = world, path

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        return self.data if path == self._path else self._world.read(path)

    def size(self, path: str) -> int | None:
        """See World.size."""
        return len(self.data) if path == self._path else self._world.size(path)

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
