"""The site: it builds without a word, shows all it should, and fetches nothing from elsewhere."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.cli.commands import COMMANDS
from deckgen.outline.kinds import BODIES

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import gallery

ROOT = Path(__file__).parents[2]
FETCHED = re.compile(
    r"""<(?:img|script|source|iframe|link)\b[^>]*?\b(?:src|href)=["']?([^"' >]+)"""
)
SCRIPT = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>", re.DOTALL)
IMAGE = re.compile(r"""<img\b[^>]*?\bsrc=["']?([^"' >]+)""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as `make site` builds it."""
    import os
    import subprocess

    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)],
        cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (built.returncode, built.stderr) == (0, "")
    return folder


def html(site: Path) -> Iterator[tuple[Path, str]]:
    for page in sorted(site.rglob("*.html")):
        yield page, page.read_text("utf-8")


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    fetched = {url for _, text in html(site) for url in FETCHED.findall(text)}
    assert [url for url in fetched if re.match(r"(https?:)?//", url)] == []
    scripts = {code for _, text in html(site) for code in SCRIPT.findall(text)}
    assert [code for code in scripts if re.search(r"https?://(?!www\.w3\.org/)", code)] == []


def test_every_picture_is_there(site: Path) -> None:
    missing = [
        f"{page.name}: {url}"
        for page, text in html(site)
        if page.name != "404.html"
        for url in IMAGE.findall(text)
        if not url.startswith("data:") and not (page.parent / url).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("kind", BODIES)
def test_a_kind_is_shown_in_every_look(site: Path, kind: str) -> None:
    text = (site / "kinds" / f"{kind}.html").read_text("utf-8")
    for look in gallery.looks():
        for example in gallery.examples(kind):
            assert f"drawings/{look}-16x9/{example.name}.svg" in text


@pytest.mark.parametrize("look", gallery.looks())
def test_a_look_shows_every_kind_in_every_form(site: Path, look: str) -> None:
    text = (site / "looks" / f"{look}.html").read_text("utf-8")
    for form in ("16x9", "16x10", "4x3"):
        for kind in BODIES:
            assert f"drawings/{look}-{form}/{kind}-1.svg" in text


def test_every_command_is_in_the_reference(site: Path) -> None:
    text = (site / "commands.html").read_text("utf-8")
    for command in COMMANDS:
        assert f'id="{command}"' in text


def test_pages_lead_to_the_grammar_and_back(site: Path) -> None:
    outline = (site / "outline.html").read_text("utf-8")
    for kind in BODIES:
        assert f'id="{kind}"' in outline
        assert f'href="kinds/{kind}.html"' in outline
        assert f"outline.html#{kind}" in (site / "kinds" / f"{kind}.html").read_text("utf-8")
