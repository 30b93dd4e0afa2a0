"""Defects to plant into a good package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

EPOCH = (1980, 1, 1, 0, 0, 0)


class Swap(NamedTuple):
    """The first `old` of a part becomes `new`."""

    part: str
    old: str
    new: str

    def __call__(self, parts: dict[str, bytes]) -> None:
        old = self.old.encode()
        assert old in parts[self.part], self.old
        parts[self.part] = parts[self.part].replace(old, self.new.encode(), 1)


class Drop(NamedTuple):
    """A part is missing."""

    part: str

    def __call__(self, parts: dict[str, bytes]) -> None:
        del parts[self.part]


class Add(NamedTuple):
    """A part too many."""

    part: str
    data: bytes

    def __call__(self, parts: dict[str, bytes]) -> None:
        parts[self.part] = self.data


Defect = Callable[[dict[str, bytes]], None]


def planted(deck: bytes, *defects: Defect, when: tuple[int, ...] = EPOCH) -> bytes:
    with zipfile.ZipFile(io.BytesIO(deck)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    for defect in defects:
        defect(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, when), data)
    return stream.getvalue()
