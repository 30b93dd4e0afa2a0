"""The keys above `slides:` → the deck's attributes, its variables and its slides' defaults.

What must not be here: the slides themselves.
"""

from __future__ import annotations

from typing import Any

from deckgen.base.diagnostics import Origin
from deckgen.outline import slides
from deckgen.outline.grammar import HEAD, HEAD_ONLY, USE, VARIANT, WITHOUT
from deckgen.outline.model import Variant
from deckgen.outline.reader import VARIABLE, Reader
from deckgen.outline.records import comma, read_field, unknown_key
from deckgen.outline.suggest import certain, near
from deckgen.syntax.nodes import Mapping, Node, Scalar

FIELDS = {field.key: field for field in HEAD}
_PLACED = ("speaker", "template")  # what they name is looked up later
_VARIANT = {field.key for field in VARIANT} | {"minutes", "lang", "template"}
_KNOWN = (*FIELDS, *HEAD_ONLY)


def read(root: Mapping, reader: Reader) -> tuple[dict[str, Any], dict[str, Any]]:
    """The deck's attributes and the defaults of its slides. Variables go into the reader."""
    variables = root.get("vars")
    if variables is not None:
        _variables(variables, reader)
    values: dict[str, Any] = {}
    for key, child in root.entries:
        field = FIELDS.get(key.text)
        if field is not None:
            if (value := read_field(field, child, reader)) is not None:
                values[field.into] = value
        elif key.text not in HEAD_ONLY:
            _unknown(key, reader)
    for name in _PLACED:
        if name in values and (typed := root.get(name)) is not None:
            values[f"{name}_at"] = Origin(typed.span)
    if (listed := root.get("variants")) is not None:
        values["variants"] = _variants(listed, reader)
    return values, _defaults(root.get("defaults"), reader)


def _variants(node: Node, reader: Reader) -> tuple[Variant, ...]:
    if not isinstance(node, Mapping):
        listed = [one.text for one in getattr(node, "items", ()) if isinstance(one, Scalar)]
        each = ", ".join(f"{name}: {{minutes: …}}" for name in listed) or "kort: {minutes: 20}"
        reader.wrong_type(node, "names with what is different", f"type variants: {{{each}}}")
        return ()
    return tuple(_variant(name, child, reader) for name, child in node.entries)


def _variant(name: Scalar, node: Node, reader: Reader) -> Variant:
    """What the head says differently is read here for its mistakes alone."""
    own = {field.key: field for field in VARIANT}
    values: dict[str, Any] = {}
    entries = node.entries if isinstance(node, Mapping) else ()
    if not isinstance(node, Mapping) and not (isinstance(node, Scalar) and node.empty):
        said = f"{name.text}: {{minutes: 20}}"
        if name.text in FIELDS:  # the variant has no name
            said = f"kort: {{{name.text}: {getattr(node, 'text', '…')}}}"
        reader.wrong_type(node, "keys with values", f"type {said}")
    for key, child in entries:
        field = own.get(key.text) or FIELDS.get(key.text)
        if field is not None:
            value = read_field(field, child, reader)
            if key.text in _VARIANT and value is not None:
                values[field.into] = value
        elif key.text != "vars":
            _no_key(node, key, child, reader)
    if "/" in name.text or "\\" in name.text:  # it becomes part of a file's name
        short = name.text.replace("/", "-").replace("\\", "-")
        reader.report("bad-id", f"A variant can't be called `{name.text}`.", name.span,
                      f"type `{short}`: files are named after it")  # fmt: skip
    return Variant(name.text, at=Origin(name.span), **values)


def _no_key(node: Node, key: Scalar, child: Node, reader: Reader) -> None:
    """Reports a key that variants don't have."""
    if isinstance(node, Mapping) and comma(node, key, child, reader):
        return
    if key.text in ("slides", "only", "priority", "without"):
        reader.report("unknown-key", f"A variant has no key `{key.text}`.", key.span,
                      "say it on the slides: `only: name`, `priority: 1`, or what is different "
                      "below `variants: {name: …}`")  # fmt: skip
        return
    known = {**{field.key: field for field in VARIANT}, **FIELDS, "vars": None}
    unknown_key(key, known, reader)


def _defaults(node: Node | None, reader: Reader) -> dict[str, Any]:
    if node is None or (isinstance(node, Scalar) and node.empty):
        return {}
    if isinstance(node, Mapping):
        return slides.common(node, reader)
    reader.wrong_type(node, "keys of slides with values", "type defaults: {build: by-point}")
    return {}


def _variables(node: Node, reader: Reader) -> None:
    if isinstance(node, Scalar) and node.empty:
        return
    if not isinstance(node, Mapping):
        reader.wrong_type(node, "names with values", "type vars: {stad: Heerlen}")
        return
    for key, value in node.entries:
        if isinstance(value, Scalar):
            reader.variables[key.text] = value.text.strip()
        else:
            reader.wrong_type(value, "a text", f"type {key.text}: …")
    _resolve(node, reader)


def _resolve(node: Mapping, reader: Reader) -> None:
    """Variables in the values of variables filled in, once: a chain has no end to rely on."""
    typed = dict(reader.variables)
    for key, value in node.entries:
        if not isinstance(value, Scalar) or "{{" not in value.text:
            continue
        chained = [name for name in VARIABLE.findall(value.text) if "{{" in typed.get(name, "")]
        if chained:
            reader.report(
                "variable-in-variable",
                f"`{key.text}` uses `{chained[0]}`, which uses a variable itself.",
                value.span,
                f"write out what `{chained[0]}` stands for",
            )
        else:
            reader.variables[key.text] = reader.filled(value, keep=True).strip()


def _unknown(key: Scalar, reader: Reader) -> None:
    name = key.text
    word = near(name, _KNOWN)
    if word:
        hint = f"did you mean `{word}`?"
    elif name in slides.KNOWN or name in (USE.key, WITHOUT.key):
        hint = f"`{name}` belongs to a slide: indent it below `slides:`, as in `- {name}: …`"
    else:
        hint = f"the keys here are: {', '.join(_KNOWN)}"
    reader.report("unknown-key", f"An outline has no key `{name}` at its top.", key.span, hint)
    reader.instead(key.span, certain(name, _KNOWN))
