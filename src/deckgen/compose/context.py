"""What composing a slide may know beside the slide: its deck, its template, its turn.

In: Deck and Template. Out: `Context`, passed to every kind.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.compose.boxes import Art
from deckgen.outline.model import Deck
from deckgen.template.model import Kind, Template


class Context(Struct, frozen=True):
    """`turn` counts the slides of this kind that came before, for schemes that take turns."""

    deck: Deck
    template: Template
    turn: int = 0
    back: str = ""  # where this slide's way back leads, if it has one; see TextBox.link

    def kind(self, name: str) -> Kind:
        """How the template sets a kind."""
        return self.template.kind(name)

    def art(self, name: str) -> Art | None:
        """The artwork beside a kind's words, if the template wants any."""
        style = self.kind(name).art
        return None if style == "none" else Art(style)

    def scheme(self, name: str, wanted: str = "") -> str:
        """The scheme that this slide of a kind takes: the wanted one if the template has it."""
        template = self.template
        pages = self.kind(name).page or template.pages or (next(iter(template.schemes)),)
        return self.wanted(wanted) or pages[self.turn % len(pages)]

    def wanted(self, background: str) -> str:
        """The scheme of that name, or whose paper has that colour role; empty if there is none."""
        schemes = self.template.schemes
        if background in schemes:
            return background
        slot = next(iter(schemes.values())).get(background)
        return next((name for name, roles in schemes.items() if roles["paper"] == slot), "")
