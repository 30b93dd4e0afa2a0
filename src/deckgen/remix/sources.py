"""Names of decks → their outlines, each read once; and circles found before they close.

In: a name as it is typed after `use:`. Out: the outline, or what is wrong. What must not be here:
which slides are taken (that is `reuse`).
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.load import Outline
from deckgen.outline.suggest import near
from deckgen.world import World

OUTLINE = "deck.yaml"
_ABOVE = 3  # folders above the deck's own in which other decks are looked for
_SHELF = "decks"


class Source(Struct, frozen=True):
    """An outline that slides are taken from. `file` is its path in the deck's world."""

    file: str
    outline: Outline
    translated: bool = False  # whether another language than its own is wanted of it
    lang: str = ""  # its own language, where it is not translated into that one


def find(name: str, seen_from: str, world: World) -> Checked[str]:
    """The path of the deck that a name means for the outline `seen_from`; empty without one."""
    folder = seen_from.rpartition("/")[0]
    if name.endswith((".yaml", ".yml")):
        path = joined(folder, name)
        if world.size(path) is not None:
            return Checked(world.canonical(path))
        return Checked("", (_missing(name, folder, world),))
    places = [path for path in _places(name, folder) if world.size(path) is not None]
    places = list(dict.fromkeys(world.canonical(path) for path in places))
    nearest = [path for path in places if _depth(path) == _depth(places[0])]
    if len(nearest) > 1:
        return Checked("", (_ambiguous(name, nearest, folder),))
    return Checked(places[0]) if places else Checked("", (_missing(name, folder, world),))


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


def _places(name: str, folder: str) -> list[str]:
    """Where a deck of that name may lie, the nearest first."""
    found = []
    for climb in range(_ABOVE + 1):
        up = "../" * climb
        for shelf in ("", f"{_SHELF}/"):
            found += [f"{up}{shelf}{name}.yaml", f"{up}{shelf}{name}/{OUTLINE}"]
    return [joined(folder, path) for path in found]


def _depth(path: str) -> tuple[int, int]:
    parts = path.split("/")
    return parts.count(".."), parts.count(_SHELF)


def known(folder: str, world: World) -> tuple[str, ...]:
    """Names of decks within reach of a folder."""
    found: dict[str, None] = {}
    for climb in range(_ABOVE + 1):
        for shelf in ("", _SHELF):
            base = joined(folder, "../" * climb + shelf)
            for name in world.names(base or "."):
                path = f"{base}/{name}" if base else name
                if name.endswith((".yaml", ".yml")):
                    found.setdefault(name.rpartition(".")[0])
                elif "." not in name and world.size(f"{path}/{OUTLINE}") is not None:
                    found.setdefault(name)
    return tuple(found)


def _missing(name: str, folder: str, world: World) -> Diagnostic:
    names = [other for other in known(folder, world) if other != "deck"]
    word = near(name.removesuffix(".yaml"), names)
    hints = [f"did you mean `{word}`?"] if word else []
    if names:
        hints.append(f"decks within reach: {', '.join(names[:12])}")
    hints.append("or type its path: use: ../talks/deck.yaml#slide")
    return Diagnostic("remix/unknown-deck", f"There is no deck `{name}`.", None, "error",
                      tuple(hints))  # fmt: skip


def _ambiguous(name: str, paths: list[str], folder: str) -> Diagnostic:
    from deckgen.outline.reader import relocated

    ways = [relocated(path, "", f"{folder}/x" if folder else "x") for path in paths]
    return Diagnostic(
        "remix/ambiguous-deck",
        f"`{name}` may be {' or '.join(ways)}.",
        None,
        "error",
        tuple(f"type `{way}#…`" for way in ways),
    )
