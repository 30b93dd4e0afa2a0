"""Codes of syntax."""

ROWS: list[tuple[str, str, str, str]] = []
