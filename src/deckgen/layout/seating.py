"""Composed sheets → sheets seated on a base file's layouts: text in placeholders, the rest free.

In: the sheets that a slide may become, a Template with a base. Out: for each sheet and each layout
that its kind may take a sheet whose title, subtitle, body and picture have the placeholder's own
frame and style, whose other regions lie in the layout's free room. Nothing is measured.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import (
    Art,
    Box,
    Flow,
    Layers,
    Mark,
    Para,
    Photo,
    Region,
    Sheet,
    TextBox,
)
from deckgen.layout.fit import walk
from deckgen.layout.parting import HALVES, opened
from deckgen.template.base import PAGE, Base, BaseLayout, Frame, Slot, SlotLevel
from deckgen.template.model import Template

AT = "@"  # between a sheet's kind and its layout
TOP, BOTTOM = 44.0, 36.0  # of the pages that sheets are composed for
ALONE = 0.4  # share of the page from which a picture's placeholder stands for the whole slide
EDGE = 4.0  # points that a placeholder may reach out of the field that it stands on
HANG = 1.35  # ems that a number hangs
_ROLES = {"title": "title", "sub": "slot-sub", "body": "slot-body"}
# Kinds whose layouts have room for anything below their title.
ROOMY = ("*", "points", "columns", "table", "chart")


def seated(sheets: tuple[Sheet, ...], template: Template) -> tuple[Sheet, ...]:
    """All seatings in order of preference; the sheets themselves where there is no base."""
    base = template.base
    if base is None:
        return sheets
    bare = tuple(one for one in sheets if not any(map(_beside, one.regions))) or sheets
    found = [
        seat
        for sheet in bare
        for name in base.of(sheet.layout)
        for long in (False, True)
        if (seat := _Seating(sheet, base, name, long).sheet()) is not None
    ]
    last = base.of("*")[-1]
    return (*found, *(_Seating(bare[-1], base, last).moved(titled) for titled in (True, False)))


def layout_of(sheet: Sheet) -> str:
    """The layout that a sheet was seated on."""
    return sheet.layout.partition(AT)[2]


def _beside(region: Region) -> bool:
    return region.name == "aside" and _ornament(region.box)


def _ornament(box: Box) -> bool:
    """Drawn for our own templates only: a house style brings its own."""
    return (isinstance(box, Art) and box.picture is None) or isinstance(box, Mark)


class _Seating:
    """One sheet on one layout."""

    def __init__(self, sheet: Sheet, base: Base, name: str, long: bool = False) -> None:
        """`long` lets the line under a cover's title grow down into the free room."""
        self._long = long
        self._sheet = sheet
        self._base = base
        self._name = name
        self._layout: BaseLayout = base.layouts[name]
        self._taken: set[str] = set()

    def sheet(self) -> Sheet | None:
        """The seating; None where the layout has no room for what has no placeholder."""
        regions = [
            part
            for one in self._sheet.regions
            if not _ornament(one.box)
            for part in opened(one, self._layout)
        ]
        own = {id(one): place for one in regions if (place := self._place(one, regions))}
        rest = [one for one in regions if id(one) not in own]
        room = self._room("title" in own.values(), main_slot(self._layout))
        if rest and (room is None or not self._roomy(rest)):
            return None
        if self._long and not ("sub" in own.values() and self._layout.safe[2]):
            return None  # nothing that could grow
        done = [self._seat(one, own.get(id(one), ""), room, set(own.values())) for one in regions]
        return self._made(done)

    def moved(self, titled: bool) -> Sheet:
        """The last resort: everything in free room; `titled` leaves the title in its place."""
        frame = self._layout.open
        room = Rect(*frame) if frame[2] else Rect(48, 44, 864, 452)
        regions = [one for one in self._sheet.regions if not _ornament(one.box)]
        here = titled and "title" in self._layout.slots
        own = {id(one): "title" for one in regions if _title_of(one) and here}
        if own and self._layout.safe[2]:
            room = Rect(*self._layout.safe)
        gone = set(own.values())
        return self._made([self._seat(r, own.get(id(r), ""), room, gone) for r in regions])

    def _made(self, regions: list[Region]) -> Sheet:
        return replace(
            self._sheet,
            layout=f"{self._sheet.layout}{AT}{self._name}",
            scheme=self._layout.scheme,
            regions=tuple(regions),
            comfort=self._comfort(),
            number=True,
        )

    def _comfort(self) -> tuple[tuple[str, float], ...]:
        """A line under the title that has to step down far had better grow downwards."""
        if "sub" not in self._taken or self._long or self._framed("sub"):
            return ()
        return (("slot-sub", self._layout.slots["sub"].levels[0].size * COMFORT),)

    def _framed(self, place: str) -> bool:
        """Whether a placeholder stands on a field that the layout draws: text grows out of it."""
        x, y, w, h = self._layout.slots[place].frame
        return any(
            one.fill
            and one.frame[0] - EDGE <= x
            and one.frame[1] - EDGE <= y
            and x + w <= one.frame[0] + one.frame[2] + EDGE
            and y + h <= one.frame[1] + one.frame[3] + EDGE
            for one in self._layout.fixed
        )

    def _clean(self) -> bool:
        """Whether the layout is one for a title and a line, not for content."""
        return all(self._name not in self._base.of(kind) for kind in ROOMY)

    def _roomy(self, rest: list[Region]) -> bool:
        """Whether what has no placeholder may stand on the layout."""
        if "left" in self._layout.slots or "picture" in self._layout.slots:
            return not self._clean() and "left" not in self._layout.slots
        line = self._sheet.layout == "section" and all(one.name == "sub" for one in rest)
        return line or not self._clean()

    def _place(self, region: Region, regions: list[Region]) -> str:
        """The placeholder that a region fills; empty for none."""
        box, slots = region.box, self._layout.slots
        if isinstance(box, Photo | Art):
            others = [one for one in regions if one is not region]
            suits = bool(others) or self._wide("picture")
            return (
                "picture" if "picture" in slots and suits and all(map(self._worded, others)) else ""
            )
        if not isinstance(box, TextBox) or box.panel is not None or box.place not in slots:
            return ""
        if box.place == "title":
            return "title" if _title_of(region) or self._clean() else ""
        if box.place == "body":
            pictured = Photo | Art if "picture" in slots else ()
            alone = all(r is region or _title_of(r) or isinstance(r.box, pictured) for r in regions)
            return "body" if alone and _alike(box) else ""
        return box.place if self._clean() or box.place in HALVES else ""

    def _wide(self, place: str) -> bool:
        """Whether a placeholder takes so much of the page that it needs no words beside it."""
        slot = self._layout.slots.get(place)
        page = PAGE * PAGE * self._base.width / self._base.height
        return slot is not None and slot.frame[2] * slot.frame[3] >= ALONE * page

    def _worded(self, region: Region) -> bool:
        """Whether a region is text for one of the layout's placeholders."""
        box = region.box
        return isinstance(box, TextBox) and box.panel is None and box.place in self._layout.slots

    def _room(self, titled: bool, body: Slot | None) -> Rect | None:
        if body is not None and titled:
            return Rect(*body.free).inset(*body.insets)
        frame: Frame = self._layout.safe if titled else self._layout.open
        return Rect(*frame) if frame[2] else None

    def _seat(self, region: Region, place: str, room: Rect | None, own: set[str]) -> Region:
        if place:
            slot = self._slot(place)
            box = self._filled(region.box, slot, place)
            return replace(
                region, box=box, frame=Rect(*slot.frame), below="", above="", bleed="", least=0
            )
        assert room is not None  # or the layout would not have been taken
        lists = [
            one for one in walk(region.box) if isinstance(one, TextBox) and one.place == "body"
        ]
        if len(lists) > 1:  # siblings look alike: none of them is the placeholder's
            self._taken.add("body")
        box = self._free(region.box)
        gone = region.below in own
        # What names the slide's part stood above the title; now it stands first in the room.
        after = "kicker" if gone and region.below == "title" and self._kicker(own) else ""
        return replace(
            region,
            box=box,
            columns=self._columns(region),
            top=self._top(region, gone, room, own),
            below=after if gone else region.below,
            gap=region.gap if after or not gone else 0,
            bottom=None if region.bottom is None else _up(region.bottom, room),
            bleed="",
            least=region.least * room.h / (PAGE - TOP - BOTTOM),
        )

    def _top(self, region: Region, gone: bool, room: Rect, own: set[str]) -> float:
        """Where a region begins; a section's line right below its title."""
        line = region.name == "sub" and "title" in own and self._sheet.layout == "section"
        return room.y if gone or line or region.top is None else _down(region.top, room)

    def _slot(self, place: str) -> Slot:
        slot = self._layout.slots[place]
        if place != "sub" or not self._long:
            return replace(slot, frame=slot.free)
        x, y, w, h = slot.frame
        low = self._layout.safe[1] + self._layout.safe[3]
        return replace(slot, frame=(x, y, w, max(h, low - y)), anchor="top")

    def _kicker(self, own: set[str]) -> bool:
        return "kicker" not in own and any(one.name == "kicker" for one in self._sheet.regions)

    def _columns(self, region: Region) -> tuple[int, int]:
        """Wider where the artwork beside it is gone."""
        alone = not any(
            isinstance(one.box, Photo | Art) and not _ornament(one.box)
            for one in self._sheet.regions
        )
        first, last = region.columns
        gone = any(_ornament(one.box) and isinstance(one.box, Art) for one in self._sheet.regions)
        return (first, 12) if alone and gone and last in (7, 8) else (first, last)

    def _filled(self, box: Box, slot: Slot, place: str) -> Box:
        if not isinstance(box, TextBox):
            return box
        self._taken.add(place)
        return replace(_styled(box, slot, "body" if place in HALVES else place), fixed=True)

    def _free(self, box: Box) -> Box:
        """A box outside placeholders; a nested list may still stand in the body's."""
        match box:
            case TextBox():
                return self._text(box)
            case Flow():
                return replace(box, children=tuple(map(self._free, box.children)))
            case Layers():
                cells = tuple(replace(cell, box=self._free(cell.box)) for cell in box.cells)
                return replace(box, cells=cells)
            case _:
                return box

    def _text(self, box: TextBox) -> TextBox:
        slot = self._layout.slots.get(box.place)
        if box.place == "title" and slot is not None:
            return box
        free = "body" not in self._taken and _alike(box)
        if box.place == "body" and slot is not None and free:
            self._taken.add("body")
            return replace(_styled(box, slot, "body"), pad=box.pad, anchor=box.anchor)
        return replace(box, place="") if box.place else box


def main_slot(layout: BaseLayout) -> Slot | None:
    """The placeholder whose frame is a layout's room for content."""
    return next((layout.slots[p] for p in ("body", "table", "chart") if p in layout.slots), None)


def _alike(box: TextBox) -> bool:
    """Whether all lines of a text or none of them have bullets: a mark on one means something."""
    return len({bool(para.bullet) for para in box.paras if not para.level}) <= 1


def _title_of(region: Region) -> bool:
    """Whether a region is a slide's title line, not a sentence that has the page."""
    box = region.box
    return (
        isinstance(box, TextBox)
        and box.place == "title"
        and len(box.paras) == 1
        and box.paras[0].role == "title"
    )


def _down(top: float, room: Rect) -> float:
    """A height of the composed page in a room."""
    share = (min(max(top, TOP), PAGE - BOTTOM) - TOP) / (PAGE - TOP - BOTTOM)
    return room.y + share * room.h


def _up(bottom: float, room: Rect) -> float:
    """A distance from the lower edge, the same way."""
    share = (min(max(bottom, BOTTOM), PAGE - TOP) - BOTTOM) / (PAGE - TOP - BOTTOM)
    return PAGE - room.bottom + share * room.h


def _styled(box: TextBox, slot: Slot, place: str) -> TextBox:
    """Text as the placeholder sets it."""
    paras = tuple(_para(para, slot, place, n) for n, para in enumerate(box.paras))
    return replace(
        box,
        paras=paras,
        fit="",
        align=slot.levels[0].align,
        anchor=slot.anchor,
        pad=slot.insets,
        balance=False,
        max_lines=0,
        tight=0,
        loose=0,
    )


def _para(para: Para, slot: Slot, place: str, number: int) -> Para:
    level = level_of(slot, para.level)
    role = _ROLES[place] + (f"-{para.level + 1}" if para.level and place == "body" else "")
    size = level.size
    bullet, indent = _hung(para, level)
    least = max(size * SHRINK[place], LEAST)
    before = max((level.before + level.after) / size, level.after / least) if number else 0.0
    return replace(
        para, role=role, colour="", before=before, indent=indent, bullet=bullet, align=None
    )


# How far a placeholder's own size may step down.
SHRINK = {"title": 0.5, "sub": 0.5, "body": 0.6}
LEAST = 10.0
COMFORT = 0.75  # share of its own size from which a line under a title is no worse for it


def _hung(para: Para, level: SlotLevel) -> tuple[str, float]:
    """Bullet and indent in ems: the placeholder's own, where it has any."""
    own = level.margin / level.size
    if not para.bullet:
        return "", own if not level.bullet else 0.0
    hangs = level.bullet != "" and level.indent < 0
    if para.bullet == "1.":
        return "1.", own if hangs and -level.indent / level.size >= HANG else own + HANG
    if hangs and level.bullet != "1.":
        return level.bullet, own
    return "•", max(own, 0.9 * (para.level + 1))


def level_of(slot: Slot, level: int) -> SlotLevel:
    """A placeholder's style at an outline level; the last one serves all below it."""
    return slot.levels[min(level, len(slot.levels) - 1)]


def text_slots(layout: BaseLayout) -> Iterator[tuple[str, Slot]]:
    """The placeholders that text of slides stands in, by place."""
    for place, slot in layout.slots.items():
        if place in _ROLES:
            yield place, slot
        elif place == "left" and "body" not in layout.slots:
            yield "body", slot
