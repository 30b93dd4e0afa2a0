"""SVG: what stays of it, what doesn't, and its pixels."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from deckgen.image import ImageInfo, inspect
from deckgen.image.vector import clean, leads_out, raster, size, words

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, box: str = 'viewBox="0 0 200 100"') -> bytes:
    return f"<svg {NS} {box}>{inside}</svg>".encode()


SQUARE = '<rect x="0" y="0" width="100" height="100" fill="#ff0000"/>'


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ('viewBox="0 0 200 100"', (1000, 500)),
        ('width="10mm" height="2cm"', (500, 1000)),
        ('width="50" height="50" viewBox="0,0,400,100"', (1000, 250)),
        ('width="100%" height="100%"', None),
        ('viewBox="0 0 0 0"', None),
        ("", None),
    ],
)
def test_its_size_is_that_of_its_view_box(box: str, expected: tuple[int, int] | None) -> None:
    assert size(svg(SQUARE, box)) == expected


def test_it_is_a_picture_to_whoever_asks() -> None:
    assert inspect(b'<?xml version="1.0"?>\n' + svg(SQUARE)) == ImageInfo(
        "svg", 1000, 500, plain=False
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<a href="javascript:alert(1)"/>',
        '<a xlink:href="https://example.org/"/>',
        '<image href="file:///etc/passwd"/>',
        '<use xlink:href="other.svg#part"/>',
        '<style>@import url("https://example.org/alert.css");</style>',
        '<rect style="fill:url(https://example.org/alert)"/>',
        '<rect fill="url(https://example.org/alert)"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">alert</p></foreignObject>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<x:alert xmlns:x="https://example.org/alert"/>',
    ],
)
def test_nothing_runs_and_nothing_leads_out(inside: str) -> None:
    kept = clean(svg(inside + SQUARE)).decode()
    assert "rect" in kept
    for bad in ("alert", "example.org", "passwd", "other.svg", "javascript"):
        assert bad not in kept


def test_what_it_draws_stays() -> None:
    drawn = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<style>.a{fill:url(#g)}</style><g class="a" transform="scale(2)"><path d="M0 0h9v9z"/></g>'
    )
    kept = clean(svg(drawn)).decode()
    for good in ('id="g"', ".a{fill:url(#g)}", 'transform="scale(2)"', 'd="M0 0h9v9z"'):
        assert good in kept
    assert clean(kept.encode()) == clean(clean(kept.encode()))


def test_its_pixels_are_those_of_the_drawing() -> None:
    data = raster(clean(svg(SQUARE)), 400)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (400, 200)
        assert image.getpixel((100, 100)) == (255, 0, 0, 255)
        assert image.getpixel((300, 100)) == (0, 0, 0, 0)
    assert data == raster(clean(svg(SQUARE)), 400)


def test_text_and_other_files_are_noticed() -> None:
    assert words(svg("<text>Hier</text>"))
    assert not words(svg(f"<text> </text>{SQUARE}"))
    assert leads_out(svg('<image href="https://example.org/a.png"/>'))
    assert not leads_out(svg('<image href="data:image/png;base64,AAAA"/>'))


def doubling(levels: int) -> str:
    groups = "".join(
        f'<g id="g{n + 1}">' + f'<use href="#g{n}"/>' * 10 + "</g>" for n in range(levels)
    )
    return f'<rect id="g0" width="1" height="1"/>{groups}'


@pytest.mark.parametrize(
    "data",
    [
        svg(doubling(9)),
        svg('<g id="a"><use href="#a"/></g>'),
        svg("<g>" * 5000 + "</g>" * 5000),
        b"<svg" + b" " * 100,
        b"<svg></svg>",
        b"<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>"
        + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
        + b"]>"
        + svg("<text>&j;</text>"),
    ],
    ids=["bomb of uses", "circle", "too deep", "torn", "no namespace", "bomb of entities"],
)
def test_bombs_and_torn_files_are_no_pictures(data: bytes) -> None:
    assert inspect(data) is None


def test_what_is_refused_can_not_be_cleaned() -> None:
    with pytest.raises(ValueError, match="not an SVG"):
        clean(b"<svg")
