"""`deckgen diff`: two talks on the command line, in JSON, as a page, and in git."""

from __future__ import annotations

import base64
import io
import json
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckgen.cli.differing import Ink, rendered
from deckgen.cli.main import run
from deckgen.remix.comparison import Comparison, Row
from deckgen.remix.details import Detail

TALK = """\
title: Proef
lang: nl-NL
variants:
  kort: {minutes: 3, about: in drie minuten}
  studenten: {audience: students}
slides:
- cover:
  minutes: 1
- id: lijst
  title: Wat een straat nodig heeft
  points: [Bankjes om op te zitten, Ogen op straat, Bomen]
  notes: Zeg hallo.
  minutes: 2
- id: stelling
  statement: De stoep is van iedereen
  minutes: 3
  priority: 4
- question: Alleen voor jullie?
  only: students
"""
NEW = (
    TALK.replace("Bankjes om op te zitten", "Banken om op te zitten")
    .replace("Ogen op straat, ", "")
    .replace("title: Proef", "title: Proefje")
)
GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "diff.md"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "oud.yaml").write_text(TALK, "utf-8")
    (tmp_path / "nieuw.yaml").write_text(NEW, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def test_what_is_different_is_said_slide_by_slide(folder: Path, capsys: Captured) -> None:
    assert run(["diff", "oud.yaml", "nieuw.yaml"]) == 1
    assert lines(capsys.readouterr().out) == [
        "oud.yaml → nieuw.yaml",
        "1 changed, 2 the same",
        "the talk",
        "title ~ [-Proef-]{+Proefje+}",
        "~ 2 #lijst Wat een straat nodig heeft",
        "points ~ [-Bankjes-]{+Banken+} om op te zitten",
        "- Ogen op straat",
    ]


def test_equal_talks_give_0(folder: Path, capsys: Captured) -> None:
    (folder / "nieuw.yaml").write_text("# a comment\n" + TALK, "utf-8")
    assert run(["diff", "oud.yaml", "nieuw.yaml"]) == 0
    assert "no difference, 3 slides" in capsys.readouterr().out


@pytest.mark.parametrize(
    "typed",
    [["oud.yaml", "oud.yaml@kort"], ["oud.yaml", "@kort"], ["oud.yaml", "--variant", "kort"]],
)
def test_a_form_against_the_whole_talk(folder: Path, capsys: Captured, typed: list[str]) -> None:
    assert run(["diff", *typed]) == 1
    found = lines(capsys.readouterr().out)
    assert found[:5] == [
        "oud.yaml → oud.yaml (kort)",
        "1 gone, 2 the same",
        "the talk",
        "minutes + 3",
        "- 3 #stelling De stoep is van iedereen",
    ]


def test_two_forms(folder: Path, capsys: Captured) -> None:
    assert run(["diff", "oud.yaml@kort", "@studenten"]) == 1
    assert "2 added, 2 the same" in capsys.readouterr().out


def test_two_talks_in_one_form(folder: Path, capsys: Captured) -> None:
    assert run(["diff", "oud.yaml", "nieuw.yaml", "--variant", "kort"]) == 1
    assert "oud.yaml (kort) → nieuw.yaml (kort)" in capsys.readouterr().out


def test_an_outline_against_what_was_made_of_its_pptx(folder: Path, capsys: Captured) -> None:
    assert run(["build", "oud.yaml"]) == 0
    assert run(["diff", "oud.yaml", "oud.pptx"]) == 0
    opened = Presentation("oud.pptx")
    opened.slides[1].shapes.title.text_frame.text = "Wat een straat niet nodig heeft"
    opened.save("oud.pptx")
    capsys.readouterr()
    assert run(["diff", "oud.yaml", "oud.pptx"]) == 1
    assert lines(capsys.readouterr().out)[-1] == ("title ~ Wat een straat {+niet +}nodig heeft")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "name what to compare"),
        (["oud.yaml"], "name what to compare"),
        (["oud.yaml", "nergens.yaml"], "there is no file or folder nergens.yaml"),
        (["oud.yaml", "@lang"], "deck has no variant `lang`"),
        (["leeg.pptx", "oud.yaml"], "leeg.pptx is no presentation"),
        (["leeg.pptx@kort", "oud.yaml"], "a presentation has no variants"),
        (["--textconv"], "prints one talk"),
        (["--external", "oud.yaml"], "seven words"),
    ],
)
def test_what_can_not_be_compared_gives_2(
    folder: Path, capsys: Captured, typed: list[str], said: str
) -> None:
    (folder / "leeg.pptx").write_bytes(b"")
    assert run(["diff", *typed]) == 2
    assert said.replace("deck has", "oud.yaml has") in capsys.readouterr().err


def test_a_broken_outline_is_compared_as_far_as_it_can_be_read(
    folder: Path, capsys: Captured
) -> None:
    (folder / "nieuw.yaml").write_text(TALK + "- nonsense: x\n", "utf-8")
    assert run(["diff", "oud.yaml", "nieuw.yaml"]) == 1
    assert "compared as far as it can be read" in capsys.readouterr().err


def test_json_has_what_the_guide_says(folder: Path, capsys: Captured) -> None:
    assert run(["diff", "oud.yaml", "nieuw.yaml", "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["results"]
    assert found["equal"] is False
    assert found["counts"] == {"changed": 1, "moved": 0, "added": 0, "gone": 0, "kept": 2}
    assert found["head"] == [
        {"path": ["title"], "what": "replaced", "before": "Proef", "after": "Proefje"}
    ]
    assert found["slides"][1] == {
        "what": "changed", "id": "lijst", "title": "Wat een straat nodig heeft",
        "before": 2, "after": 2, "moved": False, "was": None,
        "changes": [
            {
                "path": ["points", 1], "what": "replaced",
                "before": "Bankjes om op te zitten", "after": "Banken om op te zitten",
            },
            {"path": ["points", 2], "what": "gone", "before": "Ogen op straat"},
        ],
    }  # fmt: skip


def test_a_terminal_gets_colours() -> None:
    row = Row(
        "changed", "x", "X", 1, 1, False, "", (Detail(("title",), "replaced", "a b c", "a c"),)
    )
    found = rendered(Comparison((), (row,)), ("a", "b"), Ink(True))
    assert "\x1b[9;31mb \x1b[0m" in found


def pictures(page: str) -> list[str]:
    data = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', page)
    return [base64.b64decode(one).decode() for one in data]


def test_a_page_has_pictures_of_both(folder: Path, capsys: Captured) -> None:
    assert run(["diff", "oud.yaml", "nieuw.yaml", "--html", "uit/page.html"]) == 1
    page = (folder / "uit/page.html").read_text("utf-8")
    before, after = pictures(page)
    assert "Bankjes" in before
    assert "Banken" in after
    assert "<del>Bankjes</del><ins>Banken</ins> om op te zitten" in page
    assert re.findall(r'<article class="(\w+)"', page) == ["talk", "changed"]
    assert "<script" not in page
    assert not re.search(r'(src|href)="(?!data:|#)', page)


def test_a_page_of_presentations_has_their_words(folder: Path) -> None:
    assert run(["build", "oud.yaml", "nieuw.yaml"]) == 0
    assert run(["diff", "oud.pptx", "nieuw.pptx", "--html", "page.html"]) == 1
    page = unescape((folder / "page.html").read_text("utf-8"))
    assert pictures(page) == []
    assert '<div class="card"><h3>Wat een straat nodig heeft</h3>' in page
    assert run(["diff", "oud.yaml", "nieuw.pptx", "--html", "page.html"]) == 1
    assert len(pictures((folder / "page.html").read_text("utf-8"))) == 2  # its cover, its list


def test_a_talk_as_text(folder: Path, capsys: Captured) -> None:
    assert run(["diff", "--textconv", "oud.yaml"]) == 0
    outline = capsys.readouterr().out
    assert "#lijst\ntitle: Wat een straat nodig heeft\npoints:\n  - Bankjes om op" in outline
    assert run(["build", "oud.yaml"]) == 0
    capsys.readouterr()
    assert run(["diff", "--textconv", "oud.pptx"]) == 0
    assert "notes:\n  - Zeg hallo.\n" in capsys.readouterr().out


def test_an_outline_that_can_not_be_read_is_its_own_text(folder: Path, capsys: Captured) -> None:
    (folder / "oud.yaml").write_text("slides:\n- use: elders#dia\n", "utf-8")
    assert run(["diff", "--textconv", "oud.yaml"]) == 0
    assert capsys.readouterr().out == "slides:\n- use: elders#dia\n"


class Repository:
    """A git repository with deckgen in its settings, as the guide has it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self("init", "-q")
        for key, value in (("user.name", "Iemand"), ("user.email", "iemand@example.org")):
            self("config", key, value)
        (folder / ".gitattributes").write_text("*.pptx diff=deckgen\n*.yaml diff=outline\n")
        deckgen = f"'{sys.executable}' -m deckgen diff"
        self("config", "diff.deckgen.textconv", f"{deckgen} --textconv")
        self("config", "diff.outline.command", f"{deckgen} --external")
        self("config", "difftool.deckgen.cmd", f'{deckgen} --as "$MERGED" "$LOCAL" "$REMOTE"')

    def __call__(self, *words: str) -> str:
        done: Any = subprocess.run(
            ["git", *words], cwd=self.folder, check=True, capture_output=True, encoding="utf-8"
        )
        assert done.stderr == ""
        return str(done.stdout)

    def keep(self) -> None:
        self("add", ".")
        self("commit", "-qm", "state")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talk").mkdir()
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron/deck.yaml").write_text("slides:\n- id: dia\n  statement: Geleend\n", "utf-8")
    (tmp_path / "talk/deck.yaml").write_text(TALK + "- use: bron#dia\n", "utf-8")
    return Repository(tmp_path)


def test_git_shows_what_is_different_in_a_pptx(repository: Repository) -> None:
    assert run(["build", "talk"]) == 0
    repository.keep()
    opened = Presentation("talk/talk.pptx")
    opened.slides[1].notes_slide.notes_text_frame.text = "Zeg goedendag."
    stream = io.BytesIO()
    opened.save(stream)
    Path("talk/talk.pptx").write_bytes(stream.getvalue())
    found = repository("diff").splitlines()
    assert "-  - Zeg hallo." in found
    assert "+  - Zeg goedendag." in found
    changed = [line for line in found if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    assert len(changed) == 2


def test_git_shows_outlines_with_what_they_reuse(repository: Repository) -> None:
    repository.keep()
    text = (TALK + "- use: bron#dia\n").replace("Bomen", "Platanen")
    Path("talk/deck.yaml").write_text(text, "utf-8")
    found = lines(repository("diff", "--ext-diff"))
    assert found == [
        "talk/deck.yaml → talk/deck.yaml",
        "1 changed, 3 the same",
        "~ 2 #lijst Wat een straat nodig heeft",
        "points - Bomen",
        "+ Platanen",
    ]
    again = lines(repository("difftool", "-y", "-t", "deckgen"))
    assert again[1:] == found[1:]


def test_git_shows_an_outline_that_is_new(repository: Repository) -> None:
    repository.keep()
    Path("talk/nieuw.yaml").write_text("slides:\n- statement: Hallo\n", "utf-8")
    repository("add", ".")
    assert "+ 1 #hallo Hallo" in lines(repository("diff", "--cached", "--ext-diff"))


STREET = """\
title: A street in five moments
lang: en-GB
slides:
- cover:
- id: now
  statement: Whose street is it?
- id: elms
  title: Elms
  picture: {wants: a street with elms}
- id: then
  timeline: [{when: 1910, what: Elms}, {when: 1950, what: Cars}]
- id: needs
  title: What a street needs
  points: [Benches to sit on, Trees, Eyes on the street]
  notes: Ask the room what is missing in the street where they live,
    nod at the first, and wait ten seconds.
- question: And yours?
"""
LATER = """\
title: A street in six moments
lang: en-GB
slides:
- cover:
- id: now
  statement: Whose street is it?
- id: needs
  title: What a street needs
  points: [Eyes on the street, Chairs to sit on]
  notes: Ask the room what is missing in the street where they live,
    nod at the first, and wait five seconds.
- id: then
  timeline: [{when: 1910, what: Elms}, {when: 1950, what: Cars}]
- id: cars
  statement: The year the cars came
  minutes: 2
- question: And yours?
"""


def test_the_guide_shows_what_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    for year, text in (("2012", STREET), ("2013", LATER)):
        (tmp_path / year).mkdir()
        (tmp_path / year / "deck.yaml").write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["diff", "2012/deck.yaml", "2013/deck.yaml"]) == 1
    assert f"```text\n{capsys.readouterr().out}```" in GUIDE.read_text("utf-8")
