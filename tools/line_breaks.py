"""Do we break lines where LibreOffice breaks them? Random boxes of Dutch text, one a slide.

In: a seed and a number of boxes. Out: a table on stdout: how many boxes have exactly our lines, how
many our count, and how many need more lines than we reserve (must be none). Needs LibreOffice,
poppler, and Carlito and Liberation Sans among the machine's fonts. Not part of the tests;
docs/analysis/text-measuring.md has the figures.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Emu, Pt

from deckgen.disk import DiskWorld
from deckgen.text import (
    FaceKey,
    Piece,
    Prepared,
    Span,
    Typesetter,
    balance,
    breaks,
    count,
    line_pieces,
)
from deckgen.text.steady import Setting, steady

WORDS = [
    "de",
    "het",
    "een",
    "van",
    "en",
    "in",
    "op",
    "met",
    "voor",
    "naar",
    "uit",
    "bij",
    "om",
    "te",
    "is",
    "wordt",
    "heeft",
    "zijn",
    "onze",
    "hun",
    "wij",
    "u",
    "maar",
    "of",
    "als",
    "dat",
    "wie",
    "samenleving",
    "overheid",
    "burger",
    "burgers",
    "gemeente",
    "zorg",
    "buurt",
    "wijk",
    "staat",
    "markt",
    "vrijheid",
    "verantwoordelijkheid",
    "eigen",
    "kracht",
    "initiatief",
    "vertrouwen",
    "solidariteit",
    "verzorgingsstaat",
    "participatiesamenleving",
    "bezuinigingen",
    "arbeidsongeschiktheidsverzekering",
    "kwaliteitsbewakingssysteem",
    "maatschappelijk",
    "ondersteuning",
    "professionals",
    "vrijwilligers",
    "mantelzorgers",
    "sociaal-democratisch",
    "co-creatie",
    "doe-het-zelf",
    "ICT-afdeling",
    "65-plussers",
    "wo-bachelor",
    "Noord-Holland",
    "Oost-Groningen",
    "Den",
    "Haag",
    "Zuyd",
    "Maastricht",
    "Tilburg",
    "Jos",
    "Lans",
    "AWBZ",
    "WMO",
    "PvdA",
    "VVD",
    "CDA",
    "Ton",
    "Vera",
    "Wat",
    "Toen",
    "2013",
    "1980–2010",
    "2012-2013",
    "50%",
    "€3,5",
    "miljard",
    "1/3",
    "en/of",
    "hij/zij",
    "tegen-",
    "en",
    "voorstanders",
    "'s-Hertogenbosch",
    "Tsjechië",
    "financiële",
    "coöperatie",
    "beïnvloeden",
    "reünie",
    "geëvalueerd",
    "‘eigen",
    "“kracht”",
    "burgers’",
    "–",
    "—",
    "(niet-professioneel)",
    "wat?",
    "nee!",
    "dus:",
    "kortom,",
    "enzovoort…",
    "AVATAR",
    "Tokyo",
    "Yvonne",
    "Werkt",
    "Verantwoord",
    "LTV",
    "https://www.voorbeeld.nl/wat-is-dit/",
    "jos-van@voorbeeld.nl",
    "@jos-van-der",
    "www.een-voorbeeld.nl",
    "een-voorbeeld.nl",
    "→",
    "►",
    "▼",
    "■",
    "•",
    "●",
    "10.000",
    "3-jarige",
    "24-uurs-zorg",
]
WIDTHS = ("any", "steady", "balanced")
FACES = ("Calibri", "Arial")


@dataclass
class Sample:
    """A box: its text in runs of one style each, its size and its width in points."""

    spans: tuple[Span, ...]
    size: float
    width: float
    lines: list[str] = field(default_factory=list)  # as LibreOffice broke them, without spaces
    widths: list[float] = field(default_factory=list)


def samples(seed: int, boxes: int, most: int) -> list[Sample]:
    """Random boxes of 4 to `most` words; the same seed gives the same ones."""
    dice = random.Random(seed)
    return [_sample(dice, most) for _ in range(boxes)]


def _sample(dice: random.Random, most: int) -> Sample:
    words = [dice.choice(WORDS) for _ in range(dice.randint(4, most))]
    typeface = dice.choice(FACES)
    face = FaceKey(typeface, dice.random() < 0.3, dice.random() < 0.15)
    size = dice.choice((12, 14, 16, 18, 20, 24, 28, 32, 36, 40, 44))
    spans = [Span(" ".join(words), face)]
    if dice.random() < 0.3 and len(words) > 6:
        loud = FaceKey(typeface, not face.bold, face.italic)
        cut, end = len(words) // 3, len(words) // 3 + 2
        parts = (" ".join(words[:cut]) + " ", " ".join(words[cut:end]), " " + " ".join(words[end:]))
        spans = [Span(parts[0], face), Span(parts[1], loud, 1.0, 1), Span(parts[2], face, 1.0, 2)]
    return Sample(tuple(spans), size, size * dice.uniform(14, 40))


def _pieces(prepared: Prepared) -> list[Piece]:
    """Runs as a writer puts them into a file: symbols in the symbol face."""
    return [piece for _, piece in line_pieces(prepared, 0, len(prepared.atoms))]


def _chosen(how: str, prepared: Prepared, box: Sample) -> float:
    if how == "steady":
        return steady((Setting(prepared, box.size),), box.width)
    if how == "balanced":
        return balance(prepared, box.width / box.size) * box.size
    return box.width


def write(boxes: list[Sample], path: Path, setter: Typesetter) -> None:
    """A deck with one text box a slide."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(Pt(1800)), Emu(Pt(1400))
    for box in boxes:
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        shape = slide.shapes.add_textbox(Pt(20), Pt(20), Pt(box.width), Pt(1300))
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        for piece in _pieces(setter.prepare(box.spans)):
            run = frame.paragraphs[0].add_run()
            run.text = piece.text
            run.font.name, run.font.size = piece.face.typeface, Pt(box.size)
            run.font.bold, run.font.italic = piece.face.bold, piece.face.italic
    deck.save(str(path))


def render(path: Path) -> str:
    """What poppler reads from LibreOffice's PDF of the deck: words with their boxes."""
    folder = path.parent
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), str(path)],
        check=True,
        capture_output=True,
    )
    pdf = path.with_suffix(".pdf")
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    )
    return done.stdout


def read(boxes: list[Sample], found: str) -> None:
    """Puts LibreOffice's lines into the boxes: words on one baseline are one line."""
    word = re.compile(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', re.S
    )
    pages = found.split("<page ")[1:]
    for box, page in zip(boxes, pages, strict=True):
        lines: dict[int, list[tuple[float, float, str]]] = {}
        for x0, y0, x1, y1, text in word.findall(page):
            middle = (float(y0) + float(y1)) / 2
            row = round((middle - 20) / (1.2 * box.size) - 0.5)
            lines.setdefault(row, []).append((float(x0), float(x1), unescape(text)))
        for _, parts in sorted(lines.items()):
            parts.sort()
            box.lines.append("".join(text for _, _, text in parts))
            box.widths.append(max(x1 for _, x1, _ in parts) - parts[0][0])


def ours(prepared: Prepared, width: float, safe: bool = False) -> list[str]:
    """Our lines without spaces."""
    lines = breaks(prepared, width, safe)
    texts = ("".join(p.text for _, p in line_pieces(prepared, a, z)) for a, z, _ in lines)
    return [re.sub(r"\s+", "", text) for text in texts]


def compare(boxes: list[Sample], setter: Typesetter, show: int) -> None:
    """Prints the table."""
    exact = same = under = over = split = 0
    errors: list[float] = []
    for box in boxes:
        prepared = setter.prepare(box.spans)
        width = box.width / box.size
        if prepared.longest > width:
            split += 1
            continue
        mine, theirs = ours(prepared, width), box.lines
        exact += mine == theirs
        same += len(mine) == len(theirs)
        under += len(theirs) > count(prepared, width)
        over += len(theirs) < count(prepared, width)
        if mine == theirs:
            lines = breaks(prepared, width)
            pairs = zip(lines, box.widths, strict=True)
            errors += [line[2] * box.size / real - 1 for line, real in pairs if real > 5 * box.size]
        elif show:
            show -= 1
            for left, right in zip(mine, theirs, strict=False):
                if left != right:
                    print(f"{box.spans[0].face.typeface}: ours {left!r} theirs {right!r}")
                    break
    judged = len(boxes) - split
    mean = sum(errors) / max(1, len(errors))
    deviation = (sum((e - mean) ** 2 for e in errors) / max(1, len(errors))) ** 0.5
    print(f"boxes {judged} (and {split} with a word wider than the box, left out)")
    print(
        f"exactly our lines {exact} = {exact / judged:.1%}; same count {same} = {same / judged:.1%}"
    )
    print(f"more lines than reserved {under}; fewer {over} = {over / judged:.1%}")
    print(
        f"our width against theirs, {len(errors)} lines: mean {mean:+.2%}, sd {deviation:.2%},"
        f" {min(errors):+.2%} to {max(errors):+.2%}"
    )


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--boxes", type=int, default=400)
    parser.add_argument("--words", type=int, default=45, help="at most, in a box")
    parser.add_argument("--width", choices=WIDTHS, default="any", help="as layout chooses widths")
    parser.add_argument("--show", type=int, default=0, help="print this many differences")
    arguments = parser.parse_args()
    setter = Typesetter(DiskWorld("."))
    boxes = samples(arguments.seed, arguments.boxes, arguments.words)
    for box in boxes:
        box.width = _chosen(arguments.width, setter.prepare(box.spans), box)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "boxes.pptx"
        write(boxes, path, setter)
        read(boxes, render(path))
    compare(boxes, setter, arguments.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
