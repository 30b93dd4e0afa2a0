"""A chart's numbers → the workbook behind it, so that people can edit the data.

In: a Chart. Out: .xlsx bytes, the same for the same numbers. The one door to XlsxWriter,
imported only when there is a chart. Not here: how the chart looks.
"""

from __future__ import annotations

import io
from datetime import datetime

from deckgen.scene.model import Chart

_CREATED = datetime(2000, 1, 1)  # any fixed day: the same input must give the same bytes


def workbook(item: Chart, sheet: str) -> bytes:
    """Categories in column A, a column a series, names in row 1."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    page = book.add_worksheet(sheet)
    for row, category in enumerate(item.categories, 1):
        page.write_string(row, 0, category)
    for column, series in enumerate(item.series, 1):
        page.write_string(0, column, series.name)
        for row, value in enumerate(series.values, 1):
            if value is not None:
                page.write_number(row, column, value)
    book.close()
    return stream.getvalue()
