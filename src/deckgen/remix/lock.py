"""`deckgen.lock`: what a talk took from others, as it was when it was taken.

Beside the outlines of a folder lies one lock with a part for each of them. A slide that is pinned
there is built as it was; that its source says something else now is a note until somebody takes
the change (`deckgen update`). Outlines are named in it as seen from its folder; in a `Lock` they
are paths of the world. In: the lock's text, or a `Lock`. Out: the other. What must not be here:
files, what a lock is to say (`keeping`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.reader import relocated
from deckgen.remix.reuse import Taken
from deckgen.remix.revisions import revision
from deckgen.remix.sources import joined
from deckgen.syntax import printer, tree
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import World

Seen = Callable[[str], str]  # an outline's path, from another place

NAME = "deckgen.lock"
VERSION = "1"
_ABOUT = (
    "# What the talks in this folder take from others, as it was when it was taken.\n"
    "# deckgen writes this file; `deckgen outdated` says what has changed since, and\n"
    "# `deckgen update` takes the changes. Keep it with the outlines.\n"
)


class Pin(Struct, frozen=True):
    """A slide as it was taken. `lang`: the language it was translated into, or empty."""

    deck: str
    slide: str
    taken: Taken
    revision: str
    lang: str = ""


class Lock(Struct, frozen=True):
    """What one outline took. `made` has the hashes of what else it is built with, by name."""

    picks: dict[tuple[str, str], tuple[str, ...]] = {}
    pins: dict[tuple[str, str, str], Pin] = {}
    made: dict[str, str] = {}

    def members(self, deck: str, pick: str) -> tuple[str, ...] | None:
        """See Pins.members."""
        return self.picks.get((deck, pick))

    def slide(self, deck: str, slide: str, lang: str) -> Taken | None:
        """See Pins.slide."""
        pin = self.pins.get((deck, slide, lang))
        return pin.taken if pin else None

    def decks(self) -> tuple[str, ...]:
        """See Pins.decks."""
        return tuple(dict.fromkeys(deck for deck, _, _ in self.pins))


def place(outline: str) -> str:
    """The lock's path for an outline's."""
    folder, _, _ = outline.rpartition("/")
    return f"{folder}/{NAME}" if folder else NAME


def read(outline: str, world: World) -> Checked[Lock]:
    """The part of an outline; an empty one where there is no lock."""
    data = world.read(place(outline))
    if data is None:
        return Checked(Lock())
    found = parse(data, place(outline), world)
    return Checked(found.value.get(_name(outline), Lock()), found.diagnostics)


def parse(data: bytes, file: str, world: World) -> Checked[dict[str, Lock]]:
    """A lock's text, by outline. What is wrong with it is said, and not used."""
    root = _root(data, file)
    if root.value is None:
        return Checked({}, root.diagnostics)
    folder = file.rpartition("/")[0]
    reading = _Reading(lambda path: world.canonical(joined(folder, path)))
    locks = {
        key.text: reading.lock(value)
        for key, value in _parts(root.value)
        if isinstance(value, Mapping)
    }
    return Checked(locks, tuple(reading.found))


def rewritten(data: bytes | None, outline: str, lock: Lock) -> bytes:
    """A lock's text with another part for one outline; the others' are left as they are."""
    root = None if data is None else _root(data, place(outline)).value
    parts = {key.text: value for key, value in _parts(root)}
    if empty(lock):
        parts.pop(_name(outline), None)
    else:
        parts[_name(outline)] = node(lock, outline)
    decks = Mapping(tuple((Scalar(name), parts[name]) for name in sorted(parts)))
    whole = Mapping(((Scalar("lock"), Scalar(VERSION)), (Scalar("decks"), decks)))
    return (_ABOUT + printer.write(whole)).encode("utf-8")


def empty(lock: Lock) -> bool:
    """Whether a lock says nothing: its outline takes nothing from others."""
    return not lock.picks and not lock.pins


def node(lock: Lock, outline: str) -> Mapping:
    """A lock as it is written down beside an outline."""
    return _node(lock, lambda path: relocated(path, "", outline))


def _root(data: bytes, file: str) -> Checked[Mapping | None]:
    parsed = tree.parse(data, file)
    root = parsed.value
    if parsed.failed or not isinstance(root, Mapping) or _said(root.get("lock")) != VERSION:
        return Checked(None, (_unreadable(file, root),))
    return Checked(root)


def _parts(root: Mapping | None) -> tuple[tuple[Scalar, Node], ...]:
    listed = root.get("decks") if root else None
    return listed.entries if isinstance(listed, Mapping) else ()


def _name(outline: str) -> str:
    return outline.rpartition("/")[2]


class _Reading:
    """Reads the parts of a lock; `found` is what was wrong with them."""

    def __init__(self, seen: Seen) -> None:
        """`seen` makes paths of the lock paths of the world."""
        self._seen = seen
        self.found: list[Diagnostic] = []

    def lock(self, node: Mapping) -> Lock:
        picks = {}
        for entry in _items(node.get("picks")):
            names = tuple(_said(one) for one in _nodes(entry.get("slides")))
            picks[self._seen(_said(entry.get("from"))), _said(entry.get("use"))] = names
        pins = {}
        for entry in _items(node.get("slides")):
            pin = self._pin(entry)
            if pin is not None:
                pins[pin.deck, pin.slide, pin.lang] = pin
        made = node.get("made")
        hashes = made.entries if isinstance(made, Mapping) else ()
        return Lock(picks, pins, {key.text: _said(value) for key, value in hashes})

    def _pin(self, entry: Mapping) -> Pin | None:
        deck, slide = _step(_said(entry.get("from")), self._seen)
        says, variables = entry.get("says"), _texts(entry.get("vars"))
        known = _said(entry.get("revision"))
        if not isinstance(says, Mapping) or revision(says, variables) != known:
            self.found.append(_lies(entry.span, deck, slide))
            return None
        chain = tuple("#".join(_step(_said(one), self._seen)) for one in _nodes(entry.get("by")))
        lang = _said(entry.get("lang"))
        home = self._seen(_said(entry.get("home"))) if entry.get("home") else deck
        taken = Taken(slide, says, variables, chain, bool(lang), home)
        return Pin(deck, slide, taken, known, lang)


def _step(text: str, seen: Seen) -> tuple[str, str]:
    """`big-society/deck.yaml#transitie`, the outline seen from elsewhere."""
    deck, _, slide = text.rpartition("#")
    return seen(deck), slide


def _node(lock: Lock, seen: Seen) -> Mapping:
    picks = tuple(
        _pick_node(seen(deck), pick, lock.picks[deck, pick]) for deck, pick in sorted(lock.picks)
    )
    slides = tuple(_pin_node(lock.pins[key], seen) for key in sorted(lock.pins))
    parts: dict[str, Node] = {}
    if picks:
        parts["picks"] = Sequence(picks)
    if slides:
        parts["slides"] = Sequence(slides)
    if lock.made:
        parts["made"] = _mapping({k: Scalar(lock.made[k]) for k in sorted(lock.made)})
    return _mapping(parts)


def _pick_node(deck: str, pick: str, names: tuple[str, ...]) -> Mapping:
    parts: dict[str, Node] = {"from": Scalar(deck), "use": Scalar(pick)}
    return _mapping({**parts, "slides": _texts_node(names)}, True)


def _pin_node(pin: Pin, seen: Seen) -> Mapping:
    one = pin.taken
    parts: dict[str, Node] = {"from": Scalar(f"{seen(pin.deck)}#{pin.slide}")}
    parts["revision"] = Scalar(pin.revision, quoted=True)
    if pin.lang:
        parts["lang"] = Scalar(pin.lang)
    if one.chain:
        parts["by"] = _texts_node("#".join(_step(step, seen)) for step in one.chain)
    if one.home and one.home != pin.deck:
        parts["home"] = Scalar(seen(one.home))
    if one.variables:
        parts["vars"] = _mapping({k: Scalar(v, quoted=True) for k, v in one.variables.items()})
    parts["says"] = one.node
    return _mapping(parts)


def _mapping(parts: dict[str, Node], flow: bool = False) -> Mapping:
    return Mapping(tuple((Scalar(key), value) for key, value in parts.items()), flow=flow)


def _texts_node(texts: Iterable[str]) -> Sequence:
    return Sequence(tuple(Scalar(text) for text in texts), flow=True)


def _said(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _nodes(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _items(node: Node | None) -> tuple[Mapping, ...]:
    return tuple(item for item in _nodes(node) if isinstance(item, Mapping))


def _texts(node: Node | None) -> dict[str, str]:
    entries = node.entries if isinstance(node, Mapping) else ()
    return {key.text: _said(value) for key, value in entries}


def _lies(span: Span, deck: str, slide: str) -> Diagnostic:
    return Diagnostic(
        "remix/lock-lies",
        f"The lock's words for {deck}#{slide} are not those that were taken.",
        span,
        "error",
        (
            "bring back the file as deckgen wrote it, for example with git",
            f"or take the slide anew: deckgen update {slide}",
        ),
    )


def _unreadable(file: str, root: Node | None) -> Diagnostic:
    span = Span(file, 1, 1, 1, 1)
    version = _said(root.get("lock")) if isinstance(root, Mapping) else ""
    if version and version != VERSION:
        message = f"{file} was written by another version of deckgen (lock: {version})."
        hint = "use that version, or take everything anew: deckgen update"
        return Diagnostic("remix/lock-unreadable", message, span, "error", (hint,))
    return Diagnostic(
        "remix/lock-unreadable",
        f"{file} can't be read.",
        span,
        "error",
        (
            "bring it back as deckgen wrote it, for example with git",
            "or remove it and take everything anew: deckgen update",
        ),
    )
