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
from deckgen.outline.suggest import nearest
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

EDITS = ("add", "first", "before", "after", "replace", "remove")
_MARKS = re.compile(r"[*_`]+")


class Edited(Struct, frozen=True):
    """The list, the edits that were made, and what was wrong with others."""

    node: Node
    how: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()


def is_edit(node: Node) -> bool:
    """Whether a value edits a list instead of replacing it."""
    if not isinstance(node, Mapping) or not node.entries:
        return False
    return all(key.text in EDITS for key, _ in node.entries)


def edited(old: Node, edit: Mapping, about: str, one_text: bool = False) -> Edited:
    """The list with all edits made, in the order in which they are typed.

    `one_text`: what was one text stays one, with blank lines between its paragraphs.
    """
    work = _Work(list(_items(old)), about)
    for key, value in edit.entries:
        work.carry_out(key, value)
    made = _joined(work.items, old) if one_text and isinstance(old, Scalar) else None
    node = made or Sequence(tuple(work.items), old.span, getattr(old, "flow", False))
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
            hint = f"type {how}: {{words of the item: the new one}}"
            self._report("bad-edit", f"`{how}:` wants the words of an item.", value.span, hint)

    def _at(self, words: Node, how: str, new: tuple[Node, ...]) -> None:
        index = self._index(words)
        if index is None:
            return
        start = index + 1 if how == "after" else index
        stop = index + 1 if how in ("replace", "remove") else start
        self.items[start:stop] = new
        self.how.append(how)

    def _index(self, words: Node) -> int | None:
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
        every = "; ".join(_names(item)[0] for item in self.items[:8])
        self._report("no-such-item", f"{self.about} has no item `{text}`.", span, *near,
                     f"its items are: {every}")  # fmt: skip

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


def _plain(text: str) -> str:
    return " ".join(_MARKS.sub("", text).split()).casefold().rstrip(":")
