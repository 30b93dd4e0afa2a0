"""The oracle's judgement on made-up pages, without LibreOffice."""

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "tools"))

oracle = pytest.importorskip("oracle")
witness = pytest.importorskip("witness")

from deckgen.scene.model import Box  # noqa: E402

POINT = 12_700
FRAME = Box(100 * POINT, 100 * POINT, 200 * POINT, 60 * POINT)


def letters(text: str, x: float = 100, baseline: float = 120) -> list[witness.Letter]:
    """Letters 10 points wide and 20 large; a space is room without a letter."""
    places = [(c, x + 10 * n) for n, c in enumerate(text) if c != " "]
    return [
        witness.Letter(c, at, baseline, at, baseline - 14, at + 9, baseline, 20) for c, at in places
    ]


def expected(*lines: str) -> oracle.Expected:
    baselines = [120 + 24 * n for n in range(len(lines))]
    return oracle.Expected("body", FRAME, [line.replace(" ", "") for line in lines], baselines)


def judge(shown: list[witness.Letter], wanted: oracle.Expected) -> oracle.Finding:
    return oracle.judge(wanted, witness.Sheet(960, 540, shown), [False] * len(shown))


def test_lines_as_predicted() -> None:
    found = judge(
        [*letters("two lines"), *letters("of it", baseline=144)], expected("two lines", "of it")
    )
    assert found.same
    assert (found.outside, found.displaced) == (0, 0)


def test_another_break() -> None:
    found = judge([*letters("two"), *letters("lines", baseline=144)], expected("two lines"))
    assert not found.same
    assert found.note == "twolines | two / lines"


def test_ink_outside_its_frame() -> None:
    found = judge(letters("a word that runs out of it"), expected("a word that runs out of it"))
    assert found.outside == 1


def test_a_text_that_is_not_there() -> None:
    assert "not found" in judge(letters("other"), expected("text")).note


def test_a_displaced_line_is_measured() -> None:
    assert judge(letters("text", baseline=123), expected("text")).displaced == 3


def test_the_nearest_of_two_equal_texts() -> None:
    used = [False] * 8
    sheet = witness.Sheet(960, 540, [*letters("text", x=600), *letters("text")])
    assert oracle.judge(expected("text"), sheet, used).outside == 0
    assert used == [False] * 4 + [True] * 4


def test_texts_over_each_other() -> None:
    one = judge(letters("text"), expected("text"))
    other = judge(letters("over", x=110), expected("over"))._replace(item="title")
    assert oracle.collisions([one, other]) == ["text over over"]
    assert oracle.collisions([one, one]) == []


def test_a_shadow_is_no_second_text() -> None:
    shadowed = [*letters("AB", x=101, baseline=121), *letters("AB")]
    assert witness.unshadowed(shadowed) == letters("AB")


def test_letters_of_a_ligature_are_no_shadow() -> None:
    ligature = [letters("f")[0], letters("f")[0]]
    assert witness.unshadowed(ligature) == ligature
