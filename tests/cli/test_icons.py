import json

import pytest

from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]


def test_icons_are_found_by_words(capsys: Captured) -> None:
    assert run(["icons", "care", "hand"]) == 0
    assert "hand-holding-medical" in capsys.readouterr().out.splitlines()


def test_all_icons_are_listed(capsys: Captured) -> None:
    assert run(["icons"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 1000


def test_what_leads_nowhere_is_answered_with_what_is_near(capsys: Captured) -> None:
    assert run(["icons", "hous"]) == 0
    assert run(["icons", "haert"]) == 1
    assert "did you mean `heart`?" in capsys.readouterr().err


def test_icons_as_records(capsys: Captured) -> None:
    assert run(["icons", "house", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["results"][0]
    assert first["name"] == "house" and "home" in first["also"]


def test_words_that_are_near_nothing_are_answered_with_how_to_look(capsys: Captured) -> None:
    assert run(["icons", "qqqqqq"]) == 1
    assert "words are English" in capsys.readouterr().err
