"""Charts: shares of a ring, lengths of bars, labels as the .pptx writes them."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from msgspec.structs import replace

from deckgen.scene.model import Chart, Series
from deckgen.writers.svg.charts import chart
from deckgen.writers.svg.plot import Plot, number
from writers.scenes import INK, box, paint

BARS = Chart(
    "c", "C", box(0, 0, 200, 100), "column", ("a", "b"),
    (Series("x", (10.0, 20.0), (paint("accent1"),)),),
)  # fmt: skip


def drawn(item: Chart) -> etree._Element:
    return etree.fromstring(f"<svg>{chart(item)}</svg>".encode())


def heights(item: Chart) -> list[float]:
    return [float(one.get("height", "")) for one in drawn(item).iter("rect")]


def test_columns_are_as_high_as_their_values() -> None:
    low, high = heights(BARS)
    assert high == pytest.approx(2 * low, abs=0.02)


def test_bars_are_as_long_as_their_values() -> None:
    first, second = drawn(replace(BARS, kind="bar")).iter("rect")
    assert float(second.get("width", "")) == pytest.approx(2 * float(first.get("width", "")), 0.01)
    assert first.get("x") == second.get("x")


def test_a_stack_stands_on_its_parts() -> None:
    both = (*BARS.series, Series("y", (5.0, None), (paint("accent2"),)))
    first, second, third = drawn(replace(BARS, kind="stacked-column", series=both)).iter("rect")
    assert float(second.get("y", "")) + float(second.get("height", "")) == pytest.approx(
        float(first.get("y", "")), abs=0.02
    )
    assert first.get("x") == second.get("x") != third.get("x")


def test_a_gap_in_the_data_is_a_gap_in_the_line() -> None:
    series = (Series("x", (1.0, None, 3.0, 4.0), (paint("accent1"),)),)
    line = replace(BARS, kind="line", categories=("a", "b", "c", "d"), series=series)
    (path,) = drawn(line).iter("path")
    assert re.sub(r"[\d. ]+", "", path.get("d", "")) == "MML"


def test_a_ring_is_divided_by_shares() -> None:
    series = (Series("x", (75.0, 25.0, 0.0), tuple(map(paint, ("accent1", "accent2", "dk1")))),)
    ring = replace(BARS, kind="doughnut", categories=("a", "b", "c"), series=series, unit="%")
    segments = list(drawn(ring).iter("path"))
    assert len(segments) == 2  # nothing for nothing
    assert "A48 48 0 1 1 52 50" in segments[0].get("d", "")  # three quarters end at nine o'clock


def test_labels_are_numbers_with_their_unit() -> None:
    labelled = replace(BARS, labels=INK, unit="%")
    assert [one.text for one in drawn(labelled).iter("text")] == ["10%", "20%", "a", "b"]
    assert not list(drawn(BARS).iter("text"))
    assert number(1.5, BARS) == "2"
    assert number(1.5, replace(BARS, series=(Series("x", (1.25,), ()),))) == "1.50"


def test_the_axis_counts_in_round_numbers_from_zero() -> None:
    assert Plot(BARS).ticks() == [0.0, 5.0, 10.0, 15.0, 20.0, 25.0]
