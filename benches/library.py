"""`make bench`, the library: first index, refresh, query and size for 2,000 decks of 50 slides.

In: nothing, or how many decks. The decks are generated, always the same, below a folder that is
removed afterwards. Out: figures on stdout; exit code 1 where a bar is missed. A whole process
counts from its start to its end, Python's own start included.
"""

from __future__ import annotations

import gc
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path

from deckgen.disk import DiskWorld
from deckgen.library.refresh import Search, refresh
from deckgen.library.search import Question, search
from deckgen.library.store import Store

DECKS, SLIDES = 2_000, 50
VOCABULARY = 20_000
COPIED, REUSED = 0.15, 0.05  # of the slides: said again in other words, taken with `use:`
_WORDS = re.compile(r"\w+")
EVERY = 10  # one deck of so many is taken from
ROUNDS = 15
REFRESH, QUERY = 1.0, 0.05  # seconds; what is aimed at
SYLLABLES = _WORDS.findall("""
wel ver be ont zorg wijk huis kracht land werk team schap heid ing bur ger stel sel maat rij straat
bu ren over leg stuur tran si tie ge sprek raad plan net zo mer win ter kind school
""")
COMMON = _WORDS.findall("""
de het een van en in is dat op te zijn voor met niet aan er om ook als dan maar naar wordt uit bij
nog wat worden meer over door deze hun tot veel kan geen mensen burgers wereld
""")
QUESTIONS = {
    "a word": "buurt",
    "an inflected word": "wijkteams",
    "one of the commonest words": "mensen",
    "two words": "burgers transitie",
    "three words": "wijkteam raadplan zorghuis",
    "words in a row": '"burgers voor"',
    "the beginning of a word": "transi*",
    "no such word": "xyzzy",
}


class Author:
    """Writes outlines; the same number gives the same outline."""

    def __init__(self) -> None:
        """Makes up a language: a few words often, most of them seldom, as in every language."""
        chance = random.Random(1)
        made = {
            "".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3)))) for _ in range(60_000)
        }
        self._words = [*COMMON, "buurt", "transitie", *sorted(made)[:VOCABULARY]]
        self._weights = list(accumulate(1 / (place + 3) for place in range(len(self._words))))
        self._written: list[list[str]] = []

    def deck(self, number: int) -> str:
        """An outline's text."""
        chance = random.Random(number)
        head = [
            f"title: {self._said(chance, 5)}", f"author: Spreker {number % 40}", "lang: nl-NL",
            f"date: {1996 + number % 30}-03-28", "slides:",
        ]  # fmt: skip
        slides = [self._slide(chance, number, place) for place in range(SLIDES)]
        self._written.append([text for text in slides if "use:" not in text])
        return "\n".join((*head, *slides)) + "\n"

    def _slide(self, chance: random.Random, number: int, place: int) -> str:
        lot = chance.random()
        if number % EVERY and lot < REUSED:
            source = chance.randrange(number // EVERY + 1) * EVERY
            return f'- use: "../d{source:04d}/deck.yaml#s1"'
        if number and lot < REUSED + COPIED:
            before = chance.choice(chance.choice(self._written)).split("\n", 1)
            notes = f"  notes: {self._said(chance, 12)}"
            return f"{before[0]} {self._said(chance, 1)}\n{before[1]}\n{notes}".replace(
                "  id: s1\n", ""
            )
        if place == 0:
            return f"- title: {self._said(chance, 5)}\n  id: s1\n  text: {self._said(chance, 20)}"
        return "\n".join(self._fresh(chance))

    def _fresh(self, chance: random.Random) -> Iterator[str]:
        kind = chance.choice(("points", "points", "statement", "pairs", "quote", "stats"))
        if kind in ("statement", "quote"):
            yield f"- {kind}: {self._said(chance, 12)}"
        else:
            yield f"- title: {self._said(chance, 5)}"
            yield f"  {kind}:"
            for _ in range(chance.randint(3, 5)):
                yield self._item(chance, kind)
        yield f"  tags: [t{chance.randrange(60)}]"
        yield f"  notes: {self._said(chance, chance.randint(10, 40))}"

    def _item(self, chance: random.Random, kind: str) -> str:
        if kind == "points":
            return f"  - {self._said(chance, 6)}"
        if kind == "pairs":
            return f"  - {self._said(chance, 1)}: {self._said(chance, 6)}"
        return f"  - '**{chance.randint(2, 99)}** {self._said(chance, 4)}'"

    def _said(self, chance: random.Random, many: int) -> str:
        return " ".join(chance.choices(self._words, cum_weights=self._weights, k=many))


def written(folder: Path, decks: int) -> None:
    """The library."""
    author = Author()
    for number in range(decks):
        place = folder / f"d{number:04d}"
        place.mkdir(parents=True)
        (place / "deck.yaml").write_text(author.deck(number), "utf-8")
    (folder / ".git").mkdir()


def timed(run: Callable[[], object]) -> float:
    """Seconds."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def middle(run: Callable[[], object]) -> float:
    """The median of several rounds."""
    return statistics.median(timed(run) for _ in range(ROUNDS))


def main() -> int:
    """Measure, show, judge."""
    decks = int(sys.argv[1]) if len(sys.argv) > 1 else DECKS
    with tempfile.TemporaryDirectory(prefix="deckgen-bench-") as name:
        folder = Path(name)
        written(folder / "talks", decks)
        return measured(folder, decks)


def measured(folder: Path, decks: int) -> int:
    """The figures of a library in `folder`/talks."""
    cache = folder / "cache" / "deckgen" / "library.sqlite3"
    order = Search((os.path.realpath(folder / "talks"),), DiskWorld)
    store = Store(str(cache))
    print(f"a library of {decks:,} decks, {decks * SLIDES:,} slides, {os.cpu_count()} cores")
    gc.disable()  # as in a command
    first, worked = cost(lambda: refresh(store, order), 1)
    store.base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    texts = sum(path.stat().st_size for path in (folder / "talks").rglob("*.yaml"))
    pace = decks * SLIDES / first
    print(f"  first index         {first:8.2f} s   {worked:.1f} s of a core; {pace:,.0f} slides/s")
    print(f"  its size            {cache.stat().st_size / 1e6:8.1f} MB  YAML: {texts / 1e6:.1f} MB")
    quiet = middle(lambda: refresh(store, order))
    print(f"  nothing changed     {quiet:8.3f} s")
    alone = changed(decks // 2 + 1, folder / "talks", store, order)
    shared = changed(decks // 2 // EVERY * EVERY, folder / "talks", store, order)
    slowest = queries(store, order)
    whole(folder, order)
    return 0 if max(alone, shared) < REFRESH and slowest < QUERY else 1


def changed(deck: int, folder: Path, store: Store, order: Search) -> float:
    """One more slide in one deck, and the refresh; the slowest of five."""
    path = folder / f"d{deck:04d}" / "deck.yaml"
    many = 0

    def change() -> None:
        nonlocal many
        path.write_text(path.read_text("utf-8") + "- statement: Nog een zin over bomen\n", "utf-8")
        many = refresh(store, order).read

    seconds, worked = cost(change, 5)
    told = f"{worked:.3f} s of a core; {many} decks read again"
    print(f"  after one change    {seconds:8.3f} s   {told}")
    return seconds


def queries(store: Store, order: Search) -> float:
    """The slowest question's median, in this process."""
    found = {}
    for what, words in QUESTIONS.items():
        question = Question(words, folders=order.folders)
        found[what] = middle(lambda question=question: search(store, question))
        many = len(search(store, question).hits)
        print(f"  {what:34} {found[what] * 1000:7.1f} ms   {words}: {many} shown")
    return max(found.values())


def whole(folder: Path, order: Search) -> None:
    """A question as somebody types it, process and all; and a command that does nothing."""
    program = str(Path(sys.executable).with_name("deckgen"))
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}

    def typed(*words: str) -> Callable[[], object]:
        line = [program, *words]
        return lambda: subprocess.run(
            line, cwd=order.folders[0], env=environment, capture_output=True, check=False
        )

    typed("search", "buurt")()
    for words in (("search", "buurt"), ("icons", "xyzzy")):
        seconds, worked = cost(typed(*words))
        line = f"deckgen {' '.join(words)}, whole process"
        print(f"  {line:34} {seconds * 1000:7.1f} ms   of which {worked * 1000:.0f} ms of a core")


def cost(run: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Medians: seconds on the clock, and those that this and other processes worked for it."""
    found = []
    for _ in range(rounds):
        before = os.times()
        seconds = timed(run)
        after = os.times()
        worked = sum(after[:4]) - sum(before[:4])
        found.append((seconds, worked))
    return statistics.median(one for one, _ in found), statistics.median(two for _, two in found)


if __name__ == "__main__":
    sys.exit(main())
