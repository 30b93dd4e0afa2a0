"""Codes of commands."""

ROWS: list[tuple[str, str, str, str]] = []
