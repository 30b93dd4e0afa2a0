"""`variants:` → the head and the slides as one of them has them.

In: nodes. Out: nodes. A variant's keys of the head hold instead of the deck's; a slide's keys below
`variants: {name: …}` instead of its own. What must not be here: choosing slides (`plan`).
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.outline.grammar import HEAD, VARIANT, VARIANTS
from deckgen.outline.slides import KNOWN
from deckgen.outline.suggest import near
from deckgen.remix.merge import merged
from deckgen.remix.revisions import without
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

_OWN = tuple(field.key for field in VARIANT)
_HEAD = {field.key for field in HEAD} | {"vars"}


class Wanted(Struct, frozen=True):
    """What is wanted of an outline. Empty: the talk as it stands there.

    `lang` is a language tag; `values` go before the outline's own `vars`; `minutes` are those there
    are, where they are others than the variant's; `live`: the lock does not count. `shows`: which
    variants become custom shows of the whole talk: "", those "marked" so, or "all" that can;
    "told": none, but what is wrong with those that are marked is found.
    """

    variant: str = ""
    lang: str = ""
    values: tuple[tuple[str, str], ...] = ()
    minutes: float | None = None
    live: bool = False
    shows: str = ""


TALK = Wanted()


def head(root: Mapping, wanted: Wanted, found: list[Diagnostic]) -> Mapping:
    """The outline's mapping with what is wanted instead of its own keys."""
    chosen = _chosen(root, wanted.variant)
    if chosen is not None:
        root = _merged(root, chosen, found)
    if wanted.lang:
        root = _with(root, "lang", Scalar(wanted.lang, root.span))
    return _with(root, "vars", _filled(root, wanted)) if wanted.values else root


def _filled(root: Mapping, wanted: Wanted) -> Mapping:
    """The outline's variables with values from outside."""
    own = root.get("vars")
    made = own if isinstance(own, Mapping) else Mapping((), root.span)
    for name, value in wanted.values:
        made = _with(made, name, Scalar(value, made.span, True))
    return made


def _with(node: Mapping, name: str, value: Node) -> Mapping:
    """A mapping in which a key has another value; the key comes last where it is new."""
    entries = [(k, value if k.text == name else v) for k, v in node.entries]
    if node.get(name) is None:
        entries.append((Scalar(name, node.span), value))
    return Mapping(tuple(entries), node.span, node.flow)


def _merged(root: Mapping, chosen: Mapping, found: list[Diagnostic]) -> Mapping:
    known = tuple((key, value) for key, value in chosen.entries if key.text in _HEAD)
    made = merged(without(root, "slides", VARIANTS), Mapping(known, chosen.span), "the deck")
    rest = tuple((k, v) for k, v in root.entries if k.text in ("slides", VARIANTS))
    found += [one for one in made.found if one.severity == "error"]
    return Mapping((*made.node.entries, *rest), root.span, root.flow)


def names(root: Node | None) -> tuple[str, ...]:
    """The names of an outline's variants."""
    listed = root.get(VARIANTS) if isinstance(root, Mapping) else None
    return tuple(k.text for k, _ in listed.entries) if isinstance(listed, Mapping) else ()


def slide(
    item: Mapping, name: str, found: list[Diagnostic], known: tuple[str, ...] = ()
) -> Mapping:
    """A slide as the variant has it; `variants:` itself is gone. `known`: all names there are."""
    listed = item.get(VARIANTS)
    plain = without(item, VARIANTS)
    if not isinstance(listed, Mapping):
        if listed is not None:
            found.append(_shape(listed))
        return plain
    for key, value in listed.entries:
        if key.text not in known:
            found.append(_no_variant(key, known))
        found += _unknown(key.text, value)
    chosen = listed.get(name) if name else None
    if not isinstance(chosen, Mapping):
        return plain
    kept = tuple((k, v) for k, v in chosen.entries if k.text in KNOWN and k.text != "id")
    chosen = Mapping(kept, chosen.span, chosen.flow)
    made = merged(without(plain, "use", "without"), chosen, "this slide")
    found += made.found
    kept = tuple((k, v) for k, v in plain.entries if k.text in ("use", "without"))
    return Mapping((*kept, *made.node.entries), item.span, item.flow)


def varied(root: Mapping, name: str) -> dict[Span, tuple[Mapping, frozenset[str]]]:
    """By its place, each slide that a variant changes: its node without that, the changed keys."""
    listed = root.get("slides")
    found = {}
    for item in listed.items if name and isinstance(listed, Sequence) else ():
        changes = item.get(VARIANTS) if isinstance(item, Mapping) else None
        chosen = changes.get(name) if isinstance(changes, Mapping) else None
        if isinstance(item, Mapping) and isinstance(chosen, Mapping):
            keys = frozenset(key.text for key, _ in chosen.entries)
            found[item.span] = (without(item, VARIANTS), keys)
    return found


def _chosen(root: Mapping, name: str) -> Mapping | None:
    listed = root.get(VARIANTS)
    chosen = listed.get(name) if name and isinstance(listed, Mapping) else None
    return chosen if isinstance(chosen, Mapping) else None


def _unknown(name: str, value: Node) -> list[Diagnostic]:
    """Keys that no slide has, found whichever variant is built."""
    if isinstance(value, Scalar) and value.empty:
        hint = "to leave the slide out of a variant name the others: `only: [one, two]`"
        message = f"For `{name}` nothing is different here."
        return [Diagnostic("remix/idle-override", message, value.span, "warning", (hint,))]
    if not isinstance(value, Mapping):
        return [_shape(value)]
    found = []
    for key, _ in value.entries:
        if key.text not in KNOWN or key.text == "id":
            message = f"A slide has no key `{key.text}` that variants may change."
            hint = _instead(key.text, name)
            found.append(Diagnostic("remix/unknown-key", message, key.span, "error", (hint,)))
    return found


def _instead(key: str, name: str) -> str:
    if key == "id":
        return "the slide's name is the same in all variants"
    if key in ("use", "without"):
        return f"type a slide of its own for that: `- use: …` and below it `only: {name}`"
    word = near(key, KNOWN)
    return f"did you mean `{word}`?" if word else "type keys that slides have"


def _no_variant(key: Scalar, known: tuple[str, ...]) -> Diagnostic:
    word = near(key.text, known)
    hints = [f"did you mean `{word}`?"] if word else []
    hints.append(f"there are: {', '.join(known)}" if known else "name it in the head: `variants:`")
    message = f"There is no variant `{key.text}`."
    return Diagnostic("remix/unknown-variant", message, key.span, "warning", tuple(hints))


def _shape(node: Node) -> Diagnostic:
    return Diagnostic(
        "remix/wrong-type",
        "Here the names of variants are to stand, each with what is different.",
        node.span,
        "error",
        (
            "type variants: {kort: {minutes: 1}}",
            "to show the slide in that variant alone type `only: kort`",
        ),
    )
