"""A slide's node → its words: which keys have any, what a translation has to say, their revision.

In: nodes. Out: nodes, keys, texts. What must not be here: translations' files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import structs

from deckgen.outline.growth import Raw
from deckgen.outline.kinds import BODIES
from deckgen.outline.records import Field
from deckgen.outline.values import Type
from deckgen.remix.revisions import revision, same
from deckgen.remix.stock import Taken
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

# Keys of a slide that hold words; all the others mean the same in every language.
WORDED = (
    "kicker", "title", "sub", "label", "shout", "then", "source", "notes", "links", "alt",
    "picture", *BODIES,
)  # fmt: skip
# Keys of the head that hold words. Who speaks and when is the same in every language.
HEADED = ("title", "subtitle", "description", "event")
# Keys inside of bodies whose texts are choices, or names for the machine or the net.
_MUTE = frozenset((
    "by", "file", "poster", "sign", "site", "handle", "hashtag", "mail", "formula", "language",
    "icon", "focus", "date", "type", "scale", "grows", "loop", "mute", "numbers", "now", "part",
    "start", "trim",
))  # fmt: skip
# Keys whose mappings have words as keys.
OPEN = frozenset(("data", "where", "tree"))
_LETTER = re.compile(r"[^\W\d_]")
# An address, an account or a link that shows its own address.
_ADDRESS = re.compile(r"\s*(?:(?:https?://|www\.|@|#)\S+|\[(\S+)\]\(\1\))\s*\Z")


def worded(node: Node) -> tuple[str, ...]:
    """The keys of a slide that have words to translate."""
    if not isinstance(node, Mapping):
        return ()
    return tuple(k.text for k, v in node.entries if k.text in WORDED and any(words(k.text, v)))


def words(key: str, value: Node) -> Iterator[str]:
    """The texts below a key that say something in a language, in order."""
    if key == "code" or (key == "math" and not isinstance(value, Mapping)):
        return  # programs and formulas are the same everywhere
    if isinstance(value, Scalar):
        if not value.empty and _LETTER.search(value.text) and not _ADDRESS.match(value.text):
            yield value.text
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from words("", item)
    else:
        for name, inner in value.entries:
            if key != "where" and (key in OPEN or name.text not in grammar()):
                yield from words("", Scalar(name.text, quoted=True))
            if name.text not in _MUTE:
                yield from words(name.text, inner)


def due(raw: Raw) -> Mapping:
    """What of a slide a translation has to say.

    Of a slide that comes translated from its source, that is what is said otherwise here.
    """
    node = raw.node
    if not isinstance(node, Mapping):
        return Mapping((), node.span)
    kept = [(key, value) for key, value in node.entries if key.text in WORDED]
    if raw.came is not None and raw.came.translated:
        changed = {path.partition(".")[0] for path in raw.came.overrides}
        kept = [(key, value) for key, value in kept if key.text in changed]
    return Mapping(tuple(kept), node.span)


def spoken_as(raw: Raw, other: Taken) -> Raw:
    """A reused slide with its source's words in another language.

    What it says otherwise stays as it is typed; a translation of its own has that.
    """
    node = raw.node
    if not isinstance(node, Mapping) or raw.came is None:
        return raw
    kept = {path.partition(".")[0] for path in raw.came.overrides}
    theirs = {key.text: value for key, value in other.node.entries if key.text in WORDED}
    entries = tuple(
        (key, value if key.text in kept else theirs.get(key.text, value))
        for key, value in node.entries
        if key.text != "lang"
    )
    return structs.replace(
        raw, node=Mapping(entries, node.span, node.flow), ready=None,
        variables={**raw.variables, **other.variables},
        came=structs.replace(raw.came, translated=True),
    )  # fmt: skip


def head(root: Mapping) -> Mapping:
    """What of an outline's head a translation has to say."""
    kept = tuple((key, value) for key, value in root.entries if key.text in HEADED)
    return Mapping(tuple(pair for pair in kept if any(words("", pair[1]))), root.span)


def wording(node: Node) -> str:
    """The revision of a slide's words, which a translation is made of."""
    if not isinstance(node, Mapping):
        return revision(node)
    kept = tuple((k, v) for k, v in node.entries if k.text in WORDED or k.text in HEADED)
    return revision(Mapping(kept, node.span))


def unsaid(source: Mapping, own: Mapping, path: str = "") -> Iterator[tuple[str, bool]]:
    """Paths of words that a translation does not say, and whether they are missing there.

    Those that are not missing are still in the source's words.
    """
    for key, value in source.entries:
        where, other = f"{path}{key.text}", own.get(key.text)
        if key.text in _MUTE or not any(words(key.text, value)):
            continue
        if other is None:
            yield where, True
        elif isinstance(value, Mapping) and isinstance(other, Mapping) and key.text not in OPEN:
            yield from unsaid(value, other, f"{where}.")
        elif same(value, other):
            yield where, False


def overwritten(source: Node, own: Node, key: str = "") -> bool:
    """Whether none of the source's texts stands in its place any longer. `key`: what they are."""
    if isinstance(source, Scalar) or isinstance(own, Scalar):
        typed = own.text.strip() if isinstance(own, Scalar) else None
        return typed not in {one.strip() for one in words("", source)}
    if isinstance(source, Sequence) and isinstance(own, Sequence):
        pairs = zip(source.items, own.items, strict=False)
        return all(overwritten(one, other, key) for one, other in pairs)
    if isinstance(source, Mapping) and isinstance(own, Mapping):
        named = {name.text for name, _ in source.entries} - grammar()
        if key != "where" and named & {name.text for name, _ in own.entries}:
            return False
        # What stands behind a button of a menu is where it leads.
        both = () if key == "menu" else source.entries
        there = ((v, own.get(k.text), k.text) for k, v in both if k.text not in _MUTE)
        return all(other is None or overwritten(v, other, k) for v, other, k in there)
    return True


def uneven(source: Node, own: Node) -> tuple[int, int] | None:
    """How many items a list has in the source and in a translation, where they differ."""
    if isinstance(source, Sequence) and isinstance(own, Sequence):
        if len(source.items) != len(own.items):
            return len(source.items), len(own.items)
        pairs = zip(source.items, own.items, strict=True)
        return next((found for pair in pairs if (found := uneven(*pair))), None)
    if isinstance(source, Mapping) and isinstance(own, Mapping):
        both = ((v, o) for k, v in source.entries if (o := own.get(k.text)) is not None)
        return next((found for pair in both if (found := uneven(*pair))), None)
    return None


@cache
def grammar() -> frozenset[str]:
    """Every key that bodies are typed with."""
    return frozenset((*BODIES, "not", "but", "place", "date", *(field.key for field in _fields())))


@cache
def _fields() -> tuple[Field, ...]:
    found: list[Field] = []
    waiting: list[Any] = [kind.type for kind in BODIES.values()]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        for part in _parts(one):
            if isinstance(part, Field):
                found.append(part)
                waiting.append(part.type)
            elif isinstance(part, Type):
                waiting.append(part)
    return tuple(found)


def _parts(of: Type[Any]) -> Iterator[Any]:
    """The types and fields that a type is made of."""
    for value in vars(of).values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Field | Type):
                yield one
