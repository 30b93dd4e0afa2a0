"""A region → its parts, where a base's layout has a placeholder for each of them.

In: composed regions, a layout. Out: regions whose boxes name the place that they are for. Nothing
is seated yet.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Flow, Region, TextBox
from deckgen.template.base import BaseLayout

HALVES = ("left", "right")


def opened(region: Region, layout: BaseLayout) -> tuple[Region, ...]:
    """A region's parts, where the layout has a placeholder for each of them; else itself."""
    if region.name == "band" and _apart(layout):
        return _worded(region, layout) or (region,)
    if region.name == "body" and "left" in layout.slots:
        return _halves(region) or (region,)
    return (region,)


def _apart(layout: BaseLayout) -> bool:
    """Whether a layout's title stands beside its picture: on it nobody knows if it can be read."""
    title, picture = layout.slots.get("title"), layout.slots.get("picture")
    if title is None or picture is None:
        return False
    one, other = Rect(*title.frame), Rect(*picture.frame)
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across <= 0 or down <= 0


def _worded(region: Region, layout: BaseLayout) -> tuple[Region, ...]:
    """The words on a picture as a title and a caption beside it."""
    box = region.box
    if isinstance(box, Flow) and len(box.children) == 1:  # a label on a mat of its own
        box = box.children[0]
    caption = "sub" if "sub" in layout.slots else "body"
    if not isinstance(box, TextBox) or box.paras[0].role == "shout":
        return ()
    if len(box.paras) > 1 and caption not in layout.slots:
        return ()
    head = replace(box.paras[0], role="title", colour="")
    title = replace(box, paras=(head,), panel=None, place="title", name="title")
    found = [replace(region, name="title", box=title)]
    if box.paras[1:]:
        words = replace(box, paras=box.paras[1:], panel=None, place=caption, name="caption")
        found.append(replace(region, name="caption", box=words))
    return tuple(found)


def _halves(region: Region) -> tuple[Region, ...]:
    """Two lists side by side, each for a placeholder of its own."""
    row = region.box
    if not isinstance(row, Flow) or row.axis != "row" or len(row.children) != len(HALVES):
        return ()
    found: list[Region] = []
    for place, child in zip(HALVES, row.children, strict=True):
        inner = child.children[0] if isinstance(child, Flow) and len(child.children) == 1 else child
        if not isinstance(inner, TextBox) or inner.panel is not None or inner.place != "body":
            return ()
        found.append(replace(region, name=place, box=replace(inner, place=place, grow=0)))
    return tuple(found)
