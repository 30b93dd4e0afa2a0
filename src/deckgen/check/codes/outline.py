"""Codes of outline."""

ROWS: list[tuple[str, str, str, str]] = []
