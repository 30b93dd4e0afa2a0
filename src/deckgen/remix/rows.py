"""A file of rows → a table: columns by name, a text in every cell, the place of every row.

In: bytes of a .csv, .tsv, .xlsx, .jsonl or .yaml file. Out: `Table`, or what is wrong with the
file. What must not be here: what a column means (that is `editions`), files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Checked, Diagnostic, Span
from deckgen.outline import sheets
from deckgen.syntax import tree
from deckgen.syntax.nodes import Mapping, Scalar, Sequence

KINDS = (*sheets.KINDS, ".jsonl", ".ndjson", ".json", ".yaml", ".yml")
_FORMS = {
    "json": "type an object a line: {\"stad\": \"Heerlen\", \"zaal\": \"Pancratius\"}",
    "yaml": "type a list: - {stad: Heerlen, zaal: Pancratius}",
}  # fmt: skip


class Row(Struct, frozen=True):
    """A row's texts, one a column. `number` counts rows from 1; `span` is None in a workbook."""

    number: int
    cells: tuple[str, ...]
    span: Span | None = None


class Table(Struct, frozen=True):
    """Rows under the names of their columns. A column without a name has an empty one."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """What the file is called."""
        return named(self.file)


Record = tuple[dict[str, str], Span | None]
Found = list[Diagnostic]


def read(data: bytes, file: str) -> Checked[Table | None]:
    """The table of a file that has rows; None with what is wrong where there are none."""
    found: Found = []
    kind = file.lower().rpartition(".")[2]
    if f".{kind}" in sheets.KINDS:
        made = _sheet(data, file, found)
    elif kind in ("yaml", "yml"):
        made = _table(file, list(_yaml(data, file, found)))
    else:
        made = _table(file, list(_json(data, file, kind, found)))
    if not made.rows and not found:
        hint = "type names of columns in the first line, and below it a line for each deck"
        message = f"{named(file)} has no rows."
        found.append(Diagnostic("merge/no-rows", message, None, "error", (hint,)))
    failed = any(one.severity == "error" for one in found)
    return Checked(None if failed else made, tuple(found))


def named(file: str) -> str:
    """A file's name without its folders."""
    return file.rpartition("/")[2]


def _sheet(data: bytes, file: str, found: Found) -> Table:
    """Rows below a line with the names of their columns."""
    read_in = sheets.table(data, file)
    found += [replace(one, span=None) for one in read_in.diagnostics]
    filled = (row for row in read_in.value if any(cell.text for cell in row))
    head = next(filter(None, filled), [])
    names = tuple(cell.text for cell in head)
    text = not file.lower().endswith(".xlsx")
    rows = []
    for number, row in enumerate(filled, start=1):
        cells = [cell.text for cell in row]
        span = _line(row) if text else None
        if any(cells[len(names) :]):
            found.append(_surplus(number, span))
        rows.append(Row(number, tuple((cells + [""] * len(names))[: len(names)]), span))
    if text and data.count(b'"') % 2:
        found.append(_open(rows[-1].span if rows else None))
    for name in dict.fromkeys(name for name in names if name and names.count(name) > 1):
        found.append(_twice(name, _line(head) if text else None))
    return Table(file, names, tuple(rows))


def _line(row: list[sheets.Cell]) -> Span:
    first, last = row[0].span, row[-1].span
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)


def _open(span: Span | None) -> Diagnostic:
    message = "A quotation mark opens a cell and nothing closes it: rows below are swallowed."
    hints = ("close it behind the cell's text; within a cell, type it twice",)
    return Diagnostic("merge/bad-row", message, span, "error", hints)


def _surplus(number: int, span: Span | None) -> Diagnostic:
    return Diagnostic(
        "merge/bad-row",
        f"Row {number} has more cells than there are columns.",
        span,
        "error",
        ('put a cell in quotes that has a comma in it: "Zaal 1, begane grond"',),
    )


def _twice(name: str, span: Span | None) -> Diagnostic:
    hints = ("give one of them another name, or take it out",)
    return Diagnostic("merge/same-column", f"Two columns are called `{name}`.", span, "error",
                      hints)  # fmt: skip


def _table(file: str, records: list[Record]) -> Table:
    """Records with names of their own: a column for every name."""
    columns = tuple(dict.fromkeys(name for record, _ in records for name in record))
    rows = (
        Row(number, tuple(record.get(name, "") for name in columns), span)
        for number, (record, span) in enumerate(records, start=1)
    )
    return Table(file, columns, tuple(rows))


def _yaml(data: bytes, file: str, found: Found) -> Iterator[Record]:
    parsed = tree.parse(data, file)
    found += parsed.diagnostics
    listed = parsed.value
    if listed is None or parsed.failed:
        return
    if not isinstance(listed, Sequence):
        found.append(_unlike("A list of rows is wanted here.", listed.span, "yaml"))
        return
    for item in listed.items:
        if not isinstance(item, Mapping):
            found.append(
                _unlike("This is no row: names with values are wanted.", item.span, "yaml")
            )
            continue
        for name, value in item.entries:
            if not isinstance(value, Scalar):
                found.append(_nested(name.text, value.span))
        texts = ((name.text, value) for name, value in item.entries)
        yield {n: _text(v) for n, v in texts if isinstance(v, Scalar)}, item.span


def _text(value: Scalar) -> str:
    return "" if value.empty else value.text.strip()


def _json(data: bytes, file: str, kind: str, found: Found) -> Iterator[Record]:
    text = data.decode("utf-8-sig", "replace")
    for value, span in _values(text, file, kind, found):
        if not isinstance(value, dict):
            found.append(_unlike("This is no row: an object is wanted.", span, "json"))
            continue
        for name, one in value.items():
            if isinstance(one, dict | list):
                found.append(_nested(name, span))
        yield {name: _said(one) for name, one in value.items()}, span


def _values(text: str, file: str, kind: str, found: Found) -> Iterable[tuple[Any, Span | None]]:
    """The values of a file, and where each stands; numbers stay as they were typed."""
    if kind == "json" and text.lstrip().startswith("["):
        whole = _parsed(text, Span(file, 1, 1, 1, 1), found)
        return [(one, None) for rows in whole for one in rows]
    # JSON knows one end of a line; others that Unicode has may stand within a text.
    lines = enumerate((line.rstrip("\r") for line in text.split("\n")), start=1)
    filled = ((line, Span(file, n, 1, n, len(line) + 1)) for n, line in lines if line.strip())
    return ((value, span) for line, span in filled for value in _parsed(line, span, found))


def _parsed(text: str, span: Span, found: Found) -> list[Any]:
    """The one value of a text; none where it is no JSON."""
    try:
        return [json.loads(text, parse_float=str, parse_int=str, parse_constant=str)]
    except (ValueError, RecursionError) as problem:
        said = getattr(problem, "msg", "nested too deep")
        line, column = getattr(problem, "lineno", 1), getattr(problem, "colno", 1)
        at = span.line + line - 1
        place = Span(span.file, at, column, at, column + 1)
        found.append(_unlike(f"This is no JSON: {said}.", place, "json"))
        return []


def _said(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value).strip()


def _unlike(message: str, span: Span | None, form: str) -> Diagnostic:
    return Diagnostic("merge/bad-row", message, span, "error", (_FORMS[form],))


def _nested(name: str, span: Span | None) -> Diagnostic:
    hint = f"type a text: {name}: …"
    return Diagnostic("merge/bad-row", f"`{name}` is no text, and a variable is one.", span,
                      "error", (hint,))  # fmt: skip
