"""Rules about films and sounds find what is planted into a deck that plays some."""

from __future__ import annotations

import pytest

from deckgen.readers.pptx.rules import violations
from deckgen.writers.pptx.package import write
from pipeline.test_films import ALONE, VOICE, made
from readers.planting import Defect, Swap, planted

DECK = write(made(ALONE + VOICE))
SLIDE, SOUND = "ppt/slides/slide1.xml", "ppt/slides/slide2.xml"

NOBODY = '<p:tgtEl><p:spTgt spid="2"/></p:tgtEl></p:cMediaNode>'

PLANTED: list[tuple[str, Defect]] = [
    ("film-embedding", Swap(SLIDE, '<p14:media xmlns:p14="http', '<p14:other xmlns:p14="http')),
    ("film-embedding", Swap("ppt/slides/_rels/slide1.xml.rels", "media1.mp4", "image2.jpeg")),
    ("film-type", Swap("[Content_Types].xml", '"video/mp4"', '"image/png"')),
    ("film-still", Swap(SLIDE, '<a:blip r:embed="rId4"/>', "<a:blip/>")),
    ("film-click", Swap(SLIDE, 'action="ppaction://media"', 'action="ppaction://noaction"')),
    ("film-click", Swap(SOUND, '<p:tgtEl><p:spTgt spid="3"/></p:tgtEl></p:cMediaNode>', NOBODY)),
]


def test_a_good_deck_has_none() -> None:
    assert [one for one in violations(DECK) if one.severity == "error"] == []


@pytest.mark.parametrize(("slug", "defect"), PLANTED)
def test_a_planted_defect_is_found(slug: str, defect: Defect) -> None:
    found = {one.code.removeprefix("pptx/") for one in violations(planted(DECK, defect))}
    assert slug in found
