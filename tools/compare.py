"""Our own PDF against LibreOffice's of the same .pptx, slide by slide.

Both are drawn by PDFium, in grey, 1280 pixels wide. Measured are the likeness of the pictures
(SSIM, mean over windows of 8 × 8) and the line of text that is farthest from where the other
has it: baseline, start or end. For the likeness our lines are seated as LibreOffice seats them, by
the known difference between it and PowerPoint (docs/architecture.md, "Two renderers"): what is
unlike then is unlike for another reason. Part of `make oracle`, or by itself: `python
tools/compare.py --deck … --template …`. The ten worst pages are written to build/compare as
ours | theirs | difference.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import matrix
import office
import pypdfium2
import witness
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageMath
from whereabouts import Expected, as_seated, expectations, find, in_lines
from witness import Letter, Sheet

from deckgen.disk import FONTS, DiskWorld
from deckgen.scene import model as scene
from deckgen.scene.selection import selected
from deckgen.writers.typst.press import Press

FOLDER = Path("build/compare")
WIDTH, HEIGHT = 1280, 720
WINDOW = 8
WORST = 10
# Share of the slide's height that a line may be displaced.
MOST_DISPLACED = 0.02
# Constants of Wang et al. 2004 for 8 bits.
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
LOST = 540.0  # displacement of a line that is not there, or not the same


class Compared(NamedTuple):
    """A page in both PDFs."""

    deck: str
    number: int  # from 1, in the PDFs
    page: str
    likeness: float  # with lines seated as LibreOffice seats them
    untouched: float  # as it is printed
    displaced: float  # points
    line: str
    height: float


def compare(built: matrix.Built, pdf: Path, sheets: list[Sheet]) -> list[Compared]:
    """Every shown page of a deck; `pdf` and `sheets` are LibreOffice's."""
    whole = selected(built.scene)
    ours, seated = (FOLDER / f"{built.name}.{kind}.pdf" for kind in ("ours", "seated"))
    press = Press(FONTS, DiskWorld("."))
    ours.write_bytes(press.pdf(whole))
    seated.write_bytes(press.pdf(_as_seated(whole)))
    own = witness.read(ours)
    found = []
    for number, page in enumerate(whole.pages, 1):
        pair = own[number - 1], sheets[number - 1]
        displaced, line = farthest(page, built.scene.theme, *pair)
        theirs = picture(pdf, number)
        like = [likeness(picture(one, number), theirs) for one in (seated, ours)]
        height = pair[0].height
        found.append(Compared(built.name, number, page.id, *like, displaced, line, height))
    return found


def _as_seated(whole: scene.Scene) -> scene.Scene:
    pages = [replace(page, items=as_seated(page.items, whole.theme)) for page in whole.pages]
    return replace(whole, pages=tuple(pages))


def picture(pdf: Path, number: int) -> Image.Image:
    """A page in grey."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[number - 1]
    scale = WIDTH / page.get_width()
    image: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    page.close()
    document.close()
    return image if image.size == (WIDTH, HEIGHT) else image.resize((WIDTH, HEIGHT))


def likeness(one: Image.Image, other: Image.Image) -> float:
    """The mean structural similarity; 1 for equal pictures."""
    x, y = one.convert("F"), other.convert("F")
    mx, my = _mean(x), _mean(y)
    squares = [_mean(_product(*pair)) for pair in ((x, x), (y, y), (x, y))]
    similar = ImageMath.lambda_eval(
        lambda a: (
            (2 * a["mx"] * a["my"] + C1)
            * (2 * (a["xy"] - a["mx"] * a["my"]) + C2)
            / (a["mx"] * a["mx"] + a["my"] * a["my"] + C1)
            / (a["xx"] - a["mx"] * a["mx"] + a["yy"] - a["my"] * a["my"] + C2)
        ),
        mx=mx, my=my, xx=squares[0], yy=squares[1], xy=squares[2],
    )  # fmt: skip
    value = similar.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return float(value)


def _product(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda a: a["x"] * a["y"], x=one, y=other)


def _mean(image: Image.Image) -> Image.Image:
    size = (image.width // WINDOW, image.height // WINDOW)
    return image.resize(size, Image.Resampling.BOX)


def farthest(page: scene.Page, theme: scene.Theme, ours: Sheet, theirs: Sheet) -> tuple[float, str]:
    """The line that is farthest from its place, and by how much."""
    used = [False] * len(ours.letters), [False] * len(theirs.letters)
    worst = (0.0, "")
    # Long texts first: a short one may also occur inside a long one.
    for one in sorted(expectations(page, theme), key=lambda one: -len(one.text)):
        pair = [_take(one, *place) for place in zip((ours, theirs), used, strict=True)]
        worst = max(worst, *_distances(pair[0], pair[1], one))
    return worst


def _take(expected: Expected, sheet: Sheet, used: list[bool]) -> list[list[Letter]]:
    places = find(expected, sheet, used) or []
    for place in places:
        used[place] = True
    return in_lines([sheet.letters[place] for place in places]) if places else []


def _distances(
    ours: list[list[Letter]], theirs: list[list[Letter]], expected: Expected
) -> list[tuple[float, str]]:
    if len(ours) != len(theirs):
        return [(LOST, expected.text)]
    return [_distance(*pair) for pair in zip(ours, theirs, strict=True)] or [(0.0, "")]


def _distance(one: list[Letter], other: list[Letter]) -> tuple[float, str]:
    text = "".join(letter.text for letter in one)
    down = abs(_baseline(one) - _baseline(other))
    start, end = abs(one[0].x - other[0].x), abs(one[-1].right - other[-1].right)
    return max(down, start, end), text


def _baseline(line: list[Letter]) -> float:
    return max(line, key=lambda letter: letter.size).baseline


def report(compared: list[Compared]) -> None:
    """Print the means and the worst pages, and draw those."""
    for deck in dict.fromkeys(one.deck for one in compared):
        _summary(deck, [one for one in compared if one.deck == deck])
    _summary("all", compared)
    for old in FOLDER.glob("worst-*.png"):
        old.unlink()
    worst = sorted(compared, key=lambda one: one.likeness)[:WORST]
    print(f"the {len(worst)} pages least like LibreOffice's:")
    for place, one in enumerate(worst, 1):
        print(f"  {_line(one)}  {_draw(one, place)}")
    moved = sorted(compared, key=lambda one: -one.displaced)[:WORST]
    print(f"the {len(moved)} pages with the farthest lines:")
    for one in moved:
        print(f"  {_line(one)}  {one.line}")


def _summary(name: str, found: list[Compared]) -> None:
    mean = sum(one.likeness for one in found) / max(1, len(found))
    least = min((one.likeness for one in found), default=0.0)
    farthest_line = max((one.displaced for one in found), default=0.0)
    over = sum(one.displaced > MOST_DISPLACED * one.height for one in found)
    bare = sum(one.untouched for one in found) / max(1, len(found))
    alike = f"likeness to LibreOffice {mean:.3f} on average ({bare:.3f} as PowerPoint seats lines),"
    alike += f" {least:.3f} at worst"
    beyond = f"{over} of {len(found)} pages with one beyond {MOST_DISPLACED:.0%}"
    print(f"{name}: {alike}; lines within {farthest_line:.1f} pt, {beyond}", flush=True)


def _line(one: Compared) -> str:
    return f"{one.likeness:.3f}  {one.displaced:5.1f} pt  {one.deck} {one.number} ({one.page})"


def _draw(one: Compared, place: int) -> Path:
    """Ours | theirs | difference, the difference black on white."""
    ours = picture(FOLDER / f"{one.deck}.seated.pdf", one.number)
    theirs = picture(FOLDER / f"{one.deck}.pdf", one.number)
    difference = ImageChops.invert(ImageChops.difference(ours, theirs))
    whole = Image.new("L", (3 * WIDTH + 40, HEIGHT), 128)
    for column, image in enumerate((ours, theirs, difference)):
        whole.paste(image, (column * (WIDTH + 20), 0))
    path = FOLDER / f"worst-{place:02d}-{one.deck}-{one.number:02d}.png"
    whole.save(path)
    return path


def main() -> None:
    """Compare all decks, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deck", default="")
    parser.add_argument("--template", default="")
    wanted = parser.parse_args()
    compared: list[Compared] = []
    for built in matrix.build_all(Path("build/matrix"), wanted.deck, wanted.template):
        pdf = office.convert(built.pptx, FOLDER)
        compared += compare(built, pdf, witness.read(pdf))
    report(compared)


if __name__ == "__main__":
    main()
