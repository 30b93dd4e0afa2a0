"""Two states → what a browser that shows one of them needs to show the other.

In: State, State. Out: Change. Pure.
"""

from __future__ import annotations

from msgspec.structs import asdict, replace

from deckgen.studio.show import MOST, Change, Drawn, Slide, State


def difference(before: State, after: State, took: float) -> Change:
    """Only the slides that changed, the first few of them with their pictures."""
    old = {slide.id: slide for slide in before.show.slides}
    new = [slide for slide in after.show.slides if old.get(slide.id) != slide]
    slides = tuple(_drawn(slide, after, number < MOST) for number, slide in enumerate(new))
    order = tuple(slide.id for slide in after.show.slides)
    same = order == tuple(slide.id for slide in before.show.slides)
    head = replace(after.show, slides=())
    return Change(before.show.version, head, slides, None if same else order, round(took, 1))


def _drawn(slide: Slide, state: State, sent: bool) -> Drawn:
    return Drawn(**asdict(slide), svg=state.drawings[slide.key] if sent else None)
