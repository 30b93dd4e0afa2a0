"""The locks of the decks that come with deckgen are as the tool writes them.

`DECKGEN_UPDATE=1` takes everything anew (look at the difference afterwards).
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from deckgen.cli.main import run

ROOT = Path(__file__).resolve().parents[2]
DECKS = sorted(path.parent for path in (ROOT / "decks").glob("*/deck.yaml"))
REMIXES = [folder for folder in DECKS if "use:" in (folder / "deck.yaml").read_text("utf-8")]
every_remix = pytest.mark.parametrize("folder", REMIXES, ids=lambda folder: folder.name)


@every_remix
def test_nothing_has_changed_since_slides_were_taken(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if os.environ.get("DECKGEN_UPDATE"):
        run(["update", str(folder)])
    assert run(["outdated", str(folder)]) == 0, f"type: deckgen update {folder.relative_to(ROOT)}"
    assert "up to date" in capsys.readouterr().out


@every_remix
def test_a_build_leaves_the_lock_alone(folder: Path, tmp_path: Path) -> None:
    before = (folder / "deckgen.lock").read_bytes()
    build = ["build", str(folder), "--all-variants", "-o", f"{tmp_path}/"]
    assert run([*build, "--locked"]) == 0, f"type: deckgen update {folder.relative_to(ROOT)}"
    assert run(build) == 0
    assert (folder / "deckgen.lock").read_bytes() == before


@every_remix
def test_every_form_and_every_language_is_pinned(folder: Path, tmp_path: Path) -> None:
    """What `deckgen update` writes from nothing is what is there, byte for byte."""
    for name in ("decks", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pptx"))
    copy = tmp_path / "decks" / folder.name
    (copy / "deckgen.lock").unlink()
    assert run(["update", str(copy)]) == 0
    assert (copy / "deckgen.lock").read_bytes() == (folder / "deckgen.lock").read_bytes()
