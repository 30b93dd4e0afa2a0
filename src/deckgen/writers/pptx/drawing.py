"""Colours, lines, geometry and positions as DrawingML.

In: scene values. Out: the children of `p:spPr` and `a:rPr`, in schema order. Not here:
text, shapes as a whole.
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.scene.model import Box, Colour, Connector, Echo, Geometry, Path, Preset, Stroke
from deckgen.writers.pptx.xml import EMPTY, Attributes, Xml, element, join

NO_FILL = Xml("<a:noFill/>")
NO_LINE = Xml("<a:ln><a:noFill/></a:ln>")
RECTANGLE = Xml('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>')
ANGLE = 60_000  # units of a degree (ECMA-376 part 1, 20.1.10.3)
_ENDS = {"arrow": "triangle", "oval": "oval"}
_DASHES = {"solid": "solid", "dash": "dash", "dot": "sysDot"}
# The four sites that a rectangle has, for connectors glued to a free form.
_SITES = Xml(
    '<a:cxnLst><a:cxn ang="3cd4"><a:pos x="hc" y="t"/></a:cxn>'
    '<a:cxn ang="cd2"><a:pos x="l" y="vc"/></a:cxn><a:cxn ang="cd4"><a:pos x="hc" y="b"/></a:cxn>'
    '<a:cxn ang="0"><a:pos x="r" y="vc"/></a:cxn></a:cxnLst>'
)
_RECT = Xml('<a:rect l="0" t="0" r="r" b="b"/>')


@lru_cache(maxsize=512)
def colour(value: Colour) -> Xml:
    """A theme colour. The slot is absolute (dk1, lt1), so no colour map moves it."""
    alpha = EMPTY if value.alpha == 100 else element("a:alpha", {"val": value.alpha * 1000})
    return element("a:schemeClr", {"val": value.slot}, alpha)


def solid(value: Colour | None) -> Xml:
    """A fill, or explicitly none."""
    return NO_FILL if value is None else Xml(f"<a:solidFill>{colour(value)}</a:solidFill>")


@lru_cache(maxsize=512)
def line(stroke: Stroke | None) -> Xml:
    """An outline, or explicitly none."""
    return NO_LINE if stroke is None else outline("a:ln", stroke)


def outline(tag: str, stroke: Stroke) -> Xml:
    """A line under any name: a:ln, or a table cell's a:lnB."""
    attributes: Attributes = {"w": stroke.width, "cap": "flat", "cmpd": "sng", "algn": "ctr"}
    dash = element("a:prstDash", {"val": _DASHES[stroke.dash]})
    ends = join(_end("a:headEnd", stroke.head), _end("a:tailEnd", stroke.tail))
    corner = element("a:miter", {"lim": 800_000})
    return element(tag, attributes, solid(stroke.colour), dash, corner, ends)


def _end(tag: str, kind: str) -> Xml:
    attributes = {"type": _ENDS.get(kind, "none"), "w": "med", "len": "med"}
    return element(tag, attributes)


def echo(value: Echo | None) -> Xml:
    """A hard shadow behind text, or explicitly none."""
    if value is None:
        return Xml("<a:effectLst/>")
    attributes: Attributes = {
        "blurRad": 0,
        "dist": value.distance,
        "dir": value.direction % 360 * ANGLE,
        "algn": "tl",
        "rotWithShape": 0,
    }
    return element("a:effectLst", {}, element("a:outerShdw", attributes, colour(value.colour)))


def transform(frame: Box, turn: str = "", tag: str = "a:xfrm") -> Xml:
    """Position and extent; `turn` is what `turned` gives."""
    return Xml(
        f'<{tag}{turn}><a:off x="{frame.x}" y="{frame.y}"/>'
        f'<a:ext cx="{frame.cx}" cy="{frame.cy}"/></{tag}>'
    )


def turned(rotation: int, flip: bool, upside: bool = False) -> str:
    """The attributes of a turned or mirrored frame, with a leading space; mostly nothing."""
    rot = f' rot="{rotation % 360 * ANGLE}"' if rotation % 360 else ""
    return rot + (' flipH="1"' if flip else "") + (' flipV="1"' if upside else "")


def course(item: Connector) -> tuple[Box, str, str]:
    """A connector's frame, how it is turned, and the preset that goes from start to end."""
    x, y = min(item.x1, item.x2), min(item.y1, item.y2)
    wide, high = abs(item.x2 - item.x1), abs(item.y2 - item.y1)
    back, up = item.x2 < item.x1, item.y2 < item.y1
    if len(item.corners) == 2:
        return Box(x, y, wide, high), turned(0, back, up), "straightConnector1"
    if item.bend == "across":
        return Box(x, y, wide, high), turned(0, back, up), "bentConnector3"
    # The preset starts across: this is its quarter turn, on a frame as wide as this one is high.
    lying = Box(x + (wide - high) // 2, y + (high - wide) // 2, high, wide)
    return lying, turned(90, up, not back), "bentConnector3"


def geometry(value: Geometry, frame: Box) -> Xml:
    """A preset shape with its adjust values, or a free form as large as its frame."""
    return preset(value) if isinstance(value, Preset) else _free(value, frame)


@lru_cache(maxsize=512)
def preset(value: Preset) -> Xml:
    """A preset shape."""
    guides = [element("a:gd", {"name": n, "fmla": f"val {v}"}) for n, v in value.adjust]
    return element("a:prstGeom", {"prst": value.name}, element("a:avLst", {}, *guides))


# A filled-in pattern a command: artwork has tens of thousands of them in a long deck.
_POINT = '<a:pt x="%d" y="%d"/>'
_PATTERNS: dict[str | int, str] = {
    "L": f"<a:lnTo>{_POINT}</a:lnTo>",
    "C": f"<a:cubicBezTo>{_POINT * 3}</a:cubicBezTo>",
    "Z": "<a:close/>",
}


def whole(value: Path, frame: Box) -> Xml:
    """All outlines of a form as one path, in which an outline inside another is a hole."""
    patterns = {**_PATTERNS, "M": f"<a:moveTo>{_POINT}</a:moveTo>"}
    drawn = "".join([patterns[command[0]] % command[1:] for command in value.commands])
    return Xml(f'<a:path w="{frame.cx}" h="{frame.cy}">{drawn}</a:path>')


def _free(value: Path, frame: Box) -> Xml:
    """Each closed outline is a path of its own: inside one path, overlaps are holes."""
    start = f'<a:path w="{frame.cx}" h="{frame.cy}">'
    first = "" if value.holes else f"</a:path>{start}"
    patterns = {**_PATTERNS, "M": f"{first}<a:moveTo>{_POINT}</a:moveTo>"}
    drawn = "".join([patterns[command[0]] % command[1:] for command in value.commands])
    paths = start + drawn if value.holes else drawn.removeprefix("</a:path>")
    return Xml(
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/>{_SITES}{_RECT}"
        f"<a:pathLst>{paths}</a:path></a:pathLst></a:custGeom>"
    )
