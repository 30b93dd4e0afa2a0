"""Tables → `a:tbl`.

In: a Table. Out: the native table with explicit borders and fills, in no built-in style.
Not here: the frame that it sits in.
"""

from __future__ import annotations

from deckgen.scene.model import Cell, Stroke, Table, TextBody
from deckgen.writers.pptx import drawing, names
from deckgen.writers.pptx.text import Links, TextWriter
from deckgen.writers.pptx.xml import Xml, element, join

_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_MARGINS = ("marL", "marT", "marR", "marB")


def table(item: Table, text: TextWriter, links: Links) -> Xml:
    """The whole table."""
    style = element("a:tableStyleId", {}, Xml(names.TABLE_PLAIN))
    head = element("a:tblPr", {"firstRow": 1 if item.header else None}, style)
    grid = element("a:tblGrid", {}, *[element("a:gridCol", {"w": w}) for w in item.columns])
    rows = [_row(item, number, text, links) for number in range(len(item.rows))]
    return element("a:tbl", {}, head, grid, *rows)


def _row(item: Table, number: int, text: TextWriter, links: Links) -> Xml:
    height, cells = item.rows[number]
    above = item.rule if number > 0 else None
    below = item.rule if number < len(item.rows) - 1 else None
    found = [_cell(cell, (above, below), text, links) for cell in cells]
    return element("a:tr", {"h": height}, *found)


def _cell(
    cell: Cell, rules: tuple[Stroke | None, Stroke | None], text: TextWriter, links: Links
) -> Xml:
    words = Xml(text.paragraphs(cell.text, None, links))
    body = element("a:txBody", {}, Xml("<a:bodyPr/><a:lstStyle/>"), words)
    sides = (("a:lnL", None), ("a:lnR", None), ("a:lnT", rules[0]), ("a:lnB", rules[1]))
    borders = join(*[_border(tag, stroke) for tag, stroke in sides])
    paint = join(borders, drawing.solid(cell.fill))
    return element("a:tc", {}, body, _properties(cell.text, paint))


def _properties(body: TextBody, children: Xml) -> Xml:
    margins = dict(zip(_MARGINS, body.insets, strict=True))
    return element("a:tcPr", {**margins, "anchor": _ANCHOR[body.anchor]}, children)


def _border(tag: str, stroke: Stroke | None) -> Xml:
    if stroke is None:
        return element(tag, {"w": 0}, drawing.NO_FILL)
    return drawing.outline(tag, stroke)
