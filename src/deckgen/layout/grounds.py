"""For each layout of a base file, the template as it is there: its room as margins, its own roles.

In: a Template with a base, a Gauge. Out: a Gauge for each sheet. A template without a base has one
gauge for all.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Sheet
from deckgen.layout.fit import Fitted
from deckgen.layout.gauge import Gauge
from deckgen.layout.harmony import caps_for
from deckgen.layout.seating import LEAST, SHRINK, layout_of, level_of, main_slot, text_slots
from deckgen.template.base import PAGE, Base, BaseLayout, SlotLevel
from deckgen.template.model import Grid, Margins, Role, Template
from deckgen.text.substitutes import named

NARROW, WIDE = 70, 150  # per cent of leading that a role may have


class Grounds:
    """The gauges of one build."""

    def __init__(self, gauge: Gauge) -> None:
        """Those of layouts are made when a sheet is first seated on one."""
        self.plain = gauge  # without a layout
        self.template = gauge.template
        self._found: dict[str, Gauge] = {}

    def gauge(self, sheet: Sheet) -> Gauge:
        """What a sheet is measured with."""
        base = self.template.base
        if base is None:
            return self.plain
        titled = any(one.frame is not None for one in sheet.regions)
        key = f"{layout_of(sheet)}|{titled}"
        found = self._found.get(key)
        if found is None:
            template = variant(self.template, base, layout_of(sheet), titled)
            found = self._found[key] = Gauge(self.plain.typesetter, template)
        return found

    def caps(self, sheets: list[Fitted]) -> list[dict[str, float] | None]:
        """What each sheet must not exceed to agree with the others on its layout."""
        groups: dict[int, list[int]] = {}
        for number, one in enumerate(sheets):
            groups.setdefault(id(self.gauge(one.sheet)), []).append(number)
        found: list[dict[str, float] | None] = [None] * len(sheets)
        for numbers in groups.values():
            members = [sheets[number] for number in numbers]
            caps = caps_for(members, self.gauge(members[0].sheet))
            for number, cap in zip(numbers, caps, strict=True):
                found[number] = cap
        return found


def variant(template: Template, base: Base, name: str, titled: bool) -> Template:
    """The template on one layout; `titled`: something stands in a placeholder above its room."""
    layout = base.layouts[name]
    own = dict(_roles(layout, template, base))
    sizes = {role.sizes[0] for role in own.values()}
    return replace(
        template,
        grid=Grid(template.grid.gutter, _margins(layout, template, titled)),
        roles={**template.roles, **own},
        scale=tuple(sorted({*template.scale, *sizes})),
    )


def _margins(layout: BaseLayout, template: Template, titled: bool) -> Margins:
    body = main_slot(layout)
    x, y, w, h = layout.safe if titled else layout.open
    if titled and body is not None:
        room = Rect(*body.free).inset(*body.insets)
        x, y, w, h = room.x, room.y, room.w, room.h
    if not w:
        return template.grid.margins
    return Margins(x, y, template.width - x - w, PAGE - y - h)


def _roles(layout: BaseLayout, template: Template, base: Base) -> list[tuple[str, Role]]:
    found = []
    for place, slot in text_slots(layout):
        count = 4 if place == "body" else 1
        for number in range(count):
            name = "title" if place == "title" else f"slot-{place}"
            name += f"-{number + 1}" if number else ""
            found.append((name, _role(level_of(slot, number), SHRINK[place], base)))
    return found


def _role(level: SlotLevel, shrink: float, base: Base) -> Role:
    face = named(level.face, base.heading if level.font == "heading" else base.body)
    return Role(
        sizes=(level.size, max(min(LEAST, level.size), level.size * shrink)),
        font=level.font,
        bold=level.bold,
        italic=level.italic,
        leading=min(max(level.leading, NARROW), WIDE),
        caps=level.caps,
        width=face.bold_width if level.bold else face.width,
        height=face.height,
    )
