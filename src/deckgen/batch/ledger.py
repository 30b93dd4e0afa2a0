"""The journal of a merge on the disk: which decks are finished, and still what is wanted.

In: editions. Out: whether one is done; a line for each that now is. A line is written when its
deck has its name, so that whatever ends the run, what the journal says is there.
"""

from __future__ import annotations

import os
from typing import BinaryIO

from deckgen import __version__
from deckgen.batch.snapshot import asked, digest
from deckgen.disk import DiskWorld, appended, read, write_atomic
from deckgen.remix import journal
from deckgen.remix.editions import Edition
from deckgen.remix.journal import Entry, Inputs

_SLACK = 200  # superfluous lines, before the journal is written anew


class Ledger:
    """What is done in one folder, of one outline."""

    def __init__(self, folder: str, outline: str, world: DiskWorld) -> None:
        """`world` is the outline's, `folder` that of the decks."""
        stem = os.path.splitext(os.path.basename(outline))[0]
        self.path = os.path.join(folder, f".{stem}.merge.jsonl")
        self._folder = folder
        self._outline = outline
        self._world = world
        self._digests: dict[tuple[str, str], str] = {}
        self._holding: dict[str, bool] = {}
        self._file: BinaryIO | None = None
        data = read(self.path) or b""
        self._known = journal.parse(data)
        self._lines = data.count(b"\n")

    def finished(self, edition: Edition) -> bool:
        """Whether its file is there, as deckgen left it, and would be the same again."""
        entry = self._known.entries.get(edition.output)
        if entry is None or entry.key != self._key(edition) or not self._holds(entry.inputs):
            return False
        data = read(os.path.join(self._folder, edition.output))
        return data is not None and journal.digest(data) == entry.file

    def note(self, edition: Edition, data: bytes, slides: int, inputs: Inputs) -> None:
        """Write down that a deck is finished. Raises OSError."""
        given = journal.named(inputs)
        file = self._opened()
        if given.inputs not in self._known.given:
            self._known.given[given.inputs] = given.given
            file.write(journal.line(given))
        digest_of = journal.digest(data)
        entry = Entry(edition.output, self._key(edition), given.inputs, digest_of, slides)
        file.write(journal.line(entry))
        file.flush()  # a killed process leaves it to the system; only a power failure may lose it

    def close(self) -> None:
        """No more lines."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _key(self, edition: Edition) -> str:
        return journal.key(__version__, self._outline, edition)

    def _holds(self, name: str) -> bool:
        """Whether everything that a deck was made of still is as it was."""
        if name not in self._holding:
            inputs = self._known.given.get(name)
            self._holding[name] = inputs is not None and all(
                self._digest(what, about) == digest for what, about, digest in inputs
            )
        return self._holding[name]

    def _digest(self, what: str, about: str) -> str:
        ask = what, about
        if ask not in self._digests:
            self._digests[ask] = digest(asked(self._world, ask))
        return self._digests[ask]

    def _opened(self) -> BinaryIO:
        if self._file is None:
            self._compact()
            self._file = appended(self.path)
            if not self._known.whole:
                self._file.write(b"\n")
        return self._file

    def _compact(self) -> None:
        """Without lines that later ones have overtaken, once there are many."""
        entries, given = self._known.entries, self._known.given
        if self._lines <= 2 * (len(entries) + len(given)) + _SLACK:
            return
        used = {entry.inputs for entry in entries.values()}
        lines = [journal.line(journal.Given(n, i)) for n, i in given.items() if n in used]
        lines += [journal.line(entry) for entry in entries.values()]
        write_atomic(self.path, b"".join(lines))
