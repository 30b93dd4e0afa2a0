"""Pictures of the deck: read once, cropped to their frames.

In: file names through the World. Out: what is known of each picture, crops as shares of it. A
picture's bytes go under the digest of its file until `settling` knows how large it is shown.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.image.icons import Command, Icons
from deckgen.world import World


class Loaded(Struct, frozen=True):
    """A picture that can be placed. Width and height in pixels; of an SVG, in its own units."""

    blob: str
    width: int
    height: int
    vector: bool = False


class Print(Struct, frozen=True):
    """A file that was looked at: its bytes, and what they are."""

    source: bytes
    loaded: Loaded


class Made(Struct, frozen=True):
    """A picture made ready for a size: its name and bytes, and those of an SVG beside it."""

    blob: str
    data: bytes
    vector: str = ""
    drawing: bytes = b""


class Prints:
    """What earlier builds know of pictures: by file, and by what they were made ready for."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.files: dict[str, Print] = {}
        self.made: dict[tuple[str, int], Made | None] = {}
        self.drawn: dict[str, Print] = {}  # what pages that are known already have drawn

    def forget(self, sizes: dict[str, int]) -> None:
        """Only what a build needed is kept for the next one."""
        self.made = {key: one for key, one in self.made.items() if sizes.get(key[0]) == key[1]}
        self.drawn = {blob: one for blob, one in self.drawn.items() if blob in sizes}
        # A thousand decks of a merge may each show a photograph of their own.
        self.files = {name: one for name, one in self.files.items() if one.loaded.blob in sizes}


class Album:
    """The pictures that a deck's slides name."""

    def __init__(self, world: World, prints: Prints | None = None) -> None:
        """Pictures are read when a slide asks for them; `prints` are those of earlier builds."""
        self.world = world
        self.prints = prints or Prints()
        self._loaded: dict[str, Loaded | None] = {}
        self._icons: Icons | None = None
        self.sources: dict[str, tuple[str, Print]] = {}  # by blob: the file's name, its content
        self.blobs: dict[str, bytes] = {}
        self._films: dict[str, str] = {}

    def load(self, file: str) -> Loaded | None:
        """The picture, or None when it is missing or no picture (the outline has said so)."""
        if file not in self._loaded:
            self._loaded[file] = self._read(file)
        return self._loaded[file]

    def icon(self, name: str) -> tuple[Command, ...]:
        """An icon's path; empty where there is none of that name (the outline has said so)."""
        self._icons = self._icons or Icons(self.world)
        return self._icons.outline(name)

    def film(self, file: str, extension: str) -> str:
        """The blob of a film or a sound; empty when it is missing (the outline has said so)."""
        if file not in self._films:
            data = self.world.read(file)
            self._films[file] = "" if data is None else named(data, extension)
            if data is not None:
                self.blobs[self._films[file]] = data
        return self._films[file]

    def drawn(self, drawing: bytes) -> str:
        """The blob of an SVG that was drawn for a page."""
        blob = named(drawing, "svg")
        self.prints.drawn[blob] = Print(drawing, Loaded(blob, 1, 1, vector=True))
        return blob

    def _read(self, file: str) -> Loaded | None:
        source = self.world.read(file)
        if source is None:
            return None
        files = self.prints.files
        known = files.get(file)
        if known is None or known.source != source:
            known = _looked_at(source)
            if known is None:
                return None
            files[file] = known
        self.sources.setdefault(known.loaded.blob, (file, known))
        self.blobs[known.loaded.blob] = source
        return known.loaded


def _looked_at(source: bytes) -> Print | None:
    from deckgen.image import inspect

    info = inspect(source)
    if info is None:
        return None
    blob = named(source, info.format)
    return Print(source, Loaded(blob, info.width, info.height, info.format == "svg"))


def named(data: bytes, extension: str) -> str:
    """A blob's name: equal bytes have equal names."""
    return f"{hashlib.sha256(data).hexdigest()[:24]}.{extension}"


def crop(
    picture: Loaded, frame: Rect, focus: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Shares to cut left, top, right and bottom so that the picture fills the frame undistorted."""
    wanted, has = frame.w / frame.h, picture.width / picture.height
    if has > wanted:
        spare = 1 - wanted / has
        left = min(max(focus[0] - (1 - spare) / 2, 0), spare)
        return left, 0.0, spare - left, 0.0
    spare = 1 - has / wanted
    top = min(max(focus[1] - (1 - spare) / 2, 0), spare)
    return 0.0, top, 0.0, spare - top
