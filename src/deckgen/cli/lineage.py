"""`deckgen search --lineage`: all versions of a slide, each with what it has otherwise."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from deckgen.cli.arguments import UsageError
from deckgen.cli.printer import Printer, shown
from deckgen.disk import DiskWorld
from deckgen.library.search import Version, decks, lineage, names, slides
from deckgen.library.shelves import NAMES
from deckgen.library.store import Store
from deckgen.library.versions import Difference, Slides, differences
from deckgen.outline.suggest import nearest

LONGEST = 160  # characters of a field


def versions(store: Store, typed: str, folders: tuple[str, ...]) -> tuple[Version, ...]:
    """The versions of the slide that was typed, itself first."""
    name, sign, slide = typed.rpartition("#")
    if not sign or not name or not slide:
        raise UsageError(f"deckgen: --lineage {typed}: type a deck, `#` and a slide of it")
    path = _deck(store, name, folders)
    found = lineage(store, path, slide, folders)
    if not found:
        known = slides(store, path)
        if not known:
            raise UsageError(f"deckgen: {name} is not in the library; name its folder with --in")
        near = nearest(slide, known)
        raise UsageError(f"deckgen: {name} has no slide `{slide}`{_hint(near)}")
    return tuple(sorted(found, key=lambda one: (one.path, one.slide) != (path, slide)))


def _deck(store: Store, name: str, folders: tuple[str, ...]) -> str:
    """The outline that is meant: by a deck's name, a folder or a path."""
    for path in (name, *(os.path.join(name, file) for file in NAMES)):
        if os.path.isfile(path):
            return os.path.realpath(path)
    found = decks(store, name, folders)
    if not found:
        near = nearest(name, names(store, folders))
        raise UsageError(f"deckgen: there is no deck `{name}` in the library{_hint(near)}")
    if len(found) > 1:
        paths = " or ".join(shown(path) for path in found)
        raise UsageError(f"deckgen: `{name}` may be {paths}; type the path")
    return found[0]


def _hint(near: tuple[str, ...]) -> str:
    return f"; {near[0]}" if near else ""


def show(found: tuple[Version, ...], printer: Printer) -> list[dict[str, Any]]:
    """Prints the versions, and what differs from the first; gives the records of that."""
    records = []
    read = Slides(DiskWorld)
    first = read.of(found[0])
    for version in found:
        slide = read.of(version)
        others = differences(first, slide) if first and slide else ()
        said = "" if version is found[0] else "the same words" if slide and not others else ""
        records.append(_record(version, others))
        printer.result("\n".join(_lines(version, others, said)), **records[-1])
    if len(found) == 1:
        printer.message("There is one version of this slide.")
    return records


def _lines(version: Version, others: tuple[Difference, ...], said: str) -> Iterator[str]:
    about = " · ".join(filter(None, (version.title, str(version.year or ""), said)))
    yield f"{version.shown}  {about}"
    for one in others:
        yield f"    {one.field}:"
        yield from (f"      {sign} {_short(text)}" for sign, text in _sides(one) if text)


def _sides(one: Difference) -> tuple[tuple[str, str], ...]:
    return ("-", one.before), ("+", one.after)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _record(version: Version, others: tuple[Difference, ...]) -> dict[str, Any]:
    return {
        "slide": version.shown, "file": shown(version.path), "title": version.title,
        "year": version.year, "lang": version.lang,
        "differences": [
            {"field": one.field, "before": one.before, "after": one.after} for one in others
        ],
    }  # fmt: skip
