"""Items → the children of a shape tree.

In: items in paint order, the placeholders that they may inherit from, the part's
relationships. Out: `p:sp`, `p:pic`, `p:cxnSp`, `p:grpSp`, `p:graphicFrame`. Shape ids
count from 2 in paint order; 1 is the tree. Not here: what text looks like.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import assert_never

from deckgen.scene.model import (
    Box,
    Chart,
    Colour,
    Connector,
    Formula,
    Group,
    Item,
    Layout,
    Link,
    Picture,
    PlaceholderKind,
    PlaceholderRef,
    Scene,
    Shape,
    Table,
    Text,
)
from deckgen.writers.pptx import drawing, media, names, tables
from deckgen.writers.pptx.parts import Package, Relations
from deckgen.writers.pptx.text import Slot, TextWriter, empty
from deckgen.writers.pptx.xml import EMPTY, Xml, attribute, element

_DEFAULT_INDEX = {"title": 0, "body": 1, "date": 10, "footer": 11, "number": 12, "picture": 13}
_TYPE = {
    "title": "title",
    "body": "body",
    "picture": "pic",
    "date": "dt",
    "footer": "ftr",
    "number": "sldNum",
}
_SIZE = {"date": "half", "footer": "quarter", "number": "quarter"}
_LOCKED = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
JUMP, BACK = "ppaction://hlinksldjump", "ppaction://hlinkshowjump?jump=lastslideviewed"
_CHART_FRAME = Xml('<a:graphicFrameLocks noGrp="1"/>')

Key = tuple[PlaceholderKind, int]


def index(ref: PlaceholderRef) -> int:
    """A placeholder's idx; 0 stands for the one that PowerPoint's own layouts use."""
    return ref.index or _DEFAULT_INDEX[ref.kind]


@lru_cache(maxsize=256)
def placeholder(ref: PlaceholderRef, prompt: bool = False) -> Xml:
    """The `p:ph` of a slide or a layout."""
    number = None if ref.kind == "title" else index(ref)
    size = None if ref.type else _SIZE.get(ref.kind)
    custom = 1 if prompt else None
    attributes = {
        "type": ref.type or _TYPE[ref.kind],
        "sz": size,
        "idx": number,
        "hasCustomPrompt": custom,
    }
    return element("p:ph", attributes)


class Context:
    """What all parts of one file share."""

    def __init__(self, scene: Scene, package: Package) -> None:
        """`numbers` maps a page's id to its place, from 1."""
        self.scene = scene
        self.package = package
        self.text = TextWriter(scene.theme, scene.properties.lang)
        self.blank = empty(scene.properties.lang)
        self.hollow = empty(scene.properties.lang, "ctr")
        self.numbers = {page.id: n for n, page in enumerate(scene.pages, 1)}
        self.charts = 0

    def slots(self, layout: Layout) -> dict[Key, Slot]:
        """A layout's placeholders by kind and idx."""
        return {(p.ref.kind, index(p.ref)): Slot(p, self.text.faces) for p in layout.placeholders}


class Sheet:
    """One slide, layout or master while its shape tree is written."""

    def __init__(
        self, context: Context, relations: Relations, slots: dict[Key, Slot], items: Iterable[Item]
    ) -> None:
        """`items` are all that connectors may be glued to."""
        self.relations = relations
        self.slides = "../slides/"  # where this part finds slides
        self._context = context
        self._slots = slots
        self._items = items
        self._last = 1
        self._ids: dict[str, int] | None = None
        self._around: Link | None = None  # of the group whose children are being written

    def tree(self, items: Iterable[Item], more: Xml = EMPTY) -> Xml:
        """The whole `p:spTree`."""
        return Xml(
            '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
            '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
            '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
            f"{''.join([self.item(item) for item in items])}{more}</p:spTree>"
        )

    def number(self) -> int:
        """The next shape id."""
        self._last += 1
        return self._last

    def item(self, item: Item) -> str:
        """One item of any kind."""
        if isinstance(item, Text):
            return self._text(item)
        if isinstance(item, Shape):
            return self._shape(item)
        if isinstance(item, Connector):
            return self._connector(item)
        if isinstance(item, Group):
            return self._group(item)
        if isinstance(item, Picture):
            return self._picture(item)
        if isinstance(item, Table):
            return self._table(item)
        if isinstance(item, Chart):
            return self._chart(item)
        if isinstance(item, Formula):
            return self._formula(item)
        assert_never(item)

    def click(self, link: Link, styled: bool) -> Xml:
        """See text.Links. A link to a page that is not in this file is no link."""
        rid, action = self._target(link)
        if rid is None:
            return EMPTY
        attributes = {"r:id": rid, "action": action, "tooltip": link.tip or None}
        return element("a:hlinkClick", attributes, Xml(names.LINK_COLOUR) if styled else EMPTY)

    def numbers(self) -> dict[str, int]:
        """The shape id of every item of the tree."""
        if self._ids is None:
            self._ids = {item.id: n for n, item in enumerate(_flat(self._items), 2)}
        return self._ids

    def _target(self, link: Link) -> tuple[str | None, str | None]:
        if link.action == "back":
            return "", BACK
        if link.url:
            return self.relations.add("hyperlink", link.url, external=True), None
        number = self._context.numbers.get(link.page)
        if number is None:
            return None, None
        return self.relations.add("slide", f"{self.slides}slide{number}.xml"), JUMP

    def _slot(self, ref: PlaceholderRef | None) -> Slot | None:
        return self._slots.get((ref.kind, index(ref))) if ref else None

    def _about(self, item: Item, decorative: bool = False) -> str:
        link = self._around
        if isinstance(item, Shape | Picture):
            link = item.link or link
        click = self.click(link, False) if link else EMPTY
        if isinstance(item, Picture) and item.media:
            click = media.CLICK
        return about(self.number(), item.name, item.alt, decorative, click)

    def _text(self, item: Text) -> str:
        slot = self._slot(item.placeholder)
        body = self._context.text.body(item.text, self._lending(item, slot), self)
        if item.placeholder is None:
            return (
                f'<p:sp><p:nvSpPr>{self._about(item)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
                f"<p:spPr>{drawing.transform(item.frame)}{drawing.RECTANGLE}"
                f"{drawing.solid(item.fill)}</p:spPr><p:txBody>{body}</p:txBody></p:sp>"
            )
        seat = placeholder(item.placeholder)
        return (
            f"<p:sp><p:nvSpPr>{self._about(item)}{_LOCKED}<p:nvPr>{seat}</p:nvPr></p:nvSpPr>"
            f"{_inherited(item.frame, item.fill, slot)}<p:txBody>{body}</p:txBody></p:sp>"
        )

    def _lending(self, item: Text, slot: Slot | None) -> Slot | None:
        """The slot whose styles a text takes over; a base's title that is moved says all itself.

        So does a base's footer: LibreOffice sets one that is empty on its layout in its own serif.
        """
        if slot is None or not self._context.scene.base:
            return slot
        moved = slot.placeholder.frame != item.frame
        return None if slot.kind == "footer" or (moved and slot.kind == "title") else slot

    def _shape(self, item: Shape) -> str:
        slot = self._slot(item.placeholder)
        body: str = self._context.hollow
        if item.text:
            body = f"<p:txBody>{self._context.text.body(item.text, slot, self)}</p:txBody>"
        seat = _seat(item.placeholder)
        lock = _LOCKED if item.placeholder else "<p:cNvSpPr/>"
        turn = drawing.turned(item.rotation, item.flip)
        return (
            f"<p:sp><p:nvSpPr>{self._about(item, item.decorative)}{lock}{seat}</p:nvSpPr>"
            f"<p:spPr>{drawing.transform(item.frame, turn)}"
            f"{drawing.geometry(item.geometry, item.frame)}{drawing.solid(item.fill)}"
            f"{drawing.line(item.stroke)}</p:spPr>{body}</p:sp>"
        )

    def _connector(self, item: Connector) -> str:
        frame, turn, form = drawing.course(item)
        glue = self._glue("a:stCxn", item.start) + self._glue("a:endCxn", item.end)
        locks = f"<p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr>" if glue else "<p:cNvCxnSpPr/>"
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{self._about(item, item.decorative)}{locks}<p:nvPr/>"
            f"</p:nvCxnSpPr><p:spPr>{drawing.transform(frame, turn)}"
            f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>'
            f"{drawing.line(item.stroke)}</p:spPr></p:cxnSp>"
        )

    def _glue(self, tag: str, end: tuple[str, int] | None) -> str:
        if end is None:
            return ""
        number = self.numbers().get(end[0])
        return "" if number is None else f'<{tag} id="{number}" idx="{end[1]}"/>'

    def _group(self, item: Group) -> str:
        # PowerPoint links no group as a whole, so each of its children carries the link.
        head = about(self.number(), item.name, item.alt, item.decorative)
        frame = item.frame
        before, self._around = self._around, item.link or self._around
        children = "".join([self.item(child) for child in item.items])
        self._around = before
        return (
            f"<p:grpSp><p:nvGrpSpPr>{head}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
            f'<a:off x="{frame.x}" y="{frame.y}"/><a:ext cx="{frame.cx}" cy="{frame.cy}"/>'
            f'<a:chOff x="{frame.x}" y="{frame.y}"/><a:chExt cx="{frame.cx}" cy="{frame.cy}"/>'
            f"</a:xfrm></p:grpSpPr>{children}</p:grpSp>"
        )

    def _picture(self, item: Picture) -> str:
        slot = self._slot(item.placeholder)
        seat = _seat(item.placeholder)
        if not item.blob:
            return (
                f"<p:sp><p:nvSpPr>{self._about(item)}{_LOCKED}{seat}</p:nvSpPr>"
                f"{_inherited(item.frame, None, slot)}{self._context.blank}</p:sp>"
            )
        grouping = ' noGrp="1"' if slot else ""
        place = (
            _inherited(item.frame, None, slot)
            if slot
            else f"<p:spPr>{drawing.transform(item.frame)}{drawing.RECTANGLE}</p:spPr>"
        )
        if item.media:
            seat = media.reference(item.media, self._context.scene, self)
        return (
            f"<p:pic><p:nvPicPr>{self._about(item)}<p:cNvPicPr><a:picLocks{grouping}"
            f' noChangeAspect="1"/></p:cNvPicPr>{seat}</p:nvPicPr>'
            f"<p:blipFill>{self._blip(item)}{_crop(item.crop)}<a:stretch><a:fillRect/></a:stretch>"
            f"</p:blipFill>{place}</p:pic>"
        )

    def _blip(self, item: Picture) -> str:
        """The pixels, and beside them the drawing that they were made of."""
        shown = f'<a:blip r:embed="{self.embedded("image", item.blob)}"'
        if not item.vector or item.media:
            return shown + "/>"
        vector = names.VECTOR.format(self.embedded("image", item.vector))
        return f"{shown}>{vector}</a:blip>"

    def embedded(self, kind: str, blob: str) -> str:
        """The id of a relationship to a blob, which is stored once."""
        part = self._context.package.image(blob, self._context.scene.blobs[blob])
        return self.relations.add(kind, "../" + part.removeprefix("ppt/"))

    def _table(self, item: Table) -> str:
        content = tables.table(item, self._context.text, self)
        return self._graphic(item, names.TABLE, content)

    def _chart(self, item: Chart) -> str:
        from deckgen.writers.pptx import charts

        self._context.charts += 1
        part = charts.add(item, self._context.charts, self._context.package, self._context.text)
        rid = self.relations.add("chart", "../" + part.removeprefix("ppt/"))
        content = element("c:chart", {"xmlns:c": names.CHART, "r:id": rid})
        return self._graphic(item, names.CHART, content)

    def _formula(self, item: Formula) -> str:
        from deckgen.writers.pptx import equations

        return equations.equation(item, self._about(item))

    def _graphic(self, item: Table | Chart, uri: str, content: Xml) -> str:
        data = element("a:graphicData", {"uri": uri}, content)
        return (
            f"<p:graphicFrame><p:nvGraphicFramePr>{self._about(item)}<p:cNvGraphicFramePr>"
            f"{_CHART_FRAME}</p:cNvGraphicFramePr>{_seat(item.placeholder)}</p:nvGraphicFramePr>"
            f"{drawing.transform(item.frame, tag='p:xfrm')}<a:graphic>{data}</a:graphic>"
            "</p:graphicFrame>"
        )


def about(
    number: int, name: str, alt: str = "", decorative: bool = False, click: Xml = EMPTY
) -> str:
    """`p:cNvPr`: id, name, what a screen reader says or that it says nothing, what a click does."""
    head = f'<p:cNvPr id="{number}" name="{attribute(name)}"'
    if alt:
        head += f' descr="{attribute(alt)}"'
    elif decorative:
        head += ' descr=""'
    inside = click + names.DECORATIVE if decorative and not alt else click
    return f"{head}>{inside}</p:cNvPr>" if inside else head + "/>"


def _inherited(frame: Box, fill: Colour | None, slot: Slot | None) -> str:
    """`p:spPr` of a placeholder: position and fill only where the layout has others."""
    base = slot.placeholder if slot else None
    place = EMPTY if base and base.frame == frame else drawing.transform(frame)
    paint = EMPTY if base and base.fill == fill else drawing.solid(fill)
    shape = drawing.RECTANGLE if place else EMPTY
    return f"<p:spPr>{place}{shape}{paint}</p:spPr>" if place or paint else "<p:spPr/>"


def _seat(ref: PlaceholderRef | None) -> str:
    return f"<p:nvPr>{placeholder(ref)}</p:nvPr>" if ref else "<p:nvPr/>"


def _crop(crop: tuple[float, float, float, float]) -> str:
    sides = zip("ltrb", crop, strict=True)
    cut = "".join([f' {side}="{round(share * 100_000)}"' for side, share in sides if share])
    return f"<a:srcRect{cut}/>"


def _flat(items: Iterable[Item]) -> Iterable[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _flat(item.items)
