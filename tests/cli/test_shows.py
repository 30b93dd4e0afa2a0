"""`deckgen build` with custom shows and handouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckgen.cli.main import run
from deckgen.writers.typst import press

TALK = """\
title: Proef
lang: nl-NL
variants:
  kort: {minutes: 4, handout: true}
  lezing: {show: true}
  english: {lang: en-GB}
slides:
- cover:
  minutes: 1
- statement: Een
  minutes: 4
"""
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "talk.yaml").write_text(TALK, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_marked_forms_are_shows(talk: Path, capsys: Captured) -> None:
    assert run(["build", "talk.yaml"]) == 0
    assert capsys.readouterr().out == "talk.pptx  2 slides, custom shows: lezing\n"


def test_all_that_can_be_shows_on_request(talk: Path, capsys: Captured) -> None:
    assert run(["build", "talk.yaml", "--shows", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)["results"]
    assert found["shows"] == {"kort": 1, "lezing": 2}
    notes = [one for one in found["diagnostics"] if one["code"] == "remix/no-show"]
    assert [(one["severity"], one["line"]) for one in notes] == [("note", 6)]


def test_a_form_gets_its_handout(talk: Path, capsys: Captured) -> None:
    assert run(["build", "talk.yaml", "--variant", "kort"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "talk-kort.pptx  1 slide", "talk-kort-handout.pdf",
    ]  # fmt: skip
    assert (talk / "talk-kort-handout.pdf").read_bytes().startswith(b"%PDF")


def test_without_typst_there_is_none_and_it_says_so(
    talk: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "available", lambda: False)
    assert run(["build", "talk.yaml", "--variant", "kort"]) == 0
    said = capsys.readouterr().err
    assert "talk-kort-handout.pdf: no handout: PDF and PNG need the package typst" in said


def test_a_handout_that_can_not_be_written_is_said(talk: Path, capsys: Captured) -> None:
    (talk / "talk-kort-handout.pdf").mkdir()
    assert run(["build", "talk.yaml", "--variant", "kort"]) == 1
    assert "export/cannot-write" in capsys.readouterr().err
