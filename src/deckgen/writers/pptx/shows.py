"""Custom shows → the list in the presentation part, and which of them the show begins with.

In: a scene's shows, the relationships of its slides. Out: `p:custShowLst` (ECMA-376 part 1,
19.2.1.8) and `p:showPr` (19.2.1.30). Not here: which shows there are.
"""

from __future__ import annotations

from deckgen.scene.model import Scene, Show
from deckgen.writers.pptx.xml import EMPTY, Xml, element


def custom_shows(scene: Scene, rids: list[str]) -> Xml:
    """The list; nothing without shows. `rids` lead to the slides, in the order of the pages."""
    if not scene.shows:
        return EMPTY
    pages = {page.id: rid for page, rid in zip(scene.pages, rids, strict=True)}
    listed = [_show(number, show, pages) for number, show in enumerate(scene.shows)]
    return element("p:custShowLst", {}, *listed)


def _show(number: int, show: Show, pages: dict[str, str]) -> Xml:
    slides = [element("p:sld", {"r:id": pages[page]}) for page in show.pages]
    return element(
        "p:custShow", {"name": show.name, "id": number}, element("p:sldLst", {}, *slides)
    )


def beginning(scene: Scene) -> Xml:
    """That the show begins with one of them; nothing where it begins with all slides."""
    first = next((number for number, show in enumerate(scene.shows) if show.start), None)
    if first is None:
        return EMPTY
    chosen = element("p:custShow", {"id": first})
    return element("p:showPr", {"showNarration": 1}, element("p:present", {}), chosen)
