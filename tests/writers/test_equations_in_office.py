"""What LibreOffice makes of our equations, where its Math is installed."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from deckgen.writers.pptx.package import write
from formula.samples import SAMPLES
from pipeline.kinds import compiled

OFFICE = shutil.which("soffice")
MATH = OFFICE is not None and (Path(OFFICE).resolve().parent / "libsmlo.so").exists()
LIMIT = 120  # seconds
ASKED = "\u00bf"  # what LibreOffice shows where something is missing


@pytest.mark.skipif(not MATH, reason="LibreOffice Math is not installed")
def test_libreoffice_reads_every_formula(tmp_path: Path) -> None:
    quoted = [latex.replace("'", "''") for latex in SAMPLES.values()]
    result = compiled("\n".join(f"- math: '{one}'" for one in quoted).removeprefix("- "), "plain")
    assert result.scene is not None and result.diagnostics == ()
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(write(result.scene))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(deck)], check=True, capture_output=True, timeout=LIMIT)
    document = pypdfium2.PdfDocument(tmp_path / "deck.pdf")
    said = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    assert len(said) == len(SAMPLES)
    for name, words in zip(SAMPLES, said, strict=True):
        assert words.strip() and ASKED not in words, name
