"""Roles → Scene colours and styles, for one scheme of one template.

In: colour roles, type roles, sizes in points. Out: Scene values in whole units.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from deckgen.base.colour import contrast, mix
from deckgen.base.units import emu
from deckgen.layout.gauge import MONO_SCALE
from deckgen.scene.model import Colour, Echo, FontRole, Slot, Stroke, TextStyle, Tip
from deckgen.template.model import Template

# What is written on a ground of this colour role.
ON = {
    "accent": "on-accent",
    "cool": "on-cool",
    "warm": "on-warm",
    "signal": "on-signal",
    "night": "on-night",
    "field": "ink",
    "paper": "ink",
    "muted": "paper",
}

LEGIBLE = 4.5  # WCAG 2.2, 1.4.3


class Paint:
    """A template's colours in one scheme."""

    def __init__(self, template: Template, scheme: str) -> None:
        """`scheme` names one of the template's schemes."""
        self.template = template
        self.scheme = scheme
        self._roles = template.schemes[scheme]
        self.style = lru_cache(maxsize=None)(self._style)

    def colour(self, role: str, alpha: int = 100) -> Colour:
        """The theme colour that a role is in this scheme; a slot's own name works too.

        `accent:60` is a tint: 60 % of the accent over what lies behind it.
        """
        name, _, share = role.partition(":")
        slot = self._roles.get(name, name)
        return Colour(cast(Slot, slot), self.template.palette[slot], int(share or alpha))

    def over(self, role: str) -> Colour:
        """The colour of words on a ground of this role."""
        if ":" not in role:
            return self.colour(ON.get(role, "ink"))
        ground = self.colour(role)
        shade = mix(self.colour("paper").rgb, ground.rgb, ground.alpha / 100)
        inks = (self.colour("ink"), self.colour("paper"))
        return max(inks, key=lambda ink: contrast(ink.rgb, shade))

    def legible(self, role: str) -> str:
        """The colour role of words on a ground that no pair is proven for: ink, or paper."""
        ground = self.colour(role).rgb
        shades = {name: contrast(self.colour(name).rgb, ground) for name in ("ink", "paper")}
        return "ink" if shades["ink"] >= LEGIBLE else max(shades, key=lambda name: shades[name])

    def stroke(self, role: str, arrow: bool = False, head: bool = False) -> Stroke:
        """A line in the template's one weight."""
        first: Tip = "arrow" if head else "none"
        last: Tip = "arrow" if arrow else "none"
        return Stroke(self.colour(role), emu(self.template.stroke), head=first, tail=last)

    def _style(self, role: str, size: float, colour: str, marks: int) -> TextStyle:
        """A type role's characters; `marks` adds up bold 1, italic 2, code 4, link 8, strike 16."""
        spec = self.template.roles[role]
        font: FontRole = "mono" if marks & 4 else spec.font
        scaled = size * MONO_SCALE if marks & 4 else size
        return TextStyle(
            size=round(scaled * 100),
            colour=self.colour(colour),
            font=font,
            bold=spec.bold or bool(marks & 1),
            italic=spec.italic or bool(marks & 2),
            underline=bool(marks & 8),
            strike=bool(marks & 16),
            echo=self._echo(size) if spec.echo else None,
        )

    def _echo(self, size: float) -> Echo:
        spec = self.template.echo
        distance = emu(size * spec.distance)
        return Echo(self.colour(spec.colour), distance, spec.direction)
