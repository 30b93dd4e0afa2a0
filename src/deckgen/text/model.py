"""The values of the text floor. All widths are at size 1: multiply by the size in points.

No measuring here: `typesetter` makes these values, `breaking` and `balance` read them.
"""

from __future__ import annotations

from msgspec import Struct

# Share of a box's width that reserved lines may fill. Measured: at 0.998 none of 900 boxes needed
# more lines in LibreOffice than predicted; PowerPoint on a Mac was up to 0.77 % wider.
SAFETY = 0.985

# Line pitch in sizes, from the heights that PowerPoint saved in auto-fitted boxes.
PITCH = 1.2117


class FaceKey(Struct, frozen=True, gc=False):
    """A style of a typeface, by the name that is written into the file: Calibri, Arial."""

    typeface: str
    bold: bool = False
    italic: bool = False


class Span(Struct, frozen=True, gc=False):
    """Text in one style. `scale` multiplies the size; `key` is the caller's own index."""

    text: str
    face: FaceKey
    scale: float = 1.0
    key: int = 0


class Piece(Struct, frozen=True, gc=False):
    """A stretch of one style. With `symbol`, `face` is the symbol face that draws it."""

    text: str
    face: FaceKey
    symbol: bool
    key: int
    width: float
    scale: float


class Atom(Struct, frozen=True):
    """What stays together on a line, and the white space behind it.

    `width` is kerned, as LibreOffice draws it; `safe` is the larger of kerned and unkerned,
    for PowerPoint kerns or not by rules of its own. `space` and `safe_space` are the widths of
    the `gap` to a next atom on the same line: white space, or the kerning at a hyphen. A `hard`
    atom ends its line. Behind an atom that is not `firm` a line may break, but not for sure.
    """

    pieces: tuple[Piece, ...]
    width: float
    safe: float
    space: float
    safe_space: float
    gap: tuple[Piece, ...] = ()
    hard: bool = False
    firm: bool = True


class Rail(Struct, frozen=True, gc=False):
    """A paragraph laid out on one endless line: where each atom starts and where its ink ends."""

    starts: tuple[float, ...]
    ends: tuple[float, ...]


class Prepared(Struct, frozen=True):
    """A measured paragraph. `rail` has the kerned widths, `safe_rail` the safe ones.

    `longest` is the safe width of the longest stretch without a firm break; `total` the kerned
    width without any break. `missing` lists characters that neither the face nor the symbol face
    has. `stops` are the atom counts at which a line must end: after each hard break and at the
    end. `firm` gives for each atom count the nearest firm break at or before it; None when all
    breaks are firm.
    """

    atoms: tuple[Atom, ...]
    longest: float
    total: float
    missing: tuple[str, ...]
    rail: Rail
    safe_rail: Rail
    stops: tuple[int, ...]
    firm: tuple[int, ...] | None = None
