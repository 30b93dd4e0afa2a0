"""Scatter and bubble charts → their part of the plot area: points, their names, two value axes.

In: a Chart, and the writer of a chart's common pieces. Out: XML. Names stand in the workbook's
first column and in the chart as each point's own label; Office has no other place for them.
Axes start where the points do, which Office would not do by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from msgspec.structs import replace

from deckgen.base.numerals import numerals
from deckgen.scene.model import Chart, Colour, Series
from deckgen.writers.marks.scales import span
from deckgen.writers.pptx import drawing
from deckgen.writers.pptx.xml import EMPTY, Xml, element, join, text

ACROSS, UP = 333_333_333, 444_444_444
KINDS = ("scatter", "bubble")
_SIZE = 12  # points across, of a marker
_RULE = 12_700  # EMU of an axis
_SCALE = 100  # per cent of Office's own size of bubbles

Words = Callable[[], Xml]
"""The c:txPr of labels and axes."""


Head = tuple[int, int, Xml]
"""A series' rank, its first row, its name."""


class Sheet(Protocol):
    """References to the workbook, with what its cells hold."""

    def numbers(self, number: int, series: Series, tag: str, row: int = 0) -> Xml:
        """A series' numbers from a row on, in an element of that name."""

    def head(self, column: int, row: int, words: str) -> Xml:
        """A cell that names a series."""


def plot(item: Chart, sheet: Sheet, words: Words) -> Xml:
    """The chart's element: a series of all points, then one for each point that matters.

    A loud point is a series of its own that names the same cells, and is not drawn among the
    others: Office would colour it there, LibreOffice would not.
    """
    bubbles = item.kind == "bubble"
    style = EMPTY if bubbles else _val("c:scatterStyle", "lineMarker")
    tail = (_val("c:bubbleScale", _SCALE), _val("c:showNegBubbles", 0)) if bubbles else ()
    colours = item.series[-1].colours
    usual = max(colours, key=colours.count)
    loud = [(n, colour) for n, colour in enumerate(colours) if colour != usual]
    rest = join(*(_gone(n, bubbles) for n, _ in loud), _labels(item, words))
    series = [_series(item, (0, 0, sheet.head(2, 0, item.series[1].name)), usual, sheet, rest)]
    for rank, (number, colour) in enumerate(loud, start=1):
        head = (rank, number, sheet.head(0, number + 1, item.categories[number]))
        one = replace(item, series=tuple(_only(each, number) for each in item.series))
        series.append(_series(one, head, colour, sheet, _labels(None, words)))
    ids = (_val("c:axId", ACROSS), _val("c:axId", UP))
    kind = "c:bubbleChart" if bubbles else "c:scatterChart"
    return element(kind, {}, style, _val("c:varyColors", 0), *series, *tail, *ids)


def _gone(number: int, bubble: bool) -> Xml:
    """A point that is not drawn."""
    flat, index = _val("c:bubble3D", 0), _val("c:idx", number)
    if bubble:
        clear = element("c:spPr", {}, drawing.NO_FILL, drawing.NO_LINE)
        return element("c:dPt", {}, index, _val("c:invertIfNegative", 0), flat, clear)
    return element("c:dPt", {}, index, element("c:marker", {}, _val("c:symbol", "none")), flat)


def _only(series: Series, number: int) -> Series:
    return replace(series, values=series.values[number : number + 1])


def _series(item: Chart, head: Head, colour: Colour, sheet: Sheet, rest: Xml) -> Xml:
    rank, row, name = head
    bubbles = item.kind == "bubble"
    first = (_val("c:idx", rank), _val("c:order", rank), name)
    flat = (_fill(colour), _val("c:invertIfNegative", 0))
    look = flat if bubbles else (_NO_LINE, _marker(colour))
    tags = ("c:xVal", "c:yVal", "c:bubbleSize")
    columns = [sheet.numbers(n, one, tags[n], row) for n, one in enumerate(item.series)]
    last = _val("c:bubble3D", 0) if bubbles else _val("c:smooth", 0)
    return element("c:ser", {}, *first, *look, rest, *columns, last)


def _labels(item: Chart | None, words: Words) -> Xml:
    """The names of points; none where there is no chart to name them for."""
    shown = item.named if item and item.labels else ()
    named = [_named(n, item.categories[n], words) for n in shown] if item else []
    return element("c:dLbls", {}, *named, *_flags(0))


def _named(number: int, name: str, words: Words) -> Xml:
    """A point's name to its right, in the look that all labels have."""
    look = words()
    run = element("a:r", {}, element("a:t", {}, text(name)))
    paragraph = element("a:p", {}, run)
    rich = element("c:rich", {}, Xml("<a:bodyPr/><a:lstStyle/>"), paragraph)
    clear = element("c:spPr", {}, drawing.NO_FILL, drawing.NO_LINE)
    place = _val("c:dLblPos", "r")
    said = element("c:tx", {}, rich)
    return element("c:dLbl", {}, _val("c:idx", number), said, clear, look, place, *_flags(1))


def _flags(value: int) -> tuple[Xml, ...]:
    return (
        _val("c:showLegendKey", 0),
        _val("c:showVal", value),
        _val("c:showCatName", 0),
        _val("c:showSerName", 0),
        _val("c:showPercent", 0),
        _val("c:showBubbleSize", 0),
    )


def axes(item: Chart, words: Words) -> Xml:
    """Two value axes that meet in the lower left corner."""
    return join(_axis(item, 0, words), _axis(item, 1, words))


def _axis(item: Chart, number: int, words: Words) -> Xml:
    own, other = ((ACROSS, UP), (UP, ACROSS))[number]
    known = [value for value in item.series[number].values if value is not None]
    code = numerals(known, "", item.lang, item.scale).axis_format()
    reach = span(known)
    line = element("a:ln", {"w": _RULE}, drawing.solid(item.rule)) if item.rule else EMPTY
    return element(
        "c:valAx",
        {},
        _val("c:axId", own),
        element(
            "c:scaling",
            {},
            _val("c:orientation", "minMax"),
            _val("c:max", repr(reach.high)),
            _val("c:min", repr(reach.low)),
        ),
        _val("c:delete", 0 if item.labels else 1),
        _val("c:axPos", "bl"[number]),
        element("c:numFmt", {"formatCode": code, "sourceLinked": 0}),
        _val("c:majorTickMark", "none"),
        _val("c:minorTickMark", "none"),
        _val("c:tickLblPos", "low"),
        element("c:spPr", {}, drawing.NO_FILL, line),
        words(),
        _val("c:crossAx", other),
        _val("c:crosses", "min"),
        _val("c:crossBetween", "midCat"),
        _val("c:majorUnit", repr(reach.step)),
    )


def _marker(colour: Colour) -> Xml:
    return element("c:marker", {}, _val("c:symbol", "circle"), _val("c:size", _SIZE), _fill(colour))


def _fill(colour: Colour) -> Xml:
    return element("c:spPr", {}, drawing.solid(colour), drawing.NO_LINE)


def _val(tag: str, value: str | int) -> Xml:
    return element(tag, {"val": value})


_NO_LINE = element("c:spPr", {}, element("a:ln", {"w": 19_050}, Xml("<a:noFill/>")))
