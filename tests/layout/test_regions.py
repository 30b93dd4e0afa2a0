"""Regions on the grid, checked by hand: 960 × 540, margins 56 44 56 36, gutter 16."""

import pytest

from deckgen.compose.boxes import Box, Region, Sheet, Space
from deckgen.layout.regions import columns, rectangles
from layout.desk import TEMPLATE, rounded

COLUMN = (960 - 112 - 11 * 16) / 12  # 56


def placed(*regions: Region, high: float = 30) -> dict[str, tuple[float, float, float, float]]:
    """Where regions lie when every box needs `high` points."""

    def measure(box: Box, width: float) -> float:
        return high

    sheet = Sheet("test", "light", regions)
    return {name: rounded(rect) for name, rect in rectangles(sheet, TEMPLATE, measure).items()}


def region(name: str, **more: object) -> Region:
    return Region(name, Space(), **more)  # type: ignore[arg-type]


def test_a_region_reaches_from_margin_to_margin() -> None:
    assert placed(region("body")) == {"body": (56, 44, 848, 460)}


def test_columns_count_from_one_and_leave_the_gutters_out() -> None:
    assert columns(TEMPLATE, 1, 1) == (56, COLUMN)
    assert columns(TEMPLATE, 2, 3) == (56 + COLUMN + 16, 2 * COLUMN + 16)
    assert columns(TEMPLATE, 12, 12)[0] + COLUMN == 904


def test_a_title_is_as_high_as_its_text_and_the_body_begins_below_it() -> None:
    found = placed(region("title"), region("body", below="title", gap=28))
    assert found == {"title": (56, 44, 848, 30), "body": (56, 102, 848, 402)}


def test_what_stands_on_the_lower_edge_grows_upwards() -> None:
    found = placed(
        region("body", above="then", above_gap=24),
        region("then", above="source", above_gap=14, from_bottom=True),
        region("source", bottom=26, from_bottom=True),
    )
    assert found == {
        "source": (56, 484, 848, 30),
        "then": (56, 440, 848, 30),
        "body": (56, 44, 848, 372),
    }


def test_a_bleeding_region_reaches_the_page_edge() -> None:
    found = placed(region("aside", columns=(9, 12), top=0, bottom=0, bleed="trb"))
    assert found == {"aside": (56 + 8 * 72, 0, 960 - 56 - 8 * 72, 540)}


def test_a_region_of_a_height() -> None:
    assert placed(region("rule", top=312, height=6)) == {"rule": (56, 312, 848, 6)}


def test_the_order_in_which_regions_are_named_does_not_matter() -> None:
    ahead = placed(region("title"), region("body", below="title"))
    assert placed(region("body", below="title"), region("title")) == ahead


def test_regions_that_wait_for_each_other_are_a_mistake_in_the_program() -> None:
    with pytest.raises(ValueError, match="wait for each other"):
        placed(region("a", below="b"), region("b", below="a"))
