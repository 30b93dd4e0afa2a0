"""What a browser hears after a save."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from studio.running import OUTLINE, Running, running


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as found:
        yield found


def test_only_the_changed_slide_is_sent(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save(OUTLINE.replace("- first", "- first of all"))
        change = listener.change()
    (slide,) = change["slides"]
    assert slide["id"] == "two"
    assert "first of all" in slide["svg"]
    assert change["order"] is None
    assert change["show"]["slides"] == []
    assert change["since"] == listener.version
    assert preview.ask(f"/slides/{slide['key']}.svg").body.decode() == slide["svg"]


def test_a_slide_that_only_moved_is_not_sent(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save(OUTLINE.replace("slides:", "# a remark\n\nslides:"))
        change = listener.change()
    assert change["slides"] == []
    assert change["show"]["lines"] == [5, 7, 11]


def test_a_new_slide_comes_with_the_order(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save(OUTLINE + "- statement: Four\n")
        change = listener.change()
    assert change["order"] == ["one-only", "two", "three", "four"]
    assert [slide["id"] for slide in change["slides"]] == ["four"]


def test_a_broken_save_keeps_the_last_good_slides(preview: Running) -> None:
    before = preview.ask("/show.json").json()
    with preview.listening() as listener:
        preview.save(OUTLINE.replace("points:", "poinst:"))
        change = listener.change()
    assert change["show"]["broken"]
    assert change["slides"] == []
    finding = change["show"]["findings"][0]
    assert finding["severity"] == "error"
    assert finding["place"] == "deck.yaml:6:3"
    assert finding["slide"] == "two"
    assert finding["quote"] == {"text": "  poinst:", "start": 2, "end": 8}
    assert finding["hints"] == ["did you mean `points`?"]
    after = preview.ask("/show.json").json()
    assert after["slides"] == before["slides"]
    assert preview.ask(f"/slides/{before['slides'][1]['key']}.svg").status == 200


def test_yaml_that_can_not_be_read_is_placed_on_its_slide(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save(OUTLINE.replace("- statement: Three", '- statement: "Three'))
        findings = listener.change()["show"]["findings"]
    assert findings
    assert findings[0]["slide"] == "three"


def test_a_mended_save_shows_again(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save(OUTLINE.replace("points:", "poinst:"))
        assert listener.change()["show"]["broken"]
        preview.save(OUTLINE)
        change = listener.change()
    assert not change["show"]["broken"]
    assert change["slides"] == []
    assert change["show"]["findings"] == []


def test_text_that_is_emptied_and_written_is_one_save(preview: Running) -> None:
    """As some editors save: the file is empty for a moment."""
    with preview.listening() as listener:
        with open(preview.folder / "deck.yaml", "w", encoding="utf-8") as file:
            file.flush()
            file.write(OUTLINE.replace("Three", "Four"))
        change = listener.change()
    assert not change["show"]["broken"]


def test_a_picture_that_is_saved_is_shown(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save(OUTLINE + "- picture: {file: images/wijk.png, alt: Houses}\n")
        assert listener.change()["show"]["findings"][0]["code"] == "outline/missing-file"
        (preview.folder / "images").mkdir()
        Image.new("RGB", (640, 360), "#336699").save(preview.folder / "images" / "wijk.png")
        change = listener.change()
        while change["show"]["broken"]:
            change = listener.change()
        assert len(change["slides"]) == 1
        assert "/pictures/" in change["slides"][0]["svg"]
        Image.new("RGB", (360, 640), "#996633").save(preview.folder / "images" / "wijk.png")
        again = listener.change()
    assert [slide["id"] for slide in again["slides"]] == [change["slides"][0]["id"]]
    assert again["slides"][0]["svg"] != change["slides"][0]["svg"]


def test_a_template_that_is_saved_is_shown(preview: Running) -> None:
    plain = Path(__file__).parents[2] / "templates" / "plain" / "template.yaml"
    (preview.folder / "templates" / "plain").mkdir(parents=True)
    text = plain.read_text("utf-8")
    with preview.listening() as listener:
        preview.save("template: plain\n" + OUTLINE)
        listener.change()
        preview.save(text, "templates/plain/template.yaml")
        listener.change()
        preview.save(text.replace("Calibri", "Arial"), "templates/plain/template.yaml")
        change = listener.change()
    assert "Calibri" in text
    assert len(change["slides"]) == 3
    assert "Arial" in preview.ask("/theme.css").body.decode()


def test_a_file_that_is_no_part_of_the_deck_is_no_news(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save("something else", "notes.txt")
        preview.save(OUTLINE + "- statement: Four\n")
        change = listener.change()
    assert change["order"] is not None
    assert change["since"] == 1


def test_markup_in_an_outline_stays_text(preview: Running) -> None:
    with preview.listening() as listener:
        preview.save(OUTLINE.replace("Three", "<script>alert(1)</script>"))
        (slide,) = listener.change()["slides"]
    assert "<script" not in slide["svg"]
    assert "&lt;script&gt;" in slide["svg"]
