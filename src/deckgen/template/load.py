"""template.yaml → Template, with what is wrong in it. No looks are decided here.

In: a template's name and a World. Out: `Checked[Template | None]`.
"""

from __future__ import annotations

import re

import msgspec

from deckgen.base import colour
from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.syntax.tree import parse
from deckgen.template.model import Template
from deckgen.world import World

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
ROLES = (
    "display",
    "title",
    "lead",
    "body",
    "name",
    "big",
    "label",
    "note",
    "numeral",
    "figure",
    "sign",
    "shout",
    "stack",
    "quote",
    "then",
    "word",
    "specimen",
    "kicker",
    "caption",
)
# Text on ground: what a reader must be able to tell apart (WCAG 2.2, 1.4.3: 4.5:1, large 3:1).
PROOFS = (
    ("ink", "paper", 4.5),
    ("muted", "paper", 4.5),
    ("accent", "paper", 3.0),
    ("ink", "field", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-cool", "cool", 4.5),
    ("on-warm", "warm", 4.0),
    ("on-signal", "signal", 4.5),
    ("on-night", "night", 4.5),
)
_AT = re.compile(r" - at `\$\.?(.*)`$")
_STEP = re.compile(r"[^.\[\]]+")


def load(name: str, world: World) -> Checked[Template | None]:
    """The template called `name`, or the findings that say why there is none."""
    found = world.template(name)
    if found is None:
        there = ", ".join(world.templates())
        hint = f"templates within reach: {there}" if there else "run `deckgen templates`"
        return Checked(
            None, (Diagnostic("template/unknown", f"there is no template `{name}`", hints=(hint,)),)
        )
    path, data = found
    tree = parse(data, path)
    if tree.value is None or tree.failed:
        return Checked(None, tree.diagnostics)
    return _build(tree.value)


def _build(node: Node) -> Checked[Template | None]:
    try:
        template = msgspec.convert(_plain(node), Template, strict=False)
    except msgspec.ValidationError as error:
        return Checked(None, (_explain(str(error), node),))
    findings = (*_palette(template, node), *_names(template, node))
    if not findings:
        template = _normal(template)
        findings = _contrast(template, node)
    failed = any(f.severity == "error" for f in findings)
    return Checked(None if failed else template, findings)


def _plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {key.text: _plain(value) for key, value in node.entries}


def _normal(template: Template) -> Template:
    palette = {slot: colour.parse(value) or "000000" for slot, value in template.palette.items()}
    scale = tuple(sorted(set(template.scale)))
    return msgspec.structs.replace(template, palette=palette, scale=scale)


def _explain(message: str, node: Node) -> Diagnostic:
    where = _AT.search(message)
    path = _STEP.findall(where.group(1)) if where else []
    sentence = _AT.sub("", message).replace("Object", "This mapping")
    return Diagnostic(
        "template/invalid", f"{sentence[0].lower()}{sentence[1:]}", span_of(node, path)
    )


def span_of(node: Node, path: list[str]) -> Span:
    """The span of the value at a path of keys and indexes; of the last one that exists."""
    for step in path:
        match node:
            case Mapping():
                inner = next((value for key, value in node.entries if key.text == step), None)
            case Sequence():
                inner = (
                    node.items[int(step)]
                    if step.isdigit() and int(step) < len(node.items)
                    else None
                )
            case _:
                inner = None
        if inner is None:
            break
        node = inner
    return node.span


def _palette(template: Template, node: Node) -> tuple[Diagnostic, ...]:
    found = []
    for slot in SLOTS:
        if slot not in template.palette:
            message = f"the palette has no `{slot}`"
            hint = f"a theme has twelve colours: {', '.join(SLOTS)}"
            found.append(
                Diagnostic("template/palette", message, span_of(node, ["palette"]), hints=(hint,))
            )
    for slot, value in template.palette.items():
        at = span_of(node, ["palette", slot])
        if slot not in SLOTS:
            found.append(Diagnostic("template/palette", f"a theme has no colour `{slot}`", at))
        elif colour.parse(value) is None:
            hint = ('write it in quotes with six hex digits: "#1B1A1F"',)
            found.append(
                Diagnostic("template/colour", f"`{value}` is not a colour", at, hints=hint)
            )
    return tuple(found)


def _names(template: Template, node: Node) -> tuple[Diagnostic, ...]:
    found = []
    for name, scheme in template.schemes.items():
        missing = [role for proof in PROOFS for role in proof[:2] if role not in scheme]
        wrong = [slot for slot in scheme.values() if slot not in SLOTS]
        for what in dict.fromkeys((*missing, *wrong)):
            message = (
                f"scheme `{name}` lacks `{what}`"
                if what in missing
                else f"`{what}` is no theme colour"
            )
            found.append(Diagnostic("template/scheme", message, span_of(node, ["schemes", name])))
    for role in ROLES:
        if role not in template.roles:
            found.append(
                Diagnostic("template/role", f"no type role `{role}`", span_of(node, ["roles"]))
            )
        elif not template.ladder(role):
            message = f"no step of the scale lies within the sizes of `{role}`"
            found.append(Diagnostic("template/role", message, span_of(node, ["roles", role])))
    for kind, spec in template.kinds.items():
        for page in spec.page:
            if page not in template.schemes:
                hint = (f"schemes: {', '.join(template.schemes)}",)
                at = span_of(node, ["kinds", kind])
                found.append(Diagnostic("template/scheme", f"no scheme `{page}`", at, hints=hint))
    return tuple(found)


def _contrast(template: Template, node: Node) -> tuple[Diagnostic, ...]:
    found = []
    for name, scheme in template.schemes.items():
        for front, back, least in PROOFS:
            ratio = colour.contrast(template.palette[scheme[front]], template.palette[scheme[back]])
            if ratio < least:
                message = f"scheme `{name}`: {front} on {back} has a contrast of {ratio:.1f}, {least} is needed"
                found.append(
                    Diagnostic("template/contrast", message, span_of(node, ["schemes", name]))
                )
    return tuple(found)
