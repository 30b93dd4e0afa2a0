"""Type roles of a template on a base file: derived from the sizes of its title and its body.

In: the file's title and body placeholders. Out: roles and a scale. What is larger on our own
pages than on the file's is not: its title caps titles, its body caps bodies.
"""

from __future__ import annotations

from typing import Literal

from deckgen.readers.pptx.base.facts import File, Place
from deckgen.template.model import ColourRole, Role
from deckgen.text.substitutes import substitute

Face = Literal["heading", "body"]
# Role: share of the body's size (of the title's for those with t), its least, face, bold, colour.
_ROLES: dict[str, tuple[str, float, float, Face, bool, ColourRole]] = {
    "display": ("t", 1.6, 16, "heading", False, "ink"),
    "title": ("t", 1.0, 13, "heading", False, "ink"),
    "lead": ("b", 1.2, 12, "body", False, "ink"),
    "body": ("b", 1.0, 12, "body", False, "ink"),
    "name": ("b", 1.25, 11, "body", True, "ink"),
    "big": ("b", 2.2, 12, "heading", False, "ink"),
    "label": ("b", 0.85, 11, "body", False, "muted"),
    "note": ("b", 0.95, 11, "body", False, "ink"),
    "numeral": ("b", 2.6, 18, "heading", False, "accent"),
    "figure": ("b", 3.4, 18, "heading", False, "accent"),
    "sign": ("b", 3.4, 18, "heading", False, "accent"),
    "shout": ("b", 3.4, 16, "heading", True, "ink"),
    "stack": ("b", 1.7, 12, "heading", True, "accent"),
    "quote": ("b", 1.7, 13, "heading", False, "ink"),
    "then": ("b", 1.25, 11, "body", True, "ink"),
    "word": ("b", 1.5, 11, "body", False, "ink"),
    "specimen": ("b", 1.35, 10, "body", True, "ink"),
    "kicker": ("b", 0.8, 11, "body", True, "accent"),
    "caption": ("b", 0.65, 10, "body", False, "muted"),
}
_SCALE = (
    8,
    9,
    10,
    11,
    12,
    13,
    14,
    16,
    18,
    20,
    22,
    24,
    26,
    28,
    32,
    36,
    40,
    44,
    48,
    56,
    64,
    72,
    84,
    96,
)
MOST = 96.0
TITLE, BODY = (18.0, 48.0), (14.0, 28.0)  # sizes of odd files are taken as these at the most


def roles(file: File, head: Place, text: Place) -> dict[str, Role]:
    """All of them."""
    title, body = _sizes(head, text)
    return {
        name: _role(file, name, title if unit == "t" else body, head)
        for name, (unit, *_) in _ROLES.items()
    }


def scale(head: Place, text: Place) -> tuple[float, ...]:
    """The steps, the file's own sizes among them."""
    own = (head.levels[0].size, *(level.size for level in text.levels))
    return tuple(sorted({*map(float, _SCALE), *(size for size in own if 6 <= size <= MOST)}))


def _sizes(head: Place, text: Place) -> tuple[float, float]:
    title = min(max(head.levels[0].size, TITLE[0]), TITLE[1])
    return title, min(max(text.levels[0].size, BODY[0]), BODY[1])


def _role(file: File, name: str, size: float, head: Place) -> Role:
    _, share, least, font, bold, colour = _ROLES[name]
    most = min(max(size * share, least), MOST)
    face = substitute(file.heading if font == "heading" else file.body)
    bold = bold or (font == "heading" and head.levels[0].bold)
    return Role(
        sizes=(round(most, 2), min(least, round(most, 2))),
        font=font,
        bold=bold,
        leading=100 if font == "body" else 95,
        colour=colour,
        width=face.bold_width if bold else face.width,
        height=face.height,
    )
