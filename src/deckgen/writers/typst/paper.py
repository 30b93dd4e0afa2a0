"""What is printed: slides full size, notes pages, handouts, a contact sheet.

In: a Scene whose slides are defined as p1, p2 … with grounds g1 … and bookmarks m1 … Out: code of
the pages. Notes are the one text that typst wraps: nobody measured them. Sheets are A4, upright.
"""

from __future__ import annotations

from typing import Literal

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Page, Scene
from deckgen.writers.typst.styles import Styles
from deckgen.writers.typst.syntax import points, string

Paper = Literal["slides", "notes", "handout-3", "handout-6", "sheet"]

A4 = (595.276, 841.89)
MARGIN = 48.0
GUTTER = 24.0
RULE = 20.0  # between lines to write on
SIZE = 12.0  # of notes
COLUMNS, THUMB, GAP, CAPTION = 5, 240.0, 12.0, 12.0  # of a contact sheet
INNER = A4[0] - 2 * MARGIN
HALF = (INNER - GUTTER) / 2
ROW = (A4[1] - 2 * MARGIN) / 3
# Slides have nothing above and below a baseline; notes are lines of text as usual.
WRAPPED = """set text(top-edge: 0.8em, bottom-edge: -0.2em)
set par(leading: 0.4em, spacing: 0.9em)
"""


def sheets(scene: Scene, paper: Paper, styles: Styles) -> str:
    """All pages."""
    count = len(scene.pages)
    if paper == "slides":
        return "\n".join([f"#page(fill: g{n}, {{p{n}\nm{n}}})" for n in range(1, count + 1)])
    if paper == "sheet":
        return _head(scene, styles) + _sheet(scene)
    if paper == "notes":
        pages = [_notes(page, n) for n, page in enumerate(scene.pages, 1)]
    else:
        each = 3 if paper == "handout-3" else 6
        starts = range(1, count + 1, each)
        pages = [_handout(range(n, min(n + each, count + 1)), each) for n in starts]
    return _head(scene, styles) + "\n".join(pages)


def _head(scene: Scene, styles: Styles) -> str:
    """S is a slide made smaller, N the number of a sheet, V lines to write on."""
    width, height = scene.width / EMU_PER_POINT, scene.height / EMU_PER_POINT
    return f"""
#set page(width: {points(A4[0])}, height: {points(A4[1])}, margin: {points(MARGIN)}, fill: white)
#set text(font: {styles.fonts(scene.theme.body)}, size: {points(SIZE)}, fill: black)
#let S(w, ground, content) = box(width: w, height: w * {height / width:.6f}, clip: true,
  stroke: 0.5pt + luma(60%), fill: ground, place(top + left, scale({100 / width:.6f}% * (w / 1pt),
  origin: top + left, box(width: {points(width)}, height: {points(height)}, content))))
#let N(n) = place(bottom + right, dy: {points(GUTTER)},
  pdf.artifact(box(text(size: 9pt, fill: luma(40%), n))))
#let V(n, w) = for i in range(n) {{ block(height: {points(RULE)}, width: w, above: 0pt,
  below: 0pt, place(bottom + left, line(length: w, stroke: 0.5pt + luma(70%)))) }}
"""


def _sheet(scene: Scene) -> str:
    """All slides on one page as large as they need, each with its number below."""
    across = min(COLUMNS, len(scene.pages))
    high = THUMB * scene.height / scene.width + CAPTION
    rows = -(-len(scene.pages) // across)
    width, height = GAP + across * (THUMB + GAP), GAP + rows * (high + GAP)
    found = []
    for place in range(len(scene.pages)):
        down, right = divmod(place, across)
        at = f"dx: {points(GAP + right * (THUMB + GAP))}, dy: {points(GAP + down * (high + GAP))}"
        n = place + 1
        found.append(f"place(top + left, {at}, block({{S({points(THUMB)}, g{n}, p{n})\nT({n})}}))")
    inside = "\n".join(found)
    return f"""
#let T(n) = block(above: {points(CAPTION * 0.8)}, text(size: 9pt, fill: luma(35%), str(n)))
#page(width: {points(width)}, height: {points(height)}, margin: 0pt, fill: luma(92%), {{
{inside}
}})
"""


def _notes(page: Page, n: int) -> str:
    """A slide, and below it what is said; long notes go on on the next page."""
    said = "".join([f"par({string(text)})\n" for text in page.notes if text.strip()])
    slide = f"block(below: {points(GUTTER)}, S({points(INNER)}, g{n}, p{n}))"
    return f"#page({{\nN({string(str(n))})\n{slide}\nm{n}\n{WRAPPED}{said}}})"


def _handout(numbers: range, each: int) -> str:
    """Three slides with lines beside them, or six with lines below them."""
    lines = _beside() if each == 3 else _below()
    found = []
    for place, n in enumerate(numbers):
        down, across = (place, 0) if each == 3 else divmod(place, 2)
        at = f"dx: {points(across * (HALF + GUTTER))}, dy: {points(down * ROW)}"
        slide = f"S({points(HALF)}, g{n}, p{n})\nm{n}"
        found.append(f"place(top + left, {at}, block({{{lines[0]}\n{slide}\n{lines[1]}}}))")
    inside = "\n".join(found)
    return f"#page({{\n{inside}\n}})"


def _beside() -> tuple[str, str]:
    """Code before and behind the slide."""
    count = int((ROW - GUTTER) / RULE)
    lines = f"block(V({count}, {points(HALF)}))"
    return f"place(top + left, dx: {points(HALF + GUTTER)}, {lines})", ""


def _below() -> tuple[str, str]:
    free = ROW - HALF * 9 / 16 - GUTTER
    return "", f"V({int(free / RULE)}, {points(HALF)})"
