"""Every page to look at, one by one, and what can be measured of it: for before and after.

`python tools/looks.py after` draws both lectures and the decks of all kinds in every template into
build/looks/after/<template>-<deck>/NN-<slide>.png, with a contact sheet of each beside it;
`--template NAME` and `--deck NAME` narrow it down. `--measure DECK:TEMPLATE:SLIDE …` draws nothing
and prints of these slides how much of the page's height is filled, sizes of type, and left edges.
Run from an older checkout under another name, the same command gives what was there before.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import matrix
import sheets

from deckgen.base.units import EMU_PER_POINT
from deckgen.disk import FONTS, DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.proof.proving import FULLNESS
from deckgen.scene import model as scene
from deckgen.writers.typst.press import Press

LOOKS = Path("build/looks")
LECTURES = ("big-society", "zuyd-2013")
WIDTH = 1280
THUMB = 400
NEAR = 2.0  # points: left edges that close are one
ASIDE = ("artwork", "number", "footer", "picture")  # what a page carries whatever it says
ASCENT, DESCENT = 0.70, 0.20


class Measures(NamedTuple):
    """Sizes and left edges in points; heights as shares of the height between the margins.

    `fill`: what has ink or a form on it; `reach`: from the highest to the lowest of it.
    """

    fill: float
    reach: float
    sizes: list[float]
    edges: list[int]


def compiled(deck: str, template: str) -> scene.Scene:
    """A lecture, or the kinds with so much said, in a template."""
    if deck in FULLNESS:
        found = matrix.attempt(deck, template, "16:9").scene
    else:
        found = compile_deck("deck.yaml", DiskWorld(f"decks/{deck}"), template).scene
    if found is None:
        raise SystemExit(f"{deck} can't be built with {template}")
    return found


def draw(label: str, deck: str, template: str) -> None:
    """Pages and contact sheet."""
    built = compiled(deck, template)
    folder = LOOKS / label / f"{template}-{deck}"
    folder.mkdir(parents=True, exist_ok=True)
    drawings = Press(FONTS, DiskWorld(f"decks/{LECTURES[0]}")).png(built, WIDTH)
    paths = []
    for number, (drawing, page) in enumerate(zip(drawings, built.pages, strict=True), 1):
        path = folder / f"{number:02d}-{page.id}.png"
        path.write_bytes(drawing)
        paths.append(path)
    sheets.sheet(paths, width=THUMB).save(folder.with_suffix(".png"), optimize=True)
    print(folder.with_suffix(".png"), flush=True)


def measure(page: scene.Page, height: int) -> Measures:
    """What can be measured of a page; its margins are those of 540 points less 80."""
    spans, sizes, edges = [], set(), set()
    for item in _flat(page.items):
        if isinstance(item, scene.Connector) or item.role in ASIDE:
            continue
        for line in _lines(item):
            size = max(piece.style.size for piece in line.pieces) * 127
            spans.append((line.baseline - ASCENT * size, line.baseline + DESCENT * size))
            sizes |= {piece.style.size / 100 for piece in line.pieces}
            edges.add(_near(line.x))
        if not isinstance(item, scene.Text) and item.frame.cy < 0.9 * height:
            spans.append((item.frame.y, item.frame.y + item.frame.cy))
            edges.add(_near(item.frame.x))
    safe = height - 80 * EMU_PER_POINT
    tops, lows = [top for top, _ in spans], [low for _, low in spans]
    reach = max(lows, default=0.0) - min(tops, default=0.0)
    return Measures(_covered(spans) / safe, reach / safe, sorted(sizes), sorted(edges))


def _near(x: int) -> int:
    return round(round(x / EMU_PER_POINT / NEAR) * NEAR)


def _covered(spans: list[tuple[float, float]]) -> float:
    total, reached = 0.0, 0.0
    for top, low in sorted(spans):
        total += max(0.0, low - max(top, reached))
        reached = max(reached, low)
    return total


def _flat(items: tuple[scene.Item, ...]) -> Iterator[scene.Item]:
    for item in items:
        if isinstance(item, scene.Group) and item.role not in ASIDE:
            yield from _flat(item.items)
        else:
            yield item


def _lines(item: scene.Item) -> Iterator[scene.Line]:
    if isinstance(item, scene.Table):
        cells = (cell for _, row in item.rows for cell in row)
        yield from (line for cell in cells for line in cell.text.lines if line.pieces)
    elif isinstance(item, scene.Shape | scene.Text) and item.text is not None:
        yield from (line for line in item.text.lines if line.pieces)


def tell(asked: str) -> None:
    """One line about a slide, as `deck:template:number`."""
    deck, template, number = asked.split(":")
    built = compiled(deck, template)
    page = built.pages[int(number) - 1]
    found = measure(page, built.height)
    sizes = " ".join(f"{size:g}" for size in found.sizes)
    heights = f"{found.fill:.0%} filled, {found.reach:.0%} reached"
    print(f"{asked} {page.id}: {heights}, {sizes} points, {len(found.edges)} left edges")


def main() -> None:
    """Draw, or measure, what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("label", nargs="?", default="after", help="the folder's name")
    parser.add_argument("--template", default="")
    parser.add_argument("--deck", default="", choices=("", *LECTURES, *FULLNESS))
    parser.add_argument("--measure", nargs="+", default=[], metavar="DECK:TEMPLATE:SLIDE")
    wanted = parser.parse_args()
    for asked in wanted.measure:
        tell(asked)
    looks = sorted(one.parent.name for one in matrix.TEMPLATES.glob("*/template.yaml"))
    for template in [] if wanted.measure else [wanted.template] if wanted.template else looks:
        for deck in [wanted.deck] if wanted.deck else (*LECTURES, *FULLNESS):
            draw(wanted.label, deck, template)


if __name__ == "__main__":
    main()
