"""The wheel in an empty virtual environment, far from the repository."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What a person's shell would not have: the test run's own import path.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}


def run(*command: object, cwd: Path) -> str:
    words = [str(word) for word in command]
    how = {"cwd": cwd, "env": ENVIRONMENT, "capture_output": True, "text": True}
    done = subprocess.run(words, check=False, **how)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("deckgen-*.whl"))


def test_fonts_and_templates_are_inside(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in ("contrast", "jos-van-der-lans", "plain"):
        assert f"deckgen/templates/{name}/template.yaml" in names
    assert any(name.startswith("deckgen/fonts/") and name.endswith(".ttf") for name in names)
    assert any("LICENSE-Carlito" in name for name in names)
    assert "deckgen/cli/starter.yaml" in names
    assert "deckgen/proof/samples/usual.yaml" in names


def test_it_builds_a_deck_where_nothing_else_is(wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "empty", cwd=tmp_path)
    programs = tmp_path / "empty" / "bin"
    pip = (programs / "python", "-m", "pip", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", wheel, cwd=tmp_path)
    assert run(programs / "deckgen", "new", "talk", cwd=tmp_path) == "talk/deck.yaml\n"
    built = run(programs / "deckgen", "build", "talk", cwd=tmp_path)
    assert built == "talk/talk.pptx  10 slides\n"
    listed = run(programs / "deckgen", "templates", cwd=tmp_path)
    assert "plain" in listed
