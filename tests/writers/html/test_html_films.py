"""Films and sounds of the HTML deck in a real browser: what starts, what stops, what a click is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from deckgen.pipeline import compile_deck
from deckgen.writers.html.deck import write
from films import mp4, wav_bytes
from layout.test_settling import Desk
from writers.html.test_html_browser import BROWSER, DRIVER, QUIET

pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER), reason="Chromium and its driver are not installed"
)

OUTLINE = """
title: Sounds
slides:
- title: First
  text: Nothing to hear yet
- title: By itself
  audio: {file: tone.wav, alt: A tone, start: auto, trim: {from: 1, to: 3}}
- title: By a click
  audio: {file: tone.wav, alt: A tone}
- title: A film
  video: {file: film.mp4, alt: A film}
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    desk = Desk(
        {"deck.yaml": OUTLINE.encode(), "tone.wav": wav_bytes(4), "film.mp4": mp4(640, 360, 4000)}
    )
    scene = compile_deck("deck.yaml", desk, "plain").scene
    assert scene is not None
    file: Path = tmp_path_factory.mktemp("films") / "talk.html"
    file.write_bytes(write(scene, desk))
    options = Options()
    for one in (*QUIET, "--autoplay-policy=no-user-gesture-required", "--mute-audio"):
        options.add_argument(one)
    options.binary_location = str(BROWSER)
    found = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    found.get(file.as_uri())
    yield found
    found.quit()


def run(driver: webdriver.Chrome, script: str) -> Any:
    return driver.execute_script(script)  # type: ignore[no-untyped-call]


def paused(driver: webdriver.Chrome) -> list[bool]:
    return list(run(driver, "return [...document.querySelectorAll('audio')].map(f => f.paused)"))


def until(driver: webdriver.Chrome, expected: list[bool]) -> None:
    end = time.monotonic() + 5
    while paused(driver) != expected and time.monotonic() < end:
        time.sleep(0.05)
    assert paused(driver) == expected


def test_it_starts_with_its_slide_and_stops_when_that_is_left(driver: webdriver.Chrome) -> None:
    until(driver, [True, True])
    ActionChains(driver).send_keys(Keys.PAGE_DOWN).perform()
    until(driver, [False, True])
    assert run(driver, "return document.querySelector('.film').currentTime") >= 1
    ActionChains(driver).send_keys(Keys.PAGE_DOWN).perform()
    until(driver, [True, True])
    assert run(driver, "return location.hash") == "#by-a-click"


def test_a_click_on_it_is_no_step(driver: webdriver.Chrome) -> None:
    run(driver, "location.hash = '#by-a-click'")
    film = driver.find_elements("css selector", ".film")[1]
    run(driver, "document.querySelectorAll('.film')[1].play()")
    until(driver, [True, False])
    film.click()
    assert run(driver, "return location.hash") == "#by-a-click"
    assert run(driver, "return document.querySelectorAll('.film')[1].src.slice(0, 15)") == (
        "data:audio/wav;"
    )


def test_it_ends_where_it_is_cut(driver: webdriver.Chrome) -> None:
    run(driver, "location.hash = '#by-itself'")
    until(driver, [False, True])
    run(driver, "document.querySelector('.film').currentTime = 2.8")
    until(driver, [True, True])
    assert 2.9 < run(driver, "return document.querySelector('.film').currentTime") < 3.6


def test_a_film_is_its_still_until_it_has_begun(driver: webdriver.Chrome) -> None:
    run(driver, "location.hash = '#a-film'")
    look = (
        "const film = document.querySelector('video');"
        "return [getComputedStyle(film).opacity, film.controls]"
    )
    assert run(driver, look) == ["0", False]
    driver.find_element("css selector", "video").click()
    assert run(driver, "return location.hash") == "#a-film"
    run(driver, "document.querySelector('video').dispatchEvent(new Event('playing'))")
    assert run(driver, look) == ["1", True]
