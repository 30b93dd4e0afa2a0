import json
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_deck_is_clean_and_has_ten_slides(capsys: Captured) -> None:
    assert run(["new", "talk"]) == 0
    assert capsys.readouterr().out == "talk/deck.yaml\n"
    assert run(["check", "talk"]) == 0
    assert run(["build", "talk"]) == 0
    assert len(Presentation("talk/talk.pptx").slides) == 10


@pytest.mark.parametrize("template", ["jos-van-der-lans", "plain", "contrast"])
def test_it_builds_with_every_template(template: str) -> None:
    run(["new", "talk"])
    assert run(["build", "talk", "-t", template]) == 0
    assert "Your Name" in shown("talk/talk.pptx")


def shown(name: str) -> str:
    """The words of the first slide."""
    shapes = Presentation(name).slides[0].shapes
    return " ".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def test_an_editor_finds_the_schema_beside_it() -> None:
    run(["new", "talk"])
    first = Path("talk/deck.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./deck.schema.json"
    assert json.loads(Path("talk/deck.schema.json").read_text("utf-8"))["$schema"]


def test_a_deck_that_is_there_is_left_alone(capsys: Captured) -> None:
    Path("talk").mkdir()
    Path("talk/deck.yaml").write_text("title: mine\n")
    assert run(["new", "talk"]) == 1
    assert "left as it is" in capsys.readouterr().err
    assert Path("talk/deck.yaml").read_text() == "title: mine\n"


def test_a_folder_that_can_not_be_made(capsys: Captured) -> None:
    Path("talk").write_text("a file")
    assert run(["new", "talk/inside"]) == 1
    assert "can't be made" in capsys.readouterr().err
