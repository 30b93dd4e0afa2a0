"""Whether every text can be read: on pictures, in its size, by a voice, without colours.

In: a Talk with pages. Out: findings. What a palette promises is proved when a template is loaded;
contrasts on what really lies under each line are in `places`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from deckgen.lint.limits import SMALLEST, SMALLEST_CAPTION, SMALLEST_TABLE, SMALLEST_TITLE
from deckgen.lint.rule import Found, Rule
from deckgen.lint.sight import covering, pictured, words
from deckgen.lint.talk import FURNITURE, Said, Sheet, Talk
from deckgen.outline.model import Chart
from deckgen.scene import model as scene

QUIET = FURNITURE | {"caption", "kicker", "credit", "label"}
ENOUGH = 3  # findings of one rule about one page


def on_picture(talk: Talk) -> Iterator[Found]:
    """Text that lies on a picture without a field of its own."""
    for sheet in talk.sheets:
        if any(isinstance(item, scene.Picture) for item in sheet.items):
            for said, line in islice(_uncovered(sheet), 1):
                yield Found(
                    f"{sheet.name}: “{words(line)[:40]}” lies on a picture whose colours nobody"
                    " knows",
                    said.span or sheet.span,
                )


def _uncovered(sheet: Sheet) -> Iterator[tuple[Said, scene.Line]]:
    texts = {id(said.item): said for said in sheet.texts if said.role != "table"}
    covers: list[scene.Item] = []
    for item in sheet.items:
        if covering(item):
            covers.append(item)
        said = texts.get(id(item))
        for line in said.body.lines if said else ():
            if said and line.pieces and pictured(line, covers):
                yield said, line


def small(talk: Talk) -> Iterator[Found]:
    """Text that is too small for what it is."""
    for sheet in talk.sheets:
        tiny = (one for said in sheet.texts for one in _tiny(sheet, said))
        yield from islice(tiny, ENOUGH)


def _tiny(sheet: Sheet, said: Said) -> Iterator[Found]:
    pieces = (piece for line in said.body.lines for piece in line.pieces if piece.text.strip())
    least, name = _smallest(sheet, said)
    size = min((piece.style.size for piece in pieces), default=least)
    if size < least:
        yield Found(
            f"{sheet.name}: “{said.plain[:40]}” is set in {size / 100:g} pt;"
            f" {least / 100:g} is the least for {name}",
            said.span or sheet.span,
        )


def _smallest(sheet: Sheet, said: Said) -> tuple[int, str]:
    if said.role in QUIET or said.code:
        return SMALLEST_CAPTION, "small print"
    if said.role == "title" and sheet.says(said):
        return SMALLEST_TITLE, "a title"
    return (SMALLEST_TABLE, "a table") if said.role == "table" else (SMALLEST, "what is read")


def speechless(talk: Talk) -> Iterator[Found]:
    """Text in no language: it is read aloud with the wrong voice and marked as misspelt."""
    for sheet in talk.sheets:
        for said in sheet.texts:
            runs = (run for one in said.body.paragraphs for run in one.runs)
            if any(not run.lang for run in runs):
                yield Found(f"{sheet.name}: “{said.plain[:40]}” is in no language", sheet.span)


def coloured(talk: Talk) -> Iterator[Found]:
    """Parts of a chart that nothing but a colour names, and two of them have the same."""
    for sheet in talk.sheets:
        body = sheet.slide.body if sheet.slide else None
        if isinstance(body, Chart) and body.highlight:
            continue  # what surrounds the one that matters is meant to be alike
        for item in sheet.items:
            colours = _keyed(item) if isinstance(item, scene.Chart) else ()
            if len(set(colours)) < len(colours):
                yield Found(
                    f"{sheet.name}: its chart has {len(colours)} parts and"
                    f" {len(set(colours))} colours to tell them apart",
                    item.at.span or sheet.span,
                )


def _keyed(chart: scene.Chart) -> tuple[str, ...]:
    """The colours that a chart's key explains."""
    if chart.kind in ("pie", "doughnut"):
        return tuple(map(_shade, chart.series[0].colours)) if chart.series else ()
    if chart.kind in ("scatter", "bubble") or len(chart.series) < 2:
        return ()
    return tuple(_shade(one.colours[0]) for one in chart.series)


def _shade(colour: scene.Colour) -> str:
    """A colour and how much of it: tints are told apart."""
    return f"{colour.rgb} {colour.alpha}"


RULES = (
    Rule(
        "lint/text-on-picture",
        "warning",
        "A text lies on a picture without a field of its own.",
        "A photograph is light in one place and dark in another; nobody can promise a contrast.",
        "say it as `label` or `shout`, which get a field, or set it beside the picture",
        "scene",
        on_picture,
    ),
    Rule(
        "lint/too-small",
        "error",
        "A text is smaller than a room can read.",
        "Body text under 16 pt, titles under 24 and captions under 10 are lost on the back rows.",
        "shorten it, divide the slide, or raise the smallest of its role's `sizes` in the template",
        "scene",
        small,
    ),
    Rule(
        "lint/no-language",
        "error",
        "A text carries no language.",
        "A screen reader would speak it with the wrong voice.",
        "type `lang: en-GB` at the deck's top",
        "scene",
        speechless,
    ),
    Rule(
        "lint/colour-only",
        "warning",
        "Parts of a chart are told apart by colour alone, and there are not enough colours.",
        "Two parts of the same colour can't be found in the key; one man in twelve does not see all"
        " of the others either.",
        "take fewer parts, put the small ones together, or `highlight` the one that matters",
        "scene",
        coloured,
    ),
)
