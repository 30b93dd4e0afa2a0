"""The oracle: does LibreOffice show every text where, and broken as, we predicted?

For every deck with every template: build it, let LibreOffice make a PDF, find each paragraph of
the Scene among the PDF's letters, and compare. Reports words outside their frame or the page or
over one another, the share of paragraphs whose lines are the predicted ones, and the largest
displacement of a baseline. Exit code 1 when a word is outside or over another, or the share is
below 99 %.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import matrix
import office
import witness
from witness import Letter, Sheet

from deckgen.base.units import EMU_PER_POINT
from deckgen.scene import model as scene
from deckgen.text.fonts import seat

TOUCH = 0.5  # points that the ink of two texts may overlap
TOLERANCE = 1.5  # points that ink may stand out of its frame
LEAST_SHARE = 0.99
BODY = Path("build/matrix")


class Expected(NamedTuple):
    """A paragraph as the Scene has it: its lines without white space, and where it must stay."""

    item: str
    frame: scene.Box
    lines: list[str]
    baselines: list[float]  # points, as LibreOffice seats them

    @property
    def text(self) -> str:
        """All letters of the paragraph."""
        return "".join(self.lines)


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


def expectations(page: scene.Page, theme: scene.Theme) -> Iterator[Expected]:
    """Every paragraph of a page that has letters, in paint order."""
    for item, frame, body in _bodies(page.items):
        for index, paragraph in enumerate(body.paragraphs):
            lines = [line for line in body.lines if line.paragraph == index]
            texts = [_letters("".join(piece.text for piece in line.pieces)) for line in lines]
            if any(texts):
                seats = [_seated(line, paragraph, theme) for line in lines]
                yield Expected(item, frame, texts, seats)


def _bodies(
    items: tuple[scene.Item, ...],
) -> Iterator[tuple[str, scene.Box, scene.TextBody]]:
    for item in items:
        match item:
            case scene.Group():
                yield from _bodies(item.items)
            case scene.Text() | scene.Shape():
                if item.text is not None:
                    yield item.id, item.frame, item.text
            case scene.Table():
                yield from _cells(item)
            case _:
                pass


def _cells(table: scene.Table) -> Iterator[tuple[str, scene.Box, scene.TextBody]]:
    y = table.frame.y
    for height, cells in table.rows:
        x = table.frame.x
        for width, cell in zip(table.columns, cells, strict=True):
            yield table.id, scene.Box(x, y, width, height), cell.text
            x += width
        y += height


def _letters(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def _seated(line: scene.Line, paragraph: scene.Paragraph, theme: scene.Theme) -> float:
    """The baseline where LibreOffice puts it: it seats a line by its size, PowerPoint by its font.

    shared: docs/architecture.md, "Two renderers"; both agree on the pitch of lines.
    """
    largest = max(line.pieces, key=lambda piece: piece.style.size).style
    size, share = largest.size / 100, paragraph.style.leading / 100
    face = getattr(theme, largest.font)
    office_seat = size * (0.96 * share if share < 1 else 1 + 1.2 * (share - 1))
    ours = size * (1.2 * share - 1.2 + seat(face) if share <= 1 else 0.9 * share)
    return line.baseline / EMU_PER_POINT + office_seat - ours


def judge(expected: Expected, sheet: Sheet, used: list[bool]) -> Finding:
    """Find a paragraph among the letters that are still free, and compare."""
    places = _find(expected, sheet, used)
    if places is None:
        return Finding(False, 0, 0.0, f"{expected.text[:60]} | not found on the page")
    for place in places:
        used[place] = True
    letters = [sheet.letters[place] for place in places]
    lines = _lines(letters)
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


def _find(expected: Expected, sheet: Sheet, used: list[bool]) -> list[int] | None:
    """Where the paragraph's letters stand in drawing order: the nearest free occurrence."""
    free = [place for place, taken in enumerate(used) if not taken]
    stream = "".join(sheet.letters[place].text for place in free)
    # A glyph may stand for several characters (ligatures): map characters back to letters.
    owners = [place for place in free for _ in sheet.letters[place].text]
    best: tuple[float, list[int]] | None = None
    start = stream.find(expected.text)
    while start >= 0:
        places = list(dict.fromkeys(owners[start : start + len(expected.text)]))
        distance = _distance(sheet.letters[places[0]], expected.frame)
        if best is None or distance < best[0]:
            best = (distance, places)
        start = stream.find(expected.text, start + 1)
    return best[1] if best else None


def _distance(letter: Letter, frame: scene.Box) -> float:
    x0, y0 = frame.x / EMU_PER_POINT, frame.y / EMU_PER_POINT
    x1, y1 = x0 + frame.cx / EMU_PER_POINT, y0 + frame.cy / EMU_PER_POINT
    across = max(x0 - letter.x, 0, letter.x - x1)
    down = max(y0 - letter.baseline, 0, letter.baseline - y1)
    return across + down


def _lines(letters: list[Letter]) -> list[list[Letter]]:
    """Letters in reading order, cut where the baseline jumps down."""
    lines = [[letters[0]]]
    for letter in letters[1:]:
        before = lines[-1][-1]
        # Superscripts leave the baseline by less than half their line's size.
        if letter.baseline - before.baseline > 0.5 * min(letter.size, before.size):
            lines.append([])
        lines[-1].append(letter)
    return lines


def _outside(lines: list[list[Letter]], frame: scene.Box, sheet: Sheet) -> Iterator[str]:
    left = max(frame.x / EMU_PER_POINT, 0) - TOLERANCE
    top = max(frame.y / EMU_PER_POINT, 0) - TOLERANCE
    right = min((frame.x + frame.cx) / EMU_PER_POINT, sheet.width) + TOLERANCE
    bottom = min((frame.y + frame.cy) / EMU_PER_POINT, sheet.height) + TOLERANCE
    for line in lines:
        out = [
            letter
            for letter in line
            if letter.left < left or letter.right > right
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


def consult(built: matrix.Built) -> list[Finding]:
    """All findings about one built deck; prints those that are not as predicted."""
    with tempfile.TemporaryDirectory(prefix="deckgen-oracle-") as folder:
        sheets = witness.read(office.convert(built.pptx, Path(folder)))
    pages = [page for page in built.scene.pages if not page.hidden]
    if len(sheets) != len(pages):
        raise SystemExit(f"{built.name}: {len(pages)} slides, LibreOffice shows {len(sheets)}")
    found = []
    for number, (page, sheet) in enumerate(zip(pages, sheets, strict=True), 1):
        for finding in _page(page, sheet, built.scene.theme):
            found.append(finding)
            if finding.note:
                print(f"  {built.name} {number} ({page.id}): {finding.note}")
    return found


def _page(page: scene.Page, sheet: Sheet, theme: scene.Theme) -> list[Finding]:
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


def main() -> int:
    """Consult about all decks, or about those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deck", default="")
    parser.add_argument("--template", default="")
    wanted = parser.parse_args()
    everything: list[Finding] = []
    for built in matrix.build_all(BODY, wanted.deck, wanted.template):
        found = consult(built)
        report(built.name, found)
        everything += found
    share, outside = report("all", everything)
    return 1 if outside or share < LEAST_SHARE or not everything else 0


if __name__ == "__main__":
    sys.exit(main())
