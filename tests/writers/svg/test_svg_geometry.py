"""Presets and free forms as path data."""

from __future__ import annotations

import pytest

from deckgen.scene.model import Path, Preset
from deckgen.writers.svg.geometry import path
from writers.scenes import PT, box

FRAME = box(10, 20, 100, 40)


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        (Preset("rect"), "M10 20L110 20L110 60L10 60Z"),
        (Preset("unheard-of"), "M10 20L110 20L110 60L10 60Z"),
        (Preset("ellipse"), "M10 40A50 20 0 0 1 110 40A50 20 0 0 1 10 40Z"),
        (Preset("triangle"), "M60 20L110 60L10 60Z"),
        (Preset("triangle", (("adj", 25_000),)), "M35 20L110 60L10 60Z"),
        (Preset("homePlate"), "M10 20L90 20L110 40L90 60L10 60Z"),
        (Preset("chevron"), "M10 20L90 20L110 40L90 60L10 60L30 40Z"),
        (Preset("rightArrow"), "M10 30L90 30L90 20L110 40L90 60L90 50L10 50Z"),
        (Preset("leftArrow"), "M110 30L30 30L30 20L10 40L30 60L30 50L110 50Z"),
        (
            Preset("roundRect", (("adj", 25_000),)),
            "M10 30A10 10 0 0 1 20 20L100 20A10 10 0 0 1 110 30"
            "L110 50A10 10 0 0 1 100 60L20 60A10 10 0 0 1 10 50Z",
        ),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_preset(preset: Preset, expected: str) -> None:
    assert path(preset, FRAME) == expected


@pytest.mark.parametrize(
    "name",
    ["rtTriangle", "diamond", "parallelogram", "trapezoid", "upArrow", "downArrow", "octagon",
     "leftRightArrow", "plus", "hexagon", "pentagon", "donut", "round2SameRect"],
)  # fmt: skip
def test_preset_stays_in_its_frame(name: str) -> None:
    drawn = path(Preset(name), box(0, 0, 100, 40))
    assert drawn.startswith("M")
    assert drawn.endswith("Z")
    corners = [part for part in drawn.replace("Z", "").replace("M", "L").split("L") if part]
    for corner in [part for part in corners if "A" not in part]:
        x, y = map(float, corner.split())
        assert -0.01 <= x <= 100.01
        assert -0.01 <= y <= 40.01


def test_a_free_form_is_moved_to_its_frame() -> None:
    wave = Path((("M", 0, PT), ("C", 0, 0, PT, 0, 2 * PT, PT), ("L", 5 * PT, PT), ("Z",)))
    assert path(wave, FRAME) == "M10 21C10 20 11 20 12 21L15 21Z"
