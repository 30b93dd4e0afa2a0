"""Contact sheets: a deck's pages on one picture, and every page at full size.

`python tools/sheets.py FILE.pptx…` draws what LibreOffice shows of any .pptx;
`python tools/sheets.py` draws every deck with every template. Writes
build/sheets/<name>.png and build/pages/<name>/NN.png and prints their paths.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import office
from PIL import Image, ImageDraw

BUILD = Path("build")
README = Path("docs/images/sheet.png")
COLUMNS = 5
PAGE_WIDTH = 1440
THUMB_WIDTH = 480
GAP = 16
PAPER = "#D8D8D8"


def draw(deck: Path, name: str) -> Path:
    """Pages and contact sheet of one .pptx; gives the sheet's path."""
    with tempfile.TemporaryDirectory(prefix="deckgen-sheet-") as folder:
        pdf = office.convert(deck, Path(folder))
        pages = office.pages(pdf, BUILD / "pages" / name, PAGE_WIDTH)
    target = BUILD / "sheets" / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    sheet(pages).save(target, optimize=True)
    return target


def sheet(
    pages: list[Path], columns: int = COLUMNS, width: int = THUMB_WIDTH, numbered: bool = True
) -> Image.Image:
    """All pages side by side in reading order."""
    numbers = range(1, len(pages) + 1) if numbered else [0] * len(pages)
    thumbs = [_thumb(page, n, width) for page, n in zip(pages, numbers, strict=True)]
    height = max(thumb.height for thumb in thumbs)
    rows = -(-len(thumbs) // columns)
    size = (GAP + columns * (width + GAP), GAP + rows * (height + GAP))
    whole = Image.new("RGB", size, PAPER)
    for index, thumb in enumerate(thumbs):
        row, column = divmod(index, columns)
        whole.paste(thumb, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    return whole


def _thumb(page: Path, number: int, width: int) -> Image.Image:
    with Image.open(page) as picture:
        thumb = picture.convert("RGB")
    height = round(thumb.height * width / thumb.width)
    thumb = thumb.resize((width, height), Image.Resampling.LANCZOS)
    if not number:
        return thumb
    pen = ImageDraw.Draw(thumb)
    pen.rectangle((width - 26, 0, width, 15), fill=PAPER)
    pen.text((width - 22, 2), f"{number:2d}", fill="#404040")
    return thumb


def readme() -> Path:
    """The README's picture: the first lecture in its speaker's look, small."""
    import matrix

    built = matrix.build(Path("decks/big-society/deck.yaml"), "jos-van-der-lans", BUILD / "matrix")
    draw(built.pptx, built.name)
    pages = sorted((BUILD / "pages" / built.name).glob("*.png"))
    README.parent.mkdir(parents=True, exist_ok=True)
    small = sheet(pages, columns=8, width=200, numbered=False)
    small.quantize(128).save(README, optimize=True)
    return README


def _decks() -> list[tuple[Path, str]]:
    import matrix

    return [(built.pptx, built.name) for built in matrix.build_all(BUILD / "matrix")]


def main() -> None:
    """Draw the files named on the command line, or every deck with every template."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--readme", action="store_true", help="redraw the README's picture")
    wanted = parser.parse_args()
    if wanted.readme:
        print(readme())
        return
    for file, name in [(file, file.stem) for file in wanted.files] or _decks():
        print(draw(file, name), flush=True)


if __name__ == "__main__":
    main()
