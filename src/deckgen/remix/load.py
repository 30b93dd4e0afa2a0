"""An outline's path and what is wanted of it → the Deck that says so. The door to the remix.

The passes, in order: the variant's head and slides, reuse, the outline's own reading, the
language. What must not be here: choosing slides for a length (`planner`), looks.
"""

from __future__ import annotations

from deckgen.base.diagnostics import Checked, Diagnostic
from deckgen.outline.growth import Growth, Raw
from deckgen.outline.load import Outline, parsed, understand
from deckgen.outline.model import Deck
from deckgen.remix.reuse import Pins, Reuse
from deckgen.remix.revisions import without
from deckgen.remix.sources import Source
from deckgen.remix.variants import TALK, Wanted
from deckgen.syntax.nodes import Mapping, Node, Sequence
from deckgen.world import World

Found = tuple[Diagnostic, ...]


class Shelves:
    """Outlines that slides are taken from, each read once."""

    def __init__(self, world: World, lang: str = "") -> None:
        """`lang`: the language of the deck that the slides land in."""
        self._world, self._lang = world, lang
        self._sources: dict[str, Checked[Source | None]] = {}
        self._own: dict[str, Outline | None] = {}

    def source(self, path: str, way: tuple[str, ...]) -> Checked[Source | None]:
        """See Shelf.source."""
        if path not in self._sources:
            growth = Reuse((*way, path), self._world, self)
            found = read(path, self._world, growth)
            self._sources[path] = _as_source(path, found)
        return self._sources[path]

    def own(self, path: str) -> Outline | None:
        """See Shelf.own."""
        if path not in self._own:
            self._own[path] = read(path, self._world, _Own()).value
        return self._own[path]


def load(
    path: str, world: World, wanted: Wanted = TALK, pins: Pins | None = None
) -> Checked[Deck | None]:
    """The deck that is wanted. With errors, the deck is what could be made of it."""
    found = outline(path, world, wanted, pins)
    return Checked(found.value.deck if found.value else None, found.diagnostics)


def outline(
    path: str, world: World, wanted: Wanted, pins: Pins | None = None
) -> Checked[Outline | None]:
    """The deck that is wanted, and the nodes that it was read from."""
    growth = Reuse((path,), world, Shelves(world, wanted.lang), wanted, pins)
    return read(path, world, growth)


def read(path: str, world: World, growth: Growth) -> Checked[Outline | None]:
    """An outline, grown."""
    root = parsed(path, world)
    if root.value is None:
        return Checked(None, root.diagnostics)
    found = understand(root.value, path, world, growth)
    return Checked(found.value, ordered((*root.diagnostics, *found.diagnostics), path))


def ordered(found: Found, path: str) -> Found:
    """By place, this outline's findings first; once each."""
    return tuple(dict.fromkeys(sorted(found, key=lambda one: _position(one, path))))


def _position(found: Diagnostic, path: str) -> tuple[bool, str, int, int]:
    span = found.span
    if span is None:
        return False, "", 0, 0
    return span.file != path, span.file, span.line, span.column


class _Own:
    """Growth of an outline seen without what it reuses."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def head(self, root: Mapping) -> Mapping:
        return root

    def slides(self, listed: Sequence) -> tuple[Raw, ...]:
        own = [item for item in listed.items if not _reuses(item)]
        return tuple(
            Raw(without(item, "variants") if isinstance(item, Mapping) else item) for item in own
        )


def _reuses(item: Node) -> bool:
    return isinstance(item, Mapping) and item.get("use") is not None


def _as_source(path: str, found: Checked[Outline | None]) -> Checked[Source | None]:
    errors = [one for one in found.diagnostics if one.severity == "error"]
    source = Source(path, found.value) if found.value else None
    if not errors:
        return Checked(source)
    first = errors[0]
    line = f" (line {first.span.line})" if first.span else ""
    code, severity = ("source-has-errors", "warning") if source else ("source-unreadable", "error")
    many = f"{len(errors)} errors; the first" if len(errors) > 1 else "an error"
    said = f"{path} has {many}{line}: {first.message}"
    hint = f"see them all: deckgen check {path}"
    told = Diagnostic(f"remix/{code}", said, None, severity, (hint,))  # type: ignore[arg-type]
    circles = tuple(one for one in errors if one.code == "remix/circle")
    return Checked(source, circles if len(circles) == len(errors) else (told, *circles))


__all__ = ["Shelves", "Wanted", "load", "ordered", "outline", "read"]
