"""What is known of a picture without its pixels."""

from __future__ import annotations

from msgspec import Struct


class ImageInfo(Struct, frozen=True):
    """What a picture is. `width` and `height` are those of the upright picture.

    `turned` is the EXIF orientation (1 is upright), `plain` whether PowerPoint takes the bytes
    as they are: a format it knows, upright, RGB or grey, 8 bits. Of an SVG, the size is that of
    its drawing, a thousand units at the longer side.
    """

    format: str  # "png", "jpeg", "gif", "svg", or Pillow's name in lower case
    width: int
    height: int
    turned: int = 1
    frames: int = 1
    plain: bool = True
