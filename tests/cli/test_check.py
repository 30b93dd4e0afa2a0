"""`deckgen check`: its formats, what fails it, what is left out, what is mended."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.cli.annotation import render
from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]
HEAD = "title: T\nlang: en-GB\nslides:\n- cover:\n"
WARNED = f"{HEAD}- statement: One<br>two\n"
WRONG = f"{HEAD}- statment: One\n"
JUSTIFIED = WARNED.replace("two\n", "two # deckgen: ignore outline/html – it is about HTML\n")

# The essentials of SARIF 2.1.0, as its schema demands them.
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": {"type": "integer", "minimum": 1},
}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
ARTIFACT = {
    "type": "object",
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "pattern": r"^[^\s\\]+$"}},
}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help"],
    "properties": {
        "id": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "partialFingerprints"],
    "properties": {
        "level": {"enum": ["error", "warning", "note", "none"]},
        "message": MESSAGE,
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "locations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation"],
                        "properties": {"artifactLocation": ARTIFACT, "region": REGION},
                    }
                },
            },
        },
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"enum": ["inSource", "external"]}},
            },
        },
        "fixes": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["artifactChanges"],
                "properties": {
                    "artifactChanges": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["artifactLocation", "replacements"],
                            "properties": {
                                "replacements": {
                                    "type": "array",
                                    "minItems": 1,
                                    "items": {"required": ["deletedRegion"]},
                                }
                            },
                        },
                    }
                },
            },
        },
    },
}
DRIVER = {
    "type": "object",
    "required": ["name", "version", "rules"],
    "properties": {"rules": {"type": "array", "uniqueItems": True, "items": RULE}},
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {"type": "object", "required": ["driver"], "properties": {"driver": DRIVER}},
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "results": {"type": "array", "items": RESULT},
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs", "$schema"],
    "properties": {"version": {"const": "2.1.0"}, "runs": {"type": "array", "items": RUN}},
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("talk").mkdir()
    return tmp_path


def check(text: str, *options: str) -> int:
    Path("talk/deck.yaml").write_text(text, "utf-8")
    return run(["check", "talk", *options])


def sarif(text: str, capsys: Captured) -> dict[str, Any]:
    check(text, "--format", "sarif")
    log = json.loads(capsys.readouterr().out)
    assert [problem.message for problem in Draft7Validator(SARIF).iter_errors(log)] == []
    (found,) = log["runs"]
    return dict(found)


def test_a_sarif_log_has_rules_places_and_edits(capsys: Captured) -> None:
    found = sarif(WRONG, capsys)
    (result,) = (one for one in found["results"] if one["ruleId"] == "outline/unknown-key")
    (rule,) = found["tool"]["driver"]["rules"][result["ruleIndex"] :][:1]
    assert rule["id"] == "outline/unknown-key"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "talk/deck.yaml", "uriBaseId": "SRCROOT"}
    assert place["region"] == {"startLine": 5, "startColumn": 3, "endLine": 5, "endColumn": 11}
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "statement"}


def test_a_fingerprint_survives_lines_above_it(capsys: Captured) -> None:
    def marks(text: str) -> list[str]:
        return [one["partialFingerprints"]["deckgen/v1"] for one in sarif(text, capsys)["results"]]

    twice = WRONG + "- statment: One\n"
    assert marks(WRONG) == marks("# a line\n" + WRONG)
    assert len(set(marks(twice))) == len(marks(twice))


def test_what_is_justified_is_suppressed(capsys: Captured) -> None:
    results = sarif(JUSTIFIED, capsys)["results"]
    (html,) = (one for one in results if one["ruleId"] == "outline/html")
    assert html["suppressions"] == [{"kind": "inSource", "justification": "it is about HTML"}]


def test_a_name_with_spaces_is_an_address(capsys: Captured) -> None:
    Path("mijn praatje.yaml").write_text(WRONG, "utf-8")
    run(["check", "mijn praatje.yaml", "--format", "sarif"])
    assert '"uri": "mijn%20praatje.yaml"' in capsys.readouterr().out


def test_workflow_commands(capsys: Captured) -> None:
    assert check(WRONG, "--format", "github") == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first == (
        "::error file=talk/deck.yaml,line=5,col=3,endLine=5,endColumn=11,"
        "title=outline/unknown-key::A slide has no key `statment`.%0Adid you mean `statement`?"
    )


def test_workflow_commands_escape() -> None:
    span = Span("a", 1, 2, 3, 4)
    found = Diagnostic("a/b", "100 %\r\nnext: one, two", span, "note")
    assert render(found, "a,b:c.yaml") == (
        "::notice file=a%2Cb%3Ac.yaml,line=1,endLine=3,title=a/b::100 %25%0D%0Anext: one, two"
    )
    assert render(Diagnostic("a/b", "x"), "") == "::error title=a/b::x"


def test_json_says_what_check_says(capsys: Captured) -> None:
    assert check(JUSTIFIED + "- statment: Two\n", "--format", "json") == 1
    whole = json.loads(capsys.readouterr().out)
    assert whole["command"] == "check"
    (result,) = whole["results"]
    assert {key: result[key] for key in ("outline", "clean", "errors", "warnings", "ignored")} == {
        "outline": "talk/deck.yaml", "clean": False, "errors": 1, "warnings": 0, "ignored": 1,
    }  # fmt: skip
    assert result["diagnostics"][0]["fixable"] is True


@pytest.mark.parametrize(("text", "least", "code"), [
    (WARNED, "error", 0), (WARNED, "warning", 1), (WARNED, "note", 1), (WARNED, "never", 0),
    (WRONG, "error", 1), (WRONG, "never", 0), (JUSTIFIED, "warning", 0),
])  # fmt: skip
def test_what_fails(text: str, least: str, code: int) -> None:
    assert check(text, "--fail-on", least) == code


def test_codes_are_selected_and_left_out(capsys: Captured) -> None:
    assert check(WARNED, "--ignore", "outline/html,lint/*") == 0
    assert capsys.readouterr().out == "talk/deck.yaml: clean\n"
    assert check(WARNED, "--select", "syntax/*") == 0
    assert check(WARNED, "--select", "outline/*", "--select", "syntax/*") == 1
    assert check(WARNED, "--ignore", "otline/*") == 2
    assert "no code is like `otline/*`" in capsys.readouterr().err


def test_a_justified_warning_is_counted(capsys: Captured) -> None:
    assert check(JUSTIFIED, "--select", "outline/*") == 0
    assert capsys.readouterr().out == "talk/deck.yaml: clean (1 ignored)\n"
    assert run(["build", "talk"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "talk/talk.pptx  2 slides (1 ignored)\n"
    assert captured.err == ""


def test_fix_writes_and_says_how_much(capsys: Captured) -> None:
    assert check(WRONG, "--fix", "--select", "outline/*") == 0
    assert capsys.readouterr().out == "talk/deck.yaml: clean (1 fixed)\n"
    assert Path("talk/deck.yaml").read_text() == WRONG.replace("statment", "statement")


def test_a_difference_is_shown_and_nothing_written(capsys: Captured) -> None:
    text = WRONG.removesuffix("\n")
    assert check(text, "--fix", "--diff") == 1
    captured = capsys.readouterr()
    assert captured.out == (
        "--- a/talk/deck.yaml\n+++ b/talk/deck.yaml\n@@ -2,4 +2,4 @@\n lang: en-GB\n slides:\n"
        " - cover:\n-- statment: One\n\\ No newline at end of file\n"
        "+- statement: One\n\\ No newline at end of file\n"
    )
    assert captured.err == "talk/deck.yaml: 1 can be fixed\n"
    assert Path("talk/deck.yaml").read_text() == text
    assert check(WARNED, "--diff") == 0


def test_a_mode_is_kept() -> None:
    Path("talk/deck.yaml").write_text(WRONG)
    Path("talk/deck.yaml").chmod(0o640)
    run(["check", "talk", "--fix"])
    assert Path("talk/deck.yaml").stat().st_mode & 0o777 == 0o640


def test_a_line_of_a_utf_16_file_is_quoted_as_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deck.yaml").write_bytes(WRONG.encode("utf-16"))
    assert run(["check"]) == 1
    assert " 5 | - statment: One\n" in capsys.readouterr().out


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_utf_16_file_is_mended_as_it_is_encoded(
    encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "deck.yaml"
    file.write_bytes(f"\ufeff{WRONG}".encode(encoding))
    assert run(["check", "--diff"]) == 1
    assert "\n-- statment: One\n" in capsys.readouterr().out
    assert run(["check", "--fix", "--select", "outline/*"]) == 0
    assert capsys.readouterr().out == "deck.yaml: clean (1 fixed)\n"
    assert file.read_bytes() == f"\ufeff{WRONG.replace('statment', 'statement')}".encode(encoding)


def test_data_that_is_there_and_can_not_be_read_is_not_said_to_be_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rows.csv").mkdir()
    (tmp_path / "deck.yaml").write_text(f"{HEAD}- title: Rows\n  table: rows.csv\n", "utf-8")
    assert run(["check"]) == 1
    said = capsys.readouterr().out
    assert "rows.csv can't be read." in said
    assert "did you mean" not in said


def test_a_translation_that_falls_short_is_a_note_that_fails_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deck.yaml").write_text(HEAD + "- statement: One\n", "utf-8")
    translation = "translates: deck.yaml\nlang: nl-NL\nslides:\n"
    (tmp_path / "deck.nl.yaml").write_text(translation, "utf-8")
    assert run(["check", "--select", "remix/*"]) == 0
    said = capsys.readouterr().out
    assert "note[remix/behind]: deck.nl.yaml: 1 slide missing, 1 not all translated.\n" in said
    assert "see which: deckgen check deck.yaml --lang nl\n" in said
    assert said.endswith("deck.yaml: 1 note\n")
    assert run(["check", "--ignore", "remix/behind,lint/*"]) == 0
    assert capsys.readouterr().out == "deck.yaml: clean\n"
