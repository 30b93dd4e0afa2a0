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


class Album:
    """The pictures that a deck's slides name."""

    def __init__(self, world: World) -> None:
        """Empty; pictures are read when a slide asks for them."""
        self._world = world
        self._loaded: dict[str, Loaded | None] = {}
        self.blobs: dict[str, bytes] = {}

    def load(self, file: str) -> Loaded | None:
        """The picture, or None when it is missing or no picture (the outline has said so)."""
        if file not in self._loaded:
            self._loaded[file] = self._read(file)
        return self._loaded[file]

    def _read(self, file: str) -> Loaded | None:
        from deckgen.image import embed, inspect

        data = self._world.read(file)
        info = inspect(data) if data is not None else None
        if data is None or info is None:
            return None
        data, extension = embed(data)
        blob = f"{hashlib.sha256(data).hexdigest()[:24]}.{extension}"
        self.blobs[blob] = data
        return Loaded(blob, info.width, info.height)


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
