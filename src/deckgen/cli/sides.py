"""What was typed → the two talks that are to be compared.

In: `talk.yaml`, `talk.yaml@kort`, `talk.pptx`, a folder. Out: `Side`s, and what they say. What
must not be here: comparing.
"""

from __future__ import annotations

import os

from msgspec import Struct
from msgspec.structs import replace

from deckgen.base.diagnostics import Diagnostic
from deckgen.cli.arguments import UsageError
from deckgen.cli.places import Place, outlines
from deckgen.disk import DiskWorld, read
from deckgen.outline.model import Deck
from deckgen.pipeline import compile_deck
from deckgen.readers.pptx.telling import Presentation, tell
from deckgen.remix.load import load
from deckgen.remix.variants import TALK, Wanted
from deckgen.scene.model import Scene

PRESENTATIONS = (".pptx", ".pptm", ".potx", ".ppsx")
NOTHING = (os.devnull, "/dev/null", "nul")  # what git calls a file that is not there


class Side(Struct, frozen=True):
    """One talk: how it was typed, and the form of it that is wanted. `file` is where it lies.

    `place` is where it is read as if it lay there: paths in an outline start from that folder.
    """

    typed: str
    file: str
    place: Place
    wanted: Wanted = TALK

    @property
    def presentation(self) -> bool:
        """Whether it is a .pptx."""
        return self.file.lower().endswith(PRESENTATIONS)

    @property
    def nothing(self) -> bool:
        """Whether there is no file: the other side is new, or was taken away."""
        return self.file in NOTHING


class Told(Struct, frozen=True):
    """What a side says. `talk` is None where it can't be read; `scene`, where it was not laid out.

    `base` is what its paths start from.
    """

    talk: Deck | Presentation | None
    scene: Scene | None
    found: tuple[Diagnostic, ...]
    world: DiskWorld


class Standing(DiskWorld):
    """The disk, with other bytes in the place of one file: an older version of an outline."""

    def __init__(self, place: Place, data: bytes) -> None:
        """`data` is read where the place's file is."""
        super().__init__(place.folder)
        self._file, self._data = place.file, data

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        return self._data if path == self._file else super().read(path)

    def size(self, path: str) -> int | None:
        """See World.size."""
        return len(self._data) if path == self._file else super().size(path)


def side(typed: str, wanted: Wanted, beside: str = "") -> Side:
    """One side. `@kort` names a form of `beside`, the other side's file."""
    path, sign, variant = typed.rpartition("@")
    if os.path.exists(typed) or typed in NOTHING or not sign:
        path, variant = typed, ""
    if not path:
        path = beside
    if typed in NOTHING:
        return Side(typed, typed, Place(".", typed))
    place = outlines((path,))[0]
    found = Side(typed, os.path.join(place.folder, place.file), place)
    if found.presentation:
        if variant:
            raise UsageError(f"deckgen: {typed}: a presentation has no variants; name its outline")
        return found
    return replace(found, wanted=replace(wanted, variant=variant) if variant else wanted)


def standing(one: Side, path: str) -> Side:
    """A side that is read as if it lay elsewhere: git hands over copies of what lies there."""
    folder, file = os.path.split(path)
    return replace(one, place=Place(folder or ".", file))


def told(one: Side, as_presentation: bool, drawn: bool) -> Told:
    """What a side says: as slides of a .pptx, or as the outline's own; laid out if `drawn`."""
    if one.nothing:
        return Told(Presentation(()) if as_presentation else Deck(()), None, (), DiskWorld("."))
    if one.presentation:
        return _opened(one)
    world = _world(one)
    if not (as_presentation or drawn):
        found = load(one.place.file, world, one.wanted)
        return Told(found.value, None, found.diagnostics, world)
    made = compile_deck(one.place.file, world, None, None, one.wanted)
    talk: Deck | Presentation | None = made.deck
    if as_presentation:
        from deckgen.writers.pptx.package import write

        talk = tell(write(made.scene)) if made.scene else None
    return Told(talk, made.scene, made.diagnostics, world)


def _opened(one: Side) -> Told:
    found = tell(read(one.file) or b"")
    if found is None:
        raise UsageError(f"deckgen: {one.typed} is no presentation that can be read")
    return Told(found, None, (), DiskWorld(one.place.folder))


def _world(one: Side) -> DiskWorld:
    if os.path.join(one.place.folder, one.place.file) == one.file:
        return DiskWorld(one.place.folder)
    return Standing(one.place, read(one.file) or b"")
