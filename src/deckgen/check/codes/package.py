"""Codes of package."""

ROWS: list[tuple[str, str, str, str]] = []
