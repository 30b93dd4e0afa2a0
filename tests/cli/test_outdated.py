"""What has changed in a talk's sources, taking it, and where a slide is used."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]
TALK = """\
title: Proef
lang: nl-NL
variants: {kort: {minutes: 2}}
slides:
- use: bron#een
  title: Mijn titel
- use: bron#tag:wijk
- statement: Eigen
  minutes: 1
  tags: eigen
"""
SOURCE = """\
title: Bron
lang: nl-NL
slides:
- id: een
  title: Titel
  points: [a, b]
- statement: Twee
  id: twee
  tags: wijk
- statement: Drie
  id: drie
"""


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> Path:
    for name, text in (("talk", TALK), ("bron", SOURCE)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "deck.yaml").write_text(text, "utf-8")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "talk")
    assert run(["build"]) == 0
    capsys.readouterr()
    return tmp_path


def change(talk: Path, old: str, new: str, deck: str = "bron") -> None:
    path = talk / deck / "deck.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def lock(talk: Path) -> str:
    return (talk / "talk" / "deckgen.lock").read_text("utf-8")


def told(words: list[str], capsys: Captured, code: int = 0) -> dict[str, Any]:
    assert run([*words, "--json"]) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["results"][0]
    return found


def lines(words: list[str], capsys: Captured, code: int = 0) -> list[str]:
    assert run(words) == code
    return [line for line in capsys.readouterr().out.splitlines() if line]


def test_nothing_has_changed(talk: Path, capsys: Captured) -> None:
    assert lines(["outdated"], capsys) == ["deck.yaml: up to date"]
    assert lines(["update"], capsys) == ["deck.yaml: nothing to take"]


def test_nothing_is_pinned_or_taken(talk: Path, capsys: Captured) -> None:
    (talk / "talk" / "deckgen.lock").unlink()
    assert "nothing is pinned yet" in lines(["outdated"], capsys)[0]
    assert "takes nothing from other decks" in lines(["outdated", "../bron"], capsys)[0]


def test_a_changed_slide_is_shown_field_by_field(talk: Path, capsys: Captured) -> None:
    change(talk, "points: [a, b]", "points: [a, c]")
    change(talk, "title: Titel", "title: Andere titel")
    assert lines(["outdated"], capsys, 1) == [
        "deck.yaml: 1 slide changed",
        "een < bron#een  (deck.yaml:5:8)",
        "  title:  (hidden: you say another `title:` here)",
        "    - Titel",
        "    + Andere titel",
        "  points:",
        "      - a",
        "    - - b",
        "    + - c",
    ]


def test_the_same_for_programs(talk: Path, capsys: Captured) -> None:
    change(talk, "title: Titel", "title: Andere titel")
    (slide,) = told(["outdated"], capsys, 1)["slides"]
    assert slide["from"] == "../bron/deck.yaml#een"
    assert slide["taken"] != slide["now"]
    title = {"key": "title", "before": "Titel", "after": "Andere titel", "hidden": True}
    assert slide["fields"] == [title]


def test_a_range_that_means_other_slides(talk: Path, capsys: Captured) -> None:
    change(talk, "  tags: wijk\n", "")
    change(talk, "id: drie", "id: drie\n  tags: wijk")
    found = told(["outdated"], capsys, 1)["picks"]
    assert found[0] == {
        "deck": "../bron/deck.yaml", "pick": "bron#tag:wijk", "gained": ["drie"], "lost": ["twee"],
    }  # fmt: skip
    assert lines(["outdated"], capsys, 1)[-3:] == [
        "bron#tag:wijk  (deck.yaml:7:8)",
        "  + drie",
        "  - twee",
    ]
    said = lines(["update"], capsys)
    assert "deck.yaml: took bron#tag:wijk: + drie, - twee" in said
    assert "deck.yaml: took out what nothing uses: bron#twee" in said
    assert lines(["outdated"], capsys) == ["deck.yaml: up to date"]


def test_a_slide_that_is_gone_or_has_another_name(talk: Path, capsys: Captured) -> None:
    change(talk, "id: een", "id: eerste")
    found = told(["outdated"], capsys, 1)
    assert [one["code"] for one in found["diagnostics"]] == ["remix/source-gone"]
    assert "bron#eerste" in found["diagnostics"][0]["hints"][0]
    assert lines(["update"], capsys) == ["deck.yaml: nothing to take"]
    assert run(["build", "--locked"]) == 0


def test_a_change_of_mine_that_changes_nothing_any_more(talk: Path, capsys: Captured) -> None:
    change(talk, "title: Titel", "title: Mijn titel")
    found = told(["outdated"], capsys, 1)
    assert [(one["code"], one["line"]) for one in found["diagnostics"]] == [
        ("remix/idle-override", 6)
    ]


def test_a_change_of_mine_that_no_longer_fits(talk: Path, capsys: Captured) -> None:
    change(talk, "title: Mijn titel", "points: {replace: {b: B}}", "talk")
    change(talk, "points: [a, b]", "points: [a, c]")
    before = lock(talk)
    found = told(["outdated"], capsys, 1)
    assert [one["code"] for one in found["diagnostics"]] == ["remix/no-such-item"]
    assert run(["update"]) == 1
    said = capsys.readouterr().err
    assert "remix/no-such-item" in said
    assert "nothing was taken" in said
    assert lock(talk) == before
    assert run(["build"]) == 0


def test_what_it_is_made_with(talk: Path, capsys: Captured) -> None:
    own = talk / "templates" / "plain"
    shutil.copytree(Path(__file__).parents[2] / "templates" / "plain", own)
    with (own / "template.yaml").open("a") as file:
        file.write("# ours\n")
    assert lines(["outdated"], capsys, 1)[-2:] == ["not as it was:", "  template plain"]
    assert lines(["update", ".", "template plain"], capsys) == ["deck.yaml: took template plain"]
    assert lines(["outdated"], capsys) == ["deck.yaml: up to date"]


def test_one_slide_is_taken_and_the_others_stay(talk: Path, capsys: Captured) -> None:
    change(talk, "title: Titel", "title: Andere titel")
    change(talk, "statement: Twee", "statement: TWEE")
    assert lines(["update", "twee", "--dry-run"], capsys) == [
        "deck.yaml: would take bron#twee: statement"
    ]
    assert "TWEE" not in lock(talk)
    assert lines(["update", "deck.yaml", "bron#twee"], capsys) == [
        "deck.yaml: took bron#twee: statement"
    ]
    assert "TWEE" in lock(talk)
    assert "Andere titel" not in lock(talk)
    assert lines(["update"], capsys) == ["deck.yaml: took bron#een: title"]
    assert run(["build", "--locked"]) == 0


def test_a_slide_that_is_not_taken(talk: Path, capsys: Captured) -> None:
    assert run(["update", "twe"]) == 2
    assert "did you mean `twee`?" in capsys.readouterr().err


def test_a_deck_that_takes_nothing_gets_no_lock(talk: Path, capsys: Captured) -> None:
    assert run(["update", "../bron"]) == 0
    assert capsys.readouterr().out == "../bron/deck.yaml: nothing to take\n"
    assert not (talk / "bron" / "deckgen.lock").exists()


def test_other_outlines_of_the_folder_are_left_alone(talk: Path) -> None:
    (talk / "talk" / "other.yaml").write_text("slides:\n- use: bron#drie\n", "utf-8")
    run(["build", "other.yaml"])
    part = lock(talk).partition("other.yaml:")[2]
    change(talk, "statement: Drie", "statement: DRIE\n  tags: wijk")
    assert run(["update", "deck.yaml"]) == 0
    assert lock(talk).partition("other.yaml:")[2] == part


def test_a_lock_that_lies_is_taken_anew(talk: Path, capsys: Captured) -> None:
    path = talk / "talk" / "deckgen.lock"
    good = path.read_text("utf-8")
    path.write_text(good.replace("title: Titel", "title: Gelogen"), "utf-8")
    assert told(["outdated"], capsys, 1)["diagnostics"][0]["code"] == "remix/lock-lies"
    assert run(["update"]) == 0
    assert path.read_text("utf-8") == good
    path.write_text("lock: 99\n", "utf-8")
    assert run(["update"]) == 0
    assert path.read_text("utf-8") == good


def test_translations_are_sources_too(talk: Path, capsys: Captured) -> None:
    english = "translates: deck.yaml\nlang: en-GB\ntitle: T\nslides:\n  "
    own = f"{english}een: {{title: Mine}}\n  eigen: {{statement: Own}}\n"
    (talk / "talk" / "deck.en.yaml").write_text(own, "utf-8")
    theirs = f"{english}een: {{title: Title, points: [x, y]}}\n  twee: {{statement: Two}}\n"
    path = talk / "bron" / "deck.en.yaml"
    path.write_text(theirs + "  drie: {statement: Three}\n", "utf-8")
    assert run(["build", "--lang", "en"]) == 0
    capsys.readouterr()
    path.write_text(path.read_text("utf-8").replace("Two", "Second"), "utf-8")
    (slide,) = told(["outdated"], capsys, 1)["slides"]
    assert (slide["from"], slide["lang"]) == ("../bron/deck.yaml#twee", "en")
    assert run(["update"]) == 0
    assert "statement: Second" in lock(talk)


def test_a_source_that_can_not_be_read(talk: Path, capsys: Captured) -> None:
    (talk / "bron" / "deck.yaml").write_text("slides: [\n", "utf-8")
    assert run(["outdated"]) == 1
    assert "bron" in capsys.readouterr().out


def test_show_lists_slides_with_their_sources(talk: Path, capsys: Captured) -> None:
    found = [" ".join(line.split()) for line in lines(["show"], capsys)]
    assert found == [
        "1 een: Mijn titel < bron#een (title)",
        "2 twee: Twee < bron#twee",
        "3 eigen: Eigen",
    ]


def test_show_one_slide(talk: Path, capsys: Captured) -> None:
    found = "\n".join(lines(["show", "een"], capsys))
    assert "een  slide 1, revision" in found
    assert "  title: Mijn titel\n  points: [a, b]" in found
    assert "in: the whole talk, kort" in found
    assert "from: ../bron/deck.yaml#een, revision" in found
    assert "said differently here:\n  title:\n    - Titel\n    + Mijn titel" in found
    change(talk, "points: [a, b]", "points: [a]")
    assert "it says something else now" in "\n".join(lines(["show", "deck.yaml", "1"], capsys))
    record = told(["show", "eigen"], capsys)["slides"][0]
    assert (record["from"], record["tags"], record["minutes"]) == (None, ["eigen"], 1.0)
    assert run(["show", "eign"]) == 2
    assert "did you mean `eigen`?" in capsys.readouterr().err


def test_show_a_presentation(talk: Path, capsys: Captured) -> None:
    found = lines(["show", "talk.pptx"], capsys)
    assert "Mijn titel  < talk#een at " in found[0]
    assert " < bron#een at " in found[0]
    assert found[0].endswith("(title)")
    record = told(["show", "talk.pptx"], capsys)
    assert record["source"] == "bron/deck.yaml#een"
    for name in ("1", "een", "Mijn titel"):
        assert lines(["show", "talk.pptx", name], capsys) == found[:1]
    assert run(["show", "none.pptx"]) == 1
    assert "no presentation" in capsys.readouterr().err
    assert run(["show", "talk.pptx", "zes"]) == 2
    assert "talk.pptx has no slide `zes`; it has 3" in capsys.readouterr().err


def test_show_names_what_slides_without_words_show(talk: Path, capsys: Captured) -> None:
    slides = "- cover:\n- picture: {wants: een straat}\n"
    Path("deck.yaml").write_text(f"title: T\nslides:\n{slides}", "utf-8")
    assert [line.split(": ")[1] for line in lines(["show"], capsys)] == ["(cover)", "(een straat)"]


def test_where_a_slide_is_used(talk: Path, capsys: Captured) -> None:
    (talk / "decks" / "derde").mkdir(parents=True)
    (talk / "decks" / "derde" / "deck.yaml").write_text(
        "slides:\n- use: talk#een\n  sub: erbij\n- statement: x\n", "utf-8"
    )
    assert run(["where", "bron#een", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["results"]
    assert first["outline"].endswith("decks/derde/deck.yaml")
    assert first["through"] == ["../../talk/deck.yaml#een"]
    assert second["outline"] == "deck.yaml"
    assert second["forms"] == ["the whole talk", "kort"]
    assert second["overrides"] == ["title"]
    found = lines(["where", "bron"], capsys)
    assert [line for line in found if not line.startswith(" ")] == ["bron#een", "bron#twee"]


def test_where_nothing_is_used(talk: Path, capsys: Captured) -> None:
    assert run(["where", "bron#drie"]) == 1
    assert "bron#drie is used in no other talk" in capsys.readouterr().err
    assert run(["where", "bron#dire"]) == 2
    assert "did you mean `drie`?" in capsys.readouterr().err
    assert run(["where", "brno"]) == 2
    assert "did you mean `bron`?" in capsys.readouterr().err
    assert run(["where", "bron#een..drie"]) == 2


def test_slides_of_two_decks_that_have_one_name(talk: Path, capsys: Captured) -> None:
    (talk / "tweede").mkdir()
    (talk / "tweede" / "deck.yaml").write_text(SOURCE, "utf-8")
    change(talk, "- statement: Eigen", "- use: tweede#twee\n- statement: Eigen", "talk")
    assert run(["build"]) == 0
    change(talk, "statement: Twee", "statement: TWEE")
    change(talk, "statement: Twee", "statement: 2", "tweede")
    capsys.readouterr()
    assert lines(["update", "tweede#twee"], capsys) == ["deck.yaml: took tweede#twee: statement"]
    assert lines(["update", "twee"], capsys) == ["deck.yaml: took bron#twee: statement"]


def test_what_is_wrong_anyway_is_said(talk: Path, capsys: Captured) -> None:
    change(talk, "- statement: Eigen", "- use: bron#vier\n- statement: Eigen", "talk")
    found = told(["outdated"], capsys, 1)
    assert [one["code"] for one in found["diagnostics"]] == ["remix/unknown-slide"]
