"""The frame that most slides share: title, line below it, body, conclusion, source.

In: a slide and the box of its body. Out: a Sheet. Special pages are in `pages`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from deckgen.compose.boxes import (
    Art,
    Box,
    Cell,
    Flow,
    Layers,
    Mark,
    Panel,
    Photo,
    Region,
    Sheet,
    TextBox,
    Wire,
)
from deckgen.compose.context import Context
from deckgen.compose.icons import beside as with_icon
from deckgen.compose.paras import box, lines, para
from deckgen.outline.model import Picture, Slide, Text
from deckgen.template.model import Head, Template

RULE_GAP = 12.0  # from a title to the rule below it
SOURCE_DROP = 10.0  # how far a source stands in the lower margin
FOOT_GAP = 24.0
SUB_GAP = 6.0
KICKER_GAP = 4.0  # from a kicker in the upper margin to the title
KICKER = 40.0  # points of upper margin in which a kicker has room over the title
KICKER_LONG = 48  # characters of a kicker that surely stays one line there
BESIDE_DRAWN = 14.0  # points from what a template draws there to the kicker
CREDITED = 40.0  # points of its height that such a picture needs
WIDE = (1, 12)
BESIDE = (1, 7)  # text columns when something stands beside it
ASIDE = (9, 12)  # … and that thing's columns, to the page's edge
BEFORE_ART = (1, 8)  # columns of a page's few large words beside artwork
ALONE = (1, 11)  # … and when they have the page to themselves


class Body(Struct, frozen=True):
    """A composed body and what the frame must know about it."""

    box: Box
    columns: tuple[int, int] = WIDE
    comfort: tuple[tuple[str, float], ...] = ()
    key: str = "body"
    wires: tuple[Wire, ...] = ()
    aside: Box | None = None  # to the right, bleeding off the page
    bleed: str = ""
    top: float | None = None  # of the body when there is no title
    way: str = ""  # what `layout:` calls it; see Sheet.way


def framed(slide: Slide, context: Context, name: str, body: Body) -> Sheet:
    """A sheet with the slide's title, sub, body, conclusion and source around a body."""
    wide = body.columns if body.aside else WIDE
    scheme = context.scheme(name, slide.background)
    drawn = _drawn_above(context.template, scheme, name)
    heads = _heads(slide, wide, context, drawn)
    margins = context.template.grid.margins
    shown = with_icon(body.box, slide.icon) if slide.icon else body.box
    feet = _feet(slide, wide, margins.bottom - SOURCE_DROP)
    last, first = (heads[-1].name if heads else ""), (feet[-1].name if feet else "")
    main = Region(
        "body",
        shown,
        body.columns,
        below=last,
        top=body.top if body.top is not None else margins.top,
        gap=context.template.head.gap if last else 0,
        above=first,
        above_gap=FOOT_GAP,
        bleed=body.bleed,
    )
    # Paint order is reading order: what stands lower is read later.
    regions = (*_asides(body), *heads, main, *reversed(feet))
    return Sheet(name, scheme, regions, body.wires, body.comfort, body.key, way=body.way)


def _asides(body: Body) -> tuple[Region, ...]:
    if body.aside is None:
        return ()
    return (Region("aside", body.aside, ASIDE, top=0, bottom=0, bleed="trb"),)


def _heads(slide: Slide, columns: tuple[int, int], context: Context, drawn: float) -> list[Region]:
    head = context.template.head
    align = head.align
    found: list[Region] = []
    lifted = _lifted(slide, context.template)
    if slide.kicker:
        kicker = box(para(slide.kicker, "kicker"), name="kicker", align=align)
        if lifted:
            kicker = replace(kicker, pad=(drawn if align == "left" else 0.0, 0.0, 0.0, 0.0))
        low = context.template.height - context.template.grid.margins.top + KICKER_GAP
        bottom = low if lifted else None
        found.append(Region("kicker", kicker, columns, bottom=bottom, from_bottom=lifted))
    if slide.title:
        below = found[-1].name if found and not lifted else ""
        title = replace(title_box(slide), align=align) if align != "left" else title_box(slide)
        found.append(Region("title", title, columns, below=below, gap=SUB_GAP if below else 0))
    if slide.sub:
        below = found[-1].name if found else ""
        said = para(slide.sub, "lead", colour="muted")
        sub = box(said, fit="sub", name="sub", place="sub", align=align)
        found.append(Region("sub", sub, columns, below=below, gap=SUB_GAP if below else 0))
    if found and head.rule:
        found.append(_rule(head, columns, found[-1].name))
    return found


def _lifted(slide: Slide, template: Template) -> bool:
    """Whether a kicker stands in the upper margin, so that the title keeps its line."""
    if slide.kicker is None or slide.title is None or template.base is not None:
        return False
    long = len(slide.kicker.plain) > KICKER_LONG
    crowded = long or template.footer_at == "top"
    return not crowded and template.grid.margins.top >= KICKER


def _drawn_above(template: Template, scheme: str, kind: str) -> float:
    """Points from the left margin that the template's own shapes over a title leave no room in."""
    margins = template.grid.margins
    ends = (
        one.x + one.w + BESIDE_DRAWN - margins.left
        for one in template.decoration
        if one.titled
        and scheme in one.on
        and (not one.kinds or kind in one.kinds)
        and kind not in one.without
        and margins.left <= one.x < template.width / 2
        and 0 <= one.y <= margins.top - one.h
    )
    return max(ends, default=0.0)


def _rule(head: Head, columns: tuple[int, int], below: str) -> Region:
    """The line that a template draws below its titles."""
    mark = Mark(fill=head.rule_colour, basis=head.rule, thick=head.rule_length, name="rule")
    start: Literal["start", "center"] = "center" if head.align == "center" else "start"
    line = Flow("column", (mark,), align=start if head.rule_length else "stretch")
    return Region("rule", line, columns, below=below, gap=RULE_GAP, height=head.rule)


def title_box(slide: Slide) -> TextBox:
    """The slide's title, in the title placeholder."""
    assert slide.title is not None
    return box(para(slide.title, "title"), name="title", place="title", balance=True, max_lines=2)


def _feet(slide: Slide, columns: tuple[int, int], low: float) -> list[Region]:
    """Source and conclusion, from the lower edge upwards."""
    found: list[Region] = []
    if slide.source:
        source = box(para(slide.source, "caption"), name="source", place="caption", balance=True)
        found.append(
            Region(
                "source", source, (columns[0], min(columns[1], 11)), bottom=low, from_bottom=True
            )
        )
    if slide.then:
        above = found[-1].name if found else ""
        found.append(
            Region("then", conclusion(slide), columns, above=above, above_gap=14, from_bottom=True)
        )
    return found


def conclusion(slide: Slide) -> TextBox:
    """What follows from the slide: a band in the accent."""
    return box(
        *lines(slide.then, "then", 0.1),
        name="conclusion",
        tight=26,
        panel=Panel("accent", "round"),
        pad=(24, 16, 24, 16),
        anchor="middle",
    )


def picture_box(picture: Picture) -> Box:
    """A photograph, or the template's artwork with a slot for one; whose it is in its corner."""
    shown: Box = Photo(picture) if picture.file else Art(picture=picture)
    if picture.credit is None:
        return shown
    corner = Flow("column", (_credit(picture.credit),), justify="end", align="end")
    return Layers((Cell(shown), Cell(corner)), least=CREDITED)


def _credit(text: Text) -> TextBox:
    """Whose picture it is, small on a quiet ground."""
    pad = (12.0, 5.0, 12.0, 6.0)
    return box(para(text, "caption"), name="credit", fit="credit", panel=Panel("paper"), pad=pad)


def beside(art: Box | None, columns: tuple[int, int]) -> tuple[Region, ...]:
    """Artwork or a picture to the page's right edge, where there is one."""
    return (Region("art", art, columns, top=0, bottom=0, bleed="trb"),) if art else ()


def with_and_without(
    art: Box | None, columns: tuple[int, int]
) -> tuple[tuple[Box | None, tuple[int, int], str], ...]:
    """Words in their columns beside artwork; then alone, for words too long for those columns.

    Each with the name that `layout:` has for it.
    """
    alone = (None, ALONE, "plain")
    return ((art, columns, "art"), alone) if art else (alone,)
