"""`deckgen where`: in which talks a slide is used."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import click
from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.cli import arguments
from deckgen.cli.aimed import every_form, form
from deckgen.cli.arguments import UsageError
from deckgen.cli.places import Place
from deckgen.cli.printer import Printer, shown, where
from deckgen.disk import DiskWorld, read
from deckgen.outline.suggest import near
from deckgen.remix import references
from deckgen.remix.load import Loaded, load, loaded
from deckgen.remix.sources import find
from deckgen.remix.sources import shown as shown_as
from deckgen.remix.usage import Usage, usages
from deckgen.syntax.nodes import Scalar

_DEPTH = 4  # folders below the project's own in which outlines are looked for
_PASSED = frozenset(("build", "dist", "node_modules", "site-packages", "templates"))
_LARGEST = 4_000_000  # bytes; a larger file is no outline
_MOST = 20  # names that a hint lists


class Target(Struct, frozen=True):
    """A deck that was named: its absolute path, its slides' ids, the one that is meant."""

    path: str
    name: str
    slides: tuple[str, ...]
    slide: str = ""


@click.command(epilog="Exit codes: 0 it is used, 1 it is used nowhere, 2 usage.")
@click.argument("reference", metavar="DECK[#SLIDE]")
@arguments.printing
def command(printer: Printer, /, reference: str) -> int:
    """Say in which talks a slide is used, in which forms of them, and at which revision.

    Without a slide, all slides of the deck are looked for. Outlines are looked for in the whole
    project: the folder that git knows, or this one.
    """
    target = _target(reference)
    found = [(place, one) for place in _outlines(_project()) for one in _used(place, target)]
    for name in dict.fromkeys(one.source for _, one in found):
        head = f"{target.name}#{name}\n"
        for place, one in found:
            if one.source == name:
                printer.result(head + _line(place, one), **_record(place, one, target))
                head = ""
    if not found:
        meant = f"{target.name}#{target.slide}" if target.slide else target.name
        printer.message(f"{meant} is used in no other talk")
    return 0 if found else 1


def _target(reference: str) -> Target:
    picks = references.parse(Scalar(reference))
    if len(picks.value) != 1 or picks.value[0].how not in ("slide", "all"):
        raise UsageError(f"deckgen: {reference}: type a deck, or deck#slide")
    pick = picks.value[0]
    named = pick.deck.rstrip("/")
    world = DiskWorld(".")
    inside = os.path.join(named, "deck.yaml") if os.path.isdir(named) else named
    found = find(inside, "deck.yaml", world)
    path = found.value.path
    if not path:
        raise UsageError(f"deckgen: {found.diagnostics[0].message}\n  {_hints(found.diagnostics)}")
    deck = load(os.path.basename(path), DiskWorld(os.path.dirname(path) or ".")).value
    slides = tuple(slide.id for slide in deck.slides) if deck else ()
    if pick.first and pick.first not in slides:
        word = near(pick.first, slides)
        hint = f"did you mean `{word}`?" if word else f"it has: {', '.join(slides[:_MOST])}"
        raise UsageError(f"deckgen: {pick.deck} has no slide `{pick.first}`; {hint}")
    name = shown_as(world.known_as(path))
    return Target(os.path.realpath(path), name, slides, pick.first)


def _hints(found: tuple[Diagnostic, ...]) -> str:
    return "\n  ".join(found[0].hints[:2])


def _project() -> str:
    """The folder above this one that is a repository; this one where none is."""
    here = os.path.abspath(".")
    folder = here
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return here
    return folder


def _outlines(root: str) -> Iterator[Place]:
    """Outlines that take slides from others, in the order of their names."""
    for folder, folders, files in os.walk(root):
        deep = os.path.relpath(folder, root).count(os.sep)
        folders[:] = sorted(
            name for name in folders
            if name not in _PASSED and not name.startswith(".") and deep < _DEPTH
        )  # fmt: skip
        for name in sorted(files):
            path = os.path.join(folder, name)
            if name.endswith((".yaml", ".yml")) and _reuses(path):
                yield Place(os.path.dirname(shown(path)) or ".", name)


def _reuses(path: str) -> bool:
    if os.path.getsize(path) > _LARGEST:
        return False
    data = read(path) or b""
    return b"slides:" in data and b"use:" in data


def _used(place: Place, target: Target) -> tuple[Usage, ...]:
    if os.path.realpath(os.path.join(place.folder, place.file)) == target.path:
        return ()
    world = DiskWorld(place.folder)
    path = os.path.relpath(target.path, os.path.realpath(world.root))
    return usages(path, target.slide, _forms(place, world), world)


def _forms(place: Place, world: DiskWorld) -> Iterator[tuple[str, Loaded]]:
    for wanted in every_form(place):
        found = loaded(place.file, world, wanted).value
        if found is not None:
            yield form(wanted), found


def _line(place: Place, one: Usage) -> str:
    at = where(one.span, DiskWorld(place.folder)) if one.span else place.shown
    parts = [f"revision {one.revision}{', outdated' if one.outdated else ''}"]
    parts += [f"through {' and '.join(one.way)}"] if one.way else []
    parts += [f"changes {', '.join(one.overrides)}"] if one.overrides else []
    parts += [f"in {', '.join(one.forms)}"] if one.forms != ("the whole talk",) else []
    return f"  {at}  {one.slide}: {'; '.join(parts)}"


def _record(place: Place, one: Usage, target: Target) -> dict[str, Any]:
    return {
        "source": f"{target.name}#{one.source}",
        "outline": place.shown,
        "slide": one.slide,
        "revision": one.revision,
        "outdated": one.outdated,
        "through": one.way,
        "overrides": one.overrides,
        "forms": one.forms,
        "line": one.span.line if one.span else None,
    }
