"""Bytes of a .pptx → whether deckgen wrote exactly these.

In: bytes of any file. Out: a boolean. What the writer stamped is compared with the parts
as they are now, so that a person's work is never overwritten. Not here: files.
"""

from __future__ import annotations

import io
import re
import zipfile

from deckgen.base import listing
from deckgen.readers.pptx.parts import BROKEN

_STAMP = re.compile(rf'name="{re.escape(listing.PROPERTY)}"><vt:lpwstr>([0-9a-f]{{64}})<'.encode())


def untouched(data: bytes) -> bool:
    """Whether nobody has changed the file since deckgen wrote it. False for any other file."""
    stamped, entries = _read(data)
    return stamped is not None and stamped == listing.digest(entries)


def _read(data: bytes) -> tuple[str | None, list[tuple[str, int, int]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [(i.filename, i.CRC, i.file_size) for i in archive.infolist()]
            if listing.PROPERTY_PART not in archive.namelist():
                return None, []
            stamp = _STAMP.search(archive.read(listing.PROPERTY_PART))
    except BROKEN:
        return None, []
    return (stamp[1].decode() if stamp else None), entries
