"""What a layout shows on all its slides → what writers other than PowerPoint's can draw of it.

In: a sheet. Out: `Fixture`s in paint order; pictures by the name that they get beside the template.
Drawings of many pieces, gradients and vector pictures are left out: PowerPoint draws those itself.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Literal, cast

from deckgen.base.geometry import Rect
from deckgen.readers.pptx.base.facts import File, Fixed, Sheet
from deckgen.template.base import Fixture, Frame

FOLDER = "media"
_SHOWN = (".png", ".jpg", ".jpeg", ".gif")
_FORMS = ("rect", "ellipse", "roundRect", "triangle")
_Form = Literal["rect", "ellipse", "roundRect", "triangle"]


def fixtures(sheet: Sheet, file: File) -> Iterator[Fixture]:
    """The picture behind everything, then logos, bands and rules."""
    whole = (0.0, 0.0, file.width, 540.0)
    if _shown(sheet.ground.picture):
        yield Fixture(whole, media=name(sheet.ground.picture))
    for one in sheet.fixed:
        if _shown(one.media):
            yield Fixture(_frame(one.frame), media=name(one.media), crop=one.crop)
        elif one.fill and not one.media:
            yield Fixture(_drawn(one), f"#{one.fill}", cast(_Form, _form(one)))


def media(sheet: Sheet) -> Iterator[str]:
    """The parts of the pictures among them."""
    parts = (sheet.ground.picture, *(one.media for one in sheet.fixed))
    return (part for part in parts if _shown(part))


def name(part: str) -> str:
    """Where a picture lies beside template.yaml."""
    return f"{FOLDER}/{posixpath.basename(part)}"


def _shown(part: str) -> bool:
    return part.lower().endswith(_SHOWN)


def _form(one: Fixed) -> str:
    return one.form if one.form in _FORMS else "rect"


def _drawn(one: Fixed) -> Frame:
    x, y, w, h = _frame(one.frame)
    return x, y, max(w, 1.0), max(h, 1.0)


def _frame(rect: Rect) -> Frame:
    return round(rect.x, 2), round(rect.y, 2), round(rect.w, 2), round(rect.h, 2)
