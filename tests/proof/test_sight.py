"""What is found on a Scene, with nothing rendered: planted faults, and pages without any."""

from deckgen.base.geometry import Rect
from deckgen.layout.emit import frame
from deckgen.layout.forms import disc, path
from deckgen.proof.sight import faults
from deckgen.scene import model as scene

WHITE = scene.Colour("lt1", "FFFFFF")
INK = scene.Colour("dk1", "000000")
RECT = scene.Preset("rect")
NONE = scene.Box(0, 0, 0, 0)
MARGINS = scene.Box(101600, 101600, 101600, 101600)


def page(*items: scene.Item) -> scene.Scene:
    """A page of 100 × 100 points, white."""
    layout = scene.Layout("plain-1", "Plain", WHITE, ())
    theme = scene.Theme("", (), "Arial", "Arial", "Courier New")
    only = scene.Page("here", "plain-1", "Here", items)
    return scene.Scene(
        1270000, 1270000, theme, layout, (layout,), (only,), scene.Properties("Words")
    )


def words(x: float, y: float, text: str, rgb: str = "000000", role: str = "body") -> scene.Text:
    """Ten points high, forty wide, in a frame of its own."""
    box = frame(Rect(x, y, 40, 12))
    style = scene.TextStyle(1000, scene.Colour("dk1", rgb))
    piece = scene.Piece(box.x, box.cx, text, style)
    line = scene.Line(box.x, box.y + 120000, box.cx, (piece,))
    return scene.Text("t", text, box, scene.TextBody((), (line,)), role)


def form(rect: Rect, geometry: scene.Geometry = RECT) -> scene.Shape:
    return scene.Shape("s", "Form", frame(rect), geometry, INK)


def found(*items: scene.Item, margins: scene.Box = NONE) -> list[str]:
    return [f"{one.code}: {one.message}" for one in faults(page(*items), margins)]


def test_words_that_collide() -> None:
    both = words(10, 10, "one"), words(30, 12, "two")
    assert found(*both) == ["proof/collision: “one” collides with “two”"]
    assert found(words(10, 10, "one"), words(10, 40, "two")) == []


def test_words_off_the_page_or_out_of_their_frame() -> None:
    assert found(words(70, 10, "far")) == [
        "proof/outside: far reaches out of the page",
        "proof/outside: “far” leaves the page",
    ]
    wide = words(10, 10, "wide")
    narrow = scene.Text("t", "wide", frame(Rect(10, 10, 20, 12)), wide.text)
    assert found(narrow) == ["proof/frame: “wide” leaves its frame"]


def test_words_in_the_margin() -> None:
    assert found(words(2, 40, "near"), margins=MARGINS) == [
        "proof/margin: “near” stands in the margin"
    ]
    assert found(words(2, 40, "3", role="number"), margins=MARGINS) == []
    field = form(Rect(0, 30, 100, 40))
    assert found(field, words(2, 40, "on a field", "FFFFFF"), margins=MARGINS) == []


def test_pale_words() -> None:
    assert found(words(10, 10, "pale", "AAAAAA")) == [
        "proof/contrast: “pale” has a contrast of 2.3"
    ]


def test_words_that_leave_their_ground_are_pale_at_one_end() -> None:
    half = form(Rect(0, 0, 30, 100))
    assert found(half, words(10, 40, "half", "FFFFFF")) == [
        "proof/contrast: “half” has a contrast of 1.0"
    ]


def test_a_round_ground_ends_at_its_edge() -> None:
    low = words(58, 82, "beside")
    for round_ in (scene.Preset("ellipse"), path(disc(45, 45, 45))):
        assert found(form(Rect(0, 0, 90, 90), round_), low) == []
    assert found(form(Rect(0, 0, 90, 90)), low) == [
        "proof/contrast: “beside” has a contrast of 1.0"
    ]


def wire(y1: float, y2: float) -> scene.Connector:
    stroke = scene.Stroke(INK, 12700)
    start, end = (round(y * 12700) for y in (y1, y2))
    return scene.Connector("c", "Wire", 0, start, 1270000, end, stroke)


def test_words_that_a_line_runs_through() -> None:
    assert found(words(30, 40, "struck"), wire(20, 70)) == [
        "proof/crossed: Wire runs through “struck”"
    ]
    assert found(words(30, 40, "struck"), wire(45, 45)) == [
        "proof/crossed: Wire runs through “struck”"
    ]
    assert found(words(30, 40, "below"), wire(20, 30)) == []


def test_words_that_are_painted_over() -> None:
    over = words(10, 40, "under"), form(Rect(20, 30, 40, 40))
    assert found(*over) == ["proof/covered: Form is painted over “under”"]
