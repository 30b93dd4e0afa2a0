"""Master and layouts of a Scene, from the template and from what its pages turned out to need.

Pages whose placeholders have the same places and styles share a layout, so that resetting a
slide in PowerPoint moves nothing: what it returns to is what stands there.
In: finished pages with their slots. Out: Scene layouts. No text of slides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.colour import luminance
from deckgen.base.geometry import Rect
from deckgen.base.phrases import Phrases, phrases
from deckgen.base.units import emu
from deckgen.layout import families
from deckgen.layout.emit import PLACES, frame
from deckgen.layout.legibility import readable
from deckgen.layout.paint import Paint
from deckgen.layout.regions import COLUMNS, columns
from deckgen.scene import model as scene
from deckgen.template.model import Decoration, Template

LEVELS = 5
NAMES: dict[str, str] = {
    "title": "Title",
    "body": "Text",
    "sub": "Subtitle",
    "caption": "Caption",
    "picture": "Picture",
}
TITLE_MOST = 110.0  # points: a higher title is a page of its own
RUNNING = 20.0  # points from the upper edge to a running head
FOOT = 12.0  # points: the size of footer, date and number


class Filled(Struct, frozen=True):
    """A page before its layout is known: the slide kind's name, its scheme, its items."""

    layout: str
    scheme: str
    page: scene.Page
    slots: dict[str, scene.Box]  # the full frame of each placeholder, before balancing narrowed it


class Masters:
    """Collects the layouts that a deck's pages need."""

    def __init__(self, template: Template, lang: str) -> None:
        """No layouts yet."""
        self._template = template
        self._lang = lang
        self._words = phrases(lang)
        self._layouts: tuple[scene.Layout, ...] = ()

    def assign(
        self, pages: Sequence[Filled], samples: Sequence[Filled] = ()
    ) -> tuple[scene.Page, ...]:
        """The pages with their layouts. Of `samples` those become layouts whose kind no page is."""
        filled = list(steadied([_levelled(one) for one in pages], self._lang))
        wants = [self._want(one) for one in filled]
        keys = [families.key(one) for one in wants]
        groups: dict[families.Key, list[families.Want]] = {}
        for key, want in zip(keys, wants, strict=True):
            groups.setdefault(key, []).append(want)
        known = {families.family(want) for want in wants}
        for want in map(self._want, map(_levelled, samples)):
            if families.family(want) not in known:
                groups.setdefault(families.key(want), []).append(want)
        names = self._lay_out(groups)
        return tuple(
            replace(one.page, layout=names[key]) for one, key in zip(filled, keys, strict=True)
        )

    def layouts(self) -> tuple[scene.Layout, ...]:
        """All layouts: first those that somebody looks for, then as pages first needed them."""
        return self._layouts

    def _want(self, filled: Filled) -> families.Want:
        template = self._template
        holders = tuple(_placeholders(filled, self._words))
        dress = carried(template, filled.scheme, filled.layout, _titled(holders, template))
        needs = tuple(_need(filled.page, holder) for holder in holders)
        head = _headed(holders, template)
        return families.Want(filled.layout, filled.scheme, holders, needs, head, dress)

    def _lay_out(self, groups: dict[families.Key, list[families.Want]]) -> dict[families.Key, str]:
        """Make the layout of each group; gives their ids by key."""
        order = sorted(groups, key=lambda key: families.rank(groups[key][0]))
        made = [(groups[key][0], families.merged(groups[key])) for key in order]
        called = families.names([replace(want, holders=holders) for want, holders in made])
        self._layouts = tuple(
            self._layout(name, want, holders)
            for name, (want, holders) in zip(called, made, strict=True)
        )
        return {key: one.id for key, one in zip(order, self._layouts, strict=True)}

    def master(self) -> scene.Layout:
        """The master: the first scheme's ground, a title and a body in their usual places.

        Decoration stands in the layouts: what a master carries shows on all of them.
        """
        template = self._template
        first = next(iter(template.schemes))
        paint = Paint(template, first)
        left, width = columns(template, 1, COLUMNS)
        top, bottom = template.grid.margins.top, template.height - template.grid.margins.bottom
        title = scene.Box(emu(left), emu(top), emu(width), emu(88))
        text = scene.Box(emu(left), emu(top + 104), emu(width), emu(bottom - top - 104))
        holders = (
            self._standard("title", title, paint, "title"),
            self._standard("body", text, paint, "body"),
            *foot_holders(template, paint),
        )
        return scene.Layout(
            "master",
            template.title,
            paint.colour("paper"),
            holders,
            dark=template.dark,
        )

    def _standard(self, name: str, box: scene.Box, paint: Paint, role: str) -> scene.Placeholder:
        size = self._template.ladder(role)[len(self._template.ladder(role)) // 3]
        spec = self._template.roles[role]
        level = scene.LevelStyle(
            paint.style(role, size, spec.colour, 0), scene.ParagraphStyle(leading=spec.leading)
        )
        words: str = getattr(self._words, name)
        return scene.Placeholder(
            PLACES[name], NAMES[name], box, (level,), prompt=words, shrink=True
        )

    def _layout(
        self, name: str, want: families.Want, holders: tuple[scene.Placeholder, ...]
    ) -> scene.Layout:
        paint = Paint(self._template, want.scheme)
        made = scene.Layout(
            re.sub(r"\W+", "-", name.lower()).strip("-"),
            name,
            paint.colour("paper"),
            (*holders, *foot_holders(self._template, paint)),
            decoration(self._template, paint, want.dress),
            is_dark(self._template, want.scheme),
        )
        return replace(
            made, placeholders=tuple(readable(one, made, paint) for one in made.placeholders)
        )


def is_dark(template: Template, scheme: str) -> bool:
    """Whether new text on this scheme must be light."""
    return luminance(template.palette[template.schemes[scheme]["paper"]]) < 0.18


def _titled(holders: tuple[scene.Placeholder, ...], template: Template) -> bool:
    box = next((one.frame for one in holders if one.ref.kind == "title"), None)
    return box is not None and box.y == emu(template.grid.margins.top) and box.cy < emu(TITLE_MOST)


def carried(template: Template, scheme: str, kind: str, titled: bool = True) -> tuple[int, ...]:
    """Which of the template's flat shapes a page has, counted from 0."""
    return tuple(
        number
        for number, one in enumerate(template.decoration)
        if scheme in one.on and (titled or not one.titled) and _carried(one, kind)
    )


def decoration(
    template: Template, paint: Paint, numbers: tuple[int, ...]
) -> tuple[scene.Item, ...]:
    """The flat shapes that the template puts on every page of a scheme."""
    return tuple(
        scene.Shape(
            f"decoration-{number + 1}",
            f"Decoration {number + 1}",
            frame(_drawn(template.decoration[number], template)),
            scene.Preset(template.decoration[number].shape),
            paint.colour(template.decoration[number].fill),
            role="decoration",
            decorative=True,
        )
        for number in numbers
    )


def _carried(one: Decoration, kind: str) -> bool:
    return (not one.kinds or kind in one.kinds) and kind not in one.without


def _drawn(one: Decoration, template: Template) -> Rect:
    """Negative places and lengths count from the far edges."""
    x = one.x if one.x >= 0 else template.width + one.x
    y = one.y if one.y >= 0 else template.height + one.y
    w = one.w if one.w > 0 else template.width + one.w - x
    h = one.h if one.h > 0 else template.height + one.h - y
    return Rect(x, y, max(w, 0.0), max(h, 0.0))


def number_box(template: Template) -> scene.Box:
    """Where the slide number stands: the lower right corner of the margins."""
    x, width = columns(template, COLUMNS, COLUMNS)
    return scene.Box(emu(x), emu(template.height - 28), emu(width), emu(18))


def footer_box(template: Template) -> scene.Box:
    """Where the footer stands, on the line of the number."""
    x, width = columns(template, *((1, 9) if template.footer else (4, COLUMNS - 3)))
    y = RUNNING if template.footer_at == "top" else template.height - 28
    return scene.Box(emu(x), emu(y), emu(width), emu(18))


def foot_holders(template: Template, paint: Paint) -> tuple[scene.Placeholder, ...]:
    """Date, footer and number, quiet, on the lower edge."""
    style = paint.style("caption", FOOT, "muted", 0)
    left = scene.LevelStyle(style, scene.ParagraphStyle("left"))
    right = scene.LevelStyle(style, scene.ParagraphStyle("right"))
    y, high = emu(template.height - 28), emu(18)
    # A footer of the template's own begins on the left margin; the date then stands after it.
    date_x, date_w = columns(template, *((10, 11) if template.footer else (1, 3)))
    foot = footer_box(template)
    return (
        scene.Placeholder(
            scene.PlaceholderRef("date", 10),
            "Date",
            scene.Box(emu(date_x), y, emu(date_w), high),
            (left,),
        ),
        scene.Placeholder(
            scene.PlaceholderRef("footer", 11),
            "Footer",
            foot,
            (left,),
        ),
        scene.Placeholder(
            scene.PlaceholderRef("number", 12), "Slide number", number_box(template), (right,)
        ),
    )


def _placeholders(filled: Filled, words: Phrases) -> Iterable[scene.Placeholder]:
    by_ref = {ref: name for name, ref in PLACES.items()}
    for item in filled.page.items:
        ref = getattr(item, "placeholder", None)
        if ref is None or ref.kind in ("number", "footer"):
            continue
        name = by_ref[ref]
        if isinstance(item, scene.Picture):
            box = filled.slots.get(name, item.frame)
            yield scene.Placeholder(ref, NAMES[name], box, prompt=words.picture)
        elif isinstance(item, scene.Text | scene.Shape) and item.text is not None:
            yield scene.Placeholder(
                ref,
                NAMES[name],
                filled.slots.get(name, item.frame),
                _levels(item.text, ref.kind == "title"),
                item.text.anchor,
                item.text.insets,
                words.title if name == "title" else words.body,
                item.fill,
                item.text.shrink,
            )


def _need(page: scene.Page, holder: scene.Placeholder) -> int:
    texts = (
        item.text
        for item in page.items
        if isinstance(item, scene.Text | scene.Shape) and item.placeholder == holder.ref
    )
    return max((families.height(text) for text in texts if text), default=0)


def _headed(holders: tuple[scene.Placeholder, ...], template: Template) -> bool:
    """Whether the title is a head and not words lent to the placeholder by a figure."""
    role, left = template.roles["title"], emu(columns(template, 1, COLUMNS)[0])
    title = next((one for one in holders if one.ref.kind == "title" and one.levels), None)
    if title is None or title.fill is not None or title.anchor != "top" or title.frame.x != left:
        return False
    style = title.levels[0]
    return style.text.bold == role.bold and style.paragraph.leading == role.leading


def steadied(pages: list[Filled], lang: str) -> Iterator[Filled]:
    """After a page without words, LibreOffice 7.4 sets lines of shrinking text too close.

    It does not where the page itself begins with words that don't shrink: a space on its artwork
    is enough. On a page without artwork, text of several lines does not shrink.
    """
    silent = False
    for one in pages:
        items = _steady(one.page.items, lang) if silent else one.page.items
        silent = not any(_speaks(item) for item in one.page.items)
        yield replace(one, page=replace(one.page, items=items)) if items != one.page.items else one


def _steady(items: tuple[scene.Item, ...], lang: str) -> tuple[scene.Item, ...]:
    fixed = tuple(map(_fixed, items))
    if fixed == items:
        return items
    first = items[0]
    if isinstance(first, scene.Group) and first.decorative and first.role == "artwork":
        ground = first.items[0]
        if isinstance(ground, scene.Shape) and ground.fill and ground.text is None:
            spaced = replace(ground, text=_space(ground.fill, lang))
            return (replace(first, items=(spaced, *first.items[1:])), *items[1:])
    return fixed


def _space(colour: scene.Colour, lang: str) -> scene.TextBody:
    style = scene.TextStyle(round(FOOT * 100), colour)
    run = scene.Run(" ", style, lang)
    return scene.TextBody((scene.Paragraph((run,), scene.ParagraphStyle()),))


def _speaks(item: scene.Item) -> bool:
    if isinstance(item, scene.Group):
        return any(map(_speaks, item.items))
    return isinstance(item, scene.Table) or getattr(item, "text", None) is not None


def _fixed(item: scene.Item) -> scene.Item:
    if isinstance(item, scene.Text) and item.text.shrink and len(item.text.lines) > 1:
        return replace(item, text=replace(item.text, shrink=False))
    return item


def _levelled(filled: Filled) -> Filled:
    """Lines that look different get outline levels of their own, which a reset leaves alone."""
    items = tuple(
        replace(item, text=_outlined(item.text))
        if isinstance(item, scene.Text) and item.placeholder and item.placeholder.kind == "body"
        else item
        for item in filled.page.items
    )
    if all(one is other for one, other in zip(items, filled.page.items, strict=True)):
        return filled
    return replace(filled, page=replace(filled.page, items=items))


def _outlined(text: scene.TextBody) -> scene.TextBody:
    sizes = [one.end.size if one.end else 0 for one in text.paragraphs]
    if any(one.level or one.style.bullet for one in text.paragraphs) or len(set(sizes)) < 2:
        return text
    order = list(dict.fromkeys(sizes))
    pairs = zip(text.paragraphs, sizes, strict=True)
    return replace(
        text, paragraphs=tuple(replace(one, level=order.index(size)) for one, size in pairs)
    )


def _levels(text: scene.TextBody, title: bool) -> tuple[scene.LevelStyle, ...]:
    """The first paragraph's style at each outline level; an unused level is like the one above."""
    found: dict[int, scene.LevelStyle] = {}
    for number, paragraph in enumerate(text.paragraphs):
        if paragraph.end is not None and (
            paragraph.level not in found or (number == 1 and not title)
        ):
            # The second paragraph wins over the first: it has the space before that lists have.
            found[paragraph.level] = scene.LevelStyle(paragraph.end, paragraph.style)
    levels: list[scene.LevelStyle] = []
    last = found[min(found)] if found else None
    for level in range(max(found, default=-1) + 1):
        last = found.get(level, last)
        levels += [last] if last else []
    return tuple(levels)
