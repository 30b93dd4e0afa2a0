"""Styles, colours and strokes as SVG attributes; typefaces as CSS.

In: scene styles and the theme. Out: attribute strings (each with a leading space), the few
rules that every page shares. Not here: text, positions.
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.scene.model import Colour, FontRole, Stroke, TextStyle, Theme
from deckgen.text.model import FaceKey
from deckgen.writers.svg.markup import pt, short

CLASSES: dict[FontRole, str] = {
    "heading": "dg-h",
    "body": "dg-b",
    "mono": "dg-m",
    "symbol": "dg-s",
}
# What a browser falls back to when the embedded face has not arrived or lacks a character.
_GENERIC = {"Cambria": "serif", "Courier New": "monospace"}
# Text as it was measured: kerned, no ligatures, advances not rounded to pixels. One class a
# rule and no ancestors, or they would not reach into what an echo refers to.
_RULES = (
    "{white-space:pre;font-kerning:normal;font-variant-ligatures:none;"
    "text-rendering:geometricPrecision}"
    ".dg-off{user-select:none;-webkit-user-select:none;pointer-events:none}"
)
_DASHES = {"dash": (4, 3), "dot": (1, 1)}
SMALL = 2 / 3  # size of raised and lowered characters


def typeface(theme: Theme, font: FontRole) -> str:
    """The typeface that a font role has in a theme."""
    faces = {
        "heading": theme.heading,
        "body": theme.body,
        "mono": theme.mono,
        "symbol": theme.symbol,
    }
    return faces[font]


def face(theme: Theme, style: TextStyle) -> FaceKey:
    """The face that draws a style."""
    return FaceKey(typeface(theme, style.font), style.bold, style.italic)


def family(name: str) -> str:
    """The name that an embedded face goes by, so that no installed font takes its place."""
    return f"deckgen {name}"


def stack(name: str) -> str:
    """A `font-family`: the embedded face first, so that lines end where they were measured."""
    return f"'{family(name)}','{name}',{_GENERIC.get(name, 'sans-serif')}"


def stylesheet(theme: Theme) -> str:
    """The rules that every page needs, besides the faces themselves."""
    fonts = [
        f".{name}{{font-family:{stack(typeface(theme, font))}}}" for font, name in CLASSES.items()
    ]
    return ",".join(f".{name}" for name in CLASSES.values()) + _RULES + "".join(fonts)


@lru_cache(maxsize=512)
def characters(style: TextStyle) -> str:
    """All attributes of a style but its decoration, which nothing inside could take back."""
    weight = ' font-weight="700"' if style.bold else ""
    slant = ' font-style="italic"' if style.italic else ""
    gap = f' letter-spacing="{short(style.spacing / 100)}"' if style.spacing else ""
    return f'{_paint(style)} font-size="{size(style)}"{weight}{slant}{gap}'


def _paint(style: TextStyle) -> str:
    return f' class="{CLASSES[style.font]}"{fill(style.colour)}'


def size(style: TextStyle) -> str:
    """The size in points at which characters are really drawn."""
    points = style.size / 100
    return short(points * SMALL if style.baseline else points)


@lru_cache(maxsize=512)
def change(base: TextStyle, style: TextStyle) -> str:
    """What a stretch in another style says that differs from the text around it."""
    if style == base:
        return decoration(style)
    weight = "" if style.bold == base.bold else f' font-weight="{700 if style.bold else 400}"'
    slant = "" if style.italic == base.italic else _slant(style)
    gap = "" if style.spacing == base.spacing else f' letter-spacing="{short(style.spacing / 100)}"'
    return f'{_paint(style)} font-size="{size(style)}"{weight}{slant}{gap}{decoration(style)}'


def _slant(style: TextStyle) -> str:
    return f' font-style="{"italic" if style.italic else "normal"}"'


def decoration(style: TextStyle) -> str:
    """Lines under or through characters."""
    lines = [
        name
        for name, drawn in (("underline", style.underline), ("line-through", style.strike))
        if drawn
    ]
    return f' text-decoration="{" ".join(lines)}"' if lines else ""


@lru_cache(maxsize=512)
def fill(colour: Colour | None) -> str:
    """A fill, or explicitly none."""
    return ' fill="none"' if colour is None else f' fill="#{colour.rgb}"{_opacity(colour, "fill")}'


def _opacity(colour: Colour, what: str) -> str:
    return "" if colour.alpha == 100 else f' {what}-opacity="{short(colour.alpha / 100)}"'


@lru_cache(maxsize=512)
def line(stroke: Stroke | None) -> str:
    """An outline; nothing where there is none."""
    if stroke is None:
        return ""
    width = stroke.width
    dashes = " ".join(pt(part * width) for part in _DASHES.get(stroke.dash, ()))
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    paint = f' stroke="#{stroke.colour.rgb}"{_opacity(stroke.colour, "stroke")}'
    return f'{paint} stroke-width="{pt(width)}"{dashed}'
