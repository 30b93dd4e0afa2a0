"""How full and how balanced a deck's pages are in each template: numbers to watch, not to reach.

    python tools/trends.py [DECK …]

In: decks. Out: a line for each template on stdout: words a page and share of their place that lists
fill (medians), Ngo's balance (mean). A template whose numbers stand apart is worth a look at its
contact sheet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from deckgen.disk import DiskWorld
from deckgen.lint.balance import trend
from deckgen.lint.density import fills, word_counts
from deckgen.lint.talk import Talk
from deckgen.pipeline import compile_deck

DECKS = ("decks/big-society/deck.yaml", "decks/zuyd-2013/deck.yaml")


def rows(deck: Path) -> Iterator[str]:
    """The lines of a deck's table."""
    world = DiskWorld(str(deck.parent))
    for template in world.templates():
        compiled = compile_deck(deck.name, world, template)
        if compiled.deck is None or compiled.scene is None:
            yield f"{template:<18} does not compile"
            continue
        talk = Talk(compiled.deck, compiled.template, compiled.scene)
        words = median(word_counts(talk) or [0])
        filled = median(fills(talk) or [0.0])
        yield f"{template:<18} {words:>5g} words  {filled:>4.0%} filled  {trend(talk):.2f} balance"


def main(arguments: list[str]) -> int:
    """See the module."""
    for deck in arguments or DECKS:
        print(deck)
        for row in rows(Path(deck)):
            print("  " + row)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
