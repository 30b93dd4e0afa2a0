"""What reuse costs, and the planner: ratios to loading the same slides written out, in one run.

    python benches/remix.py

Loads from memory, so that only reading is measured: 300 slides and 300 picks from another deck,
a chain of five decks, and 200 decks within reach. Then the planner: 300 slides, and 500 random
decks against brute force. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.remix.test_knapsack import best, deck, long_talk

from deckgen.remix.knapsack import Choice, choose
from deckgen.remix.load import load
from deckgen.world import MemoryWorld

TURNS = 7
RATIO, PLAN_SECONDS = 2.5, 0.1
CHAIN_RATIO = 3.5  # five outlines of 300 entries are read, and one written out
Load = Callable[[], int]


def slides(count: int, name: str) -> str:
    """Slides as a lecture has them: a title, three points, notes."""
    return "".join(
        f"- title: Slide {index} of {name}\n  id: s{index}\n"
        f"  points:\n  - one *two* three {index}\n  - four five six\n  - seven eight\n"
        f"  notes: What is said about {index}, a sentence or two of it.\n"
        for index in range(count)
    )


def picks(deck_name: str, places: range) -> str:
    """A `use:` for each slide."""
    return "".join(f"- use: {deck_name}#s{index}\n" for index in places)


def worlds() -> dict[str, tuple[Load, Load]]:
    """What is measured: reuse, and the same slides written out."""
    three, six = slides(300, "b"), slides(300, "a") + slides(300, "b").replace("id: s", "id: t")
    both = {"a/deck.yaml": slides(300, "a") + picks("b", range(300)), "b/deck.yaml": three}
    chain = {f"d{k}/deck.yaml": picks(f"d{k + 1}", range(300)) for k in range(1, 5)}
    many = {f"decks/k{k}/deck.yaml": slides(3, f"k{k}") for k in range(200)}
    many["decks/a/deck.yaml"] = "".join(picks(f"k{k}", range(3)) for k in range(200))
    plain = _loading({"deck.yaml": three}, "deck.yaml")
    twice = _loading({"deck.yaml": six}, "deck.yaml")
    return {
        "300 own, 300 reused": (_loading(both, "a/deck.yaml"), twice),
        "300 of a chain of 5": (_loading({**chain, "d5/deck.yaml": three}, "d1/deck.yaml"), plain),
        "600 of 200 decks": (_loading(many, "decks/a/deck.yaml"), twice),
    }


def _loading(outlines: dict[str, str], path: str) -> Load:
    world = MemoryWorld({name: f"slides:\n{text}".encode() for name, text in outlines.items()})

    def run() -> int:
        found = load(path, world)
        assert found.value is not None
        return len(found.value.slides)

    return run


def _best(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def main() -> int:
    """Measures, prints, judges."""
    good = True
    for name, (reused, written) in worlds().items():
        assert reused() == written()
        times = [(_best(reused), _best(written)) for _ in range(TURNS)]  # in turns
        one, other = (min(column) for column in zip(*times, strict=True))
        good &= one / other < (CHAIN_RATIO if "chain" in name else RATIO)
        print(f"{name}: {one * 1000:.0f} ms, written out {other * 1000:.0f} ms: {one / other:.2f}")
    talk = long_talk()
    seconds = min(_best(lambda: choose(talk, 120)) for _ in range(TURNS))
    good &= seconds < PLAN_SECONDS
    print(f"planner, 300 slides: {seconds * 1000:.0f} ms")
    pairs = [deck(seed, 18 if seed % 50 == 0 else 11) for seed in range(500)]
    right = sum(choose(pieces, limit) == Choice(best(pieces, limit)) for pieces, limit in pairs)
    good &= right == len(pairs)
    print(f"planner against brute force: {right} of {len(pairs)} random decks the same")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
