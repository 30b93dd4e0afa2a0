"""Last touches on placed text, once sizes are settled: air between points, balanced lines.

In: a Placed box at its final size. Out: the same, with more space or a narrower frame.
Neither adds a line; both are refused where they would.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import TextBox
from deckgen.layout.arrange import Placed
from deckgen.layout.gauge import Gauge
from deckgen.text.balance import balance
from deckgen.text.steady import SURE, Setting, steady
from deckgen.text.widows import without_widows

FILL = 0.86  # share of its frame that a loosened list fills at most
NARROW = 1.0  # points; a frame that has no room for text has been reported
STEP = 0.1  # ems; coarse, so that slides of a kind come out alike


def finish(placed: Placed, gauge: Gauge) -> Placed:
    """A placed box, loosened and balanced where it asks for it."""
    box = placed.box
    if not isinstance(box, TextBox) or box.fixed:
        return placed
    if box.loose and len(box.paras) > 1:
        placed = replace(placed, box=_loosened(box, placed.rect, gauge))
    if box.balance and len(box.paras) == 1:
        return replace(placed, rect=_balanced(box, placed.rect, gauge))
    return _steadied(placed, gauge)


def _steadied(placed: Placed, gauge: Gauge) -> Placed:
    """Narrower, so that no word stays alone on a last line and no line ends at the very edge."""
    box, rect = placed.box, placed.rect
    assert isinstance(box, TextBox)
    settings = tuple(
        Setting(
            gauge.prepare(para), gauge.size(para, box.fit), para.indent * gauge.size(para, box.fit)
        )
        for para in box.paras
    )
    inner = rect.w - box.pad[0] - box.pad[2]
    if all(_sure(one, inner) for one in settings) or inner <= NARROW + _indent(settings):
        return placed
    spare = inner - steady(settings, without_widows(settings, inner))
    if spare <= 0:
        return placed
    left = {"left": 0.0, "center": spare / 2, "right": spare}[box.align]
    if box.panel is None:
        return replace(placed, rect=Rect(rect.x + left, rect.y, rect.w - spare, rect.h))
    pad = (box.pad[0] + left, box.pad[1], box.pad[2] + spare - left, box.pad[3])
    return replace(placed, box=replace(box, pad=pad))


def _sure(one: Setting, width: float) -> bool:
    """Whether a paragraph is one line that ends well before the edge, as most do."""
    words = one.prepared
    return len(words.stops) == 1 and words.total * one.size <= (width - one.inset) * (1 - SURE)


def _indent(settings: tuple[Setting, ...]) -> float:
    return max((one.inset for one in settings), default=0.0)


def _loosened(box: TextBox, rect: Rect, gauge: Gauge) -> TextBox:
    free = rect.h * (1.0 if box.full else FILL) - gauge.extent(box, rect.w).height
    ems = sum(gauge.size(para, box.fit) for para in box.paras[1:] if not para.level)
    if free <= 0 or not ems:
        return box
    more = min(free / ems, box.loose - min(para.before for para in box.paras[1:]))
    more = int(more / STEP) * STEP
    if more <= 0:
        return box
    paras = tuple(
        para if not number or para.level else replace(para, before=para.before + more)
        for number, para in enumerate(box.paras)
    )
    return replace(box, paras=paras)


def _balanced(box: TextBox, rect: Rect, gauge: Gauge) -> Rect:
    para = box.paras[0]
    size = gauge.size(para, box.fit)
    edges = box.pad[0] + box.pad[2]
    prepared = gauge.prepare(para)
    if prepared.total * size <= rect.w - edges:
        return rect
    width = balance(prepared, (rect.w - edges) / size - para.indent)
    narrow = min((width + para.indent) * size + edges, rect.w)
    match box.align:
        case "center":
            return Rect(rect.x + (rect.w - narrow) / 2, rect.y, narrow, rect.h)
        case "right":
            return Rect(rect.right - narrow, rect.y, narrow, rect.h)
        case _:
            return Rect(rect.x, rect.y, narrow, rect.h)
