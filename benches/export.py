"""`make bench`, second part: exporting the 40-slide lecture, beside LibreOffice's conversion.

Whole processes, start-up included, in turns in one run. LibreOffice gets the finished .pptx and a
profile that it has used before; we start at the outline. For pictures it needs a second program,
poppler's. Without LibreOffice only our own times are shown. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import bench

FORMATS = ("pdf", "notes", "handout", "html", "svg", "png", "sheet")
ROUNDS = 5
# How many times as fast as LibreOffice: what must not be lost again, and what is aimed at.
BARS = {"pdf": (5.0, 10.0), "sheet": (5.0, 5.0)}


def commands(folder: Path) -> dict[str, bench.Command]:
    """Our exports, and LibreOffice's PDF and pictures where they can be had."""
    program = str(Path(sys.executable).with_name("deckgen"))
    outline = str(bench.LECTURE)
    found = {
        name: [program, "export", outline, "--format", name, "-o", str(folder / name)]
        for name in FORMATS
    }
    if shutil.which("soffice") and shutil.which("pdftoppm"):
        deck = folder / "lecture.pptx"
        bench.once([program, "build", outline, "-o", str(deck)], folder)
        office = [
            "soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to", "pdf", "--outdir", str(folder), str(deck),
        ]  # fmt: skip
        bench.once(office, folder)  # a first start makes the profile
        pictures = f"pdftoppm -r 48 -png {folder}/lecture.pdf {folder}/lecture"
        found["LibreOffice pdf"] = office
        found["LibreOffice png"] = ["sh", "-c", f"{' '.join(office)} && {pictures}"]
    return found


def main() -> int:
    """Measure, show, judge."""
    with tempfile.TemporaryDirectory(prefix="deckgen-bench-") as name:
        folder = Path(name)
        figures = bench.in_turns(commands(folder), ROUNDS, folder)
    print("\nexporting the 40-slide lecture")
    for what, figure in figures.items():
        print(f"  {what:16} {figure.seconds:7.3f} s")
    if "LibreOffice pdf" not in figures:
        return 0
    pairs = (("pdf", "LibreOffice pdf"), ("sheet", "LibreOffice png"))
    cleared = [_faster(figures, *pair) for pair in pairs]
    return 0 if all(cleared) else 1


def _faster(figures: dict[str, bench.Figures], ours: str, theirs: str) -> bool:
    least, aim = BARS[ours]
    times = figures[theirs].seconds / figures[ours].seconds
    word = "ok  " if times >= least else "MISS"
    bars = f"{least:.0f} × at least, {aim:.0f} × aimed at"
    print(f"  {word} {ours} against {theirs}: {times:.1f} × as fast, {bars}")
    return times >= least


if __name__ == "__main__":
    sys.exit(main())
