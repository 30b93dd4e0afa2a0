"""What pictures are, and what goes into a presentation."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckgen.image import ImageInfo, embed, inspect

EXIF_ORIENTATION = 0x0112


def picture(
    kind: str, size: tuple[int, int] = (64, 36), mode: str = "RGB", turned: int = 1
) -> bytes:
    """A picture whose upper left corner is red."""
    image = Image.new(mode, size)
    if mode in ("RGB", "RGBA"):
        image.paste((255, 0, 0, 255)[: len(mode)], (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = turned
    out = io.BytesIO()
    if turned == 1:
        image.save(out, kind)
    else:
        image.save(out, kind, exif=exif)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_formats_that_pass_untouched(kind: str) -> None:
    data = picture(kind)
    assert inspect(data) == ImageInfo(kind.lower(), 64, 36)
    assert embed(data) == (data, kind.lower())


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "WEBP", "ICO"])
def test_formats_that_are_converted(kind: str) -> None:
    data = picture(kind, (32, 32))
    info = inspect(data)
    assert info is not None
    assert (info.width, info.height, info.plain) == (32, 32, False)
    converted, extension = embed(data)
    assert inspect(converted) == ImageInfo(extension, 32, 32)


def test_a_turned_photograph_is_set_upright() -> None:
    data = picture("JPEG", (64, 36), turned=6)
    assert inspect(data) == ImageInfo("jpeg", 36, 64, turned=6, plain=False)
    upright, extension = embed(data)
    assert inspect(upright) == ImageInfo("jpeg", 36, 64)
    assert extension == "jpeg"
    with Image.open(io.BytesIO(upright)) as image:
        red, green, _ = image.convert("RGB").getpixel((34, 2))  # type: ignore[misc]
    assert red > 200 > green


def test_what_is_large_is_scaled_down() -> None:
    small, _ = embed(picture("PNG", (4000, 1000)))
    assert inspect(small) == ImageInfo("png", 2560, 640)


def test_transparency_stays() -> None:
    converted, extension = embed(picture("TIFF", (64, 36), "RGBA"))
    assert extension == "png"
    with Image.open(io.BytesIO(converted)) as image:
        assert image.mode == "RGBA"


def test_print_colours_become_screen_colours() -> None:
    data = picture("JPEG", mode="CMYK")
    info = inspect(data)
    assert info is not None
    assert not info.plain
    converted, _ = embed(data)
    assert inspect(converted) == ImageInfo("jpeg", 64, 36)


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = picture("BMP", (3000, 300))
    assert embed(data) == embed(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
def test_torn_files_are_no_pictures(kind: str) -> None:
    data = picture(kind)
    assert inspect(data[:20]) is None
    if kind in ("PNG", "JPEG"):
        assert inspect(data[:-9]) is None


def test_a_damaged_chunk_is_found() -> None:
    data = bytearray(picture("PNG"))
    data[50] ^= 0xFF
    assert inspect(bytes(data)) is None


def test_no_picture_can_not_be_embedded() -> None:
    with pytest.raises(ValueError, match="not a picture"):
        embed(b"text")


@given(
    st.binary(max_size=80), st.sampled_from((b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a"))
)
def test_no_bytes_raise(data: bytes, head: bytes) -> None:
    inspect(head + data)
