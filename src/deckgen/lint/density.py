"""How much a slide asks of its reader: words, lines, points, levels, sizes, colours, room.

In: a Talk with pages. Out: findings, with the number that is too large.
"""

from __future__ import annotations

from collections.abc import Iterator
from colorsys import rgb_to_hsv
from itertools import islice
from statistics import median_low

from deckgen.base.colour import channels
from deckgen.lint.limits import (
    BULLETS,
    CODE_LINES,
    COLOURS,
    DRIFT,
    EMPTY,
    FULL,
    GREY,
    LEVELS,
    LINES,
    SIZES,
    STEP,
    WORDS,
)  # fmt: skip
from deckgen.lint.rule import Found, Rule
from deckgen.lint.talk import FURNITURE, Said, Sheet, Talk, lists
from deckgen.outline.model import Item, Points, Steps
from deckgen.proof.sight import ink
from deckgen.scene import model as scene

# Texts whose size says what they are: signs and numbers of figures, small print, the title.
APART = FURNITURE | {"title", "caption", "kicker", "sign", "numeral", "shout", "label"}
FORMS = FURNITURE | {"artwork"}


def wordy(talk: Talk) -> Iterator[Found]:
    """Pages with more words than a glance takes in."""
    for sheet, count in zip(talk.sheets, word_counts(talk), strict=True):
        if count > WORDS:
            hint = f"take out {count - WORDS} words; what you say aloud belongs into `notes`"
            yield Found(f"{sheet.name} has {count} words on a page", sheet.span, hint)


def word_counts(talk: Talk) -> list[int]:
    """The words of each page that are read; programs are looked through."""
    return [
        sum(len(said.plain.split()) for said in sheet.texts if not _apart(said, FURNITURE))
        for sheet in talk.sheets
    ]


def _apart(said: Said, roles: frozenset[str]) -> bool:
    return said.role in roles or said.code


def long_texts(talk: Talk) -> Iterator[Found]:
    """Texts of more lines than an eye goes through."""
    for sheet in talk.sheets:
        for said in sheet.texts:
            most = CODE_LINES if said.code else LINES
            if (count := len(said.body.lines)) > most:
                message = f"{sheet.name}: a text has {count} lines; {most} are enough"
                yield Found(message, said.span or sheet.span)


def many_points(talk: Talk) -> Iterator[Found]:
    """Lists of more points than a listener keeps. What the layout divided is counted by page."""
    for sheet in talk.sheets:
        for said in sheet.texts:
            points = (one for one in said.body.paragraphs if one.style.bullet and not one.level)
            if not said.code and (count := sum(1 for _ in points)) > BULLETS:
                message = f"{sheet.name} has {count} points; {BULLETS} are enough"
                yield Found(message, sheet.span)


def deep_points(talk: Talk) -> Iterator[Found]:
    """Points under points under points."""
    for slide in talk.deck.slides:
        for items in lists(slide):
            for deep in islice(_beyond(items, LEVELS), 1):
                words = deep.text.plain[:40]
                message = f"slide `{slide.id}`: “{words}” is a point of the third level"
                yield Found(message, deep.text.at.span or slide.at.span)


def _beyond(items: tuple[Item, ...], levels: int) -> Iterator[Item]:
    for item in items:
        if levels:
            yield from _beyond(item.children, levels - 1)
        else:
            yield item


def lone_points(talk: Talk) -> Iterator[Found]:
    """A list of one point, or a single point under another."""
    for slide in talk.deck.slides:
        for items in lists(slide):
            for lone in islice(_lone(items), 1):
                message = f"slide `{slide.id}`: “{lone.text.plain[:40]}” is a list of one point"
                yield Found(message, lone.text.at.span or slide.at.span)


def _lone(items: tuple[Item, ...]) -> Iterator[Item]:
    if len(items) == 1:
        yield items[0]
    for item in items:
        yield from _lone(item.children)


def many_sizes(talk: Talk) -> Iterator[Found]:
    """Pages whose texts have more sizes than there are things to tell apart."""
    for sheet in talk.sheets:
        main = (said for said in sheet.texts if not _apart(said, APART))
        steps = list(_steps(sorted({p.style.size for said in main for p in _pieces(said)})))
        if len(steps) > SIZES:
            shown = ", ".join(f"{size / 100:g}" for size in steps)
            yield Found(f"{sheet.name} has texts in {len(steps)} sizes: {shown} pt", sheet.span)


def _pieces(said: Said) -> Iterator[scene.Piece]:
    return (piece for line in said.body.lines for piece in line.pieces)


def _steps(sizes: list[int]) -> Iterator[int]:
    """The sizes that are clearly larger than the one before."""
    last = 0
    for size in sizes:
        if size > last * STEP:
            last = size
            yield size


def many_colours(talk: Talk) -> Iterator[Found]:
    """Pages with more colours than can mean something."""
    for sheet in talk.sheets:
        colours = {rgb for rgb in _colours(sheet) if _bright(rgb)}
        if len(colours) > COLOURS:
            yield Found(f"{sheet.name} has {len(colours)} colours besides greys", sheet.span)


def _colours(sheet: Sheet) -> Iterator[str]:
    for item in sheet.items:
        fill = getattr(item, "fill", None)
        if fill is not None and item.role not in FORMS:
            yield fill.rgb
        if isinstance(item, scene.Chart):
            yield from (colour.rgb for one in item.series for colour in one.colours)
    for said in sheet.texts:
        yield from (piece.style.colour.rgb for piece in _pieces(said))


def _bright(rgb: str) -> bool:
    red, green, blue = channels(rgb)
    _, saturation, value = rgb_to_hsv(red / 255, green / 255, blue / 255)
    return saturation * value > GREY


def _bodies(sheet: Sheet) -> Iterator[Said]:
    """The lists of a page that have it to themselves."""
    body = sheet.slide.body if sheet.slide else None
    if isinstance(body, Points | Steps) and len(body.items) > 1:
        yield from (said for said in sheet.texts if said.role == "body" and said.body.lines)


def _filled(said: Said) -> float:
    top, last = ink(said.body.lines[0]), ink(said.body.lines[-1])
    return (last.y + last.cy - top.y) / max(said.frame.cy, 1)


def fills(talk: Talk) -> list[float]:
    """What each list fills of its place."""
    return [_filled(said) for sheet in talk.sheets for said in _bodies(sheet)]


def crowded(talk: Talk) -> Iterator[Found]:
    """Lists that fill their place to its edges."""
    for sheet in talk.sheets:
        for said in _bodies(sheet):
            if (share := _filled(said)) > FULL:
                yield Found(f"{sheet.name}: its list fills {share:.0%} of its place", sheet.span)


def bare(talk: Talk) -> Iterator[Found]:
    """Lists that leave most of their place empty."""
    for sheet in talk.sheets:
        for said in _bodies(sheet):
            if (share := _filled(said)) < EMPTY:
                yield Found(f"{sheet.name}: its list fills {share:.0%} of its place", sheet.span)


def drifting(talk: Talk) -> Iterator[Found]:
    """Lists that are much smaller than the deck's other lists."""
    sizes = [
        (max(p.style.size for p in _pieces(said)), sheet)
        for sheet in talk.sheets
        for said in _bodies(sheet)
    ]
    if len(sizes) < 3:
        return
    usual = median_low([size for size, _ in sizes])
    for size, sheet in sizes:
        if size < usual * DRIFT:
            message = (
                f"{sheet.name}: its list is set in {size / 100:g} pt; {usual / 100:g} is usual"
            )
            yield Found(f"{message} in this deck", sheet.span)


RULES = (
    Rule(
        "lint/wordy",
        "warning",
        f"A page has more than {WORDS} words.",
        "Who reads does not listen; so many words take twenty seconds.",
        "say it aloud, and leave on the slide what should stay",
        "scene",
        wordy,
    ),
    Rule(
        "lint/long-text",
        "warning",
        f"A text has more than {LINES} lines ({CODE_LINES} in a program).",
        "The eye loses its place between so many lines.",
        "divide the slide, or put the text into the notes",
        "scene",
        long_texts,
    ),
    Rule(
        "lint/many-points",
        "warning",
        f"A list has more than {BULLETS} points on a page.",
        "A listener keeps a handful; the rest is read and forgotten.",
        "group them, or divide the list",
        "scene",
        many_points,
    ),
    Rule(
        "lint/deep-points",
        "warning",
        "A list has points on a third level.",
        "Nobody sees from a chair what belongs to what.",
        "make the second level a slide of its own",
        "deck",
        deep_points,
    ),
    Rule(
        "lint/lone-point",
        "warning",
        "A list, or a level of it, has a single point.",
        "One point lists nothing.",
        "say it as a `statement`, or in the point above it",
        "deck",
        lone_points,
    ),
    Rule(
        "lint/many-sizes",
        "warning",
        f"A page has texts in more than {SIZES} sizes.",
        "Sizes say what matters most; so many say nothing. Title, captions, signs and numerals are"
        " not counted, nor steps of less than a quarter.",
        "put fewer different things on the slide",
        "scene",
        many_sizes,
    ),
    Rule(
        "lint/many-colours",
        "warning",
        f"A page has more than {COLOURS} colours besides greys.",
        "A colour means something, or it is noise.",
        "put fewer different things on the slide, or `highlight` one",
        "scene",
        many_colours,
    ),
    Rule(
        "lint/crowded",
        "warning",
        f"A list fills more than {FULL:.0%} of its place.",
        "Nothing is left around it that would lead the eye.",
        "cut a point, or divide the slide",
        "scene",
        crowded,
    ),
    Rule(
        "lint/bare",
        "note",
        f"A list fills less than {EMPTY:.0%} of its place.",
        "A few words in a corner look forgotten.",
        "say it as a `statement`, or give the slide a picture",
        "scene",
        bare,
    ),
    Rule(
        "lint/size-drift",
        "warning",
        "A list is set much smaller than the deck's other lists.",
        "Sizes that change from slide to slide look like an accident.",
        "shorten the list, or divide the slide",
        "scene",
        drifting,
    ),
)
