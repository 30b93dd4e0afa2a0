"""Printing scenes in tests: one press, and what PDFium and poppler read in what it prints."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from deckgen.disk import FONTS, DiskWorld
from deckgen.pipeline import compile_deck
from deckgen.scene.model import Group, Item, Page, Paragraph, Scene, Shape, Table, Text
from deckgen.writers.typst.press import Press

ROOT = Path(__file__).parents[2]
WORLD = DiskWorld(str(ROOT))
PRESS = Press(FONTS, WORLD)
DECKS = ("big-society", "zuyd-2013")
TEMPLATES = ("contrast", "jos-van-der-lans", "plain")


@cache
def deck(name: str, template: str) -> Scene:
    found = compile_deck("deck.yaml", DiskWorld(str(ROOT / "decks" / name)), template)
    assert found.scene is not None
    return found.scene


@cache
def printed(name: str, template: str) -> bytes:
    return PRESS.pdf(deck(name, template))


def texts(pdf: bytes) -> list[str]:
    """Each page's text as PDFium reads it, in the order of the file, without white space."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        # PDFium calls a hyphen at the end of a line U+0002, or leaves it out.
        found.append(squeezed(text.get_text_range().replace("\x02", "-")))
        text.close()
        page.close()
    document.close()
    return found


def squeezed(text: str) -> str:
    return "".join(text.replace("\ufffe", "-").split())


def tool(name: str, *arguments: str, pdf: bytes) -> tuple[str, str]:
    """What one of poppler's programs says of a PDF: its output and its complaints."""
    if shutil.which(name) is None:
        pytest.skip("poppler is not installed")
    command = [name, *arguments]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return done.stdout.decode(), done.stderr.decode()


def paragraphs(items: tuple[Item, ...]) -> Iterator[Paragraph]:
    """All paragraphs in paint order, which is reading order."""
    for item in items:
        match item:
            case Group():
                yield from paragraphs(item.items)
            case Text():
                yield from item.text.paragraphs
            case Shape() if item.text is not None:
                yield from item.text.paragraphs
            case Table():
                for _, cells in item.rows:
                    for cell in cells:
                        yield from cell.text.paragraphs
            case _:
                pass


def said(page: Page) -> str:
    """A page's words without white space, without bullets and numbers."""
    return squeezed("".join(run.text for p in paragraphs(page.items) for run in p.runs))


def links(pdf: bytes, number: int) -> list[str]:
    """Where the links of a page lead: an address, or `page 3`."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[number - 1]
    found = [_leads(document, annotation) for annotation in _annotations(page)]
    page.close()
    document.close()
    return found


def _annotations(page: pypdfium2.PdfPage) -> list[pdfium.FPDF_LINK]:
    place, link, found = ctypes.c_int(0), pdfium.FPDF_LINK(), []
    while pdfium.FPDFLink_Enumerate(page.raw, place, link):
        found.append(link)
        link = pdfium.FPDF_LINK()
    return found


def _leads(document: pypdfium2.PdfDocument, link: pdfium.FPDF_LINK) -> str:
    to = pdfium.FPDFLink_GetDest(document.raw, link)
    if to:
        return f"page {pdfium.FPDFDest_GetDestPageIndex(document.raw, to) + 1}"
    action = pdfium.FPDFLink_GetAction(link)
    size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
    return buffer.value.decode()


def alternatives(pdf: bytes) -> list[str]:
    """The alternative texts of all tags, through PDFium's structure tree."""
    found: list[str] = []

    def visit(element: object) -> None:
        size = pdfium.FPDF_StructElement_GetAltText(element, None, 0)
        if size > 2:
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDF_StructElement_GetAltText(element, buffer, size)
            found.append(buffer.raw[: size - 2].decode("utf-16-le"))
        for n in range(pdfium.FPDF_StructElement_CountChildren(element)):
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
            if child:
                visit(child)

    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for n in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            visit(pdfium.FPDF_StructTree_GetChildAtIndex(tree, n))
        pdfium.FPDF_StructTree_Close(tree)
        page.close()
    document.close()
    return found
