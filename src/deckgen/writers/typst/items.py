"""Items → code: forms, pictures, tables, charts and connectors in their places.

In: items in paint order. Out: code. A form is decoration to a reader of the PDF unless it has
an alternative text; then it is a figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene.model import (
    Box,
    Chart,
    Connector,
    Formula,
    Group,
    Item,
    Picture,
    Preset,
    Shape,
    Stroke,
    Table,
    Text,
    TextBody,
    TextStyle,
)
from deckgen.text.model import FaceKey, Span
from deckgen.text.typesetter import Typesetter
from deckgen.writers.marks import charts, forms
from deckgen.writers.marks.connectors import connector
from deckgen.writers.marks.formulas import formula
from deckgen.writers.marks.model import Label, Outline
from deckgen.writers.typst.pictures import Pictures
from deckgen.writers.typst.styles import Styles
from deckgen.writers.typst.syntax import array, colour, commands, length, points, string, stroke
from deckgen.writers.typst.words import Words


class Items:
    """Writes the items of one document."""

    def __init__(
        self, words: Words, styles: Styles, pictures: Pictures, setter: Typesetter
    ) -> None:
        """`setter` measures what the Scene has no lines for: the labels of charts."""
        self._words = words
        self._styles = styles
        self._pictures = pictures
        self._setter = setter

    def all(self, items: Iterable[Item], heading: int = 0) -> str:
        """Items in paint order; a title among them is a heading of that level."""
        return "".join([self._item(item, heading) for item in items])

    def _item(self, item: Item, heading: int) -> str:
        if isinstance(item, Text):
            ground = _rect(item.frame, colour(item.fill), "none") if item.fill else ""
            return ground + self._body(item.text, item.frame, heading if _is_title(item) else 0)
        if isinstance(item, Shape):
            return self._linked(item, self._shape(item, heading))
        if isinstance(item, Group):
            return self._linked(item, _figure(item.alt, self.all(item.items, heading)))
        if isinstance(item, Connector):
            return _drawing(item.alt, _outlines(connector(item)), (item.x1, item.y1))
        if isinstance(item, Picture):
            marks = self.all(item.media.mark) if item.media and item.blob else ""
            return self._linked(item, self._pictures.place(item) + marks)
        if isinstance(item, Table):
            return self._table(item)
        if isinstance(item, Chart):
            return self._chart(item)
        if isinstance(item, Formula):
            return _drawing(item.alt, _outlines(formula(item)), (item.frame.x, item.frame.y))
        assert_never(item)

    def _body(self, body: TextBody, frame: Box, heading: int) -> str:
        return self._words.shadows(body) + self._words.body(body, frame, heading)

    def _linked(self, item: Shape | Group | Picture, code: str) -> str:
        """What is drawn, with the whole frame as the place to click on."""
        to = self._words.target(item.link)
        if not (to and code):
            return code
        box = item.frame
        inside = f"place(top+left,dx:{length(-box.x)},dy:{length(-box.y)},{{{code}}})"
        size = f"width:{length(box.cx)},height:{length(box.cy)}"
        place = f"dx:{length(box.x)},dy:{length(box.y)}"
        return f"place(top+left,{place},link({to},box({size},{inside})))\n"

    def _shape(self, item: Shape, heading: int) -> str:
        alt = "" if item.decorative else item.alt
        drawn = _drawing(alt, _form(item), (item.frame.x, item.frame.y))
        if item.text is None:
            return drawn
        words = self._body(item.text, item.frame, heading if _is_title(item) else 0)
        return drawn + (_turned(words, item) if item.rotation % 360 and words else words)

    def _chart(self, item: Chart) -> str:
        found: list[str] = []
        for mark in charts.chart(item, self._width):
            found.append(_outlines((mark,)) if isinstance(mark, Outline) else self._label(mark))
        return _drawing(item.alt, "".join(found), (item.frame.x, item.frame.y))

    def _width(self, text: str, style: TextStyle) -> float:
        face = FaceKey(self._styles.typeface(style), style.bold, style.italic)
        return self._setter.prepare((Span(text, face),)).total * style.size / 100

    def _label(self, mark: Label) -> str:
        place = f"{points(mark.x)},{points(mark.baseline)},{mark.align}"
        return f"A({place},{self._words.styled(mark.text, mark.style)})\n"

    def _table(self, item: Table) -> str:
        """A table for readers; its cells stand where they would stand without it."""
        y, rows, rules = item.frame.y, [], []
        for number, (height, cells) in enumerate(item.rows):
            x, row = item.frame.x, []
            for width, cell in zip(item.columns, cells, strict=True):
                back = f"dx: {length(-x)}, dy: {length(-y)}"
                words = self._body(cell.text, Box(x, y, width, height), 0)
                inside = f"place(top + left, {back}, {{{words}}})"
                row.append(f"table.cell(fill: {colour(cell.fill)}, {inside})")
                x += width
            joined = ",\n".join(row)
            head = number == 0 and item.header
            rows.append(f"table.header(repeat: false, {joined})" if head else joined)
            if number and item.rule:
                rules.append(_rule(item, y, item.rule))
            y += height
        sizes = (array(map(length, item.columns)), array(length(height) for height, _ in item.rows))
        options = f"columns: {sizes[0]}, rows: {sizes[1]}, inset: 0pt, stroke: none"
        at = f"dx: {length(item.frame.x)}, dy: {length(item.frame.y)}"
        whole = ",\n".join(rows)
        return f"place(top + left, {at}, table({options},\n{whole}))\n{''.join(rules)}"


def _is_title(item: Text | Shape) -> bool:
    return item.role == "title" or (
        item.placeholder is not None and item.placeholder.kind == "title"
    )


def _figure(alt: str, code: str) -> str:
    return f"F({string(alt)},{{{code}}})\n" if alt and code else code


def _drawing(alt: str, code: str, corner: tuple[int, int]) -> str:
    """A figure of lines and areas, held on its page by a space that can't be seen.

    Lines and areas are no content to a PDF, and a figure without content is on no page: nobody
    would be told what it says.
    """
    hold = f'W({length(corner[0])},{length(corner[1])},text(size:1pt,"\\u{{a0}}"))\n'
    return _figure(alt, code + hold) if alt and code else code


def _form(item: Shape) -> str:
    """Rectangles and ellipses as such; everything else as a curve."""
    fill, edge = colour(item.fill), stroke(item.stroke)
    if item.fill is None and item.stroke is None:
        return ""
    name = item.geometry.name if isinstance(item.geometry, Preset) else ""
    if item.rotation % 360 or name not in ("rect", "roundRect", "ellipse"):
        return f"C({fill},{edge},{commands(forms.commands(item))})\n"
    if name == "rect":
        return _rect(item.frame, fill, edge)
    size = f"width:{length(item.frame.cx)},height:{length(item.frame.cy)}"
    look = f"fill:{fill},stroke:{edge}"
    assert isinstance(item.geometry, Preset)
    bend = f",radius:{points(forms.radius(item.geometry, item.frame))}" if name != "ellipse" else ""
    call = "ellipse" if name == "ellipse" else "rect"
    place = f"dx:{length(item.frame.x)},dy:{length(item.frame.y)}"
    return f"place(top+left,{place},{call}({size},{look}{bend}))\n"


def _rect(frame: Box, fill: str, edge: str) -> str:
    sides = ",".join(map(length, (frame.x, frame.y, frame.cx, frame.cy)))
    return f"R({sides},{fill},{edge})\n"


def _turned(code: str, item: Shape) -> str:
    """Words turned around the middle of their shape."""
    x, y = item.frame.x + item.frame.cx / 2, item.frame.y + item.frame.cy / 2
    back = f"place(top+left,dx:{length(-x)},dy:{length(-y)},{{{code}}})"
    turn = f"rotate({item.rotation}deg,origin:top+left,box(width:0pt,height:0pt,{back}))"
    return f"place(top+left,dx:{length(x)},dy:{length(y)},{turn})\n"


def _outlines(marks: Iterable[Outline]) -> str:
    return "".join(
        [f"C({colour(m.fill)},{stroke(m.stroke, m.round)},{commands(m.commands)})\n" for m in marks]
    )


def _rule(item: Table, y: int, rule: Stroke) -> str:
    left, right = item.frame.x, item.frame.x + sum(item.columns)
    ends = [("M", left, y), ("L", right, y)]
    drawn = [(name, x / EMU_PER_POINT, at / EMU_PER_POINT) for name, x, at in ends]
    return f"C(none,{stroke(rule)},{commands(drawn)})\n"
