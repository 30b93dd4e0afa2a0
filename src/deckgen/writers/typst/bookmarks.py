"""The PDF's outline: sections and, under them, every slide by its name.

In: a Scene. Out: levels for the titles that are seen, and code for the bookmarks that are not.

typst makes bookmarks of headings. A visible title may differ from its slide's name or be missing,
so it is a heading without a bookmark, and a hidden heading carries the name. A visible title
has the level of its slide's bookmark: typst hangs what follows a shallower one too high.
"""

from __future__ import annotations

from deckgen.scene.model import Page, Scene
from deckgen.writers.typst.syntax import string


class Bookmarks:
    """Numbers, levels and bookmarks of a Scene's pages."""

    def __init__(self, scene: Scene) -> None:
        """Sections that none of the pages belongs to are left out."""
        self._numbers = {page.id: n for n, page in enumerate(scene.pages, 1)}
        self._sections: dict[str, str] = {}  # by their first page
        for section in scene.sections:
            first = next((page for page in section.pages if page in self._numbers), None)
            if first is not None:
                self._sections[first] = section.name
        self._titled = False

    def number(self, page: Page) -> int:
        """A page's place, from 1."""
        return self._numbers[page.id]

    def levels(self, page: Page) -> int:
        """The heading level of a page's visible title; the first one of all is at the top."""
        top = not self._sections or page.id in self._sections or not self._titled
        self._titled = True
        return 1 if top else 2

    def code(self, page: Page) -> str:
        """The bookmarks that lead to a page."""
        section = self._sections.get(page.id)
        head = f"B(1,{string(section)});" if section else ""
        return f"{head}B({2 if self._sections else 1},{string(page.name)})"
