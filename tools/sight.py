"""What is wrong with a page to the eye, found on the Scene: outside, colliding, hard to read.

In: a Scene. Out: a sentence for each finding. Nothing is rendered, so this is quick.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from deckgen.base.colour import contrast
from deckgen.scene import model as scene

POINT = 12_700
SLACK = POINT  # what rounding and optical edges may take
ASCENT, DESCENT = 0.70, 0.20  # what letters reach of their size above and below the baseline
LARGE, LARGE_BOLD = 2400, 1867  # hundredths of a point (WCAG 2.2, 1.4.3)
LEAST, LEAST_LARGE = 4.5, 3.0


class Ground(NamedTuple):
    """A filled area and its colour."""

    box: scene.Box
    rgb: str


class Words(NamedTuple):
    """A line as it stands on the page: its ink, its frame, the colour under it."""

    line: scene.Line
    ink: scene.Box
    frame: scene.Box
    ground: str

    @property
    def said(self) -> str:
        """The line's text."""
        return "".join(piece.text for piece in self.line.pieces)


def faults(deck: scene.Scene) -> Iterator[str]:
    """Every finding of every page."""
    papers = {layout.id: layout.background.rgb for layout in deck.layouts}
    whole = scene.Box(0, 0, deck.width, deck.height)
    for page in deck.pages:
        for fault in _page(page, papers[page.layout], whole):
            yield f"{page.id}: {fault}"


def _page(page: scene.Page, paper: str, whole: scene.Box) -> Iterator[str]:
    for item in _flat(page.items):
        if not isinstance(item, scene.Connector) and not _inside(item.frame, whole):
            yield f"{item.name} reaches out of the page"
    lines = list(_words(page, paper, whole))
    for one in lines:
        yield from _line(one, whole)
    for one, other in combinations(lines, 2):
        if _meet(one.ink, other.ink):
            yield f"“{one.said}” collides with “{other.said}”"


def _line(one: Words, whole: scene.Box) -> Iterator[str]:
    if not _inside(one.ink, one.frame):
        yield f"“{one.said}” leaves its frame"
    if not _inside(one.ink, whole):
        yield f"“{one.said}” leaves the page"
    for piece in one.line.pieces:
        style = piece.style
        large = style.size >= (LARGE_BOLD if style.bold else LARGE)
        ratio = contrast(style.colour.rgb, one.ground)
        if ratio < (LEAST_LARGE if large else LEAST):
            yield f"“{piece.text}” has a contrast of {ratio:.1f}"


def _flat(items: tuple[scene.Item, ...]) -> Iterator[scene.Item]:
    """Items in paint order, groups opened; artwork stays whole: it is one picture."""
    for item in items:
        if isinstance(item, scene.Group) and item.role != "artwork":
            yield from _flat(item.items)
        else:
            yield item


def _words(page: scene.Page, paper: str, whole: scene.Box) -> Iterator[Words]:
    """Every line, with the colour of what was painted last under its middle."""
    grounds = [Ground(whole, paper)]
    for item in _flat(page.items):
        if isinstance(item, scene.Shape | scene.Text):
            if item.fill is not None:
                grounds.append(Ground(item.frame, item.fill.rgb))
            if item.text is not None:
                yield from (_placed(line, item.frame, grounds) for line in item.text.lines)
        elif isinstance(item, scene.Table):
            yield from _cells(item, grounds)


def _cells(table: scene.Table, grounds: list[Ground]) -> Iterator[Words]:
    for _, cells in table.rows:
        for cell in cells:
            fill = [Ground(table.frame, cell.fill.rgb)] if cell.fill else []
            under = [*grounds, *fill]
            yield from (_placed(line, table.frame, under) for line in cell.text.lines)


def _placed(line: scene.Line, frame: scene.Box, grounds: list[Ground]) -> Words:
    ink = _ink(line)
    x, y = ink.x + ink.cx // 2, ink.y + ink.cy // 2
    under = next(one for one in reversed(grounds) if _holds(one.box, x, y) or one is grounds[0])
    return Words(line, ink, frame, under.rgb)


def _ink(line: scene.Line) -> scene.Box:
    size = max((piece.style.size for piece in line.pieces), default=0) * 127
    height = round((ASCENT + DESCENT) * size)
    return scene.Box(line.x, line.baseline - round(ASCENT * size), line.width, height)


def _holds(box: scene.Box, x: int, y: int) -> bool:
    return box.x <= x < box.x + box.cx and box.y <= y < box.y + box.cy


def _inside(one: scene.Box, outer: scene.Box) -> bool:
    across = outer.x - SLACK <= one.x and one.x + one.cx <= outer.x + outer.cx + SLACK
    down = outer.y - SLACK <= one.y and one.y + one.cy <= outer.y + outer.cy + SLACK
    return across and down


def _meet(one: scene.Box, other: scene.Box) -> bool:
    across = min(one.x + one.cx, other.x + other.cx) - max(one.x, other.x)
    down = min(one.y + one.cy, other.y + other.cy) - max(one.y, other.y)
    return across > SLACK and down > SLACK
