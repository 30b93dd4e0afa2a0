"""A digest of a package's listing: what a writer stamps and a reader compares.

In: (name, CRC-32, size) of every entry. Out: hex digits. Not here: zip files, slides.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

PROPERTY = "deckgen.fingerprint"
PROPERTY_PART = "docProps/custom.xml"


def digest(entries: Iterable[tuple[str, int, int]]) -> str:
    """SHA-256 over the sorted entries, without the part that carries the digest itself."""
    lines = [f"{name} {crc:08x} {size}\n" for name, crc, size in entries if name != PROPERTY_PART]
    return hashlib.sha256("".join(sorted(lines)).encode()).hexdigest()
