"""A deck → its Scene: compose each slide, fit it, keep sizes alike across the deck, paint.

In: Deck, Template, World. Out: `Checked[Scene]`. Fits are memoised: a slide that is equal to
an earlier one, wherever it was typed and in whatever build, is not fitted again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.base.units import emu
from deckgen.compose.boxes import Graph
from deckgen.compose.context import Context
from deckgen.compose.navigation import ways_back
from deckgen.compose.slide import compose
from deckgen.layout import labels
from deckgen.layout.basepages import BASE, BasePages
from deckgen.layout.choice import chosen, on_layout, unknown
from deckgen.layout.fit import Fitted
from deckgen.layout.gauge import Gauge
from deckgen.layout.graphs import fitted
from deckgen.layout.grounds import Grounds
from deckgen.layout.masters import Filled, Masters
from deckgen.layout.memo import Memo
from deckgen.layout.onbase import scaled
from deckgen.layout.page import Laid, Pages
from deckgen.layout.report import background, missing, overflowing
from deckgen.layout.samples import SAMPLES, title_only
from deckgen.layout.seating import seated
from deckgen.layout.sections import sections
from deckgen.layout.settling import settle
from deckgen.layout.split import parts
from deckgen.outline.model import Deck, Slide
from deckgen.scene import model as scene
from deckgen.template.base import Base
from deckgen.template.model import Template
from deckgen.world import World

Progress = Callable[[int, int], None]


def lay_out(
    deck: Deck,
    template: Template,
    world: World,
    progress: Progress | None = None,
    memo: Memo | None = None,
) -> Checked[scene.Scene]:
    """The whole deck as a Scene, with what did not fit. `memo` carries fits between builds."""
    studio = _Studio(deck, template, world, memo or Memo())
    laid: list[Laid] = []
    for number, slide in enumerate(deck.slides, start=1):
        laid.extend(studio.lay(slide))
        if progress:
            progress(number, len(deck.slides))
    laid = studio.harmonise(laid)
    settled = studio.settled(laid)
    return Checked(settled.value, (*studio.findings(laid), *settled.diagnostics))


class _Studio:
    """What one build shares between slides."""

    def __init__(self, deck: Deck, template: Template, world: World, memo: Memo) -> None:
        self._deck = deck
        self._template = template
        self._world = world
        self._memo = memo
        self._gauge = memo.begin(template, world)
        self._album = memo.album(world)
        self._grounds = Grounds(self._gauge)
        self._seen: dict[str, int] = {}
        self._ways = ways_back(deck)

    def lay(self, slide: Slide) -> tuple[Laid, ...]:
        """A slide's sheets: one, or several when its text needs more room than a slide has."""
        context = self._context(slide)
        laid = self._best(slide, context)
        if not laid.fitted.over:
            return (laid,)
        for pieces in parts(slide):
            split: list[Laid] = []
            for piece in pieces:
                split.append(self._best(piece, context))
                if split[-1].fitted.over:
                    break
            else:
                return tuple(split)
        return (laid,)

    def _context(self, slide: Slide) -> Context:
        way = self._ways.get(slide.id, "")
        return Context(self._deck, self._template, self._turn(slide), way)

    def _turn(self, slide: Slide) -> int:
        """How often the template's rhythm has moved on before this slide."""
        kind = type(slide.body).__name__.lower()
        counted = {"kind": kind, "slide": "", "section": "section"}[self._template.turns]
        start = 0 if counted == "section" else -1
        self._seen[counted] = self._seen.get(counted, start) + (counted in ("", kind))
        return self._seen[counted]

    def _best(self, slide: Slide, context: Context) -> Laid:
        """The first variant that is comfortable, else that with the largest text, else the last."""
        tried: list[Fitted] = []
        sheets = chosen(compose(slide, context), slide)
        for sheet in seated(sheets, on_layout(self._template, slide)):
            fitted = self._memo.fit(sheet, self._grounds.gauge(sheet), {})
            tried.append(fitted)
            if _comfortable(fitted):
                return Laid(slide, fitted)
        good = [one for one in tried if not one.over]
        best = max(good, key=lambda one: one.sizes.get(one.sheet.key, 0), default=tried[-1])
        return Laid(slide, best)

    def harmonise(self, laid: list[Laid]) -> list[Laid]:
        """The same role in the same size on all slides of a layout, where that costs one step."""
        caps = self._grounds.caps([one.fitted for one in laid])
        return [
            one if cap is None else Laid(one.slide, self._again(one.fitted, cap))
            for one, cap in zip(laid, caps, strict=True)
        ]

    def _again(self, fitted: Fitted, caps: dict[str, float]) -> Fitted:
        capped = self._memo.fit(fitted.sheet, self._grounds.gauge(fitted.sheet), caps)
        return fitted if capped.over else capped

    def findings(self, laid: list[Laid]) -> Iterator[Diagnostic]:
        """What does not fit, and what no font draws."""
        context = Context(self._deck, self._template)
        for slide in self._deck.slides:
            yield from background(slide, context)
            if slide.layout:
                yield from unknown(slide, compose(slide, context), self._template)
        for one in laid:
            gauge = self._grounds.gauge(one.fitted.sheet)
            gauge.sizes = one.fitted.sizes
            yield from overflowing(one, gauge)
            yield from missing(one, gauge)
            yield from _charts(one, gauge)

    def _samples(self, pages: Pages, filled: list[Filled]) -> list[Filled]:
        """Pages of the commonest kinds, as far as no slide is one."""
        kinds = {one.layout for one in filled}
        found: list[Filled] = []
        for slide in SAMPLES:
            wanted = slide.id == "points" or slide.id not in kinds
            if wanted:
                best = self._best(slide, Context(self._deck, self._template))
                found.append(self._memo.page(pages, Laid(slide, best.fitted), 1))
            if slide.id == "points":
                found.append(title_only(found[-1]))
        return found

    def _on_base(self, laid: list[Laid], base: Base) -> scene.Scene:
        """The same on someone else's file: its layouts, its size, its bytes."""
        pages = BasePages(self._deck, self._grounds, self._album)
        made = tuple(pages.page(one, number).page for number, one in enumerate(laid, start=1))
        data = self._world.read(base.file) or b""
        whole = scene.Scene(
            width=emu(self._template.width),
            height=emu(self._template.height),
            theme=_theme(self._template),
            master=pages.master(),
            pages=made,
            layouts=pages.layouts(),
            properties=_properties(self._deck),
            sections=sections(self._deck.title, [one.slide for one in laid]),
            blobs=self._album.blobs,
        )
        blobs = {**whole.blobs, BASE: data}
        return replace(scaled(whole, base), base=BASE, blobs=blobs)

    def settled(self, laid: list[Laid]) -> Checked[scene.Scene]:
        """The Scene, its pictures ready."""
        return settle(self.scene(laid), self._album)

    def scene(self, laid: list[Laid]) -> scene.Scene:
        """Pages, layouts, theme and properties."""
        if self._template.base is not None:
            return self._on_base(laid, self._template.base)
        masters = Masters(self._template, self._deck.lang)
        pages = Pages(self._deck, self._template, self._gauge, self._album)
        filled = [self._memo.page(pages, one, number) for number, one in enumerate(laid, start=1)]
        return scene.Scene(
            width=emu(self._template.width),
            height=emu(self._template.height),
            theme=_theme(self._template),
            master=masters.master(),
            pages=masters.assign(filled, self._samples(pages, filled)),
            layouts=masters.layouts(),
            properties=_properties(self._deck),
            sections=sections(self._deck.title, [one.slide for one in laid]),
            blobs=self._album.blobs,
        )


def _charts(laid: Laid, gauge: Gauge) -> Iterator[Diagnostic]:
    """What of a chart is drawn otherwise than asked for."""
    for one in laid.fitted.placed:
        if isinstance(one.box, Graph) and not laid.fitted.over:
            found = fitted(one.box, one.rect, gauge)
            yield from labels.findings(laid.slide, found, one.box.chart)


def _comfortable(fitted: Fitted) -> bool:
    wanted = fitted.sheet.comfort
    return not fitted.over and all(fitted.sizes.get(key, least) >= least for key, least in wanted)


def _theme(template: Template) -> scene.Theme:
    colours = tuple((cast(scene.Slot, slot), rgb) for slot, rgb in template.palette.items())
    fonts = template.fonts
    return scene.Theme(
        name=template.title,
        colours=colours,
        heading=fonts.heading,
        body=fonts.body,
        mono=fonts.mono,
        dark=template.dark,
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
