"""Codes of layout."""

ROWS: list[tuple[str, str, str, str]] = []
