"""The slides of a talk → its sections, as PowerPoint's sorter and the agenda divide it.

In: a talk's title and its slides, in order. Out: `Scene.sections`. Not here: how a section's
own page looks.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.outline.model import Section, Slide
from deckgen.scene import model as scene


def sections(title: str, slides: Sequence[Slide]) -> tuple[scene.Section, ...]:
    """A section from each section slide to the next; before the first one, the talk's own."""
    found: list[tuple[str, list[str]]] = []
    for slide in slides:
        if isinstance(slide.body, Section):
            found.append((slide.body.text.plain or slide.id, [slide.id]))
        elif found:
            found[-1][1].append(slide.id)
        else:
            found.append((title or slide.id, [slide.id]))
    divided = any(isinstance(slide.body, Section) for slide in slides)
    return tuple(scene.Section(name, tuple(pages)) for name, pages in found) if divided else ()
