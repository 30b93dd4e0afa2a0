"""`big-society#transitie..fasen`: what is typed after `use:` → which slides of which deck.

In: a text. Out: picks, or what is wrong with it. What must not be here: looking anything up.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline.ids import slug
from deckgen.syntax.nodes import Node, Scalar, Sequence

How = Literal["slide", "range", "tag", "section", "all"]
_ID = re.compile(r"[A-Za-z0-9][\w-]*\Z")
_FORMS = "type deck#slide, deck#from..to, deck#tag:word, deck#section:id, or the deck alone"


class Pick(Struct, frozen=True):
    """Slides of one deck. `deck` is empty for the outline's own; `last` ends a range.

    An open end of a range is an empty `first` or `last`.
    """

    deck: str
    how: How
    first: str = ""
    last: str = ""
    span: Span | None = None

    @property
    def shown(self) -> str:
        """As it is typed."""
        if self.how == "all":
            return self.deck
        if self.how == "range":
            return f"{self.deck}#{self.first}..{self.last}"
        name = self.first if self.how == "slide" else f"{self.how}:{self.first}"
        return f"{self.deck}#{name}"


def read(node: Node) -> Checked[tuple[Pick, ...]]:
    """The picks of a `use:`, one text or a list of them."""
    nodes = node.items if isinstance(node, Sequence) else (node,)
    made = [_one(one) for one in nodes]
    picks = tuple(pick for found in made for pick in found.value)
    return Checked(picks, tuple(one for found in made for one in found.diagnostics))


def parse(text: str, span: Span | None = None) -> Checked[tuple[Pick, ...]]:
    """The picks of one text. After a comma, `#slide` is of the same deck as before."""
    picks: list[Pick] = []
    found: list[Diagnostic] = []
    deck = ""
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, sign, rest = part.partition("#")
        if picks and not sign and _ID.match(part):
            name, rest = "", part  # `deck#a, b`
        deck = name.strip() or deck
        pick = _pick(deck, rest.strip(), bool(sign) or rest == part, span)
        if pick is None:
            found.append(_unclear(part, span))
        else:
            picks.append(pick)
    if not picks and not found:
        found.append(_unclear(text, span))
    return Checked(tuple(picks), tuple(found))


def _one(node: Node) -> Checked[tuple[Pick, ...]]:
    if isinstance(node, Scalar) and not node.empty:
        return parse(node.text, node.span)
    if isinstance(node, Scalar):
        hint = 'a `#` at the start needs quotes: `use: "#slide"`'
        found = Diagnostic("remix/bad-reference", "No slide is named here.", node.span, "error",
                           (_FORMS, hint))  # fmt: skip
        return Checked((), (found,))
    found = Diagnostic(
        "remix/bad-reference", "Here a slide is to be named.", node.span, "error", (_FORMS,)
    )
    return Checked((), (found,))


def _pick(deck: str, rest: str, sign: bool, span: Span | None) -> Pick | None:
    if not sign:
        return Pick(deck, "all", span=span)
    first, dots, last = (part.strip().lstrip("#") for part in rest.partition(".."))
    if dots:
        good = all(not end or _ID.match(end) for end in (first, last)) and (first or last)
        return Pick(deck, "range", first, last, span) if good else None
    how: How
    for how in ("tag", "section"):
        if rest.startswith(f"{how}:") and rest[len(how) + 1 :].strip():
            return Pick(deck, how, rest[len(how) + 1 :].strip(), span=span)
    return Pick(deck, "slide", first, span=span) if _ID.match(first) else None


def _unclear(text: str, span: Span | None) -> Diagnostic:
    deck, _, rest = text.partition("#")
    hints: tuple[str, ...] = (_FORMS,)
    if (name := slug(rest)) and name != rest:
        hints = (f"ids have letters, digits and hyphens: {deck}#{name}", *hints)
    return Diagnostic("remix/bad-reference", f"`{text}` names no slide.", span, "error", hints)
