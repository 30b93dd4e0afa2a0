"""What writers that draw have in common: axes, rings, arrows, numbers."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from deckgen.scene.model import (
    Bullet,
    Chart,
    ParagraphStyle,
    Series,
    TextBody,
    TextStyle,
)
from deckgen.writers.marks.bullets import labels as labels_of
from deckgen.writers.marks.bullets import signs
from deckgen.writers.marks.charts import Scale, chart, scale
from deckgen.writers.marks.model import Label, Outline
from writers import scenes

Row = tuple[float | None, ...]


@pytest.mark.parametrize(
    ("least", "most", "from_zero", "axis"),
    [
        (0, 4, True, Scale(0, 4.5, 0.5)),
        (0, 6, True, Scale(0, 7, 1)),
        (1.5, 3.25, True, Scale(0, 3.5, 0.5)),
        (13, 75, True, Scale(0, 80, 10)),
        (90, 100, False, Scale(88, 102, 2)),
        (1, 4, False, Scale(0, 4.5, 0.5)),
        (-5, 3, True, Scale(-6, 4, 1)),
        (0, 0, True, Scale(0, 1, 0.1)),
    ],
)
def test_axes_are_offices_own(least: float, most: float, from_zero: bool, axis: Scale) -> None:
    """The first three as LibreOffice scales them in the same chart."""
    assert scale(least, most, from_zero) == axis


def of(kind: str, *rows: Row, unit: str = "", axes: bool = False) -> Chart:
    """A chart of 400 × 200 at (100, 100), its labels of 12 points."""
    colours = (scenes.paint("accent1"), scenes.paint("accent2"), scenes.paint("accent3"))
    series = tuple(
        Series(str(n), row, colours if kind in ("pie", "doughnut") else (colours[n],))
        for n, row in enumerate(rows)
    )
    names = tuple("abcdef"[: len(rows[0])])
    labels = TextStyle(1200, scenes.paint("dk1"))
    at = scenes.box(100, 100, 400, 200)
    return Chart("c", "C", at, kind, names, series, labels, unit, axes=axes)  # type: ignore[arg-type]


def width(text: str, style: TextStyle) -> float:
    return len(text) * style.size / 200


def extent(mark: Outline) -> tuple[float, float, float, float]:
    numbers = [part for command in mark.commands for part in command if not isinstance(part, str)]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def outlines(item: Chart) -> list[tuple[float, float, float, float]]:
    return [extent(mark) for mark in chart(item, width) if isinstance(mark, Outline)]


def labels(item: Chart) -> list[str]:
    return [mark.text for mark in chart(item, width) if isinstance(mark, Label)]


def test_columns_are_as_high_as_their_values() -> None:
    one, other = outlines(of("column", (2.0, 4.0)))
    assert (other[3] - other[1]) / (one[3] - one[1]) == pytest.approx(2)
    assert one[3] == other[3]


def test_bars_read_from_the_top() -> None:
    one, other = outlines(of("bar", (2.0, 4.0)))
    assert one[1] < other[1]
    assert one[0] == other[0]


def test_a_stack_stands_on_what_is_below_it() -> None:
    low, high = outlines(of("stacked-column", (2.0,), (3.0,)))
    assert high[3] == pytest.approx(low[1])
    assert (low[0], low[2]) == (high[0], high[2])


def test_a_missing_value_is_no_bar() -> None:
    assert len(outlines(of("column", (1.0, None, 2.0)))) == 2


def test_a_line_breaks_at_a_missing_value() -> None:
    line, _ = (m for m in chart(of("line", (1.0, None, 2.0)), width) if isinstance(m, Outline))
    assert [command[0] for command in line.commands] == ["M", "M"]


def test_a_ring_is_closed() -> None:
    parts = outlines(of("doughnut", (75.0, 13.0, 12.0)))
    middle = (100 + 200, 100 + 100)
    assert min(p[0] for p in parts) + max(p[2] for p in parts) == pytest.approx(2 * middle[0])
    assert min(p[1] for p in parts) + max(p[3] for p in parts) == pytest.approx(2 * middle[1])


def test_a_whole_ring_of_one_value() -> None:
    (mark,) = (m for m in chart(of("doughnut", (5.0, 0.0)), width) if isinstance(m, Outline))
    assert [command[0] for command in mark.commands].count("M") == 2


def test_values_have_as_many_decimals_as_any_of_them() -> None:
    assert labels(of("column", (1.5, 2.0), unit="%"))[:2] == ["1.5%", "2.0%"]


def test_an_axis_is_named_where_it_is_asked_for() -> None:
    assert "0.5" in labels(of("column", (1.0, 4.0), axes=True))
    assert labels(of("column", (1.0, 4.0))) == ["1", "4", "a", "b"]


def test_a_chart_without_values_is_empty() -> None:
    assert chart(of("column", (None,)), width) == ()


@pytest.mark.parametrize("kind", ["column", "bar", "line", "stacked-bar", "stacked-column"])
def test_marks_stay_in_their_frame(kind: str) -> None:
    found = outlines(of(kind, (1.0, 4.0), (2.0, 3.0), axes=True))
    assert found
    for left, top, right, bottom in found:
        assert left >= 100
        assert right <= 500
        assert top >= 100
        assert bottom <= 300


def numbered(*levels: int | None, start: int = 1) -> list[str]:
    """The signs of paragraphs at levels; None is a paragraph without one."""
    bullet = Bullet("number", scenes.paint("dk1"), start=start)
    plain = ParagraphStyle()
    paragraphs = tuple(
        replace(
            scenes.para("x", style=plain if level is None else replace(plain, bullet=bullet)),
            level=level or 0,
        )
        for level in levels
    )
    found = signs(TextBody(paragraphs), dict.fromkeys(range(len(levels)), (0, 0)))
    return [found[n].text for n in sorted(found)]


def test_numbers_count_on_behind_deeper_points() -> None:
    assert numbered(0, 1, 1, 0, 1) == ["1.", "1.", "2.", "2.", "1."]


def test_numbers_start_anew_behind_text() -> None:
    assert numbered(0, 0, None, 0) == ["1.", "2.", "1."]


def test_numbers_start_where_they_are_told() -> None:
    assert numbered(0, 0, start=4) == ["4.", "5."]


def test_bullets_don_t_interrupt_numbers_above_them() -> None:
    number, dot = (Bullet(kind, scenes.paint("dk1")) for kind in ("number", "char"))  # type: ignore[arg-type]
    rows = ((0, number), (1, dot), (0, number))
    paragraphs = tuple(
        replace(scenes.para("x", style=ParagraphStyle(bullet=bullet)), level=level)
        for level, bullet in rows
    )
    assert labels_of(TextBody(paragraphs)) == {0: "1.", 1: "•", 2: "2."}
