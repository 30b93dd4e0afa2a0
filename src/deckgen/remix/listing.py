"""A list's node and edits of single items → the edited list.

    points:
      add: [one more]                    at the end; `first:` at the beginning
      after: {words of an item: …}       one item or several, after that one; `before:` likewise
      replace: {words of an item: …}
      remove: words of an item           or several

An item is known by its words: its text, its key, or any text in it; `#2` is the second item.
A text counts as a list of its paragraphs, so that notes are edited the same way.
"""

from __future__ import annotations

import re

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.outline.suggest import near, nearest
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

EDITS = ("add", "first", "before", "after", "replace", "remove")
_MARKS = re.compile(r"[*_`]+")


class Edited(Struct, frozen=True):
    """The list, the edits that were made, and what was wrong with others."""

    node: Node
    how: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()


# Words for an edit that people know from elsewhere.
_OTHERWISE = {
    "append": "add", "toevoegen": "add", "plus": "add", "last": "add", "end": "add",
    "extend": "add",
    "prepend": "first", "start": "first", "eerst": "first", "insert": "after", "na": "after",
    "voor": "before", "change": "replace", "edit": "replace", "vervang": "replace",
    "swap": "replace",
    "delete": "remove", "drop": "remove", "without": "remove", "minus": "remove", "weg": "remove",
}  # fmt: skip


def is_edit(node: Node) -> bool:
    """Whether a value edits a list instead of replacing it."""
    if not isinstance(node, Mapping) or not node.entries:
        return False
    return all(key.text in EDITS for key, _ in node.entries)


def slip(old: Node, new: Mapping, about: str) -> Diagnostic | None:
    """What is wrong with keys that were to edit a list, and are no edits all of them."""
    if not isinstance(old, Sequence) or (len(new.entries) == 1 and _known(old, new.entries[0][0])):
        return None
    for key, _ in new.entries:
        word = _OTHERWISE.get(key.text.casefold(), "") or near(key.text, EDITS)
        if key.text not in EDITS and (word or any(k.text in EDITS for k, _ in new.entries)):
            hint = f"did you mean `{word}`?" if word else f"edits are: {', '.join(EDITS)}"
            message = f"`{key.text}:` is no way to change a list of {about}."
            return Diagnostic("remix/bad-edit", message, key.span, "error", (hint,))
    return None


def _known(old: Sequence, key: Scalar) -> bool:
    return any(_plain(key.text) in map(_plain, _names(item)) for item in old.items)


def edited(old: Node, edit: Mapping, about: str, one_text: bool = False) -> Edited:
    """The list with all edits made, in the order in which they are typed.

    `one_text`: what was one text stays one, with blank lines between its paragraphs.
    """
    work = _Work(list(_items(old)), about)
    for key, value in edit.entries:
        work.carry_out(key, value)
    made = _joined(work.items, old) if one_text and isinstance(old, Scalar) else None
    # Of an empty list it is the edit that is wrong, not the source.
    span = old.span if work.items else edit.span
    node = made or Sequence(tuple(work.items), span, getattr(old, "flow", False))
    return Edited(node, tuple(dict.fromkeys(work.how)), tuple(work.found))


class _Work:
    def __init__(self, items: list[Node], about: str) -> None:
        self.items, self.about = items, about
        self.how: list[str] = []
        self.found: list[Diagnostic] = []

    def carry_out(self, key: Scalar, value: Node) -> None:
        how = key.text
        if how in ("add", "first"):
            at = len(self.items) if how == "add" else 0
            self.items[at:at] = _many(value)
            self.how.append(how)
        elif how == "remove":
            for words in _many(value):
                self._at(words, how, ())
        elif isinstance(value, Mapping):
            for words, new in value.entries:
                self._at(words, how, _many(new))
        else:
            self._half(how, value)

    def _half(self, how: str, value: Node) -> None:
        """An edit that does not say both which item and what to put there."""
        where = {"replace": "in its place", "after": "after it", "before": "before it"}[how]
        names = [name for name in _names(value) if name][:2] if value != Scalar("") else []
        item, new = [*names, *("words of the item", "the new one")[len(names) :]]
        message = f"`{how}:` wants an item and what comes {where}."
        self._report("bad-edit", message, value.span, f"type {how}: {{{item}: {new}}}")

    def _at(self, words: Node, how: str, new: tuple[Node, ...]) -> None:
        index = self._index(words)
        if index is None:
            return
        start = index + 1 if how == "after" else index
        stop = index + 1 if how in ("replace", "remove") else start
        self.items[start:stop] = new
        self.how.append(how)

    def _index(self, words: Node) -> int | None:
        if isinstance(words, Scalar) and words.empty:
            hint = 'a number after `#` needs quotes: "#2"'
            self._report("bad-edit", "No item is named here.", words.span, hint)
            return None
        text = words.text if isinstance(words, Scalar) else "\n".join(_names(words)[:1])
        wanted = _plain(text)
        matches = [i for i, item in enumerate(self.items) if wanted in map(_plain, _names(item))]
        if len(matches) == 1:
            return matches[0]
        number = re.fullmatch(r"#?(\d+)", text.strip())
        if not matches and number and 1 <= int(number[1]) <= len(self.items):
            return int(number[1]) - 1
        self._unclear(text, words.span, matches)
        return None

    def _unclear(self, text: str, span: Span, matches: list[int]) -> None:
        if matches:
            places = " and ".join(f"{at + 1}" for at in matches)
            self._report(
                "ambiguous-item", f"`{text}` is in the items {places} of {self.about}.", span,
                f'name the item by its number: "#{matches[0] + 1}"',
            )  # fmt: skip
            return
        names = [name for item in self.items for name in _names(item)]
        near = nearest(text, [name for name in names if name])
        every = "; ".join(_names(item)[0][:60] for item in self.items[:8])
        self._report("no-such-item", f"{self.about} has no item `{text}`.", span, *near,
                     f"its items are: {every}" if every else "no item is left")  # fmt: skip

    def _report(self, code: str, message: str, span: Span, *hints: str) -> None:
        self.found.append(Diagnostic(f"remix/{code}", message, span, "error", hints))


def _items(old: Node) -> tuple[Node, ...]:
    if isinstance(old, Sequence):
        return old.items
    if isinstance(old, Scalar):
        parts = re.split(r"\n\s*\n", old.text.strip())
        return tuple(Scalar(part, old.span, old.quoted) for part in parts)
    return (old,)


def _joined(items: list[Node], old: Scalar) -> Node | None:
    """Paragraphs as one text again; None where an item is no text."""
    texts = [item.text.strip() for item in items if isinstance(item, Scalar)]
    if len(texts) < len(items):
        return None
    return Scalar("\n\n".join(texts), old.span, True)


def _many(value: Node) -> tuple[Node, ...]:
    return value.items if isinstance(value, Sequence) else (value,)


def _names(item: Node) -> list[str]:
    """Texts by which an item is known, the shortest way to name it first."""
    if isinstance(item, Scalar):
        return [item.text]
    if isinstance(item, Sequence):
        return [name for part in item.items for name in _names(part)] or [""]
    if len(item.entries) == 1:
        key, value = item.entries[0]
        if not isinstance(value, Scalar):
            return [key.text]
        return [f"{key.text}: {value.text}", key.text, value.text]
    return [value.text for _, value in item.entries if isinstance(value, Scalar)] or [""]


def texts(node: Node) -> list[str]:
    """The texts of a value: itself, or its items."""
    return [one.text for one in _many(node) if isinstance(one, Scalar)]


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split()).casefold().rstrip(":")
