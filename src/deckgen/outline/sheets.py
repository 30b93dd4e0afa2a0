"""Files with numbers → rows of cells, each with its place: .csv, .tsv and .xlsx.

In: a file's name as an outline has it. Out: cells, or a finding. The one door to openpyxl, imported
when an outline names an .xlsx file. What must not be here: what the cells mean.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from deckgen.base.diagnostics import Checked, Span
from deckgen.outline.pictures import resolve
from deckgen.outline.quantities import digits
from deckgen.outline.reader import Reader
from deckgen.outline.suggest import nearest
from deckgen.syntax.nodes import Scalar

KINDS = (".csv", ".tsv", ".xlsx")
HEAVY = 5_000_000  # bytes
MOST = 1_000  # rows, more than any slide shows
DELIMITERS = ("\t", ";", ",")


class Cell(Struct, frozen=True):
    """A cell's text and where it stands; `number` is the text with a point for its decimals."""

    text: str
    span: Span
    name: str  # for people: `C4`, or `line 4`
    number: str


Rows = list[list[Cell]]


def is_sheet(text: str) -> bool:
    """Whether a text names a file with rows."""
    return text.strip().lower().endswith(KINDS)


def rows(node: Scalar, sheet: str, reader: Reader) -> Rows | None:
    """The rows of a file that are not empty; None after saying why there are none."""
    file = reader.plain(node)
    path = resolve(reader.file, reader.located(file, node.span))
    data = reader.world.read(path) if path and reader.world else None
    if path is None or data is None:
        _missing(node, file, path, reader)
        return None
    if len(data) > HEAVY:
        reader.report("too-large", f"{file} is too large.", node.span, "keep what the slide shows")
        return None
    if file.lower().endswith(".xlsx"):
        found = _workbook(data, sheet, node, reader, MOST)
    else:
        found = list(_text(data, path))
    if found is None:
        return None
    kept = [row for row in found[:MOST] if any(cell.text for cell in row)]
    if not kept:
        reader.report("empty", f"{file} is empty.", node.span, "put names and numbers in it")
    return kept or None


def table(data: bytes, file: str) -> Checked[Iterable[list[Cell]]]:
    """All rows of a file that no outline names, however many they are; empty ones, too."""
    if not file.lower().endswith(".xlsx"):
        return Checked(_text(data, file))
    reader = Reader(file)
    node = Scalar(file, Span(file, 1, 1, 1, 1))
    found = _workbook(data, "", node, reader, None)
    return Checked(found or (), tuple(reader.found))


def _missing(node: Scalar, file: str, path: str | None, reader: Reader) -> None:
    folder = path.rpartition("/")[0] if path else ""
    names = reader.world.names(folder or ".") if reader.world else ()
    if file.rpartition("/")[2] in names:
        message = f"{file} can't be read."
        reader.report(
            "missing-file",
            message,
            node.span,
            "its owner has to let you read it; a folder can't be shown",
        )
        return
    reader.report(
        "missing-file",
        f"There is no file {file}.",
        node.span,
        *nearest(file.rpartition("/")[2], [name for name in names if is_sheet(name)]),
        "put it beside the outline or in a folder below it",
    )


def _text(data: bytes, path: str) -> Iterator[list[Cell]]:
    """Rows of a text file; commas, semicolons or tabs, whichever its first line has."""
    import csv

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    lines = text.splitlines()
    first = lines[0] if lines else ""
    comma = next((sign for sign in DELIMITERS if sign in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma)
    try:
        for row in reader:
            at = reader.line_num
            typed = lines[at - 1] if at <= len(lines) else ""
            yield list(_cells(row, typed, (path, at), comma))
    except csv.Error:
        return


def _cells(row: list[str], typed: str, at: tuple[str, int], comma: str) -> Iterator[Cell]:
    path, line = at
    column = 0
    for text in row:
        found = typed.find(text, column)
        start = found if found >= 0 else column
        span = Span(path, line, start + 1, line, start + 1 + max(len(text), 1))
        column = start + len(text)
        # A decimal comma is one where cells are parted by something else.
        said = text.strip()
        yield Cell(said, span, f"line {line}", _pointed(said) if comma != "," else said)


def _pointed(text: str) -> str:
    whole, comma, rest = text.partition(",")
    sound = comma and rest.isdigit() and whole.lstrip("-+").replace(".", "").isdigit()
    return f"{whole.replace('.', '')}.{rest}" if sound else text


def _workbook(
    data: bytes, sheet: str, node: Scalar, reader: Reader, most: int | None
) -> Rows | None:
    from importlib.util import find_spec

    if find_spec("openpyxl") is None:
        reader.report(
            "needs-package",
            "Excel files are read by the package openpyxl, which is not installed.",
            node.span,
            "type: pip install 'deckgen[xlsx]'",
            "or save the sheet as .csv and name that file",
        )
        return None
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except Exception:  # its reader raises whatever the broken part makes it raise
        reader.report(
            "not-a-workbook",
            f"{node.text} is no Excel workbook.",
            node.span,
            "save it again as .xlsx, or as .csv",
        )
        return None
    page = _page(book, sheet, node, reader)
    return None if page is None else [_row(row, node.span) for row in page.iter_rows(max_row=most)]


def _page(book: Any, sheet: str, node: Scalar, reader: Reader) -> Any:
    if not sheet:
        return book.worksheets[0]
    if sheet in book.sheetnames:
        return book[sheet]
    reader.report(
        "unknown-sheet",
        f"{node.text} has no sheet `{sheet}`.",
        node.span,
        *nearest(sheet, book.sheetnames),
        f"its sheets: {', '.join(book.sheetnames)}",
    )
    return None


def _row(row: Iterable[Any], span: Span) -> list[Cell]:
    said = [(_said(cell.value, cell.number_format), cell.coordinate) for cell in row]
    return [Cell(text, span, name, text) for text, name in said]


def _said(value: Any, form: str) -> str:
    """A cell as people see it: a share that is shown in per cent counts in per cent."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(getattr(value, "date", lambda: value)()).strip()
    return digits(round(float(value) * (100 if form.endswith("%") else 1), 9))
