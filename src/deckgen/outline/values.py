"""Types of values that are one text or a list of texts: how each is read, printed and described.

A type is the whole knowledge of one kind of value; checking, the schema, the printer and the
reference page all ask it. What must not be here: mappings with keys (that is `records`).
"""

from __future__ import annotations

import re
from typing import Any, Generic, TypeVar

from deckgen.outline import marks
from deckgen.outline.ids import slug
from deckgen.outline.model import Text
from deckgen.outline.reader import LONG, Reader
from deckgen.outline.suggest import certain, nearest
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.quoting import quote

T = TypeVar("T")
Schema = dict[str, Any]
_LONG_ENOUGH = 600  # characters below which counting words is a waste of time
MOST = 200  # items of a list; what needs more is a document
_UNBEARABLE = 1200  # words that no slide can show, whatever the size


class Type(Generic[T]):
    """How values of one type are read, printed and described. `name` is for people."""

    name = ""
    nothing = False  # whether an empty value is one

    def read(self, node: Node, reader: Reader) -> T | None:
        """The value, or None after reporting why there is none."""
        raise NotImplementedError

    def write(self, value: T) -> Node:
        """A node that reads back as the value."""
        raise NotImplementedError

    def schema(self) -> Schema:
        """JSON Schema of what may be typed."""
        raise NotImplementedError


def scalar(node: Node, reader: Reader, wanted: str) -> Scalar | None:
    """The node if it is a text; else None, with the quotes to type if a colon split it."""
    if isinstance(node, Scalar):
        if node.empty:
            reader.report(
                "empty",
                f"Nothing stands here; wanted is {wanted}.",
                node.span,
                "type it after the colon or the dash, or take the line out",
            )
            return None
        return node
    if isinstance(node, Mapping) and len(node.entries) == 1:
        _colon(node, reader, wanted)
    else:
        reader.wrong_type(node, wanted, *_as_one(node))
    return None


def bounded(node: Sequence, reader: Reader, most: int = MOST) -> tuple[Node, ...]:
    """The items of a list, no more than any list may have; reports those that are too many."""
    count = len(node.items)
    if count > most:
        reader.report(
            "too-many",
            f"Here are {count:,} items; there is room for {most}.",
            node.items[most].span,
            "divide them over two slides"
            if count <= 2 * most
            else "divide them over several slides, or leave most of them out",
        )
    return node.items[:most]


def _as_one(node: Node) -> tuple[str, ...]:
    """How a list would look as one text."""
    if not isinstance(node, Sequence):
        return ("type one text",)
    texts = [item.text for item in node.items if isinstance(item, Scalar)]
    if not texts or len(texts) < len(node.items) or len(texts) > 6:
        return ("type one text instead of the list",)
    return (f"type it as one text: {quote(', '.join(texts))}",)


def _colon(node: Mapping, reader: Reader, wanted: str) -> None:
    """`- Vroeger: naar mensen toe`: a sentence that its colon made a mapping."""
    key, value = node.entries[0]
    if not isinstance(value, Scalar):
        reader.wrong_type(node, wanted)
        return
    line = key.text + ":" if value.empty else f"{key.text}: {value.text}"
    reader.report(
        "unquoted-colon",
        f"The colon after `{key.text}` makes this a key and a value; wanted is {wanted}.",
        node.span,
        f"quote it: {quote(line)}",
    )
    if node.span.line == node.span.end_line and not node.flow:
        reader.instead(node.span, quote(line))


class Words(Type[Text]):
    """One paragraph with inline marks."""

    name = "text"

    def read(self, node: Node, reader: Reader) -> Text | None:
        """See Type.read."""
        typed = scalar(node, reader, "a text")
        if typed is None:
            return None
        if len(typed.text) > _LONG_ENOUGH and not _bearable(typed, reader):
            return None
        text = reader.text(typed)
        if not text.runs:
            reader.report(
                "empty", "This text is empty.", typed.span, "type it, or take the line out"
            )
            return None
        return text

    def write(self, value: Text) -> Node:
        """See Type.write."""
        return Scalar(marks.write(value.runs).replace("{{", "\\{{"))

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"$ref": "#/$defs/text"}


def _bearable(node: Scalar, reader: Reader) -> bool:
    """Reports a text that is long; whether it can be read all the same."""
    count = len(node.text.split())
    if count <= LONG and len(node.text) < 10 * _UNBEARABLE:
        return True
    bearable = count <= _UNBEARABLE and len(node.text) < 10 * _UNBEARABLE
    many = f"{count} words" if count > LONG else f"{len(node.text):,} characters"
    reader.report(
        "too-long",
        f"This text has {many}; nobody reads more than {LONG} words on a slide.",
        node.span,
        "say it in a sentence and put the rest under `notes:`",
        severity="warning" if bearable else "error",
    )
    return bearable


class Lines(Type[tuple[Text, ...]]):
    """One text or a list of them. `split`: blank lines in a text separate paragraphs."""

    name = "text or list of texts"

    def __init__(self, split: bool = False) -> None:
        """See the class."""
        self._split = split

    def read(self, node: Node, reader: Reader) -> tuple[Text, ...] | None:
        """See Type.read."""
        nodes = bounded(node, reader) if isinstance(node, Sequence) else self._parts(node)
        texts = [WORDS.read(part, reader) for part in nodes]
        return tuple([text for text in texts if text is not None]) or None

    def _parts(self, node: Node) -> tuple[Node, ...]:
        if not self._split or not isinstance(node, Scalar) or "\n" not in node.text:
            return (node,)
        parts = re.split(r"\n\s*\n", node.text.strip())
        return tuple(Scalar(part, node.span, node.quoted) for part in parts)

    def write(self, value: tuple[Text, ...]) -> Node:
        """See Type.write."""
        nodes = tuple(WORDS.write(text) for text in value)
        return nodes[0] if len(nodes) == 1 else Sequence(nodes)

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"$ref": "#/$defs/lines"}


class Plain(Type[str]):
    """A text without inline marks."""

    name = "plain text"

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        typed = scalar(node, reader, "a text")
        if typed is None:
            return None
        if "<" in typed.text or "&" in typed.text:
            reader.markup(typed)
        return reader.plain(typed)

    def write(self, value: str) -> Node:
        """See Type.write."""
        return Scalar(value.replace("{{", "\\{{"))

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"type": ["string", "number", "boolean"]}


class Pattern(Plain):
    """A plain text of a certain form."""

    def __init__(self, name: str, code: str, form: str, hint: str) -> None:
        """`form` is a regular expression that JSON Schema understands too."""
        self.name = name
        self._code, self._form, self._hint = code, re.compile(form), hint

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        value = super().read(node, reader)
        if value is None or self._form.search(value):
            return value
        reader.report(self._code, f"`{value}` is no {self.name}.", node.span, self._say(value))
        reader.instead(node.span, self._sure(value))
        return None

    def _sure(self, value: str) -> str:
        """What was certainly meant; empty when nothing is certain."""
        return ""

    def _say(self, value: str) -> str:
        return self._hint

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"type": "string", "pattern": self._form.pattern}


class Choice(Plain):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        """`words` in the order they are offered."""
        self.words = words
        self.name = " · ".join(f"`{word}`" for word in words)

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        typed = scalar(node, reader, f"one of {', '.join(self.words)}")
        if typed is None:
            return None
        value = reader.plain(typed)
        if value in self.words:
            return value
        reader.report(
            "bad-choice",
            f"`{value}` is not one of the words that this key takes.",
            node.span,
            *nearest(value, self.words),
            f"type one of: {', '.join(self.words)}",
        )
        reader.instead(node.span, certain(value, self.words))
        return None

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"enum": list(self.words)}


class Names(Type[tuple[str, ...]]):
    """One plain text or a list of them."""

    name = "plain text or list"

    def __init__(self, split: bool = False) -> None:
        """`split`: blank lines in a text separate its parts."""
        self._split = split

    def read(self, node: Node, reader: Reader) -> tuple[str, ...] | None:
        """See Type.read."""
        nodes = node.items if isinstance(node, Sequence) else (node,)
        texts = [PLAIN.read(part, reader) for part in nodes]
        parts = [part for text in texts if text for part in self._parts(text)]
        return tuple(parts) or None

    def _parts(self, text: str) -> list[str]:
        if not self._split or "\n" not in text:
            return [text]
        return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]

    def write(self, value: tuple[str, ...]) -> Node:
        """See Type.write."""
        nodes = tuple(PLAIN.write(text) for text in value)
        return nodes[0] if len(nodes) == 1 else Sequence(nodes, flow=not self._split)

    def schema(self) -> Schema:
        """See Type.schema."""
        one = PLAIN.schema()
        return {"anyOf": [one, {"type": "array", "items": one}]}


WORDS = Words()
LINES = Lines()
PARAGRAPHS = Lines(split=True)
PLAIN = Plain()
NAMES = Names()
NOTES = Names(split=True)


class Identifier(Pattern):
    """A slide's name for links."""

    def _say(self, value: str) -> str:
        return f"type id: {slug(value) or 'twee-werelden'}"

    def _sure(self, value: str) -> str:
        return slug(value)


LANGUAGE = Pattern(
    "language tag", "bad-language", r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    "type a tag such as nl-NL, en-GB or fy",
)  # fmt: skip
IDENTIFIER = Identifier(
    "id", "bad-id", r"^[A-Za-z0-9][\w-]*$",
    "type letters, digits and hyphens, for example id: twee-werelden",
)  # fmt: skip
