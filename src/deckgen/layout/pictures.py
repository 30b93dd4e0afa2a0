"""Pictures of the deck: read once, embedded once, cropped to their frames.

In: file names through the World. Out: blobs by content hash, crops as shares of the picture.
"""

from __future__ import annotations

import hashlib

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.world import World


class Loaded(Struct, frozen=True):
    """A picture that is ready to be embedded. Width and height in pixels."""

    blob: str
    width: int
    height: int


class Print(Struct, frozen=True):
    """A picture that was made ready: from which bytes, and what came of them."""

    source: bytes
    loaded: Loaded
    data: bytes


class Album:
    """The pictures that a deck's slides name."""

    def __init__(self, world: World, prints: dict[str, Print] | None = None) -> None:
        """Pictures are read when a slide asks for them; `prints` are those of earlier builds."""
        self._world = world
        self._prints = {} if prints is None else prints
        self._loaded: dict[str, Loaded | None] = {}
        self.blobs: dict[str, bytes] = {}

    def load(self, file: str) -> Loaded | None:
        """The picture, or None when it is missing or no picture (the outline has said so)."""
        if file not in self._loaded:
            self._loaded[file] = self._read(file)
        return self._loaded[file]

    def _read(self, file: str) -> Loaded | None:
        source = self._world.read(file)
        if source is None:
            return None
        known = self._prints.get(file)
        if known is None or known.source != source:
            known = _printed(source)
            if known is None:
                return None
            self._prints[file] = known
        self.blobs[known.loaded.blob] = known.data
        return known.loaded


def _printed(source: bytes) -> Print | None:
    from deckgen.image import embed, inspect

    info = inspect(source)
    if info is None:
        return None
    data, extension = embed(source)
    blob = f"{hashlib.sha256(data).hexdigest()[:24]}.{extension}"
    return Print(source, Loaded(blob, info.width, info.height), data)


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
