"""The preview of a talk that takes slides from others: what it is made of may change anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.remix.variants import Wanted
from deckgen.studio.kept import KeptWorld
from deckgen.studio.session import Session

FILES = {
    "talk/deck.yaml": "lang: nl-NL\nslides:\n- statement: Eigen\n- use: bron#een\n",
    "bron/deck.yaml": "lang: nl-NL\nslides:\n- id: een\n  statement: Oud\n- statement: Twee\n",
    "bron/deck.en.yaml": (
        "translates: deck.yaml\nlang: en-GB\nslides:\n  een: {statement: Old}\n"
        "  twee: {statement: Two}\n"
    ),
    "talk/deck.en.yaml": (
        "translates: deck.yaml\nlang: en-GB\nslides:\n  eigen: {statement: Own}\n"
    ),
}


def session(folder: Path, wanted: Wanted = Wanted()) -> Session:  # noqa: B008
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return Session(KeptWorld(str(folder / "talk")), "deck.yaml", None, wanted)


def words(running: Session) -> str:
    """All that is drawn."""
    return " ".join(running.refresh().drawings.values())


@pytest.mark.parametrize(
    ("file", "old", "new", "lang"),
    [
        ("bron/deck.yaml", "Oud", "Anders", ""),
        ("talk/deck.en.yaml", "Own", "Mine", "en-GB"),
        ("bron/deck.en.yaml", "Old", "Other", "en-GB"),
    ],
)
def test_a_change_elsewhere_is_shown(
    tmp_path: Path, file: str, old: str, new: str, lang: str
) -> None:
    running = session(tmp_path, Wanted(lang=lang))
    assert old in words(running)
    assert not running.world.changed()
    assert str((tmp_path / file).parent) in {
        str(Path(f).resolve()) for f in running.world.folders()
    }
    changed = (tmp_path / file).read_text("utf-8").replace(old, new)
    (tmp_path / file).write_text(changed, "utf-8")
    assert running.world.changed()
    drawn = words(running)
    assert new in drawn and old not in drawn


def test_a_lock_that_comes_is_read(tmp_path: Path) -> None:
    running = session(tmp_path)
    running.refresh()
    (tmp_path / "talk" / "deckgen.lock").write_text("lock: 9\n", "utf-8")
    assert running.world.changed()
    running.refresh()
    codes = [(one.code, one.place) for one in running.state.show.findings]
    assert ("remix/lock-unreadable", "deckgen.lock:1:1") in codes


def test_a_deck_that_was_missing_is_found_when_it_is_made(tmp_path: Path) -> None:
    running = session(tmp_path)
    (tmp_path / "talk" / "deck.yaml").write_text("slides:\n- use: nieuw#a\n", "utf-8")
    assert running.refresh().show.broken
    (tmp_path / "nieuw.yaml").write_text("slides:\n- id: a\n  statement: Daar\n", "utf-8")
    assert running.world.changed()
    assert "Daar" in words(running)


def test_a_finding_says_in_which_file_it_is(tmp_path: Path) -> None:
    running = session(tmp_path)
    text = FILES["bron/deck.yaml"].replace("Oud", "Een<br>twee")
    (tmp_path / "bron" / "deck.yaml").write_text(text, "utf-8")
    found = [one for one in running.refresh().show.findings if one.code == "outline/html"]
    assert [(one.place, one.slide) for one in found] == [("../bron/deck.yaml:4:17", "een")]


def test_a_slide_that_is_taken_stands_where_it_is_taken(tmp_path: Path) -> None:
    assert session(tmp_path).refresh().show.lines == (3, 4)


def test_a_translation_that_comes_is_taken(tmp_path: Path) -> None:
    running = session(tmp_path, Wanted(lang="en-GB"))
    english = tmp_path / "bron" / "deck.en.yaml"
    text = english.read_text("utf-8")
    english.unlink()
    assert "Oud" in words(running)
    (tmp_path / "talk" / "notes.txt").write_text("nothing to do with it", "utf-8")
    assert not running.world.changed()
    english.write_text(text, "utf-8")
    assert running.world.changed()
    assert "Old" in words(running)


def test_the_form_has_its_name(tmp_path: Path) -> None:
    assert session(tmp_path).refresh().show.form == ""
    assert session(tmp_path, Wanted(lang="en-GB")).refresh().show.form == "en-GB"
    assert session(tmp_path, Wanted("kort", "en", minutes=7.5)).state.show.form == (
        "kort · en · 7.5 min"
    )
