"""`deckgen export`: where each format goes, which slides, what is refused."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from deckgen.cli.main import run
from deckgen.writers.typst import press

Captured = pytest.CaptureFixture[str]
DECK = """\
title: The quiet street
template: plain
lang: en-GB
slides:
- cover:
- title: What a street needs
  points: [Somewhere to sit, Somebody who looks out]
  notes: Say it slowly.
- statement: Hidden
  skip: true
- statement: The end
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("talk").mkdir()
    Path("talk/deck.yaml").write_text(DECK, "utf-8")
    return tmp_path


def pages(path: str) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return found


FILES = {
    "pdf": "talk/talk.pdf",
    "html": "talk/talk.html",
    "notes": "talk/talk-notes.pdf",
    "handout": "talk/talk-handout.pdf",
    "sheet": "talk/talk-sheet.png",
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_beside_the_outline(kind: str, capsys: Captured) -> None:
    assert run(["export", "talk", "--format", kind]) == 0
    assert capsys.readouterr().out == f"{FILES[kind]}  3 slides\n"
    assert Path(FILES[kind]).stat().st_size > 1000


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_folder_of_pictures_numbered_as_in_the_deck(kind: str, capsys: Captured) -> None:
    assert run(["export", "talk", "--format", kind]) == 0
    assert capsys.readouterr().out == f"talk/talk-{kind}  3 slides\n"
    names = sorted(path.name for path in Path(f"talk/talk-{kind}").iterdir())
    assert names == [f"talk-{number:02d}.{kind}" for number in (1, 2, 4)]


def test_pdf_is_what_is_written_when_nothing_else_is_said() -> None:
    assert run(["export", "talk"]) == 0
    found = pages("talk/talk.pdf")
    assert len(found) == 3
    assert "Somewhere to sit" in found[1]


@pytest.mark.parametrize("name", ["out.pdf", "out.html", "x/out-notes.pdf", "x/out-sheet.png"])
def test_the_format_is_what_the_file_is_called(name: str) -> None:
    assert run(["export", "talk", "-o", name]) == 0
    head = Path(name).read_bytes()[:5].lower()
    wanted = {".pdf": b"%pdf-", ".html": b"<!doc", ".png": b"\x89png\r"}[Path(name).suffix]
    assert head == wanted


def test_some_slides() -> None:
    assert run(["export", "talk", "--range", "2-2, 4", "-o", "out.pdf"]) == 0
    assert len(pages("out.pdf")) == 2


def test_a_hidden_slide_that_is_asked_for() -> None:
    assert run(["export", "talk", "--range", "3", "-o", "out.pdf"]) == 0
    assert "Hidden" in pages("out.pdf")[0]
    assert run(["export", "talk", "--hidden", "-o", "all.pdf"]) == 0
    assert len(pages("all.pdf")) == 4


@pytest.mark.parametrize("typed", ["0", "3-2", "a", "1,,2", "1-2-3", ""])
def test_no_slide_numbers(typed: str, capsys: Captured) -> None:
    assert run(["export", "talk", "--range", typed]) == 2
    assert "type 3-8,12 for example" in capsys.readouterr().err


def test_a_slide_that_is_not_there(capsys: Captured) -> None:
    assert run(["export", "talk", "--range", "2-9"]) == 2
    assert "has slides 1 to 4, no 9" in capsys.readouterr().err


def test_one_picture_in_a_file() -> None:
    assert run(["export", "talk", "--range", "2", "-o", "two.png", "--width", "640"]) == 0
    assert Image.open(io.BytesIO(Path("two.png").read_bytes())).size == (640, 360)


def test_several_pictures_do_not_fit_into_a_file(capsys: Captured) -> None:
    assert run(["export", "talk", "-o", "all.png"]) == 2
    assert "3 slides don't fit into all.png; name a folder" in capsys.readouterr().err


def test_notes_are_below_their_slide() -> None:
    run(["export", "talk", "--format", "notes"])
    assert "Say it slowly." in pages("talk/talk-notes.pdf")[1]


@pytest.mark.parametrize(("each", "sheets"), [("3", 2), ("6", 1)])
def test_slides_on_a_page_of_a_handout(each: str, sheets: int) -> None:
    options = ["--format", "handout", "--per-page", each, "--hidden"]
    assert run(["export", "talk", *options]) == 0
    assert len(pages("talk/talk-handout.pdf")) == sheets


@pytest.mark.parametrize("kind", ["pdf", "html", "png", "svg", "sheet"])
def test_two_exports_are_byte_identical(kind: str) -> None:
    found = []
    for name in ("one", "two"):
        run(["export", "talk", "--format", kind, "-o", name])
        found.append([path.read_bytes() for path in sorted(Path(name).iterdir())])
    assert found[0] == found[1]


def test_without_the_package_it_says_what_to_type(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(press, "find_spec", lambda name: None)
    assert run(["export", "talk"]) == 1
    assert "type `pip install 'deckgen[pdf]'`" in capsys.readouterr().err
    assert run(["export", "talk", "--format", "html"]) == 0


def test_json_has_the_files(capsys: Captured) -> None:
    run(["export", "talk", "--format", "svg", "--json"])
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert result["output"] == "talk/talk-svg"
    assert result["files"][0] == "talk/talk-svg/talk-01.svg"
    assert result["slides"] == 3


def test_a_broken_outline_is_not_exported(capsys: Captured) -> None:
    Path("talk/deck.yaml").write_text(DECK.replace("points:", "poinst:"), "utf-8")
    assert run(["export", "talk"]) == 1
    assert "not exported" in capsys.readouterr().err
    assert not Path("talk/talk.pdf").exists()
