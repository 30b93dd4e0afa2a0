"""A layout's placeholders in colours that can be read on what the layout itself paints.

On a finished page a title may stand on a coloured form. A layout has no such form, so what
somebody types on a new slide would be light on light paper; there it becomes ink. The page's own
words keep their colour, as a property of their runs.
In: a placeholder, the ground and the flat shapes of its layout. Out: the placeholder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from deckgen.base.colour import contrast, mix
from deckgen.layout.paint import LEGIBLE, Paint
from deckgen.scene import model as scene

LEGIBLE_LARGE = 3.0  # WCAG 2.2, 1.4.3: from 18 points, or 14 bold
_LARGE, _LARGE_BOLD = 1800, 1400  # hundredths of a point


def readable(holder: scene.Placeholder, layout: scene.Layout, paint: Paint) -> scene.Placeholder:
    """The placeholder, each level that cannot be read on `layout` in its scheme's best ink."""
    under = grounds(holder, layout)
    levels = tuple(_level(one, under, paint) for one in holder.levels)
    return holder if levels == holder.levels else replace(holder, levels=levels)


def grounds(holder: scene.Placeholder, layout: scene.Layout) -> tuple[str, ...]:
    """What lies under the placeholder on its layout, as six hex digits each."""
    found = [layout.background.rgb]
    found += [_over(found[0], fill) for fill in _beneath(holder.frame, layout.items)]
    if holder.fill is not None:
        found = [_over(one, holder.fill) for one in found]
    return tuple(dict.fromkeys(found))


def legible(style: scene.TextStyle, under: Iterable[str]) -> bool:
    """Whether text of this colour and size can be read on every one of the grounds."""
    large = style.size >= (_LARGE_BOLD if style.bold else _LARGE)
    return _worst(style.colour, under) >= (LEGIBLE_LARGE if large else LEGIBLE)


def _level(level: scene.LevelStyle, under: tuple[str, ...], paint: Paint) -> scene.LevelStyle:
    if legible(level.text, under):
        return level
    inks = (level.text.colour, paint.colour("ink"), paint.colour("paper"))
    best = max(inks, key=lambda ink: _worst(ink, under))
    return replace(level, text=replace(level.text, colour=best))


def _worst(ink: scene.Colour, under: Iterable[str]) -> float:
    return min(contrast(_over(ground, ink), ground) for ground in under)


def _over(ground: str, colour: scene.Colour) -> str:
    return mix(ground, colour.rgb, colour.alpha / 100)


def _beneath(frame: scene.Box, items: Iterable[scene.Item]) -> Iterator[scene.Colour]:
    for item in items:
        if isinstance(item, scene.Shape) and item.fill is not None and _meet(frame, item.frame):
            yield item.fill


def _meet(one: scene.Box, other: scene.Box) -> bool:
    across = one.x < other.x + other.cx and other.x < one.x + one.cx
    return across and one.y < other.y + other.cy and other.y < one.y + one.cy
