"""`big-society#transitie..fasen`: what is typed after `use:` → which slides of which deck.

What is typed a little otherwise (three dots, a dash, full-width signs) is read as it was meant.
In: a node. Out: picks, or what is wrong with it. What must not be here: looking anything up.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct, structs

from deckgen.base.diagnostics import Checked, Diagnostic, Edit, Span
from deckgen.outline.reader import exact
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

How = Literal["slide", "range", "tag", "section", "all"]
_ID = re.compile(r"[A-Za-z0-9][\w-]*\Z")
_FORMS = "type deck#slide, deck#from..to, deck#tag:word, deck#section:id, or the deck alone"
# Signs that look like those of a reference, or like nothing.
WIDE = str.maketrans({"\uff03": "#", "\uff0e": ".", "\uff0c": ",", "\u00a0": " ", "\u200b": ""})
# What stands for `..`: more dots, one sign that looks like dots, dashes that are no hyphen.
_DOTS = re.compile(r"\s*(?:\.{2,}|[\u2025\u2026]|[\u2012-\u2015\u2212])\s*")
_PARTS = re.compile(r"[^,\uff0c]+")
_ONE = re.compile(r"([\w./-]+)#([A-Za-z0-9][\w-]*)", re.ASCII)
_KINDS: dict[str, How] = {
    "tag": "tag", "tags": "tag", "label": "tag", "section": "section", "sections": "section",
    "sectie": "section", "deel": "section", "hoofdstuk": "section", "chapter": "section",
}  # fmt: skip


class Pick(Struct, frozen=True):
    """Slides of one deck. `deck` is empty for the outline's own; `last` ends a range.

    An open end of a range is an empty `first` or `last`. `typed` is what stands in the outline
    and `span` is its place there; `sure`: exactly its place, so that it can be typed over.
    `after`: the deck that was named before it in the same list.
    """

    deck: str
    how: How
    first: str = ""
    last: str = ""
    span: Span | None = None
    typed: str = ""
    sure: bool = False
    after: str = ""

    @property
    def shown(self) -> str:
        """As it should be typed."""
        if self.how == "all":
            return self.deck
        if self.how == "range":
            return f"{self.deck}#{self.first}..{self.last}"
        name = self.first if self.how == "slide" else f"{self.how}:{self.first}"
        return f"{self.deck}#{name}"


def read(node: Node, bare: bool = False) -> Checked[tuple[Pick, ...]]:
    """The picks of a `use:`, one text or a list of them.

    `bare`: slides are named without their deck, as after `without:`.
    """
    picks: list[Pick] = []
    found: list[Diagnostic] = []
    for one in node.items if isinstance(node, Sequence) else (node,):
        after = picks[-1].deck if picks else ""
        made = _one(one, after, bare)
        picks += made.value
        found += made.diagnostics
    return Checked(tuple(picks), tuple(found))


def parse(node: Scalar, after: str = "", bare: bool = False) -> Checked[tuple[Pick, ...]]:
    """The picks of one text. After a comma, `#slide` is of the same deck as before."""
    if match := _ONE.fullmatch(node.text):  # nearly always
        place = exact(node, 0, len(node.text))
        one = Pick(match[1], "slide", match[2], "", place or node.span, match[0], place is not None)
        return Checked((_after(one, after),))
    picks: list[Pick] = []
    found: list[Diagnostic] = []
    deck = ""
    for match in _PARTS.finditer(node.text):
        typed = match[0].strip()
        if not typed:
            continue
        place = exact(node, match.start() + match[0].index(typed), len(typed))
        pick = _pick(typed, deck, _named(bool(picks), bare, typed), place or node.span)
        if isinstance(pick, Diagnostic):
            found.append(pick)
            continue
        deck = pick.deck
        picks.append(_placed(pick, typed, place is not None, "" if picks else after))
    if not picks and not found:
        found.append(_unclear(node.text, node.span, _FORMS))
    return Checked(tuple(picks), tuple(found))


def uncommented(found: tuple[Diagnostic, ...], named: list[Scalar]) -> tuple[Diagnostic, ...]:
    """Findings about comments that were to be slides' names, said as what they are: mistakes.

    `named` has the texts after `use:` and `without:`.
    """
    if not any(one.code == "syntax/swallowed-hashtag" for one in found):
        return found
    lines = {(one.span.file, one.span.end_line): one for one in named}
    lost = {}
    for one in found:
        if one.code == "syntax/swallowed-hashtag" and one.span is not None:
            before = lines.get((one.span.file, one.span.line))
            if before is not None and before.span.end_column <= one.span.column:
                lost[one] = _commented(one, one.span, before)
    empty = {one.span for one in lost.values()}
    places = {(span.file, span.line) for span in empty if span}
    return tuple(
        lost.get(one, one)
        for one in found
        if one.code != "remix/bad-reference"
        or one.span is None
        or (one.span.file, one.span.line) not in places
    )


def _commented(found: Diagnostic, span: Span, before: Scalar) -> Diagnostic:
    """`use: deck #slide`, `use: #slide`, `use: deck#a, #b`."""
    text, line = before.text.strip(), span.line
    name = found.message.partition("`")[2].partition("`")[0]
    if not text:
        hint, edits = f'quote it: `"{name}"`', found.edits
    elif text.endswith(","):
        hint = f"leave the second `#` out: `{text} {name[1:]}`"
        edits = (Edit(Span(span.file, line, span.column, line, span.column + 1), ""),)
    else:
        hint = f"take the space out: `{text}{name}`"
        edits = (Edit(Span(span.file, line, before.span.end_column, line, span.column), ""),)
    message = f"After a space, YAML takes `{name}` for a comment: that slide is not named."
    return Diagnostic("remix/bad-reference", message, span, "error", (hint,), edits)


def _after(pick: Pick, deck: str) -> Pick:
    return structs.replace(pick, after=deck) if deck else pick


def _placed(pick: Pick, typed: str, sure: bool, after: str) -> Pick:
    return structs.replace(pick, typed=typed, sure=sure, after=after)


def _one(node: Node, after: str, bare: bool) -> Checked[tuple[Pick, ...]]:
    if isinstance(node, Scalar) and not node.empty:
        return parse(node, after, bare)
    if isinstance(node, Scalar):
        hint = 'a `#` at the start needs quotes: `use: "#slide"`'
        found = Diagnostic("remix/bad-reference", "No slide is named here.", node.span, "error",
                           (_FORMS, hint))  # fmt: skip
        return Checked((), (found,))
    hint = "type the ids of the slides: `without: [one, two]`" if bare else _FORMS
    if isinstance(node, Mapping) and not bare:
        hint = _written_out(node)
    message = "A slide is named in one text here, not with keys."
    return Checked((), (Diagnostic("remix/bad-reference", message, node.span, "error", (hint,)),))


def _written_out(node: Mapping) -> str:
    """What to type instead of `{deck: a, slide: b}` or `{a: [b, c]}`."""
    texts = [text for _, value in node.entries for text in _texts(value)]
    if len(node.entries) == 1:
        deck, names = node.entries[0][0].text, texts
    else:
        deck, names = (texts[0] if texts else ""), texts[1:]
    return f"type use: {deck}#{', '.join(names)}" if deck and names else _FORMS


def _texts(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [node.text.lstrip("#")] if node.text else []
    parts = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return [text for part in parts for text in _texts(part)]


def _named(more: bool, bare: bool, typed: str) -> bool:
    """Whether a text without `#` names a slide: `b` in `deck#a, b`."""
    return bare or (more and _ID.match(typed) is not None)


def _pick(typed: str, before: str, slide: bool, span: Span) -> Pick | Diagnostic:
    deck, sign, rest = typed.translate(WIDE).partition("#")
    deck, rest = deck.strip(), rest.strip()
    if slide and not sign:
        deck, sign, rest = "", "#", deck
    deck = deck or before
    if not sign:
        return Pick(deck, "all", span=span)
    if dots := _DOTS.search(rest):
        first, last = (_end(end, deck) for end in (rest[: dots.start()], rest[dots.end() :]))
        if first or last:
            return Pick(deck, "range", first, last, span)
        return _unclear(typed, span, *_whole(deck))
    word, colon, name = rest.partition(":")
    how = _KINDS.get(word.strip().casefold()) if colon and name.strip() else None
    if how is not None:
        return Pick(deck, how, name.strip(), span=span)
    if not re.search(r"\w", rest):
        return _unclear(typed, span, *_whole(deck))
    return Pick(deck, "slide", rest, span=span)


def _end(text: str, deck: str) -> str:
    """One end of a range; it may name the deck once more."""
    text = text.strip()
    return text.removeprefix(f"{deck}#").lstrip("#") if deck else text.lstrip("#")


def _whole(deck: str) -> tuple[str, ...]:
    return (f"for the whole deck type `{deck}`", _FORMS) if deck else (_FORMS,)


def _unclear(text: str, span: Span | None, *hints: str) -> Diagnostic:
    return Diagnostic("remix/bad-reference", f"`{text}` names no slide.", span, "error", hints)
