"""What anyone gets who asks the preview, and who gets nothing."""

from __future__ import annotations

import hashlib
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from deckgen.studio.serve import bound
from studio.running import OUTLINE, Running, running

PICTURE = "- picture: {file: wijk.png, alt: Houses}\n"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("deck")
    Image.new("RGB", (640, 360), "#336699").save(folder / "wijk.png")
    (folder / "secret.txt").write_text("not for you")
    with running(folder, OUTLINE + PICTURE) as found:
        yield found


def test_the_page_loads_nothing_from_elsewhere(preview: Running) -> None:
    page = preview.ask("/")
    assert page.status == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    wanted = re.findall(rb'(?:src|href)="([^"]*)"', page.body)
    assert wanted
    assert all(preview.ask(path.decode()).status == 200 for path in wanted)


def test_the_page_s_scripts_are_there(preview: Running) -> None:
    script = preview.ask("/preview.js").body
    for name in re.findall(rb'from "\./([a-z]+\.js)"', script):
        assert preview.ask(f"/{name.decode()}").status == 200


def test_the_show_lists_the_slides(preview: Running) -> None:
    show = preview.ask("/show.json").json()
    assert [slide["name"] for slide in show["slides"]][:3] == ["One & only", "Two", "Three"]
    assert show["slides"][0]["notes"] == ["Say it <slowly>."]
    assert show["lines"] == [3, 5, 9, 10]
    assert show["title"] == "A <q>bold</q> talk"
    assert not show["broken"]


def test_a_slide_is_an_svg(preview: Running) -> None:
    slide = preview.ask("/show.json").json()["slides"][0]
    answer = preview.ask(f"/slides/{slide['key']}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    svg = ElementTree.fromstring(answer.body)
    assert "One & only" in "".join(svg.itertext())


def test_a_photograph_comes_by_its_content(preview: Running) -> None:
    slide = preview.ask("/show.json").json()["slides"][3]
    svg = preview.ask(f"/slides/{slide['key']}.svg").body.decode()
    (address,) = re.findall(r'href="(/pictures/[^"]+)"', svg)
    photograph = preview.ask(address)
    assert photograph.headers["content-type"] == "image/png"
    assert photograph.body == (preview.folder / "wijk.png").read_bytes()


def test_typefaces_may_be_kept_for_good(preview: Running) -> None:
    css = preview.ask("/theme.css").body.decode()
    address = re.findall(r"url\('(/fonts/[^']+)'\)", css)[0]
    font = preview.ask(address)
    assert hashlib.blake2b(font.body, digest_size=10).hexdigest() in address
    assert "immutable" in font.headers["cache-control"]


@pytest.mark.parametrize("path", ["/", "/show.json", "/theme.css", "/nothing"])
def test_every_answer_is_guarded(preview: Running, path: str) -> None:
    headers = preview.ask(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil"]
)
def test_a_foreign_host_is_refused(preview: Running, host: str) -> None:
    assert preview.ask("/show.json", Host=host.format(port=preview.port)).status == 403


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_a_foreign_origin_is_refused(preview: Running, origin: str) -> None:
    assert preview.ask("/show.json", Origin=origin).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_of_another_site_is_refused(preview: Running, site: str) -> None:
    assert preview.ask("/events", Sec_Fetch_Site=site).status == 403


def test_our_own_page_is_welcome(preview: Running) -> None:
    port = preview.port
    assert preview.ask("/", Host=f"localhost:{port}", Sec_Fetch_Site="none").status == 200
    own = f"http://127.0.0.1:{port}"
    assert preview.ask("/show.json", Origin=own, Sec_Fetch_Site="same-origin").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/secret.txt",
        "/deck.yaml",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/pictures/secret.txt",
        "/pictures/..%2fsecret.txt",
        "/pictures/../../../../etc/passwd",
        "/fonts/%2fetc%2fpasswd",
        "/slides/..%2f..%2fdeck.yaml",
        "/slides/nothing.svg",
        "//etc/passwd",
    ],
)
def test_paths_outside_the_deck_are_not_found(preview: Running, path: str) -> None:
    answer = preview.ask(path)
    assert answer.status == 404
    assert answer.body == b"There is nothing here.\n"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])
def test_it_can_only_be_looked_at(preview: Running, method: str) -> None:
    answer = preview.ask("/show.json", method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET"


def test_it_listens_on_this_machine_only() -> None:
    with bound(0) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"


def test_a_busy_port_gives_way_to_the_next() -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        with bound(port) as listener:
            assert port < listener.getsockname()[1] < port + 50


def test_the_deck_is_left_as_it_was(preview: Running) -> None:
    names = sorted(path.name for path in Path(preview.folder).iterdir())
    assert names == ["deck.yaml", "secret.txt", "wijk.png"]
