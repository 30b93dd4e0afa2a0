"""What is read again, what is dropped, and what becomes of a cache that can't be used."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from deckgen.library import tables
from deckgen.library.desk import Desk
from deckgen.library.refresh import Refreshed, refresh
from deckgen.library.search import Question, search
from deckgen.library.shelves import library, project
from deckgen.library.store import Store
from deckgen.remix.variants import TALK, Wanted
from deckgen.world import World
from library.shelf import Shelf

TREES = "- statement: Bomen in de straat\n  id: a\n"


def test_only_what_changed_is_read_again(shelf: Shelf) -> None:
    shelf.deck("een", TREES)
    shelf.deck("twee", "- statement: Water\n")
    assert shelf.refreshed() == Refreshed(2, 2, 0)
    assert shelf.refreshed() == Refreshed(2, 0, 0)
    shelf.deck("twee", "- statement: Wind\n")
    assert shelf.refreshed() == Refreshed(2, 1, 0)
    assert shelf.found("wind") == ["twee#wind"]
    assert shelf.found("water") == []


def test_slides_that_say_what_they_said_stay_where_they_are(shelf: Shelf) -> None:
    """A slide that only moved is found at its new place; it is not put in anew."""
    water = "- statement: Water onder de brug\n  id: b\n"
    shelf.deck("een", TREES, water)
    shelf.refreshed()
    before = rows(shelf)
    shelf.deck("een", water, TREES, "- statement: Nieuw\n  id: c\n")
    shelf.refreshed()
    assert rows(shelf).items() >= before.items()
    assert [hit.version.number for hit in shelf.answer(deck="een").hits] == [1, 2, 3]
    shelf.deck("een", water)
    shelf.refreshed()
    assert rows(shelf) == {"b": before["b"]}


def rows(shelf: Shelf) -> dict[str, int]:
    """The number of each slide's row."""
    with closing(Store(str(shelf.cache))) as store:
        return dict(store.base.execute("SELECT name, id FROM slide"))


def test_a_new_stamp_on_the_same_words_is_noted_and_nothing_read(shelf: Shelf) -> None:
    path = shelf.deck("een", TREES)
    shelf.refreshed()
    os.utime(path, (2_000_000, 2_000_000))
    assert shelf.refreshed() == Refreshed(1, 0, 0)


def test_a_change_within_the_same_tick_of_the_clock_is_seen(shelf: Shelf) -> None:
    path = shelf.deck("een", TREES)
    path.write_text(path.read_text())  # just now: its stamp is not to be trusted
    seen = path.stat()
    shelf.refreshed()
    path.write_text(path.read_text().replace("straat", "gracht"))
    os.utime(path, ns=(seen.st_mtime_ns, seen.st_mtime_ns))
    assert shelf.found("gracht") == ["een#a"]


def test_a_deck_that_is_gone_is_dropped(shelf: Shelf) -> None:
    path = shelf.deck("een", TREES)
    shelf.deck("twee", TREES)
    assert len(shelf.found("bomen", every=True)) == 2
    path.unlink()
    assert shelf.refreshed() == Refreshed(1, 0, 1)
    assert shelf.found("bomen", every=True) == ["twee#a"]


def test_a_deck_is_read_again_when_its_source_its_translation_or_its_lock_changes(
    shelf: Shelf,
) -> None:
    shelf.deck("bron", TREES)
    shelf.deck("los", "- use: bron#a\n")
    shelf.refreshed()
    shelf.deck("bron", TREES.replace("straat", "gracht"))
    assert shelf.refreshed().read == 2
    assert len(shelf.found("gracht", every=True)) == 2
    shelf.put("los/deck.en.yaml", "slides:\n  a: {statement: Trees along the canal}\n")
    assert shelf.refreshed().read == 1
    assert shelf.found("canal") == ["los#a"]
    (shelf.folder / "los" / "deck.en.yaml").unlink()
    assert shelf.found("canal") == []
    shelf.put("los/deckgen.lock", "no lock\n")
    assert shelf.refreshed().read == 1


def test_outlines_by_other_names_are_known_and_other_yaml_is_not(shelf: Shelf) -> None:
    shelf.put("lang.yaml", "title: Lang\nslides:\n- statement: Bomen\n")
    shelf.put("ci.yaml", "jobs:\n  bomen: {}\n")
    shelf.put(".hidden/deck.yaml", f"title: T\nslides:\n{TREES}")
    shelf.put("node_modules/x/deck.yaml", f"title: T\nslides:\n{TREES}")
    assert shelf.found("bomen") == ["lang#bomen"]
    assert shelf.refreshed() == Refreshed(2, 0, 0)


def test_an_outline_with_mistakes_is_read_as_far_as_possible(shelf: Shelf) -> None:
    shelf.deck("half", "- statment: Fout\n", TREES, "- nonsense: x\n")
    shelf.put("kapot/deck.yaml", "title: [\n")
    desk = Desk(str(shelf.cache), shelf.order)
    hits = desk.ask(lambda store: search(store, Question("bomen"))).hits
    assert [hit.version.shown for hit in hits] == ["half#a"]
    assert [Path(path).parent.name for path, _ in desk.problems()] == ["half", "kapot"]
    (found,) = desk.found(str)
    assert found.code == "library/not-read-whole"
    assert found.message.endswith(".") and ".;" not in found.message and ".." not in found.message
    assert "2 outlines" in found.message


def test_an_outline_over_which_reading_stumbles_hides_no_other(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    from deckgen.library import reading

    load = reading.load

    def stumbling(path: str, world: World, wanted: Wanted = TALK) -> object:
        if b"bug" in (world.read(path) or b""):
            raise RecursionError
        return load(path, world, wanted)

    monkeypatch.setattr(reading, "load", stumbling)
    shelf.deck("een", TREES)
    shelf.deck("twee", "- statement: A bug\n")
    desk = Desk(str(shelf.cache), shelf.order)
    assert desk.ask(lambda store: search(store, Question("bomen"))).hits
    ((_, said),) = desk.problems()
    assert "RecursionError" in said
    assert shelf.refreshed() == Refreshed(2, 0, 0)


def test_a_missing_picture_is_no_mistake_of_the_words(shelf: Shelf) -> None:
    shelf.deck("een", "- picture: {file: weg.jpg, alt: Een boom}\n", "- video: weg.mp4\n")
    desk = Desk(str(shelf.cache), shelf.order)
    desk.ask(lambda store: search(store, Question("boom")))
    assert desk.problems() == []


@pytest.mark.parametrize(
    "rubbish", [b"", b"no database at all " * 300, b"SQLite format 3\0" + b"x" * 9000]
)
def test_a_cache_that_is_none_is_made_anew(shelf: Shelf, rubbish: bytes) -> None:
    shelf.cache.parent.mkdir()
    shelf.cache.write_bytes(rubbish)
    shelf.deck("een", TREES)
    assert shelf.found("bomen") == ["een#a"]
    assert shelf.refreshed() == Refreshed(1, 0, 0)


def test_a_cache_that_breaks_in_use_is_made_anew(shelf: Shelf) -> None:
    shelf.deck("een", TREES)
    shelf.refreshed()
    base = sqlite3.connect(shelf.cache)
    base.execute("DROP TABLE slide")
    base.commit()
    base.close()
    desk = Desk(str(shelf.cache), shelf.order)
    assert desk.ask(lambda store: search(store, Question("bomen"))).hits


def test_the_cache_of_another_version_is_made_anew(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.deck("een", TREES)
    shelf.refreshed()
    monkeypatch.setattr(tables, "VERSION", 999)
    assert shelf.refreshed() == Refreshed(1, 1, 0)
    assert shelf.refreshed() == Refreshed(1, 0, 0)


def test_where_nothing_can_be_kept_it_works_and_says_so(shelf: Shelf, tmp_path: Path) -> None:
    shelf.deck("een", TREES)
    (tmp_path / "file").write_text("in the way")
    desk = Desk(str(tmp_path / "file" / "library.sqlite3"), shelf.order)
    assert desk.ask(lambda store: search(store, Question("bomen"))).hits
    (found,) = desk.found(str)
    assert (found.code, found.severity) == ("library/not-kept", "note")


def test_who_can_not_write_because_another_does_answers_with_what_was_known(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.deck("een", TREES)
    shelf.refreshed()
    other = sqlite3.connect(shelf.cache, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    shelf.deck("twee", TREES)
    monkeypatch.setattr(tables, "_PATIENCE", 0.05)
    desk = Desk(str(shelf.cache), shelf.order)
    assert len(desk.ask(lambda store: search(store, Question("bomen", every=True))).hits) == 1
    assert [one.code for one in desk.found(str)] == ["library/busy"]
    other.execute("ROLLBACK")
    assert len(shelf.found("bomen", every=True)) == 2


def _index(cache: str, folder: str) -> int:
    from deckgen.disk import DiskWorld
    from deckgen.library.refresh import Search

    store = Store(cache)
    refresh(store, Search((folder,), DiskWorld))
    return len(search(store, Question("bomen", every=True, limit=100)).hits)


def test_processes_that_index_at_once_do_not_disturb_each_other(shelf: Shelf) -> None:
    for number in range(20):
        shelf.deck(f"d{number}", TREES)
    job = (str(shelf.cache), os.path.realpath(shelf.folder))
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.starmap(_index, [job] * 4) == [20] * 4
    assert shelf.refreshed() == Refreshed(20, 0, 0)


def test_many_outlines_are_read_on_all_cores(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.library.refresh._AT_ONCE", 10)
    for number in range(40):
        shelf.deck(f"d{number}", TREES)
    assert shelf.refreshed() == Refreshed(40, 40, 0)
    assert len(shelf.found("bomen", every=True, limit=100)) == 40


def test_other_folders_in_the_cache_are_not_searched(shelf: Shelf, tmp_path: Path) -> None:
    shelf.deck("een/binnen", TREES)
    shelf.deck("twee/buiten", TREES)
    assert len(shelf.found("bomen", every=True)) == 2
    shelf.folder = shelf.folder / "een"
    assert shelf.found("bomen", every=True) == ["binnen#a"]


def test_which_folders_are_meant(tmp_path: Path) -> None:
    (tmp_path / "p" / ".git").mkdir(parents=True)
    (tmp_path / "p" / "a" / "b").mkdir(parents=True)
    (tmp_path / "q").mkdir()
    root, here = os.path.realpath(tmp_path), str(tmp_path / "p" / "a" / "b")
    assert project(here) == f"{root}/p"
    more = os.pathsep.join((f"{root}/q", f"{root}/p/a", ""))
    assert library((), here, more) == (f"{root}/p", f"{root}/q")
    assert library((f"{root}/q",), here, more) == (f"{root}/q",)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"XDG_CACHE_HOME": "/x/cache"}, "/x/cache/deckgen/library.sqlite3"),
        ({"XDG_CACHE_HOME": "not-absolute"}, "/home/a/.cache/deckgen/library.sqlite3"),
        ({}, "/home/a/.cache/deckgen/library.sqlite3"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="XDG")
def test_where_the_cache_lies(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert tables.place(environment, "/home/a") == expected
