"""Some of a Scene's pages, as a Scene of its own.

In: a Scene, which pages are wanted. Out: a Scene with those pages and what still holds of its
sections. A link to a page that is left out leads nowhere: whoever writes it sees that.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.scene.model import Scene, Section


def selected(scene: Scene, hidden: bool = False, numbers: frozenset[int] | None = None) -> Scene:
    """The pages with these numbers, counted from 1 over all; without numbers every page.

    A hidden page stays out unless `hidden`, or asked for by its number.
    """
    pages = tuple(
        page
        for number, page in enumerate(scene.pages, 1)
        if (number in numbers if numbers is not None else hidden or not page.hidden)
    )
    if len(pages) == len(scene.pages):
        return scene
    left = {page.id for page in pages}
    sections = (
        Section(one.name, tuple(page for page in one.pages if page in left))
        for one in scene.sections
    )
    shows = (
        replace(one, pages=tuple(page for page in one.pages if page in left)) for one in scene.shows
    )
    return replace(
        scene,
        pages=pages,
        sections=tuple(one for one in sections if one.pages),
        shows=tuple(one for one in shows if one.pages),
    )
