"""What a build has to say about a slide: what does not fit by how much, what no font draws.

In: a slide with its Fitted sheet, a Gauge at its sizes. Out: findings that tell what to cut.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from math import ceil

from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic, Origin, Span
from deckgen.compose.boxes import Box, Equation, Para, TextBox
from deckgen.compose.context import Context
from deckgen.layout import split
from deckgen.layout.arrange import Excess
from deckgen.layout.fit import walk
from deckgen.layout.gauge import Gauge, key_of_equation
from deckgen.layout.page import Laid
from deckgen.outline.model import Contact, Slide, Table
from deckgen.text.model import SAFETY, Atom

CROWD = 3  # words of a table that are too wide: then its columns are too many
MOST = 5  # findings of one sort about one slide
HYPHEN = "write it with a hyphen where it may break, or take a shorter word"
SHORTER = "take a shorter address, or link a word to it: [word](https://…)"
QUOTED = 40  # characters of a text that a finding quotes


def overflowing(laid: Laid, gauge: Gauge) -> Iterator[Diagnostic]:
    """An error for what does not fit: the worst place, and the words that are too wide."""
    over = laid.fitted.over
    wide = [one for one in over if one.reason == "word"]
    words = [found for one in wide for found in _words(laid, one, gauge)]
    if isinstance(laid.slide.body, Table) and len(words) >= CROWD:
        yield _columns(words, laid.slide.body)
    else:
        yield from words[:MOST]
    lines = [one for one in over if one.reason == "lines"]
    rest = [one for one in over if one.reason in ("height", "width")]
    formula = next((one for one in rest if isinstance(one.box, Equation)), None)
    if lines:
        yield _lines(laid, lines[0], gauge)
    elif formula:
        yield _formula(laid, formula, gauge)
    elif rest:
        yield _text(laid, max(rest, key=lambda one: one.points), gauge)
    elif wide and not words:
        yield _crowd(laid)


def missing(laid: Laid, gauge: Gauge) -> Iterator[Diagnostic]:
    """A warning for each text with characters that neither its own nor the symbol face has."""
    return islice(_missing(laid, gauge) if laid.fitted.strange else (), MOST)


def _missing(laid: Laid, gauge: Gauge) -> Iterator[Diagnostic]:
    for box in (box for region in laid.fitted.sheet.regions for box in _texts(region.box)):
        for para, one in zip(box.paras, gauge.measured(box), strict=True):
            if one.words.missing:
                span = para.text.at.span or _span(laid, box)
                yield _unknown(laid.slide.id, one.words.missing, span)


def background(slide: Slide, context: Context) -> Iterator[Diagnostic]:
    """A warning for a background that the template has not."""
    if slide.background and not context.wanted(slide.background):
        yield Diagnostic(
            "layout/background",
            f"slide `{slide.id}`: the template has no background `{slide.background}`",
            slide.background_at.span or slide.at.span,
            "warning",
            (f"backgrounds: {', '.join(context.template.schemes)}",),
        )


def _unknown(slide: str, chars: tuple[str, ...], span: Span | None) -> Diagnostic:
    names = ", ".join(f"`{char}` (U+{ord(char):04X})" for char in chars[:5])
    more = f" and {len(chars) - 5} more" if len(chars) > 5 else ""
    return Diagnostic(
        "text/missing-character",
        f"slide `{slide}`: none of the template's fonts has {names}{more}",
        span,
        "warning",
        ("write it in other characters; what a font lacks looks different on every machine",),
    )


def _words(laid: Laid, one: Excess, gauge: Gauge) -> Iterator[Diagnostic]:
    assert isinstance(one.box, TextBox)
    box = one.box
    inner = one.rect.w - box.pad[0] - box.pad[2]
    for para, measured in zip(box.paras, gauge.measured(box), strict=True):
        size = gauge.sizes[measured.key]
        room = (inner - para.indent * size) * SAFETY
        atom = max(measured.words.atoms, key=lambda atom: atom.safe, default=None)
        if _typed(para) and measured.words.longest * size > room and atom is not None:
            excess = measured.words.longest * size - room
            word = _whole(_word(atom), para)
            address = "://" in word or "@" in word
            yield Diagnostic(
                "overflow/word",
                f"slide `{laid.slide.id}`: the {'address' if address else 'word'} “{word}” is"
                f" {excess:.0f} pt wider than its place, even at {size:g} pt",
                para.text.at.span or _place(laid, word) or _span(laid, box),
                "error",
                (SHORTER if address else HYPHEN,),
            )


def _columns(words: list[Diagnostic], table: Table) -> Diagnostic:
    """One finding for a table that has no room for many of its words, at the first of them."""
    slide, first = words[0].message.split(": ", 1)
    count = len(table.header)
    many = f"{count} columns are too many for its table: " if len(words) >= count else ""
    message = f"{slide}: {many}{first}, and so are {len(words) - 1} more words"
    hints = ("leave columns out, or divide them over several slides", HYPHEN)
    return replace(words[0], message=message, hints=hints)


def _whole(part: str, para: Para) -> str:
    """All of an address of which only a part is too wide."""
    words = (word for word in para.text.plain.split() if part in word)
    found = next(words, part)
    return found if "://" in found or "@" in found else part


def _place(laid: Laid, word: str) -> Span | None:
    """Where an address was typed that has no text of its own."""
    body = laid.slide.body
    if not isinstance(body, Contact):
        return None
    return next((at.span for said, at in _addresses(body) if said == word), None)


def _addresses(body: Contact) -> tuple[tuple[str, Origin], ...]:
    return (body.mail, body.mail_at), (body.site, body.site_at)


def _word(atom: Atom) -> str:
    return "".join(piece.text for piece in atom.pieces)


def _lines(laid: Laid, one: Excess, gauge: Gauge) -> Diagnostic:
    assert isinstance(one.box, TextBox)
    lines = gauge.extent(one.box, one.rect.w).lines
    most = one.box.max_lines
    chars = ceil(_length(one.box) * (lines - most) / lines)
    what = one.box.place or "text"
    return Diagnostic(
        "overflow/lines",
        f"slide `{laid.slide.id}`: its {what} “{_start(one.box)}” takes {lines} lines even at"
        f" {_size(one, gauge):g} pt; {most} are the most",
        _span(laid, one.box),
        "error",
        (f"cut about {chars} characters",),
    )


def _formula(laid: Laid, one: Excess, gauge: Gauge) -> Diagnostic:
    """A formula that is too wide or too high at the least size."""
    assert isinstance(one.box, Equation)
    said = one.box.formulas[0]
    start = said if len(said) <= QUOTED else said[:QUOTED].rstrip() + "…"
    wide = one.reason == "width"
    size = gauge.sizes[key_of_equation(one.box)]
    return Diagnostic(
        "overflow/formula",
        f"slide `{laid.slide.id}`: the formula “{start}” is {one.points:.0f} pt"
        f" {'wider' if wide else 'higher'} than its place, even at {size:g} pt",
        one.box.at.span or laid.slide.at.span,
        "error",
        (
            "break it where it compares: a list under `math:`, one line an item"
            if wide
            else "divide it over two slides, or leave lines out",
        ),
    )


def _text(laid: Laid, one: Excess, gauge: Gauge) -> Diagnostic:
    box = max(
        (box for box in _texts(one.box) if any(map(_typed, box.paras))),
        key=lambda box: gauge.extent(box, one.rect.w).height,
        default=None,
    )
    slide = f"slide `{laid.slide.id}`"
    if box is None:
        axis = "wider" if one.reason == "width" else "higher"
        message = f"{slide}: its figure is {one.points:.0f} pt {axis} than its place"
        hint = "divide the slide in two, or leave out what stands below the figure"
        return Diagnostic("overflow/figure", message, laid.slide.at.span, "error", (hint,))
    if box is not one.box and gauge.extent(box, one.rect.w).height < one.points:
        return _crowd(laid, one.points)
    size = gauge.sizes[gauge.measured(box)[0].key]
    what = "is" if box is one.box else "and what stands with it are"
    message = (
        f"{slide}: “{_start(box)}” {what} {one.points:.0f} pt too high for the slide,"
        f" even at {size:g} pt"
    )
    hint = f"cut about {_surplus(one, box, gauge)} characters, or {_divide(laid.slide)}"
    return Diagnostic("overflow/text", message, _span(laid, box), "error", (hint,))


def _crowd(laid: Laid, points: float = 0) -> Diagnostic:
    """So many parts that no shorter text would help."""
    slide, body = laid.slide, laid.slide.body
    count = len(getattr(body, "items", ()) or getattr(body, "rows", ()))
    kind = type(body).__name__.lower()
    what = f"the {count} parts of its {kind} are" if count > 1 else f"its {kind} is"
    by = f"{points:.0f} pt too high" if points else "too much"
    hint = f"leave some of it out, or {_divide(slide)}"
    message = f"slide `{slide.id}`: {what} {by} for one slide"
    return Diagnostic("overflow/figure", message, slide.at.span, "error", (hint,))


def _typed(para: Para) -> bool:
    """Whether the text is an author's, and not a number that we put there."""
    return para.text.at.span is not None or any(map(str.isalpha, para.text.plain))


def _divide(slide: Slide) -> str:
    """What to do with a slide that deckgen could not divide itself."""
    if type(slide.body) in split.FIELDS:
        return f"divide the slide; it is continued by itself on {split.MOST} slides at most"
    return "divide the slide in two"


def _surplus(one: Excess, box: TextBox, gauge: Gauge) -> int:
    """How many characters stand in the lines that are too many, counted in the largest text's."""
    extent = gauge.extent(box, one.rect.w)
    line = (extent.height - box.pad[1] - box.pad[3]) / max(extent.lines, 1)
    lines = ceil(one.points / line)
    total = sum(_length(inner) for inner in _texts(one.box))
    return max(1, min(total, ceil(lines * _length(box) / max(extent.lines, 1))))


def _size(one: Excess, gauge: Gauge) -> float:
    return min(gauge.sizes[key] for key in one.blame)


def _texts(box: Box) -> Iterator[TextBox]:
    return (one for one in walk(box) if isinstance(one, TextBox))


def _length(box: TextBox) -> int:
    return sum(len(para.text.plain) for para in box.paras)


def _start(box: TextBox) -> str:
    text = " ".join(para.text.plain for para in box.paras)
    return text if len(text) <= QUOTED else text[:QUOTED].rstrip() + "…"


def _span(laid: Laid, box: TextBox) -> Span | None:
    return box.at.span or laid.slide.at.span
