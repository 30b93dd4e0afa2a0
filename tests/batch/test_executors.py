"""Who builds: by name, by entry point, or nobody of that name."""

from __future__ import annotations

import os
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import NoReturn

import pytest
from PIL import Image

from deckgen.batch import work
from deckgen.batch.executors import Serial, UnknownExecutorError, factory, jobs_of, names
from deckgen.batch.press import Press
from deckgen.batch.snapshot import Snapshot
from deckgen.batch.work import Bundle, Desk, Task
from deckgen.remix.editions import Edition
from deckgen.remix.variants import Wanted
from deckgen.world import MemoryWorld

OUTLINE = b"title: T\nslides:\n- title: Welkom in {{stad}}\n  points: [een]\n"
PICTURE = b"- picture: {file: '{{stad}}.png', alt: een plein}\n"


def photograph(number: int) -> bytes:
    data = BytesIO()
    Image.new("RGB", (32, 18), (number, 99, 99)).save(data, "PNG")
    return data.getvalue()


def edition(number: int, stad: str) -> Edition:
    return Edition(number, f"{stad}.pptx", Wanted(values=(("stad", stad),)))


EDITIONS = tuple(edition(number, f"stad-{number}") for number in range(1, 8))


@pytest.fixture(autouse=True)
def nothing_is_kept() -> None:
    work.forget()


def world(outline: bytes = OUTLINE) -> MemoryWorld:
    template = Path("templates/plain/template.yaml").read_bytes()
    pictures = {f"stad-{number}.png": photograph(number) for number in range(1, 8)}
    return MemoryWorld({"deck.yaml": outline, **pictures}, templates={"plain": template})


def bundle(world: MemoryWorld) -> Bundle:
    """The files of a first deck; then this process forgets them, as another would not know them."""
    desk = Desk("deck.yaml", Snapshot({}, world))
    assert desk.build(edition(0, "nergens"), {}).inputs
    made = work.bundled("deck.yaml", "", desk)
    work.forget()
    return made


@pytest.mark.parametrize("name", ["processes", "processes=spawn", "threads", "serial"])
def test_every_executor_gives_the_same_decks(name: str) -> None:
    here = world()
    with Press(factory("serial", None), bundle(here), here, None) as press:
        alone = {one.output: done.data for one, done in press.run(EDITIONS)}
    work.forget()
    with Press(factory(name, 2), bundle(here), here, 2) as press:
        found = {one.output: done for one, done in press.run(EDITIONS)}
    assert len(found) == len(EDITIONS)
    assert {name: done.data for name, done in found.items()} == alone
    assert len(set(alone.values())) == len(EDITIONS)
    assert not any(done.found for done in found.values())


@pytest.mark.parametrize("name", ["serial", "processes=spawn"])
def test_workers_that_see_no_files_are_sent_what_a_row_needs(name: str) -> None:
    here = world(OUTLINE + PICTURE)
    with Press(factory(name, 2), bundle(here), here, 2) as press:
        found = {one.output: done for one, done in press.run(EDITIONS)}
    for done in found.values():  # such pictures are coarse, but there
        assert [one.code for one in done.found] == ["layout/low-resolution"]
    for one in EDITIONS:
        asked = {(what, about) for what, about, _ in found[one.output].inputs}
        assert ("read", one.output.replace("pptx", "png")) in asked


def test_a_worker_keeps_no_pictures_of_other_decks() -> None:
    here = world(OUTLINE + PICTURE)
    desk = Desk("deck.yaml", Snapshot({}, here))
    assert all(desk.build(one, {}).data for one in EDITIONS)
    (compiler,) = desk._compilers.values()
    assert list(compiler._memo._prints.files) == ["stad-7.png"]


def test_a_worker_asks_for_the_bundle_that_it_does_not_know() -> None:
    done = work.build(Task("no such bundle", EDITIONS[0]))
    assert done.bundleless
    assert done.data == b""


def test_another_version_refuses() -> None:
    (found,) = work.build(Task("any", EDITIONS[0], version="0.0.1")).found
    assert found.code == "merge/other-version"
    assert "0.0.1" in found.hints[0]


def test_a_mistake_in_deckgen_is_a_finding_of_one_deck(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(scene: object, packing: object) -> bytes:
        raise ZeroDivisionError("by nothing")

    here = world()
    made = bundle(here)
    monkeypatch.setattr(work, "write", broken)
    with Press(factory("serial", None), made, here, None) as press:
        found = [done.found for _, done in press.run(EDITIONS)]
    assert [[one.code for one in ones] for ones in found] == [["merge/bug"]] * len(EDITIONS)


def die_of(task: Task) -> work.Done:
    """What stands in for a deck that takes its process with it."""
    if task.edition.number == 3:
        os._exit(9)
    return work.Done(data=b"deck")


def test_a_worker_that_dies_takes_one_deck_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.batch.press.build", die_of)
    here = world()
    with Press(factory("processes", 2), bundle(here), here, 2) as press:
        found = {one.number: done for one, done in press.run(EDITIONS)}
    assert sorted(found) == [1, 2, 3, 4, 5, 6, 7]
    assert [one.code for one in found.pop(3).found] == ["merge/worker-lost"]
    assert all(done.data for done in found.values())


def test_an_executor_that_takes_nothing_fails_deck_by_deck() -> None:
    class Gone(Serial):
        def submit(self, *words: object, **more: object) -> NoReturn:  # type: ignore[override]
            raise RuntimeError("the scheduler has gone home")

    here = world()
    with Press(Gone, bundle(here), here, None) as press:
        found = [done.found for _, done in press.run(EDITIONS)]
    assert [[one.code for one in ones] for ones in found] == [["merge/bug"]] * len(EDITIONS)


def test_no_more_decks_are_under_way_than_can_be_held() -> None:
    most = 0

    class Counting(Serial):
        jobs = 2

    here = world()
    made = bundle(here)
    taken = 0

    def stream() -> object:
        nonlocal taken
        for one in EDITIONS:
            taken += 1
            yield one

    with Press(Counting, made, here, None) as press:
        for given, _ in enumerate(press.run(stream()), start=1):  # type: ignore[arg-type]
            most = max(most, taken - given)
    assert most < 3 * 2


def test_a_plug_in_is_found_by_its_entry_point(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "farm.py").write_text(
        "from concurrent.futures import ThreadPoolExecutor\n"
        "def hire(jobs, where='here'):\n"
        "    made = ThreadPoolExecutor(jobs)\n"
        "    made.where = where\n"
        "    return made\n"
    )
    info = tmp_path / "farm-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: farm\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[deckgen.executors]\nfarm = farm:hire\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "farm" in names()
    made = factory("farm=barn", 3)()
    assert isinstance(made, ThreadPoolExecutor)
    assert (jobs_of(made, None), made.where) == (3, "barn")  # type: ignore[attr-defined]
    assert sys.modules.pop("farm")


def test_an_executor_that_says_nothing_of_jobs_gets_the_cores() -> None:
    assert jobs_of(Executor(), None) >= 1
    assert jobs_of(Executor(), 5) == 5
    assert jobs_of(Serial(), None) == 1


def test_no_executor_of_that_name() -> None:
    with pytest.raises(UnknownExecutorError) as told:
        factory("proceses", None)
    assert "processes" in told.value.known
