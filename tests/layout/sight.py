"""What can be seen on a page: inks of lines, grounds under texts, contrasts.

In: a Scene's page. Out: boxes in EMU and numbers; for tests that look at pages as a reader does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from msgspec import Struct

from deckgen.base.colour import contrast
from deckgen.scene import model as scene
from deckgen.text.model import PITCH

SLACK = 12_700  # a point
ASCENT, DESCENT = 0.70, 0.20  # what letters reach of their size above and below the baseline
LARGE, LARGE_BOLD = 1800, 1400  # hundredths of a point: 24 and 18.66 CSS pixels


class Said(Struct, frozen=True):
    """A text of a page, its item, and what lies under it: its ground's colour."""

    item: scene.Item
    frame: scene.Box
    body: scene.TextBody
    ground: str


def flat(items: tuple[scene.Item, ...]) -> Iterator[scene.Item]:
    """Items in paint order, without groups."""
    for item in items:
        if isinstance(item, scene.Group):
            yield from flat(item.items)
        else:
            yield item


def texts(page: scene.Page, layout: scene.Layout) -> Iterator[Said]:
    """Every text with the colour that is last painted under its ink."""
    under: list[tuple[scene.Box, str]] = []
    paper = (page.background or layout.background).rgb
    for item in (*flat(layout.items), *flat(page.items)):
        fill = getattr(item, "fill", None)
        if fill is not None:
            under.append((item.frame, fill.rgb))  # type: ignore[union-attr]
        if isinstance(item, scene.Text | scene.Shape) and item.text is not None:
            yield Said(item, item.frame, item.text, _ground(item.text, under, paper))
        elif isinstance(item, scene.Table):
            for _, cells in item.rows:
                for cell in cells:
                    ground = cell.fill.rgb if cell.fill else paper
                    yield Said(item, item.frame, cell.text, ground)


def _ground(body: scene.TextBody, under: list[tuple[scene.Box, str]], paper: str) -> str:
    inks = [ink(line) for line in body.lines if line.pieces]
    if not inks:
        return paper
    middle = inks[len(inks) // 2]
    x, y = middle.x + middle.cx // 2, middle.y + middle.cy // 2
    covering = [rgb for box, rgb in under if _holds(box, x, y)]
    return covering[-1] if covering else paper


def _holds(box: scene.Box, x: int, y: int) -> bool:
    return box.x <= x <= box.x + box.cx and box.y <= y <= box.y + box.cy


def ink(line: scene.Line) -> scene.Box:
    """What a line's letters cover."""
    size = max((piece.style.size for piece in line.pieces), default=0) * 127
    height = round((ASCENT + DESCENT) * size)
    return scene.Box(line.x, line.baseline - round(ASCENT * size), line.width, height)


def collisions(page: scene.Page, layout: scene.Layout) -> list[tuple[str, str]]:
    """Pairs of lines of different texts whose inks overlap."""
    lines = [
        (number, line)
        for number, said in enumerate(texts(page, layout))
        for line in said.body.lines
        if line.pieces
    ]
    return [
        (words(one), words(other))
        for (a, one), (b, other) in combinations(lines, 2)
        if a != b and overlap(ink(one), ink(other))
    ]


def overlap(one: scene.Box, other: scene.Box) -> bool:
    """Whether two boxes share more than a hair."""
    across = min(one.x + one.cx, other.x + other.cx) - max(one.x, other.x)
    down = min(one.y + one.cy, other.y + other.cy) - max(one.y, other.y)
    return across > SLACK and down > SLACK


def inside(inner: scene.Box, outer: scene.Box) -> bool:
    """Whether a box lies in another."""
    return (
        outer.x - SLACK <= inner.x
        and outer.y - SLACK <= inner.y
        and inner.x + inner.cx <= outer.x + outer.cx + SLACK
        and inner.y + inner.cy <= outer.y + outer.cy + SLACK
    )


def words(line: scene.Line) -> str:
    """A line's text."""
    return "".join(piece.text for piece in line.pieces)


def faint(said: Said) -> list[tuple[str, float]]:
    """Lines of a text that do not stand out enough from its ground (WCAG 2.2, 1.4.3)."""
    return [
        (piece.text, round(contrast(piece.style.colour.rgb, said.ground), 2))
        for line in said.body.lines
        for piece in line.pieces
        if piece.text.strip()
        and contrast(piece.style.colour.rgb, said.ground) < _least(piece.style)
    ]


def reserved(said: Said) -> float:
    """The height in EMU that PowerPoint needs for a text: 1.2117 × size × leading a line."""
    sizes = dict.fromkeys(range(len(said.body.paragraphs)), 0)
    lines = dict.fromkeys(sizes, 0)
    for line in said.body.lines:
        lines[line.paragraph] += 1
        largest = max((piece.style.size for piece in line.pieces), default=0)
        sizes[line.paragraph] = max(sizes[line.paragraph], largest)
    styles = [paragraph.style for paragraph in said.body.paragraphs]
    return (
        said.body.insets[1]
        + said.body.insets[3]
        + sum(style.space_before for style in styles)
        + sum(PITCH * 127 * sizes[n] * lines[n] * styles[n].leading / 100 for n in sizes)
    )


def panels(page: scene.Page) -> Iterator[tuple[scene.Shape, list[scene.Line]]]:
    """Filled rectangles, each with the lines on it that have no ground of their own."""
    items = list(flat(page.items))
    for number, item in enumerate(items):
        form = getattr(item, "geometry", None)
        square = isinstance(form, scene.Preset) and form.name in ("rect", "roundRect")
        if isinstance(item, scene.Shape) and item.fill and square and item.role == "panel":
            bare = (one for one in items[number:] if isinstance(one, scene.Text | scene.Shape))
            texts_ = (one.text for one in bare if one.fill is None)
            lines = [line for text in texts_ if text for line in text.lines if line.pieces]
            yield item, [line for line in lines if _holds(item.frame, line.x, line.baseline)]


def _least(style: scene.TextStyle) -> float:
    return 3.0 if style.size >= (LARGE_BOLD if style.bold else LARGE) else 4.5
