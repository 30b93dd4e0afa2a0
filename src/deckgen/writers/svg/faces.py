"""The faces that pages are drawn with, cut down to their characters and embedded as CSS.

In: a World that has the bundled fonts, pages. Out: `@font-face` rules with WOFF data. What
is embedded goes by a name of its own (`look.family`), so that an installed font of other
widths never takes its place. Not here: how a font is cut (text/subset).
"""

from __future__ import annotations

import base64
from collections.abc import Iterable

from deckgen.scene.model import (
    Bullet,
    Chart,
    Group,
    Item,
    Page,
    Scene,
    Shape,
    Table,
    Text,
    TextBody,
    TextStyle,
)
from deckgen.text.fonts import file, known
from deckgen.text.model import FaceKey
from deckgen.world import World
from deckgen.writers.svg import look

Characters = dict[FaceKey, set[str]]
_NUMERALS = "0123456789.,- −%\u202f\u00a0"  # what a chart may write by itself


class Faces:
    """Embeds faces; the same face with the same characters is cut once."""

    def __init__(self, world: World) -> None:
        """Fonts are opened through `world` when a page first needs them."""
        self._world = world
        self._cut: dict[tuple[FaceKey, frozenset[str]], str] = {}

    def css(self, scene: Scene, pages: Iterable[Page], more: Characters | None = None) -> str:
        """The rules for these pages; `more` are characters that something else draws."""
        found: Characters = {key: set(chars) for key, chars in (more or {}).items()}
        collect(scene, pages, found)
        order = sorted(found, key=lambda key: (key.typeface, key.bold, key.italic))
        return "".join([self._rule(key, found[key]) for key in order if known(key.typeface)])

    def _rule(self, key: FaceKey, chars: set[str]) -> str:
        if not chars:
            return ""
        cut = (key, frozenset(chars))
        data = self._cut.get(cut)
        if data is None:
            data = self._cut[cut] = self._embedded(key, chars)
        return (
            f"@font-face{{font-family:'{look.family(key.typeface)}';"
            f"font-weight:{700 if key.bold else 400};"
            f"font-style:{'italic' if key.italic else 'normal'};"
            f"src:url(data:font/woff;base64,{data}) format('woff')}}"
        )

    def _embedded(self, key: FaceKey, chars: set[str]) -> str:
        from deckgen.text.subset import subset, woff

        cut = subset(self._world.font(file(key)), chars)
        return base64.b64encode(woff(cut)).decode()


def collect(scene: Scene, pages: Iterable[Page], found: Characters) -> None:
    """Add to `found` the characters that each face draws on these pages."""
    layouts = {layout.id: layout for layout in scene.layouts}
    used = {page.layout: None for page in pages}
    collector = _Collector(scene, found)
    for items in (
        scene.master.items,
        *(layouts[name].items for name in used),
        *(page.items for page in pages),
    ):
        collector.items(items)


class _Collector:
    def __init__(self, scene: Scene, found: Characters) -> None:
        self._scene = scene
        self._found = found
        self._faces: dict[TextStyle, set[str]] = {}

    def items(self, items: Iterable[Item]) -> None:
        for item in items:
            if isinstance(item, Group):
                self.items(item.items)
            elif isinstance(item, Text | Shape) and item.text is not None:
                self._body(item.text)
            elif isinstance(item, Table):
                self._table(item)
            elif isinstance(item, Chart) and item.labels is not None:
                self._chart(item, item.labels)

    def _table(self, item: Table) -> None:
        for _, cells in item.rows:
            for cell in cells:
                self._body(cell.text)

    def _chart(self, item: Chart, style: TextStyle) -> None:
        chars = self._chars(style)
        chars.update(_NUMERALS, item.unit, *item.categories)

    def _body(self, body: TextBody) -> None:
        for paragraph in body.paragraphs:
            for run in paragraph.runs:
                self._chars(run.style).update(run.text)
            if paragraph.style.bullet and paragraph.runs:
                self._bullet(paragraph.style.bullet, paragraph.runs[0].style)

    def _bullet(self, bullet: Bullet, style: TextStyle) -> None:
        theme = self._scene.theme
        numbered = bullet.kind == "number"
        name = theme.heading if numbered else theme.symbol
        chars = self._found.setdefault(FaceKey(name, style.bold), set())
        chars.update("0123456789. " if numbered else bullet.char)

    def _chars(self, style: TextStyle) -> set[str]:
        chars = self._faces.get(style)
        if chars is None:
            key = look.face(self._scene.theme, style)
            chars = self._faces[style] = self._found.setdefault(key, set())
        return chars
