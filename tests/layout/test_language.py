"""The language that a slide's words are marked with."""

from pathlib import Path

from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.scene import model as scene

OUTLINE = (
    "lang: nl-NL\nslides:\n- statement: Hallo\n- statement: Hello\n  lang: en-GB\n  notes: Hoi\n"
)


def test_a_slide_may_speak_another_language(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(OUTLINE)
    made = compile_deck("deck.yaml", DiskWorld(str(tmp_path))).scene
    assert made is not None
    langs = [
        {
            run.lang
            for item in page.items
            if isinstance(item, scene.Text) and item.role != "number"
            for paragraph in item.text.paragraphs
            for run in paragraph.runs
        }
        for page in made.pages
    ]
    assert langs == [{"nl-NL"}, {"en-GB"}]


def test_an_unknown_background_is_reported_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("slides:\n- statement: A\n  background: sky\n")
    (found,) = compile_deck("deck.yaml", DiskWorld(str(tmp_path))).diagnostics
    assert found.span is not None
    assert (found.code, found.span.line, found.span.column) == ("layout/background", 3, 15)
