"""Which bundled font file stands in for which typeface, and the written font's vertical facts.

A stand-in has the same advances as the typeface that is written into the file, so that
widths measured here hold where the real one is installed. Data only; files are opened by
`shaping` through the World.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.text.model import FaceKey

# The typeface that draws what another lacks (► ▼ ▲ ◄ ▄ ■ ●): Arial has all of WGL4.
SYMBOL = "Arial"


class Source(Struct, frozen=True, gc=False):
    """A font file and, for a variable font, the weight to take from it (0: the file is static)."""

    file: str
    weight: int = 0


class Family(Struct, frozen=True, gc=False):
    """Stand-in files and `seat`, the first baseline's share of the size at 100 % leading.

    The seat is 1.2 × ascent / (ascent + descent) of the *written* font (its OS/2 win metrics);
    PowerPoint places the first baseline there. `coverage` names a typeface with the characters
    of the written one, where the stand-in has others; empty: the stand-in's own.
    """

    regular: Source
    bold: Source
    italic: Source
    bold_italic: Source
    seat: float
    coverage: str = ""

    def source(self, bold: bool, italic: bool) -> Source:
        """The file of a style."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


def _static(stem: str, seat: float, coverage: str = "") -> Family:
    styles = ("Regular", "Bold", "Italic", "BoldItalic")
    regular, bold, italic, both = (Source(f"{stem}-{style}.ttf") for style in styles)
    return Family(regular, bold, italic, both, seat, coverage)


_ARIMO, _ARIMO_ITALIC = "Arimo[wght].ttf", "Arimo-Italic[wght].ttf"

# IBM Plex Mono is no twin of Courier New but has its one advance, 0.6 em; Courier New has about
# the characters of Arial.
FAMILIES = {
    "Calibri": _static("Carlito", 0.936),
    "Arial": Family(
        Source(_ARIMO, 400),
        Source(_ARIMO, 700),
        Source(_ARIMO_ITALIC, 400),
        Source(_ARIMO_ITALIC, 700),
        0.972,
    ),
    "Cambria": _static("Caladea", 0.973),
    "Courier New": _static("IBMPlexMono", 0.882, SYMBOL),
}


def typefaces() -> tuple[str, ...]:
    """The typefaces that can be measured, hence used in a template."""
    return tuple(FAMILIES)


def known(typeface: str) -> bool:
    """Whether a typeface can be measured."""
    return typeface in FAMILIES


def seat(typeface: str) -> float:
    """The first baseline's share of the size at 100 % leading; KeyError for an unknown typeface."""
    return FAMILIES[typeface].seat


def source(key: FaceKey) -> Source:
    """The file of a face; KeyError for an unknown typeface."""
    return FAMILIES[key.typeface].source(key.bold, key.italic)


def coverage(key: FaceKey) -> FaceKey:
    """The face whose characters count as those of `key`'s typeface; often `key` itself."""
    like = FAMILIES[key.typeface].coverage
    return FaceKey(like, key.bold, key.italic) if like else key
