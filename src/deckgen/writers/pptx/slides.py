"""A page → a slide part.

In: a Page and the slots of its layout. Out: the root of its part. Not here: items,
notes.
"""

from __future__ import annotations

from deckgen.scene.model import Layout, Page
from deckgen.writers.pptx import media, names, tags, theme, timing, transitions
from deckgen.writers.pptx.masters import background
from deckgen.writers.pptx.parts import Relations
from deckgen.writers.pptx.shapes import Context, Sheet
from deckgen.writers.pptx.xml import EMPTY, Xml, attribute

_ROOT = "".join([f' {name}="{value}"' for name, value in names.ROOT.items()])


class Slides:
    """Writes the pages of one file; knows each layout's slots."""

    def __init__(self, context: Context) -> None:
        """The slots of all layouts are prepared once."""
        self._context = context
        self._layouts = {
            layout.id: (number, layout, context.slots(layout))
            for number, layout in enumerate(context.scene.layouts, 1)
        }

    def slide(self, page: Page) -> tuple[Xml, Relations]:
        """The slide and its relationships, the layout first."""
        number, layout, slots = self._layouts[page.layout]
        relations = Relations()
        relations.add("slideLayout", self.target(number, layout))
        sheet = Sheet(self._context, relations, slots, page.items)
        sheet.slides = ""  # LibreOffice follows a jump only if its target is a bare slide2.xml
        return self._root(page, layout, sheet), relations

    def _tags(self, page: Page, relations: Relations) -> Xml:
        """Where the slide comes from, in a part of its own."""
        if page.came is None:
            return EMPTY
        name = self._context.package.tag_part()
        self._context.package.add(name, tags.tags(page.came))
        return tags.named(relations.add("tags", f"../tags/{name.rpartition('/')[2]}"))

    def target(self, number: int, layout: Layout) -> str:
        """Where a slide finds its layout, the `number`th."""
        return f"../slideLayouts/slideLayout{number}.xml"

    def mapping(self, page: Page, layout: Layout) -> Xml:
        """How a slide maps text and background to the theme's colours."""
        return theme.map_override(layout.dark, self._context.scene.theme.dark)

    def _root(self, page: Page, layout: Layout, sheet: Sheet) -> Xml:
        tree = f"{sheet.tree(page.items)}{self._tags(page, sheet.relations)}"
        paper = background(page.background) if page.background else EMPTY
        shown = ' show="0"' if page.hidden else ""
        mapping = self.mapping(page, layout)
        moving = page.steps or media.plays(page.items)
        clicks = timing.timing(page, sheet.numbers()) if moving else ""
        return Xml(
            f'<p:sld{_ROOT}{shown}><p:cSld name="{attribute(page.name)}">{paper}{tree}</p:cSld>'
            f"{mapping}{transitions.transition(page.transition)}{clicks}</p:sld>"
        )
