"""docs/features.md: every mark names its test, and every test that it names exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<feature>[^|]+) \| (?P<state>\w+) \| (?P<tests>[^|]*) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/.-]+\.py)::(\w+)`")
ROWS = [
    match.groupdict()
    for match in ROW.finditer((ROOT / "docs" / "features.md").read_text("utf-8"))
    if match["feature"].strip() != "feature"
]


def test_the_matrix_has_rows() -> None:
    assert len(ROWS) > 20


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["feature"].strip())
def test_what_is_done_names_its_test(row: dict[str, str]) -> None:
    assert row["state"] in ("done", "partly", "planned")
    if row["state"] != "planned":
        assert TEST.search(row["tests"]), f"{row['feature']}: no test is named"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["feature"].strip())
def test_the_named_tests_exist(row: dict[str, str]) -> None:
    for file, name in TEST.findall(row["tests"]):
        assert name in functions(ROOT / file), f"{file} has no {name}"


def functions(path: Path) -> set[str]:
    assert path.exists(), f"there is no {path.relative_to(ROOT)}"
    return {
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
