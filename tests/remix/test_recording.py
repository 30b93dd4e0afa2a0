"""A world remembers what a talk was made with, by names that mean the same on every machine."""

from __future__ import annotations

from pathlib import Path

import pytest

import bases
from deckgen.cli.main import run
from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.remix.recording import Recording, digest
from deckgen.world import MemoryWorld


def test_files_fonts_and_the_look_that_was_used() -> None:
    files = {"images/a.jpg": b"1", "deck.yaml": b"2", "deckgen.lock": b"3", "t.csv": b"4"}
    looks = {"plain": b"5", "other": b"6"}
    world = Recording(MemoryWorld(files, {"A.ttf": b"7", "B.ttf": b"8"}, looks))
    for name in (*files, "none.jpg"):
        world.read(name)
    world.font("A.ttf")
    for name in (*looks, "none"):
        world.template(name)
    made = world.made("plain")
    assert list(made) == ["font A.ttf", "images/a.jpg", "t.csv", "template plain"]
    assert len(set(made.values())) == 4
    assert {name: digest(name, world) for name in made} == made


def test_what_is_gone_has_no_hash() -> None:
    names = ("a.jpg", "font A.ttf", "template x", "template x/y")
    assert not any(digest(name, MemoryWorld()) for name in names)


def test_a_base_goes_by_its_templates_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("house.pptx").write_bytes(bases.plain())
    assert run(["templates", "add", "house.pptx"]) == 0
    Path("talk").mkdir()
    Path("talk/deck.yaml").write_text("template: house\nslides:\n- statement: Een\n")
    world = Recording(DiskWorld("talk"))
    assert compile_deck("deck.yaml", world).scene is not None
    made = [name for name in world.made("house") if not name.startswith("font")]
    assert made == ["template house", "template house/base.pptx"]
    assert digest("template house/base.pptx", world) == world.made("house")[made[1]]
