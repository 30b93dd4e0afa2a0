"""Placed boxes → Scene items: the last step, where points become whole EMU.

In: a Fitted sheet and the page's Setting. Out: items in paint order, edges rounded so that
what touched still touches. Nothing is measured or moved any more.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.compose import icons
from deckgen.compose.boxes import (
    Art,
    Equation,
    Film,
    Flow,
    Graph,
    Grid,
    Mark,
    Panel,
    Photo,
    TextBox,
    Wire,
)
from deckgen.formula.tree import Row
from deckgen.layout import artwork, forms
from deckgen.layout.arrange import Placed
from deckgen.layout.films import Easel, film
from deckgen.layout.gauge import key_of_equation
from deckgen.layout.graphs import graph
from deckgen.layout.pictures import Album, crop
from deckgen.layout.setting import Setting, body
from deckgen.layout.tables import table
from deckgen.outline.model import Picture
from deckgen.scene import model as scene
from deckgen.template.model import ArtStyle

# Placeholder indexes: 0 to 9 as PowerPoint counts its own, the rest ours (p:ph@idx).
PLACES: dict[str, scene.PlaceholderRef] = {
    "title": scene.PlaceholderRef("title", 0),
    "body": scene.PlaceholderRef("body", 1),
    "sub": scene.PlaceholderRef("body", 13),
    "caption": scene.PlaceholderRef("body", 14),
    "picture": scene.PlaceholderRef("picture", 15),
    "number": scene.PlaceholderRef("number", 12),
}
SIDES = {
    "top": (0, 0.5, 0.0),
    "left": (1, 0.0, 0.5),
    "bottom": (2, 0.5, 1.0),
    "right": (3, 1.0, 0.5),
}


class _Named(Struct, frozen=True):
    id: str
    rect: Rect


class Painter:
    """Paints one page's boxes as Scene items."""

    def __init__(self, setting: Setting, album: Album, style: ArtStyle, seed: str) -> None:
        """`style` is the artwork of this page where its box names none, drawn from `seed`."""
        self.setting = setting
        self.album = album
        self._style = style
        self._seed = seed
        self._count = 0
        self._named: dict[str, _Named] = {}
        self._taken: set[str] = set()
        self.places: Mapping[str, scene.PlaceholderRef] = PLACES
        self._bands: list[Rect] = []  # panels that lie on the page, perhaps on artwork
        self.shown: dict[int, tuple[scene.Item, ...]] = {}  # what each seat's box became

    def items(self, placed: tuple[Placed, ...], wires: tuple[Wire, ...]) -> tuple[scene.Item, ...]:
        """Every item of a page, groups formed, connectors last but one layer under nothing."""
        self._bands = [one.rect for one in placed if isinstance(one.box, Flow) and one.box.panel]
        self.shown = {one.seat: self._item(one) for one in placed}
        flat = [(one.group, item) for one in placed for item in self.shown[one.seat]]
        flat += [("", self._connector(wire)) for wire in wires]
        return _grouped(flat)

    def _id(self, name: str) -> str:
        self._count += 1
        return f"{name or 'item'}-{self._count}"

    def _item(self, one: Placed) -> tuple[scene.Item, ...]:
        match one.box:
            case TextBox():
                return self._text(one.box, one.rect)
            case Flow(panel=Panel() as panel):
                return (
                    *self._edge(panel, one.rect),
                    *self._panel(one.box, panel, one.rect),
                )
            case Mark():
                return self._mark(one.box, one.rect)
            case Art():
                return self._art(one.box, one.rect)
            case Photo():
                return (self._photo(one.box.picture, one.rect),)
            case Film():
                return film(one.box, one.rect, self._easel())
            case Graph() | Grid() | Equation():
                return (self._made(one.box, one.rect),)
            case _:
                return ()

    def _place(self, name: str) -> scene.PlaceholderRef | None:
        if name not in self.places or name in self._taken:
            return None
        self._taken.add(name)
        return self.places[name]

    def _text(self, box: TextBox, rect: Rect) -> tuple[scene.Item, ...]:
        if _silent(box):
            # An empty placeholder would ask for text in PowerPoint.
            return self._panel(box, box.panel, rect) if box.panel else ()
        place = self._place(box.place)
        name = self._id(box.name or box.place or "text")
        self._remember(box.name, name, rect)
        text = body(box, rect, self.setting, slot=place is not None)
        role = box.place or box.paras[0].role
        fill = self._fill(box.panel.fill) if box.panel else None
        ruled = self._edge(box.panel, rect) if box.panel else ()
        if box.panel is None or (place and box.panel.shape == "rect") or (ruled and not box.link):
            words = scene.Text(
                name, label(name), frame(rect), text, role, box.alt, place, fill, box.at
            )
            return (*ruled, words)
        shape = scene.Shape(
            name,
            label(name),
            frame(rect),
            self._geometry(box.panel.shape, rect),
            fill,
            self._stroke(box.panel.stroke),
            text,
            role,
            box.alt,
            placeholder=place,
            link=self._link(box.link),
            at=box.at,
        )
        return (*ruled, shape)

    def _link(self, target: str) -> scene.Link | None:
        if target == "back":
            return scene.Link(action="back")
        page = target.removeprefix("#")
        return scene.Link(page=page) if page in self.setting.pages else None

    def _fill(self, role: str) -> scene.Colour | None:
        return self.setting.paint.colour(role) if role else None

    def _geometry(self, shape: str, rect: Rect) -> scene.Geometry:
        return forms.geometry(shape, rect, self.setting.gauge.template.radius)

    def _stroke(self, role: str) -> scene.Stroke | None:
        return self.setting.paint.stroke(role) if role else None

    def _remember(self, box_name: str, item_id: str, rect: Rect) -> None:
        if box_name:
            self._named[box_name] = _Named(item_id, rect)

    def _panel(self, box: Flow | TextBox, panel: Panel, rect: Rect) -> tuple[scene.Shape, ...]:
        if panel.edge and not box.alt:
            return ()
        return (self._form(box.name or "panel", panel, rect, "panel", box.alt),)

    def _edge(self, panel: Panel, rect: Rect) -> tuple[scene.Shape, ...]:
        """The rule along a panel's upper edge."""
        if not panel.edge:
            return ()
        line = Rect(rect.x, rect.y, rect.w, self.setting.gauge.template.stroke)
        return (self._form("rule", Panel(panel.edge), line, "mark", ""),)

    def _form(self, name: str, panel: Panel, rect: Rect, role: str, alt: str) -> scene.Shape:
        """A drawn form without words."""
        item = self._id(name)
        self._remember(name, item, rect)
        return scene.Shape(
            item,
            label(item),
            frame(rect),
            self._geometry(panel.shape, rect),
            self._fill(panel.fill),
            self._stroke(panel.stroke),
            role=role,
            alt=alt,
            decorative=not alt,
        )

    def _mark(self, box: Mark, rect: Rect) -> tuple[scene.Shape, ...]:
        if box.shape.startswith(icons.SHAPE + " "):
            return self._icon(box, rect)
        form = Panel(box.fill, box.shape, box.stroke)
        return (self._form(box.name or "mark", form, rect, "mark", box.alt),)

    def _icon(self, box: Mark, rect: Rect) -> tuple[scene.Shape, ...]:
        """An icon, in a frame as large as itself; nothing where no icon has that name."""
        _, side, name = box.shape.split(" ", 2)
        path = self.album.icon(name)
        if not path:
            return ()
        inner, commands = forms.icon(path, rect, side)
        item = self._id(box.name)
        return (
            scene.Shape(
                item,
                f"Icon {name}",
                frame(inner),
                replace(forms.path(commands), holes=True),
                self._fill(box.fill),
                role="icon",
                decorative=True,
            ),
        )

    def _art(self, box: Art, rect: Rect) -> tuple[scene.Item, ...]:
        name = self._id("artwork")
        over = [Rect(one.x - rect.x, one.y - rect.y, one.w, one.h) for one in self._bands]
        layers = artwork.clear_of(self._layers(box.style, rect), over)
        items = tuple(
            scene.Shape(
                f"{name}.{number}",
                f"Artwork {number}",
                frame(rect),
                forms.path(commands),
                self.setting.paint.colour(role),
                role="artwork",
                decorative=True,
            )
            for number, (role, commands) in enumerate(layers, start=1)
        )
        wanted = box.picture.alt or box.picture.wants if box.picture else ""
        drawn = scene.Group(name, "Artwork", frame(rect), items, "artwork", decorative=True)
        if box.picture is None:
            return (drawn,)
        if "picture" not in self.places:
            return (replace(drawn, alt=wanted, decorative=not wanted),)
        return drawn, self._slot(box.picture, rect)

    def _easel(self) -> Easel:
        art, layers = (lambda rect: self._art(Art(), rect)[0]), partial(self._layers, None)
        return Easel(self.album, self.setting.paint, self._id, art, layers)

    def _layers(self, style: ArtStyle | None, rect: Rect) -> list[artwork.Layer]:
        ground = ("art-1", forms.box(0, 0, rect.w, rect.h))
        return [ground, *artwork.draw(style or self._style, self._seed, rect.w, rect.h)]

    def _slot(self, picture: Picture, rect: Rect) -> scene.Picture:
        """An empty picture placeholder over the artwork: a photograph dropped on it covers it."""
        return scene.Picture(
            self._id("picture"),
            "Picture",
            frame(rect),
            "",
            alt=picture.alt or picture.wants,
            placeholder=self._place("picture"),
            at=picture.at,
        )

    def _photo(self, picture: Picture, rect: Rect) -> scene.Item:
        loaded = self.album.load(picture.file)
        if loaded is None:
            return self._slot(picture, rect)
        return scene.Picture(
            self._id("picture"),
            "Picture",
            frame(rect),
            loaded.blob,
            crop(loaded, rect, picture.focus),
            picture.alt,
            placeholder=self._place("picture"),
            at=picture.at,
        )

    def _graph(self, box: Graph, rect: Rect) -> scene.Chart:
        return graph(box, frame(rect), self.setting, self._id("chart"))

    def _made(self, box: Graph | Grid | Equation, rect: Rect) -> scene.Item:
        """What PowerPoint makes of data, and lets its user change there."""
        match box:
            case Graph():
                return self._graph(box, rect)
            case Grid():
                return table(box, rect, self.setting, self._id("table"))
            case Equation():
                return self._equation(box, rect)

    def _equation(self, box: Equation, rect: Rect) -> scene.Formula:
        from deckgen.layout.equations import equation

        name = self._id(box.name)
        size = self.setting.gauge.sizes[key_of_equation(box)]
        look = scene.Formula(
            name,
            label(name),
            frame(rect),
            Row(()),
            (),
            round(size * 100),
            self.setting.paint.colour(box.colour),
            box.align,
            self.setting.lang,
            alt=box.alt or "; ".join(box.formulas),
            at=box.at,
        )
        return equation(box, rect, size, look)

    def _connector(self, wire: Wire) -> scene.Connector:
        start, end = self._named[wire.start], self._named[wire.end]
        (site1, fx1, fy1), (site2, fx2, fy2) = SIDES[wire.start_side], SIDES[wire.end_side]
        name = self._id("connector")
        return scene.Connector(
            name,
            label(name),
            emu(start.rect.x + fx1 * start.rect.w),
            emu(start.rect.y + fy1 * start.rect.h),
            emu(end.rect.x + fx2 * end.rect.w),
            emu(end.rect.y + fy2 * end.rect.h),
            self.setting.paint.stroke(wire.colour, wire.arrow, wire.head),
            (start.id, site1),
            (end.id, site2),
            bend=wire.bend,
        )


def _silent(box: TextBox) -> bool:
    return not any(run.text for para in box.paras for run in para.text.runs)


def frame(rect: Rect) -> scene.Box:
    """Whole EMU by edges, so that neighbours keep touching."""
    left, top = emu(rect.x), emu(rect.y)
    return scene.Box(left, top, max(emu(rect.right) - left, 0), max(emu(rect.bottom) - top, 0))


def label(name: str) -> str:
    """An item's name as the selection pane shows it."""
    word, _, number = name.rpartition("-")
    return f"{word.replace('-', ' ').capitalize()} {number}"


def _grouped(flat: list[tuple[str, scene.Item]]) -> tuple[scene.Item, ...]:
    """Consecutive items of one group become a Group around them."""
    found: list[scene.Item] = []
    run: list[scene.Item] = []
    current = ""
    for group, item in [*flat, ("", None)]:
        if group != current and run:
            found.append(_group(current, run))
            run = []
        current = group
        if item is None:
            break
        if group:
            run.append(item)
        else:
            found.append(item)
    return tuple(found)


def _group(name: str, items: list[scene.Item]) -> scene.Item:
    if len(items) == 1:
        return items[0]
    boxes = [item.frame for item in items if not isinstance(item, scene.Connector)]
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.x + b.cx for b in boxes), max(b.y + b.cy for b in boxes)
    bounds = scene.Box(left, top, right - left, bottom - top)
    return scene.Group(f"group-{name}", label(f"{name}-"), bounds, tuple(items))
