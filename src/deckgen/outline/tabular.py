"""Types of numbers and cells: a chart's data and tables.

What must not be here: how charts or tables look.
"""

from __future__ import annotations

from typing import Any

from deckgen.outline.model import Chart, Series, Table, Text
from deckgen.outline.quantities import Number
from deckgen.outline.reader import Reader
from deckgen.outline.records import Each, Field, Record
from deckgen.outline.values import WORDS, Schema, Type
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

Data = tuple[tuple[str, ...], tuple[Series, ...]]


class Numbers(Type[Data]):
    """`{category: number}`, or `{series: {category: number}}`; an empty number is a gap."""

    name = "{category: number} or {series: {category: number}}"
    _number = Number()

    def read(self, node: Node, reader: Reader) -> Data | None:
        """See Type.read."""
        if not isinstance(node, Mapping) or not node.entries:
            reader.wrong_type(node, "categories with numbers", "type data: {first: 12, second: 30}")
            return None
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
        return Mapping(tuple((Scalar(_plain(s.name)), self._row(categories, s)) for s in series))

    def _row(self, categories: tuple[str, ...], series: Series) -> Mapping:
        pairs = zip(categories, series.values, strict=True)
        return Mapping(
            tuple(
                (Scalar(_plain(name)), Scalar("") if value is None else self._number.write(value))
                for name, value in pairs
            )
        )

    def schema(self) -> Schema:
        """See Type.schema."""
        row = {"type": "object", "additionalProperties": {"type": ["number", "null"]}}
        nested = {"type": "object", "additionalProperties": row}
        return {"anyOf": [{**row, "minProperties": 1}, {**nested, "minProperties": 1}]}


def _plain(text: str) -> str:
    return text.replace("{{", "\\{{")


class Charts(Record):
    """`data` becomes categories and series."""

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

    name = "list of rows, or {header, rows}"
    _row = Each(Cell())
    _fields = (
        Field("header", _row, "the cells of the first row", True),
        Field("rows", Each(_row), "the other rows, each a list of cells", True),
    )
    _mapping = Record(Table, _fields)

    def read(self, node: Node, reader: Reader) -> Table | None:
        """See Type.read."""
        table: Table | None = None
        if isinstance(node, Mapping):
            table = self._mapping.read(node, reader)
            spans = node.get("rows")
            rows = spans.items if isinstance(spans, Sequence) else ()
        else:
            read = Each(self._row).read(node, reader)
            rows = node.items[1:] if isinstance(node, Sequence) else ()
            table = Table(read[0], read[1:]) if read else None
        if table is not None:
            self._even(table, rows, reader)
        return table

    def _even(self, table: Table, rows: tuple[Node, ...], reader: Reader) -> None:
        wanted = len(table.header)
        for row in rows:
            if isinstance(row, Sequence) and len(row.items) != wanted:
                reader.report(
                    "uneven-rows",
                    f"This row has {len(row.items)} cells, the header has {wanted}.",
                    row.span,
                    'type as many cells as the header has; an empty one is ""',
                )

    def write(self, value: Table) -> Node:
        """See Type.write."""
        rows = [
            Sequence(tuple(Cell().write(cell) for cell in row), flow=True)
            for row in (value.header, *value.rows)
        ]
        return Sequence(tuple(rows))

    def schema(self) -> Schema:
        """See Type.schema."""
        return {"anyOf": [Each(self._row).schema(), self._mapping.schema()]}
