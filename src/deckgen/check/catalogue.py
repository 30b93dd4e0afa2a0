"""Code → what it means, why it matters, what to do: the entries of docs/codes.md and `explain`.

The stages' codes are written down in `codes/`, the rules' come from the rules themselves. A test
proves that every code in the source has an entry.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from msgspec import Struct

AREAS = {
    "syntax": "The text of the file: what YAML can't read, or reads otherwise than was meant.",
    "outline": "The outline: keys, values, links and files.",
    "remix": "Slides of other decks, and variants of a talk.",
    "library": "Searching all outlines.",
    "template": "Templates: their values, and the PowerPoint files that they stand on.",
    "layout": "What the template, the fonts or the files can't show as it was typed.",
    "overflow": "What does not fit.",
    "text": "Characters and fonts.",
    "lint": "Rules of a good talk, which `deckgen check` looks at.",
    "check": "Comments that justify findings, and the command itself.",
    "build": "Writing presentations.",
    "merge": "A deck for each row of a file: the rows, and those who build.",
    "export": "Writing other files.",
    "preview": "The preview in the browser.",
    "proof": "What is only seen on a finished slide.",
    "pptx": "Packages: what PowerPoint would repair, refuse or object to.",
}
_TABLES = (
    "syntax", "outline", "files", "formulas", "remix", "template", "layout", "commands", "merge",
    "library", "package",
)  # fmt: skip


class Entry(Struct, frozen=True):
    """What is known of a code, in sentences. `wrong` is an outline that provokes it.

    `said` is what is then said; `mended`, whether there are cases in which mending it is certain.
    """

    code: str
    summary: str
    why: str
    fix: str
    wrong: str = ""
    said: str = ""
    mended: bool = False

    @property
    def area(self) -> str:
        """What stands before the slash."""
        return self.code.partition("/")[0]


@cache
def entries() -> dict[str, Entry]:
    """All entries by code: areas in the order of `AREAS`, codes by name."""
    from deckgen.check.codes.examples import EXAMPLES

    order = list(AREAS)
    rows = sorted(_rows(), key=lambda row: (order.index(row[0].partition("/")[0]), row[0]))
    return {row[0]: Entry(*row, *EXAMPLES.get(row[0], ())) for row in rows}


def codes() -> tuple[str, ...]:
    """All codes, in the order of `entries`."""
    return tuple(entries())


def _rows() -> list[tuple[str, str, str, str]]:
    from deckgen.lint import RULES

    rows = [(rule.code, rule.summary, rule.why, _sentence(rule.fix)) for rule in RULES]
    for name in _TABLES:
        rows += import_module(f"deckgen.check.codes.{name}").ROWS
    return rows


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
