"""A file's path → what it said before, newest first, as git keeps it.

Nothing is written, and where there is no git, no repository or no history, there is nothing.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

MOST = 200  # versions that are looked at
_PATIENCE = 20  # seconds for one answer


def versions(path: str) -> Iterator[tuple[str, bytes]]:
    """Commit and content of each version that was committed; renames are followed."""
    folder, name = os.path.split(os.path.abspath(path))
    log = ("log", "--follow", f"-n{MOST}", "--format=%x00%h", "--name-only", "-z", "--", name)
    listed = _git(folder, *log) or b""
    parts = [part.strip(b"\n") for part in listed.split(b"\0")]
    words = [os.fsdecode(part) for part in parts if part]
    top = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel") or b"").strip()
    for commit, file in zip(words[::2], words[1::2], strict=False):
        data = _git(top, "cat-file", "blob", f"{commit}:{file}")
        if data is not None:
            yield commit, data


def _git(folder: str, *words: str) -> bytes | None:
    try:
        done = subprocess.run(
            ("git", "-C", folder, *words), capture_output=True, check=True, timeout=_PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
