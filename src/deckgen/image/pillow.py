"""What needs Pillow: other formats, turning, scaling, converting. Imported only when needed.

Bytes in, bytes out, the same for the same picture. Callers look at the size before they have
pixels decoded. What must not be here: deciding which pictures need any of this.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from deckgen.image.info import ImageInfo

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("BMP", "DIB", "TIFF", "WEBP", "PPM", "ICO", "JPEG2000", "TGA", "PCX", "JPEG")
_QUALITY = 88


def inspect_other(data: bytes) -> ImageInfo | None:
    """A picture in a format that PowerPoint should not be given as it is."""
    try:
        image = _open(data, _FORMATS)
        turned = int(image.getexif().get(0x0112, 1))
        width, height = image.size
        kind = (image.format or "").lower()
        frames = int(getattr(image, "n_frames", 1))
    except Exception:  # Pillow's readers raise whatever their format stumbles over
        return None
    if turned in (5, 6, 7, 8):
        width, height = height, width
    return ImageInfo(kind, width, height, turned, frames, plain=False)


def converted(data: bytes, longest: int) -> tuple[bytes, str] | None:
    """The picture upright, in RGB, no side longer than `longest`; None when it can't be read.

    PNG where there is transparency or a palette, else JPEG.
    """
    from PIL import ImageOps

    try:
        image = _open(data, None)
        if image.format == "JPEG":
            image.draft("RGB", (longest, longest))
        sharp = image.format in ("PNG", "GIF", "BMP", "ICO") or _transparent(image)
        image = _toned(ImageOps.exif_transpose(image))
    except Exception:  # see above
        return None
    image.thumbnail((longest, longest), reducing_gap=3.0)
    return _saved(image, sharp)


def _open(data: bytes, formats: tuple[str, ...] | None) -> Image:
    from PIL import Image

    # Pillow would warn on standard error; `outline` has its own limit, and says it better.
    Image.MAX_IMAGE_PIXELS = None
    return Image.open(io.BytesIO(data), formats=formats)


def _transparent(image: Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _toned(image: Image) -> Image:
    """In RGB, grey, or RGB with transparency."""
    if image.mode in ("RGB", "L", "RGBA"):
        return image
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("RGBA" if _transparent(image) else "RGB")


def _saved(image: Image, sharp: bool) -> tuple[bytes, str]:
    out = io.BytesIO()
    if sharp:
        image.save(out, "PNG", optimize=False)
        return out.getvalue(), "png"
    image.convert("RGB" if image.mode != "L" else "L").save(
        out, "JPEG", quality=_QUALITY, progressive=False, optimize=True
    )
    return out.getvalue(), "jpeg"
