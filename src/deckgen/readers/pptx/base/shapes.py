"""Shape trees of masters and layouts → placeholders and fixed shapes.

In: root elements. Out: `Place`, `Fixed`, `Ground`, `Sheet`. Frames are those of top-level shapes:
a logo drawn of fifty pieces in one group is one thing in the way. No judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from deckgen.base.geometry import Rect
from deckgen.readers.pptx.base.facts import Fixed, Ground, Place, Sheet
from deckgen.readers.pptx.base.styles import Reader
from deckgen.readers.pptx.parts import NS, A, P, Parts, R, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DRAWN = ("sp", "pic", "grpSp", "cxnSp", "graphicFrame")
# A placeholder inherits from the master's of this type (ECMA-376 part 1, 19.7.10).
_LIKE = {"ctrTitle": "title", "title": "title", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt"}
_ANCHOR: dict[str, Literal["top", "middle", "bottom"]] = {"ctr": "middle", "b": "bottom"}
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
_Kind = Literal["picture", "shape", "line", "group"]
_KINDS: dict[str, _Kind] = {"pic": "picture", "grpSp": "group"}


class Above(Struct):
    """What a master lends to its layouts."""

    places: dict[str, Element]  # by type
    fixed: tuple[Fixed, ...]
    ground: Ground
    styles: dict[str, Element | None]


class Trees:
    """Reads the shape trees of one file."""

    def __init__(self, parts: Parts, reader: Reader, page: tuple[float, Element]) -> None:
        """`page` is the scale (as in `Base`) and the presentation's root."""
        self._parts = parts
        self._reader = reader
        self._scale = page[0]
        self._defaults = page[1].find(f"{{{P}}}defaultTextStyle")

    def master(self, part: str, root: Element, mapping: Mapping[str, str]) -> Above:
        """What a master lends."""
        places: dict[str, Element] = {}
        for shape in _shapes(root):
            seat = _seat(shape)
            if seat is not None:
                places.setdefault(_LIKE.get(seat.get("type", "obj"), "body"), shape)
        styles = {
            name: root.find(f"{{{P}}}txStyles/{{{P}}}{tag}")
            for name, tag in (("title", "titleStyle"), ("body", "bodyStyle"), ("", "otherStyle"))
        }
        fixed = tuple(self._all_fixed(part, root, mapping))
        return Above(places, fixed, self._ground(part, root, mapping) or Ground(), styles)

    def layout(
        self, who: tuple[str, int], root: Element, above: Above, mapping: Mapping[str, str]
    ) -> Sheet:
        """A layout; `who` is its part and its master's number."""
        part, master = who
        inherited = above.fixed if root.get("showMasterSp", "1") not in ("0", "false") else ()
        content = root.find(f"{{{P}}}cSld")
        places = (self._place(shape, above, mapping) for shape in _shapes(root))
        return Sheet(
            part,
            "" if content is None else content.get("name", ""),
            root.get("type", ""),
            master,
            tuple(one for one in places if one is not None),
            (*inherited, *self._all_fixed(part, root, mapping)),
            self._ground(part, root, mapping) or above.ground,
        )

    def _place(self, shape: Element, above: Above, mapping: Mapping[str, str]) -> Place | None:
        seat = _seat(shape)
        if seat is None:
            return None
        kind = seat.get("type", "obj")
        like = _LIKE.get(kind, "body")
        master = above.places.get(like)
        frame = self._frame(shape) or (self._frame(master) if master is not None else None)
        if frame is None:
            return None
        bodies = [one.find(f"{{{P}}}txBody") for one in (master, shape) if one is not None]
        styles = [None if one is None else one.find(f"{{{A}}}lstStyle") for one in bodies]
        first = above.styles[like if like in ("title", "body") else ""]
        frames = [one.find(f"{{{A}}}bodyPr") for one in bodies if one is not None]
        return Place(
            kind,
            int(seat.get("idx", "0")),
            _name(shape),
            frame,
            self._reader.levels((self._defaults, first, *styles), mapping),
            *self._seating([one for one in frames if one is not None]),
            text=text_of(shape) if like in ("ftr", "sldNum", "dt") else "",
            fill=self._fill((master, shape), mapping),
            turned=_turned(shape, [one for one in frames if one is not None]),
        )

    def _fill(self, shapes: tuple[Element | None, ...], mapping: Mapping[str, str]) -> str:
        """The slot of a placeholder's own ground; empty where it is clear."""
        found = ""
        for shape in shapes:
            properties = None if shape is None else shape.find(f"{{{P}}}spPr")
            if properties is None:
                continue
            plain = properties.find(f"{{{A}}}solidFill")
            if plain is not None:
                found = self._reader.slot(plain, mapping)
            elif properties.find(f"{{{A}}}noFill") is not None:
                found = ""
        return found

    def _seating(
        self, frames: list[Element]
    ) -> tuple[Literal["top", "middle", "bottom"], tuple[float, float, float, float]]:
        said: dict[str, str] = {}
        for one in frames:
            said.update({str(k): str(v) for k, v in one.attrib.items()})
        left, top, right, bottom = (
            round(int(said.get(name, default)) / 12_700 / self._scale, 2)
            for name, default in _INSETS
        )
        return _ANCHOR.get(said.get("anchor", "t"), "top"), (left, top, right, bottom)

    def _frame(self, shape: Element) -> Rect | None:
        transform = next(shape.iter(f"{{{A}}}xfrm", f"{{{P}}}xfrm"), None)
        if transform is None or transform.getparent() not in (*shape, shape):
            return None
        off, ext = transform.find(f"{{{A}}}off"), transform.find(f"{{{A}}}ext")
        if off is None or ext is None:
            return None
        x, y, w, h = (
            round(int(one.get(name, "0")) / 12_700 / self._scale, 3)
            for one, name in ((off, "x"), (off, "y"), (ext, "cx"), (ext, "cy"))
        )
        quarter = round(int(transform.get("rot", "0")) / 5_400_000) % 2
        return Rect(x + (w - h) / 2, y + (h - w) / 2, h, w) if quarter else Rect(x, y, w, h)

    def _all_fixed(self, part: str, root: Element, mapping: Mapping[str, str]) -> Iterator[Fixed]:
        for shape in _shapes(root):
            frame = self._frame(shape) if _seat(shape) is None else None
            if frame is None or _hidden(shape):
                continue
            yield self._fixed(part, shape, frame, mapping)

    def _fixed(self, part: str, shape: Element, frame: Rect, mapping: Mapping[str, str]) -> Fixed:
        tag = shape.tag.rpartition("}")[2]
        properties = shape.find(f"{{{P}}}spPr")
        kind = _KINDS.get(tag, "shape")
        fill = form = ""
        if properties is not None:
            fill = self._reader.rgb(properties.find(f"{{{A}}}solidFill"), mapping)
            preset = properties.find(f"{{{A}}}prstGeom")
            form = "" if preset is None else preset.get("prst", "")
        if tag == "cxnSp" or form == "line":
            kind = "line"
        return Fixed(
            _name(shape),
            frame,
            kind,
            fill,
            self._picture(part, shape) if tag != "grpSp" else "",
            form or "rect",
            text_of(shape),
            _crop(shape),
        )

    def _picture(self, part: str, shape: Element) -> str:
        blip = next(shape.iter(f"{{{A}}}blip"), None)
        rid = "" if blip is None else blip.get(f"{{{R}}}embed", "")
        return next((one.part for one in self._parts.relationships(part) if one.id == rid), "")

    def _ground(self, part: str, root: Element, mapping: Mapping[str, str]) -> Ground | None:
        paper = root.find(f"{{{P}}}cSld/{{{P}}}bg")
        if paper is None:
            return None
        reference = paper.find(f"{{{P}}}bgRef")
        if reference is not None:
            return Ground(
                self._reader.slot(reference, mapping), self._reader.rgb(reference, mapping)
            )
        picture = self._picture(part, paper)
        fill = paper.find(f"{{{P}}}bgPr/{{{A}}}solidFill")
        if fill is None:
            stop = next(paper.iter(f"{{{A}}}gs"), None)
            fill = stop
        if fill is None:
            return Ground(picture=picture or "?")
        return Ground(self._reader.slot(fill, mapping), self._reader.rgb(fill, mapping), picture)


def _shapes(root: Element) -> Iterator[Element]:
    """Top-level shapes; of alternatives the one for old programs, which all draw."""
    tree = root.find(f"{{{P}}}cSld/{{{P}}}spTree")
    for child in () if tree is None else tree:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if name in _DRAWN:
            yield child
        elif name == "AlternateContent":
            inner = child.find("mc:Fallback", NS)
            inner = child.find("mc:Choice", NS) if inner is None or not len(inner) else inner
            yield from (
                ()
                if inner is None
                else [one for one in inner if one.tag.rpartition("}")[2] in _DRAWN]
            )


def _seat(shape: Element) -> Element | None:
    return next(shape.iterfind(f"*/{{{P}}}nvPr/{{{P}}}ph"), None)


def _name(shape: Element) -> str:
    about = next(shape.iterfind(f"*/{{{P}}}cNvPr"), None)
    return "" if about is None else about.get("name", "")


def _crop(shape: Element) -> tuple[float, float, float, float]:
    cut = next(shape.iter(f"{{{A}}}srcRect"), None)
    if cut is None:
        return 0, 0, 0, 0
    left, top, right, bottom = (max(int(cut.get(side, "0")) / 100_000, 0) for side in "ltrb")
    return left, top, right, bottom


def _hidden(shape: Element) -> bool:
    about = next(shape.iterfind(f"*/{{{P}}}cNvPr"), None)
    return about is not None and about.get("hidden", "0") in ("1", "true")


def _turned(shape: Element, frames: list[Element]) -> bool:
    direction = ""
    for one in frames:
        direction = one.get("vert", direction)
    transform = next(shape.iter(f"{{{A}}}xfrm"), None)
    turn = "0" if transform is None else transform.get("rot", "0")
    return direction not in ("", "horz") or turn not in ("0", "")
