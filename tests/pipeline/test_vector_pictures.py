"""An SVG in every file that deckgen writes: a drawing where drawings go, pixels beside it."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Scene
from deckgen.writers.html.deck import write as talk
from deckgen.writers.pptx.package import write
from deckgen.writers.svg.page import draw
from deckgen.writers.typst.document import document
from layout.test_settling import SVG, Desk, built

SLIDES = (
    "- picture: {file: a.svg, alt: A red disc}\n"
    "- title: Two\n  points: [A, B]\n  picture: {file: a.svg, alt: A red disc}\n"
)


@cache
def made() -> Scene:
    found = built(SLIDES, a_svg=SVG)
    assert found.scene is not None and not found.diagnostics
    return found.scene


def test_powerpoint_gets_both_once(tmp_path: Path) -> None:
    data = write(made())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        media = sorted(n for n in archive.namelist() if n.startswith("ppt/media/"))
        slide = archive.read("ppt/slides/slide1.xml").decode()
        types = archive.read("[Content_Types].xml").decode()
    assert [name.rpartition(".")[2] for name in media] == ["png", "svg"]
    assert re.search(
        r'<a:blip r:embed="rId\d"><a:extLst><a:ext uri="\{96DAC541[^>]+><asvg:svg', slide
    )
    assert 'Extension="svg" ContentType="image/svg+xml"' in types
    assert [one for one in violations(data) if one.severity == "error"] == []
    path = tmp_path / "a.pptx"
    path.write_bytes(data)
    assert OpenXmlValidator().validate(path).errors == []
    shapes = Presentation(io.BytesIO(data)).slides[0].shapes
    assert any(getattr(one, "image", None) and one.image.ext == "png" for one in shapes)


def test_drawings_hold_the_drawing() -> None:
    scene = made()
    drawn = draw(scene, scene.pages[0])
    assert "data:image/svg+xml;base64," in drawn and "data:image/png" not in drawn
    page = talk(scene, Desk()).decode()
    assert page.count("data:image/svg+xml;base64,") == 1
    files = document(scene, Desk()).files
    assert [name for name in files if b"<circle" in files[name]] == list(files)
