"""Slides as most talks have them, for layouts that somebody who adds a slide will look for.

In: nothing. Out: Slides. Their words are only measured and never written into a file.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.compose.paras import plain
from deckgen.layout.masters import Filled
from deckgen.outline import model as o

_TITLE = plain("What this slide is about")
_SENTENCE = plain("One sentence that everybody remembers")
_POINT = "A point that takes most of a line when it is set in the usual size"

SAMPLES: tuple[o.Slide, ...] = (
    o.Slide("cover", o.Cover(title=plain("The title of the talk"), sub=plain("Who and where"))),
    o.Slide("section", o.Section(plain("A turn in the talk"))),
    o.Slide("statement", o.Statement(_SENTENCE)),
    o.Slide("points", o.Points(tuple(o.Item(plain(_POINT)) for _ in range(5))), title=_TITLE),
    o.Slide("picture", o.Picture(wants="A photograph")),
    o.Slide("quote", o.Quote(plain("What somebody said, in one or two sentences"), by=_TITLE)),
)


def title_only(points: Filled) -> Filled:
    """A page with nothing but its head, from one with points."""
    items = tuple(
        item
        for item in points.page.items
        if (ref := getattr(item, "placeholder", None)) is not None and ref.kind == "title"
    )
    page = replace(points.page, items=items)
    return replace(points, layout="title-only", page=page)
