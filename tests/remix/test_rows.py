"""Files of rows → tables."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from deckgen.remix.rows import read

TABLE = [("stad", "datum"), ("Heerlen", "12 maart"), ("Den Haag", "3 april")]


def workbook() -> bytes:
    book, data = openpyxl.Workbook(), BytesIO()
    for row in TABLE:
        book.active.append(row)
    book.active.append((None, None))
    book.save(data)
    return data.getvalue()


FILES = {
    "a.csv": b"stad,datum\nHeerlen,12 maart\n\nDen Haag,3 april\n",
    "b.csv": "\ufeffstad;datum\r\nHeerlen;12 maart\r\nDen Haag;3 april".encode(),
    "c.tsv": b"stad\tdatum\nHeerlen\t12 maart\nDen Haag\t3 april\n",
    "d.xlsx": workbook(),
    "e.jsonl": b'{"stad": "Heerlen", "datum": "12 maart"}\n\n{"stad":"Den Haag","datum":"3 april"}',
    "f.json": b'[{"stad":"Heerlen","datum":"12 maart"},\n {"stad":"Den Haag","datum":"3 april"}]',
    "g.yaml": b"- {stad: Heerlen, datum: 12 maart}\n- stad: Den Haag\n  datum: 3 april\n",
}


@pytest.mark.parametrize("file", FILES)
def test_the_same_table_from_every_kind_of_file(file: str) -> None:
    found = read(FILES[file], file)
    assert found.diagnostics == ()
    assert found.value is not None
    assert [found.value.columns, *(row.cells for row in found.value.rows)] == TABLE
    assert [row.number for row in found.value.rows] == [1, 2]


def test_a_row_knows_its_place() -> None:
    found = read(FILES["a.csv"], "a.csv").value
    assert found is not None
    assert [row.span.line for row in found.rows if row.span] == [2, 4]


def test_values_stay_as_they_were_typed() -> None:
    text = b'{"a": 1.50, "b": true, "c": null, "d": 12e3}'
    found = read(text, "a.jsonl").value
    assert found is not None
    assert found.rows[0].cells == ("1.50", "true", "", "12e3")
    typed = read(b"- {a: 1.50, b: No, c: ~, d: 12:30}\n", "a.yaml").value
    assert typed is not None
    assert typed.rows[0].cells == ("1.50", "No", "", "12:30")


def test_only_a_new_line_ends_a_row_of_json() -> None:
    found = read('{"a": "x\u2028y"}\r\n{"a": "z"}\r\n'.encode(), "a.jsonl").value
    assert found is not None
    assert [row.cells for row in found.rows] == [("x\u2028y",), ("z",)]
    assert [row.span.end_column for row in found.rows if row.span] == [13, 11]


def test_rows_may_lack_cells_and_names() -> None:
    found = read(b"stad,datum\nHeerlen\n", "a.csv").value
    assert found is not None
    assert found.rows[0].cells == ("Heerlen", "")
    given = read(b"- {stad: Heerlen}\n- {zaal: A}\n", "a.yaml").value
    assert given is not None
    assert given.columns == ("stad", "zaal")
    assert [row.cells for row in given.rows] == [("Heerlen", ""), ("", "A")]


@pytest.mark.parametrize(
    ("file", "data", "code", "line"),
    [
        ("a.csv", b"", "merge/no-rows", 0),
        ("a.csv", b"stad,datum\n", "merge/no-rows", 0),
        ("a.csv", b"stad,datum\nHeerlen,12 maart,zaal 1\n", "merge/bad-row", 2),
        ("a.csv", b'stad,datum\nGent,"nu\nHeerlen,dan\n', "merge/bad-row", 3),
        ("a.csv", b"stad,stad\nHeerlen,Heerlen\n", "merge/same-column", 1),
        ("a.jsonl", b'{"a": 1}\n[1]\n', "merge/bad-row", 2),
        ("a.jsonl", b'{"a": 1}\n{"a":\n', "merge/bad-row", 2),
        ("a.jsonl", b'{"a": {"b": 1}}\n', "merge/bad-row", 1),
        ("a.jsonl", b'{"a": 1}\nnull\n', "merge/bad-row", 2),
        ("a.yaml", b"stad: Heerlen\n", "merge/bad-row", 1),
        ("a.yaml", b"- {a: 1}\n- Heerlen\n", "merge/bad-row", 2),
        ("a.yaml", b"- {a: [1, 2]}\n", "merge/bad-row", 1),
        ("a.yaml", b"- {a: [1\n", "syntax/not-closed", 0),
        ("a.xlsx", b"no workbook", "outline/not-a-workbook", 0),
    ],
)
def test_what_is_wrong_with_a_file(file: str, data: bytes, code: str, line: int) -> None:
    found = read(data, file)
    assert found.value is None
    assert {one.code.partition("/")[0] for one in found.diagnostics} == {code.partition("/")[0]}
    if not code.startswith("syntax"):
        assert [one.code for one in found.diagnostics] == [code]
        assert all(one.hints for one in found.diagnostics)
        assert [one.span.line if one.span else 0 for one in found.diagnostics] == [line]
