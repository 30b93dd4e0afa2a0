"""Character and paragraph styles as attributes and children, whole or as differences.

In: a style and the style that it inherits from, if any. Out: XML. A part of a style that
equals what is inherited is left out, so that changing the layout moves the slide with
it. Not here: text.
"""

from __future__ import annotations

from deckgen.scene.model import Bullet, Colour, LevelStyle, ParagraphStyle, TextStyle, Theme
from deckgen.writers.pptx import drawing
from deckgen.writers.pptx.xml import EMPTY, Attributes, Xml, attribute, element, join

KERN = 1200  # pair kerning from 12 points, as Office's own masters have it
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_SPACING_UNIT = 127  # EMU in a hundredth of a point
# What a run has when nothing says otherwise; no real style has size 0.
_BARE = TextStyle(0, Colour("dk1", "000000"))


class Typefaces:
    """The `a:latin` … `a:sym` children for each font role of one theme."""

    def __init__(self, theme: Theme) -> None:
        """Theme fonts by reference, the others by name."""
        self._faces = {
            "heading": _faces("+mj-lt", "+mj-ea", "+mj-cs"),
            "body": _faces("+mn-lt", "+mn-ea", "+mn-cs"),
            "mono": _faces(theme.mono, theme.mono, theme.mono),
            "symbol": _faces(theme.symbol, theme.symbol, theme.symbol, theme.symbol),
        }

    def xml(self, role: str) -> Xml:
        """In schema order: latin, ea, cs, sym."""
        return self._faces[role]


def plain_level(number: int, size: int) -> Xml:
    """A level (from 0) of text that has no style of ours; `size` in hundredths of a point."""
    attributes: Attributes = {
        "marL": number * 457_200,
        "algn": "l",
        "defTabSz": 914_400,
        "rtl": 0,
        "eaLnBrk": 1,
        "latinLnBrk": 0,
        "hangingPunct": 1,
    }
    faces = _faces("+mn-lt", "+mn-ea", "+mn-cs")
    fill = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    run = element("a:defRPr", {"sz": size, "kern": KERN}, Xml(fill + faces))
    return element(f"a:lvl{number + 1}pPr", attributes, run)


def _faces(*typefaces: str) -> Xml:
    tags = ("a:latin", "a:ea", "a:cs", "a:sym")
    return join(*[element(t, {"typeface": f}) for t, f in zip(tags, typefaces, strict=False)])


def character(style: TextStyle, base: TextStyle | None, faces: Typefaces) -> tuple[Xml, Xml]:
    """Attributes (each with a leading space) and children of `a:rPr`, `base` left out."""
    return Xml(_marks(style, base)), Xml(_paint(style, base, faces))


def _marks(style: TextStyle, base: TextStyle | None) -> str:
    was = base or _BARE
    return "".join(
        (
            f' sz="{style.size}"' if style.size != was.size else "",
            f' b="{int(style.bold)}"' if base is None or style.bold != was.bold else "",
            f' i="{int(style.italic)}"' if style.italic != was.italic else "",
            _switch("u", style.underline, was.underline, ("none", "sng")),
            _switch("strike", style.strike, was.strike, ("noStrike", "sngStrike")),
            f' spc="{style.spacing}"' if style.spacing != was.spacing else "",
            f' baseline="{style.baseline * 1000}"' if style.baseline != was.baseline else "",
        )
    )


def _switch(name: str, now: bool, was: bool, words: tuple[str, str]) -> str:
    return "" if now == was else f' {name}="{words[now]}"'


def _paint(style: TextStyle, base: TextStyle | None, faces: Typefaces) -> str:
    if base is None:
        shadow = drawing.echo(style.echo) if style.echo else EMPTY
        return drawing.solid(style.colour) + shadow + faces.xml(style.font)
    fill = drawing.solid(style.colour) if style.colour != base.colour else EMPTY
    shadow = drawing.echo(style.echo) if style.echo != base.echo else EMPTY
    return fill + shadow + (faces.xml(style.font) if style.font != base.font else EMPTY)


def paragraph(style: ParagraphStyle, base: ParagraphStyle | None) -> tuple[Xml, Xml]:
    """Attributes (each with a leading space) and children of `a:pPr`, `base` left out."""
    attributes = "".join(
        (
            f' marL="{style.margin}"' if not base or style.margin != base.margin else "",
            f' indent="{style.indent}"' if not base or style.indent != base.indent else "",
            f' algn="{_ALIGN[style.align]}"' if not base or style.align != base.align else "",
        )
    )
    return Xml(attributes), join(_distances(style, base), _bullet_change(style, base))


def _distances(style: ParagraphStyle, base: ParagraphStyle | None) -> Xml:
    parts = ""
    if base is None or style.leading != base.leading:
        parts = f'<a:lnSpc><a:spcPct val="{style.leading * 1000}"/></a:lnSpc>'
    if base is None or style.space_before != base.space_before:
        before = round(style.space_before / _SPACING_UNIT)
        parts += f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef>'
    if base is None:
        parts += '<a:spcAft><a:spcPts val="0"/></a:spcAft>'
    return Xml(parts)


def _bullet_change(style: ParagraphStyle, base: ParagraphStyle | None) -> Xml:
    return EMPTY if base is not None and style.bullet == base.bullet else bullet(style.bullet)


def bullet(value: Bullet | None) -> Xml:
    """What stands before a paragraph, or explicitly nothing."""
    if value is None:
        return Xml("<a:buNone/>")
    paint = element("a:buClr", {}, drawing.colour(value.colour))
    if value.kind == "number":
        start = value.start if value.start > 1 else None
        count = element("a:buAutoNum", {"type": "arabicPeriod", "startAt": start})
        return join(paint, Xml('<a:buFont typeface="+mj-lt"/>'), count)
    return join(
        paint,
        Xml('<a:buFont typeface="Arial"/>'),
        Xml(f'<a:buChar char="{attribute(value.char)}"/>'),
    )


def level(tag: str, style: LevelStyle, faces: Typefaces) -> Xml:
    """One level of a list style, nothing left to inherit."""
    marks, paint = character(style.text, None, faces)
    attributes, children = paragraph(style.paragraph, None)
    run = f'<a:defRPr{marks} kern="{KERN}">{paint}</a:defRPr>'
    fixed = ' defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'
    return Xml(f"<{tag}{attributes}{fixed}>{children}{run}</{tag}>")
