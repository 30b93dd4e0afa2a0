"""Every kind, with little, the usual and much to say, in every template and form of page."""

import sys
from pathlib import Path

import pytest

from deckgen.base.geometry import Rect
from deckgen.layout.emit import frame
from deckgen.scene import model as scene
from deckgen.template.model import ASPECTS

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import matrix
import sight

TEMPLATES = sorted(one.parent.name for one in Path("templates").glob("*/template.yaml"))
SIZES = {"16:9": (12192000, 6858000), "16:10": (10972800, 6858000), "4:3": (9144000, 6858000)}


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("fullness", matrix.FULLNESS)
def test_every_kind_fits_and_can_be_read(fullness: str, template: str, aspect: str) -> None:
    tried = matrix.attempt(fullness, template, aspect)
    assert tried.findings == ()
    assert tried.scene is not None
    assert (tried.scene.width, tried.scene.height) == SIZES[aspect]


def page(*items: scene.Item) -> scene.Scene:
    """A page of 100 × 100 points, white."""
    white = scene.Colour("lt1", "FFFFFF")
    layout = scene.Layout("plain-1", "Plain", white, ())
    theme = scene.Theme("", (), "Arial", "Arial", "Courier New")
    only = scene.Page("here", "plain-1", "Here", items)
    return scene.Scene(
        1270000, 1270000, theme, layout, (layout,), (only,), scene.Properties("Words")
    )


def words(x: float, y: float, text: str, rgb: str = "000000") -> scene.Text:
    """Ten points high, forty wide, in a frame of its own."""
    box = frame(Rect(x, y, 40, 12))
    style = scene.TextStyle(1000, scene.Colour("dk1", rgb))
    piece = scene.Piece(box.x, box.cx, text, style)
    line = scene.Line(box.x, box.y + 120000, box.cx, (piece,))
    return scene.Text("t", text, box, scene.TextBody((), (line,)))


def test_sight_finds_what_collides_leaves_the_page_or_is_pale() -> None:
    found = list(sight.faults(page(words(10, 10, "one"), words(30, 12, "two"))))
    assert found == ["here: “one” collides with “two”"]
    found = list(sight.faults(page(words(70, 10, "far"))))
    assert found == ["here: far reaches out of the page", "here: “far” leaves the page"]
    found = list(sight.faults(page(words(10, 10, "pale", "AAAAAA"))))
    assert found == ["here: “pale” has a contrast of 2.3"]
    assert list(sight.faults(page(words(10, 10, "one"), words(10, 40, "two")))) == []
