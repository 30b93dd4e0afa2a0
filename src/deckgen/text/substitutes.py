"""Typefaces without a bundled twin → the bundled face that they are measured with, and slack.

Data only. A base file names the typefaces of its house; nobody promises that the room's computer
has them. So the slack covers the face itself and what programs show in its place.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.text.fonts import known


class Substitute(Struct, frozen=True, gc=False):
    """The face to measure with, and how much wider (regular, bold) and higher the text may run."""

    typeface: str
    width: float
    bold_width: float
    height: float = 1.0


# DejaVu Sans, which most Linux programs fall back to, runs 13 % wider than Arial, bold 20 %;
# Verdana a little more.
UNKNOWN = Substitute("Arial", 1.18, 1.25, 1.04)
# Line heights of well-known faces that exceed 1.2 (their OS/2 win metrics).
_HIGH = {
    "open sans": 1.14,
    "noto sans": 1.14,
    "segoe ui": 1.12,
    "poppins": 1.26,
    "montserrat": 1.04,
    "source sans pro": 1.06,
    "raleway": 1.0,
    "nunito": 1.14,
    "work sans": 1.0,
    "barlow": 1.0,
    "rubik": 1.0,
    "inter": 1.02,
}


def substitute(typeface: str) -> Substitute:
    """What a typeface is measured with; itself where it has a metric twin."""
    if known(typeface):
        return Substitute(typeface, 1.0, 1.0)
    name = typeface.lower()
    height = max((high for stem, high in _HIGH.items() if name.startswith(stem)), default=1.0)
    if height <= UNKNOWN.height:
        return UNKNOWN
    return Substitute(UNKNOWN.typeface, UNKNOWN.width, UNKNOWN.bold_width, height)


# Widths of running text in the faces that can be measured, against Arial's: regular, bold.
WIDTHS = {
    "Arial": (1.0, 1.0),
    "Calibri": (0.907, 0.869),
    "Cambria": (0.949, 0.953),
    "Times New Roman": (0.909, 0.902),
    "Courier New": (1.358, 1.273),
}


def named(face: str, theme: str) -> Substitute:
    """What text in a typeface of its own is measured with on a theme's typeface: its twin's width.

    `theme` is the theme's typeface, whose own substitute does the measuring.
    """
    own, by = substitute(face or theme), substitute(theme)
    if own.typeface == by.typeface:
        return own
    wide, bold = WIDTHS.get(own.typeface, (1.0, 1.0))
    as_wide, as_bold = WIDTHS.get(by.typeface, (1.0, 1.0))
    return Substitute(
        by.typeface,
        round(own.width * wide / as_wide, 3),
        round(own.bold_width * bold / as_bold, 3),
        max(own.height, by.height),
    )
