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


SOURCE = """\
title: Twee werelden
author: Ann Baker
lang: nl-NL
slides:
- title: De eerste zin
  id: een
  text: Een alinea.
- {statement: Twee, id: twee}
- {statement: Drie, id: drie}
"""


@pytest.fixture
def sources() -> None:
    for name, text in (("decks/bron", SOURCE), ("decks/ander", SOURCE.replace("Twee w", "Drie w"))):
        Path(name).mkdir(parents=True)
        Path(name, "deck.yaml").write_text(text, "utf-8")


@pytest.mark.usefixtures("sources")
def test_a_deck_from_slides_of_others(capsys: Captured) -> None:
    typed = ["--from", "decks/bron#twee..,#een", "--from", "decks/ander#een"]
    assert run(["new", "decks/talk", *typed]) == 0
    assert "4 slides from bron, ander" in capsys.readouterr().err
    text = Path("decks/talk/deck.yaml").read_text("utf-8")
    assert text.partition("slides:\n")[2] == (
        "- use: decks/bron#twee  # Twee\n"
        "- use: decks/bron#drie  # Drie\n"
        "- use: decks/bron#een  # De eerste zin\n"
        "- use: decks/ander#een  # De eerste zin\n"
    )
    head = text.splitlines()
    assert "title: Twee werelden" in head
    assert "# title: Drie werelden" in head
    assert "author: Ann Baker" in head
    assert "lang: nl-NL" in head
    assert run(["build", "decks/talk", "-o", "talk.pptx"]) == 0
    assert len(Presentation("talk.pptx").slides) == 4


@pytest.mark.usefixtures("sources")
def test_a_deck_out_of_the_new_ones_reach_is_named_by_its_path() -> None:
    assert run(["new", "a/b/c/d/e/talk", "--from", "decks/bron#een"]) == 0
    outline = Path("a/b/c/d/e/talk/deck.yaml").read_text("utf-8")
    assert "- use: ../../../../../../decks/bron/deck.yaml#een " in outline
    assert run(["build", "a/b/c/d/e/talk"]) == 0


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bron#eeen", "did you mean `een`?"),
        ("brn#een", "did you mean `bron`?"),
        ("#een", "names no deck"),
        ("bron#tag:wijk", "no tag"),
        ("bron#een,ander#vier", "ander has no slide `vier`"),
    ],
)
def test_a_reference_that_leads_nowhere_writes_nothing(
    typed: str, said: str, capsys: Captured
) -> None:
    assert run(["new", "decks/talk", "--from", typed]) == 1
    assert said in capsys.readouterr().err
    assert not Path("decks/talk").exists()


def test_a_name_with_a_space_is_quoted_in_what_to_type_next(capsys: Captured) -> None:
    assert run(["new", "my talk"]) == 0
    assert "type: deckgen build 'my talk'\n" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["talk.yaml", "talk/deck.yaml"])
def test_a_file_is_no_folder(typed: str, capsys: Captured) -> None:
    assert run(["new", typed]) == 2
    assert capsys.readouterr().err == "deckgen: name the folder: deckgen new talk\n"
    assert not Path(typed).exists()
