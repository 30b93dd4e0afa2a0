"""`deckgen.lock`: what a talk took from others, as it was when it was taken.

Beside the outlines of a folder lies one lock with a part for each of them. A slide that is pinned
there is built as it was; that its source says something else now is a note until somebody takes
the change (`deckgen update`). In: the lock's text, or what was taken. Out: pins, or the text. What
must not be here: files, deciding what to take.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.remix.reuse import Taken, Use
from deckgen.remix.revisions import revision, used
from deckgen.syntax import printer, tree
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.world import World

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


def place(outline: str) -> str:
    """The lock's path for an outline's."""
    folder, _, _ = outline.rpartition("/")
    return f"{folder}/{NAME}" if folder else NAME


def read(outline: str, world: World) -> Checked[Lock]:
    """The part of an outline; an empty one where there is no lock."""
    data = world.read(place(outline))
    if data is None:
        return Checked(Lock())
    found = parse(data, place(outline))
    return Checked(found.value.get(_name(outline), Lock()), found.diagnostics)


def parse(data: bytes, file: str) -> Checked[dict[str, Lock]]:
    """A lock's text, by outline. What is wrong with it is said, and not used."""
    parsed = tree.parse(data, file)
    root = parsed.value
    if parsed.failed or not isinstance(root, Mapping) or _said(root.get("lock")) != VERSION:
        return Checked({}, (_unreadable(file, root),))
    found: list[Diagnostic] = []
    listed = root.get("decks")
    parts = listed.entries if isinstance(listed, Mapping) else ()
    locks = {key.text: _lock(value, found) for key, value in parts if isinstance(value, Mapping)}
    return Checked(locks, tuple(found))


def write(locks: dict[str, Lock]) -> bytes:
    """The text of a lock; the same for the same pins."""
    decks = Mapping(tuple((Scalar(name), _node(locks[name])) for name in sorted(locks)))
    root = Mapping(((Scalar("lock"), Scalar(VERSION)), (Scalar("decks"), decks)))
    return (_ABOUT + printer.write(root)).encode("utf-8")


def pinned(uses: Iterable[Use], lang: str, made: dict[str, str]) -> Lock:
    """What was taken, as a lock keeps it."""
    picks: dict[tuple[str, str], tuple[str, ...]] = {}
    pins: dict[tuple[str, str, str], Pin] = {}
    for use in uses:
        if use.many:
            picks[use.deck, use.pick] = tuple(one.id for one in use.taken)
        for one in use.taken:
            spoken = lang if one.translated else ""
            variables = used(one.node, one.variables)
            kept = structs.replace(one, variables=variables, home=one.home or _home(use.deck, one))
            now = revision(one.node, variables)
            pins[use.deck, one.id, spoken] = Pin(use.deck, one.id, kept, now, spoken)
    return Lock(picks, pins, made)


def _home(deck: str, one: Taken) -> str:
    """The outline in which a slide was written: the last of the chain."""
    return one.chain[-1].rpartition("#")[0] if one.chain else deck


def _name(outline: str) -> str:
    return outline.rpartition("/")[2]


def _lock(node: Mapping, found: list[Diagnostic]) -> Lock:
    picks = {}
    for entry in _items(node.get("picks")):
        deck, _, pick = _said(entry.get("from")).partition("#")
        names = tuple(_said(one) for one in _nodes(entry.get("slides")))
        picks[deck, _said(entry.get("use")) or pick] = names
    pins = {}
    for entry in _items(node.get("slides")):
        pin = _pin(entry, found)
        if pin is not None:
            pins[pin.deck, pin.slide, pin.lang] = pin
    made = node.get("made")
    hashes = made.entries if isinstance(made, Mapping) else ()
    return Lock(picks, pins, {key.text: _said(value) for key, value in hashes})


def _pin(entry: Mapping, found: list[Diagnostic]) -> Pin | None:
    deck, _, slide = _said(entry.get("from")).partition("#")
    says, variables = entry.get("says"), _texts(entry.get("vars"))
    if not isinstance(says, Mapping):
        found.append(_lies(entry.span, deck, slide))
        return None
    if revision(says, variables) != _said(entry.get("revision")):
        found.append(_lies(entry.span, deck, slide))
        return None
    chain = tuple(_said(one) for one in _nodes(entry.get("by")))
    lang = _said(entry.get("lang"))
    taken = Taken(slide, says, variables, chain, bool(lang), _said(entry.get("home")) or deck)
    return Pin(deck, slide, taken, _said(entry.get("revision")), lang)


def _node(lock: Lock) -> Mapping:
    picks = tuple(
        _mapping({"from": Scalar(deck), "use": Scalar(pick), "slides": _texts_node(names)}, True)
        for (deck, pick), names in sorted(lock.picks.items())
    )
    slides = tuple(_pin_node(lock.pins[key]) for key in sorted(lock.pins))
    parts: dict[str, Node] = {}
    if picks:
        parts["picks"] = Sequence(picks)
    if slides:
        parts["slides"] = Sequence(slides)
    if lock.made:
        parts["made"] = _mapping({k: Scalar(lock.made[k]) for k in sorted(lock.made)})
    return _mapping(parts)


def _pin_node(pin: Pin) -> Mapping:
    one = pin.taken
    parts: dict[str, Node] = {"from": Scalar(f"{pin.deck}#{pin.slide}")}
    parts["revision"] = Scalar(pin.revision, quoted=True)
    if pin.lang:
        parts["lang"] = Scalar(pin.lang)
    if one.chain:
        parts["by"] = _texts_node(one.chain)
    if one.home and one.home != pin.deck:
        parts["home"] = Scalar(one.home)
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
