"""Comments are what YAML takes for them, and nothing in quotes, blocks or words."""

import pytest

from deckgen.syntax.comments import comments

CASES = {
    "on a line of its own": ("# one\na: b\n", [(1, 1, "one", True)]),
    "at the end of a line": ("a: b # one\n", [(1, 6, "one", False)]),
    "indented": ("a:\n  # one\n  b: c\n", [(2, 3, "one", True)]),
    "in double quotes": ('a: "x # y"\n', []),
    "behind double quotes": ('a: "x # y" # one\n', [(1, 12, "one", False)]),
    "in single quotes": ("a: 'x # y'\n", []),
    "in quotes over two lines": ('a: "x\n  # y"\n', []),
    "in a block": ("a: |\n  x\n  # y\nb: c\n", []),
    "behind the sign of a block": ("a: | # one\n  x\n", [(1, 6, "one", False)]),
    "below a block": ("a: |\n  x\n# one\nb: c\n", [(3, 1, "one", True)]),
    "in a folded block": ("a: >-\n  x # y\n", []),
    "within a word": ("a: b#c\n", []),
    "in brackets": ("a: [b, # one\n  c]\n", [(1, 8, "one", False)]),
    "up to what can't be read": ("# one\na: b: c\n# two\n", [(1, 1, "one", True)]),
    "with Windows line ends": (
        "# one\r\na: b # two\r\n",
        [(1, 1, "one", True), (2, 6, "two", False)],
    ),
    "behind a tab": ("a: b\t# one\n", [(1, 6, "one", False)]),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_comments(name: str) -> None:
    text, expected = CASES[name]
    found = [(one.line, one.column, one.text, one.alone) for one in comments(text)]
    assert found == expected


def test_only_those_with_a_word() -> None:
    assert [one.line for one in comments("# a\n# b word\nx: y\n", "word")] == [2]
