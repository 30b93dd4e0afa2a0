"""List styles of masters, placeholders and layouts → what one outline level finally looks like.

In: elements in the order in which they override each other. Out: `SlotLevel`s. Colours become
the theme slot that is nearest to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from deckgen.base.colour import channels
from deckgen.readers.pptx.parts import A
from deckgen.template.base import SlotLevel

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 5
DEFAULT_SIZE = 18.0
_ALIGN: dict[str, Literal["left", "center", "right"]] = {"ctr": "center", "r": "right"}
_PARAGRAPH = ("marL", "indent", "algn")
_RUN = ("sz", "b", "i", "cap")
_DISTANCES = ("lnSpc", "spcBef", "spcAft")
# Characters of the private area that Wingdings and Symbol draw as bullets → what they look like.
_SIGNS = {"§": "▪", "Ø": "►", "ü": "✓", "·": "•", "q": "□", "v": "❖", "à": "→"}
_PICTURED = ("Wingdings", "Symbol", "Webdings")
_MOST_EMU = 51_206_400  # of a:marL (ECMA-376 part 1, 20.1.10.72)


class Reader:
    """Reads styles of one file; knows its theme."""

    def __init__(self, colours: Mapping[str, str], faces: tuple[str, str], scale: float) -> None:
        """`faces` are the theme's heading and body typefaces; `scale` as in `Base`."""
        self._colours = colours
        self._faces = faces
        self._scale = scale

    def levels(
        self, styles: Iterable[Element | None], mapping: Mapping[str, str]
    ) -> tuple[SlotLevel, ...]:
        """All levels; each later style overrides the ones before it."""
        given = [style for style in styles if style is not None]
        found = (self._level(given, number, mapping) for number in range(1, LEVELS + 1))
        return tuple(found)

    def _level(self, styles: list[Element], number: int, mapping: Mapping[str, str]) -> SlotLevel:
        said: dict[str, Any] = {}
        for style in styles:
            _gather(style.find(f"{{{A}}}lvl{number}pPr"), said)
        size = _points(said.get("sz"), 100, DEFAULT_SIZE) / self._scale
        leading, exact = self._leading(said.get("lnSpc"), size)
        return SlotLevel(
            size=round(size, 2),
            font="heading" if self._heading(said.get("latin")) else "body",
            face=self._own(said.get("latin")),
            bold=_true(said.get("b")),
            italic=_true(said.get("i")),
            colour=self.slot(said.get("solidFill"), mapping),
            align=_ALIGN.get(said.get("algn", "l"), "left"),
            leading=leading,
            exact=exact,
            before=self._distance(said.get("spcBef"), size),
            after=self._distance(said.get("spcAft"), size),
            margin=self._length(said.get("marL")),
            indent=self._length(said.get("indent")),
            bullet=_bullet(said),
            caps=said.get("cap") == "all",
        )

    def _length(self, emus: str | None) -> float:
        value = int(emus or 0)
        return round(value / 12_700 / self._scale, 2) if abs(value) <= _MOST_EMU else 0.0

    def _leading(self, spacing: Element | None, size: float) -> tuple[int, bool]:
        if spacing is None or not len(spacing):
            return 100, False
        value = spacing[0].get("val", "100000")
        if spacing[0].tag.endswith("spcPts"):
            exact = _points(value, 100, size) / self._scale
            return _within(round(exact / (size * 1.2) * 100)), True
        return _within(round(_share(value) * 100)), False

    def _distance(self, spacing: Element | None, size: float) -> float:
        if spacing is None or not len(spacing):
            return 0.0
        value = spacing[0].get("val", "0")
        if spacing[0].tag.endswith("spcPts"):
            return round(_points(value, 100, 0.0) / self._scale, 2)
        return round(_share(value) * size * 1.2, 2)

    def _heading(self, latin: Element | None) -> bool:
        """Whether a typeface is the theme's heading face and not its body face too."""
        face = "" if latin is None else latin.get("typeface", "")
        return face == "+mj-lt" or (face == self._faces[0] != self._faces[1])

    def _own(self, latin: Element | None) -> str:
        """A typeface that is none of the theme's."""
        face = "" if latin is None else latin.get("typeface", "")
        return "" if face.startswith("+") or face in self._faces else face

    def slot(self, fill: Element | None, mapping: Mapping[str, str]) -> str:
        """The theme slot that is nearest to a fill; the mapped text colour without one."""
        if fill is None or not len(fill):
            return mapping.get("tx1", "dk1")
        name = fill[0].get("val", "")
        name = mapping.get(name, name)
        if fill[0].tag.endswith("schemeClr") and name in self._colours and not len(fill[0]):
            return name
        rgb = self.rgb(fill, mapping)
        return nearest(rgb, self._colours) if rgb else mapping.get("tx1", "dk1")

    def rgb(self, fill: Element | None, mapping: Mapping[str, str]) -> str:
        """Six hex digits of a plain fill; empty where it is none."""
        if fill is None or not len(fill):
            return ""
        inner = fill[0]
        name = inner.get("val", "")
        if inner.tag.endswith("schemeClr"):
            rgb = self._colours.get(mapping.get(name, name), "")
        elif inner.tag.endswith("srgbClr"):
            rgb = name.upper()
        else:
            rgb = inner.get("lastClr", "").upper()
        return _modulated(rgb, inner) if rgb else ""


def nearest(rgb: str, colours: Mapping[str, str]) -> str:
    """The slot whose colour is nearest; of equals the first."""
    wanted = channels(rgb)

    def distance(slot: str) -> int:
        return sum((a - b) ** 2 for a, b in zip(wanted, channels(colours[slot]), strict=True))

    return min(colours, key=distance)


def _gather(level: Element | None, said: dict[str, Any]) -> None:
    """Note what a level's element says, over what was said before."""
    if level is None:
        return
    said.update({name: level.get(name) for name in _PARAGRAPH if level.get(name) is not None})
    for child in level:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _DISTANCES:
            said[name] = child
        elif name in ("buNone", "buChar", "buAutoNum", "buBlip"):
            said["bullet"] = child
        elif name == "buFont":
            said["buFont"] = child.get("typeface", "")
        elif name == "defRPr":
            _gather_run(child, said)


def _gather_run(run: Element, said: dict[str, Any]) -> None:
    said.update({name: run.get(name) for name in _RUN if run.get(name) is not None})
    for child in run:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in ("solidFill", "latin"):
            said[name] = child


def _bullet(said: dict[str, Any]) -> str:
    element = said.get("bullet")
    if element is None:
        return ""
    name = element.tag.rpartition("}")[2]
    if name == "buAutoNum":
        return "1."
    if name == "buBlip":
        return "•"
    if name != "buChar":
        return ""
    char: str = element.get("char", "•")[:1] or "•"
    if said.get("buFont", "").startswith(_PICTURED) or "\ue000" <= char <= "\uf8ff":
        char = chr(ord(char) - 0xF000) if "\uf020" <= char <= "\uf0ff" else char
        return _SIGNS.get(char, "–" if char == "-" else "•")
    return char


def _modulated(rgb: str, colour: Element) -> str:
    """Near enough to tell light from dark; other changes of a colour are left out."""
    red, green, blue = channels(rgb)
    for change in colour:
        name, value = change.tag.rpartition("}")[2], _share(change.get("val", "0"))
        if name in ("lumMod", "shade"):
            red, green, blue = (round(c * value) for c in (red, green, blue))
        elif name == "lumOff":
            red, green, blue = (round(c + 255 * value) for c in (red, green, blue))
        elif name == "tint":
            red, green, blue = (round(255 - (255 - c) * value) for c in (red, green, blue))
    return "".join(f"{min(max(c, 0), 255):02X}" for c in (red, green, blue))


def _points(value: str | None, unit: int, default: float) -> float:
    try:
        return int(value or "") / unit
    except ValueError:
        return default


def _share(value: str) -> float:
    """A percentage as both editions of the format write it."""
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else int(value) / 100_000
    except ValueError:
        return 1.0


def _within(leading: int) -> int:
    return min(max(leading, 50), 250)


def _true(value: str | None) -> bool:
    return value in ("1", "true", "on")
