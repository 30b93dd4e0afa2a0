"""Pages on someone else's file: laid out in its rooms, said in its placeholders.

In: a deck, the gauges of its layouts, the deck's pictures. Out: `Filled` pages whose layout is one
of the file's. What is particular to placeholders is `onbase`'s.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base.dates import spoken
from deckgen.compose.boxes import Sheet
from deckgen.layout.emit import Painter
from deckgen.layout.grounds import Grounds
from deckgen.layout.masters import Filled
from deckgen.layout.onbase import OnBase
from deckgen.layout.page import Laid, Pages
from deckgen.layout.paint import Paint
from deckgen.layout.pictures import Album
from deckgen.layout.seating import layout_of
from deckgen.outline.model import Deck
from deckgen.scene import model as scene

BASE = "base.pptx"  # the blob's name


class BasePages(Pages):
    """What the pages of one build on a base share."""

    def __init__(self, deck: Deck, grounds: Grounds, album: Album) -> None:
        """`grounds` knows the template."""
        super().__init__(deck, grounds.template, grounds.plain, album)
        self._grounds = grounds
        day = spoken(deck.event.date or deck.date, deck.lang)
        foot = {"footer": deck.title, "date": day}
        self._file = OnBase(grounds.template, foot, grounds.plain.typesetter, album)
        self._painted: dict[int, dict[str, Paint]] = {}

    def page(self, laid: Laid, number: int) -> Filled:
        """The page of a slide on its layout of the file."""
        sheet = laid.fitted.sheet
        self._gauge = self._grounds.gauge(sheet)
        self._template = self._gauge.template
        self._paints = self._painted.setdefault(
            id(self._gauge), {name: Paint(self._template, name) for name in self._template.schemes}
        )
        filled = super().page(laid, number)
        name = layout_of(sheet)
        items = self._file.items(name, filled.page.items)
        return replace(filled, page=replace(filled.page, layout=name, items=items))

    def layouts(self) -> tuple[scene.Layout, ...]:
        """The file's layouts that pages are on."""
        return self._file.used()

    def master(self) -> scene.Layout:
        """Stands for the file's own master, whose decoration nobody draws but PowerPoint."""
        first = self._file.base.of("*")[-1]
        return replace(self._file.layout(first), id="master", placeholders=(), items=(), part="")

    def _painter(self, laid: Laid, number: int) -> Painter:
        painter = super()._painter(laid, number)
        painter.places = self._file.places(layout_of(laid.fitted.sheet))
        return painter

    def _foot(self, sheet: Sheet, number: int, slide: str) -> tuple[scene.Item, ...]:
        return self._file.foot(layout_of(sheet), number, self._lang)
