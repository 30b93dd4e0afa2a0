"""The hidden tags by which a slide knows where it comes from, wherever it is copied."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as PresentationType

import bases
from deckgen.disk import DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.readers.pptx.provenance import origins
from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Provenance, Scene
from deckgen.writers.html.deck import write as write_page
from deckgen.writers.pptx.package import write
from readers.planting import Swap, planted

FILES = {
    "talk/deck.yaml": """title: Een
slides:
- use: c#t
  title: Andere titel & "zo"
- statement: eigen
  id: eigen
""",
    "c/deck.yaml": """slides:
- use: d#t
  sub: onder
""",
    "d/deck.yaml": """slides:
- id: t
  title: Titel
  points: [een]
""",
}
_P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns:p="{_P}" xmlns:r="{_R}"'
TAGS = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    found = compile_deck("deck.yaml", DiskWorld(str(tmp_path / "talk")), "plain")
    assert found.scene is not None, found.diagnostics
    return found.scene


def known(data: bytes) -> list[Provenance | None]:
    found = origins(data)
    assert found is not None
    return [one.came for one in found]


def test_a_slide_says_where_it_comes_from(scene: Scene) -> None:
    reused, own = known(write(scene))
    assert reused is not None and own is not None
    assert (reused.deck, reused.slide) == ("talk/deck.yaml", "t")
    assert (reused.source, reused.chain) == ("c/deck.yaml#t", ("d/deck.yaml#t",))
    assert reused.overrides == ("title",)
    assert reused.revision != reused.taken != ""
    assert own == Provenance("talk/deck.yaml", "eigen", own.revision)
    assert own.revision


def test_the_scene_and_the_file_say_the_same(scene: Scene) -> None:
    assert [page.came for page in scene.pages] == known(write(scene))


def test_tags_stand_where_the_schema_wants_them(scene: Scene, tmp_path: Path) -> None:
    data = write(scene)
    (tmp_path / "a.pptx").write_bytes(data)
    assert OpenXmlValidator().validate(tmp_path / "a.pptx").errors == []
    assert [one for one in violations(data) if one.severity == "error"] == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
    assert '</p:spTree><p:custDataLst><p:tags r:id="rId2"/></p:custDataLst></p:cSld>' in slide


def test_a_copied_slide_is_known_in_another_file(scene: Scene) -> None:
    """As PowerPoint copies it: the part with tags goes along, under another name."""
    source, target = (Presentation(io.BytesIO(data)) for data in (write(scene), bases.plain()))
    slide = source.slides[0].part
    copy = target.slides.add_slide(target.slide_layouts[6])
    blob = slide.part_related_by(RT.TAGS).blob
    part = Part(PackURI("/ppt/tags/tag9.xml"), TAGS, target.part.package, blob)
    rid = copy.part.relate_to(part, RT.TAGS)
    line = etree.fromstring(f'<p:custDataLst {SPACES}><p:tags r:id="{rid}"/></p:custDataLst>')
    copy.shapes._spTree.addnext(line)
    found = known(saved(target))
    assert found[:2] == [None, None]
    assert found[2] is not None
    assert found[2].source == "c/deck.yaml#t"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("DECKGEN_ID", "DECKGEN_DECK", "pptx/tag-double"),
        ("DECKGEN_ID", "deckgen_id", "pptx/tag-case"),
        ("p:tag ", "p:tga ", ""),
    ],
)
def test_lists_of_tags_have_rules(scene: Scene, old: str, new: str, code: str) -> None:
    data = planted(write(scene), Swap("ppt/tags/tag1.xml", old, new))
    found = {one.code for one in violations(data)}
    assert code in found if code else not found


def test_a_base_keeps_its_own_tags(tmp_path: Path) -> None:
    base = tagged(bases.plain())
    found = bases.compiled(base, tmp_path)
    assert found.scene is not None, found.diagnostics
    data = write(found.scene)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("ppt/tags/")]
        assert b"THEIRS" in archive.read("ppt/tags/tag2.xml")
    assert names[0] == "ppt/tags/tag2.xml"
    assert set(names) == {f"ppt/tags/tag{number}.xml" for number in (1, 2, 3, 4, 5, 6, 7)}
    assert [one.slide for one in known(data) if one] == [page.id for page in found.scene.pages]
    assert [one for one in violations(data) if one.severity == "error"] == []


def tagged(data: bytes) -> bytes:
    """A base whose presentation has tags of its own."""
    made = Presentation(io.BytesIO(data))
    blob = f'<p:tagLst {SPACES}><p:tag name="THEIRS" val="1"/></p:tagLst>'.encode()
    part = Part(PackURI("/ppt/tags/tag2.xml"), TAGS, made.part.package, blob)
    made.part.relate_to(part, RT.TAGS)
    return saved(made)


def saved(deck: PresentationType) -> bytes:
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def test_what_is_no_presentation_says_nothing() -> None:
    assert origins(b"PK") is None
    assert known(bases.plain()) == [None, None]


def test_a_part_of_a_divided_slide_names_the_whole(tmp_path: Path) -> None:
    points = "".join(f"  - {'een lang punt ' * 12}{n}\n" for n in range(20))
    (tmp_path / "deck.yaml").write_text(f"slides:\n- id: lang\n  title: T\n  points:\n{points}")
    found = compile_deck("deck.yaml", DiskWorld(str(tmp_path)), "plain").scene
    assert found is not None
    assert len(found.pages) > 1
    assert {page.came.slide for page in found.pages if page.came} == {"lang"}
    assert {page.came.deck for page in found.pages if page.came} == {f"{tmp_path.name}/deck.yaml"}


def test_a_page_for_browsers_says_it_too(scene: Scene) -> None:
    text = write_page(scene, DiskWorld(".")).decode()
    assert text.count(' data-from="c/deck.yaml#t"') == 1
    assert text.count(" data-revision=") == 2
