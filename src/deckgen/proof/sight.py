"""What is wrong with a page to the eye, found on the Scene: outside, colliding, hard to read.

In: a Scene, and the margins that its words are to keep. Out: `Fault`s. Nothing is rendered, so
this is quick.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from msgspec import Struct

from deckgen.base.colour import contrast
from deckgen.base.units import EMU_PER_POINT, emu
from deckgen.scene import model as scene
from deckgen.template.model import Template

SLACK = EMU_PER_POINT  # what rounding and optical edges may take
ASCENT, DESCENT = 0.70, 0.20  # what letters reach of their size above and below the baseline
# Hundredths of a point; WCAG 2.2, 1.4.3 has 18 and 14 pt, but a slide is seen from afar.
LARGE, LARGE_BOLD = 2400, 1867
LEAST, LEAST_LARGE = 4.5, 3.0
PIECES = 8  # straight lines that stand for a curve
WHOLE = scene.Box(0, 0, 0, 0)  # no margins: the page's own edges
# What may stand beyond the margins.
AT_THE_EDGE = ("footer", "number", "caption", "artwork", "kicker")


class Fault(Struct, frozen=True):
    """One thing that is wrong with a page. `ink` on `ground` are the colours that are too alike."""

    code: str  # proof/outside, proof/frame, proof/margin, proof/collision, proof/contrast …
    page: str
    message: str
    paper: scene.Colour
    ink: scene.Colour | None = None
    ground: scene.Colour | None = None

    def __str__(self) -> str:
        """The page and the sentence."""
        return f"{self.page}: {self.message}"


class Ground(Struct, frozen=True):
    """A filled area and its colour; `edge` are the corners of a free form, absolute."""

    box: scene.Box
    colour: scene.Colour
    round: bool = False
    edge: tuple[tuple[float, float], ...] = ()

    def holds(self, x: int, y: int) -> bool:
        """Whether a point lies on it."""
        box = self.box
        if not (box.x <= x < box.x + box.cx and box.y <= y < box.y + box.cy):
            return False
        if self.round:
            across = (2 * (x - box.x) - box.cx) / max(1, box.cx)
            down = (2 * (y - box.y) - box.cy) / max(1, box.cy)
            return across**2 + down**2 <= 1
        return not self.edge or _within(self.edge, x, y)


class Words(Struct, frozen=True):
    """A line as it stands on the page: its ink, its frame, what is painted under it."""

    line: scene.Line
    ink: scene.Box
    frame: scene.Box
    grounds: tuple[Ground, ...]
    role: str
    order: int  # of its item among those painted
    filled: bool  # whether its item has a ground of its own

    @property
    def said(self) -> str:
        """The line's text."""
        return "".join(piece.text for piece in self.line.pieces)


class _Sight(Struct, frozen=True):
    """A page to look at: the room that its words have, the whole page, its paper."""

    page: scene.Page
    paper: scene.Colour
    whole: scene.Box
    room: scene.Box

    def fault(self, code: str, message: str) -> Fault:
        return Fault(f"proof/{code}", self.page.id, message, self.paper)


def margins(template: Template) -> scene.Box:
    """The margins that a template's words keep; a base file says itself where they may stand."""
    if template.base is not None:
        return WHOLE
    four = template.grid.margins
    return scene.Box(*map(emu, (four.left, four.top, four.right, four.bottom)))


def faults(deck: scene.Scene, margins: scene.Box = WHOLE) -> Iterator[Fault]:
    """Every fault of every page. `margins`: EMU from the left, top, right and lower edge."""
    papers = {layout.id: layout.background for layout in deck.layouts}
    whole = scene.Box(0, 0, deck.width, deck.height)
    across, down = margins.x + margins.cx, margins.y + margins.cy
    room = scene.Box(margins.x, margins.y, deck.width - across, deck.height - down)
    for page in deck.pages:
        paper = page.background or papers[page.layout]
        yield from _page(_Sight(page, paper, whole, room))


def _page(sight: _Sight) -> Iterator[Fault]:
    items = list(flat(sight.page.items))
    for item in items:
        if not isinstance(item, scene.Connector) and not _inside(item.frame, sight.whole):
            yield sight.fault("outside", f"{item.name} reaches out of the page")
    lines = list(_words(items, Ground(sight.whole, sight.paper)))
    for one in lines:
        yield from _line(one, sight)
    for one, other in combinations(lines, 2):
        if _meet(one.ink, other.ink):
            yield sight.fault("collision", f"“{one.said}” collides with “{other.said}”")
    yield from _covered(items, lines, sight)
    yield from _crossed(items, lines, sight)


def _line(one: Words, sight: _Sight) -> Iterator[Fault]:
    if not _inside(one.ink, one.frame):
        yield sight.fault("frame", f"“{one.said}” leaves its frame")
    if not _inside(one.ink, sight.whole):
        yield sight.fault("outside", f"“{one.said}” leaves the page")
    elif one.role not in AT_THE_EDGE and _strays(one, sight.room):
        yield sight.fault("margin", f"“{one.said}” stands in the margin")
    for piece in one.line.pieces:
        yield from _pale(piece, one, sight)


def _strays(one: Words, room: scene.Box) -> bool:
    """Whether words on the bare paper leave its margins; a field at the edge has its own."""
    bare = not any(ground.holds(one.ink.x, one.ink.y) for ground in one.grounds[1:])
    return bare and not _inside(one.ink, room)


def _pale(piece: scene.Piece, line: Words, sight: _Sight) -> Iterator[Fault]:
    """A stretch whose colour is too close to what lies under its start, middle or end."""
    style, y = piece.style, line.ink.y + line.ink.cy // 2
    large = style.size >= (LARGE_BOLD if style.bold else LARGE)
    places = (piece.x + SLACK, piece.x + piece.width // 2, piece.x + piece.width - SLACK)
    found = (_under(line.grounds, x, y) for x in places)
    worst = min(found, key=lambda ground: contrast(style.colour.rgb, ground.rgb))
    ratio = contrast(style.colour.rgb, worst.rgb)
    if ratio < (LEAST_LARGE if large else LEAST):
        message = f"“{piece.text}” has a contrast of {ratio:.1f}"
        page = sight.page.id
        yield Fault("proof/contrast", page, message, sight.paper, style.colour, worst)


def _covered(items: list[scene.Item], lines: list[Words], sight: _Sight) -> Iterator[Fault]:
    """Words with something painted over them."""
    for order, item in enumerate(items):
        cover = _cover(item)
        for line in lines if cover else ():
            if cover and line.order < order and _meet(line.ink, cover):
                yield sight.fault("covered", f"{item.name} is painted over “{line.said}”")


def _crossed(items: list[scene.Item], lines: list[Words], sight: _Sight) -> Iterator[Fault]:
    """Words that a connector runs through, with nothing between it and them."""
    for order, item in enumerate(items):
        if not isinstance(item, scene.Connector):
            continue
        for line in lines:
            bare = line.order < order or not line.filled
            if bare and any(_cuts(*ends, line.ink) for ends in pairwise(item.corners)):
                yield sight.fault("crossed", f"{item.name} runs through “{line.said}”")


def _cuts(start: tuple[int, int], end: tuple[int, int], box: scene.Box) -> bool:
    """Whether a straight line enters a box: what of it is left between the box's four sides."""
    first, last = 0.0, 1.0
    sides = ((box.x, box.cx), (box.y, box.cy))
    for a, b, (edge, extent) in zip(start, end, sides, strict=True):
        low, high = edge + SLACK, edge + extent - SLACK
        if a == b and not low < a < high:
            return False
        if a != b:
            near, far = sorted(((low - a) / (b - a), (high - a) / (b - a)))
            first, last = max(first, near), min(last, far)
    return first < last


def _cover(item: scene.Item) -> scene.Box | None:
    """What of the page an item hides."""
    if isinstance(item, scene.Shape):
        return item.frame if item.fill is not None else None
    return item.frame if isinstance(item, scene.Picture | scene.Chart | scene.Table) else None


def flat(items: tuple[scene.Item, ...]) -> Iterator[scene.Item]:
    """Items in paint order, groups opened; artwork stays whole: it is one picture."""
    for item in items:
        if isinstance(item, scene.Group) and item.role != "artwork":
            yield from flat(item.items)
        else:
            yield item


def _words(items: list[scene.Item], paper: Ground) -> Iterator[Words]:
    """Every line, with what was painted before it."""
    grounds = [paper]
    for order, item in enumerate(items):
        if isinstance(item, scene.Shape | scene.Text):
            if item.fill is not None:
                grounds.append(_ground(item, item.fill))
            if item.text is not None:
                under = tuple(grounds)
                yield from (_placed(line, item, under, order) for line in item.text.lines)
        elif isinstance(item, scene.Table):
            yield from _cells(item, grounds, order)


def _ground(item: scene.Shape | scene.Text, fill: scene.Colour) -> Ground:
    form = item.geometry if isinstance(item, scene.Shape) else None
    if isinstance(form, scene.Path):
        return Ground(item.frame, fill, edge=tuple(_edge(form, item.frame)))
    return Ground(item.frame, fill, isinstance(form, scene.Preset) and form.name == "ellipse")


def _edge(form: scene.Path, frame: scene.Box) -> Iterator[tuple[float, float]]:
    """The corners of a free form, its curves as a few straight pieces."""
    x = y = 0.0
    for _, *numbers in form.commands:
        rest = [float(one) for one in numbers]
        if not rest:
            continue
        ends = list(zip(rest[::2], rest[1::2], strict=True))
        for step in range(1, PIECES + 1) if len(ends) == 3 else (PIECES,):
            at = _curve((x, y), ends, step / PIECES)
            yield frame.x + at[0], frame.y + at[1]
        x, y = ends[-1]


def _curve(
    start: tuple[float, float], ends: list[tuple[float, float]], t: float
) -> tuple[float, float]:
    """A point of a cubic Bézier curve; the end of a straight line."""
    if len(ends) != 3:
        return ends[-1]
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    points = list(zip(shares, (start, *ends), strict=True))
    return sum(s * p[0] for s, p in points), sum(s * p[1] for s, p in points)


def _within(edge: tuple[tuple[float, float], ...], x: int, y: int) -> bool:
    """Whether a ray to the right crosses the edge an odd number of times."""
    inside = False
    for (x1, y1), (x2, y2) in zip(edge, (*edge[1:], edge[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            inside = not inside
    return inside


def _cells(table: scene.Table, grounds: list[Ground], order: int) -> Iterator[Words]:
    for _, cells in table.rows:
        for cell in cells:
            fill = [Ground(table.frame, cell.fill)] if cell.fill else []
            under = (*grounds, *fill)
            yield from (_placed(line, table, under, order) for line in cell.text.lines)


def _placed(
    line: scene.Line,
    item: scene.Shape | scene.Text | scene.Table,
    under: tuple[Ground, ...],
    order: int,
) -> Words:
    kind = item.placeholder.kind if not isinstance(item, scene.Table) and item.placeholder else ""
    role = kind if kind in AT_THE_EDGE else item.role
    filled = isinstance(item, scene.Table) or item.fill is not None
    return Words(line, ink(line), item.frame, under, role, order, filled)


def _under(grounds: tuple[Ground, ...], x: int, y: int) -> scene.Colour:
    """What was painted last at a point; the paper where nothing was."""
    return next((one.colour for one in reversed(grounds) if one.holds(x, y)), grounds[0].colour)


def ink(line: scene.Line) -> scene.Box:
    """What a line's letters cover."""
    size = max((piece.style.size for piece in line.pieces), default=0) * 127
    height = round((ASCENT + DESCENT) * size)
    return scene.Box(line.x, line.baseline - round(ASCENT * size), line.width, height)


def _inside(one: scene.Box, outer: scene.Box) -> bool:
    across = outer.x - SLACK <= one.x and one.x + one.cx <= outer.x + outer.cx + SLACK
    down = outer.y - SLACK <= one.y and one.y + one.cy <= outer.y + outer.cy + SLACK
    return across and down


def _meet(one: scene.Box, other: scene.Box) -> bool:
    across = min(one.x + one.cx, other.x + other.cx) - max(one.x, other.x)
    down = min(one.y + one.cy, other.y + other.cy) - max(one.y, other.y)
    return across > SLACK and down > SLACK
