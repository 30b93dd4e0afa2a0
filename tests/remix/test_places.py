"""Where decks are looked for: links, other capitals, the nearest of several, few questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.disk import DiskWorld
from deckgen.remix.load import load
from deckgen.remix.sources import find
from deckgen.world import MemoryWorld

DECK = b"slides:\n- id: een\n  statement: Een\n"


class Careless(MemoryWorld):
    """A file system that takes `Deck.yaml` for `deck.yaml`, as those of laptops do."""

    def read(self, path: str) -> bytes | None:
        """The file whatever its letters' case."""
        path = next((one for one in self._files if one.casefold() == path.casefold()), path)
        return super().read(path)


@pytest.mark.parametrize("name", ["bron", "Bron", "BRON", "../BRON/deck.yaml", "../bron/Deck.yaml"])
def test_capitals_make_no_other_deck(name: str) -> None:
    world = Careless({"talk/deck.yaml": b"", "bron/deck.yaml": DECK})
    assert find(name, "talk/deck.yaml", world).value.path == "bron/deck.yaml"


def test_a_deck_that_takes_itself_in_other_capitals_ends() -> None:
    text = b"slides:\n- use: Talk#een\n- id: een\n  statement: Een\n"
    found = load("talk/deck.yaml", Careless({"talk/deck.yaml": text}))
    assert found.value is not None
    assert [slide.id for slide in found.value.slides] == ["een-2", "een"]


def test_a_link_is_the_deck_that_it_leads_to(tmp_path: Path) -> None:
    for name, text in {"talk": b"slides:\n- use: [bron#een, link#een]\n", "bron": DECK}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "deck.yaml").write_bytes(text)
    (tmp_path / "link").symlink_to(tmp_path / "bron")
    found = load("deck.yaml", DiskWorld(str(tmp_path / "talk")))
    assert found.value is not None and not found.diagnostics
    assert {s.came and s.came.deck for s in found.value.slides} == {"../bron/deck.yaml"}


def test_a_link_to_oneself_is_a_circle_that_ends(tmp_path: Path) -> None:
    (tmp_path / "talk").mkdir()
    (tmp_path / "talk" / "deck.yaml").write_bytes(b"slides:\n- use: link#een\n")
    (tmp_path / "link").symlink_to(tmp_path / "talk")
    found = load("deck.yaml", DiskWorld(str(tmp_path / "talk")))
    assert [one.code for one in found.diagnostics] == ["remix/unknown-slide"]


def test_the_nearest_deck_is_meant() -> None:
    near = {"a/b/deck.yaml": b"", "a/bron.yaml": DECK, "bron/deck.yaml": DECK}
    assert find("bron", "a/b/deck.yaml", MemoryWorld(near)).value.path == "a/bron.yaml"


def test_a_deck_is_looked_for_once() -> None:
    class Counting(MemoryWorld):
        asked = 0

        def size(self, path: str) -> int | None:
            Counting.asked += 1
            return super().size(path)

    slides = b"".join(b"- use: bron#s%d\n" % place for place in range(200))
    source = b"".join(b"- id: s%d\n  statement: x\n" % place for place in range(200))
    files = {"talk/deck.yaml": b"slides:\n" + slides, "bron/deck.yaml": b"slides:\n" + source}
    found = load("talk/deck.yaml", Counting(files))
    assert found.value is not None and len(found.value.slides) == 200
    assert Counting.asked < 40


def test_a_very_long_chain_is_a_finding() -> None:
    files = {f"d{n}/deck.yaml": b"slides:\n- use: d%d#een\n" % (n + 1) for n in range(200)}
    found = load("d0/deck.yaml", MemoryWorld({**files, "d200/deck.yaml": DECK}))
    codes = {one.code for one in found.diagnostics}
    assert codes & {"remix/long-chain", "remix/source-has-errors"}
    near = load("d190/deck.yaml", MemoryWorld({**files, "d200/deck.yaml": DECK}))
    assert near.value is not None and len(near.value.slides) == 1
    assert near.value.slides[0].came is not None
    assert len(near.value.slides[0].came.chain) == 9


def test_decks_that_grow_without_bounds_are_cut() -> None:
    files = {f"d{n}/deck.yaml": b"slides:\n" + b"- use: d%d\n" % (n + 1) * 20 for n in range(6)}
    found = load("d0/deck.yaml", MemoryWorld({**files, "d6/deck.yaml": DECK}))
    assert found.value is not None and len(found.value.slides) == 5000
    assert any(one.code == "remix/too-many" for one in found.diagnostics)
