"""The oracle: does LibreOffice show every text where, and broken as, we predicted?

For every deck with every template: build it, let LibreOffice make a PDF, find each paragraph of
the Scene among the PDF's letters, and compare. Reports words outside their frame or the page or
over one another, the share of paragraphs whose lines are the predicted ones, and the largest
displacement of a baseline. Then it compares our own PDF with LibreOffice's, page by page
(compare.py). Exit code 1 when a word is outside or over another, or the share is
below 99 %.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import compare
import matrix
import office
import witness
from whereabouts import Expected, expectations, find, in_lines
from witness import Letter, Sheet

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene import model as scene

TOUCH = 0.5  # points that the ink of two texts may overlap
TOLERANCE = 1.5  # points that ink may stand out of its frame
OVERHANG = 0.05  # share of its size that a j or an f reaches out of its own advance
LEAST_SHARE = 0.99
BODY = Path("build/matrix")


class Finding(NamedTuple):
    """What became of one paragraph."""

    same: bool | None  # None: about the page and no paragraph
    outside: int
    displaced: float
    note: str
    item: str = ""
    lines: tuple[Ink, ...] = ()


class Ink(NamedTuple):
    """The box that a shown line's ink takes, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def judge(expected: Expected, sheet: Sheet, used: list[bool]) -> Finding:
    """Find a paragraph among the letters that are still free, and compare."""
    places = find(expected, sheet, used)
    if places is None:
        return Finding(False, 0, 0.0, f"{expected.text[:60]} | not found on the page")
    for place in places:
        used[place] = True
    letters = [sheet.letters[place] for place in places]
    lines = in_lines(letters)
    shown = ["".join(letter.text for letter in line) for line in lines]
    same = shown == _visible(expected.lines)
    outside = list(_outside(lines, expected.frame, sheet))
    notes = [] if same else [f"{' / '.join(expected.lines)} | {' / '.join(shown)}"]
    notes += [f"outside: {word}" for word in outside]
    displaced = _displacement(lines, expected.baselines) if same else 0.0
    inks = tuple(_ink(line) for line in lines)
    return Finding(same, len(outside), displaced, "; ".join(notes), expected.item, inks)


def _ink(line: list[Letter]) -> Ink:
    return Ink(
        "".join(letter.text for letter in line),
        min(letter.left for letter in line),
        min(letter.top for letter in line),
        max(letter.right for letter in line),
        max(letter.bottom for letter in line),
    )


def _visible(lines: list[str]) -> list[str]:
    return [line for line in lines if line]


def _outside(lines: list[list[Letter]], frame: scene.Box, sheet: Sheet) -> Iterator[str]:
    left = max(frame.x / EMU_PER_POINT, 0) - TOLERANCE
    top = max(frame.y / EMU_PER_POINT, 0) - TOLERANCE
    right = min((frame.x + frame.cx) / EMU_PER_POINT, sheet.width) + TOLERANCE
    bottom = min((frame.y + frame.cy) / EMU_PER_POINT, sheet.height) + TOLERANCE
    for line in lines:
        out = [
            letter
            for letter in line
            if letter.left < left - letter.size * OVERHANG
            or letter.right > right + letter.size * OVERHANG
            or letter.top < top or letter.bottom > bottom
        ]  # fmt: skip
        if out:
            yield "".join(letter.text for letter in line)


def _displacement(lines: list[list[Letter]], baselines: list[float]) -> float:
    wanted = baselines if len(baselines) == len(lines) else []
    pairs = zip(lines, wanted, strict=False)
    return max((abs(_baseline(line) - baseline) for line, baseline in pairs), default=0.0)


def _baseline(line: list[Letter]) -> float:
    return max(line, key=lambda letter: letter.size).baseline


def strays(sheet: Sheet, used: list[bool]) -> list[str]:
    """Letters that no text of the Scene accounts for and that hang off the page."""
    return [
        letter.text
        for letter, taken in zip(sheet.letters, used, strict=True)
        if not taken and not _on_page(letter, sheet)
    ]


def collisions(found: list[Finding]) -> list[str]:
    """Lines of different texts that are drawn over each other."""
    inks = [(one.item, ink) for one in found for ink in one.lines]
    return [
        f"{ink.text} over {other.text}"
        for (item, ink), (owner, other) in combinations(inks, 2)
        if item != owner and _touch(ink, other)
    ]


def _touch(one: Ink, other: Ink) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > TOUCH and down > TOUCH


def _on_page(letter: Letter, sheet: Sheet) -> bool:
    across = letter.left >= -TOLERANCE and letter.right <= sheet.width + TOLERANCE
    return across and letter.top >= -TOLERANCE and letter.bottom <= sheet.height + TOLERANCE


def consult(built: matrix.Built, sheets: list[Sheet]) -> list[Finding]:
    """All findings about what LibreOffice shows of a deck; prints what is not as predicted."""
    pages = [page for page in built.scene.pages if not page.hidden]
    if len(sheets) != len(pages):
        raise SystemExit(f"{built.name}: {len(pages)} slides, LibreOffice shows {len(sheets)}")
    found = []
    for number, (page, sheet) in enumerate(zip(pages, sheets, strict=True), 1):
        for finding in findings(page, sheet, built.scene.theme):
            found.append(finding)
            if finding.note:
                print(f"  {built.name} {number} ({page.id}): {finding.note}")
    return found


def findings(page: scene.Page, sheet: Sheet, theme: scene.Theme) -> list[Finding]:
    """What became of each paragraph of a page, and of the page as a whole."""
    used = [False] * len(sheet.letters)
    # Long texts first: a short one may also occur inside a long one.
    expected = sorted(expectations(page, theme), key=lambda one: -len(one.text))
    found = [judge(one, sheet, used) for one in expected]
    off, over = strays(sheet, used), collisions(found)
    if off:
        found.append(Finding(None, len(off), 0.0, f"off the page: {''.join(off)}"))
    if over:
        found.append(Finding(None, len(over), 0.0, f"collide: {', '.join(over)}"))
    return found


def report(name: str, found: list[Finding]) -> tuple[float, int]:
    """Print one line of figures; gives the share and the number of words outside."""
    paragraphs = [one.same for one in found if one.same is not None]
    share = sum(paragraphs) / max(1, len(paragraphs))
    outside = sum(one.outside for one in found)
    displaced = max((one.displaced for one in found), default=0.0)
    print(
        f"{name}: {share:.2%} of {len(paragraphs)} paragraphs broken as predicted, "
        f"{outside} words outside or colliding, baselines within {displaced:.2f} pt",
        flush=True,
    )
    return share, outside


def kinds(template: str = "") -> int:
    """Consult about every kind of slide, with little, the usual and much said, in each template."""
    decks = list(matrix.kinds(BODY, template))
    everything: list[Finding] = []
    pdfs = office.convert_all([built.pptx for built in decks], compare.FOLDER)
    for built, pdf in zip(decks, pdfs, strict=True):
        found = consult(built, witness.read(pdf))
        report(built.name, found)
        everything += found
    return verdict(everything)


def verdict(everything: list[Finding]) -> int:
    """The figures of all decks; 1 when they are not good enough."""
    share, outside = report("all", everything)
    return 1 if outside or share < LEAST_SHARE or not everything else 0


def main() -> int:
    """Consult about all decks, or about those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deck", default="")
    parser.add_argument("--template", default="")
    parser.add_argument("--variant", default="", help="this form of the decks named")
    wanted = parser.parse_args()
    everything: list[Finding] = []
    compared: list[compare.Compared] = []
    for built in matrix.build_all(BODY, wanted.deck, wanted.template, wanted.variant):
        pdf = office.convert(built.pptx, compare.FOLDER)
        sheets = witness.read(pdf)
        found = consult(built, sheets)
        report(built.name, found)
        everything += found
        compared += compare.compare(built, pdf, sheets)
    compare.report(compared)
    return verdict(everything)


if __name__ == "__main__":
    sys.exit(main())
