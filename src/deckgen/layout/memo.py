"""What is known already: what is equal to an earlier sheet is neither fitted nor painted again.

In: sheets, caps, fitted slides. Out: `Fitted` and `Filled`, the same as `fit` and `Pages` give.
Where a thing was typed is no part of its equality, so a known fit lends its frames and sizes, and
the boxes stay the sheet's own. A known page says where its slide was typed; its items say where
they were typed when they were painted.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from msgspec.structs import replace

from deckgen.compose.boxes import Sheet
from deckgen.layout.arrange import Placed, standing
from deckgen.layout.fit import Fitted, fit
from deckgen.layout.gauge import Gauge
from deckgen.layout.masters import Filled
from deckgen.layout.page import Laid, Pages
from deckgen.layout.pictures import Album, Prints
from deckgen.template.model import Template
from deckgen.text.typesetter import Typesetter
from deckgen.world import World

Value = TypeVar("Value")


class _Key:
    """What a value depends on. Its hash is taken once: sheets are large."""

    __slots__ = ("_hash", "parts")

    def __init__(self, *parts: object) -> None:
        self.parts = parts
        self._hash = hash(parts)

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.parts == other.parts


class _Recent(Generic[Value]):
    """Values that this build or the one before it needed."""

    def __init__(self) -> None:
        self._known: dict[_Key, Value] = {}
        self._used: dict[_Key, Value] = {}

    def begin(self) -> None:
        """Before a build: what the build before this one didn't need is forgotten."""
        self._known, self._used = self._used, {}

    def get(self, key: _Key) -> Value | None:
        return self._known.get(key) or self._used.get(key)

    def keep(self, key: _Key, value: Value) -> Value:
        self._used[key] = value
        return value


class Memo:
    """What one build learns; give it to the next build of a deck to make that one shorter."""

    def __init__(self) -> None:
        """Empty: the first build measures everything."""
        self._template: Template | None = None
        self._typesetter: Typesetter | None = None
        self._fits: _Recent[Fitted] = _Recent()
        self._pages: _Recent[Filled] = _Recent()
        self._prints = Prints()

    def begin(self, template: Template, world: World) -> Gauge:
        """Before a build: a gauge for it. All is kept while the template stays the same."""
        if self._typesetter is None or template != self._template:
            self._template, self._typesetter = template, Typesetter(world)
            self._fits, self._pages = _Recent(), _Recent()
        self._fits.begin()
        self._pages.begin()
        return Gauge(self._typesetter, template)

    def album(self, world: World) -> Album:
        """The pictures of a build; one that did not change is not made ready again."""
        return Album(world, self._prints)

    def fit(self, sheet: Sheet, gauge: Gauge, caps: dict[str, float]) -> Fitted:
        """The sheet, fitted."""
        key = _Key(sheet, tuple(caps.items()))
        found = self._fits.get(key)
        if found is None:
            found = fit(sheet, gauge, caps)
            if found.over:  # its findings speak of places in the file
                return found
        self._fits.keep(key, found)
        return found if found.sheet is sheet else _lent(found, sheet)

    def page(self, pages: Pages, laid: Laid, number: int) -> Filled:
        """The page of a fitted slide."""
        key = _Key(pages.key(laid, number))
        found = self._pages.get(key) or pages.bare(laid, number)
        return pages.numbered(self._pages.keep(key, found), laid, number)


def _lent(found: Fitted, sheet: Sheet) -> Fitted:
    """A known fit for an equal sheet."""
    boxes = (box for region in sheet.regions for box in standing(region.box))
    pairs = zip(found.placed, boxes, strict=True)
    return replace(
        found,
        sheet=sheet,
        placed=tuple(Placed(box, one.rect, one.group, one.seat) for one, box in pairs),
    )
