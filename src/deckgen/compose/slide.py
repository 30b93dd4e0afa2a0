"""A slide → the sheets it may become, in order of preference.

In: a Slide and its Context. Out: Sheets of styled boxes. The dispatch is closed: a new kind
of block makes the type checker point here.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from deckgen.compose import cards, diagram, pages, varied
from deckgen.compose.boxes import Box, Flow, Sheet
from deckgen.compose.clips import Clipped, clip, clipped
from deckgen.compose.code import code
from deckgen.compose.context import Context
from deckgen.compose.dress import dressed
from deckgen.compose.equations import math
from deckgen.compose.figures import Drawn, drawn
from deckgen.compose.frame import BESIDE, Body, framed, picture_box
from deckgen.compose.gallery import gallery
from deckgen.compose.lists import Lined, Listed, lined
from deckgen.compose.navigation import Leading, leading, parts_of, with_way_back
from deckgen.compose.opposition import SIDES, entering
from deckgen.compose.pages import Paged, paged
from deckgen.compose.paras import box, lines
from deckgen.compose.spoken import Spoken, spoken
from deckgen.compose.stats import Counted, counted
from deckgen.outline import model as o

Looked = o.Picture | o.Pictures | o.Code | o.Math | Clipped | Leading

NAMED_LEAST = 28.0  # points of the names of options that have nothing else
AGENDA_LEAST = 32.0  # points of names beside artwork
BRIEF = 24  # characters of such a name
SHORT = 46  # characters: a point that fits one large line beside artwork
FEW = 6
LARGE = 36.0  # points from which a sum alone on its page is set in a figure's letters
SUM_LEAST = 20.0  # points of a sum's terms beside one another; smaller, they stand below


def compose(slide: o.Slide, context: Context) -> tuple[Sheet, ...]:
    """The variants of a slide, best first; layout takes the first that fits comfortably."""
    told = _told(slide)
    return tuple(
        with_way_back(dressed(sheet, context.template), context)
        for sheet in _variants(told, context)
    )


def _told(slide: o.Slide) -> o.Slide:
    """Its picture, film or sound with the slide's `alt:`, where it has none of its own."""
    body = slide.body
    if not slide.alt:
        return slide
    if isinstance(body, o.Picture | o.Clip):
        return slide if body.alt else replace(slide, body=replace(body, alt=slide.alt))
    of_figure = isinstance(body, o.Math | Counted)
    if slide.picture is None or slide.picture.alt or of_figure:
        return slide
    return replace(slide, picture=replace(slide.picture, alt=slide.alt))


def _variants(slide: o.Slide, context: Context) -> tuple[Sheet, ...]:
    block = slide.body
    if isinstance(block, Paged):
        return paged(slide, block, context)
    if isinstance(block, varied.Varied):
        bodies = (*_entering(slide, context), *varied.ways(block), *_turned(block))
        return tuple(_in_frame(slide, body, context) for body in bodies)
    if isinstance(block, Clipped):
        return clipped(slide, block, context)
    if isinstance(block, o.Rows | o.Columns):
        return _side_by_side(slide, block, context)
    return _framed(slide, block, context)


def _entering(slide: o.Slide, context: Context) -> tuple[Body, ...]:
    """Two movements from the page's edges, where the page is theirs and of our own make."""
    block, template = slide.body, context.template
    if not isinstance(block, o.Movements) or len(block.items) != len(SIDES):
        return ()
    if slide.picture or slide.icon or template.base:
        return ()
    key, least = varied.said(block)
    figure = entering(block, template.width, template.grid.margins)
    return (Body(figure, comfort=((key, least),), key=key, bleed="lr", way="facing"),)


def _turned(block: o.Block) -> tuple[Body, ...]:
    """What a diagram also has on a page of its own: its layers below one another."""
    return (diagram.downward(block),) if isinstance(block, o.Diagram) else ()


def _framed(slide: o.Slide, block: o.Block, context: Context) -> tuple[Sheet, ...]:
    """The variants of what stands below a title, in the frame that most slides share."""
    match block:
        case o.Options():
            return _options(slide, block, context)
        case o.Dimensions():
            return _dimensions(slide, block, context)
        case o.Sum():
            return _sum(slide, block, context)
        case o.Points() | o.Steps() | o.Paragraphs():
            return _listed(slide, block, context)
        case o.Agenda():
            return _agenda(slide, block, context)
        case o.Blank() if slide.shout or slide.title:
            return _blank(slide, context)
        case _:
            return (_plain(slide, block, context),)


def figure(block: o.Block, slide: o.Slide, context: Context) -> Box:
    """What a block looks like inside its frame."""
    if isinstance(block, Listed | Lined):
        return lined(block, context)
    if isinstance(block, Drawn):
        return drawn(block, context.template.width)
    if isinstance(block, varied.Varied):
        return varied.ways(block)[-1].box
    if isinstance(block, Counted):
        return counted(block, slide.alt, slide.lang or context.deck.lang)
    if isinstance(block, cards.Carded):
        return cards.carded(block)
    if isinstance(block, o.Rows | o.Columns):
        return _several(block, slide, context, narrow=False)
    if isinstance(block, Spoken):
        return spoken(block)
    return _looked_at(block, slide, context)


def _looked_at(
    block: o.Picture | o.Pictures | o.Code | o.Math | Clipped | Leading,
    slide: o.Slide,
    context: Context,
) -> Box:
    match block:
        case o.Picture():
            return picture_box(block)
        case o.Video() | o.Audio():
            return clip(block)
        case o.Pictures():
            return gallery(block, context)
        case o.Code():
            return code(block, slide, context)
        case o.Math():
            return math(block, slide, context)
        case o.Agenda() | o.Menu():
            return leading(block, slide, context)
        case _:
            assert_never(block)


def _options(slide: o.Slide, block: o.Options, context: Context) -> tuple[Sheet, ...]:
    columns, rows, bands = cards.options(block)
    key, name = "note/option", "big/named"
    bodies: tuple[Body, ...] = (
        Body(columns, comfort=(("note", 20),), key="note", way="columns"),
        Body(rows, comfort=((key, 18),), key=key, way="rows"),
        Body(bands, key=key, way="bands"),
    )
    if not any(one.points for one in block.items) and len(block.items) <= cards.MANY:
        # Names too long for cards that stand side by side have the page's width each.
        large = Body(cards.named(block), comfort=((name, NAMED_LEAST),), key=name, way="columns")
        bodies = (large, replace(bodies[2], key="name/option"), bodies[1])
    return tuple(framed(slide, context, "options", body) for body in bodies)


def _sum(slide: o.Slide, block: o.Sum, context: Context) -> tuple[Sheet, ...]:
    large = Body(cards.total(block, "big"), comfort=(("big/sum", LARGE),), key="big/sum", way="row")
    row = Body(cards.total(block), comfort=(("name/sum", SUM_LEAST),), key="name/sum", way="row")
    stack = Body(cards.stacked_total(block), key="name/sum", way="rows")
    return tuple(framed(slide, context, "sum", body) for body in (large, row, stack))


def _dimensions(slide: o.Slide, block: o.Dimensions, context: Context) -> tuple[Sheet, ...]:
    grid, rows = cards.dimensions(block)
    # Cards that are rules hang from their upper edge, over nothing: there, rows are better.
    ruled = (("name", 22.0),) if context.template.panels == "rule" else ()
    bodies = (
        Body(grid, comfort=(("name", 26),), key="name", way="cards"),
        Body(rows, comfort=ruled, key="name", way="rows"),
    )
    bodies = bodies[::-1] if ruled else bodies
    return tuple(framed(slide, context, "dimensions", body) for body in bodies)


def _plain(slide: o.Slide, block: o.Block, context: Context) -> Sheet:
    """The frame with the block's figure in it."""
    return _in_frame(slide, Body(figure(block, slide, context), wires=varied.wires(block)), context)


def _in_frame(slide: o.Slide, body: Body, context: Context) -> Sheet:
    """A body below its title; beside its picture, if it has one."""
    name = type(slide.body).__name__.lower()
    body = replace(body, box=_under_shouts(body.box, slide))
    if slide.picture:
        body = replace(body, columns=BESIDE, aside=picture_box(slide.picture))
    return framed(slide, context, name, body)


def _under_shouts(main: Box, slide: o.Slide) -> Box:
    if not slide.shout:
        return main
    shout = box(*lines(slide.shout, "stack", 0.1), name="shout")
    rest = main if isinstance(slide.body, Listed) else _growing(main)
    return Flow("column", (shout, rest), gap=18)


def _side_by_side(slide: o.Slide, block: o.Rows | o.Columns, context: Context) -> tuple[Sheet, ...]:
    """Bodies in the shape that they prefer; else their cards below one another."""
    wires = varied.wires(block)
    sums = any(isinstance(one, o.Sum) for one in block.items)
    comfort = (("name/sum", SUM_LEAST),) if sums else ()
    usual = Body(_several(block, slide, context, narrow=False), wires=wires, comfort=comfort)
    if not any(isinstance(one, cards.Carded) for one in block.items):
        return (_in_frame(slide, usual, context),)
    slim = Body(_several(block, slide, context, narrow=True), wires=wires, way="narrow")
    return _in_frame(slide, replace(usual, way="wide"), context), _in_frame(slide, slim, context)


def _several(block: o.Rows | o.Columns, slide: o.Slide, context: Context, *, narrow: bool) -> Box:
    """Bodies side by side, or below one another: lists as high as they are, figures the rest."""
    bodies = [
        cards.narrow(one)
        if narrow and isinstance(one, cards.Carded)
        else figure(one, slide, context)
        for one in block.items
    ]
    if isinstance(block, o.Columns):
        return Flow("row", tuple(_growing(body) for body in bodies), gap=32)
    pairs = zip(block.items, bodies, strict=True)
    children = tuple(body if isinstance(one, Listed) else _growing(body) for one, body in pairs)
    return Flow("column", children, gap=24)


def _growing(body: Box) -> Box:
    return Flow("column", (replace(body, grow=body.grow or 1),), grow=1)


def _listed(slide: o.Slide, block: Listed, context: Context) -> tuple[Sheet, ...]:
    """A list: beside its picture; when it is short, large beside artwork; else across the page."""
    full = _plain(slide, block, context)
    if slide.picture or not _short(block):
        return (full,)
    name = type(block).__name__.lower()
    main = _under_shouts(figure(block, slide, context), slide)
    aside = context.art(name)
    if aside is None:
        return (full,)
    comfort = (("body", 24.0), ("title", 32.0))
    beside = Body(main, BESIDE, aside=aside, comfort=comfort, way="art")
    return framed(slide, context, name, beside), replace(full, way="plain")


def _agenda(slide: o.Slide, block: o.Agenda, context: Context) -> tuple[Sheet, ...]:
    """The parts of a talk: short names large beside artwork; else across the page."""
    full = _plain(slide, block, context)
    aside = context.art("agenda")
    names = [text.plain for text in parts_of(block, context.deck)]
    short = len(names) <= FEW and max(map(len, names), default=0) <= BRIEF
    if slide.picture or aside is None or not short:
        return (full,)
    key = "big/agenda"
    main = _under_shouts(figure(block, slide, context), slide)
    beside = Body(main, BESIDE, aside=aside, comfort=((key, AGENDA_LEAST),), key=key, way="art")
    return framed(slide, context, "agenda", beside), replace(full, way="plain")


def _short(block: Listed) -> bool:
    texts = block.text if isinstance(block, o.Paragraphs) else [one.text for one in block.items]
    long = max((len(text.plain) for text in texts), default=0)
    return len(texts) <= FEW and long <= SHORT


def _blank(slide: o.Slide, context: Context) -> tuple[Sheet, ...]:
    """A title or a shout with nothing under it is a statement."""
    if slide.shout:
        first, *rest = slide.shout
        said = replace(slide, shout=())
    else:
        assert slide.title is not None
        first, rest = slide.title, []
        said = replace(slide, title=None)
    return pages.statement(said, o.Statement(first, tuple(rest)), context)
