"""Where a library is asked: its cache opened, brought up to date, and mended when it is broken.

In: where the cache lies, which outlines are meant. Out: answers, and what there is to say about the
library. What must not be here: questions, printing.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from typing import TypeVar

from deckgen.base.diagnostics import Diagnostic
from deckgen.library.refresh import Refreshed, Search, refresh
from deckgen.library.store import BusyError, Store

Answer = TypeVar("Answer")
_NAMED = 3  # outlines with mistakes that are named; the others are counted


class Desk:
    """One library, for one command."""

    def __init__(self, cache: str, order: Search) -> None:
        """`cache` is the path of its file."""
        self._store = Store(cache)
        self._order = order
        self._busy = False
        self.refreshed = Refreshed()

    def ask(self, question: Callable[[Store], Answer]) -> Answer:
        """The answer of a library that is up to date. A broken cache is made anew, once."""
        try:
            self._refresh()
            return question(self._store)
        except sqlite3.DatabaseError:
            self._store.renew()
            self._refresh()
            return question(self._store)

    def close(self) -> None:
        """Let go of the cache."""
        self._store.close()

    def _refresh(self) -> None:
        try:
            self.refreshed = refresh(self._store, self._order)
        except BusyError:
            self._busy = True

    def problems(self) -> list[tuple[str, str]]:
        """Outlines that were not understood as a whole: absolute path, what is wrong."""
        return self._store.problems(self._order.folders)

    def found(self, shown: Callable[[str], str]) -> tuple[Diagnostic, ...]:
        """What there is to say; `shown` gives paths as people know them."""
        found = [*self._about_cache(), *self._about_folders(shown)]
        problems = self.problems()
        if problems:
            found.append(_not_read([(shown(path), said) for path, said in problems]))
        return tuple(found)

    def _about_cache(self) -> list[Diagnostic]:
        if self._busy:
            message = "Another process is reading the library; this is what was known before."
            return [Diagnostic("library/busy", message, None, "note", ("ask again in a minute",))]
        if self._store.kept:
            return []
        folder = os.path.dirname(self._store.path)
        message = f"Nothing can be kept in {folder}: every outline is read again each time."
        hint = "make it writable, or name another folder with XDG_CACHE_HOME"
        return [Diagnostic("library/not-kept", message, None, "note", (hint,))]

    def _about_folders(self, shown: Callable[[str], str]) -> list[Diagnostic]:
        return [
            Diagnostic(
                "library/no-folder",
                f"There is no folder {shown(path)}; its outlines are not found.",
                None,
                "warning",
                ("DECKGEN_LIBRARY names it: mend it there",),
            )
            for path in self._order.folders
            if not os.path.exists(path)
        ]


def _not_read(problems: list[tuple[str, str]]) -> Diagnostic:
    named = "; ".join(f"{path}:{said.rstrip('.')}" for path, said in problems[:_NAMED])
    rest = f"; and {len(problems) - _NAMED} more" if len(problems) > _NAMED else ""
    many = f"{len(problems)} outlines have" if len(problems) > 1 else "1 outline has"
    return Diagnostic(
        "library/not-read-whole",
        f"{many} mistakes, so that slides may be missing here: {named}{rest}.",
        None,
        "warning",
        (f"see: deckgen check {problems[0][0]}",),
    )
