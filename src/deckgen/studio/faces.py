"""A theme → its style sheet, and the font files that it names.

In: a World with the bundled fonts, a Theme. Out: CSS, files by the name that the browser asks
for. Whole faces, so that a letter typed for the first time needs no new one; as TrueType,
because packing them takes longer than sending them to the same machine.
"""

from __future__ import annotations

import hashlib

from deckgen.scene.model import Theme
from deckgen.text.fonts import file, known
from deckgen.text.model import FaceKey
from deckgen.world import World
from deckgen.writers.svg.look import family, stylesheet

STYLES = ((False, False), (True, False), (False, True), (True, True))


class Fonts:
    """Names fonts by their content, so that a browser may keep them for good."""

    def __init__(self, world: World) -> None:
        """Fonts are read when a theme needs them."""
        self._world = world
        self._names: dict[str, str] = {}
        self.files: dict[str, bytes] = {}

    def css(self, theme: Theme) -> str:
        """The rules for every page of a theme."""
        faces = dict.fromkeys((theme.heading, theme.body, theme.mono, theme.symbol))
        rules = [
            self._rule(FaceKey(face, *style)) for face in faces if known(face) for style in STYLES
        ]
        return "".join(rules) + stylesheet(theme)

    def _rule(self, key: FaceKey) -> str:
        return (
            f"@font-face{{font-family:'{family(key.typeface)}';font-display:block;"
            f"font-weight:{700 if key.bold else 400};"
            f"font-style:{'italic' if key.italic else 'normal'};"
            f"src:url('/fonts/{self._name(file(key))}') format('truetype')}}"
        )

    def _name(self, font: str) -> str:
        name = self._names.get(font)
        if name is None:
            data = self._world.font(font)
            name = f"{hashlib.blake2b(data, digest_size=10).hexdigest()}.ttf"
            self._names[font], self.files[name] = name, data
        return name
