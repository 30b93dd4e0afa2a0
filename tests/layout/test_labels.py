"""Names and numbers of charts: as large as they fit, and what is said when they don't."""

import pytest

from deckgen.base.geometry import Rect
from deckgen.compose.boxes import Graph
from deckgen.layout.labels import Fitting, fitting
from deckgen.outline.model import Chart, Series

FRAME = Rect(0, 0, 800, 400)


def graph(kind: str, names: list[str], *columns: list[float]) -> Graph:
    series = tuple(Series(f"s{n}", tuple(column)) for n, column in enumerate(columns))
    return Graph(Chart(kind, tuple(names), series), (), lang="nl")


def fit(box: Graph, frame: Rect = FRAME) -> Fitting:
    """Every character is half as wide as its size."""
    return fitting(box, frame, lambda text, size: len(text) * size / 2)


def test_few_short_names_are_written_large() -> None:
    assert fit(graph("column", ["a", "b"], [1, 2])) == Fitting("column", 24)


def test_more_names_are_written_smaller() -> None:
    names = [f"Town {n}" for n in range(11)]
    found = fit(graph("column", names, [1.0] * 11))
    assert found.kind == "column" and 14 <= found.size < 24 and found.numbers


def test_columns_with_long_names_become_bars_and_it_is_said() -> None:
    names = [f"Municipality number {n}" for n in range(12)]
    found = fit(graph("column", names, [1.0] * 12))
    assert (found.kind, found.note, found.every) == ("bar", "layout/chart-turned", 1)


def test_years_stay_columns_with_some_of_them_named() -> None:
    years = [str(year) for year in range(1980, 2024)]
    found = fit(graph("column", years, [1.0] * 44))
    assert found.kind == "column" and found.every > 1 and found.note == ""


def test_numbers_that_would_collide_give_way_to_an_axis() -> None:
    found = fit(graph("column", list("abcdefghij"), [1e9] * 10))
    assert not found.numbers and found.kind == "column"


def test_too_many_bars_name_some_and_it_is_said() -> None:
    names = [f"Municipality {n}" for n in range(60)]
    found = fit(graph("bar", names, [1.0] * 60))
    assert found.every > 1 and found.note == "layout/names-left-out"


@pytest.mark.parametrize("kind", ["line", "area"])
def test_a_line_through_one_point_is_a_column(kind: str) -> None:
    found = fit(graph(kind, ["a"], [1]))
    assert (found.kind, found.note) == ("column", "layout/one-point")


@pytest.mark.parametrize(("kind", "drawn"), [("stacked-bar", "bar"), ("stacked-column", "column")])
def test_a_stack_of_one_is_a_bar(kind: str, drawn: str) -> None:
    assert fit(graph(kind, ["a", "b"], [1, 2])).kind == drawn
    assert fit(graph(kind, ["a", "b"], [1, 2], [3, 4])).kind == kind
