"""Theme → `a:theme`, and the colour maps of master, layouts and slides.

In: the twelve colours and two fonts. Out: a theme part whose format scheme is flat. Not
here: layouts.
"""

from __future__ import annotations

from typing import get_args

from deckgen.scene.model import Slot, Theme
from deckgen.writers.pptx import names
from deckgen.writers.pptx.xml import Attributes, Value, Xml, element, join

_ORDER: tuple[Slot, ...] = get_args(Slot)
_SAME: dict[str, Value] = {name: name for name in _ORDER[4:]}
_LIGHT_MAP: Attributes = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2", **_SAME}
_DARK_MAP: Attributes = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2", **_SAME}
INHERIT_MAP = Xml("<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>")

_PHCLR = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = (
    '<a:ln w="{}" cap="flat" cmpd="sng" algn="ctr">' + _PHCLR + '<a:prstDash val="solid"/>'
    '<a:miter lim="800000"/></a:ln>'
)
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = Xml(
    f'<a:fmtScheme name="Flat"><a:fillStyleLst>{_PHCLR * 3}</a:fillStyleLst><a:lnStyleLst>'
    f"{_LINE.format(12700)}{_LINE.format(19050)}{_LINE.format(25400)}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_PHCLR * 3}"
    "</a:bgFillStyleLst></a:fmtScheme>"
)


def theme(value: Theme) -> Xml:
    """The root of a theme part."""
    colours = dict(value.colours)
    slots = [element(f"a:{n}", {}, element("a:srgbClr", {"val": colours[n]})) for n in _ORDER]
    scheme = element("a:clrScheme", {"name": value.name}, *slots)
    fonts = join(_font("a:majorFont", value.heading), _font("a:minorFont", value.body))
    font_scheme = element("a:fontScheme", {"name": value.name}, fonts)
    elements = element("a:themeElements", {}, scheme, font_scheme, _FORMATS)
    rest = Xml("<a:objectDefaults/><a:extraClrSchemeLst/>")
    return element("a:theme", {"xmlns:a": names.DRAWING, "name": value.name}, elements, rest)


def _font(tag: str, typeface: str) -> Xml:
    others = Xml('<a:ea typeface=""/><a:cs typeface=""/>')
    return element(tag, {}, element("a:latin", {"typeface": typeface}), others)


def colour_map(dark: bool) -> Xml:
    """A master's map from background and text to theme slots."""
    return element("p:clrMap", _DARK_MAP if dark else _LIGHT_MAP)


def map_override(dark: bool, master_dark: bool) -> Xml:
    """A layout's or slide's map, where it differs from the master's."""
    if dark == master_dark:
        return INHERIT_MAP
    mapping = element("a:overrideClrMapping", _DARK_MAP if dark else _LIGHT_MAP)
    return element("p:clrMapOvr", {}, mapping)
