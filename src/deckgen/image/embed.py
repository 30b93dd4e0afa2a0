"""A picture's bytes → the bytes that go into a presentation.

What is fit already goes in untouched; the rest is turned upright, converted and scaled down, never
up and never more in one direction than in the other.
"""

from __future__ import annotations

from deckgen.image.info import ImageInfo
from deckgen.image.inspect import inspect

LONGEST = 2560  # pixels: 192 to the inch over a whole slide of 13⅓ inches
SPARE = 1.25  # a picture that is only a little too large is left alone: nothing is gained
# A photograph saved as PNG has one to three bytes a pixel, a screenshot far below one.
HEAVY = 400_000  # bytes
DENSE = 1.0  # bytes a pixel


def embed(data: bytes, longest: int = LONGEST) -> tuple[bytes, str]:
    """Bytes and file extension (`png`, `jpeg`, `gif`) for PowerPoint.

    `longest` is how many pixels the longer side has use for. Raises ValueError for bytes that
    `inspect` refuses, which `outline` reports beforehand, and for pictures torn in their pixels.
    """
    info = inspect(data)
    if info is None or info.format == "svg":
        raise ValueError("not a picture")
    small = max(info.width, info.height) <= longest * SPARE
    moving = info.format == "gif" and info.frames > 1
    keep = info.plain and (small or moving)
    if keep and not _like_a_photograph(data, info):
        return data, info.format
    from deckgen.image.pillow import converted

    found = converted(data, max(info.width, info.height) if small else longest)
    if found is None:
        raise ValueError("not a picture")
    return (data, info.format) if keep and found[1] == info.format else found


def _like_a_photograph(data: bytes, info: ImageInfo) -> bool:
    """Whether it is worth looking at a PNG's pixels."""
    heavy = len(data) > HEAVY and len(data) > DENSE * info.width * info.height
    return info.format == "png" and heavy
