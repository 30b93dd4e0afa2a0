"""Types of numbers and cells: a chart's data and tables.

What must not be here: how charts or tables look.
"""

from __future__ import annotations

from typing import Any

from deckgen.base.diagnostics import Origin
from deckgen.outline.model import Chart, Run, Series, Table, Text
from deckgen.outline.quantities import Number, number
from deckgen.outline.reader import Reader
from deckgen.outline.records import Each, Field, Record
from deckgen.outline.sheets import KINDS, Rows, is_sheet, rows
from deckgen.outline.sheets import Cell as Seen
from deckgen.outline.values import WORDS, Schema, Type
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

AXES = {"scatter": 2, "bubble": 3}  # numbers that a point has
RINGS = ("pie", "doughnut")
PARTS = 11  # of a ring that people can still compare
WIDEST = 24  # columns of a table: what is narrower holds no word
Data = tuple[tuple[str, ...], tuple[Series, ...]]


class Numbers(Type[Data]):
    """`{category: number}`, or `{series: {category: number}}`; an empty number is a gap.

    Or `{name: [across, up]}` for points; or a file: categories in its first column, a series in
    each further one, names in its first row.
    """

    name = (
        "{category: number}, {series: {category: number}}, {point: [across, up]},"
        " or a file (.csv, .xlsx)"
    )
    _number = Number()

    def read(self, node: Node, reader: Reader) -> Data | None:
        """See Type.read."""
        if (file := _file(node)) is not None:
            found = rows(*file, reader)
            return _data(found, reader) if found else None
        if not isinstance(node, Mapping) or not node.entries:
            reader.wrong_type(node, "categories with numbers", "type data: {first: 12, second: 30}")
            return None
        if all(isinstance(value, Sequence) for _, value in node.entries):
            return self._places(node, reader)
        nested = [isinstance(value, Mapping) for _, value in node.entries]
        if not any(nested):
            columns = [("", self._column(node, reader))]
        else:
            columns = [
                (reader.plain(key), self._nested(value, reader)) for key, value in node.entries
            ]
        categories = tuple(dict.fromkeys(name for _, column in columns for name in column))
        series = tuple(
            Series(name, tuple(column.get(category) for category in categories))
            for name, column in columns
        )
        return (categories, series) if categories else None

    def _places(self, node: Mapping, reader: Reader) -> Data | None:
        """`{name: [across, up]}`: a scatter chart's points, perhaps with how large each is."""
        names: list[str] = []
        rows: list[tuple[float | None, ...]] = []
        for key, value in node.entries:
            assert isinstance(value, Sequence)
            names.append(reader.plain(key))
            rows.append(tuple(self._number.read(item, reader) for item in value.items))
            count = len(value.items)
            if count != len(rows[0]) or count not in AXES.values():
                reader.report(
                    "uneven-rows",
                    f"`{names[-1]}` has {count} number{'' if count == 1 else 's'}.",
                    value.span,
                    "type two numbers for a point, across and up: [12, 70]",
                    "a third one, of every point, says how large it is: `type: bubble`",
                )
                return None
        return tuple(names), tuple(Series("", column) for column in zip(*rows, strict=True))

    def _nested(self, node: Node, reader: Reader) -> dict[str, float | None]:
        if isinstance(node, Mapping):
            return self._column(node, reader)
        reader.wrong_type(
            node, "categories with numbers, as in the other series", "type {first: 12, second: 30}"
        )
        return {}

    def _column(self, node: Mapping, reader: Reader) -> dict[str, float | None]:
        found: dict[str, float | None] = {}
        for key, value in node.entries:
            gap = isinstance(value, Scalar) and value.empty
            found[reader.plain(key)] = None if gap else self._number.read(value, reader)
        return found

    def write(self, value: Data) -> Node:
        """See Type.write."""
        categories, series = value
        if len(series) == 1 and not series[0].name:
            return self._row(categories, series[0])
        if not any(one.name for one in series):
            rows = zip(*(one.values for one in series), strict=True)
            lists = (Sequence(tuple(map(self._cell, row)), flow=True) for row in rows)
            return Mapping(tuple(zip(map(Scalar, map(_plain, categories)), lists, strict=True)))
        return Mapping(tuple((Scalar(_plain(s.name)), self._row(categories, s)) for s in series))

    def _row(self, categories: tuple[str, ...], series: Series) -> Mapping:
        pairs = zip(categories, series.values, strict=True)
        return Mapping(tuple((Scalar(_plain(name)), self._cell(value)) for name, value in pairs))

    def _cell(self, value: float | None) -> Node:
        return Scalar("") if value is None else self._number.write(value)

    def schema(self) -> Schema:
        """See Type.schema."""
        row = {"type": "object", "additionalProperties": {"type": ["number", "null"]}}
        nested = {"type": "object", "additionalProperties": row}
        place = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 3}
        places = {"type": "object", "additionalProperties": place, "minProperties": 1}
        file = {"type": "string", "pattern": PATTERN}
        named = {
            "type": "object",
            "properties": {"file": file, "sheet": {"type": ["string", "number"]}},
            "required": ["file"],
            "additionalProperties": False,
        }
        rows = ({**row, "minProperties": 1}, {**nested, "minProperties": 1}, places)
        return {"anyOf": [file, named, *rows]}


PATTERN = f"({'|'.join(kind.replace('.', '[.]') for kind in KINDS)})$"


def _file(node: Node) -> tuple[Scalar, str] | None:
    """`data: file.csv`, or `data: {file: file.xlsx, sheet: name}`: the file and the sheet."""
    if isinstance(node, Scalar) and is_sheet(node.text):
        return node, ""
    if not isinstance(node, Mapping):
        return None
    file, sheet = node.get("file"), node.get("sheet")
    if not isinstance(file, Scalar) or not is_sheet(file.text):
        return None
    return file, sheet.text if isinstance(sheet, Scalar) else ""


def _data(found: Rows, reader: Reader) -> Data | None:
    """Names in the first row, unless that has numbers already."""
    wide = max(map(len, found))
    headless = all(number(cell.number) is not None for cell in found[0][1:]) and wide > 1
    names = [""] * (wide - 1) if headless else [cell.text for cell in found[0][1:]]
    body = found if headless else found[1:]
    if wide < 2 or not body:
        cell = found[0][0]
        reader.report(
            "no-numbers",
            f"{cell.span.file} has no column with numbers.",
            cell.span,
            "put names in the first column and numbers in the next ones",
        )
        return None
    categories = tuple(row[0].text for row in body)
    _twice(body, reader)
    _beyond(body, wide if headless else len(found[0]), reader)
    columns = [
        tuple(_value(row, column, reader) for row in body) for column in range(1, len(names) + 1)
    ]
    series = tuple(Series(name, column) for name, column in zip(names, columns, strict=True))
    return categories, series


def _value(row: list[Seen], column: int, reader: Reader) -> float | None:
    if column >= len(row) or not row[column].text:
        return None
    cell = row[column]
    value = number(cell.number)
    if value is None:
        reader.report(
            "bad-number",
            f"`{cell.text}` ({cell.name}) is no number.",
            cell.span,
            "type digits with a point, for example 2.5; the unit belongs to `unit:`",
            "leave the cell empty for a gap",
        )
    return value


def _beyond(body: Rows, wide: int, reader: Reader) -> None:
    """One finding for rows that go on where the first row, with the names, has ended."""
    over = next((cell for row in body for cell in row[wide:] if cell.text), None)
    if over is not None:
        reader.report(
            "uneven-rows",
            f"`{over.text}` ({over.name}) stands below no name in the first row.",
            over.span,
            "type a name above the column",
            "type 1,5 as 1.5 where commas divide the columns",
        )


def _twice(body: Rows, reader: Reader) -> None:
    """One finding for all rows whose name an earlier one has, at the first of them."""
    seen: set[str] = set()
    again: list[Seen] = []
    for row in body:
        if row[0].text in seen:
            again.append(row[0])
        seen.add(row[0].text)
    if not again:
        return
    first, *rest = again
    names = len({cell.text for cell in again})
    more = f", and {len(rest)} more rows repeat a name" if len(rest) > 1 else ""
    more = f", and so is `{rest[0].text}` ({rest[0].name})" if len(rest) == 1 else more
    hints = ["give each row a name of its own"]
    if names < len(again):
        hints.append("add the numbers of rows that belong together into one row")
    message = f"`{first.text}` ({first.name}) is there already{more}."
    reader.report("twice", message, first.span, *hints)


def _plain(text: str) -> str:
    return text.replace("{{", "\\{{")


class Charts(Record):
    """`data` becomes categories and series."""

    def read(self, node: Node, reader: Reader) -> Chart | None:
        """See Type.read."""
        found: Chart | None = super().read(node, reader)
        if found is None or not isinstance(node, Mapping):
            return found
        typed = node.get("data") or node
        return found if _drawable(found, typed, reader) else None

    def _build(self, values: dict[str, Any]) -> Any:
        categories, series = values.pop("data")
        return Chart(categories=categories, series=series, **values)

    def entries(self, value: Any) -> tuple[tuple[Scalar, Node], ...]:
        """See Record.entries."""
        found: list[tuple[Scalar, Node]] = []
        for field in self.fields:
            data = field.key == "data"
            held = (value.categories, value.series) if data else getattr(value, field.into)
            if held:
                found.append((Scalar(field.key), field.type.write(held)))
        return tuple(found)


def _drawable(chart: Chart, data: Node, reader: Reader) -> bool:
    """Whether numbers can be drawn so; reports what can't, and what can't be read."""
    wanted = AXES.get(chart.type)
    points = len(chart.series) > 1 and not any(one.name for one in chart.series)
    if wanted is None and points:
        message = f"A {chart.type} chart has one number for each name."
        hint = "type `type: scatter` for points with two numbers each, or one number a name"
        reader.report("wrong-numbers", message, data.span, hint)
        return False
    if wanted and len(chart.series) != wanted:
        message = f"A {chart.type} chart has {wanted} numbers for each point."
        more = ", how large" if wanted > AXES["scatter"] else ""
        hint = f"type name: [across, up{more}], or a file with so many columns of numbers"
        reader.report("wrong-numbers", message, data.span, hint)
        return False
    return chart.type not in RINGS or _whole(chart, data, reader)


def _whole(chart: Chart, data: Node, reader: Reader) -> bool:
    """Whether a ring's numbers are parts of a whole."""
    values = [value or 0.0 for value in chart.series[0].values]
    if min(values) < 0 or not any(values):
        said = "shows no numbers below zero" if min(values) < 0 else "of nothing but zeros is empty"
        reader.report("wrong-numbers", f"A {chart.type} {said}.", data.span, "type `type: bar`")
        return False
    if len(values) > PARTS:
        reader.report(
            "many-parts",
            f"A {chart.type} of {len(values)} parts can't be read; people compare {PARTS} at most.",
            data.span,
            "type `type: bar`, which has room for them",
            severity="warning",
        )
    return True


class Cell(Type[Text]):
    """A cell: a text, or nothing."""

    name = "text"
    nothing = True

    def read(self, node: Node, reader: Reader) -> Text | None:
        """See Type.read."""
        if isinstance(node, Scalar) and (node.empty or not node.text.strip()):
            return Text(())
        return WORDS.read(node, reader)

    def write(self, value: Text) -> Node:
        """See Type.write."""
        return WORDS.write(value) if value.runs else Scalar("")

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"anyOf": [WORDS.schema(), {"type": "null"}]}


class Tables(Type[Table]):
    """Rows of cells, the first of them the header; or `header` and `rows`."""

    name = "list of rows, {header, rows, highlight}, or a file (.csv, .xlsx)"
    _row = Each(Cell(), most=WIDEST)
    _fields = (
        Field("header", _row, "the cells of the first row", True),
        Field("rows", Each(_row), "the other rows, each a list of cells", True),
        Field("highlight", WORDS, "the row or the column that matters, by its first cell"),
    )
    _mapping = Record(Table, _fields)

    def read(self, node: Node, reader: Reader) -> Table | None:
        """See Type.read."""
        table: Table | None = None
        if (file := _file(node)) is not None:
            found = rows(*file, reader)
            return _table(found) if found else None
        if isinstance(node, Mapping):
            table = self._mapping.read(node, reader)
            spans = node.get("rows")
            typed = spans.items if isinstance(spans, Sequence) else ()
        else:
            read = Each(self._row).read(node, reader)
            typed = node.items[1:] if isinstance(node, Sequence) else ()
            table = Table(read[0], read[1:]) if read else None
        if table is not None:
            self._even(table, typed, reader)
        return table

    def _even(self, table: Table, rows: tuple[Node, ...], reader: Reader) -> None:
        wanted = len(table.header)
        for row in rows:
            if isinstance(row, Sequence) and min(len(row.items), WIDEST) != wanted:
                reader.report(
                    "uneven-rows",
                    f"This row has {_cells(len(row.items))}, the header has {wanted}.",
                    row.span,
                    'type as many cells as the header has; an empty one is ""',
                )

    def write(self, value: Table) -> Node:
        """See Type.write."""
        found = [
            Sequence(tuple(Cell().write(cell) for cell in row), flow=True)
            for row in (value.header, *value.rows)
        ]
        if value.highlight is None:
            return Sequence(tuple(found))
        parts = (found[0], Sequence(tuple(found[1:])), WORDS.write(value.highlight))
        keys = (field.key for field in self._fields)
        return Mapping(tuple((Scalar(key), part) for key, part in zip(keys, parts, strict=True)))

    def schema(self) -> Schema:
        """See Type.schema."""
        file = {"type": "string", "pattern": PATTERN}
        return {"anyOf": [file, Each(self._row).schema(), self._mapping.schema()]}


def _table(found: Rows) -> Table:
    """A file's rows, all as long as the longest."""
    wide = max(map(len, found))
    cells = [
        tuple(Text((Run(cell.text),) if cell.text else (), Origin(cell.span)) for cell in row)
        + (Text(()),) * (wide - len(row))
        for row in found
    ]
    return Table(cells[0], tuple(cells[1:]))


def _cells(count: int) -> str:
    return f"{count} cell{'' if count == 1 else 's'}"
