"""Names of decks → their outlines, each read once; and circles found before they close.

In: a name as it is typed after `use:`. Out: the outline, or what is wrong. What must not be here:
which slides are taken (that is `reuse`).
"""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.ids import slug
from deckgen.outline.load import Outline
from deckgen.outline.reader import relocated
from deckgen.outline.suggest import near
from deckgen.world import World

OUTLINE = "deck.yaml"
_ABOVE = 3  # folders above the deck's own in which other decks are looked for
# Where they are looked for, the nearest first.
_UP = tuple("../" * climb + shelf for climb in range(_ABOVE + 1) for shelf in ("", "decks/"))
_SUFFIXES = (".yaml", ".yml")


class Source(Struct, frozen=True):
    """An outline that slides are taken from. `file` is its path in the deck's world."""

    file: str
    outline: Outline
    translated: bool = False  # whether another language than its own is wanted of it
    lang: str = ""  # its own language, where it is not translated into that one


class Place(Struct, frozen=True):
    """Where a deck lies, and what it should be called where its name was typed otherwise."""

    path: str = ""
    name: str = ""


Reach = dict[str, tuple[str, ...]]  # by folder, the names of the decks within its reach


def find(
    name: str, seen_from: str, world: World, after: str = "", reach: Reach | None = None
) -> Checked[Place]:
    """The path of the deck that a name means for the outline `seen_from`; empty without one.

    `after`: a deck that was named before it, whose slide the name may be. `reach` remembers what
    was looked up for other names.
    """
    folder = seen_from.rpartition("/")[0]
    places = _lying(name, folder, world)
    if len(places) > 1:
        return Checked(Place(), (_ambiguous(name, places, folder),))
    if places:
        return Checked(Place(_as_spelled(places[0], world)))
    reach = {} if reach is None else reach
    if folder not in reach:
        reach[folder] = known(folder, world)
    for other in () if "://" in name else _spellings(name, reach[folder]):
        if len(places := _lying(other, folder, world)) == 1:
            return Checked(Place(places[0], other))
    return Checked(Place(), (_missing(name, reach[folder], _special(name, folder, world, after)),))


def _lying(name: str, folder: str, world: World) -> list[str]:
    """The outlines that a name means, exactly as it is typed: those that are nearest."""
    if name.endswith(_SUFFIXES):
        path = joined(folder, name)
        return [world.canonical(path)] if world.size(path) is not None else []
    for places in _places(name, folder):
        found = [world.canonical(path) for path in places if world.size(path) is not None]
        if found:
            return list(dict.fromkeys(found))
    return []


def _as_spelled(path: str, world: World) -> str:
    """A path as its folders spell it: some file systems take `Deck.yaml` for `deck.yaml`."""
    if world.size(path.swapcase()) is None:  # `..` and `/` have no case
        return path
    parts = path.split("/")
    for index in range(max(0, len(parts) - 2), len(parts)):
        names = world.names("/".join(parts[:index]) or ".")
        if parts[index] not in names:
            alike = [one for one in names if one.casefold() == parts[index].casefold()]
            parts[index] = alike[0] if len(alike) == 1 else parts[index]
    return "/".join(parts)


def _spellings(name: str, there: tuple[str, ...]) -> list[str]:
    """Names that were probably meant for sure: another ending, other capitals, a path too much."""
    stem = next((name.removesuffix(end) for end in _SUFFIXES if name.endswith(end)), name)
    found = [f"{up}{stem}{end}" for up in _UP for end in _SUFFIXES]
    if stem != name:
        short = stem.removesuffix("/deck")
        found += [short, short.rpartition("/")[2]]
    word = slug(stem.removesuffix("/deck"))
    alike = [one for one in there if word and slug(one) == word]
    return [*found, *alike] if len(alike) == 1 else found


def shown(name: str) -> str:
    """A path as people name the deck: `../big-society/deck.yaml` is big-society."""
    folder, _, file = name.rpartition("/")
    if file == OUTLINE and folder and not folder.endswith(".."):
        return folder.rpartition("/")[2]
    return file.removesuffix(".yaml").removesuffix(".yml")


def placed(found: tuple[Diagnostic, ...], span: Span | None) -> tuple[Diagnostic, ...]:
    """Findings at the place that caused them."""
    return tuple(Diagnostic(one.code, one.message, span, one.severity, one.hints) for one in found)


def joined(folder: str, path: str) -> str:
    """A path that is typed relative to a folder, relative to the world."""
    parts = [part for part in folder.split("/") if part]
    for part in path.replace("\\", "/").split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _places(name: str, folder: str) -> list[list[str]]:
    """Where a deck of that name may lie, the nearest first."""
    return [
        [joined(folder, f"{up}{name}.yaml"), joined(folder, f"{up}{name}/{OUTLINE}")] for up in _UP
    ]


def known(folder: str, world: World) -> tuple[str, ...]:
    """Names of decks within reach of a folder."""
    found: dict[str, None] = {}
    for up in _UP:
        base = joined(folder, up)
        for name in world.names(base or "."):
            path = f"{base}/{name}" if base else name
            if name.endswith(_SUFFIXES):
                found.setdefault(name.rpartition(".")[0])
            elif "." not in name and world.size(f"{path}/{OUTLINE}") is not None:
                found.setdefault(name)
    return tuple(found)


def _missing(name: str, there: tuple[str, ...], special: tuple[str, ...]) -> Diagnostic:
    names = [other for other in there if other != "deck"]
    word = near(name.rpartition("/")[2].partition(".")[0], names)
    hints = list(special)
    if not hints and word:
        hints.append(f"did you mean `{word}`?")
    if names:
        many = f" and {len(names) - 12} more" if len(names) > 12 else ""
        hints.append(f"decks within reach: {', '.join(names[:12])}{many}")
    hints.append("or type its path: use: ../talks/deck.yaml#slide")
    return Diagnostic("remix/unknown-deck", f"There is no deck `{name}`.", None, "error",
                      tuple(hints))  # fmt: skip


def _special(name: str, folder: str, world: World, after: str) -> tuple[str, ...]:
    """A hint for what is no deck's name at all."""
    if "://" in name:
        return ("slides come from outlines within reach: fetch that one first, then type its path",)
    if name.endswith(".pptx"):
        return ("slides are taken from outlines (.yaml), not from presentations",)
    if after and "/" not in name:
        return (f"for a slide of {after} type `{after}#{name}`",)
    for match in re.finditer(r"\s*[:/\\]\s*|\s+", name):
        deck, slide = name[: match.start()], name[match.end() :]
        if slide and _lying(deck, folder, world):
            return (f"a `#` stands between deck and slide: `{deck}#{slide}`",)
    return ()


def _ambiguous(name: str, paths: list[str], folder: str) -> Diagnostic:
    ways = [relocated(path, "", f"{folder}/x" if folder else "x") for path in paths]
    return Diagnostic(
        "remix/ambiguous-deck",
        f"`{name}` may be {' or '.join(ways)}.",
        None,
        "error",
        tuple(f"type `{way}#…`" for way in ways),
    )
