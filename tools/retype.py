"""What becomes of a slide when somebody types another title, as LibreOffice shows it.

For both decks: build, type titles of several lengths into every title placeholder, let LibreOffice
make a PDF, and count the slides on which the title leaves the page or lies over other text. Run
`retype.py --fixed` to see the same without shrinking. Exit code 1 when anything is over or off.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE

sys.path.insert(0, str(Path(__file__).parent))

import matrix
import office
import oracle
import witness
from whereabouts import expectations, find, in_lines

from deckgen.scene import model as scene

BODY = Path("build/retyped")
TITLES = {
    "short": "Kort",
    "60": "Een titel die iemand op de ochtend zelf nog langer maakt, ja",
    "92": (
        "Een titel die iemand op de ochtend van de lezing "
        "zelf nog veel langer maakt dan verwacht, ja"
    ),
}


def retype(built: matrix.Built, title: str, fixed: bool) -> Path:
    """The deck with this title on every slide that has one."""
    deck = Presentation(str(built.pptx))
    for slide in deck.slides:
        shape = slide.shapes.title
        if shape is None:
            continue
        paragraph, *others = shape.text_frame.paragraphs
        for other in others:
            other._p.getparent().remove(other._p)
        for run in paragraph.runs[1:]:
            run._r.getparent().remove(run._r)
        paragraph.runs[0].text = title
        if fixed:
            shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    path = BODY / f"{built.name}-{len(title)}.pptx"
    path.parent.mkdir(parents=True, exist_ok=True)
    deck.save(str(path))
    return path


def faults(page: scene.Page, sheet: witness.Sheet, theme: scene.Theme) -> list[str]:
    """What the title does that it should not."""
    used = [False] * len(sheet.letters)
    expected = [one for one in expectations(page, theme) if one.item not in _titles(page)]
    lines = []
    for one in sorted(expected, key=lambda one: -len(one.text)):
        places = find(one, sheet, used)
        for place in places or ():
            used[place] = True
        lines += in_lines([sheet.letters[place] for place in places or ()])
    typed = [letter for letter, taken in zip(sheet.letters, used, strict=True) if not taken]
    if not typed:
        return []
    others = [oracle._ink(line) for line in lines]
    found = []
    for ink in map(oracle._ink, in_lines(typed)):
        found += [f"{ink.text} over {other.text}" for other in others if oracle._touch(ink, other)]
    found += [f"off the page: {one}" for one in oracle.strays(sheet, used)]
    return found


def _titles(page: scene.Page) -> set[str]:
    return {
        item.id
        for item in page.items
        for item in (item.items if isinstance(item, scene.Group) else (item,))
        if isinstance(item, scene.Text | scene.Shape)
        and item.placeholder is not None
        and item.placeholder.kind == "title"
    }


def main() -> int:
    """Retype both decks; print what goes wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--template", default="jos-van-der-lans")
    parser.add_argument("--deck", default="")
    parser.add_argument("--fixed", action="store_true")
    wanted = parser.parse_args()
    wrong = 0
    for built in matrix.build_all(BODY, wanted.deck, wanted.template):
        for name, title in TITLES.items():
            sheets = witness.read(office.convert(retype(built, title, wanted.fixed), BODY))
            pages = [page for page in built.scene.pages if not page.hidden]
            bad = 0
            for number, (page, sheet) in enumerate(zip(pages, sheets, strict=True), 1):
                found = faults(page, sheet, built.scene.theme)
                bad += bool(found)
                for one in found[:2]:
                    print(f"  {built.name} {number} ({page.id}): {one}")
            print(f"{built.name}, {name}: {bad} of {len(pages)} slides", flush=True)
            wrong += bad
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
