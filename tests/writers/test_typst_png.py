"""Pictures of pages: the size that was asked for, forms and pictures where they belong."""

from __future__ import annotations

import io

import pytest
from msgspec.structs import replace
from PIL import Image

from deckgen.scene.model import (
    Connector,
    Item,
    Page,
    Path,
    Picture,
    Preset,
    Scene,
    Shape,
    Stroke,
    Table,
)
from writers import scenes
from writers.printing import PRESS

INK = scenes.paint("accent1")
RGB = (0xD1, 0x49, 0x5B)
WHITE = (255, 255, 255)
PT = scenes.PT


def drawn(*items: Item, scene: Scene | None = None) -> Image.Image:
    whole = scene or scenes.scene()
    (png,) = PRESS.png(replace(whole, pages=(Page("p", "empty", "P", items),)), 960)
    return Image.open(io.BytesIO(png)).convert("RGB")


def form(preset: str, *adjust: tuple[str, int], **more: object) -> Shape:
    """A form of 200 × 100 at (100, 100)."""
    at = scenes.box(100, 100, 200, 100)
    return Shape("s", "S", at, Preset(preset, adjust), INK, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("width", "size"), [(960, (960, 540)), (1280, (1280, 720))])
def test_size(width: int, size: tuple[int, int]) -> None:
    pages = PRESS.png(scenes.scene(scenes.shout_page(), scenes.figure_page()), width)
    assert [Image.open(io.BytesIO(png)).size for png in pages] == [size, size]


# For each form points inside and outside, in shares of its frame.
FORMS = {
    "rect": ([(0.01, 0.02), (0.99, 0.98)], []),
    "roundRect": ([(0.5, 0.02), (0.02, 0.5)], [(0.005, 0.01), (0.995, 0.99)]),
    "ellipse": ([(0.5, 0.02), (0.02, 0.5)], [(0.1, 0.1), (0.9, 0.9)]),
    "triangle": ([(0.5, 0.05), (0.05, 0.97)], [(0.1, 0.5), (0.9, 0.5)]),
    "diamond": ([(0.5, 0.05), (0.05, 0.5)], [(0.2, 0.2), (0.8, 0.8)]),
    "homePlate": ([(0.02, 0.02), (0.97, 0.5)], [(0.97, 0.1), (0.97, 0.9)]),
    "chevron": ([(0.5, 0.5), (0.97, 0.5)], [(0.1, 0.5), (0.97, 0.1)]),
    "rightArrow": ([(0.1, 0.5), (0.97, 0.5), (0.76, 0.1)], [(0.1, 0.1), (0.97, 0.1)]),
    "leftArrow": ([(0.9, 0.5), (0.03, 0.5), (0.24, 0.1)], [(0.9, 0.1), (0.03, 0.1)]),
}


@pytest.mark.parametrize("preset", FORMS)
def test_forms(preset: str) -> None:
    picture = drawn(form(preset))
    inside, outside = FORMS[preset]
    for x, y in inside:
        assert picture.getpixel((100 + round(200 * x), 100 + round(100 * y))) == RGB, (x, y)
    for x, y in outside:
        assert picture.getpixel((100 + round(200 * x), 100 + round(100 * y))) == WHITE, (x, y)


def test_an_unknown_form_fills_its_frame() -> None:
    assert drawn(form("cloud")).getpixel((101, 101)) == RGB


def test_a_form_is_mirrored() -> None:
    picture = drawn(form("homePlate", flip=True))
    assert picture.getpixel((103, 110)) == WHITE
    assert picture.getpixel((297, 110)) == RGB


def test_a_form_is_turned_around_its_middle() -> None:
    picture = drawn(form("rect", rotation=90))
    assert picture.getpixel((200, 55)) == RGB
    assert picture.getpixel((110, 150)) == WHITE


def test_a_path_is_filled_where_it_overlaps_itself() -> None:
    corners = [(0, 0), (100, 0), (100, 100), (0, 100)]
    inner = [(25, 25), (75, 25), (75, 75), (25, 75)]
    commands = tuple(
        command
        for ring in (corners, inner)
        for command in (
            ("M", *(PT * part for part in ring[0])),
            *(("L", *(PT * part for part in corner)) for corner in ring[1:]),
            ("Z",),
        )
    )
    shape = Shape("s", "S", scenes.box(100, 100, 100, 100), Path(commands), INK)
    assert drawn(shape).getpixel((150, 150)) == RGB


def test_half_transparent() -> None:
    half = replace(form("rect"), fill=scenes.paint("accent1", 50))
    red, *_ = drawn(half).getpixel((200, 150))
    assert 225 < red < 240


def test_an_arrow_ends_at_its_point() -> None:
    stroke = Stroke(INK, 4 * PT, tail="arrow")
    line = Connector("c", "C", 100 * PT, 100 * PT, 300 * PT, 100 * PT, stroke)
    picture = drawn(line)
    assert picture.getpixel((200, 100)) == RGB
    assert picture.getpixel((289, 103)) == RGB  # the head is three times as wide
    assert picture.getpixel((299, 104)) == WHITE
    assert picture.getpixel((302, 100)) == WHITE


def quarters(kind: str) -> bytes:
    """Four colours in four corners."""
    picture = Image.new("RGB", (40, 40), "red")
    picture.paste("lime", (20, 0, 40, 20))
    picture.paste("blue", (0, 20, 20, 40))
    out = io.BytesIO()
    picture.save(out, kind, **({"quality": 95} if kind == "JPEG" else {}))
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_pictures(kind: str) -> None:
    name = f"q.{kind.lower()}"
    whole = replace(scenes.scene(), blobs={name: quarters(kind)})
    picture = drawn(
        Picture("p", "P", scenes.box(100, 100, 200, 200), name, alt="Vier"), scene=whole
    )
    near = [picture.getpixel(place) for place in ((150, 150), (250, 150), (150, 250))]
    for found, wanted in zip(near, [(255, 0, 0), (0, 255, 0), (0, 0, 255)], strict=True):
        assert max(abs(a - b) for a, b in zip(found, wanted, strict=True)) < 12


def test_a_picture_is_cropped() -> None:
    whole = replace(scenes.scene(), blobs={"q.png": quarters("PNG")})
    at = scenes.box(100, 100, 200, 200)
    right_half = Picture("p", "P", at, "q.png", (0.5, 0.0, 0.0, 0.0), "Vier")
    picture = drawn(right_half, scene=whole)
    assert picture.getpixel((150, 150)) == (0, 255, 0)
    assert picture.getpixel((95, 150)) == WHITE
    assert picture.getpixel((305, 150)) == WHITE


def test_an_empty_slot_is_not_drawn() -> None:
    slot = Picture("p", "P", scenes.box(100, 100, 200, 200), "", alt="Een foto")
    assert drawn(slot).getcolors() == [(960 * 540, WHITE)]


def test_cells_are_filled_and_ruled() -> None:
    table = next(item for item in scenes.data_page().items if isinstance(item, Table))
    picture = drawn(table)
    assert picture.getpixel((70, 122)) == (0xF3, 0xEF, 0xE6)
    assert picture.getpixel((70, 162)) == WHITE
    assert picture.getpixel((300, 240)) != WHITE  # a rule


def test_the_background_is_the_pages_or_the_layouts() -> None:
    page = Page("p", "figure", "P", ())
    grounds = PRESS.png(scenes.scene(page, replace(page, id="q", background=INK)), 960)
    found = [Image.open(io.BytesIO(png)).convert("RGB").getpixel((9, 9)) for png in grounds]
    assert found == [(0xF3, 0xEF, 0xE6), RGB]


def test_what_the_layout_carries_is_drawn_first() -> None:
    (png,) = PRESS.png(scenes.scene(Page("p", "points", "P", ())), 960)
    assert Image.open(io.BytesIO(png)).convert("RGB").getpixel((5, 300)) == RGB
