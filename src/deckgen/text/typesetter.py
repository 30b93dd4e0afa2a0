"""Prepares text for breaking: cuts it, finds glyphs for every character, measures each word once.

In: spans. Out: `Prepared`. One Typesetter serves one build; its caches are what makes trying
many sizes and widths cheap.
"""

from __future__ import annotations

from deckgen.text.cutting import cuts
from deckgen.text.fonts import SYMBOL, source
from deckgen.text.model import Atom, FaceKey, Piece, Prepared, Rail, Span
from deckgen.text.shaping import Face
from deckgen.world import World

# Pieces at scale 1, kerned width, safe width.
Measured = tuple[tuple[Piece, ...], float, float]


class Typesetter:
    """Fonts and caches of one build."""

    def __init__(self, world: World) -> None:
        """Fonts are opened through `world` when a style is first used."""
        self._world = world
        self._faces: dict[FaceKey, Face] = {}
        self._styles: dict[tuple[FaceKey, float, int], _Style] = {}
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
            origin = source(key)
            face = self._faces[key] = Face(self._world.font(origin.file), origin.weight)
        return face

    def _measure(self, spans: tuple[Span, ...]) -> Prepared:
        styles = [self._style(span) for span in spans]
        single = len(spans) == 1
        atoms = _single(spans[0].text, styles[0]) if single else _several(spans, styles)
        return _assemble(tuple(atoms), _missing(styles, spans))

    def _style(self, span: Span) -> _Style:
        key = (span.face, span.scale, span.key)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = _Style(self, span)
        return style


class _Style:
    """What all text with the same face, scale and key shares: its words, measured."""

    def __init__(self, setter: Typesetter, span: Span) -> None:
        self._setter = setter
        self._span = span
        self._key = span.face
        self._face = setter.face(span.face)
        self._words: dict[str, Measured] = {"": ((), 0.0, 0.0)}
        self._own: set[str] = set()  # characters that the face itself draws
        self.missing: set[str] = set()  # characters that no face draws

    def word(self, text: str) -> Measured:
        """Pieces and widths of a stretch without line break."""
        measured = self._words.get(text)
        if measured is None:
            measured = self._words[text] = self._measure(text)
        return measured

    def _measure(self, text: str) -> Measured:
        if self._own.issuperset(text):
            return self._whole(text, self._face, self._key, False)
        runs = self._runs(text)
        parts = [self._part(run, symbol) for run, symbol in runs]
        pieces = tuple(piece for part in parts for piece in part[0])
        return pieces, sum(part[1] for part in parts), sum(part[2] for part in parts)

    def _part(self, run: str, symbol: bool) -> Measured:
        if not symbol:
            return self._whole(run, self._face, self._key, False)
        key = FaceKey(SYMBOL, self._key.bold, self._key.italic)
        return self._whole(run, self._setter.face(key), key, True)

    def _whole(self, text: str, face: Face, key: FaceKey, symbol: bool) -> Measured:
        scale = self._span.scale
        kerned = face.kerned(text) * scale
        safe = max(kerned, face.unkerned(text) * scale)
        return (Piece(text, key, symbol, self._span.key, kerned, scale),), kerned, safe

    def _runs(self, text: str) -> list[tuple[str, bool]]:
        """Stretches of characters from the face itself and from the symbol face."""
        runs: list[tuple[str, bool]] = []
        for char in text:
            symbol = self._from_symbol(char)
            if runs and runs[-1][1] == symbol:
                runs[-1] = (runs[-1][0] + char, symbol)
            else:
                runs.append((char, symbol))
        return runs

    def _from_symbol(self, char: str) -> bool:
        if char in self._own:
            return False
        if self._face.has(char):
            self._own.add(char)
            return False
        key = FaceKey(SYMBOL, self._key.bold, self._key.italic)
        if self._setter.face(key).has(char):
            return True
        self.missing.add(char)
        return False


def _single(text: str, style: _Style) -> list[Atom]:
    """The atoms of text in one style."""
    atoms = []
    for start, ink, white, hard in cuts(text):
        pieces, width, safe = style.word(text[start:ink])
        gap, space, _ = style.word(text[ink:white])
        atoms.append(Atom(pieces, width, safe, space, gap, hard))
    return atoms


def _several(spans: tuple[Span, ...], styles: list[_Style]) -> list[Atom]:
    """The atoms of text whose style changes, possibly inside a word."""
    text = "".join(span.text for span in spans)
    bounds = [0]
    for span in spans:
        bounds.append(bounds[-1] + len(span.text))
    atoms = []
    for start, ink, white, hard in cuts(text):
        pieces, width, safe = _stretch(text, (start, ink), bounds, styles)
        gap, space, _ = _stretch(text, (ink, white), bounds, styles)
        atoms.append(Atom(pieces, width, safe, space, gap, hard))
    return atoms


def _stretch(text: str, at: tuple[int, int], bounds: list[int], styles: list[_Style]) -> Measured:
    """Measures text[at] span by span."""
    start, end = at
    pieces: tuple[Piece, ...] = ()
    width = safe = 0.0
    for style, low, high in zip(styles, bounds, bounds[1:], strict=False):
        if low < end and start < high:
            part = style.word(text[max(low, start) : min(high, end)])
            pieces += part[0]
            width += part[1]
            safe += part[2]
    return pieces, width, safe


def _missing(styles: list[_Style], spans: tuple[Span, ...]) -> tuple[str, ...]:
    lost = {c for s, span in zip(styles, spans, strict=True) for c in s.missing if c in span.text}
    return tuple(sorted(lost))


def _assemble(atoms: tuple[Atom, ...], missing: tuple[str, ...]) -> Prepared:
    rail = _rail([atom.width for atom in atoms], atoms)
    safe = _rail([atom.safe for atom in atoms], atoms)
    stops = tuple(at for at, atom in enumerate(atoms, 1) if atom.hard)
    total = rail.ends[-1] if atoms else 0.0
    return Prepared(atoms, safe.longest, total, missing, rail, safe, (*stops, len(atoms)))


def _rail(widths: list[float], atoms: tuple[Atom, ...]) -> Rail:
    starts, ends, at = [], [], 0.0
    for width, atom in zip(widths, atoms, strict=True):
        starts.append(at)
        ends.append(at + width)
        at += width + atom.space
    return Rail(tuple(starts), tuple(ends), max(widths, default=0.0))
