"""A template and a gauge whose measures can be checked by hand: every letter is a square.

A word of ten letters is 100 wide at 10 points and needs 100 / 0.985 points of room; a line is
12.117 points high at 10.
"""

from __future__ import annotations

from typing import Any

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Box, Para, TextBox
from deckgen.compose.paras import plain
from deckgen.layout.arrange import Arrangement
from deckgen.layout.gauge import Gauge
from deckgen.template.model import COLOUR_ROLES, Role, Template
from deckgen.template.proofs import ROLES, SLOTS
from deckgen.text.typesetter import Typesetter
from square_font import square_world

DARK = {"dk1": "101010", "dk2": "202020", "accent1": "A02010", "accent2": "105060"}
PAPER = {
    role: "lt1" if role in ("paper", "field", "art-1") or role.startswith("on-") else "dk1"
    for role in COLOUR_ROLES
}
NIGHT = {**PAPER, "paper": "dk2", "ink": "lt1"}
LINE = 12.117  # points: a line of text at 10 points


def template(**more: Any) -> Template:
    """A template whose roles all step 40, 20, 10."""
    values: dict[str, Any] = {
        "name": "square",
        "title": "Square",
        "description": "For tests.",
        "palette": {slot: DARK.get(slot, "FFFFFF") for slot in SLOTS},
        "schemes": {"light": PAPER, "dark": NIGHT},
        "scale": (10, 20, 40),
        "roles": {role: Role((40, 10)) for role in ROLES},
        "kinds": {},
    }
    return Template(**{**values, **more})


WORLD = square_world()
TEMPLATE = template()


def gauge(look: Template = TEMPLATE, size: float = 10) -> Gauge:
    """A gauge at which every text is `size` points."""
    found = Gauge(Typesetter(WORLD), look)
    found.sizes = Sizes(size)
    return found


class Sizes(dict[str, float]):
    """The same size for every key."""

    def __init__(self, size: float) -> None:
        super().__init__()
        self._size = size

    def __missing__(self, key: str) -> float:
        return self._size


def text(words: str, role: str = "body", **more: Any) -> TextBox:
    """A box with one paragraph for each line of `words`."""
    return TextBox(tuple(Para(plain(line), role) for line in words.split("/")), **more)


def arranged(box: Box, rect: Rect, size: float = 10) -> Arrangement:
    """A box placed in a rectangle."""
    attempt = Arrangement(gauge(size=size))
    attempt.place(box, rect)
    return attempt


def rects(box: Box, rect: Rect, size: float = 10) -> list[tuple[float, float, float, float]]:
    """Where the boxes of a tree come to stand: x, y, width, height, to a tenth."""
    found = arranged(box, rect, size)
    assert not found.over, found.over
    return [rounded(one.rect) for one in found.placed]


def rounded(rect: Rect) -> tuple[float, float, float, float]:
    return round(rect.x, 1), round(rect.y, 1), round(rect.w, 1), round(rect.h, 1)
