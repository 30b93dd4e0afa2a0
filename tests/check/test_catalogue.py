"""Every code that the source can emit is explained and provoked; docs/codes.md says the same.

`DECKGEN_UPDATE=1` makes the examples and the page anew (look at them afterwards).
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from deckgen.check.catalogue import AREAS, entries
from deckgen.check.codes.examples import EXAMPLES
from deckgen.check.looking import looking
from deckgen.check.reference import page
from deckgen.check.review import Choice
from deckgen.check.typography import INSTEAD
from deckgen.cli.main import run
from deckgen.disk import DiskWorld
from deckgen.outline.load import read
from lint import planting
from outline import cases

from . import emitted, evidence

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "codes.md"
MODULE = ROOT / "src" / "deckgen" / "check" / "codes" / "examples.py"
HEAD = (
    '"""Outlines that provoke codes, and what is said about them. Made by a test from its cases."""'
)
Captured = pytest.CaptureFixture[str]


def examples(folder: Path) -> dict[str, tuple[str, str, bool]]:
    """Code → the shortest case, what is said there, and whether any case has it mended."""
    cases.furnish(folder)
    planting.furnish(folder)
    mended = fixable(folder)
    found = {}
    for code in entries():
        case = evidence.shortest(code)
        said = case and said_of(code, case.outline, folder)
        if case and said:
            found[code] = (case.outline, said, code in mended)
    return found


def said_of(code: str, outline: str, folder: Path) -> str:
    """What is said under a code, of the first place; reading alone is much faster than looking."""
    world = DiskWorld(str(folder))
    if code.startswith(("syntax/", "outline/")):
        found = read(outline.encode(), "deck.yaml", world).diagnostics
    else:
        found = looking(world, "deck.yaml", Choice())(outline.encode())
    first = next((one for one in found if one.code == code), None)
    return "\n".join((first.message, *first.hints)) if first else ""


def fixable(folder: Path) -> set[str]:
    """Codes of which some case has a finding with edits; the rules' are known by a table."""
    world = DiskWorld(str(folder))
    outlines = dict.fromkeys(case.outline for case in evidence.cases())
    found = {
        one.code
        for outline in outlines
        for one in read(outline.encode(), "deck.yaml", world).diagnostics
        if one.edits
    }
    return found | set(INSTEAD) | {"template/unknown", "layout/unknown-layout"}


def module(found: dict[str, tuple[str, str, bool]]) -> str:
    rows = "".join(f"    {_text(code)}: {_row(row)},\n" for code, row in found.items())
    kind = "dict[str, tuple[str, str, bool]]"
    return f"{HEAD}\n\n# ruff: noqa: E501\n\nEXAMPLES: {kind} = {{\n{rows}}}  # fmt: skip\n"


def _row(row: tuple[str, str, bool]) -> str:
    outline, said, mended = row
    return f"(\n{_lines(outline)},\n{_lines(said)},\n        {mended},\n    )"


def _lines(text: str) -> str:
    return "\n".join(f"        {_text(line)}" for line in text.splitlines(keepends=True) or [""])


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\u00a0", "\\u00a0")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a package that reads formulas
def test_examples_and_page_are_up_to_date(tmp_path: Path) -> None:
    made = examples(tmp_path)
    if os.environ.get("DECKGEN_UPDATE"):
        MODULE.write_text(module(made), "utf-8")
        EXAMPLES.clear()
        EXAMPLES.update(made)
        entries.cache_clear()
        PAGE.write_text(page(), "utf-8")
    assert made == EXAMPLES
    assert PAGE.read_text("utf-8") == page()


def test_every_code_in_the_source_has_an_entry() -> None:
    missing = {code: where for code, where in emitted.codes().items() if code not in entries()}
    assert not missing, "add a row to src/deckgen/check/codes/ for each"


def test_every_entry_is_of_a_code_in_the_source() -> None:
    assert not set(entries()) - set(emitted.codes())


def test_every_call_whose_code_is_no_literal_is_known() -> None:
    assert not emitted.indirect() - set(emitted.ELSEWHERE), "say in ELSEWHERE what it can be"


@pytest.mark.parametrize("code", list(entries()))
def test_every_code_is_provoked_by_a_test(code: str) -> None:
    assert evidence.named(code), f"no case and no test provokes {code}"


@pytest.mark.parametrize("code", list(entries()))
def test_every_entry_is_in_sentences(code: str) -> None:
    entry = entries()[code]
    assert entry.area in AREAS
    for text in (entry.summary, entry.why, entry.fix):
        assert text[:1] == text[:1].upper()
        assert text.endswith((".", "…", "`")), text


def test_at_least_twenty_codes_are_mended() -> None:
    assert sum(entry.mended for entry in entries().values()) >= 20


def test_explain_prints_an_entry(capsys: Captured) -> None:
    assert run(["explain", "syntax/tab"]) == 0
    said = capsys.readouterr().out
    assert entries()["syntax/tab"].why in said
    assert "--fix" in said


def test_explain_lists_an_area(capsys: Captured) -> None:
    assert run(["explain", "overflow"]) == 0
    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert codes == [code for code in entries() if code.startswith("overflow/")]


@pytest.mark.parametrize("typed", ["syntax/tabs", "unknown-key", "outline/unknwon-key"])
def test_explain_knows_what_was_meant(typed: str, capsys: Captured) -> None:
    assert run(["explain", typed]) == 2
    assert "did you mean `" in capsys.readouterr().err


def test_explain_as_json(capsys: Captured) -> None:
    assert run(["explain", "syntax/tab", "--json"]) == 0
    (record,) = json.loads(capsys.readouterr().out)["results"]
    assert record["mended"] is True
