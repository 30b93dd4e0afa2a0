"""A deck and a form of it → the slides that it has, what was left out, and why.

In: a Deck as its outline says it, a variant's name, the minutes there are. Out: the Deck that is
given, and cuts. What must not be here: the search itself (`knapsack`), printing.
"""

from __future__ import annotations

from functools import reduce
from math import ceil, gcd

from msgspec import Struct, structs

from deckgen.base.diagnostics import Diagnostic, Severity
from deckgen.outline import jumps
from deckgen.outline.model import Contact, Cover, Deck, Section, Slide
from deckgen.outline.suggest import near
from deckgen.remix.knapsack import Piece, choose

# Words a minute: lecturers say 100 to 160 (Tauroza and Allison, "Speech rates in British English",
# Applied Linguistics 11, 1990, have 125 to 160 for lectures to people of other languages).
PACE = 130
USUAL = 2  # the priority of a slide that says none
_EVERY = ("all", "every", "always", "any", "alle", "allemaal", "altijd", "iedereen")
_UNIT = 12  # parts of a minute that are told apart when slides are chosen: five seconds
_STEPS = 20_000  # steps of time that are looked at: more than five hours of seconds


class Cut(Struct, frozen=True):
    """A slide that is left out, and why, in words that go on after its name."""

    slide: Slide
    why: str


class Selection(Struct, frozen=True):
    """The deck that is given. `budget` is None where there is all the time that it takes.

    `minutes` is how long it takes; `proved`, whether no better choice of slides exists.
    """

    deck: Deck
    cuts: tuple[Cut, ...] = ()
    minutes: float = 0.0
    budget: float | None = None
    proved: bool = True
    found: tuple[Diagnostic, ...] = ()


def select(deck: Deck, variant: str = "", budget: float | None = None) -> Selection:
    """The slides of a variant; of those, the ones for which there is time."""
    found = _checked(deck, variant)
    there, away = _there(deck, variant)
    chosen = next((one for one in deck.variants if one.name == variant), None)
    if budget is None and chosen is not None:
        budget = chosen.minutes
    cuts = [Cut(slide, away[slide.id]) for slide in deck.slides if slide.id in away]
    if budget is not None:
        kept, proved = _fitting(there, budget)
        if there and not kept:
            found = (*found, _no_time(deck, budget))
        cuts += _reasons(there, kept)
        there = tuple(slide for slide in there if slide.id in kept)
    else:
        proved = True
    minutes = sum(length(slide) for slide in there)
    slides = jumps.kept(there) if len(there) < len(deck.slides) else there
    made = structs.replace(deck, slides=slides, variant=variant)
    return Selection(made, tuple(cuts), minutes, budget, proved, found)


def length(slide: Slide) -> float:
    """Minutes that a slide takes: as typed, else as long as its notes take to say."""
    if slide.skip:
        return 0.0
    if slide.minutes is not None:
        return slide.minutes
    words = sum(len(paragraph.split()) for paragraph in slide.notes)
    return max(0.5, ceil(2 * words / PACE) / 2) if words else 1.0


def opens(slides: tuple[Slide, ...]) -> tuple[bool, ...]:
    """Which slides open a section that has other slides.

    The contact slide ends a section: it closes the talk, and what follows it is for afterwards.
    """
    bounds = [isinstance(slide.body, (Section, Contact)) for slide in slides[1:]]
    return tuple(
        isinstance(slide.body, Section) and not after
        for slide, after in zip(slides, [*bounds, True][: len(slides)], strict=True)
    )


def _there(deck: Deck, variant: str) -> tuple[tuple[Slide, ...], dict[str, str]]:
    """The slides that the variant has at all; why it has not the others, by id.

    Without variants, `only:` leaves nothing out. A slide goes with those that it needs.
    """
    if not deck.variants or not any(slide.only for slide in deck.slides):
        return deck.slides, {}
    names = {variant} if variant else set()
    names |= {one.audience for one in deck.variants if one.name == variant and one.audience}
    away = {s.id: _elsewhere(s) for s in deck.slides if s.only and not names & set(s.only)}
    needing: dict[str, list[str]] = {}
    for slide in deck.slides:
        for name in slide.needs:
            needing.setdefault(name, []).append(slide.id)
    waiting = list(away)
    while waiting:
        gone = waiting.pop(0)
        for name in needing.get(gone, ()):
            if name not in away:
                away[name] = f"needs {gone}, which {away[gone]}"
                waiting.append(name)
    return tuple(slide for slide in deck.slides if slide.id not in away), away


def _elsewhere(slide: Slide) -> str:
    return f"is only for {' and '.join(slide.only)}"


def _fitting(slides: tuple[Slide, ...], budget: float) -> tuple[set[str], bool]:
    if sum(length(slide) for slide in slides) <= budget:
        return {slide.id for slide in slides}, True
    # Rounded up, so that the whole is never too long; but not for what a float adds to 0.25.
    times = [ceil(round(length(slide) * _UNIT, 6)) for slide in slides]
    limit = int(max(budget, 0) * _UNIT)
    step = reduce(gcd, times, 0) or 1
    # So many steps that only minutes nobody has need them: then the choice is good, not the best.
    rough = limit // step > _STEPS
    step = max(step, ceil(limit / _STEPS))
    places = {slide.id: index for index, slide in enumerate(slides)}
    pieces = tuple(
        Piece(
            ceil(time / step),
            0 if isinstance(slide.body, Cover) else slide.priority or USUAL,
            first,
            tuple(places[name] for name in slide.needs if name in places),
            isinstance(slide.body, Contact) or (isinstance(slide.body, Section) and not first),
        )
        for slide, time, first in zip(slides, times, opens(slides), strict=True)
    )
    choice = choose(pieces, limit // step)
    return {slides[index].id for index in choice.kept}, choice.proved and not rough


def _reasons(slides: tuple[Slide, ...], kept: set[str]) -> list[Cut]:
    found = []
    firsts = opens(slides)
    for index, slide in enumerate(slides):
        if slide.id in kept:
            continue
        away = [name for name in slide.needs if name not in kept]
        if away:
            why = f"needs {' and '.join(away)}, which there is no time for"
        elif firsts[index]:
            why = "opens a section of which nothing is left"
        else:
            why = f"has priority {slide.priority or USUAL} and takes {length(slide):g} min"
        found.append(Cut(slide, why))
    return found


def _checked(deck: Deck, variant: str) -> tuple[Diagnostic, ...]:
    """Names in `only:` and `needs:` that lead nowhere."""
    names = {one.name for one in deck.variants} | {one.audience for one in deck.variants} - {""}
    ids = {slide.id for slide in deck.slides}
    found = []
    for slide in deck.slides:
        if not (slide.only or slide.needs):
            continue
        for name in slide.only:
            if name not in names:
                found.append(_unknown_variant(slide, name, names))
        for name in slide.needs:
            if name not in ids:
                found.append(_unknown_need(slide, name, ids))
    if variant and variant not in {one.name for one in deck.variants}:
        found.append(no_variant(variant, deck))
    return tuple(found)


def no_variant(name: str, deck: Deck) -> Diagnostic:
    """The finding that a variant which is wanted does not exist."""
    names = [one.name for one in deck.variants]
    word = near(name, names)
    hints = [f"did you mean `{word}`?"] if word else []
    hints.append(f"there are: {', '.join(names)}" if names else "type `variants:` in the head")
    message = f"{deck.file} has no variant `{name}`."
    return Diagnostic("remix/unknown-variant", message, deck.at.span, "error", tuple(hints))


def _no_time(deck: Deck, budget: float) -> Diagnostic:
    return Diagnostic(
        "remix/no-time",
        f"In {budget:g} minutes none of the slides can be shown.",
        deck.at.span,
        "error",
        ("give the talk more minutes, or the slides that matter most less",),
    )


def _unknown_variant(slide: Slide, name: str, names: set[str]) -> Diagnostic:
    word = near(name, names)
    hints = [f"did you mean `{word}`?"] if word else []
    if name.casefold() in _EVERY:
        hints.append("leave `only:` out: a slide without it is in every variant")
    elif not word and names:
        hints.append(f"name those that have the slide: {', '.join(sorted(names))}")
    elif not word:
        hints.append("name it below `variants:` in the head")
    message = f"`only:` of {slide.id} names `{name}`, which is no variant or audience."
    return Diagnostic("remix/unknown-variant", message, slide.at.span, "warning", tuple(hints))


def _unknown_need(slide: Slide, name: str, ids: set[str]) -> Diagnostic:
    first, dots, last = name.partition("..")
    word = near(name.rpartition("#")[2], ids)
    if dots and first in ids and last in ids:
        hint = "name each slide: `needs: [one, two]`"
    elif "#" in name and name.rpartition("#")[2] in ids:
        hint = f"type the id alone: `needs: {word}`"
    elif word:
        hint = f"did you mean `{word}`?"
    else:
        hint = "type the id of a slide of this talk; slides of other decks come in by `- use: …`"
    message = f"`{slide.id}` needs `{name}`, which is no slide of this talk."
    severity: Severity = "error" if slide.came is None else "warning"
    return Diagnostic("remix/unknown-slide", message, slide.at.span, severity, (hint,))
