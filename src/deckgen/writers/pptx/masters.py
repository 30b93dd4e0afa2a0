"""The slide master and its layouts.

In: Scene.master and Scene.layouts. Out: parts whose placeholders carry everything that
slides inherit: geometry, insets, anchor and a style for each of nine levels. Not here:
slides.
"""

from __future__ import annotations

from deckgen.base.phrases import phrases
from deckgen.scene.model import (
    Box,
    Colour,
    FontRole,
    Layout,
    LevelStyle,
    ParagraphStyle,
    Placeholder,
    PlaceholderKind,
    PlaceholderRef,
    Scene,
    Slot,
    TextBody,
    TextStyle,
)
from deckgen.writers.pptx import drawing, names, styles, text, theme
from deckgen.writers.pptx.parts import Relations
from deckgen.writers.pptx.shapes import Context, Sheet, about, placeholder
from deckgen.writers.pptx.xml import EMPTY, Xml, element, join
from deckgen.writers.pptx.xml import text as words

_OTHER_SIZE = 1800  # hundredths of a point, of text outside placeholders
MASTER_ID = 2_147_483_648  # the least that PowerPoint takes
_MASTER_INDEX: dict[PlaceholderKind, int] = {
    "title": 0,
    "body": 1,
    "date": 2,
    "footer": 3,
    "number": 4,
}
# Share of the slide that a placeholder gets when no layout shows one: x, y, width, height.
_FALLBACK = {
    "title": (0.06, 0.05, 0.88, 0.16),
    "body": (0.06, 0.25, 0.88, 0.65),
    "date": (0.06, 0.93, 0.2, 0.05),
    "footer": (0.3, 0.93, 0.4, 0.05),
    "number": (0.74, 0.93, 0.2, 0.05),
}
_FALLBACK_SIZE = {"title": 4000, "body": 2400}


def background(colour: Colour) -> Xml:
    """A plain `p:bg`."""
    properties = element("p:bgPr", {}, drawing.solid(colour), Xml("<a:effectLst/>"))
    return element("p:bg", {}, properties)


def master(context: Context, relations: Relations) -> Xml:
    """The root of the master part; `relations` holds the layouts, in order, then the theme."""
    scene = context.scene
    found = complete(scene)
    sheet = Sheet(context, relations, {}, scene.master.items)
    decoration = [Xml(sheet.item(item)) for item in scene.master.items]
    shapes = [_master_shape(p, sheet, context) for p in found]
    tree = sheet.tree((), join(*decoration, *shapes))
    content = element("p:cSld", {}, background(scene.master.background), tree)
    ids = [
        element("p:sldLayoutId", {"id": MASTER_ID + n, "r:id": f"rId{n}"})
        for n in range(1, len(scene.layouts) + 1)
    ]
    return element(
        "p:sldMaster",
        names.ROOT,
        content,
        theme.colour_map(scene.theme.dark),
        element("p:sldLayoutIdLst", {}, *ids),
        _text_styles(found, context),
    )


def complete(scene: Scene) -> tuple[Placeholder, ...]:
    """The five placeholders that a master has: its own, else a layout's, else a plain one."""
    layouts = (scene.master, *scene.layouts)
    given = [p for layout in layouts for p in layout.placeholders]
    return tuple(_first(kind, given, scene) for kind in _MASTER_INDEX)


def _first(kind: PlaceholderKind, given: list[Placeholder], scene: Scene) -> Placeholder:
    found = next((p for p in given if p.ref.kind == kind), None)
    return found or _fallback(kind, scene)


def _fallback(kind: PlaceholderKind, scene: Scene) -> Placeholder:
    x, y, cx, cy = _FALLBACK[kind]
    width, height = scene.width, scene.height
    frame = Box(round(x * width), round(y * height), round(cx * width), round(cy * height))
    slot: Slot = "lt1" if scene.theme.dark else "dk1"
    ink = Colour(slot, dict(scene.theme.colours)[slot])
    font: FontRole = "heading" if kind == "title" else "body"
    look = TextStyle(_FALLBACK_SIZE.get(kind, 1200), ink, font)
    level = LevelStyle(look, ParagraphStyle())
    return Placeholder(PlaceholderRef(kind), kind.title(), frame, (level,))


def _master_shape(base: Placeholder, sheet: Sheet, context: Context) -> Xml:
    """On the master, title and body take their look from `p:txStyles`."""
    kind = base.ref.kind
    ref = PlaceholderRef(kind, _MASTER_INDEX[kind])
    own = EMPTY if kind in ("title", "body") else _list_style(base, context, 1)
    seat = placeholder(ref)
    return _slot_shape(base, (sheet.number(), seat, own), context)


def _layout_shape(base: Placeholder, sheet: Sheet, context: Context) -> Xml:
    depth = text.LEVELS if base.ref.kind == "body" else 1
    seat = placeholder(base.ref, prompt=bool(base.prompt))
    return _slot_shape(base, (sheet.number(), seat, _list_style(base, context, depth)), context)


def _slot_shape(base: Placeholder, how: tuple[int, Xml, Xml], context: Context) -> Xml:
    number, seat, own = how
    locks = Xml('<a:spLocks noGrp="1"/>')
    head = element(
        "p:nvSpPr",
        {},
        Xml(about(number, base.name)),
        element("p:cNvSpPr", {}, locks),
        element("p:nvPr", {}, seat),
    )
    fill = drawing.solid(base.fill) if base.fill else EMPTY
    place = element("p:spPr", {}, drawing.transform(base.frame), drawing.RECTANGLE, fill)
    frame = TextBody((), anchor=base.anchor, insets=base.insets, shrink=base.shrink)
    content = join(
        Xml(text.frame(frame, None)), element("a:lstStyle", {}, own), _prompt(base, context)
    )
    return element("p:sp", {}, head, place, element("p:txBody", {}, content))


def _prompt(base: Placeholder, context: Context) -> Xml:
    lang = {"lang": context.text.lang}
    said = base.prompt or _usual(base.ref.kind, context.text.lang)
    if not said:
        return element("a:p", {}, element("a:endParaRPr", lang))
    content = (element("a:rPr", lang), element("a:t", {}, words(said)))
    end = element("a:endParaRPr", lang)
    if base.ref.kind != "number":
        return element("a:p", {}, element("a:r", {}, *content), end)
    field = element("a:fld", {"id": names.NUMBER_FIELD, "type": "slidenum"}, *content)
    return element("a:p", {}, field, end)


def _list_style(base: Placeholder, context: Context, depth: int) -> Xml:
    if not base.levels:
        return EMPTY
    return join(*_levels(base.levels, context, depth))


def _levels(given: tuple[LevelStyle, ...], context: Context, depth: int) -> list[Xml]:
    return [
        styles.level(f"a:lvl{n + 1}pPr", given[min(n, len(given) - 1)], context.text.faces)
        for n in range(depth)
    ]


def _text_styles(found: tuple[Placeholder, ...], context: Context) -> Xml:
    by_kind = {p.ref.kind: p.levels or _plain(context) for p in found}
    title = _levels(by_kind["title"], context, text.LEVELS)
    body = _levels(by_kind["body"], context, text.LEVELS)
    return element(
        "p:txStyles",
        {},
        element("p:titleStyle", {}, *title),
        element("p:bodyStyle", {}, *body),
        element("p:otherStyle", {}, *other_levels(context.text.lang)),
    )


def _plain(context: Context) -> tuple[LevelStyle, ...]:
    return _fallback("body", context.scene).levels


def _usual(kind: str, lang: str) -> str:
    """LibreOffice forgets the list style of an empty footer, so footer and date say something."""
    return names.NUMBER_SIGN if kind == "number" else str(getattr(phrases(lang), kind))


def other_levels(lang: str) -> list[Xml]:
    """What text outside placeholders starts from; ours always says what it wants."""
    default = element("a:defPPr", {}, element("a:defRPr", {"lang": lang}))
    return [default, *[styles.plain_level(n, _OTHER_SIZE) for n in range(text.LEVELS)]]


def layout(value: Layout, context: Context, relations: Relations) -> Xml:
    """The root of a layout part; the master is its first relationship."""
    sheet = Sheet(context, relations, {}, value.items)
    decoration = [Xml(sheet.item(item)) for item in value.items]
    shapes = [_layout_shape(p, sheet, context) for p in value.placeholders]
    tree = sheet.tree((), join(*decoration, *shapes))
    content = element("p:cSld", {"name": value.name}, background(value.background), tree)
    attributes = {**names.ROOT, "type": layout_type(value), "preserve": 1, "userDrawn": 1}
    dark = theme.map_override(value.dark, context.scene.theme.dark)
    return element("p:sldLayout", attributes, content, dark)


# What PowerPoint calls a layout with a title, so many bodies and so many pictures.
_KINDS = {
    (False, 0, 0): "blank",
    (True, 0, 0): "titleOnly",
    (True, 1, 0): "tx",
    (True, 2, 0): "twoColTx",
    (True, 1, 1): "picTx",
}


def layout_type(value: Layout) -> str:
    """ST_SlideLayoutType (19.7.15): decides which layout pasted slides land on."""
    if value.id == "cover":
        return "title"
    if value.id == "section":
        return "secHead"
    kinds = [p.ref.kind for p in value.placeholders]
    return _KINDS.get(("title" in kinds, kinds.count("body"), kinds.count("picture")), "cust")
