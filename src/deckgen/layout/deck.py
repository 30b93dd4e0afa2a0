"""A deck → its Scene: compose each slide, fit it, keep sizes alike across the deck, paint.

In: Deck, Template, World. Out: `Checked[Scene]`. Work per slide is memoised: a slide that is
equal to an earlier one (wherever it was typed) costs nothing again.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.base.units import emu
from deckgen.compose.boxes import Panel, TextBox
from deckgen.compose.slide import Context, compose
from deckgen.layout.arrange import Placed
from deckgen.layout.emit import Painter, frame
from deckgen.layout.finish import finish
from deckgen.layout.fit import Fitted, fit
from deckgen.layout.gauge import Gauge
from deckgen.layout.harmony import caps_for
from deckgen.layout.masters import FOOT, Filled, Masters, number_box
from deckgen.layout.paint import Paint
from deckgen.layout.pictures import Album
from deckgen.layout.setting import Setting
from deckgen.layout.split import parts
from deckgen.outline.model import Deck, Slide
from deckgen.scene import model as scene
from deckgen.template.model import Template
from deckgen.text.typesetter import Typesetter
from deckgen.world import World

Progress = Callable[[int, int], None]


class Laid(Struct, frozen=True):
    """A slide and its fitted sheet."""

    slide: Slide
    context: Context
    fitted: Fitted


def lay_out(
    deck: Deck, template: Template, world: World, progress: Progress | None = None
) -> Checked[scene.Scene]:
    """The whole deck as a Scene, with what did not fit."""
    studio = _Studio(deck, template, world)
    laid: list[Laid] = []
    for number, slide in enumerate(deck.slides):
        laid.extend(studio.lay(slide))
        if progress:
            progress(number + 1, len(deck.slides))
    laid = studio.harmonise(laid)
    return Checked(studio.scene(laid), tuple(studio.findings))


class _Studio:
    """What one build shares between slides."""

    def __init__(self, deck: Deck, template: Template, world: World) -> None:
        self.deck = deck
        self.template = template
        self.gauge = Gauge(Typesetter(world), template)
        self.album = Album(world)
        self.findings: list[Diagnostic] = []
        self._seen: dict[str, int] = {}
        self._paints = {name: Paint(template, name) for name in template.schemes}
        self._memo: dict[tuple[Slide, str], tuple[Laid, ...]] = {}
        self._ids = frozenset(slide.id for slide in deck.slides)

    def lay(self, slide: Slide) -> tuple[Laid, ...]:
        """A slide's sheets: one, or several when its text needs more room than a slide has."""
        context = self._context(slide)
        laid = self._best(slide, context)
        if not laid.fitted.over:
            return (laid,)
        for pieces in parts(slide):
            split = tuple(self._best(piece, context) for piece in pieces)
            if not any(one.fitted.over for one in split):
                return split
        self._report(laid)
        return (laid,)

    def _context(self, slide: Slide) -> Context:
        kind = type(slide.body).__name__.lower()
        turn = self._seen[kind] = self._seen.get(kind, -1) + 1
        return Context(self.deck, self.template, turn)

    def _best(self, slide: Slide, context: Context) -> Laid:
        """The first variant that is comfortable; else the one with the largest text; else the last."""
        tried: list[Fitted] = []
        for sheet in compose(slide, context):
            fitted = fit(sheet, self.gauge, {})
            tried.append(fitted)
            if _comfortable(fitted):
                return Laid(slide, context, fitted)
        good = [one for one in tried if not one.over]
        best = max(good, key=lambda one: one.sizes.get(one.sheet.key, 0), default=tried[-1])
        return Laid(slide, context, best)

    def _report(self, laid: Laid) -> None:
        for key, excess in laid.fitted.over[:3]:
            size = laid.fitted.sizes.get(key)
            role = key.partition("/")[0]
            message = (
                f"slide `{laid.slide.id}`: its {role} text does not fit by {excess:.0f} pt, even at {size:g} pt"
                if size
                else f"slide `{laid.slide.id}` does not fit by {excess:.0f} pt"
            )
            hint = "cut words, or divide the slide in two"
            self.findings.append(
                Diagnostic("overflow/text", message, laid.slide.at.span, "error", (hint,))
            )
            break

    def harmonise(self, laid: list[Laid]) -> list[Laid]:
        """The same role in the same size across slides of one layout, wherever that costs one step."""
        caps = caps_for([one.fitted for one in laid], self.gauge)
        return [
            one if cap is None else replace(one, fitted=self._again(one, cap))
            for one, cap in zip(laid, caps, strict=True)
        ]

    def _again(self, one: Laid, caps: dict[str, float]) -> Fitted:
        fitted = fit(one.fitted.sheet, self.gauge, caps)
        return one.fitted if fitted.over else fitted

    def scene(self, laid: list[Laid]) -> scene.Scene:
        """Pages, layouts, theme and properties."""
        masters = Masters(self.template, self.deck.lang)
        pages = tuple(
            masters.assign(self._page(one, number)) for number, one in enumerate(laid, start=1)
        )
        return scene.Scene(
            width=emu(self.template.width),
            height=emu(self.template.height),
            theme=_theme(self.template),
            master=masters.master(),
            layouts=masters.layouts(),
            pages=pages,
            properties=_properties(self.deck),
            blobs=self.album.blobs,
        )

    def _page(self, one: Laid, number: int) -> Filled:
        slide, sheet = one.slide, one.fitted.sheet
        self.gauge.sizes = one.fitted.sizes
        paint = self._paints[sheet.scheme]
        setting = Setting(self.gauge, paint, self.deck.lang, self._ids)
        styles = self.template.artwork
        painter = Painter(setting, self.album, styles[number % len(styles)])
        placed = titled(tuple(finish(box, self.gauge) for box in one.fitted.placed))
        items = painter.items(placed, sheet.wires)
        if sheet.number and self.template.number:
            items = (*items, _number(number, paint, self.template, self.deck.lang))
        page = scene.Page(
            id=slide.id,
            layout="",
            name=name_of(slide),
            items=items,
            notes=slide.notes,
            minutes=slide.minutes,
            hidden=slide.skip,
            transition=slide.transition,
            at=slide.at,
        )
        slots = {
            after.box.place: frame(before.rect)
            for before, after in zip(one.fitted.placed, placed, strict=True)
            if getattr(after.box, "place", "")
        }
        return Filled(sheet.layout, sheet.scheme, page, slots)


# A page without a title lends the placeholder to the first text set like one.
TITLES = frozenset({"display", "shout", "big", "name", "stack", "then", "word", "quote"})


def titled(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The same boxes, one of them in the title placeholder if any text can be it."""
    texts = [(n, one.box) for n, one in enumerate(placed) if isinstance(one.box, TextBox)]
    if any(box.place == "title" for _, box in texts):
        return placed
    for number, box in texts:
        if box.paras[0].role in TITLES and not box.place and _flat(box.panel):
            lent = replace(placed[number], box=replace(box, place="title"))
            return (*placed[:number], lent, *placed[number + 1 :])
    return placed


def _flat(panel: Panel | None) -> bool:
    """LibreOffice draws every title as a rectangle, so no other form may be one."""
    return panel is None or panel.shape in ("rect", "round")


def _comfortable(fitted: Fitted) -> bool:
    wanted = fitted.sheet.comfort
    return not fitted.over and all(fitted.sizes.get(key, least) >= least for key, least in wanted)


def name_of(slide: Slide) -> str:
    """What a slide is called where its design shows no title."""
    body = slide.body
    for text in (slide.title, *slide.shout, slide.label, getattr(body, "text", None)):
        plain = getattr(text, "plain", "")
        if plain:
            return str(plain)
    alt = getattr(body, "alt", "") or slide.alt
    return alt or slide.id


def _number(number: int, paint: Paint, template: Template, lang: str) -> scene.Text:
    style = paint.style("caption", FOOT, "muted", 0)
    run = scene.Run(str(number), style, lang)
    paragraph = scene.Paragraph((run,), scene.ParagraphStyle("right"), end=style)
    return scene.Text(
        "number",
        "Slide number",
        number_box(template),
        scene.TextBody((paragraph,)),
        "number",
        placeholder=scene.PlaceholderRef("number", 12),
    )


def _theme(template: Template) -> scene.Theme:
    colours = tuple((slot, rgb) for slot, rgb in template.palette.items())
    fonts = template.fonts
    return scene.Theme(
        template.title,
        colours,
        fonts.heading,
        fonts.body,
        fonts.mono,
        "Arial",
        template.dark,  # type: ignore[arg-type]
    )


def _properties(deck: Deck) -> scene.Properties:
    event = ", ".join(part for part in (deck.event.name, deck.event.place) if part)
    return scene.Properties(
        title=deck.title,
        author=deck.author,
        subject=deck.subtitle or event,
        comments=deck.description,
        lang=deck.lang,
        created=deck.event.date or deck.date,
    )
