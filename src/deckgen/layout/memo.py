"""Fits that are known already: a sheet that is equal to an earlier one is not fitted again.

In: sheets, caps. Out: `Fitted`, the same as `fit` gives. Where a thing was typed is no part of
its equality, so a known fit lends its frames and sizes, and the boxes stay the sheet's own.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.compose.boxes import Sheet
from deckgen.layout.arrange import Placed, standing
from deckgen.layout.fit import Fitted, fit
from deckgen.layout.gauge import Gauge
from deckgen.template.model import Template
from deckgen.text.typesetter import Typesetter
from deckgen.world import World

Key = tuple[Sheet, tuple[tuple[str, float], ...]]


class Memo:
    """What one build learns; give it to the next build of a deck to make that one shorter."""

    def __init__(self) -> None:
        """Empty: the first build measures everything."""
        self._template: Template | None = None
        self._typesetter: Typesetter | None = None
        self._known: dict[Key, Fitted] = {}
        self._used: dict[Key, Fitted] = {}

    def begin(self, template: Template, world: World) -> Gauge:
        """Before a build: a gauge for it. Fits are kept while the template stays the same."""
        if self._typesetter is None or template != self._template:
            self._template, self._typesetter = template, Typesetter(world)
            self._used = {}
        # What the build before this one didn't need is forgotten.
        self._known, self._used = self._used, {}
        return Gauge(self._typesetter, template)

    def fit(self, sheet: Sheet, gauge: Gauge, caps: dict[str, float]) -> Fitted:
        """The sheet, fitted."""
        key = (sheet, tuple(caps.items()))
        found = self._used.get(key) or self._known.get(key)
        if found is None:
            found = fit(sheet, gauge, caps)
            if found.over:  # its findings speak of places in the file
                return found
        self._used[key] = found
        return found if found.sheet is sheet else _lent(found, sheet)


def _lent(found: Fitted, sheet: Sheet) -> Fitted:
    """A known fit for an equal sheet."""
    boxes = (box for region in sheet.regions for box in standing(region.box))
    pairs = zip(found.placed, boxes, strict=True)
    return replace(
        found,
        sheet=sheet,
        placed=tuple(Placed(box, one.rect, one.group, one.seat) for one, box in pairs),
    )
