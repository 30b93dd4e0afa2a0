"""Finished decks → files, each replaced whole or not at all, and never over a person's work.

In: a path and bytes. Out: what kept them from being there. What must not be here: building.
"""

from __future__ import annotations

from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic
from deckgen.disk import read, write_atomic

CHANGED = Diagnostic(
    "build/changed-by-hand",
    "{path} was changed since deckgen wrote it, or deckgen never wrote it: it is left as it is",
    hints=(
        "type `--force` to overwrite it; the changes in it are lost then",
        "or write to another file with `-o FILE.pptx` and bring the changes over",
    ),
)
UNWRITABLE = Diagnostic(
    "build/cannot-write",
    "{path} can't be written: {reason}",
    hints=("close it where it is open, or name another place with `-o`",),
)


def deliver(path: str, data: bytes, force: bool, shown: str) -> tuple[Diagnostic, ...]:
    """Put the file in its place, unless that would destroy a person's work."""
    before = read(path)
    if before == data:
        return ()
    if before and not force and not ours(before):
        return (changed(shown),)
    try:
        write_atomic(path, data)
    except OSError as problem:
        return (_about(UNWRITABLE, path=shown, reason=why(problem)),)
    return ()


def ours(data: bytes) -> bool:
    """Whether a file is as deckgen wrote it."""
    from deckgen.readers.pptx.fingerprint import untouched

    return untouched(data)


def changed(shown: str) -> Diagnostic:
    """What is said of a file that is not as deckgen wrote it."""
    from shlex import quote

    told = f"see what was changed: deckgen diff OUTLINE {quote(shown)}"
    return replace(_about(CHANGED, path=shown), hints=(told, *CHANGED.hints))


def why(problem: OSError) -> str:
    """Why a file can't be where it belongs, in words for people."""
    if isinstance(problem, IsADirectoryError):
        return "a folder has that name"
    return problem.strerror or str(problem)


def _about(found: Diagnostic, **facts: str) -> Diagnostic:
    return replace(found, message=found.message.format(**facts))
