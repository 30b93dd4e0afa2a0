"""Outlines that provoke codes, and what is said about them. Made by a test from its cases."""

EXAMPLES: dict[str, tuple[str, str]] = {}
