"""A library of outlines in a folder, with a cache of its own."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from deckgen.disk import DiskWorld
from deckgen.library.refresh import Refreshed, Search, refresh
from deckgen.library.search import Answer, Question, search
from deckgen.library.store import Store


class Shelf:
    """Outlines by name; each is written with a stamp that is trusted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "talks"
        self.folder.mkdir()
        self.cache = folder / "cache" / "library.sqlite3"
        self._clock = 1_000_000_000

    def put(self, name: str, text: str) -> Path:
        """Write `<name>/deck.yaml`, or a file where the name has an ending."""
        path = self.folder / (name if "." in name else f"{name}/deck.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        self._clock += 10
        os.utime(path, (self._clock, self._clock))
        return path

    def deck(self, name: str, *slides: str, head: str = "lang: nl-NL") -> Path:
        """Write a deck of slides."""
        return self.put(name, f"title: {name}\n{head}\nslides:\n" + "".join(slides))

    @property
    def order(self) -> Search:
        return Search((os.path.realpath(self.folder),), DiskWorld)

    def refreshed(self) -> Refreshed:
        with closing(Store(str(self.cache))) as store:
            return refresh(store, self.order)

    def answer(self, words: str = "", **typed: object) -> Answer:
        """What is found, by a process that comes anew."""
        with closing(Store(str(self.cache))) as store:
            refresh(store, self.order)
            question = Question(words, folders=self.order.folders, **typed)  # type: ignore[arg-type]
            return search(store, question)

    def found(self, words: str = "", **typed: object) -> list[str]:
        """The names of the slides that are found."""
        return [hit.version.shown for hit in self.answer(words, **typed).hits]
