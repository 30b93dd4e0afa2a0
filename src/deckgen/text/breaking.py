"""Greedy line breaking of prepared text, as PowerPoint and LibreOffice do it.

In: `Prepared` and a width at size 1. Out: lines as atom indexes. Called thousands of times
while sizes are tried, so lines are found by bisection over prefix sums.
"""

from __future__ import annotations

from bisect import bisect_right

from deckgen.text.model import SAFETY, Piece, Prepared, Rail

# What `count` says when a word is wider than the box.
OVERFLOW = 10**6

# Sums of widths differ in the last bits by where they start.
_GRAIN = 1e-9

Line = tuple[int, int, float]


def breaks(prepared: Prepared, width: float, safe: bool = False) -> tuple[Line, ...]:
    """Lines as (first atom, last atom + 1, width at size 1). Text without atoms is one empty line.

    With `safe`, widths are the safe ones, a line fills 98.5 % of the box at most and ends at firm
    breaks only. A word wider than the box stands alone on its line.
    """
    if not prepared.atoms:
        return ((0, 0, 0.0),)
    if safe:
        return _lines(prepared, prepared.safe_rail, width * SAFETY, prepared.firm)
    return _lines(prepared, prepared.rail, width, None)


def _lines(
    prepared: Prepared, rail: Rail, width: float, firm: tuple[int, ...] | None
) -> tuple[Line, ...]:
    starts, ends = rail.starts, rail.ends
    lines, first = [], 0
    for stop in prepared.stops:
        while first < stop:
            origin = starts[first]
            last = bisect_right(ends, origin + width + _GRAIN, first + 1, stop)
            if firm:
                last = _to_firm(firm, first, last)
            lines.append((first, last, ends[last - 1] - origin))
            first = last
    return tuple(lines)


def _to_firm(firm: tuple[int, ...], first: int, last: int) -> int:
    """The firm break nearest before `last`, or the next one where that leaves an empty line."""
    if firm[last] > first:
        return firm[last]
    while firm[last] != last:
        last += 1
    return last


def count(prepared: Prepared, width: float) -> int:
    """The number of lines to reserve in a box of this width; OVERFLOW when a word doesn't fit."""
    room = width * SAFETY + _GRAIN
    if prepared.longest > room:
        return OVERFLOW
    starts, ends, firm = prepared.safe_rail.starts, prepared.safe_rail.ends, prepared.firm
    if not ends:
        return 1
    total = first = 0
    for stop in prepared.stops:
        while first < stop:
            first = bisect_right(ends, starts[first] + room, first + 1, stop)
            if firm:
                first = firm[first]
            total += 1
    return total


def line_pieces(prepared: Prepared, first: int, last: int) -> tuple[tuple[float, Piece], ...]:
    """One line's pieces with their x offset at size 1; white space inside the line included.

    Neighbours in the same style are one piece.
    """
    flat: list[Piece] = []
    for atom in prepared.atoms[first : last - 1]:
        flat += atom.pieces
        flat += atom.gap
    if first < last:
        flat += prepared.atoms[last - 1].pieces
    placed, x = [], 0.0
    for piece in _merged(flat):
        placed.append((x, piece))
        x += piece.width
    return tuple(placed)


def _merged(pieces: list[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    style: tuple[object, ...] = ()
    texts: list[str] = []
    width = 0.0
    for index, piece in enumerate(pieces):
        own = (piece.face, piece.symbol, piece.key, piece.scale)
        if own != style:
            texts, width, style = [], 0.0, own
        texts.append(piece.text)
        width += piece.width
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        if after is None or (after.face, after.symbol, after.key, after.scale) != own:
            text = "".join(texts)
            merged.append(Piece(text, piece.face, piece.symbol, piece.key, width, piece.scale))
    return merged
