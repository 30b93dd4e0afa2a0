"""template.yaml → Template, with everything that is wrong in it. No looks are decided here.

In: a template's name and a World. Out: `Checked[Template | None]`.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base import colour
from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.syntax.nodes import Node
from deckgen.syntax.tree import parse
from deckgen.template.model import Template
from deckgen.template.onfile import on_file
from deckgen.template.proofs import contrasts, references
from deckgen.template.reading import read
from deckgen.world import World


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
    if tree.value is None and not tree.diagnostics:
        empty = Diagnostic("template/empty", f"{path} is empty", Span(path, 1, 1, 1, 1))
        return Checked(None, (empty,))
    if tree.value is None or tree.failed:
        return Checked(None, tree.diagnostics)
    read_in = _checked(tree.value)
    template = read_in.value
    if template is None or template.base is None:
        return read_in
    return on_file(template, template.base, path, world)


def _checked(node: Node) -> Checked[Template | None]:
    """Each check needs what the one before it has made sure of."""
    template, findings = read(node)
    if template is None:
        return Checked(None, findings)
    findings = tuple(references(template, node))
    if not findings:
        template = _normal(template)
        findings = tuple(contrasts(template, node))
    failed = any(one.severity == "error" for one in findings)
    return Checked(None if failed else template, findings)


def _normal(template: Template) -> Template:
    palette = {slot: colour.parse(value) or "000000" for slot, value in template.palette.items()}
    return replace(template, palette=palette, scale=tuple(sorted(set(template.scale))))
