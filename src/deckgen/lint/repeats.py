"""Slides that come twice.

In: a Talk. Out: findings. Notes and minutes don't make a slide another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.lint.rule import Found, Rule
from deckgen.lint.talk import Talk
from deckgen.outline.model import Agenda, Blank, Menu, Slide

MEANT = (Agenda, Blank, Menu)  # come back on purpose


def repeated(talk: Talk) -> Iterator[Found]:
    """Slides that say what an earlier one says."""
    first: dict[Slide, Slide] = {}
    for slide in talk.shown:
        if isinstance(slide.body, MEANT):
            continue
        bare = replace(slide, id="", notes=(), minutes=None, tags=(), only=(), transition="")
        known = first.setdefault(bare, slide)
        if known is not slide:
            message = f"slide `{slide.id}` shows the same as slide `{known.id}`"
            yield Found(message, slide.at.span)


RULES = (
    Rule(
        "lint/repeated-slide",
        "warning",
        "Two slides show the same.",
        "It is left over from copying, or it should be shown by a jump back.",
        "take one of them out, or link to the first: [again](#its-id)",
        "deck",
        repeated,
    ),
)
