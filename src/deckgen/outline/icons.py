"""The names of icons: their type, and whether there are such icons.

What must not be here: the icons themselves (that is `image`), how they are drawn.
"""

from __future__ import annotations

from deckgen.base.diagnostics import Span
from deckgen.image.icons import FILE, Icons, key
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import near
from deckgen.outline.values import Plain
from deckgen.syntax.nodes import Node

SHOWN = 5  # icons that a hint names


class IconName(Plain):
    """An icon by its name."""

    name = "an icon's name"

    def read(self, node: Node, reader: Reader) -> str | None:
        """See Type.read."""
        value = super().read(node, reader)
        if not value or reader.world is None:
            return value
        reader.icons = reader.icons or Icons(reader.world)
        if reader.icons.get(value) is not None:
            return value
        _unknown(value, node.span, reader.icons, reader)
        return None


def _unknown(name: str, span: Span, icons: Icons, reader: Reader) -> None:
    if icons.names():
        hints = (*_instead(name, icons), "look for one: deckgen icons WORD")
        reader.report("unknown-icon", f"There is no icon `{name}`.", span, *hints)
        return
    reader.report(
        "no-icons",
        f"The icons are not installed: {FILE} is missing.",
        span,
        "install deckgen once more: pip install --force-reinstall deckgen",
    )


def _instead(name: str, icons: Icons) -> tuple[str, ...]:
    """The name that was nearly typed, and icons that its words lead to."""
    close = near(key(name), icons.names())
    found = (icon.name for word in key(name).split("-") for icon in icons.search([word]))
    meant = tuple(dict.fromkeys(found))[:SHOWN]
    hints: tuple[str, ...] = (f"did you mean `{close}`?",) if close else ()
    if meant and meant != (close,):
        hints += (f"icons by that word: {', '.join(meant)}",)
    return hints


ICON = IconName()
