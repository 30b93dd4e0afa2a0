"""Films and sounds: alone to the page's edges, below a title, upright beside their words.

In: a slide with a Video or an Audio, its Context. Out: Sheets. A film is never cropped.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Film, Flow, Region, Sheet, TextBox
from deckgen.compose.context import Context
from deckgen.compose.frame import BESIDE, Body, framed, picture_box
from deckgen.compose.paras import box, optional
from deckgen.outline.model import Audio, Slide, Video

Clipped = Video | Audio

UPRIGHT = 0.8  # width by height under which a film stands beside its words
GAP = 24.0
NARROW = 150.0  # points that words beside a film need
LONGEST = 480.0  # … and have use for
HEAD = 130.0  # points that title and margins take of a page's height
THEN, LINE = 90.0, 30.0  # … and conclusion, subtitle, source


def clipped(slide: Slide, block: Clipped, context: Context) -> tuple[Sheet, ...]:
    """The page of a film or a sound."""
    if _alone(slide, block):
        return (_whole(slide, block, context),)
    film = Film(block)
    name = type(block).__name__.lower()
    said = _words(slide, block)
    if 0 < film.aspect < UPRIGHT and not slide.picture:
        main: Box = said or Flow("column", ())
        edge = Film(block, lean=1.0)
        return (framed(slide, context, name, Body(main, BESIDE, aside=edge, key="lead")),)
    besides = said is not None and not slide.picture
    body = _beside(film, said, _room(slide, context)) if besides and said else _below(film, said)
    if slide.picture:
        aside = picture_box(slide.picture)
        return (framed(slide, context, name, Body(body, BESIDE, aside=aside)),)
    return (framed(slide, context, name, Body(body, key="lead")),)


def clip(block: Clipped) -> Box:
    """A film inside columns or rows, its words above it, level with its neighbours'."""
    words = box(optional(block.caption, "label", colour="ink"), name="caption")
    return _below(Film(block), words if block.caption else None)


def _alone(slide: Slide, block: Clipped) -> bool:
    said = (slide.title, slide.sub, slide.kicker, slide.label, slide.source, block.caption)
    return not (any(said) or slide.then or slide.shout or slide.picture or slide.links)


def _whole(slide: Slide, block: Clipped, context: Context) -> Sheet:
    """To the page's edges, as far as its proportions go."""
    scheme = context.scheme("picture", slide.background)
    region = Region("body", Film(block), top=0, bottom=0, bleed="ltrb")
    return Sheet("picture", scheme, (region,), number=False)


def _words(slide: Slide, block: Clipped) -> TextBox | None:
    """The name on the slide, and the words that go with it."""
    label = optional(slide.label, "lead", colour="ink")
    caption = optional(block.caption, "lead", before=0.5 if label else 0.0, colour="muted")
    return box(label, caption, name="caption", fit="clip") if label or caption else None


def _below(film: Film, said: TextBox | None) -> Box:
    """Words and the film below them; without words it stands in the middle of its place."""
    if said:
        return Flow("column", (said, Film(film.clip, grow=1)), gap=12)
    return Flow("column", (Film(film.clip, lean=0.5, grow=1),))


def _room(slide: Slide, context: Context) -> tuple[float, float]:
    """About the width and height that a body has."""
    template = context.template
    margins = template.grid.margins
    taken = HEAD + margins.bottom + THEN * bool(slide.then) + LINE * bool(slide.sub)
    taken += LINE * bool(slide.source) + LINE * bool(slide.kicker)
    return template.width - margins.left - margins.right, template.height - taken


def _beside(film: Film, said: TextBox, room: tuple[float, float]) -> Box:
    """Words to the right of the film, in what its height leaves of the width."""
    wide, high = room
    left = wide - high * film.aspect - GAP if film.aspect else wide / 3
    column = Flow("column", (said,), basis=min(max(left, NARROW), LONGEST))
    return Flow("row", (Film(film.clip, grow=1), column), gap=GAP)
