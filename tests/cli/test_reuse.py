"""References that lead nowhere, at the command line: exit code, place and message of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.cli.main import run

Files = dict[str, str]
ONE = "slides:\n- statement: Een\n  id: een\n"
LOCK = """\
lock: 1
decks:
  deck.yaml:
    slides:
    - from: ../bron/deck.yaml#oud
      revision: {}
      says:
        statement: Een
"""
# What `statement: Een` has always had.
REVISION = "2f5a9b074c0f"
# name → files, the exit code, the place, what is said
CASES: dict[str, tuple[Files, int, str, list[str]]] = {
    "circular": (
        {
            "talk/deck.yaml": "slides:\n- use: bron#een\n",
            "bron/deck.yaml": "slides:\n- use: derde#een\n",
            "derde/deck.yaml": "slides:\n- use: talk#een\n",
        },
        1,
        "talk/deck.yaml:2:8",
        ["error[remix/circle]", "talk takes from bron takes from derde", "name the deck in which"],
    ),
    "missing deck": (
        {"talk/deck.yaml": "slides:\n- use: brn#een\n", "bron/deck.yaml": ONE},
        1,
        "talk/deck.yaml:2:8",
        ["error[remix/unknown-deck]", "There is no deck `brn`", "did you mean `bron`?"],
    ),
    "missing slide": (
        {"talk/deck.yaml": "slides:\n- use: bron#eeen\n", "bron/deck.yaml": ONE},
        1,
        "talk/deck.yaml:2:8",
        ["error[remix/unknown-slide]", "bron has no slide `eeen`", "did you mean `een`?"],
    ),
    "renamed slide": (
        {
            "talk/deck.yaml": "slides:\n- use: bron#oud\n",
            "talk/deckgen.lock": LOCK.format(REVISION),
            "bron/deck.yaml": ONE,
        },
        0,
        "talk/deck.yaml:2:8",
        ["warning[remix/source-gone]", "no longer has a slide `oud`", "type `bron#een`"],
    ),
    "deck that is gone": (
        {
            "talk/deck.yaml": "slides:\n- use: bron#oud\n",
            "talk/deckgen.lock": LOCK.format(REVISION),
        },
        0,
        "talk/deck.yaml:2:8",
        ["warning[remix/source-gone]", "There is no deck `bron` any more"],
    ),
    "ambiguous deck": (
        {"talk/deck.yaml": "slides:\n- use: bron#een\n", "bron/deck.yaml": ONE, "bron.yaml": ONE},
        1,
        "talk/deck.yaml:2:8",
        ["error[remix/ambiguous-deck]", "type `../bron.yaml#…`"],
    ),
    "source that does not parse": (
        {"talk/deck.yaml": "slides:\n- use: bron#een\n", "bron/deck.yaml": "- een: [\n"},
        1,
        "talk/deck.yaml:2:8",
        ["error[remix/source-unreadable]", "bron/deck.yaml has", "deckgen check ../bron/deck.yaml"],
    ),
    "source with errors": (
        {
            "talk/deck.yaml": "slides:\n- use: bron#een\n",
            "bron/deck.yaml": f"{ONE}- statment: Twee\n",
        },
        0,
        "talk/deck.yaml:2:8",
        ["warning[remix/source-has-errors]", "(line 4)"],
    ),
    "lock that lies": (
        {
            "talk/deck.yaml": "slides:\n- use: bron#een\n",
            "talk/deckgen.lock": LOCK.format("000000000000"),
            "bron/deck.yaml": ONE,
        },
        1,
        "talk/deckgen.lock:5:7",
        ["error[remix/lock-lies]", "bring back the file", "deckgen update oud"],
    ),
    "lock of another version": (
        {
            "talk/deck.yaml": "slides:\n- use: bron#een\n",
            "talk/deckgen.lock": "lock: 2\n",
            "bron/deck.yaml": ONE,
        },
        1,
        "talk/deckgen.lock:1:1",
        ["error[remix/lock-unreadable]", "another version"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_reference_that_leads_nowhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, code, place, said = CASES[name]
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    before = {path: (tmp_path / path).read_bytes() for path in files}
    assert run(["build", "talk"]) == code
    told = capsys.readouterr().err
    assert f"--> {place}" in told
    assert [part for part in said if part not in told] == []
    assert all((tmp_path / path).read_bytes() == data for path, data in before.items() if code)
    assert (tmp_path / "talk" / "talk.pptx").exists() == (code == 0)
    assert run(["check", "talk"]) == 1
    assert f"--> {place}" in capsys.readouterr().out
