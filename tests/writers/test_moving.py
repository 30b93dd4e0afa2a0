"""Clicks, transitions, sections and links of forms, as XML and as LibreOffice understands them."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pptx
import pytest
from lxml import etree
from openxml_audit import validate_pptx

from deckgen.readers.pptx.rules import violations
from deckgen.scene.model import Page, Target
from deckgen.writers.pptx.package import write
from deckgen.writers.pptx.sections import guid
from writers import moving, scenes

DECK = write(moving.deck())
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {n: archive.read(n).decode("utf-8", "replace") for n in archive.namelist()}


def slide(page: Page) -> str:
    return parts(write(scenes.scene(page)))["ppt/slides/slide1.xml"]


def clicks(page: Page) -> list[list[str]]:
    """For each click what it shows: shape names, with the number of the paragraph."""
    xml = slide(page)
    names = dict(re.findall(r'<p:cNvPr id="(\d+)" name="([^"]*)"', xml))
    root = etree.fromstring(xml.encode())
    path = f".//{{{P}}}cTn[@nodeType='mainSeq']/{{{P}}}childTnLst/{{{P}}}par"
    return [
        [_shown(target, names) for target in click.iterfind(f".//{{{P}}}animEffect//{{{P}}}spTgt")]
        for click in root.iterfind(path)
    ]


def _shown(target: etree._Element, names: dict[str, str]) -> str:
    part = target.find(f".//{{{P}}}pRg")
    name = names[target.get("spid", "")]
    if target.find(f"{{{P}}}bg") is not None:
        return f"{name}:ground"
    return name if part is None else f"{name}:{part.get('st')}"


def test_points_come_one_by_one_with_what_is_below_them():
    assert clicks(moving.by_point()) == [["Text:0"], ["Text:1", "Text:2"], ["Text:4"]]
    assert re.findall(r"<p:bld.*?/>", slide(moving.by_point())) == [
        '<p:bldLst><p:bldP spid="3" grpId="0" build="p"/>'
    ]


def test_points_below_on_clicks_of_their_own():
    page = moving.points("Dieper", *((Target("body", n),) for n in (0, 1, 2)))
    assert '<p:bldP spid="3" grpId="0" build="p" bldLvl="2"/>' in slide(page)


def test_first_effect_waits_for_the_click_and_the_others_come_along():
    kinds = re.findall(r'nodeType="(\w+Effect)"', slide(moving.by_point()))
    assert kinds == ["clickEffect", "clickEffect", "withEffect", "clickEffect"]


def test_things_come_in_whole_groups_included():
    assert clicks(moving.by_group()) == [
        ["Links", "Pijl"], ["Rechts:ground", "Rechts:0"], ["Groep"], ["Vlak", "Foto"],
    ]  # fmt: skip


def test_builds_are_listed_for_forms_texts_and_charts_only():
    builds = re.findall(r"<p:bldP [^>]*>|<p:bldGraphic.*?</p:bldGraphic>", slide(moving.by_group()))
    assert [re.sub(r' spid="\d+" grpId="0"', "", build) for build in builds] == [
        '<p:bldP animBg="1"/>', '<p:bldP build="p" animBg="1"/>', '<p:bldP animBg="1"/>',
    ]  # fmt: skip
    assert slide(moving.data()).count("<p:bldGraphic ") == 2
    assert clicks(moving.data()) == [["Tabel"], ["Ring", "Staven"]]


@pytest.mark.parametrize("page", [moving.empty_picture(), scenes.points_page()])
def test_nothing_to_show_no_timing(page: Page):
    assert "<p:timing" not in slide(page)


@pytest.mark.parametrize("name", moving.TRANSITIONS[:-1])
def test_old_transitions_stand_by_themselves(name: str):
    page = Page("p", "points", "T", (scenes.title("T"),), transition=name)
    assert re.search(rf'</p:clrMapOvr><p:transition spd="med"><p:{name}[ /]', slide(page))


def test_morph_falls_back_to_a_fade():
    page = Page("p", "points", "T", (scenes.title("T"),), transition="morph")
    found = slide(page)
    assert 'Requires="p159"><p:transition spd="med"' in found
    assert '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback>' in found


@pytest.mark.parametrize("name", ["", "none"])
def test_no_transition(name: str):
    page = Page("p", "points", "T", (scenes.title("T"),), transition=name)
    assert "transition" not in slide(page)


def test_sections_list_all_slides_in_order():
    xml = parts(DECK)["ppt/presentation.xml"]
    names = re.findall(r'<p14:section name="([^"]+)" id="(\{[^"]+\})"', xml)
    assert [name for name, _ in names] == ["Begin &amp; eind", "Midden", "Begin &amp; eind"]
    assert len({identity for _, identity in names}) == 3
    assert re.findall(r'<p14:sldId id="(\d+)"/>', xml) == [str(256 + n) for n in range(12)]


def test_a_section_keeps_its_guid():
    assert guid("Midden", 1) == guid("Midden", 1) != guid("Midden", 2)
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", guid("é", 1))


def test_decks_without_sections_have_no_list():
    assert "sectionLst" not in parts(write(scenes.scene()))["ppt/presentation.xml"]


def shape_clicks() -> dict[str, str]:
    """What a click on each shape of the menu does."""
    found = parts(DECK)
    xml, relations = found["ppt/slides/slide5.xml"], found["ppt/slides/_rels/slide5.xml.rels"]
    targets = dict(re.findall(r'Id="(\w+)" Type="[^"]+" Target="([^"]+)"', relations))
    pattern = r'name="([^"]+)"[^>]*><a:hlinkClick r:id="(\w*)"(?: action="ppaction://([^"]+)")?'
    return {n: f"{act} {targets.get(rid, '')}".strip() for n, rid, act in re.findall(pattern, xml)}


def test_a_click_on_a_form_a_picture_or_a_group_leads_somewhere():
    jump = "hlinksldjump slide2.xml"
    assert shape_clicks() == {
        "Verder": jump,
        "Foto": jump,
        "Samen": jump,
        "Ring": jump,
        "Eigen": "https://example.org",
        "Terug": "hlinkshowjump?jump=lastslideviewed",
    }


def test_python_pptx_sees_the_jump():
    deck = pptx.Presentation(io.BytesIO(DECK))
    there = next(s for s in deck.slides[4].shapes if s.name == "Verder")
    assert there.click_action.target_slide == deck.slides[1]


def test_text_of_links_keeps_its_own_colour():
    found = slide(scenes.points_page())
    assert found.count("<ahyp:hlinkClr xmlns:ahyp=") == found.count("<a:hlinkClick ") > 0


def test_our_own_rules_find_nothing():
    assert violations(DECK) == ()


def test_schema_validator_finds_nothing(tmp_path: Path):
    path = tmp_path / "deck.pptx"
    path.write_bytes(DECK)
    assert [str(e) for e in validate_pptx(path).errors] == []


def test_same_scene_same_bytes():
    assert write(moving.deck()) == DECK


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_understands_clicks_transitions_and_jumps(tmp_path: Path):
    """Its own format says what it read: one animation a click, in this order."""
    source = tmp_path / "deck.pptx"
    source.write_bytes(DECK)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "odp", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    with zipfile.ZipFile(tmp_path / "deck.odp") as archive:
        root = etree.fromstring(archive.read("content.xml"))
    pages = list(root.iterfind(".//{*}presentation/{*}page"))
    assert [_count(page, "node-type", "on-click") for page in pages[:5]] == [3, 4, 2, 0, 0]
    # LibreOffice numbers the names of pages, so that each is new.
    leads = [_value(each, "href") for each in pages[4].iter("{*}event-listener")]
    assert [re.sub(r" \(2\)$", "", lead) for lead in leads] == [
        *["#Groepen"] * 4, "https://example.org", "##action?jump=lastslideviewed",
    ]  # fmt: skip
    looks = {_value(look, "name"): look for look in root.iter("{*}style")}
    styles = [looks[_value(page, "style-name")] for page in pages[5:]]
    assert [_value(style[0], "type") for style in styles] == [
        "fade", "pushWipe", "", "barWipe", "slideWipe", "dissolve", "fade",
    ]  # fmt: skip


def _count(page: etree._Element, attribute: str, value: str) -> int:
    return [_value(node, attribute) for node in page.iter("{*}par")].count(value)


def _value(element: etree._Element, local: str) -> str:
    values = (v for k, v in element.attrib.items() if etree.QName(k).localname == local)
    return str(next(values, ""))
