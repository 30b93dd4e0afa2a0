"""Codes of remix."""

ROWS: list[tuple[str, str, str, str]] = []
