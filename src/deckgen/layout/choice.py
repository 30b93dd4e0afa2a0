"""`layout:` of a slide: which of its variants, or which layout of a base file, it takes.

In: a slide's sheets and its template. Out: those that the name allows, and a finding for a name
that none of them has. Nothing is measured; without a name all sheets are as they were.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic, Edit
from deckgen.compose.boxes import Sheet
from deckgen.outline.model import Slide
from deckgen.outline.suggest import certain, near
from deckgen.template.model import Template


def chosen(sheets: tuple[Sheet, ...], slide: Slide) -> tuple[Sheet, ...]:
    """The variants that the slide's `layout:` names; all where it names none of them."""
    return tuple(one for one in sheets if one.way and one.way == slide.layout) or sheets


def on_layout(template: Template, slide: Slide) -> Template:
    """The template with the layout of its base that the slide names for whatever it shows."""
    name = _layouts(template).get(slide.layout.casefold()) if slide.layout else None
    if template.base is None or name is None:
        return template
    kinds = dict.fromkeys((*template.base.kinds, "*"), (name,))
    return replace(template, base=replace(template.base, kinds=kinds))


def unknown(slide: Slide, sheets: tuple[Sheet, ...], template: Template) -> Iterator[Diagnostic]:
    """A warning for a `layout:` that this slide can't have."""
    ways = tuple(dict.fromkeys(one.way for one in sheets if one.way))
    if not slide.layout or slide.layout in ways or slide.layout.casefold() in _layouts(template):
        return
    base = template.base.layouts.values() if template.base else ()
    names = (*ways, *(one.name for one in base))
    span = slide.layout_at.span or slide.at.span
    typed = {name.casefold().replace(" ", "-"): name for name in names}
    close = typed.get(near(slide.layout, typed), "")
    sure = typed.get(certain(slide.layout, typed), "")
    yield Diagnostic(
        "layout/unknown-layout",
        f"slide `{slide.id}`: its kind has no layout `{slide.layout}` here",
        span,
        "warning",
        (*((f"did you mean `{close}`?",) if close else ()), *_possible(names)),
        edits=(Edit(span, sure),) if sure and span else (),
    )


def _possible(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(names) > 1:
        return (f"layouts: {', '.join(names)}",)
    return ("it is drawn in one way only; take the line out",)


def _layouts(template: Template) -> dict[str, str]:
    """The layouts of a base file: what they are called there, and in its template.yaml."""
    base = template.base
    if base is None:
        return {}
    own = {name.casefold(): name for name in base.layouts}
    return {one.name.casefold(): name for name, one in base.layouts.items()} | own
