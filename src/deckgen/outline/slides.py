"""One slide's node → Slide, with the deck's defaults filled in.

What must not be here: ids (they need all slides), the grammar's tables.
"""

from __future__ import annotations

import re
from typing import Any

from deckgen.base.diagnostics import Origin
from deckgen.outline.grammar import COMMON, RESERVED
from deckgen.outline.kinds import BODIES, PICTURE
from deckgen.outline.model import Blank, Picture, Slide, Statement
from deckgen.outline.reader import Reader
from deckgen.outline.records import Record, read_field
from deckgen.outline.suggest import certain, near
from deckgen.syntax.nodes import Mapping, Node, Scalar
from deckgen.syntax.quoting import plain_is_safe, quote

FIELDS = {field.key: field for field in COMMON}
KNOWN = {**FIELDS, **BODIES}
# What people type for `use:` and `without:`.
_REUSE = {
    "use": "use", "uses": "use", "reuse": "use", "from": "use", "take": "use", "include": "use",
    "import": "use", "slide": "use", "gebruik": "use", "neem": "use", "uit": "use",
    "without": "without", "except": "without", "exclude": "without", "zonder": "without",
    "behalve": "without",
}  # fmt: skip
_REFERENCE = re.compile(r"(?:use:?\s+)?([\w./-]+#[\w:.#-]+)")
_PLACED = frozenset(("background", "layout"))  # keys whose place is kept, for findings


def read(node: Node, defaults: dict[str, Any], reader: Reader) -> Slide | None:
    """The slide; None when the node is none at all. `id` is what was typed, or empty."""
    if not isinstance(node, Mapping) or not node.entries:
        _no_slide(node, reader)
        return None
    values = dict(defaults)
    body: Any = None
    bodies: list[Scalar] = []
    for key, child in node.entries:
        name = key.text
        if (field := FIELDS.get(name)) is not None:
            value = read_field(field, child, reader)
            values |= {} if value is None else {field.into: value}
            if name in _PLACED:
                values[f"{name}_at"] = Origin(child.span)
        elif name == "picture":
            values[name] = PICTURE.read(child, reader)
        elif (kind := BODIES.get(name)) is not None:
            bodies.append(key)
            read_body = kind.type.read(child, reader)
            body = body or read_body
        else:
            _unknown(key, node, reader)
    if "id" in values:
        _note_id(node, reader)
    return _slide(node, values, body, bodies, reader)


def _note_id(node: Mapping, reader: Reader) -> None:
    typed = node.get("id")
    if typed is not None:
        reader.ids[node.span] = typed.span


def common(node: Mapping, reader: Reader) -> dict[str, Any]:
    """The values of `defaults:`."""
    values: dict[str, Any] = {}
    for key, child in node.entries:
        field = FIELDS.get(key.text)
        if field is None or key.text == "id":
            _no_default(key, reader)
        elif (value := read_field(field, child, reader)) is not None:
            values[field.into] = value
            if key.text in _PLACED:
                values[f"{key.text}_at"] = Origin(child.span)
    return values


def _slide(
    node: Mapping, values: dict[str, Any], body: Any, bodies: list[Scalar], reader: Reader
) -> Slide:
    for second in bodies[1:]:
        _two_bodies(bodies[0], second, reader)
    if not bodies and node.get("picture") is not None:
        body = values.pop("picture", None) or Picture()
    elif not bodies:
        _no_body(node, values, reader)
    if body is None:  # reported already: something to go on with
        body = Statement(values["title"]) if "title" in values else Blank()
    identifier = values.pop("id", "")
    return Slide(identifier, body, at=Origin(node.span), **values)


def _no_slide(node: Node, reader: Reader) -> None:
    if not isinstance(node, Scalar) or node.empty:
        reader.wrong_type(node, "a slide, which starts with a key", "type `- statement: …`")
    elif (word := node.text.rstrip(":").lower()) in KNOWN:
        reader.wrong_type(node, "a slide, which starts with a key", f"type a colon: `- {word}:`")
        reader.instead(node.span, f"{word}:")
    elif reference := _REFERENCE.fullmatch(node.text):
        wanted = "a slide, which starts with a key"
        reader.wrong_type(node, wanted, f"type `- use: {reference[1]}`")
        reader.instead(node.span, None if node.quoted else f"use: {reference[1]}")
    else:
        first, _, rest = node.text.partition(" ")
        kind = near(first, BODIES) if rest and first.islower() else ""
        if kind:
            hint = f"type a colon: `- {kind}: {_quoted(rest)}`"
            reader.wrong_type(node, "a key with a colon", hint)
            sure = certain(first, BODIES)
            reader.instead(node.span, sure and f"{sure}: {_quoted(rest)}")
            return
        hint = f"type `- statement: {quote(node.text) if ':' in node.text else node.text}`"
        reader.wrong_type(node, "a slide, which starts with a key", hint)
        if node.span.line == node.span.end_line and not node.quoted:
            reader.instead(node.span, f"statement: {_quoted(node.text)}")


def _quoted(text: str) -> str:
    return text if plain_is_safe(text) else quote(text)


def _inside(key: Scalar, node: Mapping, reader: Reader) -> bool:
    """Reports a key that belongs to the body beside it. Whether that was so."""
    for other, value in node.entries:
        kind = BODIES.get(other.text)
        of = kind.type if kind else None
        if isinstance(of, Record) and of.short and key.text in of.table:
            said = value.text[:40] if isinstance(value, Scalar) and value.text else "…"
            reader.report(
                "unknown-key",
                f"`{key.text}` belongs to the `{other.text}`, not to the slide.",
                key.span,
                f"type `{other.text}: {{{of.short}: {_quoted(said)}, {key.text}: …}}`",
            )
            return True
    return False


def _unknown(key: Scalar, node: Mapping, reader: Reader) -> None:
    name = key.text
    if _inside(key, node, reader):
        return
    if name in RESERVED:
        reader.report(
            "kind-not-drawn",
            f"Slides of the kind `{name}` are not drawn yet.",
            key.span,
            f"meanwhile type `{RESERVED[name]}`",
        )
    elif (word := _REUSE.get(name.casefold(), "")) and word != name:
        reader.report("unknown-key", f"A slide has no key `{name}`.", key.span,
                      f"for slides of another deck type `{word}: …`")  # fmt: skip
        reader.instead(key.span, word)
    elif name == "variant":
        reader.report("unknown-key", f"A slide has no key `{name}`.", key.span,
                      "to show it in one variant alone type `only: name`",
                      "for what is different in one type `variants: {name: …}`")  # fmt: skip
    elif name == "without":
        reader.report("unknown-key", "`without:` stands only beside `use:`.", key.span,
                      "type `use: deck` above it, or take the line out")  # fmt: skip
    else:
        word = near(name, KNOWN)
        hint = f"did you mean `{word}`?" if word else f"kinds of slides are: {', '.join(BODIES)}"
        reader.report("unknown-key", f"A slide has no key `{name}`.", key.span, hint)
        reader.instead(key.span, certain(name, KNOWN))


def _no_default(key: Scalar, reader: Reader) -> None:
    word = near(key.text, FIELDS)
    hint = (
        f"did you mean `{word}`?"
        if word
        else f"type one of: {', '.join(k for k in FIELDS if k != 'id')}"
    )
    reader.report("unknown-key", f"`{key.text}` can't be a default of all slides.", key.span, hint)
    reader.instead(key.span, certain(key.text, FIELDS))


def _two_bodies(first: Scalar, second: Scalar, reader: Reader) -> None:
    reader.report(
        "two-bodies",
        f"This slide has `{first.text}` already; a slide has one body.",
        second.span,
        f"start a slide of its own: `- {second.text}: …`",
        f"or put both side by side: `columns:` with `- {first.text}: …` and `- {second.text}: …`",
    )


def _no_body(node: Mapping, values: dict[str, Any], reader: Reader) -> None:
    if any(key.text not in KNOWN for key, _ in node.entries):
        return  # the body is probably what was mistyped, and that has been said
    text = values.get("title") or next(iter(values.get("shout", ())), None)
    words = text.plain[:60] if text is not None else "…"
    reader.report(
        "no-body",
        "This slide has no body.",
        node.entries[0][0].span,
        f"for one large line type `statement: {words}`, for a turn in the talk `section: {words}`",
        "for a list type `points:` and below it lines that start with `- `",
        "for a photograph type `picture:`",
    )
