"""What a base file says, as values: size, theme, layouts with resolved placeholders.

In: nothing. Out: frozen structs. Lengths are points of a page 540 high. No judgement.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.template.base import SlotLevel


class Place(Struct, frozen=True):
    """A placeholder of a layout with all that it inherits."""

    type: str  # ST_PlaceholderType: title, ctrTitle, subTitle, body, obj, pic, ftr, sldNum, dt …
    idx: int
    name: str
    frame: Rect
    levels: tuple[SlotLevel, ...]
    anchor: Literal["top", "middle", "bottom"]
    insets: tuple[float, float, float, float]
    text: str = ""
    fill: str = ""  # theme slot
    turned: bool = False  # vertical or rotated text: nothing of ours fits into it


class Fixed(Struct, frozen=True):
    """Something that every slide of a layout shows: a logo, a rule, a band, a word."""

    name: str
    frame: Rect
    kind: Literal["picture", "shape", "line", "group"]
    fill: str = ""  # six hex digits, where it is filled plainly
    media: str = ""  # part name of its picture
    form: str = "rect"
    text: str = ""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)


class Ground(Struct, frozen=True):
    """What a layout's slides stand on: a theme slot and its colour; unknown under a picture."""

    slot: str = ""
    rgb: str = ""
    picture: str = ""  # part name


class Sheet(Struct, frozen=True):
    """A layout."""

    part: str
    name: str
    type: str  # ST_SlideLayoutType; empty where the file says none
    master: int  # number of its master, from 0
    places: tuple[Place, ...]
    fixed: tuple[Fixed, ...]
    ground: Ground

    def of(self, *types: str) -> tuple[Place, ...]:
        """Its placeholders of some types that can be filled with straight text."""
        return tuple(one for one in self.places if one.type in types and not one.turned)


class File(Struct, frozen=True):
    """A whole base file."""

    width: float  # points at a height of 540
    cx: int  # EMU
    cy: int
    colours: dict[str, str]  # theme slot → six hex digits
    heading: str
    body: str
    sheets: tuple[Sheet, ...]
    title: str = ""  # of the theme
    embedded: tuple[str, ...] = ()  # typefaces that the file carries
    slides: int = 0
