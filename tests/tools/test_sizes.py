import ast
import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2] / "tools"))

sizes = pytest.importorskip("sizes")
links = pytest.importorskip("links")

SOURCE = '''
def nested(one, two):
    """A docstring
    of two lines."""
    for x in one:
        if x:
            return 1
        elif two:
            return 2
    return 3
'''


def measured(source: str) -> "sizes.Function":
    (found,) = sizes.functions(Path("a.py"), ast.parse(source))
    return found


def test_figures_of_a_function() -> None:
    found = measured(SOURCE)
    assert (found.lines, found.nesting, found.parameters) == (7, 2, 2)


def test_what_is_over_a_limit_is_named() -> None:
    long = "def long():\n" + "    x = 1\n" * 61
    assert sizes.complaints([measured(long)])[0].startswith("a.py:1 long: 62 lines")


def test_dead_links(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A head: line\n[good](#a-head-line) [bad](#no) [gone](x.md) [web](https://x.org)\n"
    )
    assert [line.split(": ", 1)[1] for line in links.dead(page)] == [
        f"{page} has no heading #no",
        "there is no x.md",
    ]
