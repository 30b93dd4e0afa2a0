from pathlib import Path

import pytest

from deckgen.base.diagnostics import Diagnostic
from deckgen.disk import DiskWorld
from deckgen.outline.model import Deck
from deckgen.pipeline import compile_deck, template_name
from deckgen.world import MemoryWorld

ME = (Path(__file__).parents[2] / "templates/plain/template.yaml").read_bytes() + (
    b'\nspeaker: {name: "Dr. Me Myself"}\n'
)
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
        (Deck((), speaker="Me"), "me"),
        (Deck((), speaker="dr. Me Myself"), "me"),
        (Deck((), speaker="Somebody Else"), "plain"),
        (Deck(()), "plain"),
    ],
)
def test_which_template_a_deck_asks_for(deck: Deck, name: str) -> None:
    assert template_name(deck, MemoryWorld(templates={"me": ME, "plain": b""})) == name


def said(root: str, head: str, template: str | None = None) -> list[Diagnostic]:
    (Path(root) / "deck.yaml").write_text(f"{head}\n{OUTLINE}")
    found = compile_deck("deck.yaml", DiskWorld(root), template).diagnostics
    return [one for one in found if one.code.startswith("template/")]


def test_a_speaker_that_no_template_belongs_to_is_reported_at_its_place(tmp_path: Path) -> None:
    (found,) = said(str(tmp_path), "speaker: jos-van-der-lan")
    assert found.code == "template/unknown-speaker"
    assert found.severity == "warning"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (1, 10)
    assert found.hints[0] == "did you mean `jos-van-der-lans`?"
    assert "contrast" in found.hints[1]


def test_a_speaker_goes_by_name(tmp_path: Path) -> None:
    assert said(str(tmp_path), "speaker: Jos van der Lans") == []


def test_a_template_that_is_not_there_is_reported_at_its_place(tmp_path: Path) -> None:
    (found,) = said(str(tmp_path), "template: contrasst")
    assert found.code == "template/unknown"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (1, 11)
    assert found.hints[0] == "did you mean `contrast`?"


def test_a_template_of_the_command_line_has_no_place(tmp_path: Path) -> None:
    (found,) = said(str(tmp_path), "template: plain", "contrasst")
    assert found.span is None
    assert found.hints[0] == "did you mean `contrast`?"
