"""Outlines and what is wanted of them → the talks to build: one each, or every form of it.

In: places and a wish. Out: talks, each with its place. What must not be here: building them.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from deckgen.cli.arguments import UsageError
from deckgen.cli.places import Place
from deckgen.disk import DiskWorld
from deckgen.outline.load import parsed
from deckgen.remix.variants import Wanted, names


class Talk(Struct, frozen=True):
    """An outline, and the form of it that is wanted."""

    place: Place
    wanted: Wanted


def forms(places: list[Place], wanted: Wanted, every: bool = False) -> list[Talk]:
    """The form that is wanted of each outline; with `every`, the whole talk and all its forms."""
    if every and wanted.variant:
        raise UsageError("deckgen: type either --variant or --all-variants")
    found = []
    for place in places:
        wishes = [wanted]
        if every:
            wishes += [replace(wanted, variant=name) for name in _names(place)]
        found += [Talk(replace(place, tail=tail(wish)), wish) for wish in wishes]
    return found


def tail(wanted: Wanted) -> str:
    """What the file of a form is called after the talk's name: `-kort`, `-en`, `-20-min`."""
    parts = [wanted.variant, wanted.lang]
    parts += [f"{wanted.minutes:g}-min"] if wanted.minutes else []
    return "".join(f"-{part}" for part in parts if part)


def _names(place: Place) -> tuple[str, ...]:
    return names(parsed(place.file, DiskWorld(place.folder)).value)
