"""What a page on a base file has of the file's own: placeholders, their styles, footer and number.

In: a Template with a base. Out: Scene layouts that name the file's parts, and a page's items with
everything left unsaid that they inherit. Nothing is measured but the slide number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from msgspec.structs import replace

from deckgen.base.colour import channels
from deckgen.base.units import emu
from deckgen.layout.pictures import Album
from deckgen.layout.seating import level_of
from deckgen.scene import model as scene
from deckgen.template.base import Base, BaseLayout, Frame, Slot, SlotLevel
from deckgen.template.model import Template
from deckgen.text.fonts import seat
from deckgen.text.model import FaceKey, Span
from deckgen.text.substitutes import named
from deckgen.text.typesetter import Typesetter

NAMES = {
    "title": "Title",
    "sub": "Subtitle",
    "body": "Text",
    "left": "Text",
    "right": "Text",
    "picture": "Picture",
    "table": "Table",
    "chart": "Chart",
    "footer": "Footer",
    "date": "Date",
    "number": "Slide number",
}
LEVELS = 5
SURE = 0.88  # share of a footer's line that its words may take: some programs set it in a serif
CLOSE = 1e-9  # of a scale to 1
NEAR = 6_350  # EMU, half a point: a length that near to the layout's is the layout's


class OnBase:
    """The layouts of one base file as a deck's pages use them."""

    def __init__(
        self, template: Template, foot: Mapping[str, str], typesetter: Typesetter, album: Album
    ) -> None:
        """`foot` is the deck's footer and date, said on all its pages; `album` loads logos."""
        assert template.base is not None
        self.base = template.base
        self._template = template
        self._foot = foot
        self._typesetter = typesetter
        self._album = album
        self._layouts: dict[str, scene.Layout] = {}

    def places(self, name: str) -> Mapping[str, scene.PlaceholderRef]:
        """The placeholders that a layout's pages may fill."""
        return {place: _ref(slot) for place, slot in self.base.layouts[name].slots.items()}

    def layout(self, name: str) -> scene.Layout:
        """A layout; the same value for the same name."""
        found = self._layouts.get(name)
        if found is None:
            found = self._layouts[name] = self._layout(name, self.base.layouts[name])
        return found

    def used(self) -> tuple[scene.Layout, ...]:
        """The layouts that pages have asked for, in that order."""
        return tuple(self._layouts.values())

    def _layout(self, name: str, own: BaseLayout) -> scene.Layout:
        paper = self._template.schemes[own.scheme]["paper"]
        return scene.Layout(
            name,
            own.name,
            self._colour(paper),
            tuple(self._holder(place, slot) for place, slot in own.slots.items()),
            items=tuple(self._fixtures(own)),
            dark=own.scheme.startswith("dark"),
            part=own.part,
        )

    def _fixtures(self, own: BaseLayout) -> Iterator[scene.Item]:
        """For writers that draw layouts; a .pptx has the file's own."""
        folder = self.base.file.rpartition("/")[0]
        for number, one in enumerate(own.fixed):
            name, box = f"fixture-{number}", _emu_box(one.frame)
            found = self._album.load(f"{folder}/{one.media}") if one.media else None
            if found is not None:
                yield scene.Picture(name, name, box, found.blob, one.crop)
            elif one.fill:
                rgb = one.fill.lstrip("#")
                slot = min(
                    self._template.palette, key=lambda s: _far(self._template.palette[s], rgb)
                )
                fill = scene.Colour(cast(scene.Slot, slot), rgb)
                form = scene.Preset(one.form)
                yield scene.Shape(name, name, box, form, fill, role="decoration", decorative=True)

    def _holder(self, place: str, slot: Slot) -> scene.Placeholder:
        left, top, right, bottom = slot.insets
        return scene.Placeholder(
            _ref(slot),
            NAMES[place],
            _box(slot),
            tuple(self._level(level_of(slot, number)) for number in range(LEVELS)),
            slot.anchor,
            (emu(left), emu(top), emu(right), emu(bottom)),
            fill=self._colour(slot.fill) if slot.fill else None,
        )

    def _level(self, level: SlotLevel) -> scene.LevelStyle:
        text = scene.TextStyle(
            size=round(level.size * 100),
            colour=self._colour(level.colour),
            font=level.font,
            bold=level.bold,
            italic=level.italic,
        )
        return scene.LevelStyle(
            text,
            scene.ParagraphStyle(
                align=level.align,
                leading=level.leading,
                space_before=emu(level.before),
                margin=emu(level.margin),
                indent=emu(level.indent),
                bullet=self._bullet(level),
            ),
        )

    def _bullet(self, level: SlotLevel) -> scene.Bullet | None:
        if not level.bullet:
            return None
        colour = self._colour(level.colour)
        if level.bullet == "1.":
            return scene.Bullet("number", colour)
        return scene.Bullet("char", colour, level.bullet)

    def _colour(self, slot: str) -> scene.Colour:
        return scene.Colour(cast(scene.Slot, slot), self._template.palette[slot])

    def items(self, name: str, items: tuple[scene.Item, ...]) -> tuple[scene.Item, ...]:
        """A page's items, those in placeholders as the layout sets them."""
        items = self._with_graphic(name, items)
        holders = {one.ref: one for one in self.layout(name).placeholders}
        slots = {_ref(slot): slot for slot in self.base.layouts[name].slots.values()}
        return tuple(
            _inheriting(item, holders[ref], slots[ref])
            if isinstance(item, scene.Text | scene.Shape)
            and (ref := item.placeholder) is not None
            and item.text is not None
            else item
            for item in items
        )

    def _with_graphic(self, name: str, items: tuple[scene.Item, ...]) -> tuple[scene.Item, ...]:
        """A page's only table or chart in the placeholder that takes it, within its frame."""
        drawn = [one for one in items if isinstance(one, scene.Table | scene.Chart)]
        slots = self.base.layouts[name].slots
        slot = _takes(slots, drawn[0]) if len(drawn) == 1 else None
        if slot is None or not _within(drawn[0].frame, _box(slot)):
            return items
        ref = _ref(slot)
        if any(getattr(one, "placeholder", None) == ref for one in items):
            return items
        return tuple(replace(one, placeholder=ref) if one is drawn[0] else one for one in items)

    def foot(self, name: str, number: int, lang: str) -> tuple[scene.Item, ...]:
        """Footer and number, where the layout has them."""
        slots = self.base.layouts[name].slots
        said = {**self._foot, "number": str(number)}
        if "footer" in slots:
            said["footer"] = slots["footer"].text.strip() or said["footer"]
        return tuple(
            found
            for place, text in said.items()
            if place in slots and text and (found := self._line(place, slots[place], (text, lang)))
        )

    def _line(self, place: str, slot: Slot, said: tuple[str, str]) -> scene.Text | None:
        """A text (and its language) on one line of its placeholder; none where it won't fit."""
        text, lang = said
        level = slot.levels[0]
        face = named(level.face, self.base.heading if level.font == "heading" else self.base.body)
        key = FaceKey(face.typeface, level.bold, level.italic)
        slack = face.bold_width if level.bold else face.width

        def wide(words: str) -> float:
            return self._typesetter.prepare((Span(words, key),)).total * level.size * slack

        room = slot.frame[2] - slot.insets[0] - slot.insets[2]
        if place == "footer" and not slot.text:
            text = _shortened(text, room * SURE, wide)
        width = wide(text)
        if not text or (width > room and place != "number"):
            return None
        style = self._level(level)
        run = scene.Run(text, style.text, lang)
        x = slot.frame[0] + slot.insets[0]
        x += {"left": 0.0, "center": (room - width) / 2, "right": room - width}[level.align]
        y = slot.frame[1] + slot.insets[1] + seat(face.typeface) * level.size
        free = slot.frame[3] - slot.insets[1] - slot.insets[3] - 1.2 * level.size
        y += {"top": 0.0, "middle": free / 2, "bottom": free}[slot.anchor]
        piece = scene.Piece(emu(x), emu(width), text, style.text)
        line = scene.Line(emu(x), emu(y), emu(width), (piece,))
        paragraph = scene.Paragraph((run,), style.paragraph, end=style.text)
        holder = self._holder(place, slot)
        body = scene.TextBody((paragraph,), (line,), slot.anchor, holder.insets)
        return scene.Text(
            place,
            NAMES[place],
            _box(slot),
            body,
            place,
            placeholder=_ref(slot),
            fill=holder.fill,
        )


def _shortened(text: str, room: float, wide: Callable[[str], float]) -> str:
    """As many of a footer's words as its line holds; nothing where that is one of several."""
    words = text.split(" ")
    while words and wide(" ".join(words)) > room:
        words = words[:-1]
    alone = len(words) < 2 <= len(text.split(" "))
    return "" if alone else " ".join(words).rstrip(" ,:;·–")


def _takes(slots: Mapping[str, Slot], item: scene.Table | scene.Chart) -> Slot | None:
    """The placeholder for a table or a chart: its own, else one for any content."""
    body = slots.get("body")
    own = slots.get("table" if isinstance(item, scene.Table) else "chart")
    return own or (body if body and body.type == "obj" else None)


def _within(one: scene.Box, other: scene.Box) -> bool:
    across = other.x - NEAR <= one.x and one.x + one.cx <= other.x + other.cx + NEAR
    return across and other.y - NEAR <= one.y and one.y + one.cy <= other.y + other.cy + NEAR


def _ref(slot: Slot) -> scene.PlaceholderRef:
    return scene.PlaceholderRef(slot.kind, slot.idx, slot.type)


def _far(one: str, other: str) -> int:
    pairs = zip(channels(one), channels(other), strict=True)
    return sum((a - b) ** 2 for a, b in pairs)


def _box(slot: Slot) -> scene.Box:
    return _emu_box(slot.frame)


def _emu_box(frame: Frame) -> scene.Box:
    x, y, w, h = frame
    left, top = emu(x), emu(y)
    return scene.Box(left, top, emu(x + w) - left, emu(y + h) - top)


def _inheriting(
    item: scene.Text | scene.Shape, holder: scene.Placeholder, slot: Slot
) -> scene.Item:
    assert item.text is not None
    if item.frame != holder.frame and slot.kind != "body":
        return item  # a sentence that has the page: it looks as our own do
    paragraphs = tuple(
        _paragraph(one, holder.levels[min(one.level, LEVELS - 1)], level_of(slot, one.level))
        for one in item.text.paragraphs
    )
    text = replace(item.text, paragraphs=paragraphs)
    seated = item.frame == holder.frame
    return replace(item, text=text, fill=holder.fill if seated else item.fill)


def _paragraph(one: scene.Paragraph, level: scene.LevelStyle, own: SlotLevel) -> scene.Paragraph:
    runs = tuple(replace(run, style=_run(run.style, level.text)) for run in one.runs)
    end = None if one.end is None else _run(one.end, level.text)
    natural = all(run.style.size == level.text.size for run in runs)
    return replace(one, runs=runs, end=end, style=_style(one.style, level.paragraph, own, natural))


def _run(style: scene.TextStyle, level: scene.TextStyle) -> scene.TextStyle:
    font = style.font if style.font in ("mono", "symbol") else level.font
    return replace(style, colour=level.colour, font=font)


def _style(
    style: scene.ParagraphStyle, level: scene.ParagraphStyle, own: SlotLevel, natural: bool
) -> scene.ParagraphStyle:
    before = level.space_before if natural else max(style.space_before - emu(own.after), 0)
    leading = level.leading
    if own.exact:
        # In per cent: points don't shrink with the text, and programs seat them differently.
        leading = level.leading - 1
    bullet = style.bullet
    if bullet and level.bullet and (bullet.kind, bullet.char) == (
        level.bullet.kind, level.bullet.char
    ):  # fmt: skip
        bullet = level.bullet
    return replace(
        style,
        leading=leading,
        space_before=before,
        margin=_near(style.margin, level.margin),
        indent=level.indent if bullet == level.bullet else style.indent,
        bullet=bullet,
    )


def _near(value: int, own: int) -> int:
    return own if abs(value - own) <= NEAR else value


def scaled(made: scene.Scene, base: Base) -> scene.Scene:
    """The scene at the file's own size."""
    from deckgen.layout.scaling import Scaling

    if abs(base.scale - 1) > CLOSE:
        made = Scaling(base.scale).scene(made)
    return replace(made, width=base.width, height=base.height)
