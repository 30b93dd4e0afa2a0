import json
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]
GOOD = """\
title: The quiet street
template: plain
lang: en-GB
slides:
- cover:
- title: What a street needs
  points:
  - Somewhere to sit
  - Somebody who looks out
"""
BROKEN = GOOD.replace("points:", "poinst:")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("talk/deck.yaml", GOOD)
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def titles(name: str) -> list[str]:
    return [slide.shapes.title.text for slide in Presentation(name).slides if slide.shapes.title]


def retitle(name: str, title: str) -> None:
    deck = Presentation(name)
    deck.slides[1].shapes.title.text = title
    deck.save(name)


def test_a_deck_is_built_beside_its_outline(capsys: Captured) -> None:
    assert run(["build", "talk"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "talk/talk.pptx  2 slides\n"
    assert captured.err == ""
    assert titles("talk/talk.pptx")[1] == "What a street needs"


def test_two_builds_are_byte_identical() -> None:
    run(["build", "talk", "-o", "one.pptx"])
    run(["build", "talk", "-o", "two.pptx"])
    assert Path("one.pptx").read_bytes() == Path("two.pptx").read_bytes()


def test_a_changed_outline_replaces_the_file() -> None:
    run(["build", "talk"])
    write("talk/deck.yaml", GOOD.replace("needs", "wants"))
    assert run(["build", "talk"]) == 0
    assert titles("talk/talk.pptx")[1] == "What a street wants"


def test_a_persons_edits_are_not_overwritten(capsys: Captured) -> None:
    run(["build", "talk"])
    retitle("talk/talk.pptx", "Mine")
    write("talk/deck.yaml", GOOD.replace("needs", "wants"))
    capsys.readouterr()
    assert run(["build", "talk"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "build/changed-by-hand" in captured.err
    assert "--force" in captured.err
    assert "see what was changed: deckgen diff OUTLINE talk/talk.pptx" in captured.err
    assert titles("talk/talk.pptx")[1] == "Mine"


def test_force_overwrites_edits() -> None:
    run(["build", "talk"])
    retitle("talk/talk.pptx", "Mine")
    assert run(["build", "talk", "--force"]) == 0
    assert titles("talk/talk.pptx")[1] == "What a street needs"


@pytest.mark.parametrize("data", [b"not a presentation", b"PK\x03\x04 broken"])
def test_a_file_of_somebody_elses_is_not_overwritten(data: bytes, capsys: Captured) -> None:
    Path("mine.pptx").write_bytes(data)
    assert run(["build", "talk", "-o", "mine.pptx"]) == 1
    assert "build/changed-by-hand" in capsys.readouterr().err
    assert Path("mine.pptx").read_bytes() == data


def test_a_broken_outline_builds_nothing(capsys: Captured) -> None:
    write("talk/deck.yaml", BROKEN)
    assert run(["build", "talk"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "talk/deck.yaml:7:3" in captured.err
    assert "points" in captured.err
    assert not Path("talk/talk.pptx").exists()


def test_one_broken_deck_does_not_stop_the_others(capsys: Captured) -> None:
    write("broken/deck.yaml", BROKEN)
    assert run(["build", "broken", "talk", "-o", "build"]) == 1
    assert capsys.readouterr().out == "build/talk.pptx  2 slides\n"


def test_another_template_wins(capsys: Captured) -> None:
    assert run(["build", "talk", "-t", "contrast", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["results"][0]["template"] == "contrast"


def test_a_template_that_is_not_there(capsys: Captured) -> None:
    assert run(["build", "talk", "-t", "plian"]) == 1
    said = capsys.readouterr().err
    assert "template/unknown" in said
    assert "plain" in said


def test_a_place_that_can_not_be_written_to(capsys: Captured) -> None:
    assert run(["build", "talk", "-o", "talk/deck.yaml/x.pptx"]) == 1
    assert "build/cannot-write" in capsys.readouterr().err


def test_json_has_the_result_and_the_findings(capsys: Captured) -> None:
    write("broken/deck.yaml", BROKEN)
    assert run(["build", "talk", "broken", "-o", "build", "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    built, broken = json.loads(captured.out)["results"]
    assert (built["output"], built["slides"]) == ("build/talk.pptx", 2)
    assert broken["output"] is None
    assert broken["diagnostics"][0]["file"] == "broken/deck.yaml"
    assert broken["diagnostics"][0]["line"] == 7


def test_timings(capsys: Captured) -> None:
    assert run(["build", "talk", "--timings"]) == 0
    assert "laid out in 0." in capsys.readouterr().err


def test_no_progress_where_nobody_watches(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deckgen.cli.printer.PATIENCE", 0.0)
    run(["build", "talk"])
    assert capsys.readouterr().err == ""


def test_progress_on_a_terminal(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.cli.printer.PATIENCE", 0.0)
    monkeypatch.setattr("deckgen.cli.printer.REFRESH", 0.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    run(["build", "talk"])
    said = capsys.readouterr().err
    assert "\r2 of 2 slides" in said
    assert said.endswith("\r\x1b[K")


def test_check_says_clean(capsys: Captured) -> None:
    write("talk/deck.yaml", GOOD.partition("- title")[0])
    assert run(["check", "talk"]) == 0
    assert capsys.readouterr().out == "talk/deck.yaml: clean\n"
    assert not Path("talk/talk.pptx").exists()


def test_check_lists_findings_on_stdout(capsys: Captured) -> None:
    write("talk/deck.yaml", BROKEN + "- statemnt: Two at once\n")
    assert run(["check", "talk"]) == 1
    said = capsys.readouterr().out
    assert "talk/deck.yaml:7:3" in said
    assert "talk/deck.yaml:10:3" in said
    assert said.endswith("talk/deck.yaml: 2 errors, 0 warnings (2 can be fixed with --fix)\n")


def test_check_as_json(capsys: Captured) -> None:
    write("talk/deck.yaml", BROKEN)
    assert run(["check", "talk", "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert result["clean"] is False
    found = result["diagnostics"][0]
    assert set(found) >= {"code", "severity", "message", "hints", "file", "line", "column"}


def test_what_is_written_is_a_presentation() -> None:
    run(["build", "talk"])
    data = Path("talk/talk.pptx").read_bytes()
    assert len(Presentation(BytesIO(data)).slides) == 2


def test_a_folder_in_the_place_of_the_result(capsys: Captured) -> None:
    Path("talk/talk.pptx").mkdir()
    assert run(["build", "talk"]) == 1
    assert "a folder has that name" in capsys.readouterr().err


def test_a_warning_is_a_finding_for_check_and_builds_all_the_same(capsys: Captured) -> None:
    write("talk/deck.yaml", GOOD + "  layout: foto\n")
    assert run(["check", "talk"]) == 1
    assert "0 errors, 1 warning" in capsys.readouterr().out
    assert run(["build", "talk"]) == 0
    assert "warning[layout/unknown-layout]" in capsys.readouterr().err
