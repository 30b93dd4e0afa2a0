"""A fitted slide → its page of the Scene, with the frames that its layout must have.

In: a slide, its Fitted sheet, its number. Out: `Filled`. Sizes and places are settled; what
happens here is the last touch, the colours, and who is the title.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.dates import spoken
from deckgen.base.geometry import Rect
from deckgen.base.units import emu
from deckgen.compose.boxes import Art, Box, Film, Panel, Photo, Sheet, TextBox
from deckgen.layout.arrange import Placed
from deckgen.layout.emit import Painter, frame
from deckgen.layout.finish import finish
from deckgen.layout.fit import Fitted, walk
from deckgen.layout.gauge import Gauge
from deckgen.layout.masters import FOOT, Filled, footer_box, number_box
from deckgen.layout.measure import ROOM
from deckgen.layout.paint import Paint
from deckgen.layout.pictures import Album
from deckgen.layout.provenance import Origins
from deckgen.layout.regions import columns
from deckgen.layout.setting import Setting
from deckgen.layout.steps import steps
from deckgen.outline.model import Deck, Section, Slide
from deckgen.scene import model as scene
from deckgen.template.model import Template
from deckgen.text.fonts import seat
from deckgen.text.model import SAFETY, FaceKey, Span

# A page without a title lends the placeholder to the first text set like one.
TITLES = frozenset({"display", "shout", "big", "name", "stack", "then", "word", "quote"})


class Laid(Struct, frozen=True):
    """A slide and its fitted sheet."""

    slide: Slide
    fitted: Fitted


Key = tuple[object, ...]


class Pages:
    """What the pages of one build share."""

    def __init__(self, deck: Deck, template: Template, gauge: Gauge, album: Album) -> None:
        """`gauge` is set to each page's sizes in turn."""
        self._lang = deck.lang
        self._template = template
        self._gauge = gauge
        self._album = album
        self._footer = _footer(deck, template)
        self._sections = _sections(deck)
        self._ids = frozenset(slide.id for slide in deck.slides)
        self._origins = Origins(deck, album.world)
        self._paints = {name: Paint(template, name) for name in template.schemes}

    def page(self, laid: Laid, number: int) -> Filled:
        """The page of a slide. `number` counts from 1."""
        return self.numbered(self.bare(laid, number), laid, number)

    def numbered(self, filled: Filled, laid: Laid, number: int) -> Filled:
        """A page that is bare, with what depends on where the slide stands."""
        page = filled.page
        items = (*page.items, *self._foot(laid.fitted.sheet, number, laid.slide.id))
        slide = laid.slide
        page = replace(page, items=items, came=self._origins.of(slide), at=slide.at)
        return replace(filled, page=page)

    def key(self, laid: Laid, number: int) -> Key:
        """All that the bare page depends on, beside the template: equal keys have equal pages."""
        fitted = laid.fitted
        boxes = [one.box for one in fitted.placed]
        art = any(isinstance(box, Film | Art) and not _styled(box) for box in boxes)
        return (
            laid.slide,
            fitted.sheet,
            tuple(fitted.sizes.items()),
            self._lang,
            number % len(self._template.artwork) if art else None,
            self._ids if any(map(_jumps, boxes)) else None,
            tuple(self._seen(one) for one in boxes if isinstance(one, Photo | Film)),
        )

    def _seen(self, box: Photo | Film) -> object:
        """The pictures and films in a box, as far as they are there."""
        if isinstance(box, Photo):
            return self._album.load(box.picture.file)
        clip = box.clip
        still = self._album.load(clip.poster) if clip.poster else None
        return still, self._album.film(clip.file, clip.format) if clip.format else ""

    def bare(self, laid: Laid, number: int) -> Filled:
        """The page of a slide without its number."""
        slide, fitted = laid.slide, laid.fitted
        self._gauge.sizes = fitted.sizes
        placed = titled(fitted.placed)
        finished = tuple(finish(one, self._gauge) for one in placed)
        painter = self._painter(laid, number)
        items = painter.items(finished, fitted.sheet.wires)
        page = scene.Page(
            id=slide.id,
            layout="",
            name=name_of(slide),
            items=items,
            notes=slide.notes,
            minutes=slide.minutes,
            hidden=slide.skip,
            transition=slide.transition,
            steps=steps(slide, fitted.sheet, painter.shown),
        )
        slots = {
            after.box.place: frame(before.rect)
            for before, after in zip(placed, finished, strict=True)
            if isinstance(after.box, TextBox) and after.box.place
        }
        return Filled(fitted.sheet.layout, fitted.sheet.scheme, page, slots)

    def _painter(self, laid: Laid, number: int) -> Painter:
        paint = self._paints[laid.fitted.sheet.scheme]
        setting = Setting(self._gauge, paint, laid.slide.lang or self._lang, self._ids)
        styles = self._template.artwork
        return Painter(setting, self._album, styles[number % len(styles)], laid.slide.id)

    def _foot(self, sheet: Sheet, number: int, slide: str) -> tuple[scene.Item, ...]:
        if not sheet.number:
            return ()
        paint = self._paints[sheet.scheme]
        found: list[scene.Item] = []
        # On a picture in the corner they could not be read.
        line = "t" if self._template.footer_at == "top" else "b"
        words = self._footer.replace("{section}", self._sections.get(slide, ""))
        if words.strip() and not _covered(sheet, {"l", line}):
            found.append(self._footing(words, paint, 7 if _covered(sheet, {"r", line}) else 9))
        if self._template.number and not _covered(sheet, {"r", "b"}):
            found.append(self._number(number, paint))
        return tuple(found)

    def _number(self, number: int, paint: Paint) -> scene.Text:
        style = paint.style("caption", FOOT, "muted", 0)
        run = scene.Run(str(number), style, self._lang)
        paragraph = scene.Paragraph((run,), scene.ParagraphStyle("right"), end=style)
        box = number_box(self._template)
        return scene.Text(
            "number",
            "Slide number",
            box,
            scene.TextBody((paragraph,), (self._foot_line(run, box, "right"),)),
            "number",
            placeholder=scene.PlaceholderRef("number", 12),
        )

    def _footing(self, text: str, paint: Paint, last: int) -> scene.Text:
        """The footer, as many of its words as the columns up to `last` hold."""
        style = paint.style("caption", FOOT, "muted", 0)
        box = footer_box(self._template)
        room = emu(columns(self._template, 1, last)[1])
        words = text.split(" ")
        while len(words) > 1 and self._width(" ".join(words), style) > room * SAFETY:
            words = words[:-1]
        run = scene.Run(" ".join(words).rstrip(" ,·–"), style, self._lang)
        paragraph = scene.Paragraph((run,), scene.ParagraphStyle("left"), end=style)
        return scene.Text(
            "footer",
            "Footer",
            box,
            scene.TextBody((paragraph,), (self._foot_line(run, box, "left"),)),
            "footer",
            placeholder=scene.PlaceholderRef("footer", 11),
        )

    def _width(self, text: str, style: scene.TextStyle) -> int:
        typeface = getattr(self._template.fonts, style.font)
        span = Span(text, FaceKey(typeface, style.bold, style.italic))
        return emu(self._gauge.typesetter.prepare((span,)).total * FOOT)

    def _foot_line(self, run: scene.Run, box: scene.Box, align: scene.Align) -> scene.Line:
        """Measured, like all text that writers draw."""
        typeface = getattr(self._template.fonts, run.style.font)
        width = self._width(run.text, run.style)
        x = box.x if align == "left" else box.x + box.cx - width
        baseline = box.y + emu(seat(typeface) * FOOT)
        return scene.Line(x, baseline, width, (scene.Piece(x, width, run.text, run.style),))


def _styled(box: Art | Film) -> bool:
    return isinstance(box, Art) and box.style is not None


def _covered(sheet: Sheet, corner: set[str]) -> bool:
    """Whether something bleeds into a corner of the page."""
    return any(corner <= set(region.bleed) for region in sheet.regions)


def _sections(deck: Deck) -> dict[str, str]:
    """The section that each slide stands in, by the slide's id."""
    found: dict[str, str] = {}
    name = ""
    for slide in deck.slides:
        if isinstance(slide.body, Section):
            name = slide.body.text.plain
        found[slide.id] = name
    return found


def _footer(deck: Deck, template: Template) -> str:
    """The template's footer with the deck's own words; what separates nothing is left out."""
    words = {
        "title": deck.title,
        "author": deck.author or template.speaker.name,
        "event": deck.event.name,
        "date": spoken(deck.event.date or deck.date, deck.lang),
    }
    parts = template.footer.split(" · ")
    for key, value in words.items():
        parts = [part.replace(f"{{{key}}}", value) for part in parts]
    return " · ".join(part.strip() for part in parts if part.strip())


def _jumps(box: Box) -> bool:
    """Whether anything in a box leads to another slide."""
    return any(
        one.link or any(run.link for para in one.paras for run in para.text.runs)
        for one in walk(box)
        if isinstance(one, TextBox)
    )


def titled(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The same boxes, one of them in the title placeholder and read first, if any text can be."""
    texts = [(n, one.box) for n, one in enumerate(placed) if isinstance(one.box, TextBox)]
    if any(box.place == "title" for _, box in texts):
        return placed
    for number, box in texts:
        if not box.place and _flat(box.panel) and any(para.role in TITLES for para in box.paras):
            lent = _roomier(replace(placed[number], box=replace(box, place="title")))
            first = next(n for n, one in texts if not _drawn(one))
            return _first(placed, number, first, lent)
    return placed


def _roomier(lent: Placed) -> Placed:
    """A frame measured before its text was a placeholder's gets the room that those have."""
    box, rect = lent.box, lent.rect
    if not isinstance(box, TextBox) or box.anchor != "top":
        return lent
    return replace(lent, rect=Rect(rect.x, rect.y, rect.w, rect.h * (1 + ROOM)))


def _first(placed: tuple[Placed, ...], number: int, first: int, lent: Placed) -> tuple[Placed, ...]:
    """The title before the first text, unless what it then lies under would cover it."""
    passed = placed[first:number]
    if any(_meet(one.rect, lent.rect) for one in passed):
        return (*placed[:number], lent, *placed[number + 1 :])
    return (*placed[:first], lent, *passed, *placed[number + 1 :])


def _drawn(box: TextBox) -> bool:
    """A card's large numeral: it may be read before the title, for it belongs to it."""
    return all(para.role == "numeral" for para in box.paras)


def _meet(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > 0 and down > 0


def _flat(panel: Panel | None) -> bool:
    """LibreOffice draws every title as a rectangle, so no other form may be one."""
    return panel is None or panel.shape in ("rect", "round")


def name_of(slide: Slide) -> str:
    """What a slide is called where its design shows no title."""
    body = slide.body
    for text in (slide.title, *slide.shout, slide.label, getattr(body, "text", None)):
        plain = getattr(text, "plain", "")
        if plain:
            return str(plain)
    alt = getattr(body, "alt", "") or slide.alt or "; ".join(getattr(body, "formulas", ()))
    return alt or slide.id
