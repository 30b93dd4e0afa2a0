"""A World as it was first seen."""

from __future__ import annotations

from deckgen.batch.snapshot import Snapshot, answered
from deckgen.disk import DiskWorld
from deckgen.world import MemoryWorld


def test_it_answers_as_it_did_the_first_time() -> None:
    files = {"deck.yaml": b"one"}
    seen = Snapshot({}, MemoryWorld(files))
    assert seen.read("deck.yaml") == b"one"
    seen.keep()
    files["deck.yaml"] = b"two"
    before = seen.inputs()
    seen.begin()
    seen.begin()
    assert seen.inputs() == ()
    assert seen.read("deck.yaml") == b"one"
    assert seen.inputs() == before
    assert [(what, about) for what, about, _ in before] == [("read", "deck.yaml")]


def test_what_only_one_deck_needed_is_forgotten() -> None:
    seen = Snapshot({}, MemoryWorld({f"{n}.jpg": bytes(9) for n in range(9)}))
    for number in range(9):
        seen.begin()
        assert seen.read(f"{number}.jpg")
    assert not seen.answers
    assert len(seen._recent) + len(seen._now) == 2


def test_without_a_world_it_says_what_it_lacks() -> None:
    seen = Snapshot({("read", "deck.yaml"): b"one"})
    assert seen.read("deck.yaml") == b"one"
    assert (seen.read("a.jpg"), seen.names("images")) == (None, ())
    assert tuple(seen.lacking) == (("read", "a.jpg"), ("names", "images"))
    seen.begin()
    world = MemoryWorld({"a.jpg": b"abc"})
    seen.learn(answered(world, (("read", "a.jpg"),)))
    assert (seen.read("a.jpg"), seen.size("a.jpg")) == (b"abc", 3)
    assert not seen.lacking


def test_it_answers_everything_that_a_disk_does() -> None:
    disk = DiskWorld(".")
    seen = Snapshot({}, disk)
    for _ in range(2):
        seen.begin()
        assert seen.size("pyproject.toml") == disk.size("pyproject.toml")
        assert seen.names("src") == disk.names("src")
        assert seen.canonical("src/../README.md") == disk.canonical("src/../README.md")
        assert seen.known_as("README.md") == disk.known_as("README.md")
        assert seen.template("plain") == disk.template("plain")
        assert seen.templates() == disk.templates()
        assert seen.font("Carlito-Bold.ttf") == disk.font("Carlito-Bold.ttf")
