"""`deckgen search`, as it is typed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]
BRON = """\
title: Twee werelden
lang: nl-NL
date: 2012-05-01
slides:
- title: De wijk als werkplaats
  id: wijk
  points: [Kijk eerst, Vraag dan]
  notes: Vertel over de systeemwereld.
  tags: [wijk]
- quote: {text: Burgers zijn geen klanten van hun eigen straat, by: Een bewoner}
  id: klanten
"""
LATER = """\
title: Later
lang: nl-NL
date: 2013
slides:
- use: bron#wijk
  title: De buurt als werkplaats
"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "talks"
    for name, text in (("bron", BRON), ("later", LATER)):
        (root / name).mkdir(parents=True)
        (root / name / "deck.yaml").write_text(text, "utf-8")
    (root / ".git").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("DECKGEN_LIBRARY", raising=False)
    monkeypatch.chdir(root / "later")
    return root


def test_a_hit_says_where_it_is_what_it_says_and_which_versions_there_are(
    capsys: Captured,
) -> None:
    assert run(["search", "systeemwereld"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "later#wijk  De buurt als werkplaats",
        "    notes: Vertel over de systeemwereld.",
        "    Later · 2013 · points · 2 versions: also bron#wijk",
    ]


def test_what_a_shell_delivers_with_blanks_are_words_in_a_row(capsys: Captured) -> None:
    assert run(["search", "als werkplaats", "--all", "--deck", "bron"]) == 0
    assert capsys.readouterr().out.startswith("bron#wijk  ")
    assert run(["search", "werkplaats als", "--all"]) == 0
    assert "No slide says all" in capsys.readouterr().err


def test_as_json(capsys: Captured) -> None:
    assert run(["search", "burger", "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    (hit,) = whole["results"]
    assert hit["slide"] == "bron#klanten"
    assert hit["file"].endswith("bron/deck.yaml")
    assert hit["year"] == 2012
    assert hit["kind"] == "quote"
    ((start, end),) = hit["head"]["hits"]
    assert hit["head"]["text"][start:end] == "Burgers"
    assert whole["problems"] == []


def test_filters_need_no_words(capsys: Captured) -> None:
    assert run(["search", "--year", "2012..2012", "--kind", "quote"]) == 0
    assert capsys.readouterr().out.startswith("bron#klanten")
    assert run(["search", "--tag", "wijk", "--limit", "1"]) == 0


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ([], 2, "type what to look for"),
        (["--year", "lang geleden"], 2, "type 2013, or 2010..2013"),
        (["--kind", "quotes"], 2, "did you mean `quote`?"),
        (["--in", ".", "--lineage", "../bron#wijk"], 2, "name its folder with --in"),
        (["burgerz"], 1, "did you mean `burgers`?"),
        (["xyzzy"], 1, "no slide says that"),
        (["--lineage", "bron"], 2, "type a deck, `#` and a slide"),
        (["--lineage", "bron#wijl"], 2, "did you mean `wijk`?"),
        (["--lineage", "brn#wijk"], 2, "did you mean `bron`?"),
        (["--in", "nowhere", "x"], 2, "nowhere"),
    ],
)
def test_what_is_answered_when_there_is_nothing(
    typed: list[str], code: int, said: str, capsys: Captured
) -> None:
    assert run(["search", *typed]) == code
    assert said in capsys.readouterr().err


def test_a_lineage_says_what_differs(capsys: Captured) -> None:
    assert run(["search", "--lineage", "bron#wijk"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "bron#wijk  Twee werelden · 2012",
        "later#wijk  Later · 2013",
        "    title:",
        "      - De wijk als werkplaats",
        "      + De buurt als werkplaats",
    ]
    assert run(["search", "--lineage", "../bron#wijk", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["results"]
    assert first["differences"] == []
    assert [one["field"] for one in second["differences"]] == ["title"]


def test_a_name_that_two_decks_have_is_to_be_typed_as_a_path(
    project: Path, capsys: Captured
) -> None:
    (project / "oud" / "bron").mkdir(parents=True)
    (project / "oud" / "bron" / "deck.yaml").write_text(BRON, "utf-8")
    assert run(["search", "--lineage", "bron#wijk"]) == 2
    assert "type the path" in capsys.readouterr().err
    assert run(["search", "--lineage", "../oud/bron/deck.yaml#wijk"]) == 0


def test_a_page_has_the_picture_of_each_slide(project: Path, capsys: Captured) -> None:
    assert run(["search", "werkplaats", "burgers", "--html", "found.html"]) == 0
    text = Path("found.html").read_text("utf-8")
    pictures = re.findall(r'<img class="slide"[^>]+src="data:image/svg\+xml;base64,', text)
    assert len(pictures) == 2
    assert "<mark>Burgers</mark>" in text
    assert "<code>bron#klanten</code>" in text
    assert "2 versions" in text
    assert "http" not in re.sub(r"base64,[^\"]+", "", text)
    capsys.readouterr()
    first = Path("found.html").read_bytes()
    assert run(["search", "werkplaats", "burgers", "--html", "found.html"]) == 0
    assert Path("found.html").read_bytes() == first


def test_an_outline_with_mistakes_is_named_once(project: Path, capsys: Captured) -> None:
    (project / "bron" / "deck.yaml").write_text(BRON + "- nonsens: x\n- {\n", "utf-8")
    (project / "later" / "deck.yaml").unlink()
    run(["search", "werkplaats"])
    said = capsys.readouterr().err
    assert said.count("library/not-read-whole") == 1
    assert "../bron/deck.yaml" in said or "bron/deck.yaml" in said
    run(["search", "werkplaats", "--json"])
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["file"].endswith("bron/deck.yaml")


def test_other_folders_by_option_and_by_environment(
    project: Path, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "more" / "extra").mkdir(parents=True)
    extra = BRON.replace("wijk", "heuvel").replace("werkplaats", "uitzicht")
    (tmp_path / "more" / "extra" / "deck.yaml").write_text(extra, "utf-8")
    assert run(["search", "uitzicht"]) == 1
    assert run(["search", "uitzicht", "--in", str(tmp_path / "more")]) == 0
    monkeypatch.setenv("DECKGEN_LIBRARY", str(tmp_path / "more"))
    assert run(["search", "uitzicht"]) == 0
    assert run(["search", "werkplaats"]) == 0
    monkeypatch.setenv("DECKGEN_LIBRARY", str(tmp_path / "gone"))
    capsys.readouterr()
    assert run(["search", "werkplaats"]) == 0
    assert "library/no-folder" in capsys.readouterr().err


def test_the_hit_stands_out_on_a_terminal(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    run(["search", "burgers"])
    assert "\x1b[1;33mBurgers\x1b[0m zijn" in capsys.readouterr().out
