"""A compiled deck as the rules look at it: every text, every page flattened, looked up once.

In: a Deck, a Template, a Scene (or None). Out: a Talk. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from msgspec import Struct

from deckgen.base.diagnostics import Span
from deckgen.outline.model import Columns, Deck, Item, Points, Rows, Slide, Steps, Text
from deckgen.outline.texts import PLAIN, texts
from deckgen.proof.sight import WHOLE, Fault, faults, flat, margins
from deckgen.scene import model as scene
from deckgen.template.model import Template

FURNITURE = frozenset(("footer", "number", "date"))  # what every page carries


class Word(Struct, frozen=True):
    """A text of the outline: its slide, the slide's key that it stands under, the text."""

    slide: Slide
    field: str
    text: Text

    @property
    def span(self) -> Span | None:
        """Where it was typed."""
        return self.text.at.span or self.slide.at.span


class Said(Struct, frozen=True, gc=False):
    """A text on a page: the item that carries it, and what that item is for."""

    item: scene.Item
    frame: scene.Box
    body: scene.TextBody
    role: str

    @property
    def span(self) -> Span | None:
        """Where the first of its words was typed."""
        return self.item.at.span

    @property
    def code(self) -> bool:
        """Whether it is a program."""
        runs = (run for paragraph in self.body.paragraphs for run in paragraph.runs)
        return all(run.style.font == "mono" for run in runs)

    @property
    def plain(self) -> str:
        """Its words, a space between paragraphs."""
        return " ".join("".join(run.text for run in p.runs) for p in self.body.paragraphs)


class Sheet(Struct, frozen=True):
    """A page, its slide, its layout, its items in paint order without groups, and its texts."""

    page: scene.Page
    slide: Slide | None
    layout: scene.Layout
    items: tuple[scene.Item, ...]
    texts: tuple[Said, ...]

    @property
    def name(self) -> str:
        """What a finding calls it."""
        return f"slide `{self.slide.id if self.slide else self.page.id}`"

    @property
    def span(self) -> Span | None:
        """Where its slide was typed."""
        return self.page.at.span

    def says(self, said: Said) -> bool:
        """Whether a text is the slide's headline: its title, or else what its body says alone."""
        text = self.slide and (self.slide.title or getattr(self.slide.body, "text", None))
        return isinstance(text, Text) and _bare(said.plain) == _bare(text.plain)


class Talk:
    """A deck and its pages."""

    def __init__(
        self, deck: Deck, template: Template | None = None, scene_: scene.Scene | None = None
    ) -> None:
        """Without a Scene there are no `sheets`."""
        self.deck = deck
        self.template = template
        self.scene = scene_

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every text of every slide, in order."""
        return tuple(
            Word(slide, field, text)
            for slide in self.deck.slides
            for field, text in _slide_texts(slide)
        )

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        """The pages, in order."""
        if self.scene is None:
            return ()
        layouts = {one.id: one for one in self.scene.layouts}
        slides = {one.at.span: one for one in self.deck.slides}
        master = self.scene.master
        return tuple(
            _sheet(page, slides.get(page.at.span), layouts.get(page.layout, master))
            for page in self.scene.pages
        )

    def faults(self, sheet: Sheet) -> tuple[Fault, ...]:
        """What is wrong with a page to the eye."""
        return self._faults.get(sheet.page.id, ())

    @cached_property
    def _faults(self) -> dict[str, tuple[Fault, ...]]:
        keep = margins(self.template) if self.template is not None else WHOLE
        found = faults(self.scene, keep) if self.scene is not None else ()
        pages = groupby(found, key=lambda fault: fault.page)
        return {page: tuple(some) for page, some in pages}

    @property
    def shown(self) -> tuple[Slide, ...]:
        """The slides that are given, without those that are skipped."""
        return tuple(slide for slide in self.deck.slides if not slide.skip)


def _bare(text: str) -> str:
    """Without spaces, of which some are made unbreakable, and capitals."""
    return "".join(text.split()).casefold()


def _sheet(page: scene.Page, slide: Slide | None, layout: scene.Layout) -> Sheet:
    items = tuple(flat(page.items))
    return Sheet(page, slide, layout, items, tuple(_texts(items)))


def _texts(items: tuple[scene.Item, ...]) -> Iterator[Said]:
    for item in items:
        match item:
            case scene.Text(text=body, frame=frame, role=role):
                yield Said(item, frame, body, role)
            case scene.Shape(text=scene.TextBody() as body, frame=frame, role=role):
                yield Said(item, frame, body, role)
            case scene.Table(rows=rows, frame=frame, role=role):
                cells = (cell for _, row in rows for cell in row)
                yield from (Said(item, frame, cell.text, role) for cell in cells)
            case _:
                pass


def _slide_texts(slide: Slide) -> Iterator[tuple[str, Text]]:
    for field in Slide.__struct_fields__:
        value = getattr(slide, field)
        if value.__class__ not in PLAIN:
            yield from ((field, text) for text in texts(value) if text.runs)


def lists(slide: Slide) -> Iterator[tuple[Item, ...]]:
    """The points of each list of a slide, also of those side by side."""
    body = slide.body
    for block in body.items if isinstance(body, Columns | Rows) else (body,):
        if isinstance(block, Points | Steps):
            yield block.items
