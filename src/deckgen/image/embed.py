"""A picture's bytes → the bytes that go into a presentation.

What is fit already goes in untouched; the rest is turned upright, converted and scaled down.
"""

from __future__ import annotations

from deckgen.image.inspect import inspect

LONGEST = 2560  # pixels: 192 to the inch over a whole slide of 13⅓ inches


def embed(data: bytes, longest: int = LONGEST) -> tuple[bytes, str]:
    """Bytes and file extension (`png`, `jpeg`, `gif`) for PowerPoint.

    Raises ValueError for bytes that `inspect` refuses, which `outline` reports beforehand.
    """
    info = inspect(data)
    if info is None:
        raise ValueError("not a picture")
    small = max(info.width, info.height) <= longest
    moving = info.format == "gif" and info.frames > 1
    if info.plain and (small or moving):
        return data, info.format
    from deckgen.image.pillow import converted

    found = converted(data, longest)
    if found is None:
        raise ValueError("not a picture")
    return found
