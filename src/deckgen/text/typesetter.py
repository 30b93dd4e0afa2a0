"""Prepares text for breaking: cuts it into atoms and measures them.

In: spans. Out: `Prepared`. One Typesetter serves one build; its caches are what makes trying
many sizes and widths cheap.
"""

from __future__ import annotations

from bisect import bisect_right

from deckgen.text.cutting import DOUBTFUL, HARD, cuts
from deckgen.text.fonts import file
from deckgen.text.model import Atom, FaceKey, Prepared, Rail, Span
from deckgen.text.shaping import Face
from deckgen.text.styles import NOTHING, Measured, Style
from deckgen.world import World


class Typesetter:
    """Fonts and caches of one build."""

    def __init__(self, world: World) -> None:
        """Fonts are opened through `world` when a style is first used."""
        self._world = world
        self._faces: dict[FaceKey, Face] = {}
        self._styles: dict[tuple[FaceKey, float, int], Style] = {}
        self._prepared: dict[tuple[Span, ...], Prepared] = {}

    def prepare(self, spans: tuple[Span, ...]) -> Prepared:
        """Measures a paragraph. KeyError for a typeface that `fonts.known` denies."""
        prepared = self._prepared.get(spans)
        if prepared is None:
            prepared = self._prepared[spans] = self._measure(spans)
        return prepared

    def face(self, key: FaceKey) -> Face:
        """The opened font of a style."""
        face = self._faces.get(key)
        if face is None:
            face = self._faces[key] = Face(self._world.font(file(key)))
        return face

    def _measure(self, spans: tuple[Span, ...]) -> Prepared:
        styles = [self._style(span) for span in spans]
        single = len(spans) == 1
        atoms = _single(spans[0].text, styles[0]) if single else _several(spans, styles)
        return _assemble(tuple(atoms), _missing(styles, spans))

    def _style(self, span: Span) -> Style:
        key = (span.face, span.scale, span.key)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = Style(span, self.face)
        return style


def _single(text: str, style: Style) -> list[Atom]:
    """The atoms of text in one style."""
    atoms = []
    for start, ink, white, end in cuts(text):
        before = text[max(start, ink - 1) : ink]
        after = text[white : white + 1] if end != HARD else ""
        gap = style.gap(before, text[ink:white], after)
        atoms.append(_atom(style.word(text[start:ink]), gap, end))
    return atoms


def _several(spans: tuple[Span, ...], styles: list[Style]) -> list[Atom]:
    """The atoms of text whose style changes, possibly inside a word."""
    text = "".join(span.text for span in spans)
    bounds = [0]
    for span in spans:
        bounds.append(bounds[-1] + len(span.text))
    atoms = []
    for start, ink, white, end in cuts(text):
        word = _stretch(text, (start, ink), bounds, styles)
        index = bisect_right(bounds, ink - 1) - 1
        if start < ink and white < bounds[index + 1]:
            after = text[white] if end != HARD else ""
            gap = styles[index].gap(text[ink - 1], text[ink:white], after)
        else:
            gap = _stretch(text, (ink, white), bounds, styles)
        atoms.append(_atom(word, gap, end))
    return atoms


def _stretch(text: str, at: tuple[int, int], bounds: list[int], styles: list[Style]) -> Measured:
    """Measures text[at] span by span."""
    start, end = at
    if start == end:
        return NOTHING
    parts = [
        style.word(text[max(low, start) : min(high, end)])
        for style, low, high in zip(styles, bounds, bounds[1:], strict=False)
        if low < end and start < high
    ]
    pieces = tuple(piece for part in parts for piece in part[0])
    return pieces, sum(part[1] for part in parts), sum(part[2] for part in parts)


def _atom(word: Measured, gap: Measured, end: int) -> Atom:
    pieces, width, safe = word
    white, space, safe_space = gap
    return Atom(pieces, width, safe, space, safe_space, white, end == HARD, end != DOUBTFUL)


def _missing(styles: list[Style], spans: tuple[Span, ...]) -> tuple[str, ...]:
    lost = {c for s, span in zip(styles, spans, strict=True) for c in s.missing if c in span.text}
    return tuple(sorted(lost))


def _assemble(atoms: tuple[Atom, ...], missing: tuple[str, ...]) -> Prepared:
    rail = _rail([(atom.width, atom.space) for atom in atoms])
    safe = _rail([(atom.safe, atom.safe_space) for atom in atoms])
    stops = tuple(at for at, atom in enumerate(atoms, 1) if atom.hard)
    firm = _firm(atoms)
    total = rail.ends[-1] if atoms else 0.0
    longest = _longest(atoms, safe, firm)
    return Prepared(atoms, longest, total, missing, rail, safe, (*stops, len(atoms)), firm)


def _rail(widths: list[tuple[float, float]]) -> Rail:
    starts, ends, at = [], [], 0.0
    for width, space in widths:
        starts.append(at)
        at += width
        ends.append(at)
        at += space
    return Rail(tuple(starts), tuple(ends))


def _firm(atoms: tuple[Atom, ...]) -> tuple[int, ...] | None:
    """For each number of atoms the nearest firm break at or before it."""
    if all(atom.firm for atom in atoms):
        return None
    nearest = [0]
    for at, atom in enumerate(atoms, 1):
        nearest.append(at if atom.firm else nearest[-1])
    return tuple(nearest)


def _longest(atoms: tuple[Atom, ...], rail: Rail, firm: tuple[int, ...] | None) -> float:
    if firm is None:
        return max([atom.safe for atom in atoms], default=0.0)
    widths = [end - rail.starts[firm[at]] for at, end in enumerate(rail.ends)]
    return max(widths, default=0.0)
