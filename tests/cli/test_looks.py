"""`deckgen templates new` and `check`."""

import json
from pathlib import Path

import pytest

import bases
from deckgen.cli.main import run
from deckgen.disk import DiskWorld
from deckgen.template.load import load

Captured = pytest.CaptureFixture[str]
MINE = Path("templates/mine/template.yaml")
LOOKS = sorted(one.parent.name for one in Path("templates").glob("*/template.yaml"))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("source", LOOKS)
def test_a_new_look_is_another_under_its_own_name(source: str) -> None:
    assert run(["templates", "new", "mine", "--from", source]) == 0
    world = DiskWorld(".")
    mine, other = load("mine", world).value, load(source, world).value
    assert mine is not None
    assert other is not None
    assert (mine.name, mine.title, mine.speaker.name) == ("mine", "Mine", "")
    assert mine.palette == other.palette
    assert (mine.roles, mine.kinds, mine.decoration) == (other.roles, other.kinds, other.decoration)


def test_a_new_look_explains_its_keys() -> None:
    run(["templates", "new", "mine"])
    text = MINE.read_text("utf-8")
    for word in ("begun from `plain`", "accent1", "# footer:", "templates check mine"):
        assert word in text


def test_what_a_new_look_offers_may_be_said() -> None:
    run(["templates", "new", "mine"])
    text = MINE.read_text("utf-8")
    start, offers = text.split("# More that a template may say; take the # away.\n")
    MINE.write_text(start + offers.replace("# ", ""), "utf-8")
    assert load("mine", DiskWorld(".")).diagnostics == ()


def test_a_new_look_never_takes_anothers_place(capsys: Captured) -> None:
    run(["templates", "new", "mine"])
    MINE.write_text("mine\n", "utf-8")
    assert run(["templates", "new", "mine"]) == 1
    assert "exists" in capsys.readouterr().err
    assert MINE.read_text("utf-8") == "mine\n"
    assert [one.name for one in MINE.parent.iterdir()] == ["template.yaml"]


@pytest.mark.parametrize("name", ["My Look", "../mine", "-x", ""])
def test_a_name_is_letters_digits_and_hyphens(name: str) -> None:
    assert run(["templates", "new", "--", name]) == 2
    assert not Path("templates").exists()


def test_a_look_that_is_not_there_is_named(capsys: Captured) -> None:
    assert run(["templates", "new", "mine", "--from", "plane"]) == 1
    assert "plain" in capsys.readouterr().err


def test_a_look_on_a_powerpoint_file_is_made_anew_from_that(capsys: Captured) -> None:
    Path("house.pptx").write_bytes(bases.plain())
    run(["templates", "add", "house.pptx"])
    assert run(["templates", "new", "mine", "--from", "house"]) == 1
    assert "deckgen templates add FILE mine" in capsys.readouterr().err


def test_a_sound_look_has_nothing_to_report(capsys: Captured) -> None:
    run(["templates", "new", "mine"])
    assert run(["templates", "check", "--aspect", "16:9", "--fullness", "sparse"]) == 0
    assert "mine: nothing to report on" in capsys.readouterr().out


def test_a_fault_points_into_the_template(capsys: Captured) -> None:
    run(["templates", "new", "mine"])
    # Words on cards may be grey on grey: the template's own proof knows only pairs of roles.
    text = MINE.read_text("utf-8").replace("numeral: {", "numeral: {leading: 70, ", 1)
    text = text.replace("leading: 70, sizes: [84, 48], font: heading, leading: 90, colour: accent",
                        "sizes: [84, 48], font: heading, leading: 90, colour: line")  # fmt: skip
    MINE.write_text(text, "utf-8")
    capsys.readouterr()
    assert run(["templates", "check", "mine", "--aspect", "16:9", "--json"]) == 1
    (record,) = json.loads(capsys.readouterr().out)["results"]
    found = record["diagnostics"][0]
    assert found["code"] == "proof/contrast"
    assert found["file"] == str(MINE)
    line = MINE.read_text("utf-8").splitlines()[found["line"] - 1]
    assert "line: accent5" in line
    assert "slide `" in found["message"]


def test_what_does_not_fit_is_told_of_the_template(capsys: Captured) -> None:
    run(["templates", "new", "mine"])
    text = MINE.read_text("utf-8").replace("body: {sizes: [36, 16]}", "body: {sizes: [96, 84]}")
    MINE.write_text(text, "utf-8")
    assert run(["templates", "check", "mine", "--aspect", "16:9", "--fullness", "crowded"]) == 1
    said = capsys.readouterr().out
    assert "overflow/" in said
    assert f"{MINE}:" in said
    assert "crowded, 16:9" in said


def test_a_broken_look_says_where(capsys: Captured) -> None:
    run(["templates", "new", "mine"])
    MINE.write_text(MINE.read_text("utf-8").replace("radius: 6", "radios: 6"), "utf-8")
    assert run(["templates", "check", "mine"]) == 1
    said = capsys.readouterr().out
    assert "template/unknown-key" in said
    assert "can't be used" in said


def test_a_look_on_a_powerpoint_file_is_checked_in_its_own_form(capsys: Captured) -> None:
    Path("house.pptx").write_bytes(bases.plain())
    run(["templates", "add", "house.pptx"])
    capsys.readouterr()
    assert run(["templates", "check", "house", "--fullness", "sparse"]) in (0, 1)
    assert "16:10" not in capsys.readouterr().out


def test_without_looks_in_the_folder_one_is_to_be_named(capsys: Captured) -> None:
    assert run(["templates", "check"]) == 2
    assert "deckgen templates check plain" in capsys.readouterr().err


def test_a_sheet_shows_every_kind(capsys: Captured) -> None:
    asked = ["--aspect", "16:9", "--fullness", "sparse", "--sheet"]
    assert run(["templates", "check", "plain", *asked, "sheet.png"]) == 0
    assert Path("sheet.png").read_bytes().startswith(b"\x89PNG")
    assert run(["templates", "check", "plain", *asked, "sheet.jpg"]) == 2
    assert run(["templates", "check", "plain", "poster", *asked, "sheet.png"]) == 2
