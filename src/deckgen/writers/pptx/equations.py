"""A scene's formula → a shape that PowerPoint edits as an equation.

In: a Formula. Out: `mc:AlternateContent`: a text box with the equation, and for programs that know
no equations the same outlines drawn. Both have one id. Not here: what stands in the equation.
"""

from __future__ import annotations

from deckgen.scene.model import Formula, Path
from deckgen.writers.pptx import drawing, names
from deckgen.writers.pptx.omml import Equation
from deckgen.writers.pptx.xml import Attributes, Xml, element, join

FACE = "Cambria Math"  # the one face that every PowerPoint sets equations in
_LATIN = element(
    "a:latin",
    {"typeface": FACE, "panose": "02040503050406030204", "pitchFamily": 18, "charset": 0},
)
_JC = {"left": "left", "center": "center", "right": "right"}
_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
# As PowerPoint writes it: no margins, and no wrapping, since lines are decided already.
_BODY = Xml(
    '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr">'
    "<a:noAutofit/></a:bodyPr><a:lstStyle/>"
)


_EMPTY = "<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>"


def equation(item: Formula, about: str) -> str:
    """The whole element; `about` is its `p:cNvPr`, the same for both forms."""
    place = drawing.transform(item.frame)
    native = (
        f'<p:sp><p:nvSpPr>{about}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place}{drawing.RECTANGLE}<a:noFill/></p:spPr>"
        f"<p:txBody>{_BODY}{_paragraph(item)}</p:txBody></p:sp>"
    )
    drawn = (
        f"<p:sp><p:nvSpPr>{about}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{place}{_outlines(item)}{drawing.solid(item.colour)}{drawing.NO_LINE}</p:spPr>"
        f"{_EMPTY}</p:sp>"
    )
    return (
        f'<mc:AlternateContent xmlns:mc="{names.COMPATIBILITY}">'
        f'<mc:Choice xmlns:a14="{names.DRAWING_2010}" Requires="a14">{native}</mc:Choice>'
        f"<mc:Fallback>{drawn}</mc:Fallback></mc:AlternateContent>"
    )


def _paragraph(item: Formula) -> Xml:
    content = Equation(lambda italic: _characters(item, italic)).inside(item.content)
    look = element("m:oMathParaPr", {}, element("m:jc", {"m:val": _JC[item.align]}))
    whole = element("m:oMathPara", {"xmlns:m": names.MATH}, look, element("m:oMath", {}, content))
    end = element("a:endParaRPr", {"lang": item.lang, "sz": item.size}, drawing.solid(item.colour))
    aligned = element("a:pPr", {"algn": _ALIGN[item.align]})
    return element("a:p", {}, aligned, element("a14:m", {}, whole), end)


def _characters(item: Formula, italic: bool) -> Xml:
    attributes: Attributes = {"lang": item.lang, "sz": item.size, "b": 0, "i": 1 if italic else 0}
    return element("a:rPr", attributes, drawing.solid(item.colour), _LATIN)


def _outlines(item: Formula) -> Xml:
    """Each glyph is a path of its own, holes included."""
    paths = join(*(drawing.whole(Path(glyph), item.frame) for glyph in item.glyphs))
    return Xml(
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{paths}</a:pathLst></a:custGeom>'
    )
