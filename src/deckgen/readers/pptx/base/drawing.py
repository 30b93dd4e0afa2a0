"""A base file → a Scene that shows its layouts: one page each, its placeholders named.

In: a `File`, its Template, its bytes. Out: a Scene for any writer that draws. Pictures and plainly
filled shapes are drawn as they are, everything else as the frame that it keeps.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from deckgen.base.colour import luminance
from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.readers.pptx.base.facts import File, Fixed, Ground, Place, Sheet
from deckgen.readers.pptx.base.styles import nearest
from deckgen.readers.pptx.parts import Parts
from deckgen.scene import model as scene
from deckgen.template.model import Template

_SHOWN = (".png", ".jpg", ".jpeg", ".gif")
_LABEL = 12.0
_DARK = 0.18
_FORMS = ("rect", "ellipse", "roundRect", "triangle")


def drawing(file: File, template: Template, data: bytes) -> scene.Scene:
    """All layouts, in the file's order."""
    return _Drawing(file, template, Parts(data)).whole()


class _Drawing:
    def __init__(self, file: File, template: Template, parts: Parts) -> None:
        self._file = file
        self._palette = {slot: rgb.lstrip("#") for slot, rgb in template.palette.items()}
        self._parts = parts
        self._blobs: dict[str, bytes] = {}
        self._template = template

    def whole(self) -> scene.Scene:
        layouts = tuple(self._layout(n, one) for n, one in enumerate(self._file.sheets, 1))
        pages = tuple(self._page(n, one) for n, one in enumerate(self._file.sheets, 1))
        fonts = self._template.fonts
        colours = tuple((cast(scene.Slot, s), rgb) for s, rgb in self._palette.items())
        return scene.Scene(
            emu(self._file.width),
            emu(540),
            scene.Theme(self._template.title, colours, fonts.heading, fonts.body, fonts.mono),
            scene.Layout("master", "Master", self._colour("FFFFFF"), ()),
            layouts,
            pages,
            scene.Properties(self._template.title),
            blobs=self._blobs,
        )

    def _layout(self, number: int, sheet: Sheet) -> scene.Layout:
        items = [item for n, one in enumerate(sheet.fixed) for item in self._fixed(n, one)]
        backdrop = self._backdrop(sheet.ground)
        return scene.Layout(
            f"layout-{number}", sheet.name, self._paper(sheet), (), (*backdrop, *items)
        )

    def _paper(self, sheet: Sheet) -> scene.Colour:
        return self._colour(sheet.ground.rgb or "FFFFFF")

    def _backdrop(self, ground: Ground) -> Iterator[scene.Item]:
        whole = Rect(0, 0, self._file.width, 540)
        yield from self._picture("ground", whole, ground.picture)

    def _page(self, number: int, sheet: Sheet) -> scene.Page:
        ink = "FFFFFF" if luminance(self._paper(sheet).rgb) < _DARK else "000000"
        items = tuple(self._place(n, one, ink) for n, one in enumerate(sheet.places))
        return scene.Page(f"layout-{number:02d}", f"layout-{number}", sheet.name, items)

    def _fixed(self, number: int, one: Fixed) -> Iterator[scene.Item]:
        name = f"fixed-{number}"
        if one.media:
            yield from self._picture(name, one.frame, one.media)
        elif one.fill and one.form in _FORMS:
            yield scene.Shape(
                name,
                one.name,
                _box(one.frame),
                scene.Preset(one.form),
                self._colour(one.fill),
                decorative=True,
            )

    def _picture(self, name: str, frame: Rect, media: str) -> Iterator[scene.Item]:
        if media.lower().endswith(_SHOWN) and media in self._parts.data:
            blob = media.replace("/", "-")
            self._blobs[blob] = self._parts.data[media]
            yield scene.Picture(name, name, _box(frame), blob)

    def _place(self, number: int, place: Place, ink: str) -> scene.Item:
        colour = self._colour(ink)
        style = scene.TextStyle(round(_LABEL * 100), colour)
        text = f"{place.type} {place.idx} · {place.levels[0].size:g} pt"
        run = scene.Run(text, style, "en")
        x, y = emu(place.frame.x + 4), emu(place.frame.y + 4 + _LABEL)
        piece = scene.Piece(x, emu(6.5 * len(text)), text, style)
        line = scene.Line(x, y, piece.width, (piece,))
        paragraph = scene.Paragraph((run,), scene.ParagraphStyle(), end=style)
        return scene.Shape(
            f"place-{number}",
            place.name,
            _box(place.frame),
            scene.Preset("rect"),
            stroke=scene.Stroke(colour, emu(0.75), "dash"),
            text=scene.TextBody((paragraph,), (line,)),
        )

    def _colour(self, rgb: str) -> scene.Colour:
        return scene.Colour(cast(scene.Slot, nearest(rgb, self._palette)), rgb)


def _box(rect: Rect) -> scene.Box:
    return scene.Box(emu(rect.x), emu(rect.y), emu(rect.w), emu(rect.h))
