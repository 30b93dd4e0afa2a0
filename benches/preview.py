"""From save to picture: one changed slide of 300, measured as whoever waits for it measures.

`make bench` runs it. A real server, a client that reads its events, and headless Chromium where
that is installed: from putting the new outline in its place until the slide's new SVG was
received, and until the browser has painted it. Exit code 1 when the bar is missed.
"""

from __future__ import annotations

import http.client
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import generate

SLIDES, SAVES, BAR = 300, 25, 100.0  # milliseconds
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1440,900",
)  # fmt: skip
# Tells when the large picture was replaced and painted.
PAINTED = """
const done = arguments[0];
const picture = document.getElementById("picture");
new MutationObserver((_, seen) => {
  seen.disconnect();
  requestAnimationFrame(() => setTimeout(() => done(Date.now())));
}).observe(picture, { attributeFilter: ["data-shown"] });
document.title = "waiting";
"""


class Author:
    """Changes one slide after another and saves."""

    def __init__(self, outline: Path) -> None:
        """`outline` is rewritten with each save."""
        self._outline = outline
        self._slides = outline.read_text("utf-8").split("\n- ")
        self._next = SLIDES // 3

    def save(self) -> float:
        """Put the changed outline in the old one's place; when, in seconds."""
        self._next += 1
        slide = self._slides[self._next]
        self._slides[self._next] = slide.replace("notes: ", "alt: Changed\n  notes: Now ", 1)
        if slide.startswith("title: "):
            self._slides[self._next] = slide.replace("title: ", "title: Now ", 1)
        draft = self._outline.with_suffix(".new")
        draft.write_text("\n- ".join(self._slides), "utf-8")
        started = time.time()
        os.replace(draft, self._outline)
        return started


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, int]]:
    """The preview as a process: its address."""
    command = [sys.executable, "-m", "deckgen", "preview", str(folder), "--no-open"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    )
    try:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        yield url, int(url.rstrip("/").rpartition(":")[2])
    finally:
        process.terminate()
        process.wait(10)


def received(author: Author, port: int) -> list[float]:
    """Milliseconds until a client has the event with the changed slide."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/events")
    events = connection.getresponse()

    def change() -> float:
        started = author.save()
        while not events.readline().startswith(b"data: {"):
            pass
        return (time.time() - started) * 1000

    while not events.readline().startswith(b"data: "):
        pass
    return measured(change)


def painted(author: Author, url: str) -> list[float]:
    """Milliseconds until the browser has painted the changed slide; empty without a browser."""
    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (browser and driver):
        return []
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = browser
    with tempfile.TemporaryDirectory() as profile:
        for option in (*QUIET, f"--user-data-dir={profile}"):
            options.add_argument(option)
        window = webdriver.Chrome(options, Service(driver))
        try:
            window.get(url)
            time.sleep(2)
            return measured(lambda: _paint(window, author))
        finally:
            window.quit()


def _paint(window: object, author: Author) -> float:
    from concurrent.futures import ThreadPoolExecutor

    window.set_script_timeout(20)  # type: ignore[attr-defined]
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(window.execute_async_script, PAINTED)  # type: ignore[attr-defined]
        time.sleep(0.3)
        started = author.save()
        return float(waiting.result()) - started * 1000


def measured(once: Callable[[], float]) -> list[float]:
    """Save by save; the first two warm what has to be warmed."""
    found = []
    for _ in range(SAVES):
        found.append(once())
        time.sleep(0.15)
    return sorted(found[2:])


def report(what: str, found: list[float]) -> bool:
    """A line; whether the bar is met."""
    if not found:
        print(f"{what:<34} not measured: Chromium is not installed")
        return True
    median, late = statistics.median(found), found[int(len(found) * 0.9)]
    print(f"{what:<34} {median:5.0f} ms (median), {late:5.0f} ms (90 %), bar {BAR:.0f} ms")
    return median < BAR


def main() -> int:
    """Measure and say so."""
    with tempfile.TemporaryDirectory() as name:
        outline = Path(name) / "deck.yaml"
        outline.write_text(generate.outline(SLIDES), "utf-8")
        author = Author(outline)
        with serving(Path(name)) as (url, port):
            print(f"preview: one changed slide of {SLIDES}")
            met = [
                report("save to SVG received", received(author, port)),
                report("save to painted in Chromium", painted(author, url)),
            ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
