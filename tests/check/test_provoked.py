"""Codes that no outline alone provokes: they need files, packages or a disk of a certain kind."""

from __future__ import annotations

import json
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation

import bases
from deckgen.check.looking import looking
from deckgen.check.review import Choice
from deckgen.cli.main import run
from deckgen.disk import DiskWorld
from deckgen.outline.grammar import RESERVED
from deckgen.pipeline import compile_deck
from deckgen.readers.pptx.base.reading import read
from deckgen.readers.pptx.base.understanding import understand
from deckgen.remix.variants import Wanted

HEAD = "title: T\nslides:\n"
PICTURE = "- picture: {{file: {}, alt: een straat}}\n"


def codes(folder: Path, slides: str, head: str = HEAD) -> set[str]:
    look = looking(DiskWorld(str(folder)), "deck.yaml", Choice())
    return {one.code for one in look((head + slides).encode())}


def moving() -> bytes:
    """A picture of two frames, in a format that PowerPoint shows the first of."""
    data = BytesIO()
    frames = [Image.new("RGB", (64, 36), colour) for colour in ("red", "blue")]
    frames[0].save(data, "WEBP", save_all=True, append_images=frames[1:], duration=100)
    return data.getvalue()


LINKED = b"""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">\
<image href="other.png" width="9" height="9"/></svg>"""

# code → files beside the outline, slides
FILES: dict[str, tuple[dict[str, bytes], str]] = {
    "outline/no-film": ({}, "- video: .\n"),
    "outline/no-sound": ({}, "- audio: .\n"),
    "outline/not-a-sound": ({"a.mp3": b"no sound"}, "- audio: a.mp3\n"),
    "outline/still-picture": ({"a.webp": moving()}, PICTURE.format("a.webp")),
    "outline/svg-links": ({"a.svg": LINKED}, PICTURE.format("a.svg")),
    "outline/formula-long": ({}, f"- math: '{'a + ' * 600}b'\n"),
    "remix/source-unreadable": ({"b.yaml": b"\0\1"}, "- use: b.yaml#een\n"),
}


@pytest.mark.parametrize("code", FILES)
def test_files(code: str, tmp_path: Path) -> None:
    files, slides = FILES[code]
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert code in codes(tmp_path, slides)


def test_a_package_that_is_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert "outline/needs-package" in codes(tmp_path, "- chart: {type: bar, data: a.xlsx}\n")


def test_an_outline_that_can_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(path: str, data: bytes) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("deckgen.cli.check.write_atomic", refuse)
    monkeypatch.setattr("deckgen.cli.export.write_atomic", refuse)
    monkeypatch.chdir(tmp_path)
    Path("deck.yaml").write_text(f"{HEAD}- statment: Een\n")
    assert run(["check", "--fix", "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert "check/cannot-write" in [one["code"] for one in result["diagnostics"]]
    assert result["fixed"] == 0
    Path("deck.yaml").write_text(f"{HEAD}- statement: Een\n")
    assert run(["export", "--format", "html", "--json"]) == 1
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert "export/cannot-write" in [one["code"] for one in result["diagnostics"]]


def test_icons_that_are_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deckgen.image.icons.Icons.names", lambda _: ())
    slides = "- statement: Een\n  icon: nosuch\n"
    assert "outline/no-icons" in codes(tmp_path, slides)


def test_a_kind_that_is_only_reserved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RESERVED, "hologram", "picture:")
    assert "outline/kind-not-drawn" in codes(tmp_path, "- hologram: a.png\n")


def test_a_variant_without_time(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(f"{HEAD}- statement: Een\n  minutes: 5\n")
    world = DiskWorld(str(tmp_path))
    found = compile_deck("deck.yaml", world, wanted=Wanted(minutes=0.01)).diagnostics
    assert "remix/no-time" in {one.code for one in found}


def test_a_base_with_slides_too_narrow() -> None:
    deck, data = Presentation(), BytesIO()
    deck.slide_width = deck.slide_height // 2
    deck.save(data)
    file = read(data.getvalue()).value
    assert file is not None
    assert [one.code for one in understand(file, "mine").diagnostics] == ["template/base-size"]


def test_a_base_without_the_layout_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("our.pptx").write_bytes(bases.plain())
    Path("deck.yaml").write_text(f"{HEAD}- statement: Een\n")
    assert run(["templates", "add", "our.pptx", "house"]) == 0
    look = Path("templates/house/template.yaml")
    text = look.read_text("utf-8")
    start = text.index("\n    points: ")
    end = text.index("\n", start + 1)
    look.write_text(f"{text[:start]}\n    points: [nowhere]{text[end:]}", "utf-8")
    capsys.readouterr()
    assert run(["check", "-t", "house", "--json"]) == 1
    assert "template/base-layout" in capsys.readouterr().out
