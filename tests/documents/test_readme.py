"""The tours are carried out as they stand: their files are written, their commands run."""

import re
import shlex
from pathlib import Path

import pytest

from deckgen.cli.commands import COMMANDS
from deckgen.cli.main import run

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
START = ROOT / "docs" / "start.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text("utf-8"))


@pytest.mark.parametrize("page", [README, START], ids=lambda page: page.stem)
def test_the_tour(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    for language, text in blocks(page):
        if language == "yaml":
            lay(text)
        elif language == "console":
            for command, shown in commands(text):
                run(shlex.split(command)[1:])
                captured = capsys.readouterr()
                assert shown in captured.out + captured.err, command


def lay(text: str) -> None:
    """Write a block that starts with `# path`; one that ends in a change names old and new."""
    name = text.splitlines()[0].removeprefix("# ")
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, "utf-8")


def commands(text: str) -> list[tuple[str, str]]:
    """Each command with what the README says that it prints."""
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]
    return [(command, shown) for command, _, shown in (part.partition("\n") for part in parts)]


def test_the_tour_is_one() -> None:
    languages = [language for language, _ in blocks(README)]
    assert languages.count("console") >= 3
    assert "yaml" in languages


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`deckgen {command}" in README.read_text("utf-8")
