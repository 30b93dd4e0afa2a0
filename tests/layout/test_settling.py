"""Pictures as writers get them: each once, as large as it is shown, with what is wrong with it."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from deckgen.base.diagnostics import Diagnostic
from deckgen.image import inspect
from deckgen.layout.settling import LEAST, PPI
from deckgen.pipeline import Compiled, Compiler, compile_deck
from deckgen.scene import model as scene
from deckgen.world import MemoryWorld
from pipeline.kinds import HERE

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><script>x</script>'
    b'<circle cx="100" cy="50" r="40" fill="#c00"/></svg>'
)


class Desk(MemoryWorld):
    """An outline and its pictures in memory, deckgen's own fonts and templates."""

    def font(self, file: str) -> bytes:
        return HERE.font(file)

    def template(self, name: str) -> tuple[str, bytes] | None:
        return HERE.template(name)

    def templates(self) -> tuple[str, ...]:
        return HERE.templates()


def photograph(size: tuple[int, int], kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize(size).convert("RGB").save(out, kind)
    return out.getvalue()


def built(slides: str, **files: bytes) -> Compiled:
    named = {name.replace("_", "."): data for name, data in files.items()}
    outline = f"title: Pictures\nslides:\n{slides}".encode()
    return compile_deck("deck.yaml", Desk({"deck.yaml": outline, **named}), "plain")


def pictures(found: Compiled) -> list[scene.Picture]:
    assert found.scene is not None, found.diagnostics
    return [
        item for page in found.scene.pages for item in page.items if isinstance(item, scene.Picture)
    ]


def only(found: Compiled, code: str) -> Diagnostic:
    (one,) = [one for one in found.diagnostics if one.code == code]
    return one


WHOLE = "- picture: {file: a.jpg, alt: A}\n"
ASIDE = "- points: [One thing, Another]\n  picture: {file: a.jpg, alt: A, focus: [0.9, 0.5]}\n"


def shown_at(found: Compiled, one: scene.Picture) -> float:
    """Pixels to the inch."""
    assert found.scene is not None
    info = inspect(found.scene.blobs[one.blob])
    assert info is not None
    left, _, right, _ = one.crop
    return info.width * (1 - left - right) * 914_400 / one.frame.cx


def test_a_large_photograph_is_as_large_as_its_place() -> None:
    found = built(ASIDE, a_jpg=photograph((6000, 4000)))
    (one,) = pictures(found)
    assert 0.9 * PPI < shown_at(found, one) < 1.1 * PPI
    assert found.scene is not None
    assert len(found.scene.blobs) == 1


def test_what_fits_goes_in_untouched() -> None:
    data = photograph((2400, 1350))
    found = built(WHOLE, a_jpg=data)
    assert found.scene is not None
    assert list(found.scene.blobs.values()) == [data]


def test_the_same_file_is_there_once_for_its_largest_place() -> None:
    found = built(WHOLE + ASIDE, a_jpg=photograph((6000, 3375)))
    large, small = pictures(found)
    assert large.blob == small.blob
    assert large.crop != small.crop
    assert found.scene is not None
    assert len(found.scene.blobs) == 1
    assert shown_at(found, large) > 0.9 * PPI


def test_equal_bytes_under_two_names_are_there_once() -> None:
    data = photograph((1920, 1080))
    found = built(WHOLE + WHOLE.replace("a.jpg", "b.jpg"), a_jpg=data, b_jpg=data)
    assert found.scene is not None
    assert len(found.scene.blobs) == 1


@pytest.mark.parametrize("size", [(3000, 1000), (1000, 3000)])
def test_a_crop_keeps_the_proportions(size: tuple[int, int]) -> None:
    found = built(WHOLE, a_jpg=photograph(size))
    (one,) = pictures(found)
    assert found.scene is not None
    info = inspect(found.scene.blobs[one.blob])
    assert info is not None
    assert abs(info.width / info.height - size[0] / size[1]) < 0.01
    left, top, right, bottom = one.crop
    seen = size[0] * (1 - left - right) / (size[1] * (1 - top - bottom))
    assert abs(seen - one.frame.cx / one.frame.cy) < 0.001


def test_the_focus_decides_what_is_cut() -> None:
    (one,) = pictures(built(ASIDE, a_jpg=photograph((3000, 1000))))
    assert one.crop[2] == 0 < one.crop[0]


def test_a_picture_too_coarse_for_its_place_is_noticed() -> None:
    found = built(WHOLE, a_jpg=photograph((640, 360)))
    one = only(found, "layout/low-resolution")
    assert one.severity == "warning"
    assert one.span is not None and one.span.line == 3
    assert "640 × 360 pixels" in one.message and "48 to the inch" in one.message
    assert "1467 × 825" in one.hints[0] and "2934 × 1650" in one.hints[0]
    good = built(WHOLE, a_jpg=photograph((round(13.34 * LEAST), 826)))
    assert not good.diagnostics


def test_an_svg_stays_a_drawing_with_pixels_beside_it() -> None:
    found = built("- picture: {file: a.svg, alt: A}\n", a_svg=SVG)
    (one,) = pictures(found)
    assert found.scene is not None
    assert one.blob.endswith(".png") and one.vector.endswith(".svg")
    assert b"script" not in found.scene.blobs[one.vector]
    assert shown_at(found, one) > LEAST
    assert not found.diagnostics


def test_text_in_an_svg_is_noticed() -> None:
    drawn = SVG.replace(b"<script>x</script>", b"<text>Hier</text>")
    found = built("- picture: {file: a.svg, alt: A}\n", a_svg=drawn)
    assert only(found, "outline/svg-text").severity == "warning"


def test_a_picture_that_breaks_when_it_is_opened_is_an_error() -> None:
    data = photograph((4000, 3000), "PNG")
    start = data.index(b"IDAT")
    size = int.from_bytes(data[start - 4 : start], "big")
    torn = b"IDAT" + b"?" * size
    checked = torn + zlib.crc32(torn).to_bytes(4, "big")
    damaged = data[:start] + checked + data[start + 8 + size :]
    found = built("- picture: {file: a.png, alt: A}\n", a_png=damaged)
    assert found.failed
    assert only(found, "layout/torn-picture").span is not None


def test_a_second_build_makes_nothing_ready_again() -> None:
    desk = Desk(
        {"deck.yaml": f"title: P\nslides:\n{ASIDE}".encode(), "a.jpg": photograph((4000, 3000))}
    )
    compiler = Compiler(desk, "plain")
    first, second = compiler.compile("deck.yaml"), compiler.compile("deck.yaml")
    assert first.scene == second.scene
    (one,), (other,) = pictures(first), pictures(second)
    assert first.scene is not None and second.scene is not None
    assert first.scene.blobs[one.blob] is second.scene.blobs[other.blob]
