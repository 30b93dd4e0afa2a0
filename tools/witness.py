"""What a PDF shows, letter by letter: where each glyph stands, in points from the page's top.

In: a PDF that LibreOffice made. Out: for each page its letters in drawing order, without white
space and without the second drawing that a shadow is.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# A letter and its hard shadow are this close, as a share of the size; two letters never are.
SHADOW = 0.13
TOUCH = 0.005


class Letter(NamedTuple):
    """A glyph: what it says, its origin on the baseline, the box of its ink, its size."""

    text: str
    x: float
    baseline: float
    left: float
    top: float
    right: float
    bottom: float
    size: float


class Sheet(NamedTuple):
    """A page's extent and letters."""

    width: float
    height: float
    letters: list[Letter]


def read(pdf: Path) -> list[Sheet]:
    """All pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    sheets = [_sheet(document[number]) for number in range(len(document))]
    document.close()
    return sheets


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    width, height = page.get_size()
    text = page.get_textpage()
    found = [_letter(text.raw, index, height) for index in range(text.count_chars())]
    # Before the document: PDFium does not survive the other order.
    text.close()
    page.close()
    return Sheet(width, height, unshadowed([letter for letter in found if letter]))


def _letter(text: pdfium.FPDF_TEXTPAGE, index: int, height: float) -> Letter | None:
    code = pdfium.FPDFText_GetUnicode(text, index)
    # PDFium calls a hyphen at the end of a line U+0002.
    character = "-" if code == 2 else chr(code) if 0 < code < 0x110000 else ""
    if not character.strip() or pdfium.FPDFText_IsGenerated(text, index) == 1:
        return None
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size = pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d or 1.0)
    box = (left.value, height - top.value, right.value, height - bottom.value)
    return Letter(character, x.value, height - y.value, *box, size)


def unshadowed(letters: list[Letter]) -> list[Letter]:
    """Letters without those that stand right behind a later, equal one."""
    return [one for index, one in enumerate(letters) if not _is_shadow(one, letters, index)]


def _is_shadow(one: Letter, letters: list[Letter], index: int) -> bool:
    return any(other.text == one.text and _behind(one, other) for other in letters[index + 1 :])


def _behind(one: Letter, other: Letter) -> bool:
    across, down = abs(other.x - one.x), abs(other.baseline - one.baseline)
    # At the very same place stand the letters of a ligature.
    displaced = one.size * TOUCH < max(across, down) < one.size * SHADOW
    return displaced and abs(other.size - one.size) < one.size * TOUCH
