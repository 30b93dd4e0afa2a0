"""Whether the talk fits into its time, and the notes into their slides.

In: a Talk. Out: findings about minutes and notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.lint.limits import NOTED, OVER_TIME, RATE, RATE_SLACK, UNDER_TIME
from deckgen.lint.rule import Found, Rule
from deckgen.lint.talk import Talk


def _planned(talk: Talk) -> float:
    return sum(slide.minutes or 0 for slide in talk.shown)


def over(talk: Talk) -> Iterator[Found]:
    """A talk whose slides take longer than the talk."""
    planned, given = _planned(talk), talk.deck.minutes
    if given and planned > given * OVER_TIME:
        message = f"the slides take {planned:g} minutes, the talk has {given:g}"
        hint = f"leave out {planned - given:g} minutes, or mark slides with `skip: true`"
        yield Found(message, talk.deck.at.span, hint)


def under(talk: Talk) -> Iterator[Found]:
    """A talk that is over long before its time, though every slide has its minutes."""
    planned, given = _planned(talk), talk.deck.minutes
    whole = talk.shown and all(slide.minutes is not None for slide in talk.shown)
    if given and whole and planned < given * UNDER_TIME:
        message = f"the slides take {planned:g} minutes of the {given:g} that the talk has"
        yield Found(message, talk.deck.at.span)


def rushed(talk: Talk) -> Iterator[Found]:
    """Notes that take longer to say than their slide has time."""
    for slide in talk.shown:
        count = sum(len(paragraph.split()) for paragraph in slide.notes)
        if slide.minutes and count > slide.minutes * RATE * RATE_SLACK:
            message = (
                f"slide `{slide.id}`: its notes have {count} words, which take"
                f" {count / RATE:.1f} minutes to say; it has {slide.minutes:g}"
            )
            hint = f"cut {count - int(slide.minutes * RATE)} words, or give it more `minutes`"
            yield Found(message, slide.at.span, hint)


def unnoted(talk: Talk) -> Iterator[Found]:
    """Slides without notes in a talk that has notes."""
    shown = talk.shown
    noted = sum(any(one.strip() for one in slide.notes) for slide in shown)
    if not shown or noted <= NOTED * len(shown):
        return
    for slide in shown:
        if not any(one.strip() for one in slide.notes):
            message = f"slide `{slide.id}` has no notes; {noted} of {len(shown)} slides have"
            yield Found(message, slide.at.span)


RULES = (
    Rule(
        "lint/over-time",
        "warning",
        "The slides take longer than the talk.",
        "The sum of the slides' `minutes` is more than the deck's.",
        "leave something out",
        "deck",
        over,
    ),
    Rule(
        "lint/under-time",
        "note",
        "The slides take much less time than the talk has.",
        "Every slide has its `minutes`, and together they are less than three quarters of the"
        " deck's: a slide may have been lost.",
        "give slides more time, or lower the deck's `minutes`",
        "deck",
        under,
    ),
    Rule(
        "lint/rushed",
        "warning",
        "The notes of a slide take longer to say than it has minutes.",
        f"A speaker says about {RATE} words a minute; 125 to 150 is usual.",
        "shorten the notes, or give the slide more `minutes`",
        "deck",
        rushed,
    ),
    Rule(
        "lint/no-notes",
        "note",
        "A slide has no notes, where most of the talk has.",
        "In a talk with notes the slide without them is the one that was forgotten. A talk without"
        " any notes is left alone.",
        "type `notes:` with what you say here",
        "deck",
        unnoted,
    ),
)
