"""A picture to all edges of its page, and the words on it: a band, a label, where it comes from.

In: a slide whose body is a Picture. Out: its Sheet.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.compose.boxes import Box, Flow, Panel, Region, Sheet
from deckgen.compose.context import Context
from deckgen.compose.frame import picture_box
from deckgen.compose.paras import box, lines, optional, para
from deckgen.outline.model import Picture, Slide, Text
from deckgen.template.model import Margins

CLEAR = 10.0  # points of quiet ground around a label on a picture
SHOUT_LEAST = 56.0  # points down to which a shouted line steps so that it stays one line
CORNER = 60  # characters of a credit that the corner has room for beside other words
PICTURE_LEAST = 190.0  # points of a picture that stay free above shouted words


def picture(slide: Slide, block: Picture, context: Context) -> tuple[Sheet, ...]:
    """A picture to all edges; words on it stand on a band of their own."""
    loud = slide.shout
    name = "shout" if loud else "picture"
    scheme = context.scheme(name, slide.background)
    margins = context.template.grid.margins
    long = _long_credit(slide, block)
    band = _band(slide, margins, long)
    shown = picture_box(replace(block, credit=None) if long else block)
    regions = [
        Region(
            "picture",
            shown,
            top=0,
            bottom=0,
            above="band" if loud else "",
            bleed="ltr" if loud else "ltrb",
            least=PICTURE_LEAST if loud else 0,
        )
    ]
    if band:
        columns, edges = ((1, 12), "lr") if loud else ((1, 7), "l")
        regions.append(
            Region(
                "band",
                band,
                columns,
                bottom=0 if loud else margins.top,
                from_bottom=True,
                bleed=edges,
            )
        )
    if slide.source and not loud:
        regions.append(
            Region(
                "source",
                _corner(slide.source, margins),
                (1, 9),
                bottom=0,
                from_bottom=True,
                bleed="l",
            )
        )
    return (Sheet(name, scheme, tuple(regions), key="shout", number=False),)


def _corner(source: Text, margins: Margins) -> Box:
    """Where a picture comes from, small on a quiet ground in its lower left corner."""
    words = box(
        para(source, "caption", colour="ink"),
        name="source",
        place="caption",
        panel=Panel("paper"),
        pad=(margins.left, 5, 12, 6),
        hug=True,
    )
    return Flow("row", (words,))


def _long_credit(slide: Slide, block: Picture) -> Text | None:
    """A credit that would reach the other words from its corner: it stands with them instead."""
    words = slide.shout or slide.title or slide.label
    if not words or block.credit is None or len(block.credit.plain) <= CORNER:
        return None
    return block.credit


def _band(slide: Slide, margins: Margins, credit: Text | None) -> Box | None:
    """The words of a picture slide: shouted lines large, a title or label smaller."""
    if slide.shout:
        head = slide.title or slide.label
        title = (
            (box(para(head, "lead", colour="muted"), fit="over", name="over", place="title"),)
            if head
            else ()
        )
        first = box(
            *lines(slide.shout, "shout", 0.06),
            name="shout",
            place="" if head else "title",
            tight=SHOUT_LEAST,
        )
        sub = (
            (box(para(slide.sub, "lead", colour="muted"), name="sub", place="sub"),)
            if slide.sub
            else ()
        )
        source = (
            (box(para(slide.source, "caption"), name="source", place="caption"),)
            if slide.source
            else ()
        )
        whose = (box(para(credit, "caption"), name="credit"),) if credit else ()
        return Flow(
            "column",
            (*title, first, *sub, *source, *whose),
            gap=4,
            panel=Panel("paper"),
            pad=(margins.left, 26, margins.right, 34),
            name="band",
        )
    head = slide.title or slide.label
    if head is None:
        return None
    paras = (
        para(head, "stack", colour="on-accent"),
        optional(slide.label if slide.title else slide.sub, "label", before=0.2),
        optional(credit, "label", before=0.2),
    )
    label = box(
        *paras,
        name="title",
        place="title",
        panel=Panel("accent"),
        pad=(margins.left, 18, 32, 20),
        anchor="middle",
    )
    # What is drawn around it may have its colour.
    return Flow("column", (label,), panel=Panel("art-1"), pad=(0, CLEAR, CLEAR, CLEAR), name="band")
