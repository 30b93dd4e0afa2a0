"""Charts as SVG: marks become paths and texts. Where they stand is tested in test_marks."""

from __future__ import annotations

import re

from lxml import etree
from msgspec.structs import replace

from deckgen.scene.model import Chart, Series
from deckgen.writers.svg.marks import chart
from writers.scenes import INK, box, paint

BARS = Chart(
    "c", "C", box(0, 0, 200, 100), "column", ("a", "b"),
    (Series("x", (10.0, 20.0), (paint("accent1"),)),),
)  # fmt: skip


def drawn(item: Chart) -> etree._Element:
    return etree.fromstring(f"<svg>{chart(item)}</svg>".encode())


def test_a_bar_is_a_path_in_its_colour() -> None:
    first, second = drawn(BARS).iter("path")
    assert first.get("fill") == second.get("fill") == f"#{paint('accent1').rgb}"
    assert re.fullmatch(r"M[\d.]+ [\d.]+(L[\d.]+ [\d.]+){3}Z", first.get("d", ""))


def test_a_line_has_round_ends() -> None:
    line, _dots = drawn(replace(BARS, kind="line")).iter("path")
    assert line.get("stroke-linecap") == "round"
    assert line.get("fill") == "none"


def test_a_ring_is_divided_by_shares() -> None:
    series = (Series("x", (75.0, 25.0, 0.0), tuple(map(paint, ("accent1", "accent2", "dk1")))),)
    ring = replace(BARS, kind="doughnut", categories=("a", "b", "c"), series=series, unit="%")
    assert len(list(drawn(ring).iter("path"))) == 2  # nothing for nothing


def test_labels_are_numbers_with_their_unit() -> None:
    labelled = replace(BARS, labels=INK, unit="%")
    assert [one.text for one in drawn(labelled).iter("text")] == ["10%", "20%", "a", "b"]
    assert [one.get("text-anchor") for one in drawn(labelled).iter("text")] == ["middle"] * 4
    assert not list(drawn(BARS).iter("text"))
