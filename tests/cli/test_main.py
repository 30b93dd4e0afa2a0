import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen
from deckgen.cli.commands import COMMANDS
from deckgen.cli.main import run

Captured = pytest.CaptureFixture[str]


def test_the_version(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"deckgen {deckgen.__version__}\n"


def test_the_version_needs_next_to_nothing() -> None:
    """Start-up is part of the product: only the entry is imported."""
    code = "import sys; from deckgen.cli.main import run; run(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if name.startswith("deckgen")}
    assert loaded == {"deckgen", "deckgen.cli", "deckgen.cli.main"}
    assert not {"click", "argparse", "msgspec", "yaml", "uharfbuzz"} & set(done.stdout.split())


def test_the_module_runs_too() -> None:
    command = [sys.executable, "-m", "deckgen", "--version"]
    assert subprocess.run(command, capture_output=True, check=True).stdout.startswith(b"deckgen ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["biuld"], "there is no command `biuld`; did you mean `build`?"),
        (["talk.yaml"], "did you mean `deckgen build talk.yaml`?"),
        (["frobnicate"], "there are: " + ", ".join(COMMANDS)),
        (["build", "--oops"], "--oops"),
        (["build", "--format", "odp"], "odp"),
        (["new"], "NAME"),
        (["build", "--tempalte", "plain"], "'--template'"),
        (["--oops"], "--oops"),
        (["templates", "chekc"], "did you mean `deckgen templates check`?"),
        (["templates", "plain"], "to see that look: `deckgen templates show plain`"),
        (["templates", "frobnicate"], "there are: new, check, add, show"),
        (["templates", "new", "Óns Huis"], "is no name: a look's name has small letters, digits"),
        (["templates", "new", "Óns Huis"], "type `ons-huis`"),
        (["build", "--variant", "kort,lang"], "name one form, for example `--variant kort`"),
        ([], "Usage: deckgen"),
    ],
)
def test_a_command_line_that_can_not_be_carried_out(
    typed: list[str], said: str, capsys: Captured
) -> None:
    assert run(typed) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(command: str, capsys: Captured) -> None:
    assert run([command, "--help"]) == 0
    assert "Usage: deckgen " + command in capsys.readouterr().out


def test_the_list_of_commands_imports_none() -> None:
    code = "import sys; from deckgen.cli.main import run; run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert all(f"  {name} " in done.stdout for name in ("build", "check", "schema"))
    assert not {"deckgen.pipeline", "deckgen.cli.build"} & set(done.stdout.split())


@pytest.mark.parametrize(
    ("words", "number", "offered"),
    [
        ("deckgen bu", 1, {"build"}),
        ("deckgen build --te", 2, {"--template"}),
        ("deckgen build -t con", 3, {"contrast"}),
    ],
)
def test_a_shell_completes_words(words: str, number: int, offered: set[str]) -> None:
    asked = {"_DECKGEN_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(number)}
    command = [sys.executable, "-m", "deckgen"]
    done = subprocess.run(
        command, env=os.environ | asked, capture_output=True, text=True, check=True
    )
    assert {line.partition(",")[2] for line in done.stdout.split()} == offered


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = f"{sys.executable} -m deckgen schema | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, check=True)
    assert done.stderr == b""


def test_a_bug_is_said_to_be_one(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.delenv("DECKGEN_DEBUG", raising=False)
    monkeypatch.setattr(os, "getcwd", lambda: 1 / 0)
    assert run(["templates"]) == 1
    assert "not in your outline" in capsys.readouterr().err


def test_the_schema_is_json(capsys: Captured) -> None:
    assert run(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_templates_are_listed_with_a_line_each(capsys: Captured) -> None:
    assert run(["templates"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines} >= {"contrast", "jos-van-der-lans", "plain"}
    assert all(len(line.split()) > 3 for line in lines)


def test_templates_as_json(capsys: Captured) -> None:
    assert run(["templates", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["command"] == "templates"
    assert all(one["description"] and one["path"] for one in found["results"])


def test_a_terminal_without_accents_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("slides:\n- één: ‘x’\n", "utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    for more in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "deckgen", "check", str(tmp_path), *more],
            env=os.environ | plain, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 1
        assert done.stderr == b""
        said = json.dumps(json.loads(done.stdout)).encode() if more else done.stdout
        assert (rb"\u00e9\u00e9n" if more else rb"\xe9\xe9n") in said


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no full device here")
def test_output_that_can_not_be_written_is_no_bug() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "deckgen", "schema"], stdout=full, stderr=-1, check=False
        )
    assert done.returncode == 1
    assert done.stderr == b"deckgen: its output can't be written: No space left on device\n"


def test_closed_streams_are_no_bug() -> None:
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        command = f"{sys.executable} -m deckgen templates {closed}"
        done = subprocess.run(command, shell=True, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["build", "outdated", "check"])
def test_a_folder_without_a_deck_names_the_command_that_was_typed(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run([command]) == 2
    assert f"(`deckgen {command} talk/deck.yaml`)" in capsys.readouterr().err


def test_the_help_of_templates_has_whole_lines(capsys: Captured) -> None:
    assert run(["templates", "--help"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "..." not in said.split("Commands:")[1]
    assert "Begin a look of your own: templates/NAME/template.yaml in this folder." in said
