"""Translations on the command line: started, brought up to date, counted, compared."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from deckgen.cli.history import versions
from deckgen.cli.main import run

TALK = """\
title: Praatje
lang: nl-NL
slides:
- id: hallo
  statement: Hallo
- id: lijst
  title: Lijst
  points: [een, twee]
"""
ENGLISH = """\
translates: deck.yaml
lang: en-GB
title: Talk
slides:
  hallo: {statement: Hello}
  lijst: {title: List, points: [one, two]}
"""
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "deck.yaml").write_text(TALK, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    subprocess.run(("git", *who, *words), cwd=folder, check=True, capture_output=True)


def committed(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "So far")


def test_starts_a_translation_beside_the_outline(talk: Path, capsys: Captured) -> None:
    assert run(["translate", "en"]) == 0
    assert capsys.readouterr().out == "deck.en.yaml  0 of 3 translated, 3 unfinished\n"
    text = (talk / "deck.en.yaml").read_text("utf-8")
    assert "lang: en-GB\n" in text
    assert "    todo: [title, points]\n    title: Lijst\n" in text


def test_what_is_started_is_no_translation_yet(talk: Path, capsys: Captured) -> None:
    run(["translate", "en-GB"])
    assert run(["check", "--lang", "en-GB"]) == 1
    assert capsys.readouterr().out.count("remix/untranslated") == 3


def test_brings_every_translation_up_to_date(talk: Path, capsys: Captured) -> None:
    (talk / "deck.en.yaml").write_text(ENGLISH, "utf-8")
    (talk / "deck.old.yaml").write_text(TALK, "utf-8")
    assert run(["translate"]) == 0
    assert capsys.readouterr().out == "deck.en.yaml  3 of 3 translated\n"
    once = (talk / "deck.en.yaml").read_bytes()
    assert run(["translate"]) == 0
    assert (talk / "deck.en.yaml").read_bytes() == once
    assert (talk / "deck.old.yaml").read_text("utf-8") == TALK


def test_status_counts_and_writes_nothing(talk: Path, capsys: Captured) -> None:
    english = ENGLISH.replace("  lijst:", "  weg:")
    (talk / "deck.en.yaml").write_text(english, "utf-8")
    assert run(["translate", "--status", "--json"]) == 1
    result = json.loads(capsys.readouterr().out)["results"][0]
    assert (result["slides"], result["translated"]) == (3, 2)
    assert (result["missing"], result["superfluous"]) == (["lijst"], ["weg"])
    assert (talk / "deck.en.yaml").read_text("utf-8") == english


def test_prunes_what_is_superfluous(talk: Path, capsys: Captured) -> None:
    (talk / "deck.en.yaml").write_text(f"{ENGLISH}  weg: {{title: Gone}}\n", "utf-8")
    run(["translate"])
    assert "weg:" in (talk / "deck.en.yaml").read_text("utf-8")
    assert run(["translate", "--prune"]) == 0
    assert "weg:" not in (talk / "deck.en.yaml").read_text("utf-8")


def test_shows_what_the_source_says_otherwise_since(talk: Path, capsys: Captured) -> None:
    (talk / "deck.en.yaml").write_text(ENGLISH, "utf-8")
    run(["translate"])
    git(talk, "init", "-q")
    committed(talk)
    (talk / "deck.yaml").write_text(TALK.replace("twee", "twee, drie"), "utf-8")
    capsys.readouterr()
    assert run(["translate", "--diff"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("lijst: since ")
    was, now = "[een, twee]", "[een, twee, drie]"
    assert lines[1:] == ["   title: Lijst", f"  -points: {was}", f"  +points: {now}", ""]
    assert run(["translate", "--done", "lijst"]) == 0
    assert run(["translate", "--diff"]) == 0


def test_without_history_it_says_so(talk: Path, capsys: Captured) -> None:
    english = ENGLISH.replace("{statement", "{of: 000000000000, statement")
    (talk / "deck.en.yaml").write_text(english, "utf-8")
    assert run(["translate", "--diff"]) == 1
    out = capsys.readouterr().out
    assert "git does not have the words that it was translated from" in out
    assert "statement: Hallo" in out


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ([], 2, "has no translation yet; name a language"),
        (["nl"], 1, "is in nl-NL already"),
        (["en", "--done", "halo"], 2, "did you mean `hallo`?"),
        (["other.yaml", "en"], 2, "there is no file or folder other.yaml"),
    ],
)
def test_says_why_not(talk: Path, typed: list[str], code: int, said: str, capsys: Captured) -> None:
    assert run(["translate", *typed]) == code
    assert said in capsys.readouterr().err
    assert not (talk / "deck.en.yaml").exists()


def test_a_talk_without_a_language_has_none_to_translate_from(talk: Path, capsys: Captured) -> None:
    (talk / "deck.yaml").write_text(TALK.replace("lang: nl-NL\n", ""), "utf-8")
    assert run(["translate", "en"]) == 1
    assert "does not say its language" in capsys.readouterr().err


@pytest.mark.usefixtures("talk")
def test_a_language_is_a_tag(capsys: Captured) -> None:
    assert run(["translate", "Engels"]) == 2
    assert "neither an outline nor a language; type en" in capsys.readouterr().err


@pytest.mark.parametrize("broken", ["slides: {a: {x", "slides:\n  a: [b", "slides: {}\n"])
def test_a_file_that_can_not_be_read_is_left_alone(talk: Path, broken: str) -> None:
    (talk / "deck.en.yaml").write_text(broken, "utf-8")
    assert run(["translate", "en"]) == 1
    assert (talk / "deck.en.yaml").read_text("utf-8") == broken


def test_a_file_has_its_versions_newest_first_whatever_its_name_was(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for name, text in (("a b.yaml", "one\n"), ("é.yaml", "one\n"), ("é.yaml", "one\ntwo\n")):
        for old in tmp_path.glob("*.yaml"):
            old.unlink()
        (tmp_path / name).write_text(text, "utf-8")
        committed(tmp_path)
    found = [data.decode() for _, data in versions(str(tmp_path / "é.yaml"))]
    assert found == ["one\ntwo\n", "one\n", "one\n"]
    assert list(versions(str(tmp_path / "none.yaml"))) == []
