"""Types made of others: mappings with known keys, lists, and a model around one value.

What must not be here: which keys there are (that is `grammar`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import NODEFAULT, Struct, structs

from deckgen.outline.reader import Reader
from deckgen.outline.suggest import certain, near
from deckgen.outline.values import MOST, Schema, Type, bounded
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.quoting import quote

T = TypeVar("T")


class Field(Struct, frozen=True):
    """One key: its type, what it is for, the model's attribute if that has another name."""

    key: str
    type: Type[Any]
    doc: str
    required: bool = False
    attribute: str = ""

    @property
    def into(self) -> str:
        """The model's attribute."""
        return self.attribute or self.key


class Record(Type[Any]):
    """A mapping with known keys. `short` names the field that a bare text or list stands for."""

    def __init__(
        self,
        model: Callable[..., Any],
        fields: tuple[Field, ...],
        short: str = "",
        nothing: bool = False,
    ) -> None:
        """`nothing`: an empty value is one, with all fields left out."""
        self.model = model
        self.fields = fields
        self.nothing = nothing
        self.short = short
        self.table = {field.key: field for field in fields}
        self._short = self.table[short] if short else None
        self._required = tuple(field for field in fields if field.required)

    @property
    def name(self) -> str:  # type: ignore[override]
        """See Type."""
        keys = ", ".join(field.key for field in self.fields)
        short = f"{self._short.type.name}, or " if self._short else ""
        return f"{short}{{{keys}}}"

    def read(self, node: Node, reader: Reader) -> Any:
        """See Type.read."""
        if isinstance(node, Mapping):
            return self._read(node, reader)
        if self.nothing and isinstance(node, Scalar) and node.empty:
            return self.model()
        if self._short is not None:
            value = self._short.type.read(node, reader)
            return None if value is None else self._build({self._short.into: value})
        reader.wrong_type(node, f"a mapping with {self._keys()}", f"type {self.example()}")
        return None

    def _read(self, node: Mapping, reader: Reader) -> Any:
        values = self.values(node, reader)
        missing = [field for field in self._required if field.into not in values]
        if not missing:
            return self._build(values)
        # A key that is not known is probably the one that is missing, and has been reported.
        unknown = sum(key.text not in self.table for key, _ in node.entries)
        for field in missing[unknown:]:
            if node.get(field.key) is None:
                self._missing(field, node, reader)
        return None

    def values(self, node: Mapping, reader: Reader) -> dict[str, Any]:
        """The values under known keys, by attribute; the unknown keys reported."""
        values: dict[str, Any] = {}
        table = self.table
        for key, child in node.entries:
            field = table.get(key.text)
            if field is None:
                if not comma(node, key, child, reader):
                    unknown_key(key, table, reader)
            else:
                value = read_field(field, child, reader)
                if value is not None:
                    values[field.into] = value
        return values

    def _build(self, values: dict[str, Any]) -> Any:
        return self.model(**values)

    def _missing(self, field: Field, node: Mapping, reader: Reader) -> None:
        reader.report(
            "missing-key",
            f"`{field.key}` is missing here: {field.doc}.",
            node.span,
            f"type `{field.key}: …` in the column of the other keys",
        )

    def _keys(self) -> str:
        return ", ".join(f"`{field.key}`" for field in self.fields)

    def example(self) -> str:
        """What a mapping of this kind looks like."""
        fields = self._required or self.fields[:2]
        return "{" + ", ".join(f"{field.key}: …" for field in fields) + "}"

    def write(self, value: Any) -> Node:
        """See Type.write."""
        entries = self.entries(value)
        if not entries and self.nothing:
            return Scalar("")
        if len(entries) == 1 and self._short and entries[0][0].text == self._short.key:
            only = entries[0][1]
            if not isinstance(only, Mapping):
                return only
        flat = all(isinstance(child, Scalar) for _, child in entries)
        return Mapping(entries, flow=flat and len(entries) > 1)

    def entries(self, value: Any) -> tuple[tuple[Scalar, Node], ...]:
        """Keys and values of what differs from the model's defaults."""
        return entries(self.fields, value)

    def schema(self) -> Schema:
        """See Type.schema."""
        mapping = mapping_schema(self.fields)
        options = [self._short.type.schema()] if self._short else []
        if self.nothing:
            options.append({"type": "null"})
        return {"anyOf": [*options, mapping]} if options else mapping


def read_field(field: Field, node: Node, reader: Reader) -> Any:
    """The value of one key; a key with nothing after it counts as left out, and is reported."""
    if not field.type.nothing and isinstance(node, Scalar) and node.empty:
        reader.report(
            "empty",
            f"Nothing stands after `{field.key}:`.",
            node.span,
            f"type {field.type.name} after it, or take the line out",
            severity="error" if field.required else "warning",
        )
        return None
    return field.type.read(node, reader)


def comma(node: Mapping, key: Scalar, value: Node, reader: Reader) -> bool:
    """Reports `{text: one, two}`: in braces the comma ends the text. Whether that was so."""
    if not node.flow or not isinstance(value, Scalar) or not value.empty:
        return False
    keys = [other for other, _ in node.entries]
    at = keys.index(key)
    before = node.entries[at - 1] if at else None
    if before is None or not isinstance(before[1], Scalar) or not before[1].text:
        return False
    whole = quote(f"{before[1].text}, {key.text}")
    reader.report(
        "unquoted-comma",
        "In braces a comma ends the text before it.",
        key.span,
        f"quote it: `{before[0].text}: {whole}`",
    )
    start, end = before[1].span, key.span
    if start.line == end.end_line:
        reader.instead(structs.replace(start, end_column=end.end_column), whole)
    return True


def unknown_key(key: Scalar, known: dict[str, Any], reader: Reader) -> None:
    """Reports a key that nothing here has."""
    word = near(key.text, known)
    hints = [f"did you mean `{word}`?"] if word else []
    if key.text in reader.slide_keys:
        hints.insert(
            0, f"`{key.text}` belongs to the slide: put it in the column of the slide's keys"
        )
    elif key.text == "use":
        hints.append("slides are reused whole: `- use: …` stands in the list below `slides:`")
    elif not word:
        hints.append(f"the keys here are: {', '.join(known)}")
    reader.report("unknown-key", f"There is no key `{key.text}` here.", key.span, *hints)
    if key.text not in reader.slide_keys:
        reader.instead(key.span, certain(key.text, known))


def entries(fields: tuple[Field, ...], value: Any) -> tuple[tuple[Scalar, Node], ...]:
    """Keys and values of the fields that differ from the model's defaults."""
    found: list[tuple[Scalar, Node]] = []
    defaults = _defaults(type(value))
    for field in fields:
        held = getattr(value, field.into)
        if field.required or held != defaults.get(field.into, NODEFAULT):
            found.append((Scalar(field.key), field.type.write(held)))
    return tuple(found)


def mapping_schema(fields: tuple[Field, ...]) -> Schema:
    """JSON Schema of a mapping with these keys and no others."""
    properties = {}
    for field in fields:
        properties[field.key] = {**field.type.schema(), "description": field.doc}
    required = [field.key for field in fields if field.required]
    found: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    if required:
        found["required"] = required
    return found


def _defaults(model: type) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for info in structs.fields(model):
        if info.default is not NODEFAULT:
            found[info.name] = info.default
        elif info.default_factory is not NODEFAULT:
            found[info.name] = info.default_factory()
    return found


class Each(Type[tuple[Any, ...]]):
    """A list, each item of the same type."""

    def __init__(self, item: Type[Any], least: int = 1, most: int = 0) -> None:
        """`most` of 0 is the bound of all lists."""
        self.item, self._least, self._most = item, least, most or MOST

    @property
    def name(self) -> str:  # type: ignore[override]
        """See Type."""
        return f"list of: {self.item.name}"

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...] | None:
        """See Type.read."""
        if not isinstance(node, Sequence):
            self._no_list(node, reader)
            return None
        if not node.items:
            reader.report("empty", "This list is empty.", node.span, "type an item: `- …`")
            return None
        read = self.item.read
        values = [read(item, reader) for item in bounded(node, reader, self._most)]
        return tuple([value for value in values if value is not None]) or None

    def _no_list(self, node: Node, reader: Reader) -> None:
        first = node
        hint = "start each item on a line of its own with `- `"
        if isinstance(first, Scalar) and not first.empty:
            typed = first.text.lstrip("•·‣▪◦●○*+ ")[:60]
            each = "each line" if first.span.end_line > first.span.line else "the line"
            hint = f"make it a list: start {each} with `- `, as in `- {typed}`"
        reader.wrong_type(node, "a list", hint)

    def write(self, value: tuple[Any, ...]) -> Node:
        """See Type.write."""
        return Sequence(tuple(self.item.write(item) for item in value))

    def schema(self) -> Schema:
        """See Type.schema."""
        found: Schema = {"type": "array", "items": self.item.schema(), "minItems": self._least}
        return found | {"maxItems": self._most}


class Wrapped(Type[Any]):
    """A model with a single attribute, typed as that attribute's value."""

    def __init__(self, model: Callable[..., Any], attribute: str, inner: Type[Any]) -> None:
        """See the class."""
        self.model, self._attribute, self.inner = model, attribute, inner

    @property
    def name(self) -> str:  # type: ignore[override]
        """See Type."""
        return self.inner.name

    def read(self, node: Node, reader: Reader) -> Any:
        """See Type.read."""
        value = self.inner.read(node, reader)
        return None if value is None else self.model(value)

    def write(self, value: Any) -> Node:
        """See Type.write."""
        return self.inner.write(getattr(value, self._attribute))

    def schema(self) -> Schema:
        """See Type.schema."""
        return self.inner.schema()
