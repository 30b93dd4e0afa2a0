"""Several pictures, equally large, their captions in line.

In: Pictures. Out: its box.
"""

from __future__ import annotations

from itertools import cycle

from deckgen.compose.boxes import Art, Box, Flow, Photo
from deckgen.compose.cards import rows_of
from deckgen.compose.context import Context
from deckgen.compose.paras import box, optional
from deckgen.outline.model import Pictures, Shot
from deckgen.template.model import ArtStyle

GAP = 16.0
ROWS = {4: (2, 2), 7: (4, 3), 9: (3, 3, 3)}


def gallery(block: Pictures, context: Context) -> Box:
    """Pictures on a grid; a row's captions start at the same height."""
    counts = ROWS.get(len(block.items))
    styles = cycle(context.template.artwork)  # empty slots side by side differ
    faces = [_face(one, style) for one, style in zip(block.items, styles, strict=False)]
    if not any(one.caption or one.credit for one in block.items) and counts is None:
        return rows_of(faces, GAP)
    shots = [_shot(*pair, n) for n, pair in enumerate(zip(block.items, faces, strict=True))]
    rows: list[Box] = []
    at = 0
    for count in counts or _counts(len(shots)):
        rows.append(
            Flow("row", tuple(shots[at : at + count]), gap=GAP, tracks=True, grow=1, basis=0)
        )
        at += count
    return rows[0] if len(rows) == 1 else Flow("column", tuple(rows), gap=GAP)


def _counts(count: int) -> tuple[int, ...]:
    rows = 1 if count <= 3 else 2
    rows = max(rows, -(-count // 5))
    return tuple(count // rows + (1 if row < count % rows else 0) for row in range(rows))


def _shot(one: Shot, face: Box, number: int) -> Box:
    words = box(
        optional(one.caption, "label", colour="ink"),
        optional(one.credit, "caption", before=0.1 if one.caption else 0.0),
        name=f"caption-{number}",
        fit="gallery",
    )
    said = one.caption or one.credit
    return Flow("column", (face, *((words,) if said else ())), gap=8, grow=1, basis=0)


def _face(one: Shot, style: ArtStyle) -> Box:
    return Photo(one, grow=1) if one.file else Art(style, one, grow=1)
