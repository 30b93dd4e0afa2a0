"""LibreOffice and poppler as witnesses: a .pptx → a PDF → pages or words.

Takes paths, gives paths. Every run of LibreOffice has a profile of its own, so that runs do
not wait for each other and no person's settings leak in. Nothing here judges what it sees.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

MINUTES = 10


def convert(deck: Path, folder: Path) -> Path:
    """The PDF that LibreOffice makes of a .pptx, written into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="deckgen-office-") as profile:
        command = [
            "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
            "--convert-to", "pdf", "--outdir", str(folder), str(deck),
        ]  # fmt: skip
        run(command)
    made = folder / f"{deck.stem}.pdf"
    if not made.exists():
        sys.exit(f"LibreOffice could not convert {deck}")
    return made


def pages(pdf: Path, folder: Path, width: int) -> list[Path]:
    """One PNG a page, `width` pixels wide, named 01.png, 02.png … in page order."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    run(["pdftoppm", "-png", *size, str(pdf), str(folder / "p")])
    made = sorted(folder.glob("p-*.png"))
    return [page.rename(page.with_name(page.name.removeprefix("p-"))) for page in made]


def words(pdf: Path) -> str:
    """The PDF's words with their boxes, as poppler's XHTML."""
    return run(["pdftotext", "-bbox-layout", str(pdf), "-"]).decode("utf-8")


def run(command: list[str]) -> bytes:
    """What a program wrote to its standard output; stops the tool when the program is missing."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=60 * MINUTES, check=False)
    except FileNotFoundError:
        sys.exit(f"{command[0]} is not installed: see .ci/run for the packages that this needs")
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
