"""A page → one SVG, 960 × 540 points for a wide slide.

Entry points:
- `draw(scene, page, faces)` gives a file of its own: the embedded faces it needs, its title
  and description inside, pictures as data.
- `Drawing(scene, …).page(page)` gives the same picture for a web page that holds many and
  brings `look.stylesheet(theme)`, `Faces.css` and the pictures once.

In: a Scene, a Page; nothing is measured. Out: text, the same for the same page. Ids are
`<page>--<item>`, a paragraph's `<page>--<item>.<number>`, `.g` the form behind text. Not
here: files, browsers.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import Colour, Layout, Page, Scene
from deckgen.writers.svg import look
from deckgen.writers.svg.faces import Faces
from deckgen.writers.svg.items import ItemPen, Player
from deckgen.writers.svg.links import Inward, nowhere
from deckgen.writers.svg.markup import pt, text
from deckgen.writers.svg.text import TextPen

_MIME = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "gif": "gif", "svg": "svg+xml"}


class Drawing:
    """Draws the pages of one scene."""

    def __init__(
        self,
        scene: Scene,
        inward: Inward = nowhere,
        picture: Callable[[str], str] | None = None,
        player: Player | None = None,
    ) -> None:
        """`inward` leads to pages; `picture` gives a 1 × 1 picture by its blob's name.

        `player` gives what plays a film; without it, films are stills with a mark on them.
        """
        self.scene = scene
        self._layouts = {layout.id: layout for layout in scene.layouts}
        self._picture = picture or self._embedded
        self._player = player
        self._pen = TextPen(inward, scene.theme)
        self._grounds: dict[str, str] = {}

    def page(self, page: Page) -> str:
        """The `svg` element, without style sheet and without a name of its own."""
        return self._element(page, ' role="group"', "")

    def file(self, page: Page, css: str) -> str:
        """A page that stands alone."""
        name, words = text(page.name), text(" ".join(description(page)))
        about = f"<title>{name}</title>" + (f"<desc>{words}</desc>" if words else "")
        lang = text(self.scene.properties.lang)
        head = f' role="group" aria-roledescription="slide" xml:lang="{lang}" lang="{lang}"'
        style = f"<style>{look.stylesheet(self.scene.theme)}{css}</style>"
        return self._element(page, head, about + style)

    def _element(self, page: Page, head: str, inside: str) -> str:
        scene = self.scene
        width, height = pt(scene.width), pt(scene.height)
        paper = _full(width, height, self.ground(page))
        items = self._items(f"{page.id}--").items(page.items)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="dg" viewBox="0 0 {width} {height}"'
            f' width="{width}" height="{height}" xml:space="preserve"{head}>{inside}'
            f"{paper}{self._decoration(page)}{items}</svg>"
        )

    def ground(self, page: Page) -> Colour:
        """The colour that a page stands on."""
        return page.background or self._layouts[page.layout].background

    def _decoration(self, page: Page) -> str:
        """What master and layout draw on every page that has them; nobody refers to it."""
        layout = self._layouts[page.layout]
        found = self._grounds.get(layout.id)
        if found is None:
            found = self._grounds[layout.id] = self._drawn(self.scene.master) + self._drawn(layout)
        return found.replace("\x7f", text(page.id))

    def _drawn(self, layout: Layout) -> str:
        inside = self._items(f"\x7f--{layout.id}--").items(layout.items)
        return f'<g aria-hidden="true">{inside}</g>' if inside else ""

    def _items(self, prefix: str) -> ItemPen:
        return ItemPen(self._pen, self._picture, prefix, self._player)

    def _embedded(self, blob: str) -> str:
        return picture(self.scene.blobs[blob], blob)


def draw(scene: Scene, page: Page, faces: Faces | None = None) -> str:
    """One page as a file of its own; without `faces`, in the fonts of whoever looks at it."""
    return Drawing(scene).file(page, faces.css(scene, (page,)) if faces else "")


def picture(data: bytes, blob: str) -> str:
    """A picture of one unit each way, whatever its own proportions."""
    kind = _MIME.get(blob.rpartition(".")[2].lower(), "png")
    content = base64.b64encode(data).decode()
    return (
        '<image width="1" height="1" preserveAspectRatio="none"'
        f' href="data:image/{kind};base64,{content}"/>'
    )


def description(page: Page) -> list[str]:
    """The descriptions of the page's pictures and figures, in paint order."""
    return [item.alt for item in page.items if item.alt and not getattr(item, "decorative", False)]


def _full(width: str, height: str, colour: Colour) -> str:
    return f'<rect width="{width}" height="{height}"{look.fill(colour)}/>'


def points(scene: Scene) -> tuple[float, float]:
    """Width and height of a page."""
    return scene.width / EMU_PER_POINT, scene.height / EMU_PER_POINT
