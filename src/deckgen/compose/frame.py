"""The frame that most slides share: title, line below it, body, conclusion, source.

In: a slide and the box of its body. Out: a Sheet. Special pages are in `pages`.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.compose.boxes import Art, Box, Panel, Photo, Region, Sheet, TextBox, Wire
from deckgen.compose.context import Context
from deckgen.compose.paras import box, lines, para
from deckgen.outline.model import Picture, Slide

HEAD_GAP = 28.0  # between the title and what it is about
FOOT_GAP = 24.0
SUB_GAP = 6.0
WIDE = (1, 12)
BESIDE = (1, 7)  # text columns when something stands beside it
ASIDE = (9, 12)  # … and that thing's columns, to the page's edge


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


def framed(slide: Slide, context: Context, name: str, body: Body) -> Sheet:
    """A sheet with the slide's title, sub, body, conclusion and source around a body."""
    wide = body.columns if body.aside else WIDE
    heads = _heads(slide, wide)
    feet = _feet(slide, wide)
    last, first = (heads[-1].name if heads else ""), (feet[-1].name if feet else "")
    margins = context.template.grid.margins
    main = Region(
        "body",
        body.box,
        body.columns,
        below=last,
        top=body.top if body.top is not None else margins.top,
        gap=HEAD_GAP if last else 0,
        above=first,
        above_gap=FOOT_GAP,
        bleed=body.bleed,
    )
    # Paint order is reading order: what stands lower is read later.
    regions = (*_asides(body), *heads, main, *reversed(feet))
    scheme = context.scheme(name, slide.background)
    return Sheet(name, scheme, regions, body.wires, body.comfort, body.key)


def _asides(body: Body) -> tuple[Region, ...]:
    if body.aside is None:
        return ()
    return (Region("aside", body.aside, ASIDE, top=0, bottom=0, bleed="trb"),)


def _heads(slide: Slide, columns: tuple[int, int]) -> list[Region]:
    found: list[Region] = []
    if slide.kicker:
        found.append(Region("kicker", box(para(slide.kicker, "kicker"), name="kicker"), columns))
    if slide.title:
        below = found[-1].name if found else ""
        title = title_box(slide)
        found.append(Region("title", title, columns, below=below, gap=SUB_GAP if below else 0))
    if slide.sub:
        below = found[-1].name if found else ""
        sub = box(para(slide.sub, "lead", colour="muted"), fit="sub", name="sub", place="sub")
        found.append(Region("sub", sub, columns, below=below, gap=SUB_GAP if below else 0))
    return found


def title_box(slide: Slide) -> TextBox:
    """The slide's title, in the title placeholder."""
    assert slide.title is not None
    return box(para(slide.title, "title"), name="title", place="title", balance=True, max_lines=2)


def _feet(slide: Slide, columns: tuple[int, int]) -> list[Region]:
    """Source and conclusion, from the lower edge upwards."""
    found: list[Region] = []
    if slide.source:
        source = box(para(slide.source, "caption"), name="source", place="caption", balance=True)
        found.append(
            Region("source", source, (columns[0], min(columns[1], 11)), bottom=26, from_bottom=True)
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
    """A photograph, or the template's artwork with a slot for one."""
    return Photo(picture) if picture.file else Art(picture=picture)
