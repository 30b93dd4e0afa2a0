"""Read the text of a lecture's slides back from what a PDF extractor made of it.

In: an extraction, slides separated by four newlines, shadowed words written twice
("RISICORISICO--VERMIJDINGVERMIJDING"). Out: `== n` and the slide's words, once, in drawing order.
Nothing here reads the decks: the words that the decks are tested against come from here, and a
person has put them in reading order and joined the lines that belong together.

    python tools/undouble.py extraction.txt                      # print the slides
    python tools/undouble.py extraction.txt --check expected.txt # same letters on every slide?
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

SLIDE_BREAK = "\n\n\n\n"
BULLETS = "\uf02c\uf06c"
SURELY_DOUBLED = 6  # letters that a doubled stretch inside a line must have: "oo" proves nothing


def undouble(text: str) -> str | None:
    """The text once, or None if it was not written twice: stretch by stretch, spaces between."""
    best: list[tuple[int, str] | None] = [None] * (len(text) + 1)  # by end: stretches, text so far
    best[0] = (0, "")
    for start in range(len(text)):
        here = best[start]
        if here is None:
            continue
        count, once = here
        if text[start].isspace():
            _offer(best, start + 1, (count, once + text[start]))
        for half in range(1, (len(text) - start) // 2 + 1):
            piece = text[start : start + half]
            if piece == text[start + half : start + 2 * half]:
                _offer(best, start + 2 * half, (count + 1, once + piece))
    return best[-1][1] if best[-1] else None


def _offer(best: list[tuple[int, str] | None], end: int, found: tuple[int, str]) -> None:
    """Keep the reading with the fewest, hence longest, stretches."""
    known = best[end]
    if known is None or found[0] < known[0]:
        best[end] = found


def line_once(line: str) -> str:
    """A line with its doubled parts read once: all of it, its beginning, its end, or none."""
    whole = undouble(line)
    if whole is not None:
        return whole
    for at in (i for i, letter in enumerate(line) if letter == " "):
        for doubled, first in ((line[:at], True), (line[at:], False)):
            once = undouble(doubled)
            if once is not None and len(doubled.strip()) >= SURELY_DOUBLED:
                return once + line[at:] if first else line[:at] + once
    return line


def slides(extraction: str) -> list[list[str]]:
    """The lines of every slide, in drawing order, without bullets; no lines: a picture only."""
    return [
        [text for line in slide.split("\n") if (text := _line(line))]
        for slide in extraction.rstrip("\n ").split(SLIDE_BREAK)
    ]


def _line(line: str) -> str:
    text = " ".join(line_once(line.translate(dict.fromkeys(map(ord, BULLETS)))).split())
    return "" if text == "-" else text


def expected(text: str) -> list[list[str]]:
    """The slides of an expected file: `== n`, then lines."""
    found: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("== "):
            found.append([])
        elif line and not line.startswith("# "):
            found[-1].append(line)
    return found


def differences(left: list[list[str]], right: list[list[str]]) -> list[str]:
    """Where two readings differ in their letters, spaces aside."""
    if len(left) != len(right):
        return [f"{len(left)} slides and {len(right)}"]
    letters = [(_letters(a), _letters(b)) for a, b in zip(left, right, strict=True)]
    return [
        f"slide {n}: {dict(a - b)} missing, {dict(b - a)} too many"
        for n, (a, b) in enumerate(letters, 1)
        if a != b
    ]


def _letters(lines: list[str]) -> Counter[str]:
    return Counter("".join("".join(lines).split()))


def main() -> int:
    """Print the slides, or compare them with an expected file."""
    arguments = argparse.ArgumentParser(description="Read an extraction of slides, shadows once.")
    arguments.add_argument("extraction", type=Path)
    arguments.add_argument("--check", type=Path, metavar="EXPECTED")
    given = arguments.parse_args()
    found = slides(given.extraction.read_text("utf-8"))
    if given.check:
        wrong = differences(found, expected(given.check.read_text("utf-8")))
        sys.stdout.write("".join(f"{line}\n" for line in wrong))
        return 1 if wrong else 0
    for number, lines in enumerate(found, 1):
        sys.stdout.write("\n".join([f"== {number}", *lines, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
