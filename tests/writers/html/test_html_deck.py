"""The HTML deck as a file: complete, closed to the network, readable without its script."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from lxml import html
from msgspec.structs import replace

from deckgen.disk import DiskWorld
from deckgen.scene.model import Group, Page, Show, Target
from deckgen.writers.html.clicks import clicks
from deckgen.writers.html.deck import accent, script, write
from deckgen.writers.html.words import ENGLISH, LANGUAGES, words
from writers import moving, scenes
from writers.html.talk import talk
from writers.scenes import BLOB, PIXEL

WORLD = DiskWorld(".")
FILE = write(talk(), WORLD)
PAGE = html.document_fromstring(FILE.decode())


def test_two_files_are_the_same() -> None:
    assert write(talk(), WORLD) == FILE


def test_nothing_is_fetched() -> None:
    for element in PAGE.iter():
        for name, value in element.attrib.items():
            if name in ("src", "href") and element.tag != "a":
                assert value.startswith(("data:", "#")), value
    css = PAGE.findtext(".//style") or ""
    assert all(part.startswith("data:") for part in re.findall(r"url\(([^)]*)\)", css))
    assert "@import" not in css


def test_only_its_own_script_may_run() -> None:
    (policy,) = PAGE.xpath("//meta[@http-equiv]/@content")
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_slides_in_order_with_their_names() -> None:
    slides = PAGE.xpath("//main/section")
    assert [one.get("id") for one in slides] == ["begin", "punten", "menu", "bijlage", "beeld"]
    assert slides[1].get("aria-label") == "2 van 5: Punten"
    assert [one.get("id") for one in slides if one.get("data-hidden") is not None] == ["bijlage"]


def test_sections_stand_before_their_first_slide() -> None:
    parts = PAGE.xpath("//main/h2[@class='part']")
    assert [part.text for part in parts] == ["Aanloop", "De kern & meer", "Rest"]
    assert parts[1].getnext().get("id") == "punten"


def test_what_the_script_knows() -> None:
    (text,) = PAGE.xpath("//script[@data-deck]/text()")
    assert "<" not in text
    points = json.loads(text)["pages"][1]
    assert points["notes"] == ["Langzaam beginnen.", "", "Dan <pas> & dus."]
    assert points["steps"] == [
        ["punten--body.0", "punten--body.1"],
        ["punten--body.2", "punten--Dus"],
    ]
    ids = set(PAGE.xpath("//@id"))
    assert ids.issuperset(name for step in points["steps"] for name in step)


def test_a_picture_is_stored_once() -> None:
    twice = tuple(replace(scenes.picture_page(True), id=name) for name in ("a", "b"))
    file = write(scenes.scene(*twice), WORLD)
    assert file.count(base64.b64encode(PIXEL)) == 1
    assert file.count(f'href="#--{BLOB}"'.encode()) == 4


def test_the_deck_speaks_its_language() -> None:
    assert PAGE.get("lang") == "nl-NL"
    assert PAGE.xpath("//button[@data-act='next']/@aria-label") == ["Volgende"]
    assert words("pt-BR") is ENGLISH


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_names_a_slide(lang: str) -> None:
    assert words(lang).place.format(3, 40, "Zo") != ENGLISH.place


def test_the_accent_can_be_told_from_the_desk() -> None:
    assert accent(talk()) == "EDAE49"
    dark = replace(talk().theme, colours=tuple((slot, "101010") for slot, _ in scenes.COLOURS))
    assert accent(replace(talk(), theme=dark)) == "ECEAE4"


def test_clicks_follow_the_rules_of_the_pptx() -> None:
    page = moving.by_group()
    assert isinstance(next(item for item in page.items if item.id == "g"), Group)
    assert clicks(page) == [
        ["Groepen--Links", "Groepen--c1"],
        ["Groepen--Rechts.g", "Groepen--Rechts.0"],
        ["Groepen--g"],  # for a form inside it; the click on the group itself shows nothing more
        ["Groepen--box", "Groepen--photo"],
    ]
    assert clicks(moving.empty_picture()) == []


def test_an_empty_paragraph_is_no_click() -> None:
    page = moving.by_point()
    wide = replace(page, steps=((Target("body", 3),), (Target("body", 2, 9),)))
    assert clicks(wide) == [[f"{page.id}--body.2", f"{page.id}--body.4"]]


def test_links_lead_to_slides_and_back_but_not_to_what_is_missing() -> None:
    file = html.document_fromstring(write(moving.deck(), WORLD).decode())
    links = {one.get("id"): one for one in file.xpath("//*[@id='menu']//svg//*[@id][a]")}
    assert links["menu--Verder"].xpath("a/@href") == ["#Groepen"]
    assert links["menu--Terug"].xpath("a/@data-act") == ["back"]
    assert "menu--Kwijt" not in links


def test_names_are_no_markup() -> None:
    odd = Page("x", "empty", "</script><b>&", (), notes=("</script>",))
    file = html.document_fromstring(write(scenes.scene(odd), WORLD).decode())
    assert not file.xpath("//b[not(ancestor::a or ancestor::span)]")
    assert file.xpath("//main/section/@aria-label") == ["1 van 1: </script><b>&"]


def test_forms_of_the_talk_are_in_it_and_linked() -> None:
    shows = (Show("De talk", ("begin",), True), Show("Kort & goed", ("menu",)))
    scene = replace(talk(), shows=shows)
    page = html.document_fromstring(write(scene, WORLD).decode())
    assert page.xpath("//dialog/p/a/@href") == ["?show=De%20talk", "?show=Kort%20%26%20goed"]
    whole = write(replace(scene, shows=shows[1:]), WORLD)
    links = html.document_fromstring(whole.decode()).xpath("//dialog/p/a")
    assert [(one.text, one.get("href")) for one in links] == [
        (scene.properties.title, "?show="), ("Kort & goed", "?show=Kort%20%26%20goed"),
    ]  # fmt: skip
    (data,) = page.xpath("//script[@data-deck]/text()")
    assert json.loads(data)["shows"][1] == {
        "name": "Kort & goed",
        "pages": ["menu"],
        "start": False,
    }
