"""Forms of a talk on the command line: the run sheet, and which files come of a build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckgen.cli.main import run

TALK = """\
title: Proef
minutes: 10
lang: nl-NL
variants:
  kort: {minutes: 4, about: in vier minuten}
  studenten: {audience: students}
slides:
- cover:
  minutes: 1
- statement: Een
  minutes: 3
  priority: 3
- section: Deel
  minutes: 0.5
- title: Lijst
  points: [een, twee]
  minutes: 2
- question: Alleen voor jullie?
  only: students
"""


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deck.yaml").write_text(TALK, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_sheet_has_the_clock_and_what_was_left_out(
    talk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", "--variant", "kort", "--start", "19:30"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines() if line]
    assert lines == [
        "Proef (kort)",
        "19:30 1 1 Proef",
        "19:31 0.5 2 Deel",
        "19:31:30 2 3 Lijst",
        "19:33:30 3.5 min of 4 (0.5 to spare)",
        "Left out: 2",
        "alleen-voor-jullie is only for students",
        "een has priority 3 and takes 3 min",
    ]


@pytest.mark.usefixtures("talk")
def test_clock_times_with_seconds_keep_the_columns_straight(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["plan", "--variant", "kort", "--start", "19:30"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = [line for line in lines if line.lstrip().startswith("19:")]
    assert {line[:8].strip() + line[8:10] for line in rows} == {
        "19:30  ", "19:31  ", "19:31:30  ", "19:33:30  ",
    }  # fmt: skip


def test_the_sheet_as_json(talk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "--minutes", "1", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["results"][0]
    assert [row["id"] for row in found["slides"]] == ["cover"]
    assert found["budget"] == 1
    assert {cut["id"] for cut in found["left_out"]} == {
        "een",
        "deel",
        "lijst",
        "alleen-voor-jullie",
    }


def test_every_form_becomes_a_file(talk: Path) -> None:
    assert run(["build", "--all-variants", "-o", "out/"]) == 0
    stem = talk.name
    names = {path.name for path in (talk / "out").iterdir()}
    assert names == {f"{stem}.pptx", f"{stem}-kort.pptx", f"{stem}-studenten.pptx"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["build", "--variant", "krt"], "did you mean `kort`?"),
        (["build", "--variant", "kort", "--all-variants"], "either --variant or --all-variants"),
        (["build", "--lang", "en"], "deckgen translate"),
        (["build", "--set", "stad"], "type a name, `=` and its value"),
        (["plan", "--start", "late"], "19:30"),
    ],
)
def test_forms_that_there_are_none_of(
    talk: Path, capsys: pytest.CaptureFixture[str], typed: list[str], said: str
) -> None:
    assert run(typed) != 0
    assert said in capsys.readouterr().err
    assert [path.name for path in talk.iterdir()] == ["deck.yaml"]
