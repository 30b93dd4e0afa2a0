from pathlib import Path

import pytest

from deckgen.disk import DiskWorld
from deckgen.outline.model import Deck
from deckgen.pipeline import compile_deck, template_name
from deckgen.world import MemoryWorld

OUTLINE = "title: T\nslides:\n- statement: One\n- statement: Two\n"


@pytest.fixture
def world(tmp_path: Path) -> DiskWorld:
    (tmp_path / "deck.yaml").write_text(OUTLINE)
    return DiskWorld(str(tmp_path))


def test_a_deck_becomes_a_scene(world: DiskWorld) -> None:
    compiled = compile_deck("deck.yaml", world)
    assert compiled.scene is not None
    assert len(compiled.scene.pages) == 2
    assert compiled.template is not None
    assert compiled.template.name == "plain"
    assert not compiled.failed


def test_progress_is_told_slide_by_slide(world: DiskWorld) -> None:
    told: list[tuple[int, int]] = []
    compile_deck("deck.yaml", world, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_an_outline_that_is_not_there() -> None:
    compiled = compile_deck("deck.yaml", MemoryWorld())
    assert compiled.failed
    assert compiled.scene is None


def test_no_scene_where_there_is_an_error(world: DiskWorld) -> None:
    (Path(world.root) / "deck.yaml").write_text(OUTLINE + "- statemnt: Three\n")
    compiled = compile_deck("deck.yaml", world)
    assert compiled.scene is None
    assert compiled.failed


def test_a_finding_is_reported_once(world: DiskWorld) -> None:
    missing = "title: T\nslides:\n- picture: images/none.jpg\n"
    (Path(world.root) / "deck.yaml").write_text(missing)
    found = compile_deck("deck.yaml", world).diagnostics
    assert len(found) == len({(one.code, one.span) for one in found})


@pytest.mark.parametrize(
    ("deck", "name"),
    [
        (Deck((), template="contrast", speaker="me"), "contrast"),
        (Deck((), speaker="me"), "me"),
        (Deck((), speaker="Somebody Else"), "plain"),
        (Deck(()), "plain"),
    ],
)
def test_which_template_a_deck_asks_for(deck: Deck, name: str) -> None:
    assert template_name(deck, MemoryWorld(templates={"me": b"", "plain": b""})) == name
