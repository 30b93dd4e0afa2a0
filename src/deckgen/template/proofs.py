"""What the values of a template must be to each other: names that exist, colours that differ.

In: a Template and its tree. Out: findings. Types of single values are `reading`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.base import colour
from deckgen.base.diagnostics import Diagnostic
from deckgen.syntax.nodes import Node
from deckgen.template.model import COLOUR_ROLES, DEFAULTS, Template
from deckgen.template.reading import Path, span_of
from deckgen.text.fonts import known, typefaces

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
ROLES = (
    "display", "title", "lead", "body", "name", "big", "label", "note", "numeral", "figure",
    "sign", "shout", "stack", "quote", "then", "word", "specimen", "kicker", "caption",
)  # fmt: skip
# Slide kinds, and the picture with shouted words on it, which takes schemes of its own.
KINDS = (
    "points", "steps", "paragraphs", "statement", "question", "quote", "proposition", "pairs",
    "contrast", "words", "chart", "stats", "picture", "shout", "timeline", "phases", "process",
    "worlds", "opposition", "movements", "dimensions", "options", "funnel", "sum", "cover",
    "section", "contact", "table", "blank", "columns", "rows", "agenda", "menu",
    "pictures", "pyramid", "cycle", "matrix", "venn", "tree", "code", "diagram", "math",
    "video", "audio",
)  # fmt: skip
# Text on ground: what a reader must be able to tell apart (WCAG 2.2, 1.4.3: 4.5:1, large 3:1).
PROOFS = (
    ("ink", "paper", 4.5),
    ("muted", "paper", 4.5),
    ("accent", "paper", 3.0),
    ("ink", "field", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-cool", "cool", 4.5),
    ("on-warm", "warm", 4.5),
    ("on-signal", "signal", 4.5),
    ("on-night", "night", 4.5),
)
FOOTER = ("title", "author", "event", "date", "section")
LEAST_PAGE = 0.6  # share of the page's width and height that margins must leave


def references(template: Template, node: Node) -> Iterator[Diagnostic]:
    """Colours, schemes, roles and fonts that are missing, or named but unknown."""
    yield from _palette(template, node)
    yield from _schemes(template, node)
    yield from _roles(template, node)
    yield from _pages(template, node)
    yield from _fonts(template, node)
    yield from _margins(template, node)
    yield from _footer(template, node)


def contrasts(template: Template, node: Node) -> Iterator[Diagnostic]:
    """Pairs of colours that a reader can't tell apart. The palette must be in order."""
    for name, scheme in template.schemes.items():
        for front, back, least in PROOFS:
            ratio = colour.contrast(template.palette[scheme[front]], template.palette[scheme[back]])
            if ratio < least:
                message = (
                    f"scheme `{name}`: {front} on {back} has a contrast of {ratio:.1f},"
                    f" {least:g} is needed"
                )
                hint = f"make `{scheme[front]}` or `{scheme[back]}` darker or lighter"
                yield _finding("contrast", message, node, ("schemes", name), hint)


def _finding(code: str, message: str, node: Node, path: Path, hint: str = "") -> Diagnostic:
    hints = (hint,) if hint else ()
    return Diagnostic(f"template/{code}", message, span_of(node, path), hints=hints)


def _palette(template: Template, node: Node) -> Iterator[Diagnostic]:
    names = f"a theme has twelve colours: {', '.join(SLOTS)}"
    for slot in SLOTS:
        if slot not in template.palette:
            yield _finding("palette", f"the palette has no `{slot}`", node, ("palette",), names)
    for slot, value in template.palette.items():
        path = ("palette", slot)
        if slot not in SLOTS:
            yield _finding("palette", f"a theme has no colour `{slot}`", node, path, names)
        elif colour.parse(value) is None:
            hint = 'write it in quotes with six hex digits: "#1B1A1F"'
            yield _finding("colour", f"`{value}` is not a colour", node, path, hint)


def _schemes(template: Template, node: Node) -> Iterator[Diagnostic]:
    for name, scheme in template.schemes.items():
        path = ("schemes", name)
        for role in COLOUR_ROLES:
            if role not in scheme:
                yield _finding("scheme", f"scheme `{name}` lacks `{role}`", node, path)
        for role, slot in scheme.items():
            if role not in COLOUR_ROLES:
                hint = f"the colour roles are: {', '.join(COLOUR_ROLES)}"
                message = f"there is no colour role `{role}`"
                yield _finding("scheme", message, node, (*path, role), hint)
            elif slot not in SLOTS:
                hint = f"the theme colours are: {', '.join(SLOTS)}"
                message = f"`{slot}` is no theme colour"
                yield _finding("scheme", message, node, (*path, role), hint)


def _roles(template: Template, node: Node) -> Iterator[Diagnostic]:
    for role in ROLES:
        if role not in template.roles:
            yield _finding("role", f"there is no type role `{role}`", node, ("roles",))
    for role in template.roles:
        path = ("roles", role)
        if role not in ROLES and role not in DEFAULTS:
            hint = f"the type roles are: {', '.join((*ROLES, *DEFAULTS))}"
            yield _finding("role", f"nothing is set in a role `{role}`", node, path, hint)
        elif not any(_within(size, template.roles[role].sizes) for size in template.scale):
            message = f"no step of the scale lies within the sizes of `{role}`"
            hint = "`sizes` has the largest first: [36, 24]"
            yield _finding("role", message, node, (*path, "sizes"), hint)


def _within(size: float, sizes: tuple[float, float]) -> bool:
    return sizes[1] <= size <= sizes[0]


def _pages(template: Template, node: Node) -> Iterator[Diagnostic]:
    yield from _named(template.kinds, node, ("kinds",))
    for kind, spec in template.kinds.items():
        yield from _known(template, spec.page, node, ("kinds", kind, "page"))
    yield from _known(template, template.pages, node, ("pages",))
    for number, one in enumerate(template.decoration):
        at = ("decoration", str(number))
        yield from _known(template, one.on, node, (*at, "on"))
        for key in ("kinds", "without"):
            yield from _named(getattr(one, key), node, (*at, key))


def _named(kinds: Iterable[str], node: Node, path: Path) -> Iterator[Diagnostic]:
    for kind in kinds:
        if kind not in KINDS:
            hint = f"the kinds are: {', '.join(KINDS)}"
            yield _finding("kind", f"there is no kind `{kind}`", node, (*path, kind), hint)


def _known(
    template: Template, names: Iterable[str], node: Node, path: Path
) -> Iterator[Diagnostic]:
    for number, name in enumerate(names):
        if name not in template.schemes:
            hint = f"the schemes are: {', '.join(template.schemes)}"
            message = f"there is no scheme `{name}`"
            yield _finding("scheme", message, node, (*path, str(number)), hint)


def _fonts(template: Template, node: Node) -> Iterator[Diagnostic]:
    fonts = template.fonts
    for use, name in (("heading", fonts.heading), ("body", fonts.body), ("mono", fonts.mono)):
        if not known(name):
            hint = f"typefaces that can be measured: {', '.join(typefaces())}"
            message = f"the typeface `{name}` can't be measured"
            yield _finding("font", message, node, ("fonts", use), hint)


def _margins(template: Template, node: Node) -> Iterator[Diagnostic]:
    margins = template.grid.margins
    across = 1 - (margins.left + margins.right) / template.width
    down = 1 - (margins.top + margins.bottom) / template.height
    if min(across, down) < LEAST_PAGE:
        message = "the margins leave too little of the page"
        yield _finding("margins", message, node, ("grid", "margins"))


def _footer(template: Template, node: Node) -> Iterator[Diagnostic]:
    for name in re.findall(r"\{(.*?)\}", template.footer):
        if name not in FOOTER:
            hint = f"what it may say: {', '.join(f'{{{one}}}' for one in FOOTER)}"
            message = f"a footer knows no `{{{name}}}`"
            yield _finding("footer", message, node, ("footer",), hint)
