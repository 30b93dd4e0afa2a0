"""A sheet's regions → rectangles on the page's grid.

In: a Sheet, a Template, a way to measure. Out: a rectangle for every region, points.
"""

from __future__ import annotations

from collections.abc import Callable

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Box, Region, Sheet
from deckgen.template.model import Template

Measure = Callable[[Box, float], float]
COLUMNS = 12  # of the grid; regions count in them


def rectangles(sheet: Sheet, template: Template, measure: Measure) -> dict[str, Rect]:
    """Where each region of a sheet lies."""
    done: dict[str, Rect] = {}
    waiting = list(sheet.regions)
    while waiting:
        ready = [one for one in waiting if _known(one, done)]
        if not ready:
            raise ValueError(f"regions of `{sheet.layout}` wait for each other")
        for region in ready:
            done[region.name] = _rectangle(region, template, done, measure)
            waiting.remove(region)
    return done


def _known(region: Region, done: dict[str, Rect]) -> bool:
    return all(not name or name in done for name in (region.below, region.above))


def _rectangle(region: Region, template: Template, done: dict[str, Rect], measure: Measure) -> Rect:
    if region.frame is not None:
        return region.frame
    x, width = columns(template, *region.columns)
    bottom = _bottom(region, template, done)
    if region.from_bottom:
        wide = _bled(Rect(x, bottom, width, 0), region.bleed, template).w
        height = measure(region.box, wide)
        return _bled(Rect(x, bottom - height, width, height), region.bleed, template)
    top = _top(region, template, done)
    if (
        region.height is None
        and region.bottom is None
        and not region.above
        and region.name in FITTED
    ):
        height = measure(region.box, width)
    else:
        height = region.height if region.height is not None else bottom - top
    return _bled(Rect(x, top, width, height), region.bleed, template)


# Regions that are as high as their text, so that what follows moves up to them.
FITTED = frozenset({"title", "sub", "kicker"})


def columns(template: Template, first: int, last: int) -> tuple[float, float]:
    """Left edge and width of a span of grid columns (1-based, inclusive)."""
    grid, margins = template.grid, template.grid.margins
    inner = template.width - margins.left - margins.right
    column = (inner - grid.gutter * (COLUMNS - 1)) / COLUMNS
    left = margins.left + (first - 1) * (column + grid.gutter)
    return left, (last - first + 1) * (column + grid.gutter) - grid.gutter


def _top(region: Region, template: Template, done: dict[str, Rect]) -> float:
    if region.below:
        return done[region.below].bottom + region.gap
    return template.grid.margins.top if region.top is None else region.top


def _bottom(region: Region, template: Template, done: dict[str, Rect]) -> float:
    if region.above:
        return done[region.above].y - region.above_gap
    margin = template.grid.margins.bottom if region.bottom is None else region.bottom
    return template.height - margin


def _bled(rect: Rect, edges: str, template: Template) -> Rect:
    left = 0.0 if "l" in edges else rect.x
    top = 0.0 if "t" in edges else rect.y
    right = template.width if "r" in edges else rect.right
    bottom = template.height if "b" in edges else rect.bottom
    return Rect(left, top, right - left, bottom - top)
