"""Rules about clicks, transitions, sections and jumps find what is planted into a moving deck."""

from __future__ import annotations

import pytest

from deckgen.readers.pptx.rules import violations
from deckgen.writers.pptx.package import write
from readers.planting import Defect, Swap, planted
from writers import moving

DECK = write(moving.deck())
STEPS, GROUPS, DATA, _, MENU = (f"ppt/slides/slide{n}.xml" for n in range(1, 6))
MORPH = "ppt/slides/slide12.xml"
PRESENTATION = "ppt/presentation.xml"
MENU_LINKS = "ppt/slides/_rels/slide5.xml.rels"
BUILD = '<p:bldP spid="3" grpId="0" build="p"/>'
MIDDLE = '<p14:sldId id="258"/><p14:sldId id="259"/>'
CLICK = '<p:cond delay="indefinite"/>'
FALLBACK = '<mc:Fallback><p:transition spd="med"><p:fade/></p:transition></mc:Fallback>'
P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'

PLANTED: list[tuple[str, Defect]] = [
    ("target-shape", Swap(STEPS, 'spTgt spid="3"', 'spTgt spid="93"')),
    ("target-shape", Swap(STEPS, BUILD, BUILD.replace('"3"', '"93"'))),
    ("target-shape", Swap(DATA, '<p:bldGraphic spid="4"', '<p:bldGraphic spid="94"')),
    ("target-grouped", Swap(GROUPS, 'spTgt spid="7"', 'spTgt spid="8"')),
    ("build-paragraph", Swap(STEPS, '<p:pRg st="4" end="4"/>', '<p:pRg st="5" end="5"/>')),
    ("build-paragraph", Swap(STEPS, '<p:pRg st="1" end="1"/>', '<p:pRg st="1" end="0"/>')),
    ("build-paragraph", Swap(STEPS, ' build="p"/>', "/>")),
    ("build-paragraph", Swap(GROUPS, ' animBg="1"/>', ' build="p"/>')),
    ("build-list", Swap(STEPS, f"<p:bldLst>{BUILD}</p:bldLst>", "")),
    ("build-list", Swap(STEPS, BUILD, BUILD + '<p:bldP spid="2" grpId="0"/>')),
    ("build-list", Swap(STEPS, BUILD, BUILD.replace('grpId="0"', 'grpId="1"'))),
    ("timing-id", Swap(STEPS, '<p:cTn id="3"', '<p:cTn id="2"')),
    ("timing-click", Swap(STEPS, CLICK, '<p:cond delay="0"/>')),
    ("timing-click", Swap(DATA, ' presetClass="entr"', "")),
    ("not-wrapped", Swap(STEPS, "<p:fade/>", f'<p14:reveal {P14}/>')),
    ("not-wrapped", Swap(STEPS, '<p:transition spd', f'<p:transition {P14} p14:dur="9" spd')),
    ("not-wrapped", Swap(MORPH, "<p:fade/>", f"<p14:reveal {P14}/>")),
    ("fallback-missing", Swap(MORPH, FALLBACK, "")),
    ("choice-unknown", Swap(MORPH, 'Requires="p159"', 'Requires="p77"')),
    ("sections", Swap(PRESENTATION, MIDDLE, '<p14:sldId id="258"/>')),
    ("sections", Swap(PRESENTATION, MIDDLE, '<p14:sldId id="259"/><p14:sldId id="258"/>')),
    ("section-id", Swap(PRESENTATION, 'name="Midden" id="{', 'name="Midden" id="{x')),
    ("section-name", Swap(PRESENTATION, 'section name="Midden"', 'section name=" "')),
    ("link-empty", Swap(MENU, ' action="ppaction://hlinkshowjump?jump=lastslideviewed"', "")),
    ("link-jump", Swap(MENU, ' action="ppaction://hlinksldjump"', "")),
    ("jump-nowhere", Swap(MENU_LINKS, "slide2.xml", "slide99.xml")),
    ("jump-unknown", Swap(MENU, "jump=lastslideviewed", "jump=home")),
]  # fmt: skip


def defects(data: bytes) -> set[str]:
    return {found.code.removeprefix("pptx/") for found in violations(data)}


@pytest.mark.parametrize(
    ("code", "defect"), PLANTED, ids=[f"{n}-{code}" for n, (code, _) in enumerate(PLANTED)]
)
def test_planted_defect_is_found(code: str, defect: Defect):
    assert code in defects(planted(DECK, defect))


def test_good_file_has_none():
    assert defects(planted(DECK)) == set()
