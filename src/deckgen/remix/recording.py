"""A world that remembers what was asked of it → what a talk was made with.

In: another World. Out: the names of templates, fonts and files that were read, with hashes of what
they hold. Outlines are left out: what is taken of them is pinned word for word. What must not be
here: what is made of it (`keeping`).
"""

from __future__ import annotations

from hashlib import sha256

from deckgen.world import Through, World

OUTLINES = (".yaml", ".yml", ".lock")
_LENGTH = 24  # hexadecimal digits, as pictures are named in files
_FONT, _TEMPLATE = "font ", "template "


class Recording(Through):
    """Another world, and what it was asked for. See World."""

    def __init__(self, world: World) -> None:
        """Nothing was asked for yet."""
        super().__init__(world)
        self._files: dict[str, None] = {}
        self._fonts: dict[str, None] = {}
        self._looks: dict[str, str] = {}  # by name, the folder

    def made(self, look: str) -> dict[str, str]:
        """Name → hash of everything that was there. `look` is the template that was used."""
        names = [f"{_FONT}{font}" for font in self._fonts]
        names += [f"{_TEMPLATE}{look}"] if look in self._looks else []
        names += [self._named(file, look) for file in self._files]
        found = ((name, digest(name, self._world)) for name in names)
        return {name: value for name, value in sorted(found) if value}

    def _named(self, file: str, look: str) -> str:
        """A file of a template goes by the template's name, wherever that lies."""
        folder = self._looks.get(look, "")
        inside = bool(folder) and file.startswith(f"{folder}/")
        return f"{_TEMPLATE}{look}{file.removeprefix(folder)}" if inside else file

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        if not path.endswith(OUTLINES):
            self._files[path] = None
        return super().read(path)

    def font(self, file: str) -> bytes:
        """See World.font."""
        self._fonts[file] = None
        return super().font(file)

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template."""
        found = super().template(name)
        if found is not None:
            self._looks[name] = found[0].rpartition("/")[0]
        return found


def digest(name: str, world: World) -> str:
    """The hash of what a name stands for now; empty where there is nothing."""
    data = _data(name, world)
    return "" if data is None else sha256(data).hexdigest()[:_LENGTH]


def _data(name: str, world: World) -> bytes | None:
    if name.startswith(_FONT):
        try:
            return world.font(name.removeprefix(_FONT))
        except KeyError:
            return None
    if not name.startswith(_TEMPLATE):
        return world.read(name)
    look, slash, file = name.removeprefix(_TEMPLATE).partition("/")
    found = world.template(look)
    if found is None or not slash:
        return found[1] if found else None
    return world.read(f"{found[0].rpartition('/')[0]}/{file}")
