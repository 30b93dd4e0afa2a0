"""What the colours of a chart mean stands on the page."""

from pathlib import Path

import pytest
from openxml_audit import validate_pptx

from deckgen.base.colour import contrast
from deckgen.outline.kinds import CHARTS
from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Chart, Item, Page, Scene, Shape
from deckgen.writers.pptx.package import write
from pipeline.kinds import compiled, words

RING = "chart: {type: doughnut, data: {telling: 12, asking: 6.5}, unit: min, highlight: asking}"
TWO_YEARS = "chart: {type: column, data: {2012: {north: 1, south: 2}, 2013: {north: 2, south: 4}}}"


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
    chart = TWO_YEARS.replace("type: column", f"type: {kind}")
    data = write(scene_of(f"title: Two years\n  {chart}"))
    assert violations(data) == ()
    file = tmp_path / "chart.pptx"
    file.write_bytes(data)
    assert validate_pptx(file).is_valid
