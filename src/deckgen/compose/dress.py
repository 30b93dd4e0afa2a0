"""A composed sheet → the same sheet in the template's manners: its panels, its page's width.

In: a Sheet and a Template. Out: a Sheet. Templates that fill their panels on a wide page change
nothing. No kind is decided here, and nothing is measured.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from deckgen.compose.boxes import Box, Cell, Flow, Grid, Layers, Pad, Panel, Sheet, TextBox
from deckgen.template.model import ASPECTS, Template

USUAL = ASPECTS["16:9"]  # the width that fixed lengths in rows are meant for
SMALL = 60.0  # points: marks, signs and gaps keep their lengths on every page
QUIET = ("field", "line")
TIGHT = 6.0  # points beside the words of a panel that had none
RULED_PAD = 14.0  # between a panel's rule and its text

Dresser = Callable[[Box], Box]


def dressed(sheet: Sheet, template: Template) -> Sheet:
    """The sheet as this template shows it."""
    dressers: list[Dresser] = []
    if template.panels == "outline":
        dressers.append(_framed)
    elif template.panels == "rule":
        ends = {name for wire in sheet.wires for name in (wire.start, wire.end)}
        dressers.append(lambda box: _joined(box) if _named(box) in ends else _ruled(box))
    if template.width != USUAL:
        share = template.width / USUAL
        dressers.append(lambda box: _narrowed(box, share))
    if not dressers:
        return sheet
    regions = tuple(replace(one, box=_all(one.box, dressers)) for one in sheet.regions)
    return replace(sheet, regions=regions)


def _all(box: Box, dressers: list[Dresser]) -> Box:
    """A box and everything in it, dressed from the outside inwards."""
    for dress in dressers:
        box = dress(box)
    match box:
        case Flow():
            return replace(box, children=tuple(_all(one, dressers) for one in box.children))
        case Layers():
            return replace(box, cells=tuple(_cell(one, dressers) for one in box.cells))
        case _:
            return box


def _cell(cell: Cell, dressers: list[Dresser]) -> Cell:
    return replace(cell, box=_all(cell.box, dressers))


def _quiet(box: Box) -> bool:
    panel = box.panel if isinstance(box, TextBox | Flow) else None
    return panel is not None and panel.fill in QUIET


def _framed(box: Box) -> Box:
    """A quiet panel with a line around it in place of its fill."""
    if not _quiet(box) or not isinstance(box, TextBox | Flow):
        return box
    assert box.panel
    fill = "" if box.panel.fill == "field" else box.panel.fill
    return replace(box, panel=Panel(fill, box.panel.shape, "line"))


def _named(box: Box) -> str:
    return box.name if isinstance(box, TextBox | Flow) else ""


def _joined(box: Box) -> Box:
    """A quiet panel that lines end at: they need an edge, and its words what they had."""
    framed = _framed(box)
    if framed is box or not isinstance(framed, TextBox | Flow):
        return box
    left, top, right, bottom = framed.pad
    return replace(framed, pad=(min(left, TIGHT), top, min(right, TIGHT), bottom))


def _ruled(box: Box) -> Box:
    """A quiet panel as a rule with its words below, on the rule's left end."""
    if isinstance(box, Flow) and box.axis == "row" and not box.gap:
        first, *rest = box.children or (box,)
        return replace(box, children=(first, *map(_abutting, rest))) if rest else box
    return _with_rule(box, 0.0)


def _abutting(box: Box) -> Box:
    """What follows another panel without a gap keeps its words clear of that."""
    return _with_rule(box, box.pad[0]) if isinstance(box, TextBox | Flow) else box


def _with_rule(box: Box, left: float) -> Box:
    if not _quiet(box) or not isinstance(box, TextBox | Flow):
        return box
    _, top, _, bottom = box.pad
    pad: Pad = (left, max(top, RULED_PAD), 12, bottom)
    ruled = Panel(edge="line")
    if isinstance(box, TextBox):
        return replace(box, panel=ruled, pad=pad, align="left")
    return replace(box, panel=ruled, pad=pad)


def _narrowed(box: Box, share: float) -> Box:
    """A row whose fixed lengths keep their share of the page."""
    if not isinstance(box, Flow) or box.axis != "row":
        return box
    return replace(box, children=tuple(_shorter(one, share) for one in box.children))


def _shorter(box: Box, share: float) -> Box:
    basis = None if isinstance(box, Grid) else box.basis
    return box if basis is None or basis <= SMALL else replace(box, basis=basis * share)
