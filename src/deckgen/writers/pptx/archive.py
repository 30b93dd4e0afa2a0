"""Parts → a zip file, the same bytes for the same parts in the same order.

In: names and bytes, in file order. Out: the archive. Compresses each part at once, so
that no more than the packed bytes are kept. Not here: what the parts mean.
"""

from __future__ import annotations

import struct
import zlib

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_DATE = 33  # 1 January 1980, the earliest that zip can say
_STORED, _DEFLATED = 0, 8
# Deflating these again gains nothing.
_PACKED = (
    ".png", ".jpg", ".jpeg", ".gif", ".xlsx", ".mp4", ".m4v", ".mov", ".webm", ".mp3", ".m4a",
)  # fmt: skip
_SMALL = 1024


Packed = tuple[int, int, int, bytes]  # method, CRC-32, size, what is in the file


class Packing:
    """Parts of the package before, packed: most decks of a merge differ in a slide or two."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._before: dict[bytes, Packed] = {}
        self._now: dict[bytes, Packed] = {}

    def begin(self) -> None:
        """Before a package: what the one before it did not need is forgotten."""
        self._before, self._now = self._now, {}

    def deflated(self, data: bytes) -> Packed:
        """A part, packed. Equal bytes give equal bytes, whoever packed them."""
        found = self._before.get(data) or _deflate(data)
        self._now[data] = found
        return found


class Archive:
    """A zip file that grows part by part."""

    def __init__(self, packing: Packing | None = None) -> None:
        """Empty. `packing` knows the parts of an earlier one."""
        self._entries: dict[str, Packed] = {}
        self._seen: dict[bytes, Packed] = {}
        self._deflate = packing.deflated if packing else _deflate

    def add(self, name: str, data: bytes) -> None:
        """Pack a part. Its name must be new; names are ASCII."""
        if name in self._entries:
            raise ValueError(f"part written twice: {name}")
        self._entries[name] = self._pack(name, data)

    def has(self, name: str) -> bool:
        """Whether a part of that name was added."""
        return name in self._entries

    def _pack(self, name: str, data: bytes) -> Packed:
        if name.endswith(_PACKED):
            return _STORED, zlib.crc32(data), len(data), data
        if len(data) > _SMALL:
            return self._deflate(data)
        packed = self._seen.get(data)  # most relationship parts are alike
        if packed is None:
            packed = self._seen[data] = _deflate(data)
        return packed

    def listing(self) -> list[tuple[str, int, int]]:
        """Name, CRC-32 and size of every part so far."""
        return [(name, entry[1], entry[2]) for name, entry in self._entries.items()]

    def close(self, first: tuple[str, ...]) -> bytes:
        """The whole file: the parts named `first` in front, the others in the order they came."""
        names = [*first, *(name for name in self._entries if name not in first)]
        body: list[bytes] = []
        directory: list[bytes] = []
        offset = 0
        for name in names:
            local, central, packed = _records(name, self._entries[name], offset)
            body += (local, packed)
            directory.append(central)
            offset += len(local) + len(packed)
        size = sum(map(len, directory))
        end = _END.pack(b"PK\5\6", 0, 0, len(names), len(names), size, offset, 0)
        return b"".join((*body, *directory, end))


def _deflate(data: bytes) -> Packed:
    deflater = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = deflater.compress(data) + deflater.flush()
    return _DEFLATED, zlib.crc32(data), len(data), packed


def _records(name: str, entry: Packed, offset: int) -> tuple[bytes, bytes, bytes]:
    method, crc, size, packed = entry
    path = name.encode("ascii")
    shared = (_VERSION, 0, method, 0, _DATE, crc, len(packed), size, len(path), 0)
    local = _LOCAL.pack(b"PK\3\4", *shared) + path
    central = _CENTRAL.pack(b"PK\1\2", _VERSION, *shared, 0, 0, 0, 0, offset) + path
    return local, central, packed
