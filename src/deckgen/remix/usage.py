"""A slide of a deck → where a talk uses it, through however many decks.

In: a talk as it was loaded, in its forms. Out: uses, each with the way it came. What must not be
here: looking for talks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, structs

from deckgen.base.diagnostics import Span
from deckgen.outline.model import Slide
from deckgen.remix.load import Loaded
from deckgen.remix.reuse import outdated
from deckgen.world import World


class Usage(Struct, frozen=True):
    """A slide of a talk that was taken from another, directly or through others.

    `source` is the id that was taken, `way` names the decks between, nearest first. `revision` is
    what was taken of the nearest one; `forms` are those of the talk that have the slide.
    """

    source: str
    slide: str
    revision: str
    way: tuple[str, ...]
    overrides: tuple[str, ...]
    forms: tuple[str, ...]
    outdated: bool
    span: Span | None = None


def usages(
    deck: str, slide: str, talks: Iterable[tuple[str, Loaded]], world: World
) -> tuple[Usage, ...]:
    """Where the talk's forms, each with its name, use a slide (empty: any) of the deck at a path.

    The path is one of `world`, in which the talk was loaded.
    """
    found: dict[tuple[str, str], Usage] = {}
    wanted = world.canonical(deck)
    for name, talk in talks:
        for one in _in(talk, wanted, slide, world):
            known = found.get((one.source, one.slide))
            names = (*(known.forms if known else ()), name)
            found[one.source, one.slide] = _with(known or one, names)
    return tuple(found.values())


def _with(one: Usage, forms: tuple[str, ...]) -> Usage:
    return structs.replace(one, forms=forms)


def _in(talk: Loaded, deck: str, wanted: str, world: World) -> Iterator[Usage]:
    stale = {(use.deck, name) for use in talk.grown.uses for name in outdated(use)}
    for slide in talk.selection.deck.slides:
        came = slide.came
        if came is None:
            continue
        for at, (path, name) in enumerate(_steps(slide)):
            if world.canonical(path) == deck and name == (wanted or name):
                way = tuple(f"{path}#{one}" for path, one in _steps(slide)[:at])
                yield Usage(
                    name, slide.id, came.revision, way, came.overrides, (),
                    (came.deck, came.slide) in stale, slide.at.span,
                )  # fmt: skip
                break


def _steps(slide: Slide) -> list[tuple[str, str]]:
    """Decks and slides that a slide came through, nearest first."""
    came = slide.came
    if came is None:
        return []
    parts = (step.rpartition("#") for step in came.chain)
    return [(came.deck, came.slide), *((path, name) for path, _, name in parts)]
