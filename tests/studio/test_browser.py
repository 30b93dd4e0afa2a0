"""The preview in a real browser: what the author sees while writing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from deckgen.remix.variants import Wanted
from studio.running import OUTLINE, WAIT, Running, running

BROWSER = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1280,860",
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER), reason="Chromium and its driver are not installed"
)


class Desk:
    """The page of a preview, and the deck behind it."""

    def __init__(self, driver: webdriver.Chrome, deck: Running) -> None:
        self.driver = driver
        self.deck = deck
        driver.get("about:blank")
        driver.get(f"http://127.0.0.1:{deck.port}/")
        self.wait(lambda: self.status() == "Live")

    def wait(self, holds: Callable[[], object]) -> None:
        WebDriverWait(self.driver, WAIT, 0.02).until(lambda _: holds())

    def run(self, script: str) -> Any:
        return self.driver.execute_script(f"return {script}")

    def text(self, name: str) -> str:
        return str(self.run(f'document.getElementById("{name}").textContent'))

    def status(self) -> str:
        return self.text("said")

    def slide(self) -> str:
        """The words on the large picture."""
        tree = 'document.getElementById("picture").shadowRoot'
        return str(self.run(f'{tree} ? {tree}.textContent : ""'))

    def press(self, *keys: str) -> None:
        self.driver.find_element(By.TAG_NAME, "body").send_keys(*keys)

    def complaints(self) -> list[str]:
        logged: Any = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in logged]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = Options()
    options.binary_location = BROWSER or ""
    for option in (*QUIET, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    window = webdriver.Chrome(options, Service(DRIVER))
    yield window
    window.quit()


@pytest.fixture
def desk(driver: webdriver.Chrome, tmp_path: Path) -> Iterator[Desk]:
    with running(tmp_path) as deck:
        found = Desk(driver, deck)
        yield found
        assert found.complaints() == []
        driver.get("about:blank")


def test_the_first_slide_its_notes_and_the_list(desk: Desk) -> None:
    desk.wait(lambda: "One & only" in desk.slide())
    assert desk.text("notes") == "Say it <slowly>."
    assert desk.text("number") == "1 / 3"
    assert desk.text("place") == "deck.yaml:3"
    assert desk.run('document.querySelectorAll("#list .thumb").length') == 3
    desk.wait(lambda: desk.run('document.querySelectorAll("#list .thumb[data-shown]").length') == 3)


def test_markup_in_the_outline_is_text_on_the_page(desk: Desk) -> None:
    assert desk.text("title") == "A <q>bold</q> talk"
    assert desk.run('document.querySelectorAll("#title q, #notes slowly").length') == 0


def test_slides_are_drawn_in_their_own_typefaces(desk: Desk) -> None:
    desk.wait(lambda: "One & only" in desk.slide())
    loaded = '[...document.fonts].filter((one) => one.status === "loaded").length'
    desk.wait(lambda: desk.run(loaded) > 0)
    assert not desk.run('[...document.fonts].some((one) => one.status === "error")')


def test_a_save_is_seen_without_loading_the_page_again(desk: Desk) -> None:
    desk.run("window.still = true")
    desk.deck.save(OUTLINE.replace("Three", "Something else"))
    desk.wait(lambda: "Something else" in desk.slide())
    assert desk.run("window.still === true")
    desk.wait(lambda: desk.text("number") == "3 / 3")
    desk.wait(lambda: desk.status().startswith("Saved"))


def test_staying_where_one_is(desk: Desk) -> None:
    desk.press("l")
    desk.deck.save(OUTLINE.replace("Three", "Something else"))
    desk.wait(lambda: desk.status().startswith("Saved"))
    assert desk.text("number") == "1 / 3"


def test_a_broken_save_dims_the_last_good_picture(desk: Desk) -> None:
    desk.deck.save(OUTLINE.replace("points:", "poinst:"))
    desk.wait(lambda: "deck.yaml:6:3" in desk.text("veil"))
    desk.wait(lambda: "first" in desk.slide())
    assert desk.run('document.getElementById("sheet").classList.contains("stale")')
    desk.wait(lambda: "did you mean points?" in desk.text("found"))
    assert desk.run('document.querySelectorAll("#list .count.error").length') == 1
    desk.press(Keys.HOME)
    assert not desk.driver.find_element(By.ID, "veil").is_displayed()
    desk.deck.save(OUTLINE)
    desk.wait(lambda: desk.status().startswith("Saved"))
    assert not desk.driver.find_element(By.ID, "findings").is_displayed()


def test_keys(desk: Desk) -> None:
    for keys, number in (
        (Keys.ARROW_RIGHT, "2 / 3"), (Keys.END, "3 / 3"), (Keys.SPACE, "3 / 3"),
        (Keys.ARROW_LEFT, "2 / 3"), (f"1{Keys.ENTER}", "1 / 3"),
    ):  # fmt: skip
        desk.press(*keys)
        assert desk.text("number") == number
    desk.press("?")
    assert desk.driver.find_element(By.ID, "keys").is_displayed()
    desk.press(Keys.ESCAPE)
    desk.press("f")
    assert not desk.driver.find_element(By.ID, "rail").is_displayed()
    desk.press(Keys.ESCAPE)
    assert desk.driver.find_element(By.ID, "rail").is_displayed()


def test_a_link_leads_to_its_slide(desk: Desk) -> None:
    desk.deck.save(OUTLINE.replace("- first", "- 'see [the end](#three)'"))
    desk.wait(lambda: "see the end" in desk.slide())
    click = 'new MouseEvent("click", {bubbles: true, composed: true, cancelable: true})'
    desk.run(
        f'document.getElementById("picture").shadowRoot.querySelector("a").dispatchEvent({click})'
    )
    desk.wait(lambda: desk.text("number") == "3 / 3")
    assert desk.run("location.hash") == "#three"


def test_a_preview_that_was_started_again(driver: webdriver.Chrome, tmp_path: Path) -> None:
    with running(tmp_path) as deck:
        desk = Desk(driver, deck)
        desk.wait(lambda: "One & only" in desk.slide())
    desk.wait(lambda: desk.status().startswith("Connection lost"))
    with running(tmp_path, OUTLINE.replace("One & only", "Once more"), deck.port):
        desk.wait(lambda: "Once more" in desk.slide())
        desk.wait(lambda: desk.status() == "Live")
        driver.get("about:blank")
    desk.complaints()


def test_the_header_names_the_form_that_is_shown(driver: webdriver.Chrome, tmp_path: Path) -> None:
    outline = OUTLINE.replace("slides:", "variants: {kort: {}}\nslides:", 1)
    with running(tmp_path, outline, wanted=Wanted("kort", minutes=20)) as deck:
        desk = Desk(driver, deck)
        assert desk.text("form") == "kort · 20 min"
        assert "kort" in driver.title
        driver.get("about:blank")
