"""The page of a difference in a real browser, from disk: on a desk, on a phone, in the dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from deckgen.pipeline import compile_deck
from deckgen.remix.comparison import compare
from deckgen.writers.html.comparison import Half, write
from pipeline.kinds import Desk

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
BEFORE = """\
title: Een <talk> & meer
lang: nl-NL
slides:
- id: a
  statement: Wie is er aan zet?
- id: b
  title: Wat een straat nodig heeft
  points: [Bankjes om op te zitten, Bomen]
- id: c
  statement: Weg
- id: d
  statement: Blijft
"""
AFTER = (
    BEFORE.replace("Bankjes", "<b>Banken</b>")
    .replace("- id: c\n  statement: Weg\n", "")
    .replace("slides:\n", "slides:\n- id: e\n  statement: Nieuw\n")
)
FITS = "return document.documentElement.scrollWidth <= innerWidth"
DRAWN = "return [...document.images].every((one) => one.complete && one.naturalWidth > 0)"


def page() -> str:
    worlds = (Desk(BEFORE), Desk(AFTER))
    one, other = (compile_deck("deck.yaml", world, "plain") for world in worlds)
    assert one.deck is not None and other.deck is not None
    found = compare(one.deck, other.deck)
    halves = (
        Half(name, made.scene, world)
        for name, made, world in zip("ab", (one, other), worlds, strict=True)
    )
    return write(found, *halves).decode()


PAGE = page()


def test_the_same_difference_is_the_same_page() -> None:
    assert page() == PAGE


def test_words_are_never_markup() -> None:
    assert "<b>Banken" not in PAGE
    assert "&lt;b&gt;" in PAGE


def test_without_scenes_slides_are_words() -> None:
    deck = compile_deck("deck.yaml", Desk(BEFORE), "plain").deck
    assert deck is not None
    other = replace(deck, slides=deck.slides[:1])
    text = write(
        compare(deck, other), Half("a", None, Desk("")), Half("b", None, Desk(""))
    ).decode()
    assert "<img" not in text
    assert text.count('<div class="card">') == 3


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    if not (BROWSER and DRIVER):
        pytest.skip("Chromium and its driver are not installed")
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.html").write_text(PAGE, "utf-8")
    options = Options()
    options.binary_location = BROWSER
    for flag in ("--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,4000"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.get((folder / "page.html").as_uri())
    yield driver
    driver.quit()


def test_on_a_desk_pictures_stand_side_by_side(browser: Any) -> None:
    first, second = browser.find_elements("css selector", "#b figure img")
    assert first.rect["y"] == second.rect["y"]
    assert first.rect["x"] < second.rect["x"]
    assert browser.execute_script(DRAWN)
    assert browser.execute_script(FITS)
    assert browser.get_log("browser") == []


def test_on_a_phone_they_stand_below_each_other(browser: Any) -> None:
    size = {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    first, second = browser.find_elements("css selector", "#b figure img")
    assert first.rect["x"] == second.rect["x"]
    assert browser.execute_script(FITS)
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_links_lead_to_what_is_different(browser: Any) -> None:
    links = browser.find_elements("css selector", "nav a")
    assert [(one.text, one.get_attribute("class")) for one in links] == [
        ("1", "added"), ("3", "changed"), ("3", "gone"),
    ]  # fmt: skip
    for one in links:
        name = one.get_attribute("href").rpartition("#")[2]
        assert browser.find_elements("id", name)
