"""Which bundled font files stand in for which typeface, and the written font's vertical facts.

A stand-in has the same advances as the typeface that is written into the file, so that
widths measured here hold where the real one is installed. Data only; files are opened by
`typesetter` through the World, and by the writers that draw.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.text.model import FaceKey

# The typeface that draws what another lacks (► ▼ ▲ ◄ ▄ ■ ●): Arial has all of WGL4.
SYMBOL = "Arial"


class Family(Struct, frozen=True, gc=False):
    """A stand-in and its four files.

    `name` is the stand-in's own family name, as the files have it. `seat` is the first baseline's
    share of the size at 100 % leading, 1.2 × ascent / (ascent + descent) of the *written* font (its
    OS/2 win metrics); PowerPoint places the first baseline there. `coverage` names a typeface with
    the characters of the written one, where the stand-in has others; empty: the stand-in's own.
    """

    name: str
    regular: str
    bold: str
    italic: str
    bold_italic: str
    seat: float
    coverage: str = ""

    @property
    def files(self) -> tuple[str, str, str, str]:
        """All four."""
        return self.regular, self.bold, self.italic, self.bold_italic

    def file(self, bold: bool, italic: bool) -> str:
        """The file of a style."""
        return self.files[bold + 2 * italic]


def _family(name: str, seat: float, coverage: str = "") -> Family:
    stem = name.replace(" ", "")
    styles = ("Regular", "Bold", "Italic", "BoldItalic")
    regular, bold, italic, both = (f"{stem}-{style}.ttf" for style in styles)
    return Family(name, regular, bold, italic, both, seat, coverage)


# IBM Plex Mono is no twin of Courier New but has its one advance, 0.6 em; Courier New has about
# the characters of Arial.
FAMILIES = {
    "Calibri": _family("Carlito", 0.936),
    "Arial": _family("Arimo", 0.972),
    "Cambria": _family("Caladea", 0.973),
    "Courier New": _family("IBM Plex Mono", 0.882, SYMBOL),
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


def stand_in(typeface: str) -> str:
    """The stand-in's own family name; KeyError for an unknown typeface."""
    return FAMILIES[typeface].name


def file(key: FaceKey) -> str:
    """The file of a face; KeyError for an unknown typeface."""
    return FAMILIES[key.typeface].file(key.bold, key.italic)


def coverage(key: FaceKey) -> FaceKey:
    """The face whose characters count as those of `key`'s typeface; often `key` itself."""
    like = FAMILIES[key.typeface].coverage
    return FaceKey(like, key.bold, key.italic) if like else key
