"""Custom shows in the package: ours and on someone else's file, and the rules that hold them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

import bases
from deckgen.readers.pptx.rules import violations
from deckgen.readers.pptx.telling import Show as ToldShow
from deckgen.readers.pptx.telling import tell
from deckgen.scene.model import Scene, Show
from deckgen.scene.selection import selected
from deckgen.writers.pptx.package import write
from readers.planting import Defect, Swap, planted
from writers import moving

PRESENTATION, RULES = "ppt/presentation.xml", "ppt/presProps.xml"


def shown(scene: Scene, start: bool = True) -> Scene:
    pages = [page.id for page in scene.pages]
    shows = (
        Show("De hele talk", tuple(pages[:-1]), start),
        Show('Kort & "krachtig"', (pages[0], pages[-1])),
    )
    return replace(scene, shows=shows)


DECK = write(shown(moving.deck()))


def part(data: bytes, name: str, folder: Path) -> str:
    (folder / "x.pptx").write_bytes(data)
    with zipfile.ZipFile(folder / "x.pptx") as archive:
        return archive.read(name).decode()


def errors(data: bytes) -> list[str]:
    return [one.code for one in violations(data) if one.severity == "error"]


def faults(data: bytes, folder: Path) -> list[object]:
    (folder / "y.pptx").write_bytes(data)
    return list(OpenXmlValidator().validate(folder / "y.pptx").errors)


def test_shows_are_listed_where_the_schema_wants_them(tmp_path: Path) -> None:
    root = part(DECK, PRESENTATION, tmp_path)
    assert re.findall(r"<p:custShow name=\"([^\"]+)\" id=\"(\d)\"", root) == [
        ("De hele talk", "0"), ("Kort &amp; &quot;krachtig&quot;", "1"),
    ]  # fmt: skip
    assert root.index("<p:notesSz") < root.index("<p:custShowLst") < root.index("<p:defaultText")
    assert '<p:present/><p:custShow id="0"/>' in part(DECK, RULES, tmp_path)
    assert errors(DECK) == []
    assert faults(DECK, tmp_path) == []


def test_what_is_written_is_read() -> None:
    found = tell(DECK)
    assert found is not None
    names = [slide.id for slide in found.slides]
    assert found.shows == (
        ToldShow("De hele talk", tuple(names[:-1])),
        ToldShow('Kort & "krachtig"', (names[0], names[-1])),
    )


def test_without_shows_nothing_is_said_of_them(tmp_path: Path) -> None:
    plain = write(moving.deck())
    assert "custShow" not in part(plain, PRESENTATION, tmp_path)
    assert "showPr" not in part(plain, RULES, tmp_path)


def test_some_pages_are_in_the_shows_that_have_them() -> None:
    scene = shown(moving.deck())
    first = selected(scene, numbers=frozenset({1}))
    assert [len(show.pages) for show in first.shows] == [1, 1]
    second = selected(scene, numbers=frozenset({2}))
    assert [show.name for show in second.shows] == ["De hele talk"]


@pytest.mark.parametrize("start", [True, False])
def test_on_someone_elses_file(start: bool, tmp_path: Path) -> None:
    found = bases.compiled(bases.plain(), tmp_path)
    assert found.scene is not None
    data = write(shown(found.scene, start))
    root = part(data, PRESENTATION, tmp_path)
    assert root.count("<p:custShow ") == 2
    assert ('<p:custShow id="0"/>' in part(data, RULES, tmp_path)) is start
    assert errors(data) == []
    assert faults(data, tmp_path) == []


def test_a_base_that_begins_with_a_show_of_its_own(tmp_path: Path) -> None:
    base = bases.plain()
    rules = part(base, RULES, tmp_path)
    end = "<p:extLst>" if "<p:extLst>" in rules else "</p:presentationPr>"
    swap = Swap(RULES, end, f'<p:showPr><p:custShow id="7"/></p:showPr>{end}')
    found = bases.compiled(planted(base, swap), tmp_path)
    assert found.scene is not None
    assert "showPr" not in part(write(found.scene), RULES, tmp_path)


PLANTED: list[tuple[str, Defect]] = [
    ("pptx/show-id", Swap(PRESENTATION, '&quot;" id="1"', '&quot;" id="0"')),
    ("pptx/show-id", Swap(PRESENTATION, '&quot;" id="1"', '&quot;" id="een"')),
    ("pptx/show-name", Swap(PRESENTATION, 'custShow name="De hele talk"', 'custShow name=" "')),
    ("pptx/show-name", Swap(PRESENTATION, "Kort &amp; &quot;krachtig&quot;", "De hele talk")),
    (
        "pptx/show-slide",
        Swap(PRESENTATION, '<p:sldLst><p:sld r:id="rId', '<p:sldLst><p:sld r:id="rId9'),
    ),
    ("pptx/show-start", Swap(RULES, '<p:custShow id="0"/>', '<p:custShow id="9"/>')),
]


@pytest.mark.parametrize(("code", "defect"), PLANTED)
def test_planted_defect_is_found(code: str, defect: Defect) -> None:
    assert code in errors(planted(DECK, defect))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_reads_them(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(DECK)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odp", "deck.pptx"]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=180, capture_output=True)
    with zipfile.ZipFile(tmp_path / "deck.odp") as archive:
        content = archive.read("content.xml").decode()
    names = re.findall(r'<presentation:show presentation:name="([^"]+)"', content)
    assert names == ["De hele talk", "Kort &amp; &quot;krachtig&quot;"]
    assert 'presentation:show="De hele talk"' in content
