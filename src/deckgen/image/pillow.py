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
_DEEP = 65_535
# A PNG is a photograph when it has more colours than screens are drawn with, and is so much lighter
# as JPEG. Whatever is doubtful stays as it is.
_COLOURS = 65_536
_LIGHTER = 3


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
    """The picture upright, in sRGB, no side longer than `longest`; None when it can't be read.

    PNG where there is transparency or a palette, and where a PNG is no photograph; else JPEG.
    """
    from PIL import ImageOps

    try:
        image = _open(data, None)
        if image.format == "JPEG" and image.mode != "CMYK":
            image.draft("RGB", (longest, longest))
        sharp = image.format in ("PNG", "GIF", "BMP", "ICO") or _transparent(image)
        image = _toned(ImageOps.exif_transpose(image))
        image.thumbnail((longest, longest), reducing_gap=3.0)
    except Exception:  # see above
        return None
    image.info.pop("icc_profile", None)  # it describes the colours before they were converted
    return _saved(image, sharp)


def _open(data: bytes, formats: tuple[str, ...] | None) -> Image:
    from PIL import Image

    # Pillow would warn on standard error; `outline` has its own limit, and says it better.
    Image.MAX_IMAGE_PIXELS = None
    return Image.open(io.BytesIO(data), formats=formats)


def _transparent(image: Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _toned(image: Image) -> Image:
    """In RGB, grey, or RGB with transparency, 8 bits each, the colours those of sRGB."""
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image)
    managed = _managed(image)
    if managed is not None:
        return managed
    if image.mode in ("RGB", "L", "RGBA"):
        return image
    return image.convert("RGBA" if _transparent(image) else "RGB")


def _eight_bits(image: Image) -> Image:
    """Deep grey: 16 bits a pixel as they are counted, anything else from its darkest on."""
    low, high = image.getextrema()
    assert isinstance(low, int | float) and isinstance(high, int | float)
    if image.mode != "F" and low >= 0 and high <= _DEEP:
        low, high = 0, _DEEP
    scale = 255 / max(high - low, 1e-9)
    start = 0.5 - low * scale  # `convert` cuts what is behind the point
    return image.convert("F").point(lambda value: value * scale + start).convert("L")


def _managed(image: Image) -> Image | None:
    """Through the profile that a picture brings; None where it has none, or a broken one."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("CMYK", "RGB", "RGBA", "LAB"):
        return None
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        flat = image.convert("RGB") if image.mode == "RGBA" else image
        found = ImageCms.profileToProfile(flat, source, target, outputMode="RGB")
    except (OSError, ValueError, ImageCms.PyCMSError):
        return None
    if found is not None and image.mode == "RGBA":
        found.putalpha(image.getchannel("A"))
    return found


def _saved(image: Image, sharp: bool) -> tuple[bytes, str]:
    image = _opaque(image)
    if not sharp:
        return _jpeg(image), "jpeg"
    out = io.BytesIO()
    image.save(out, "PNG", optimize=False)
    data = out.getvalue()
    if image.mode == "RGB" and image.getcolors(_COLOURS) is None:
        light = _jpeg(image)
        if len(light) * _LIGHTER < len(data):
            return light, "jpeg"
    return data, "png"


def _opaque(image: Image) -> Image:
    """Without a transparency that is nowhere used."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image


def _jpeg(image: Image) -> bytes:
    out = io.BytesIO()
    flat = image if image.mode in ("RGB", "L") else image.convert("RGB")
    flat.save(out, "JPEG", quality=_QUALITY, progressive=False, optimize=True)
    return out.getvalue()
