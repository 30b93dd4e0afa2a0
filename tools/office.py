"""LibreOffice and poppler as witnesses: a .pptx → a PDF → pages or words.

Takes paths, gives paths. Every run of LibreOffice has a profile of its own, so that runs do
not wait for each other and no person's settings leak in; and it draws with deckgen's Caladea:
Debian's (1.001) has not the widths of Cambria, ours (1.002) has. Nothing here judges what it sees.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from deckgen.disk import FONTS

MINUTES = 10
# The machine's fonts, but for those that we bring ourselves.
FONT_CONFIG = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{FONTS}</dir>
  <selectfont><rejectfont><glob>/usr/*/Caladea-*</glob></rejectfont></selectfont>
</fontconfig>
"""


def convert(deck: Path, folder: Path) -> Path:
    """The PDF that LibreOffice makes of a .pptx, written into `folder`."""
    return convert_all([deck], folder)[0]


def convert_all(decks: list[Path], folder: Path) -> list[Path]:
    """The PDFs of several .pptx, by one run of LibreOffice: its start takes longer than a deck."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [folder / f"{deck.stem}.pdf" for deck in decks]
    for old in made:
        old.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="deckgen-office-") as profile:
        command = [
            "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
            "--convert-to", "pdf", "--outdir", str(folder), *map(str, decks),
        ]  # fmt: skip
        config = Path(profile) / "fonts.conf"
        config.write_text(FONT_CONFIG, "utf-8")
        run(command, FONTCONFIG_FILE=str(config))
    for deck, pdf in zip(decks, made, strict=True):
        if not pdf.exists():
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


def run(command: list[str], **environment: str) -> bytes:
    """What a program wrote to its standard output; stops the tool when the program is missing."""
    around = {**os.environ, **environment}
    limit = 60 * MINUTES
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=False, env=around)
    except FileNotFoundError:
        sys.exit(f"{command[0]} is not installed: see .ci/run for the packages that this needs")
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout
