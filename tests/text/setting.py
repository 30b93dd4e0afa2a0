"""Short ways to say what is set and what comes out, for the tests of the text floor."""

from __future__ import annotations

from deckgen.text import FaceKey, Prepared, Span, Typesetter, breaks, line_pieces
from square_font import Kerns, square_world

BODY = FaceKey("Calibri")
BOLD = FaceKey("Calibri", bold=True)
SQUARE = Typesetter(square_world())


def squares(*texts: str) -> Prepared:
    """Text in squares of 1 em. Several texts are runs, every second one bold."""
    return SQUARE.prepare(runs(*texts))


def kerned(text: str, kerns: Kerns) -> Prepared:
    """Text in squares of 1 em, with kerning pairs."""
    return Typesetter(square_world(kerns=kerns)).prepare(runs(text))


def runs(*texts: str) -> tuple[Span, ...]:
    """Spans of regular and bold text in turn."""
    return tuple(Span(text, (BODY, BOLD)[i % 2], 1.0, i) for i, text in enumerate(texts))


def shown(prepared: Prepared, width: float, safe: bool = False) -> list[str]:
    """The lines' texts."""
    lines = breaks(prepared, width, safe)
    return ["".join(p.text for _, p in line_pieces(prepared, a, z)) for a, z, _ in lines]
