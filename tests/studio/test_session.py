"""Compiled again is compiled afresh: what is remembered makes no difference."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckgen.disk import DiskWorld
from deckgen.pipeline import Compiler, compile_deck
from deckgen.studio.kept import KeptWorld
from deckgen.studio.session import Session

SLIDES = (
    "- statement: One",
    "- title: Two\n  points: [first, second]",
    "- title: Two\n  points: [first, second, third]",
    "- title: A [jump](#one)\n  text: to it",
    "- picture: {wants: houses}",
    "- title: Long\n  points: [" + ", ".join(["many words in a row"] * 24) + "]",
    "- section: Part",
    "- chart: {type: doughnut, data: {a: 1, b: 2}}",
    "- quote: {text: Said, by: Someone}",
    "- statemnt: wrong",
    "- shout: ☃",
)


def outline(slides: list[str]) -> str:
    return "\n".join(["title: T", "slides:", *slides]) + "\n"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(saves=st.lists(st.lists(st.sampled_from(SLIDES), min_size=1, max_size=5), max_size=4))
def test_warm_is_cold(saves: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("deck")
    world = DiskWorld(str(folder))
    compiler = Compiler(world)
    for slides in saves:
        (folder / "deck.yaml").write_text(outline(slides), "utf-8")
        warm, cold = compiler.compile("deck.yaml"), compile_deck("deck.yaml", world)
        assert warm.scene == cold.scene
        assert warm.diagnostics == cold.diagnostics
        if warm.scene and cold.scene:
            assert spans(warm.scene.pages) == spans(cold.scene.pages)


def spans(pages: tuple[object, ...]) -> list[object]:
    return [page.at.span for page in pages]  # type: ignore[attr-defined]


def session(folder: Path, slides: list[str]) -> Session:
    (folder / "deck.yaml").write_text(outline(slides), "utf-8")
    return Session(KeptWorld(str(folder)), "deck.yaml")


def test_a_session_draws_what_a_new_one_draws(tmp_path: Path) -> None:
    kept = session(tmp_path, [SLIDES[0], SLIDES[1], SLIDES[4]])
    kept.refresh()
    new = session(tmp_path, [SLIDES[4], SLIDES[2], SLIDES[0]])
    assert kept.refresh().drawings == new.refresh().drawings


def test_nothing_to_show_yet(tmp_path: Path) -> None:
    show = session(tmp_path, ["- statemnt: wrong"]).refresh().show
    assert show.broken
    assert show.slides == ()
    assert show.findings[0].place == "deck.yaml:3:3"


def test_rules_speak_while_somebody_writes(tmp_path: Path) -> None:
    typed = '- title: The  street\n  points: ["one", "it\'s two"]'
    show = session(tmp_path, [SLIDES[0], typed]).refresh().show
    assert not show.broken
    assert [one.code for one in show.findings] == ["lint/double-space"]
    assert show.findings[0].slide == "the-street"


def test_a_justified_rule_is_silent(tmp_path: Path) -> None:
    typed = "# deckgen: ignore lint/double-space – as it was said\n- statement: The  street"
    assert session(tmp_path, [typed]).refresh().show.findings == ()


def test_an_outline_that_is_gone(tmp_path: Path) -> None:
    kept = session(tmp_path, [SLIDES[0]])
    good = kept.refresh()
    (tmp_path / "deck.yaml").unlink()
    show = kept.refresh().show
    assert show.broken
    assert show.slides == good.show.slides


def test_a_mistake_of_ours_does_not_end_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = session(tmp_path, [SLIDES[0]])
    good = kept.refresh()

    def fails(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(Compiler, "compile", fails)
    show = kept.refresh().show
    assert show.findings[0].code == "preview/bug"
    assert show.slides == good.show.slides


def test_files_are_read_again_only_when_they_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    world = KeptWorld(str(tmp_path))
    first = world.read("a")
    assert world.read("a") is first
    assert not world.changed()
    (tmp_path / "a").write_bytes(b"22")
    assert world.changed()
    world.begin()
    assert world.read("a") == b"22"


def test_a_missing_file_is_waited_for(tmp_path: Path) -> None:
    world = KeptWorld(str(tmp_path))
    world.begin()
    assert world.size("images/wijk.png") is None
    assert world.folders() == (str(tmp_path),)
    (tmp_path / "images").mkdir()
    assert world.folders() == (str(tmp_path / "images"),)
    (tmp_path / "images" / "wijk.png").write_bytes(b"1")
    assert world.changed()
