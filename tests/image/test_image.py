"""What pictures are, and what goes into a presentation."""

from __future__ import annotations

import io
import struct
import zlib

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


def noise(size: tuple[int, int], mode: str = "RGB") -> Image.Image:
    """Something like a photograph: colours that change softly, with grain."""
    import random

    dice = random.Random(7)
    soft = Image.new("RGB", (16, 9))
    soft.putdata([tuple(dice.randrange(256) for _ in range(3)) for _ in range(16 * 9)])
    grain = Image.frombytes("RGB", size, dice.randbytes(size[0] * size[1] * 3))
    return Image.blend(soft.resize(size, Image.Resampling.BICUBIC), grain, 0.04).convert(mode)


def saved(image: Image.Image, kind: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_a_photograph_saved_as_png_becomes_a_jpeg() -> None:
    data = saved(noise((800, 600)))
    small, extension = embed(data)
    assert extension == "jpeg"
    assert len(small) * 3 < len(data)
    assert opened(small).size == (800, 600)


def test_a_screenshot_stays_as_it_is() -> None:
    screen = Image.new("RGB", (1600, 1000), "white")
    for n in range(0, 1000, 3):
        screen.paste((n % 256, 40, 90), (n, n, n + 400, n + 2))
    data = saved(screen)
    assert embed(data) == (data, "png")
    scaled, extension = embed(data, 640)
    assert (opened(scaled).size, extension) == ((640, 400), "png")


def test_a_photograph_with_transparency_stays_png() -> None:
    clear = noise((800, 600), "RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((800, 600)))
    data = saved(clear)
    assert embed(data) == (data, "png")
    clear.putalpha(255)
    assert embed(saved(clear))[1] == "jpeg"


def test_what_is_a_little_too_large_is_left_alone() -> None:
    data = picture("JPEG", (1200, 600))
    assert embed(data, 1000) == (data, "jpeg")
    assert opened(embed(data, 900)[0]).size == (900, 450)


def test_nothing_is_scaled_up() -> None:
    assert opened(embed(picture("BMP", (64, 36)), 2000)[0]).size == (64, 36)


def test_a_gif_that_moves_is_kept_whatever_its_size() -> None:
    frames = [Image.new("RGB", (900, 300), shade) for shade in ("red", "green", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=200)
    assert inspect(data) == ImageInfo("gif", 900, 300, 1, 3)
    assert embed(data, 100) == (data, "gif")


def print_profile() -> bytes:
    """An ICC profile (ICC.1:2001, 6.5.7) of a press whose cyan is red and whose paper is white."""
    corners = [(0, 128, 128)] * 16
    corners[0], corners[8] = (255, 128, 128), (137, 208, 195)  # Lab of the paper, of cyan alone
    line = bytes(range(256))
    identity = struct.pack(">9i", *(65_536 if n in (0, 4, 8) else 0 for n in range(9)))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + identity + line * 4
    table += b"".join(map(bytes, corners)) + line * 3
    d50 = struct.pack(">3i", 63_190, 65_536, 54_061)
    head = b"".join((
        struct.pack(">I", 144 + len(table)), bytes(4), b"\x02\x40\0\0", b"prtrCMYKLab ", bytes(12),
        b"acsp", bytes(28), d50, bytes(48),
    ))  # fmt: skip
    return head + struct.pack(">I4sII", 1, b"A2B0", 144, len(table)) + table


def test_print_colours_go_through_their_own_profile() -> None:
    cyan = Image.new("CMYK", (40, 40), (255, 0, 0, 0))
    plain, _ = embed(saved(cyan, "TIFF"))
    assert opened(plain).getpixel((9, 9)) == (0, 255, 255)
    for kind in ("TIFF", "JPEG"):
        converted, extension = embed(saved(cyan, kind, icc_profile=print_profile()))
        red, green, blue = opened(converted).getpixel((9, 9))  # type: ignore[misc]
        assert extension == "jpeg"
        assert red > 200 and green < 40 and blue < 40


def test_other_colours_go_through_their_own_profile() -> None:
    from PIL import ImageCms

    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    wide = Image.new("RGB", (40, 40), (200, 40, 40))
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(wide, "TIFF", icc_profile=profile)
    converted, _ = embed(data)
    red, green, blue = opened(converted).convert("RGB").getpixel((20, 20))  # type: ignore[misc]
    assert abs(red - 200) < 4 and abs(green - 40) < 4 and abs(blue - 40) < 4
    assert "icc_profile" not in opened(converted).info
    neutral = Image.frombytes("LAB", (40, 40), bytes((128, 0, 0)) * 1600)
    grey, _ = embed(saved(neutral, "TIFF", icc_profile=swapped))
    assert opened(grey).getpixel((20, 20)) == (119, 119, 119)
    # A profile that does not fit the picture is passed over.
    odd, _ = embed(saved(wide, "TIFF", icc_profile=swapped))
    assert opened(odd).size == (40, 40)
    broken, _ = embed(saved(wide, "TIFF", icc_profile=b"no profile"))
    assert opened(broken).size == (40, 40)


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    shades = (40_000).to_bytes(2, "little") * 32 + bytes(64)
    data = saved(Image.frombytes("I;16", (64, 36), shades * 36))
    info = inspect(data)
    assert info is not None and not info.plain
    converted, extension = embed(data)
    assert extension == "png"
    with opened(converted) as image:
        assert image.mode == "L"
        assert image.getpixel((3, 3)) == 156
        assert image.getpixel((60, 3)) == 0


def test_deep_numbers_are_spread_over_grey() -> None:
    deep = Image.new("F", (40, 40), 0.25)
    deep.paste(0.75, (0, 0, 20, 40))
    converted, _ = embed(saved(deep, "TIFF"))
    with opened(converted) as image:
        assert image.getpixel((5, 5)) == 255
        assert image.getpixel((35, 5)) == 0


def test_a_picture_torn_in_its_pixels_is_refused() -> None:
    data = picture("PNG", (900, 300))
    start = data.index(b"IDAT")
    size = int.from_bytes(data[start - 4 : start], "big")
    torn = b"IDAT" + b"?" * size
    damaged = data[:start] + torn + zlib.crc32(torn).to_bytes(4, "big") + data[start + 8 + size :]
    assert inspect(damaged) is not None
    with pytest.raises(ValueError, match="not a picture"):
        embed(damaged, 100)


@pytest.mark.parametrize("turned", range(1, 9))
def test_every_way_of_holding_a_camera(turned: int) -> None:
    """The corner that a camera noted as upper left is there."""
    image = Image.new("RGB", (64, 36))
    image.paste((255, 0, 0), (0, 0, 12, 12))
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = turned
    upright, _ = embed(saved(image, "JPEG", exif=exif))
    with opened(upright) as found:
        assert found.size == ((36, 64) if turned >= 5 else (64, 36))
        wide, high = found.size
        corners = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1)}
        right, low = corners.get(turned, (0, 1))
        at = (wide - 4 if right else 3, high - 4 if low else 3)
        red, green, _ = found.convert("RGB").getpixel(at)  # type: ignore[misc]
        assert red > 180 > green
