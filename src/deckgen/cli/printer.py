"""The one file that prints: results on stdout, messages on stderr, or all of it as JSON.

In: results and findings of a command. Out: text. Decides nothing but how it looks.
"""

from __future__ import annotations

import os
import sys
import time
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from typing import Any, TextIO

from deckgen.base.diagnostics import Diagnostic, Span
from deckgen.cli import annotation
from deckgen.cli.excerpt import render
from deckgen.disk import DiskWorld

# Findings beyond this number are counted, not shown; --json has them all.
SHOWN = 50
# Lines are quoted from files up to this size; a larger one is no outline.
QUOTED = 8_000_000
# A build shorter than this shows no progress.
PATIENCE = 0.7
REFRESH = 0.1


class Printer:
    """Prints for one command."""

    def __init__(self, command: str, as_json: bool = False) -> None:
        """With `as_json`, nothing is printed before `close`."""
        self._command = command
        self._json = as_json
        self._annotate = False
        self._whole: Any = None
        self._results: list[dict[str, Any]] = []
        self._started = time.monotonic()
        self._last = 0.0

    @property
    def as_json(self) -> bool:
        """Whether all is printed as one JSON document."""
        return self._json

    def speak(self, form: str) -> None:
        """Print so: `text`, `json`, `github` (findings as workflow commands) or `sarif`."""
        self._json = self._json or form in ("json", "sarif")
        self._annotate = form == "github"

    def document(self, whole: Any) -> None:
        """Print this value at the end, instead of the results."""
        self._whole = whole

    def result(self, text: str, **record: Any) -> None:
        """What the command was asked for: a line of text, and the same as a record."""
        self._results.append(record)
        if not self._json and text:
            sys.stdout.write(text + "\n")

    def message(self, text: str) -> None:
        """Something to know that is not the result."""
        if not self._json:
            self._wipe()
            sys.stderr.write(text + "\n")

    def findings(
        self, found: Iterable[Diagnostic], world: DiskWorld, asked: bool = False
    ) -> list[dict[str, Any]]:
        """Show findings in the order of their places and give them as records.

        `asked`: they are what the command was asked for, so they go to stdout.
        """
        ordered = sorted(found, key=_order)
        if not self._json:
            self._wipe()
            self._show(ordered, world, sys.stdout if asked else sys.stderr)
        return [_record(one, world) for one in ordered]

    def progress(self, done: int, total: int, what: str = "slides") -> None:
        """Say how far a long build is, on a terminal only."""
        now = time.monotonic()
        if self._json or now - self._started < PATIENCE or now - self._last < REFRESH:
            return
        if sys.stderr.isatty():
            self._last = now
            sys.stderr.write(f"\r{done} of {total} {what}")
            sys.stderr.flush()

    def close(self) -> None:
        """Print what is due at the end."""
        self._wipe()
        if self._json:
            import json

            whole = self._whole or {"command": self._command, "results": self._results}
            plain = not (sys.stdout.encoding or "").lower().startswith("utf")
            sys.stdout.write(json.dumps(whole, ensure_ascii=plain, indent=2) + "\n")
        sys.stdout.flush()

    def _show(self, found: list[Diagnostic], world: DiskWorld, stream: TextIO) -> None:
        if self._annotate:
            for one in found:
                file = shown(world.path(one.span.file)).replace(os.sep, "/") if one.span else ""
                stream.write(annotation.render(one, file) + "\n")
            return
        colour = stream.isatty() and "NO_COLOR" not in os.environ
        lines = _Lines(world)
        for one in found[:SHOWN]:
            place = where(one.span, world) if one.span else ""
            stream.write(render(one, place, lines.of(one.span), colour) + "\n\n")
        if len(found) > SHOWN:
            stream.write(f"… and {len(found) - SHOWN} more; --json lists them all\n\n")

    def _wipe(self) -> None:
        if self._last:
            sys.stderr.write("\r\x1b[K")
            self._last = 0.0


class _Lines:
    """Lines of source files, each file read once."""

    def __init__(self, world: DiskWorld) -> None:
        self._world = world
        self._files: dict[str, list[str]] = {}

    def of(self, span: Span | None) -> str | None:
        if span is None:
            return None
        if span.file not in self._files:
            self._files[span.file] = self._read(span.file)
        lines = self._files[span.file]
        return lines[span.line - 1] if 0 < span.line <= len(lines) else None

    def _read(self, file: str) -> list[str]:
        if (self._world.size(file) or 0) > QUOTED:
            return []
        data = self._world.read(file) or b""
        marked = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        text = data.decode("utf-16" if marked else "utf-8-sig", errors="replace")
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def where(span: Span, world: DiskWorld) -> str:
    """`file:line:column`, the file as it is reached from the current folder."""
    return f"{shown(world.path(span.file))}:{span.line}:{span.column}"


def shown(path: str) -> str:
    """A path relative to the current folder where it lies below it, else as it is."""
    path, here = os.path.normpath(path), os.getcwd() + os.sep
    return path.removeprefix(here)


def _order(found: Diagnostic) -> tuple[str, int, int]:
    span = found.span
    return (span.file, span.line, span.column) if span else ("", 0, 0)


def _record(found: Diagnostic, world: DiskWorld) -> dict[str, Any]:
    record: dict[str, Any] = {
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "hints": list(found.hints),
        "fixable": bool(found.edits),
    }
    if found.span:
        span = found.span
        record |= {"file": shown(world.path(span.file)), "line": span.line, "column": span.column}
        record |= {"end_line": span.end_line, "end_column": span.end_column}
    return record
