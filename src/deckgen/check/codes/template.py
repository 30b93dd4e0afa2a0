"""Codes of template."""

ROWS: list[tuple[str, str, str, str]] = []
