"""`[OUTLINE] [SLIDE]…` as typed → which outlines, which slides; and every form that a talk has.

In: words. Out: places and names. Looks whether files exist and which forms there are; nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from deckgen.cli.forms import forms
from deckgen.cli.places import Place, outlines
from deckgen.disk import DiskWorld
from deckgen.remix.languages import translations
from deckgen.remix.variants import TALK, Wanted


def aimed(words: Sequence[str]) -> tuple[list[Place], tuple[str, ...]]:
    """The outlines, and the words behind them. The first word is one unless it can't be."""
    first = words[0] if words else ""
    named = bool(first) and (os.path.exists(first) or first.endswith((".yaml", ".yml", "/")))
    rest = tuple(words[1:] if named else words)
    return outlines([first] if named else []), rest


def every_form(place: Place) -> list[Wanted]:
    """The whole talk, its variants, and the languages that it is translated into."""
    whole = [talk.wanted for talk in forms([place], TALK, True)]
    tags = translations(place.file, DiskWorld(place.folder))
    return [*whole, *(Wanted(lang=tag) for tag in tags)]


def form(wanted: Wanted) -> str:
    """What people call a form of a talk."""
    return wanted.variant or (f"in {wanted.lang}" if wanted.lang else "the whole talk")
