"""Charts → a chart part with its workbook.

In: a Chart. Out: a part of `c:chartSpace` whose caches equal the embedded workbook. No
legend, no title, no style number: what a reader needs stands on the slide. Not here: the
frame that it sits in.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base.numerals import Numerals, numerals
from deckgen.scene.model import Chart, Colour, Series
from deckgen.writers.pptx import clouds, drawing, names, styles
from deckgen.writers.pptx.parts import Package, Relations
from deckgen.writers.pptx.text import TextWriter, properties
from deckgen.writers.pptx.xml import EMPTY, Attributes, Xml, element, join, text

_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222
_SHEET = "Sheet1"
_GAP = 19_050  # EMU of paper between segments
_ROOT: Attributes = {
    "xmlns:c": names.CHART,
    "xmlns:a": names.DRAWING,
    "xmlns:r": names.OFFICE_RELS,
}
_RINGS = ("pie", "doughnut")
_GROUPING = {
    "bar": "clustered",
    "column": "clustered",
    "stacked-bar": "stacked",
    "stacked-column": "stacked",
    "percent-bar": "percentStacked",
    "percent-column": "percentStacked",
    "line": "standard",
}
_STACKS = ("stacked", "percent")
# Where a label stands; Office knows the place of the others by itself.
_PLACES = {"line": "t", "bar": "outEnd", "column": "outEnd"}
_HOLE, _FULL_OVERLAP = 62, 100  # per cent
_LOUD = 13  # points across, of the marker that matters


def add(item: Chart, number: int, package: Package, text_writer: TextWriter) -> str:
    """Write a chart and its workbook; the name of the chart's part."""
    from deckgen.writers.pptx import workbook

    book = f"ppt/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    package.add_raw(book, workbook.workbook(item, _SHEET))
    relations = Relations()
    rid = relations.add("package", "../" + book.removeprefix("ppt/"))
    part = f"ppt/charts/chart{number}.xml"
    package.add(part, _Chart(item, text_writer).space(rid), relations)
    return part


def _val(tag: str, value: str | int) -> Xml:
    return element(tag, {"val": value})


class _Chart:
    """One chart while its part is written."""

    def __init__(self, item: Chart, text_writer: TextWriter) -> None:
        self._item = item
        self._text = text_writer
        self._numbers = numbers(item)

    def space(self, workbook: str) -> Xml:
        """The root of the part."""
        plot = element("c:plotArea", {}, Xml("<c:layout/>"), self._plot(), self._axes())
        chart = element(
            "c:chart",
            {},
            _val("c:autoTitleDeleted", 1),
            plot,
            _val("c:plotVisOnly", 1),
            _val("c:dispBlanksAs", "gap"),
        )
        data = element("c:externalData", {"r:id": workbook}, _val("c:autoUpdate", 0))
        clear = element("c:spPr", {}, drawing.NO_FILL, drawing.NO_LINE)
        head = (_val("c:date1904", 0), _val("c:roundedCorners", 0))
        return element("c:chartSpace", _ROOT, *head, chart, clear, self._text_properties(), data)

    def _plot(self) -> Xml:
        if self._item.kind in clouds.KINDS:
            return clouds.plot(self._item, self, self._text_properties)
        series = [self._series(n, s) for n, s in enumerate(self._item.series)]
        kind = self._item.kind
        if kind in _RINGS:
            return self._ring(series)
        if kind == "line":
            return self._line(series)
        return self._area(series) if kind == "area" else self._bars(series)

    def _axes(self) -> Xml:
        if self._item.kind in _RINGS:
            return EMPTY
        if self._item.kind in clouds.KINDS:
            return clouds.axes(self._item, self._text_properties)
        return join(self._category_axis(), self._value_axis())

    def _ring(self, series: list[Xml]) -> Xml:
        turn = _val("c:firstSliceAng", 0)
        if self._item.kind == "pie":
            return element("c:pieChart", {}, _val("c:varyColors", 1), *series, turn)
        hole = _val("c:holeSize", _HOLE)
        return element("c:doughnutChart", {}, _val("c:varyColors", 1), *series, turn, hole)

    def _line(self, series: list[Xml]) -> Xml:
        head = (_val("c:grouping", "standard"), _val("c:varyColors", 0))
        return element("c:lineChart", {}, *head, *series, _val("c:marker", 1), *_axis_ids())

    def _area(self, series: list[Xml]) -> Xml:
        grouping = "stacked" if len(series) > 1 else "standard"
        head = (_val("c:grouping", grouping), _val("c:varyColors", 0))
        return element("c:areaChart", {}, *head, *series, *_axis_ids())

    def _bars(self, series: list[Xml]) -> Xml:
        kind = self._item.kind
        direction = "bar" if kind.endswith("bar") else "col"
        head = (
            _val("c:barDir", direction),
            _val("c:grouping", _GROUPING[kind]),
            _val("c:varyColors", 0),
        )
        overlap = _val("c:overlap", _FULL_OVERLAP if kind.startswith(_STACKS) else 0)
        tail = (_val("c:gapWidth", self._item.gap), overlap, *_axis_ids())
        return element("c:barChart", {}, *head, *series, *tail)

    def _series(self, number: int, series: Series) -> Xml:
        kind = self._item.kind
        name = self.head(number + 1, 0, series.name)
        head = (_val("c:idx", number), _val("c:order", number), name)
        data = (self._categories(), self._values(number, series))
        points = self._points(series)
        look = self._series_look(series)
        labels = self._labels(series)
        middle: tuple[Xml, ...] = (look, *points, labels)
        if kind == "line":
            middle = (look, _marker(_tone(series)), *points, labels)
        elif kind == "area":
            middle = (look, labels)
        elif kind not in _RINGS:
            middle = (look, _val("c:invertIfNegative", 0), *points, labels)
        tail = _val("c:smooth", 0) if kind == "line" else EMPTY
        return element("c:ser", {}, *head, *middle, *data, tail)

    def _series_look(self, series: Series) -> Xml:
        if self._item.kind in _RINGS:
            return EMPTY
        if self._item.kind == "line":
            return element("c:spPr", {}, _thick_line(_tone(series), series.dash))
        return self._look(_tone(series))

    def _points(self, series: Series) -> list[Xml]:
        """Points with a look of their own: all of a ring, bars that differ, a line's loud ones."""
        kind, own = self._item.kind, series.colours[: len(series.values)]
        if kind == "area" or (kind not in _RINGS and len(series.colours) == 1):
            return []
        if kind == "line":
            loud = [(n, c) for n, c in enumerate(own) if c != _tone(series)]
            return [_dot(n, c, _tone(series)) for n, c in loud]
        return [self._point(n, c) for n, c in enumerate(own)]

    def _point(self, number: int, colour: Colour) -> Xml:
        ring = self._item.kind in _RINGS
        flags = _val("c:bubble3D", 0) if ring else _val("c:invertIfNegative", 0)
        bubble = EMPTY if ring else _val("c:bubble3D", 0)
        return element("c:dPt", {}, _val("c:idx", number), flags, bubble, self._look(colour))

    def _look(self, colour: Colour) -> Xml:
        paper = self._item.paper
        edge = drawing.NO_LINE
        if paper:
            edge = element("a:ln", {"w": _GAP}, drawing.solid(paper))
        return element("c:spPr", {}, drawing.solid(colour), edge)

    def _labels(self, series: Series) -> Xml:
        # Office writes an area's name in its middle, once, whatever is asked for.
        there = self._item.labels is not None and series.labelled
        shown = int(there and self._item.kind != "area")
        flags = (
            ("c:showLegendKey", 0),
            ("c:showVal", shown),
            ("c:showCatName", 0),
            ("c:showSerName", 0),
            ("c:showPercent", 0),
            ("c:showBubbleSize", 0),
        )
        found = [_val(tag, value) for tag, value in flags]
        if not shown:
            return element("c:dLbls", {}, *found)
        code = element("c:numFmt", {"formatCode": self._numbers.format(), "sourceLinked": 0})
        clear = element("c:spPr", {}, drawing.NO_FILL, drawing.NO_LINE)
        rest = EMPTY if self._item.kind not in _RINGS else _val("c:showLeaderLines", 0)
        # Beside its point, a label would stand on the line.
        place = _PLACES.get(self._item.kind)
        where = _val("c:dLblPos", place) if place else EMPTY
        own = [
            element("c:dLbl", {}, _val("c:idx", n), code, clear, self._text_properties(ink), *found)
            for n, ink in enumerate(series.inks)
            if ink != series.ink
        ]
        words = self._text_properties(series.ink, 'wrap="none"')
        return element("c:dLbls", {}, *own, code, clear, words, where, *found, rest)

    def _text_properties(self, ink: Colour | None = None, frame: str = "") -> Xml:
        """`frame` has the attributes that keep a program from turning or breaking these texts."""
        style = self._item.labels
        if style is None:
            return EMPTY
        style = replace(style, colour=ink) if ink else style
        marks, paint = styles.character(style, None, self._text.faces)
        run = element("a:pPr", {}, Xml(properties("a:defRPr", marks, paint)))
        end = element("a:endParaRPr", {"lang": self._text.lang})
        head = Xml(f"<a:bodyPr {frame}/><a:lstStyle/>" if frame else "<a:bodyPr/><a:lstStyle/>")
        return element("c:txPr", {}, head, element("a:p", {}, run, end))

    def _categories(self) -> Xml:
        points = [_point(n, c) for n, c in enumerate(self._item.categories)]
        count = _val("c:ptCount", len(points))
        cache = element("c:strCache", {}, count, *points)
        where = f"{_SHEET}!$A$2:$A${len(points) + 1}"
        return element("c:cat", {}, element("c:strRef", {}, _formula(where), cache))

    def _values(self, number: int, series: Series) -> Xml:
        return self.numbers(number, series, "c:val")

    def numbers(self, number: int, series: Series, tag: str, row: int = 0) -> Xml:
        """A series' numbers from a row on, in an element of that name."""
        points = [_point(n, plain(v)) for n, v in enumerate(series.values) if v is not None]
        head = (element("c:formatCode", {}, Xml("General")), _val("c:ptCount", len(series.values)))
        cache = element("c:numCache", {}, *head, *points)
        column = column_name(number + 1)
        where = f"{_SHEET}!${column}${row + 2}:${column}${row + len(series.values) + 1}"
        return element(tag, {}, element("c:numRef", {}, _formula(where), cache))

    def head(self, column: int, row: int, words: str) -> Xml:
        """A cell that names a series."""
        cache = element("c:strCache", {}, _val("c:ptCount", 1), _point(0, words))
        where = f"{_SHEET}!${column_name(column)}${row + 1}"
        return element("c:tx", {}, element("c:strRef", {}, _formula(where), cache))

    def _category_axis(self) -> Xml:
        """Categories are named where text has a style; bars read from the top down."""
        bars = self._item.kind.endswith("bar")
        hidden = int(self._item.labels is None)
        tail = (
            _val("c:crossAx", _VALUE_AXIS),
            _val("c:crosses", "autoZero"),
            _val("c:auto", 1),
            _val("c:lblAlgn", "ctr"),
            _val("c:lblOffset", 100),
            *((_val("c:tickLblSkip", self._item.every),) if self._item.every > 1 else ()),
            _val("c:noMultiLvlLbl", 0),
        )
        where = ("l", "maxMin") if bars else ("b", "minMax")
        head = _axis_head(_CATEGORY_AXIS, where, hidden)
        return element("c:catAx", {}, *head, EMPTY, *self._axis_look("General", "low"), *tail)

    def _value_axis(self) -> Xml:
        """Counts from zero, or the lengths of bars would lie; lines may start higher."""
        bars = self._item.kind.endswith("bar")
        values = [v for series in self._item.series for v in series.values if v is not None]
        least = (
            _val("c:min", 0) if self._item.kind != "line" and min(values, default=0) >= 0 else EMPTY
        )
        where = ("b" if bars else "l", "minMax")
        head = _axis_head(_VALUE_AXIS, where, int(not self._item.axes), least)
        # Bars count from the top, so the value axis crosses at the last category.
        crosses = _val("c:crosses", "max" if bars else "autoZero")
        tail = (_val("c:crossAx", _CATEGORY_AXIS), crosses, _val("c:crossBetween", "between"))
        look = self._axis_look(self._numbers.axis_format())
        return element("c:valAx", {}, *head, *look, *tail)

    def _axis_look(self, code: str, place: str = "nextTo") -> tuple[Xml, ...]:
        """`place`: `low` keeps names at the edge where bars go below zero."""
        ticks = [_val(t, "none") for t in ("c:majorTickMark", "c:minorTickMark")]
        number = element("c:numFmt", {"formatCode": code, "sourceLinked": 0})
        ruled = self._item.rule if place == "low" else None
        edge = _thin_line(ruled) if ruled else drawing.NO_LINE
        look = element("c:spPr", {}, drawing.NO_FILL, edge)
        words = self._text_properties(frame='rot="0" vert="horz"' if place == "low" else "")
        return (number, *ticks, _val("c:tickLblPos", place), look, words)


def _axis_head(
    axis: int, where: tuple[str, str], hidden: int, least: Xml = EMPTY
) -> tuple[Xml, ...]:
    position, orientation = where
    scaling = element("c:scaling", {}, _val("c:orientation", orientation), least)
    return _val("c:axId", axis), scaling, _val("c:delete", hidden), _val("c:axPos", position)


def _axis_ids() -> tuple[Xml, Xml]:
    return _val("c:axId", _CATEGORY_AXIS), _val("c:axId", _VALUE_AXIS)


def _formula(where: str) -> Xml:
    return element("c:f", {}, text(where))


def _point(number: int, value: str) -> Xml:
    return element("c:pt", {"idx": number}, element("c:v", {}, text(value)))


def _thick_line(colour: Colour, dash: str = "solid") -> Xml:
    corner = Xml("<a:round/>")
    if dash == "solid":
        return element("a:ln", {"w": 38_100, "cap": "rnd"}, drawing.solid(colour), corner)
    gaps = element("a:prstDash", {"val": "dash" if dash == "dash" else "sysDot"})
    return element("a:ln", {"w": 38_100, "cap": "flat"}, drawing.solid(colour), gaps, corner)


def _thin_line(colour: Colour) -> Xml:
    return element("a:ln", {"w": 12_700}, drawing.solid(colour))


def _marker(colour: Colour, size: int = 8) -> Xml:
    look = element("c:spPr", {}, drawing.solid(colour), drawing.NO_LINE)
    return element("c:marker", {}, _val("c:symbol", "circle"), _val("c:size", size), look)


def _dot(number: int, colour: Colour, line: Colour) -> Xml:
    """A point of a line that matters; the line to it stays the line's."""
    look = element("c:spPr", {}, _thick_line(line))
    marker = _marker(colour, _LOUD)
    return element("c:dPt", {}, _val("c:idx", number), marker, _val("c:bubble3D", 0), look)


def _tone(series: Series) -> Colour:
    return series.tone or series.colours[0]


def column_name(index: int) -> str:
    """A spreadsheet column's letters, from 0 for A."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def plain(value: float) -> str:
    """A number as a workbook writes it: no needless decimals, never in words."""
    return str(int(value)) if value == int(value) else repr(float(value))


def numbers(item: Chart) -> Numerals:
    """How the chart's numbers are written, as its labels and axes are."""
    values = (v for series in item.series for v in series.values if v is not None)
    return numerals(values, item.unit, item.lang, item.scale)
