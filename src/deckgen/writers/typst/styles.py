"""Text styles as typst functions, each defined once: s0, s1 and so on.

In: TextStyles and the theme. Out: names to call and the definitions to put in front.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.scene.model import TextStyle, Theme
from deckgen.text.fonts import SYMBOL, stand_in
from deckgen.writers.typst.syntax import array, colour, points, string

RAISED = 0.66  # size of superscripts and subscripts, as both PowerPoint and LibreOffice have it


class Styles:
    """The styles of one document."""

    def __init__(self, theme: Theme) -> None:
        """Nothing defined yet."""
        self._theme = theme
        self._names: dict[TextStyle, str] = {}
        self._definitions: list[str] = []

    def typeface(self, style: TextStyle) -> str:
        """The typeface as the .pptx names it."""
        found: str = getattr(self._theme, style.font)
        return found

    def name(self, style: TextStyle, linked: bool = False) -> str:
        """The function that sets text in a style. Links are underlined, as PowerPoint does it."""
        if style.echo or linked:
            style = replace(style, echo=None, underline=style.underline or linked)
        name = self._names.get(style)
        if name is None:
            name = self._names[style] = f"s{len(self._names)}"
            self._definitions.append(f"#let {name}(t) = {self._body(style)}")
        return name

    def definitions(self) -> str:
        """All of them, a line each."""
        return "\n".join(self._definitions)

    def _body(self, style: TextStyle) -> str:
        size = style.size / 100
        drawn = size * RAISED if style.baseline else size
        options = [
            f"font: {self.fonts(self.typeface(style))}",
            f"size: {points(drawn)}",
            f"fill: {colour(style.colour)}",
            f"weight: {700 if style.bold else 400}",
            f'style: "{"italic" if style.italic else "normal"}"',
        ]
        if style.spacing:
            options.append(f"tracking: {points(style.spacing / 100)}")
        if style.baseline:
            options.append(f"baseline: {points(-size * style.baseline / 100)}")
        code = f"text({', '.join(options)}, t)"
        if style.underline and style.strike:
            # The PDF standard lets no text carry two lines, so one of them is a box's edge.
            edge = f"stroke: (bottom: 0.06em + {colour(style.colour)}), outset: (bottom: 0.12em)"
            return f"strike(box({edge}, {code}))"
        if style.underline:
            return f"underline(evade: false, {code})"
        return f"strike({code})" if style.strike else code

    def fonts(self, typeface: str) -> str:
        """The stand-in, and the one for symbols behind it."""
        return array(map(string, dict.fromkeys((stand_in(typeface), stand_in(SYMBOL)))))
