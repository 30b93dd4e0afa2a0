"""The HTML deck in a real browser: a talk is given with it, from disk."""

from __future__ import annotations

import base64
import io
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from msgspec.structs import replace
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.common.window import WindowTypes

from deckgen.disk import DiskWorld
from deckgen.scene.model import Show
from deckgen.writers.html.deck import write
from writers.html.talk import talk

BROWSER = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-popup-blocking", "--window-size=1280,860",
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER), reason="Chromium and its driver are not installed"
)


class Talk:
    """The deck in its window."""

    def __init__(self, driver: webdriver.Chrome, address: str) -> None:
        self.driver = driver
        self.address = address
        self.window = driver.current_window_handle

    def open(self, place: str = "") -> None:
        self.driver.get("about:blank")
        self.driver.get(self.address + place)

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()

    def run(self, script: str) -> Any:
        return self.driver.execute_script(script)  # type: ignore[no-untyped-call]

    def where(self) -> str:
        return str(self.run("return location.hash"))

    def shown(self) -> str:
        """The id of the slide that is on show."""
        return str(self.run("return document.querySelector('main .now').id"))

    def seen(self, name: str) -> bool:
        element = self.driver.find_element(By.ID, name)
        return element.value_of_css_property("visibility") == "visible"

    def click(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()

    def text(self, selector: str) -> str:
        return str(self.run(f"return document.querySelector('{selector}').textContent"))

    def until(self, met: Callable[[], bool]) -> None:
        """Wait a little for what the windows tell each other."""
        deadline = time.monotonic() + 5
        while not met():
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.02)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    folder = tmp_path_factory.mktemp("talk")
    file = folder / "talk.html"
    file.write_bytes(write(talk(), DiskWorld(".")))
    options = Options()
    options.binary_location = BROWSER or ""
    for flag in (*QUIET, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(flag)
    driver = webdriver.Chrome(options=options, service=Service(DRIVER or ""))
    yield Talk(driver, file.as_uri())
    driver.quit()


@pytest.fixture
def show(opened: Talk) -> Iterator[Talk]:
    """At the first slide, in a window without a past."""
    before = opened.window
    opened.driver.switch_to.new_window(WindowTypes.TAB)
    opened.window = opened.driver.current_window_handle
    opened.open()
    yield opened
    assert opened.driver.get_log("browser") == []  # type: ignore[no-untyped-call]
    for window in opened.driver.window_handles:
        if window != before:
            opened.driver.switch_to.window(window)
            opened.driver.close()
    opened.driver.switch_to.window(before)
    opened.window = before


def test_next_reveals_then_turns_the_page_and_skips_what_is_hidden(show: Talk) -> None:
    assert show.shown() == "begin"
    show.press(Keys.ARROW_RIGHT)
    assert show.where() == "#punten"
    assert not show.seen("punten--body.0")
    assert not show.seen("punten--Dus")
    show.press(" ")
    assert show.where() == "#punten/1"
    assert show.seen("punten--body.1")
    assert not show.seen("punten--body.2")
    show.press(Keys.PAGE_DOWN)
    assert show.seen("punten--Dus")
    show.press(Keys.ARROW_DOWN, Keys.ENTER, "n")
    assert show.shown() == "beeld"  # the last one


def test_previous_comes_back_to_what_was_revealed(show: Talk) -> None:
    show.press(Keys.END)
    assert show.shown() == "beeld"
    show.press(Keys.PAGE_UP, Keys.ARROW_LEFT)
    assert show.where() == "#punten/2"
    assert show.seen("punten--body.2")
    show.press(Keys.ARROW_UP)
    assert not show.seen("punten--body.2")
    show.press(Keys.HOME)
    assert show.where() == "#begin"


def test_a_number_and_enter_lead_to_a_slide(show: Talk) -> None:
    show.press("3")
    assert show.text(".note") == "3"
    show.press(Keys.ENTER)
    assert show.shown() == "menu"
    assert show.text(".note") == ""


def test_a_click_on_the_slide_goes_on(show: Talk) -> None:
    show.click("main .now svg")
    assert show.shown() == "punten"


def test_the_buttons_do_what_they_say(show: Talk) -> None:
    show.run("document.querySelector('.bar').classList.add('wanted')")
    show.click("[data-act=next]")
    assert show.shown() == "punten"
    show.click("[data-act=previous]")
    assert show.shown() == "begin"


def test_a_reader_is_told_where_the_talk_is(show: Talk) -> None:
    show.press(Keys.ARROW_RIGHT)
    assert show.text(".said") == "2 van 5: Punten"
    assert show.driver.title == "Punten – Proef & toets"
    tree = show.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    heard = [node for node in tree if not node["ignored"]]
    named = {(node["role"]["value"], node.get("name", {}).get("value")) for node in heard}
    assert ("heading", "Punten") in named
    assert ("group", "2 van 5: Punten") in named
    assert not any(name and "TRANSITIE" in name for _, name in named)


def test_an_address_leads_to_a_slide_and_its_clicks(show: Talk) -> None:
    show.open("#punten/1")
    assert show.seen("punten--body.0")
    assert not show.seen("punten--body.2")
    show.open("#bijlage")
    assert show.shown() == "bijlage"  # hidden, but it can be reached
    show.press(Keys.ARROW_RIGHT)
    assert show.shown() == "beeld"
    show.open("#nergens")
    assert show.shown() == "begin"


def test_a_link_jumps_and_the_browser_leads_back(show: Talk) -> None:
    show.open("#menu")
    show.click("main .now a[href='#punten']")
    assert show.where() == "#punten"
    show.press(" ", " ")
    show.press(Keys.BACKSPACE)
    show.until(lambda: show.where() == "#menu")
    assert show.shown() == "menu"
    show.driver.forward()
    show.until(lambda: show.shown() == "punten")


def test_a_way_back_leads_where_one_came_from(show: Talk) -> None:
    show.open("#menu")
    show.click("main .now a[href='#bijlage']")
    assert show.shown() == "bijlage"
    show.click("main .now a[data-act=back]")
    assert show.shown() == "menu"


def test_the_overview_shows_all_by_section(show: Talk) -> None:
    show.press("o")
    assert show.run("return document.documentElement.classList.contains('overview')")
    tiles = show.driver.find_elements(By.CSS_SELECTOR, ".tile")
    assert [tile.is_displayed() for tile in tiles] == [True] * 5
    parts = show.driver.find_elements(By.CSS_SELECTOR, ".part")
    assert [part.text for part in parts] == ["Aanloop", "De kern & meer", "Rest"]
    assert show.seen("punten--body.2")
    show.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ENTER)
    assert show.shown() == "menu"
    assert not tiles[0].is_displayed()
    show.press(Keys.ESCAPE)
    tiles[4].click()
    assert show.shown() == "beeld"
    assert not tiles[4].is_displayed()


def test_the_screen_goes_black_and_comes_back(show: Talk) -> None:
    curtain = show.driver.find_element(By.CSS_SELECTOR, ".curtain")
    show.press("b")
    assert curtain.value_of_css_property("background-color") == "rgba(0, 0, 0, 1)"
    show.press("w")
    assert curtain.value_of_css_property("background-color") == "rgba(255, 255, 255, 1)"
    show.press(Keys.ESCAPE)
    assert not curtain.is_displayed()
    assert show.shown() == "begin"


def test_the_keys_are_listed(show: Talk) -> None:
    show.press("?")
    rows = show.driver.find_elements(By.CSS_SELECTOR, "dialog dt")
    assert rows[0].text == "Volgende"
    assert all(row.is_displayed() for row in rows)
    show.press(Keys.ARROW_RIGHT)
    assert show.shown() == "begin"  # the list has the keys now
    show.press(Keys.ESCAPE)
    assert not rows[0].is_displayed()


def test_the_speakers_window_keeps_in_step(show: Talk) -> None:
    show.press(Keys.ARROW_RIGHT, "s")
    show.until(lambda: len(show.driver.window_handles) == 3)
    desk = show.driver.window_handles[-1]
    show.driver.switch_to.window(desk)
    show.until(lambda: show.shown() == "punten")
    assert show.text(".words") == "Langzaam beginnen.Dan <pas> & dus."
    assert show.text(".pace span").endswith(" / 2:00")
    assert show.text(".clock .elapsed").startswith("0:0")
    ahead = show.driver.find_element(By.CSS_SELECTOR, ".frame svg")
    assert ahead.is_displayed()
    assert show.text(".frame .later") == "•Slot"  # the next click shows the other two

    show.press(Keys.PAGE_DOWN, Keys.PAGE_DOWN)  # from the desk …
    show.driver.switch_to.window(show.window)
    show.until(lambda: show.where() == "#punten/2")
    show.press(Keys.ARROW_RIGHT)  # … and from the talk
    show.press("b")
    show.driver.switch_to.window(desk)
    show.until(lambda: show.shown() == "menu")
    assert show.text(".words") == "Geen notities bij deze dia."

    show.driver.switch_to.window(show.window)
    show.driver.refresh()  # a talk that is loaded again finds its desk
    time.sleep(0.8)
    show.press(Keys.END)
    show.driver.switch_to.window(desk)
    show.until(lambda: show.shown() == "beeld")
    assert show.text(".ahead h2") == "Einde"


@pytest.mark.parametrize("calm", [False, True])
def test_transitions_respect_reduced_motion(show: Talk, calm: bool) -> None:
    wish = [{"name": "prefers-reduced-motion", "value": "reduce" if calm else ""}]
    show.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": wish})
    script = """
        dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight"}));
        return document.getAnimations().length;
    """
    assert show.run(script) == (0 if calm else 2)  # push: one comes, one goes
    assert show.shown() == "punten"


def test_a_swipe_turns_the_page(show: Talk) -> None:
    show.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    for kind, points in (("touchStart", [(800, 300)]), ("touchMove", [(500, 310)])):
        touches = [{"x": x, "y": y} for x, y in points]
        show.driver.execute_cdp_cmd(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches}
        )
    show.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    show.until(lambda: show.shown() == "punten")


def test_it_fills_the_window_and_keeps_its_proportion(show: Talk) -> None:
    box = show.run("return document.querySelector('main .now svg').getBoundingClientRect()")
    width, height = show.run("return [innerWidth, innerHeight]")
    assert box["width"] / box["height"] == pytest.approx(16 / 9, 0.001)
    assert box["width"] == pytest.approx(width) or box["height"] == pytest.approx(height)


def test_its_own_faces_draw_it(show: Talk) -> None:
    show.driver.execute_async_script(  # type: ignore[no-untyped-call]
        "const done = arguments[0]; document.fonts.ready.then(() => done())"
    )
    faces = show.run("return [...document.fonts].filter(f => f.status === 'loaded').length")
    assert faces >= 1
    # The advance of Carlito Bold, which stands in for Calibri: no installed font is asked.
    width = show.run("return document.querySelector('#begin text').getComputedTextLength()")
    assert width == pytest.approx(8400 / 100 * 4.2, rel=0.2)


def test_print_gives_a_page_a_slide_with_everything_revealed(show: Talk) -> None:
    how = {"preferCSSPageSize": True, "printBackground": True}
    data = show.driver.execute_cdp_cmd("Page.printToPDF", how)["data"]
    with pypdfium2.PdfDocument(io.BytesIO(base64.b64decode(data))) as file:
        assert [file[n].get_size() for n in range(len(file))] == [(960, 540)] * 4
        words = [file[n].get_textpage().get_text_bounded() for n in range(len(file))]
    assert "Slot" in words[1]
    assert "Dus" in words[1]
    assert "Menu" in words[2]


def test_without_a_script_it_is_a_document(show: Talk) -> None:
    show.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        show.driver.get(show.address)
        slides = show.driver.find_elements(By.CSS_SELECTOR, ".slide")
        assert all(slide.rect["height"] > 100 for slide in slides)
    finally:
        show.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_file_is_small_enough_to_mail() -> None:
    assert len(write(talk(), DiskWorld("."))) < 100_000


def test_an_address_chooses_a_form_of_the_talk(show: Talk, tmp_path: Path) -> None:
    shows = (Show("Talk", ("begin", "punten", "beeld"), True), Show("Kort", ("menu", "beeld")))
    file = tmp_path / "forms.html"
    file.write_bytes(write(replace(talk(), shows=shows), DiskWorld(".")))
    show.driver.get(f"{file.as_uri()}?show=Kort")
    assert show.shown() == "menu"
    show.press(Keys.ARROW_RIGHT)
    assert show.shown() == "beeld"
    show.driver.get(file.as_uri())
    assert show.shown() == "begin"
    assert show.run("return document.querySelectorAll('.slide[data-hidden]').length") == 2
