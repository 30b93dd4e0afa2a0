"""The comparison's measures on made-up pages, without LibreOffice."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

compare = pytest.importorskip("compare")

import witness  # noqa: E402


def drawn(x: int) -> Image.Image:
    picture = Image.new("L", (compare.WIDTH, compare.HEIGHT), 255)
    ImageDraw.Draw(picture).rectangle((x, 100, x + 300, 400), fill=40)
    return picture


def test_equal_pictures_are_alike() -> None:
    assert compare.likeness(drawn(100), drawn(100)) == pytest.approx(1)


def test_the_farther_the_less_alike() -> None:
    near, far = (compare.likeness(drawn(100), drawn(100 + by)) for by in (3, 60))
    assert far < near < 1


def test_grey_is_not_white() -> None:
    grey, white = (Image.new("L", (compare.WIDTH, compare.HEIGHT), c) for c in (128, 255))
    assert compare.likeness(grey, white) < 0.9


def line(text: str, x: float, baseline: float) -> list[witness.Letter]:
    return [
        witness.Letter(char, left, baseline, left, baseline - 8, left + 9, baseline, 12)
        for left, char in ((x + 10 * n, char) for n, char in enumerate(text))
    ]


@pytest.mark.parametrize(
    ("x", "baseline", "far"), [(100, 200, 0), (103, 200, 3), (100, 204, 4), (97, 201, 3)]
)
def test_a_line_is_as_far_as_its_baseline_or_its_ends(
    x: float, baseline: float, far: float
) -> None:
    assert compare._distance(line("abc", 100, 200), line("abc", x, baseline)) == (far, "abc")
