"""The lock beside an outline: what a build writes into it, and what it leaves alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]
TALK = """\
title: Proef
lang: nl-NL
variants: {kort: {minutes: 3}}
slides:
- use: bron#een
  sub: hier
- use: bron#twee..drie
- statement: Eigen
  minutes: 1
"""
SOURCE = """\
title: Bron
lang: nl-NL
slides:
- statement: Een
  minutes: 1
- statement: Twee
  minutes: 1
- statement: Drie
  minutes: 1
"""
ENGLISH = """\
translates: deck.yaml
lang: en-GB
slides:
  een: {statement: One}
  twee: {statement: Two}
  drie: {statement: Three}
"""


OWN_ENGLISH = """\
translates: deck.yaml
lang: en-GB
title: Sample
slides:
  een: {sub: here}
  eigen: {statement: Own}
"""


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("talk", TALK), ("bron", SOURCE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "deck.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path / "talk")
    return tmp_path


def lock(talk: Path) -> str:
    return (talk / "talk" / "deckgen.lock").read_text("utf-8")


def change(talk: Path, old: str, new: str, deck: str = "bron") -> None:
    path = talk / deck / "deck.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_build_pins_what_it_takes(talk: Path) -> None:
    assert run(["build"]) == 0
    text = lock(talk)
    assert "{from: ../bron/deck.yaml, use: bron#twee..drie, slides: [twee, drie]}" in text
    assert "from: ../bron/deck.yaml#een" in text
    assert "statement: Een" in text
    assert "template plain:" in text
    assert "font Carlito-Regular.ttf:" in text
    assert str(talk) not in text


def test_what_is_pinned_stays_until_it_is_taken(talk: Path, capsys: Captured) -> None:
    run(["build"])
    before = lock(talk)
    change(talk, "statement: Een", "statement: Ander\n  id: een")
    assert run(["build"]) == 0
    assert "remix/outdated" in capsys.readouterr().err
    assert lock(talk) == before


def test_what_is_new_is_added_and_the_rest_kept(talk: Path) -> None:
    run(["build"])
    change(talk, "statement: Een", "statement: Ander\n  id: een")
    change(talk, "- statement: Eigen", "- use: bron#drie\n- statement: Eigen", "talk")
    change(talk, "bron#twee..drie", "bron#twee..", "talk")
    assert run(["build"]) == 0
    assert "statement: Een" in lock(talk)
    assert "bron#twee.." in lock(talk)


def test_a_deck_that_takes_nothing_has_no_lock(talk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(talk / "bron")
    assert run(["build", "--locked"]) == 0
    assert not (talk / "bron" / "deckgen.lock").exists()


def test_a_build_that_fails_writes_none(talk: Path) -> None:
    change(talk, "- statement: Eigen", "- statment: Eigen", "talk")
    assert run(["build"]) == 1
    assert not (talk / "talk" / "deckgen.lock").exists()


def test_forms_and_outlines_of_a_folder_share_it(talk: Path) -> None:
    (talk / "bron" / "deck.en.yaml").write_text(ENGLISH, "utf-8")
    (talk / "talk" / "other.yaml").write_text("slides:\n- use: bron#drie\n", "utf-8")
    assert run(["build", "--all-variants", "-o", "out/"]) == 0
    whole = lock(talk)
    assert run(["build", "other.yaml", "-o", "out/"]) == 0
    text = lock(talk)
    assert text.startswith(whole)
    assert "other.yaml:" in text
    (talk / "talk" / "deck.en.yaml").write_text(OWN_ENGLISH, "utf-8")
    assert run(["build", "--lang", "en", "-o", "out/"]) == 0
    assert "statement: One" in lock(talk)
    assert "statement: Een" in lock(talk)
    assert run(["build", "deck.yaml", "other.yaml", "--locked", "-o", "out/"]) == 0


def test_locked_fails_where_something_is_not_pinned(talk: Path, capsys: Captured) -> None:
    assert run(["build", "--locked"]) == 1
    said = capsys.readouterr().err
    assert "build/not-locked" in said
    assert "../bron/deck.yaml#een" in said
    assert sorted(path.name for path in (talk / "talk").iterdir()) == ["deck.yaml"]
    assert run(["build"]) == 0
    assert run(["build", "--locked"]) == 0


def test_what_it_is_made_with_is_compared(talk: Path, capsys: Captured) -> None:
    picture = talk / "bron" / "a.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"><g>{}</g></svg>'
    picture.write_text(drawing.format(""))
    change(talk, "statement: Een", "id: een\n  picture: {file: a.svg, alt: een vlak}")
    assert run(["build"]) == 0
    assert "../bron/a.svg:" in lock(talk)
    before = lock(talk)
    picture.write_text(drawing.format("<desc>x</desc>"))
    capsys.readouterr()
    assert run(["build"]) == 0
    said = capsys.readouterr().err
    assert "note[remix/made-otherwise]" in said
    assert "../bron/a.svg" in said
    assert lock(talk) == before
    assert run(["build", "--locked"]) == 1
    assert "error[remix/made-otherwise]" in capsys.readouterr().err


def test_another_look_for_once_is_not_kept(talk: Path) -> None:
    run(["build"])
    before = lock(talk)
    assert run(["build", "-t", "contrast"]) == 0
    assert lock(talk) == before


def test_a_lock_that_can_not_be_written(
    talk: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    def refuse(path: str, data: bytes) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("deckgen.cli.locked.write_atomic", refuse)
    assert run(["build", "--json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert [one["code"] for one in result["diagnostics"]] == ["build/cannot-write-lock"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("lock: 9\n", "remix/lock-unreadable"),
        ("lock: [\n", "remix/lock-unreadable"),
        (
            "lock: 1\ndecks:\n  deck.yaml:\n    slides:\n    - from: ../bron/deck.yaml#een\n"
            "      revision: 000000000000\n      says: {statement: Iets}\n",
            "remix/lock-lies",
        ),
    ],
)
def test_a_lock_that_can_not_be_believed(
    talk: Path, text: str, code: str, capsys: Captured
) -> None:
    path = talk / "talk" / "deckgen.lock"
    path.write_text(text, "utf-8")
    assert run(["build"]) == 1
    said = capsys.readouterr().err
    assert f"error[{code}]" in said
    assert "deckgen.lock:" in said
    assert path.read_text("utf-8") == text


def test_a_source_builds_with_its_own_lock(talk: Path) -> None:
    """What is taken from a talk is what that talk shows, not what its sources say by now."""
    run(["build"])
    (talk / "third").mkdir()
    (talk / "third" / "deck.yaml").write_text("slides:\n- use: talk#een\n", "utf-8")
    change(talk, "statement: Een", "statement: Ander\n  id: een")
    assert run(["build", str(talk / "third" / "deck.yaml")]) == 0
    text = (talk / "third" / "deckgen.lock").read_text("utf-8")
    assert "statement: Een" in text
    assert "by: [../bron/deck.yaml#een]" in text


def test_a_picture_of_a_pinned_slide_is_found_beside_its_source(talk: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="600"/>'
    (talk / "bron" / "a.svg").write_text(drawing)
    change(talk, "statement: Een", "id: een\n  picture: {file: a.svg, alt: een vlak}")
    assert run(["build"]) == 0
    change(talk, "alt: een vlak", "alt: een ander vlak")
    assert run(["build", "--locked"]) == 0
    (talk / "bron" / "deck.yaml").unlink()
    assert run(["build"]) == 0
