"""Which variables the texts of an outline name, and which values that were typed none of them does.

In: an outline as it was read. Out: names; a finding. What must not be here: columns of data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.outline.load import Outline
from deckgen.outline.reader import VARIABLE
from deckgen.outline.suggest import near
from deckgen.remix.revisions import without
from deckgen.syntax.nodes import Node, Scalar, Sequence


class Needs(Struct, frozen=True):
    """The variables that texts of an outline name; those of them that have a value already."""

    names: dict[str, None]
    known: frozenset[str]


def needs(outline: Outline) -> Needs:
    """The variables of an outline: those that its texts name, and those that it has."""
    head = without(outline.root, "slides", "variants")
    own = {name for raw in outline.raws for name in raw.variables}
    nodes = (head, *(raw.node for raw in outline.raws))
    return Needs(_named(nodes), frozenset(own | set(outline.variables)))


def unused(outline: Outline, typed: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A warning where no text names a variable that `--set` gives a value.

    Texts of the talk's other forms count, and those of the slides that it takes.
    """
    names = list(dict.fromkeys(typed))
    if not names:
        return ()
    known = _named((outline.root, *(raw.node for raw in outline.raws)))
    known |= _named(Scalar(text) for raw in outline.raws for text in raw.variables.values())
    return idle([name for name in names if name not in known], known)


def idle(names: list[str], known: Iterable[str]) -> tuple[Diagnostic, ...]:
    """What is said of names that `--set` gives values for nothing; `known`: those there are."""
    known = sorted(known)
    if not names:
        return ()
    meant = [(name, near(name, known)) for name in names]
    hints = [f"did you mean `{word}` by `{name}`?" for name, word in meant if word]
    hints.append(
        f"its texts name: {', '.join(known)}"
        if known
        else f"say in a text where the value is to stand: {{{{{names[0]}}}}}"
    )
    message = f"No text uses {', '.join(f'`{name}`' for name in names)}, which --set gives a value."
    return (Diagnostic("remix/unused-value", message, None, "warning", tuple(hints)),)


def _named(nodes: Iterable[Node]) -> dict[str, None]:
    texts = (text for node in nodes for text in _texts(node) if "{{" in text)
    return dict.fromkeys(name for text in texts for name in VARIABLE.findall(text) if name)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
        return
    inside: Iterable[Node]
    inside = node.items if isinstance(node, Sequence) else (value for _, value in node.entries)
    for one in inside:
        yield from _texts(one)
