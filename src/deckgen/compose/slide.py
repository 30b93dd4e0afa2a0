"""A slide → the sheets it may become, in order of preference.

In: a Slide and its Context. Out: Sheets of styled boxes. The match below is closed: a new
kind of block makes the type checker point here.
"""

from __future__ import annotations

from typing import assert_never

from deckgen.compose import cards, figures, lists, pages
from deckgen.compose.boxes import Art, Box, Flow, Sheet
from deckgen.compose.context import Context
from deckgen.compose.frame import BESIDE, Body, framed, picture_box
from deckgen.compose.paras import box, lines, para
from deckgen.outline import model as o

__all__ = ["Context", "compose"]

SHORT = 46  # characters: a point that fits one large line beside artwork
FEW = 6


def compose(slide: o.Slide, context: Context) -> tuple[Sheet, ...]:
    """The variants of a slide, best first; layout takes the first that fits comfortably."""
    block = slide.body
    match block:
        case o.Statement() | o.Question():
            return pages.statement(slide, block, context)
        case o.Section():
            return pages.section(slide, block, context)
        case o.Cover():
            return pages.cover(slide, block, context)
        case o.Picture():
            return pages.picture(slide, block, context)
        case o.Quote():
            return pages.quote(slide, block, context)
        case o.Proposition():
            return pages.proposition(slide, block, context)
        case o.Contact():
            return pages.contact(slide, block, context)
        case o.Opposition():
            return pages.opposed(slide, block, context)
        case o.Points() | o.Steps() | o.Paragraphs():
            return _listed(slide, block, context)
        case o.Options():
            columns, rows = cards.options(block)
            return (
                framed(
                    slide, context, "options", Body(columns, comfort=(("note", 20),), key="note")
                ),
                framed(slide, context, "options", Body(rows, key="note/option")),
            )
        case o.Dimensions():
            cards_, rows = cards.dimensions(block)
            name = "dimensions"
            return (
                framed(slide, context, name, Body(cards_, comfort=(("name", 26),), key="name")),
                framed(slide, context, name, Body(rows, key="name")),
            )
        case o.Blank() if slide.shout or slide.title:
            return _blank(slide, context)
        case _:
            return (_plain(slide, block, context),)


def _plain(slide: o.Slide, block: o.Block, context: Context) -> Sheet:
    """The frame with the block's figure in it."""
    name = type(block).__name__.lower()
    main = figure(block, slide, context)
    if slide.shout:
        main = Flow("column", (box(*lines(slide.shout, "stack", 0.1), name="shout"), main), gap=18)
    if slide.picture:
        return framed(
            slide, context, name, Body(main, BESIDE, aside=picture_box(slide.picture, slide.id))
        )
    return framed(slide, context, name, Body(main))


def figure(block: o.Block, slide: o.Slide, context: Context) -> Box:
    """What a block looks like inside its frame."""
    match block:
        case o.Points() | o.Steps():
            return lists.points(block, context)
        case o.Paragraphs():
            return lists.paragraphs(block)
        case o.Words():
            return lists.words(block)
        case o.Pairs():
            return lists.pairs(block)
        case o.Contrast():
            return lists.contrast(block)
        case o.Table():
            return lists.table(block)
        case o.Dimensions():
            return cards.dimensions(block)[0]
        case o.Options():
            return cards.options(block)[0]
        case o.Sum():
            return cards.total(block)
        case o.Process():
            return cards.process(block)
        case o.Chart():
            return cards.chart(block, slide.alt)
        case o.Stats():
            return cards.stats(block)
        case o.Timeline():
            return figures.timeline(block)
        case o.Phases():
            return figures.phases(block)
        case o.Worlds():
            return figures.worlds(block)
        case o.Opposition():
            return figures.opposition(block, bleeding=False)
        case o.Movements():
            return figures.movements(block)
        case o.Funnel():
            return figures.funnel(block)
        case o.Rows() | o.Columns():
            return _several(block, slide, context)
        case o.Picture():
            return picture_box(block, slide.id)
        case _:
            return _spoken(block)


def _spoken(block: o.Block) -> Box:
    """A page kind inside columns or rows: its words, set as running text."""
    match block:
        case o.Statement() | o.Question() | o.Proposition():
            rest = block.questions if isinstance(block, o.Proposition) else ()
            return box(
                para(block.text, "quote"),
                *lines(rest, "then", 0.4),
                name="said",
                anchor="middle",
                balance=not rest,
            )
        case o.Section():
            return box(para(block.text, "big"), name="said", anchor="middle")
        case o.Quote():
            by = (para(block.by, "label", before=0.4),) if block.by else ()
            return box(para(block.text, "quote"), *by, name="said", anchor="middle")
        case o.Cover():
            texts = tuple(text for text in (block.title, block.sub, *block.lines) if text)
            return box(*lines(texts, "lead", 0.3), name="said")
        case o.Contact():
            parts = [part for part in (block.site, block.mail, block.handle, block.hashtag) if part]
            return box(
                *(para(part, "lead", link=True, before=0.2) for part in parts),
                *lines(block.lines, "lead", 0.2),
                name="contact",
            )
        case o.Blank():
            return Flow("column", ())
        case _:
            raise AssertionError(f"{type(block).__name__} has no words of its own")


def _several(block: o.Rows | o.Columns, slide: o.Slide, context: Context) -> Box:
    """Bodies one below the other or side by side; lists take the room they need, figures the rest."""
    axis = "row" if isinstance(block, o.Columns) else "column"
    children = tuple(
        Flow("column", (figure(one, slide, context),), grow=1)
        if axis == "row" or not _is_list(one)
        else figure(one, slide, context)
        for one in block.items
    )
    return Flow(axis, children, gap=32 if axis == "row" else 24)  # type: ignore[arg-type]


def _is_list(block: o.Block) -> bool:
    return isinstance(block, o.Points | o.Steps | o.Paragraphs)


def _listed(
    slide: o.Slide, block: o.Points | o.Steps | o.Paragraphs, context: Context
) -> tuple[Sheet, ...]:
    """A list: beside its picture; when it is short, large beside artwork; else across the page."""
    name = type(block).__name__.lower()
    main = figure(block, slide, context)
    if slide.shout:
        main = Flow("column", (box(*lines(slide.shout, "stack", 0.1), name="shout"), main), gap=18)
    if slide.picture:
        aside = picture_box(slide.picture, slide.id)
        return (framed(slide, context, name, Body(main, BESIDE, aside=aside)),)
    full = framed(slide, context, name, Body(main))
    if not _short(block):
        return (full,)
    aside = Art(slide.id, context.kind(name).art)
    return (
        framed(
            slide,
            context,
            name,
            Body(main, BESIDE, aside=aside, comfort=(("body", 24), ("title", 32))),
        ),
        full,
    )


def _short(block: o.Points | o.Steps | o.Paragraphs) -> bool:
    texts = (
        [item.text for item in block.items]
        if not isinstance(block, o.Paragraphs)
        else list(block.text)
    )
    long = max((len(text.plain) for text in texts), default=0)
    return len(texts) <= FEW and long <= SHORT


def _blank(slide: o.Slide, context: Context) -> tuple[Sheet, ...]:
    """A title or a shout with nothing under it is a statement."""
    text = slide.shout[0] if slide.shout else slide.title
    assert text is not None
    rest = slide.shout[1:] if slide.shout else ()
    from msgspec.structs import replace

    said = replace(slide, title=None if text is slide.title else slide.title, shout=())
    return pages.statement(said, o.Statement(text, rest), context)


def exhaust(block: o.Block) -> None:
    """Tells the type checker that every kind is known here."""
    match block:
        case (
            o.Points()
            | o.Steps()
            | o.Paragraphs()
            | o.Statement()
            | o.Question()
            | o.Quote()
            | o.Proposition()
            | o.Pairs()
            | o.Contrast()
            | o.Words()
            | o.Chart()
            | o.Stats()
            | o.Picture()
            | o.Timeline()
            | o.Phases()
            | o.Process()
            | o.Worlds()
            | o.Opposition()
            | o.Movements()
            | o.Dimensions()
            | o.Options()
            | o.Funnel()
            | o.Sum()
            | o.Cover()
            | o.Section()
            | o.Contact()
            | o.Table()
            | o.Blank()
            | o.Columns()
            | o.Rows()
        ):
            return
        case _:
            assert_never(block)
