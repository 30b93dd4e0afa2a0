"""Types with a shape of their own: points under points, label and text, figures in sentences.

What must not be here: types that `values` and `records` already express, the tables of keys.
"""

from __future__ import annotations

from typing import Any

from deckgen.base.diagnostics import Origin
from deckgen.outline.icons import ICON
from deckgen.outline.model import Contact, Item, Moment, Pair, Picture, Run, Stat, Text, Turn
from deckgen.outline.quantities import Number, number
from deckgen.outline.reader import Reader
from deckgen.outline.records import Each, Field, Record, unknown_key
from deckgen.outline.suggest import near
from deckgen.outline.values import MOST, WORDS, Schema, Type, bounded, scalar
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

_ADDRESSES = ("site", "mail")
NESTED = 2 * MOST  # points of a slide, with those below them


class Points(Type[Item]):
    """A point, or a point with points under it: `- text` or `- text:` with a list below."""

    name = "text or {text: list of points}"

    def read(self, node: Node, reader: Reader) -> Item | None:
        """See Type.read."""
        if not isinstance(node, Mapping) or not node.entries:
            text = WORDS.read(node, reader)
            return None if text is None else Item(text)
        if len(node.entries) > 1:
            self._several(node, reader)
            return None
        key, below = node.entries[0]
        if not isinstance(below, Sequence):
            scalar(node, reader, "a point, or a list of points below it")
            return None
        text = WORDS.read(key, reader)
        children = [self.read(child, reader) for child in bounded(below, reader)]
        kept = tuple(child for child in children if child is not None)
        return None if text is None else Item(text, kept)

    def _several(self, node: Mapping, reader: Reader) -> None:
        key = node.entries[1][0]
        reader.report(
            "wrong-type",
            f"`{key.text}` stands in the same point as `{node.entries[0][0].text}`.",
            key.span,
            f"start a point of its own: `- {key.text}: …`",
        )

    def write(self, value: Item) -> Node:
        """See Type.write."""
        text = WORDS.write(value.text)
        if not value.children:
            return text
        assert isinstance(text, Scalar)
        return Mapping(((text, Sequence(tuple(self.write(c) for c in value.children))),))

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"$ref": "#/$defs/point"}


class PointList(Each):
    """A list of points; those below points count too."""

    def __init__(self) -> None:
        """See the class."""
        super().__init__(Points())

    def read(self, node: Node, reader: Reader) -> tuple[Item, ...] | None:
        """See Type.read."""
        found = super().read(node, reader)
        count = sum(map(_count, found or ()))
        if found is None or count <= NESTED:
            return found
        reader.report(
            "too-many",
            f"Here are {count:,} points with those below them; there is room for {NESTED}.",
            node.span,
            "divide them over several slides, or leave most of them out",
        )
        return found[:1] if _count(found[0]) <= NESTED else (Item(found[0].text),)


def _count(item: Item) -> int:
    return 1 + sum(map(_count, item.children))


class Pairs(Type[Pair]):
    """`- label: text`, or a mapping with the keys `label` and `text`."""

    name = "`label: text`"
    _long = Record(
        Pair,
        (
            Field("label", WORDS, "the label", True),
            Field("text", WORDS, "its text", True),
            Field("icon", ICON, "an icon that stands for it; `deckgen icons` finds one"),
        ),
    )

    def read(self, node: Node, reader: Reader) -> Pair | None:
        """See Type.read."""
        if not isinstance(node, Mapping):
            hint = (
                f"type `- {node.text[:40]}: …`" if isinstance(node, Scalar) else "type `- label: …`"
            )
            reader.wrong_type(node, "a label, a colon and a text", hint)
            return None
        if len(node.entries) != 1 or node.entries[0][0].text in ("label", "text"):
            found: Pair | None = self._long.read(node, reader)
            return found
        key, value = node.entries[0]
        label, text = WORDS.read(key, reader), WORDS.read(value, reader)
        return None if label is None or text is None else Pair(label, text)

    def write(self, value: Pair) -> Node:
        """See Type.write."""
        label = WORDS.write(value.label)
        if value.icon or not isinstance(label, Scalar) or label.text in ("label", "text"):
            return self._long.write(value)
        return Mapping(((label, WORDS.write(value.text)),))

    def schema(self) -> Schema:
        """See Type.schema."""
        text = WORDS.schema()
        short = {
            "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": text,
        }  # fmt: skip
        return {"anyOf": [short, self._long.schema()]}


class Turns(Type[Turn]):
    """`- not: text` or `- but: text`."""

    name = "`not: text` or `but: text`"

    def read(self, node: Node, reader: Reader) -> Turn | None:
        """See Type.read."""
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            reader.wrong_type(node, "`not:` or `but:` with a text", "type `- not: …` or `- but: …`")
            return None
        key, value = node.entries[0]
        if key.text not in ("not", "but"):
            unknown_key(key, {"not": None, "but": None}, reader)
            return None
        text = WORDS.read(value, reader)
        return None if text is None else Turn(key.text, text)

    def write(self, value: Turn) -> Node:
        """See Type.write."""
        return Mapping(((Scalar(value.stance), WORDS.write(value.text)),))

    def schema(self) -> Schema:
        """See Type.schema."""
        text = WORDS.schema()
        return {
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "properties": {"not": text, "but": text}, "additionalProperties": False,
        }  # fmt: skip


class Moments(Record):
    """`- when: what`, or a mapping with the keys."""

    @property
    def name(self) -> str:  # type: ignore[override]
        """See Type."""
        return f"`when: what`, or {super().name}"

    def read(self, node: Node, reader: Reader) -> Moment | None:
        """See Type.read."""
        if isinstance(node, Mapping) and len(node.entries) == 1:
            key, value = node.entries[0]
            if isinstance(value, Scalar) and not near(key.text, self.table):
                when, what = WORDS.read(key, reader), WORDS.read(value, reader)
                return None if when is None or what is None else Moment(what, when)
        found: Moment | None = super().read(node, reader)
        return found

    def schema(self) -> Schema:
        """See Type.schema."""
        short = {
            "type": "object", "minProperties": 1, "maxProperties": 1,
            "additionalProperties": WORDS.schema(),
        }  # fmt: skip
        return {"anyOf": [short, super().schema()]}


class Contacts(Record):
    """The places of long addresses are kept, for when they don't fit."""

    def read(self, node: Node, reader: Reader) -> Contact | None:
        """See Type.read."""
        found: Contact | None = super().read(node, reader)
        if found is None or not isinstance(node, Mapping):
            return found
        from msgspec import structs

        site, mail = (Origin(typed.span if typed else None) for typed in map(node.get, _ADDRESSES))
        return structs.replace(found, site_at=site, mail_at=mail)


class Stats(Record):
    """A number in its sentence, `**75%** komt`, or a mapping."""

    def read(self, node: Node, reader: Reader) -> Stat | None:
        """See Type.read."""
        if isinstance(node, Mapping) and (len(node.entries) != 1 or node.get("value") is not None):
            found: Stat | None = super().read(node, reader)
            return found
        text = WORDS.read(node, reader)
        if text is None:
            return None
        stat = _stat(text)
        if stat is None:
            reader.report(
                "bad-number",
                "There is no figure in this line.",
                node.span,
                f"mark what is to be large with stars: **12** {text.plain[:40]}",
            )
        return stat

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"anyOf": [WORDS.schema(), super().schema()]}


def _stat(text: Text) -> Stat | None:
    """A sentence taken apart around what is bold, else around its first number."""
    runs = list(text.runs)
    start = next((i for i, run in enumerate(runs) if run.bold), -1)
    if start < 0:
        runs, start = _mark_number(runs)
    if start < 0:
        return None
    end = start
    while end < len(runs) and runs[end].bold:
        end += 1
    value = tuple(Run(run.text, False, run.italic, run.code, run.link) for run in runs[start:end])
    return Stat(
        Text(value, text.at), _trimmed(runs[:start], text.at), _trimmed(runs[end:], text.at)
    )


def _mark_number(runs: list[Run]) -> tuple[list[Run], int]:
    import re

    for index, run in enumerate(runs):
        match = re.search(r"[€$£]?\d[\d.,/]*(?<![.,/])\s?%?", run.text)
        if match is None:
            continue
        style = (run.italic, run.code, run.link)
        before, after = run.text[: match.start()], run.text[match.end() :]
        cut = [Run(before, False, *style)] if before else []
        cut.append(Run(match[0].strip(), True, *style))
        cut += [Run(after, False, *style)] if after else []
        return runs[:index] + cut + runs[index + 1 :], index + (1 if before else 0)
    return runs, -1


def _trimmed(runs: list[Run], at: Origin) -> Text | None:
    """The runs without white space at the ends; None when nothing is left."""
    from msgspec import structs

    kept = list(runs)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if not kept:
        return None
    kept[0] = structs.replace(kept[0], text=kept[0].text.lstrip())
    kept[-1] = structs.replace(kept[-1], text=kept[-1].text.rstrip())
    return Text(tuple(kept), at)


class Sources(Type[Any]):
    """What goes into a funnel: a list of texts, or how many there are."""

    name = "list of texts or number"

    def __init__(self, texts: Type[Any]) -> None:
        """`texts`: the type of the list."""
        self._texts = texts

    def read(self, node: Node, reader: Reader) -> Any:
        """See Type.read."""
        if isinstance(node, Scalar) and (count := number(node.text)) is not None:
            if count >= 1 and count == int(count):
                return int(count)
            reader.report("bad-number", f"{node.text} is no count.", node.span, "type 1 or more")
            return None
        return self._texts.read(node, reader)

    def write(self, value: Any) -> Node:
        """See Type.write."""
        if isinstance(value, int):
            return Scalar(str(value))
        texts = self._texts.write(value)
        return texts if isinstance(texts, Sequence) else Sequence((texts,))  # `14` is a number

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"anyOf": [{"type": "integer", "minimum": 1}, self._texts.schema()]}


class Funnels(Record):
    """`from` becomes `sources` or `count`."""

    def _build(self, values: dict[str, Any]) -> Any:
        if isinstance(values["sources"], int):
            values["count"] = values.pop("sources")
        return self.model(**values)

    def entries(self, value: Any) -> tuple[tuple[Scalar, Node], ...]:
        """See Record.entries."""
        found = super().entries(value)
        if not value.count:
            return found
        return ((Scalar("from"), Scalar(str(value.count))), *found[1:])


class Focus(Type[tuple[float, float]]):
    """The point of a picture that must stay visible, as shares of width and height."""

    name = "[x, y], each between 0 and 1"
    _share = Number(0, 1)

    def read(self, node: Node, reader: Reader) -> tuple[float, float] | None:
        """See Type.read."""
        if not isinstance(node, Sequence) or len(node.items) != 2:
            reader.wrong_type(node, "two numbers between 0 and 1", "type focus: [0.5, 0.3]")
            return None
        x, y = (self._share.read(item, reader) for item in node.items)
        return None if x is None or y is None else (x, y)

    def write(self, value: tuple[float, float]) -> Node:
        """See Type.write."""
        return Sequence(tuple(self._share.write(part) for part in value), flow=True)

    def schema(self) -> Schema:
        """See Type.schema."""
        share = self._share.schema()
        return {"type": "array", "items": share, "minItems": 2, "maxItems": 2}


class Pictures(Record):
    """A picture's file, or a slot; every picture read is kept for the check of files."""

    def read(self, node: Node, reader: Reader) -> Picture | None:
        """See Type.read."""
        found = super().read(node, reader)
        if found is None:
            return None
        from msgspec import structs

        picture: Picture = structs.replace(found, at=Origin(node.span))
        if picture.file:
            file = (node.get("file") if isinstance(node, Mapping) else node) or node
            picture = structs.replace(picture, file=reader.located(picture.file, file.span))
            reader.pictures.append((picture, file.span))
        return picture
