"""`deckgen templates add` and `show`."""

import json
from pathlib import Path

import pytest

import bases
from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("Our House.pptx").write_bytes(bases.plain())
    Path("deck.yaml").write_text(bases.TALK, "utf-8")
    return tmp_path


def test_a_file_becomes_a_look(capsys: Captured) -> None:
    assert run(["templates", "add", "Our House.pptx"]) == 0
    assert Path("templates/our-house/base.pptx").read_bytes() == bases.plain()
    said = capsys.readouterr().out
    assert "points" in said
    assert "`Title and Content`: a title and one large body" in said


def test_a_deck_is_built_on_it(capsys: Captured) -> None:
    run(["templates", "add", "Our House.pptx", "house"])
    assert run(["build", "-t", "house", "-o", "deck.pptx"]) == 0
    assert Path("deck.pptx").stat().st_size > 10_000


def test_a_look_is_not_overwritten_unasked(capsys: Captured) -> None:
    assert run(["templates", "add", "Our House.pptx", "house"]) == 0
    assert run(["templates", "add", "Our House.pptx", "house"]) == 1
    assert "--force" in capsys.readouterr().err
    assert run(["templates", "add", "Our House.pptx", "house", "--force"]) == 0


def test_what_is_no_powerpoint_file_is_refused(capsys: Captured) -> None:
    Path("notes.pptx").write_bytes(b"no zip")
    assert run(["templates", "add", "notes.pptx"]) == 1
    assert "template/no-base" in capsys.readouterr().err
    assert run(["templates", "add", "missing.pptx"]) == 2


def test_a_typeface_without_a_twin_is_named(capsys: Captured) -> None:
    face = bases.edited(
        bases.plain(),
        r"ppt/theme/theme1\.xml",
        lambda part: part.replace(b'typeface="Calibri"', b'typeface="House Sans"'),
    )
    Path("house.pptx").write_bytes(face)
    run(["templates", "add", "house.pptx"])
    said = capsys.readouterr()
    assert "template/font-measured-as" in said.err
    assert "`House Sans` is measured as Arial" in said.err


def test_show_as_json(capsys: Captured) -> None:
    run(["templates", "add", "Our House.pptx", "house"])
    capsys.readouterr()
    assert run(["templates", "show", "house", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["results"][0]
    assert found["layouts"]["title-and-content"]["slots"].keys() >= {"title", "body"}


def test_each_layout_is_drawn() -> None:
    run(["templates", "add", "Our House.pptx", "house"])
    assert run(["templates", "show", "house", "--draw", "drawn"]) == 0
    drawn = sorted(Path("drawn").glob("*.svg"))
    assert len(drawn) == 11
    assert "ctrTitle 0" in drawn[0].read_text("utf-8")


def test_a_look_that_lost_its_file_says_so(capsys: Captured) -> None:
    run(["templates", "add", "Our House.pptx", "house"])
    Path("templates/house/base.pptx").unlink()
    assert run(["build", "-t", "house"]) == 1
    assert "template/base-missing" in capsys.readouterr().err


def test_a_look_whose_file_is_broken_says_so(capsys: Captured) -> None:
    run(["templates", "add", "Our House.pptx", "house"])
    Path("templates/house/base.pptx").write_bytes(b"half a file")
    assert run(["build", "-t", "house"]) == 1
    assert "is no PowerPoint file" in capsys.readouterr().err
