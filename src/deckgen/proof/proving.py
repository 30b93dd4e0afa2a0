"""Every kind of slide in a template, in every form of page, with little and much said.

In: a template's name, an outline for each fullness, a World in which the template is. Out: what
was drawn, and findings that point at what to change in template.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.pipeline import Compiled, compile_deck
from deckgen.proof.sight import Fault, faults, margins
from deckgen.scene.model import Scene
from deckgen.syntax.nodes import Node
from deckgen.syntax.tree import parse
from deckgen.template.load import load
from deckgen.template.model import ASPECTS, Template
from deckgen.template.reading import Path, span_of
from deckgen.world import Draft, World

FULLNESS = ("sparse", "usual", "crowded")
DECK = "deck.yaml"
HINTS = {
    "proof/outside": "give `roles` smaller sizes, or `grid.margins` less of the page",
    "proof/frame": "give the role a larger `leading`, or a smaller `width` or `height`",
    "proof/margin": "let nothing of `decoration` or `head` push words out; see `grid.margins`",
    "proof/collision": "give `head.gap` or the roles' `leading` more room",
    "proof/covered": "move the shape in `decoration`, or name these kinds in its `without`",
    "proof/crossed": "give figures more room: smaller margins, or smaller `roles`",
    "proof/contrast": "make one of the two colours darker or lighter in `palette`",
}
ROOM = "let a role go down further (`sizes`), take smaller margins or a narrower typeface"


class Tried(Struct, frozen=True):
    """All kinds of slides in one template and form: what was drawn, what is wrong with it."""

    template: str
    aspect: str
    fullness: str
    scene: Scene | None
    findings: tuple[Diagnostic, ...]

    @property
    def name(self) -> str:
        """A name for files: `kinds-plain-16x9-usual`."""
        return f"kinds-{self.template}-{self.aspect.replace(':', 'x')}-{self.fullness}"


def prove(
    template: str, outlines: Mapping[str, str], world: World, aspects: Sequence[str] = ()
) -> Iterator[Tried]:
    """Each outline, by its fullness, in each form of page (none named: in all)."""
    look = load(template, world)
    if look.value is None:
        yield Tried(template, "", "", None, look.diagnostics)
        return
    forms = tuple(aspects) or tuple(ASPECTS)
    if look.value.base is not None:
        forms = forms[:1]  # a base file has the form that it has
    for aspect in forms:
        for outline in outlines.items():
            yield attempt(template, aspect, outline, world)


def attempt(template: str, aspect: str, outline: tuple[str, str], world: World) -> Tried:
    """One outline (its fullness, its text) in one template and form of page."""
    fullness, text = outline
    desk = Draft(world, DECK, f"aspect: {aspect}\n{text}".encode())
    compiled = compile_deck(DECK, desk, template)
    found = world.template(template)
    tree = parse(found[1], found[0]).value if found else None
    said = f"{fullness}, {aspect}"
    wrong = (one for one in compiled.diagnostics if one.severity != "note")
    findings = [_moved(one, compiled, tree, said) for one in wrong]
    if compiled.scene is not None and compiled.template is not None:
        findings += _seen(compiled.scene, compiled.template, tree, said)
    return Tried(template, aspect, fullness, compiled.scene, tuple(findings))


def _seen(scene: Scene, template: Template, tree: Node | None, said: str) -> Iterator[Diagnostic]:
    for fault in faults(scene, margins(template)):
        span = span_of(tree, _place(fault, template)) if tree else None
        hint = HINTS.get(fault.code)
        message = f"{said}, slide `{fault.page}`: {fault.message}"
        yield Diagnostic(fault.code, message, span, hints=(hint,) if hint else ())


def _place(fault: Fault, template: Template) -> Path:
    """The keys of template.yaml that are behind a fault."""
    papers = {scheme["paper"]: name for name, scheme in reversed(template.schemes.items())}
    scheme = papers.get(fault.paper.slot, "")
    if fault.ink is not None and scheme:
        slots = template.schemes[scheme]
        role = next((role for role, slot in slots.items() if slot == fault.ink.slot), "")
        return ("schemes", scheme, role) if role else ("palette", fault.ink.slot)
    if fault.code == "proof/margin":
        return ("grid", "margins")
    if fault.code == "proof/covered":
        return ("decoration",)
    return ("roles",)


def _moved(one: Diagnostic, compiled: Compiled, tree: Node | None, said: str) -> Diagnostic:
    """A finding about a sample slide, told of the template, whose maker can't change the slide."""
    span = one.span
    if span is None or span.file != DECK:
        return one
    slide = _slide(span, compiled)
    place = span_of(tree, ("roles",)) if tree else None
    about = f"{said}, slide `{slide}`" if slide and f"`{slide}`" not in one.message else said
    return replace(one, message=f"{about}: {one.message}", span=place, hints=(ROOM,))


def _slide(span: Span, compiled: Compiled) -> str:
    """The id of the slide of a sample deck in which a place is."""
    slides = compiled.deck.slides if compiled.deck else ()
    before = [one for one in slides if one.at.span and one.at.span.line <= span.line]
    return before[-1].id if before else ""
