"""What the colours of a chart mean stands on the page."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openxml_audit import validate_pptx

from deckgen.base.colour import contrast
from deckgen.outline.kinds import CHARTS
from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Chart, Item, Page, Scene, Shape
from deckgen.writers.pptx.package import write
from pipeline.kinds import compiled, words

RING = "chart: {type: doughnut, data: {telling: 12, asking: 6.5}, unit: min, highlight: asking}"
TWO_YEARS = "chart: {type: column, data: {2012: {north: 1, south: 2}, 2013: {north: 2, south: 4}}}"


POINTS = (
    "chart: {type: scatter, x: income, y: age, highlight: south,"
    " data: {north: [1, 2.5], south: [3, -4], west: [2, 2]}}"
)
BUBBLES = "chart: {type: bubble, data: {north: [1, 2, 10], south: [3, 4, 2.5]}, highlight: south}"


def chart_of_kind(kind: str) -> str:
    own = {"scatter": POINTS, "bubble": BUBBLES}
    return own.get(kind) or TWO_YEARS.replace("type: column", f"type: {kind}")


def page_of(slide: str) -> Page:
    return scene_of(slide).pages[0]


def scene_of(slide: str) -> Scene:
    result = compiled(slide, "plain")
    assert result.diagnostics == ()
    assert result.scene is not None
    return result.scene


def chart_of(page: Page) -> Chart:
    return next(item for item in page.items if isinstance(item, Chart))


def swatches(items: tuple[Item, ...]) -> list[object]:
    return [item.fill for item in items if isinstance(item, Shape) and item.role == "mark"]


def test_parts_are_named_with_their_amounts() -> None:
    said = words(page_of(RING))
    assert said[:4] == ["telling", "12", "min", "asking"]
    assert "6.5" in said


def test_the_key_has_the_colours_of_the_chart() -> None:
    page = page_of(RING)
    assert swatches(page.items) == list(chart_of(page).series[0].colours)


def test_a_ring_carries_no_text_that_nobody_measured() -> None:
    assert chart_of(page_of(RING)).labels is None


def test_several_series_are_named() -> None:
    page = page_of(TWO_YEARS)
    assert words(page)[:2] == ["2012", "2013"]
    assert swatches(page.items) == [one.colours[0] for one in chart_of(page).series]


@pytest.mark.parametrize(("unit", "shown"), [("'%'", "12%"), ("min", "12\u00a0min")])
def test_a_word_keeps_its_distance_from_a_number(unit: str, shown: str) -> None:
    page = page_of(f"chart: {{type: pie, data: {{a: 12, b: 3}}, unit: {unit}}}")
    assert shown in chart_of(page).alt


def test_whoever_can_not_see_it_is_told() -> None:
    assert chart_of(page_of(TWO_YEARS)).alt == "2012: north 1, south 2; 2013: north 2, south 4"


def test_many_parts_take_a_line_each() -> None:
    parts = ", ".join(f"part {n}: {n}" for n in range(1, 10))
    assert "9%" in words(page_of(f"chart: {{type: pie, data: {{{parts}}}, unit: '%'}}"))


def test_a_number_on_a_bar_can_be_read() -> None:
    stacked = TWO_YEARS.replace("type: column", "type: stacked-bar")
    for one in chart_of(page_of(stacked)).series:
        assert one.ink is not None
        assert contrast(one.ink.rgb, one.colours[0].rgb) >= 4.5


def test_lines_that_cross_say_their_values_only_where_it_matters() -> None:
    lines = TWO_YEARS.replace("type: column", "type: line, highlight: 2013")
    assert [one.labelled for one in chart_of(page_of(lines)).series] == [False, True]


@pytest.mark.parametrize("kind", CHARTS)
def test_every_kind_of_chart_is_valid(kind: str, tmp_path: Path) -> None:
    data = write(scene_of(f"title: Two years\n  {chart_of_kind(kind)}"))
    assert violations(data) == ()
    file = tmp_path / "chart.pptx"
    file.write_bytes(data)
    assert validate_pptx(file).is_valid


C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CELLS = re.compile(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$[A-Z]+\$(\d+))?\Z")
GAPS = "chart: {type: line, data: {n: {a: 1.25, b: , c: -3}, s: {a: 1000000000, b: 2, c: 0.0004}}}"


@pytest.mark.parametrize("slide", [*map(chart_of_kind, CHARTS), RING, GAPS])
def test_the_workbook_holds_what_the_chart_shows(slide: str) -> None:
    """Edit Data opens what is drawn: each cache is equal to the cells that it names."""
    with zipfile.ZipFile(io.BytesIO(write(scene_of(slide)))) as package:
        root = etree.fromstring(package.read("ppt/charts/chart1.xml"))
        book = package.read("ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx")
    page = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0]
    found = [*root.iter(f"{C}numRef"), *root.iter(f"{C}strRef")]
    assert found
    for one in found:
        match = CELLS.match(one.findtext(f"{C}f") or "")
        assert match is not None
        first, last = int(match[2]), int(match[3] or match[2])
        held = [page[f"{match[1]}{row}"].value for row in range(first, last + 1)]
        points = {int(pt.get("idx", "0")): pt.findtext(f"{C}v") for pt in one.iter(f"{C}pt")}
        numeric = one.tag == f"{C}numRef"
        shown = [points.get(n) for n in range(len(held))]
        if numeric:
            assert [None if text is None else float(text) for text in shown] == held
        else:
            assert shown == [value or "" for value in held]


def test_every_number_of_a_chart_is_in_its_workbook() -> None:
    with zipfile.ZipFile(io.BytesIO(write(scene_of(BUBBLES)))) as package:
        book = package.read("ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx")
    rows = openpyxl.load_workbook(io.BytesIO(book)).worksheets[0].iter_rows(values_only=True)
    assert list(rows)[1:] == [("north", 1, 2, 10), ("south", 3, 4, 2.5)]


def test_points_have_axes_that_say_what_they_count() -> None:
    page = page_of(POINTS)
    assert words(page)[:4] == ["↑", "age", "income", "→"]
    assert chart_of(page).named == (0, 1, 2)
    assert chart_of(page).alt == "income × age: north 1 × 2.5, south 3 × -4, west 2 × 2"


def test_one_point_of_a_line_is_lit_on_a_quiet_line() -> None:
    line = "chart: {type: line, data: {a: 1, b: 2, c: 3}, highlight: a}"
    series = chart_of(page_of(line)).series[0]
    assert series.tone == series.colours[1] != series.colours[0]


def test_one_part_of_shares_is_lit_and_its_number_can_be_read() -> None:
    share = "chart: {type: percent-bar, data: {a: 1, b: 2}, highlight: b}"
    series = chart_of(page_of(share)).series[0]
    assert contrast(series.inks[1].rgb, series.colours[1].rgb) >= 4.5


def test_numbers_are_written_in_the_slides_language() -> None:
    dutch = "chart: {type: bar, data: {a: 12.5, b: 12345}, unit: '%'}\n  lang: nl-NL"
    assert chart_of(page_of(dutch)).alt == "a 12,5%, b 12.345%"
    with zipfile.ZipFile(io.BytesIO(write(scene_of(dutch)))) as package:
        assert '[$-413]#,##0.0"%"' in etree.fromstring(package.read("ppt/charts/chart1.xml")).xpath(
            "string(//*[local-name()='dLbls']/*[local-name()='numFmt']/@formatCode)"
        )


def test_names_stay_at_the_edge_where_bars_go_below_zero() -> None:
    with zipfile.ZipFile(
        io.BytesIO(write(scene_of("chart: {type: column, data: {a: -1, b: 2}}")))
    ) as package:
        xml = package.read("ppt/charts/chart1.xml").decode()
    assert '<c:tickLblPos val="low"/>' in xml


def test_parts_beyond_the_fifth_are_tints_of_their_own() -> None:
    parts = ", ".join(f"part {n}: {n}" for n in range(1, 12))
    colours = chart_of(page_of(f"chart: {{type: pie, data: {{{parts}}}}}")).series[0].colours
    assert len(set(colours)) == 11


def test_a_pie_that_nobody_can_read_says_so() -> None:
    parts = ", ".join(f"part {n}: {n}" for n in range(1, 15))
    found = compiled(f"chart: {{type: pie, data: {{{parts}}}}}", "plain").diagnostics
    assert [one.code for one in found] == ["outline/many-parts"]


def test_a_chart_that_is_drawn_otherwise_says_so() -> None:
    names = ", ".join(f"Municipality number {n}: {n}" for n in range(1, 20))
    found = compiled(f"chart: {{type: column, data: {{{names}}}}}", "plain").diagnostics
    assert [(one.code, one.severity) for one in found] == [("layout/chart-turned", "note")]
