"""`[OUTLINE] [SLIDE]…` as typed → which outlines, which slides; and every form that a talk has.

In: words. Out: places and names. Looks whether files exist and which forms there are; nothing else.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

from deckgen.cli.forms import forms
from deckgen.cli.places import Place, outlines
from deckgen.disk import DiskWorld
from deckgen.remix.variants import TALK, Wanted

_TAG = re.compile(r"\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.ya?ml\Z")


def aimed(words: Sequence[str]) -> tuple[list[Place], tuple[str, ...]]:
    """The outlines, and the words behind them. The first word is one unless it can't be."""
    first = words[0] if words else ""
    named = bool(first) and (os.path.exists(first) or first.endswith((".yaml", ".yml", "/")))
    rest = tuple(words[1:] if named else words)
    return outlines([first] if named else []), rest


def every_form(place: Place) -> list[Wanted]:
    """The whole talk, its variants, and the languages that it is translated into."""
    whole = [talk.wanted for talk in forms([place], TALK, True)]
    return [*whole, *(Wanted(lang=tag) for tag in languages(place))]


def languages(place: Place) -> list[str]:
    """The tags of the translations beside an outline."""
    world, stem = DiskWorld(place.folder), os.path.splitext(place.file)[0]
    found = []
    for name in world.names("."):
        match = _TAG.search(name) if name.startswith(f"{stem}.") else None
        if match and name == f"{stem}{match[0]}" and b"translates" in (world.read(name) or b""):
            found.append(match[1])
    return found


def form(wanted: Wanted) -> str:
    """What people call a form of a talk."""
    return wanted.variant or (f"in {wanted.lang}" if wanted.lang else "the whole talk")
