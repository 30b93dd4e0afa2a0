"""Names that nothing is known by: what was probably meant.

In: a command or a name. Out: a mistake with hints, or hints. Imported when something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.formula import commands as c
from deckgen.formula.symbols import names
from deckgen.formula.tokens import Mistake, Token

# How alike two names must be, as difflib counts (1 is the same); among the rare ones.
ALIKE, VERY_MUCH = 0.65, 0.8


def unknown(token: Token) -> Mistake:
    """The finding about a command that is none."""
    name = token.text[1:]
    if not name:
        alone = "A backslash stands here alone."
        return Mistake("formula-unknown", alone, token.at, 1, ("type a command behind it",))
    hints: tuple[str, ...] = (f"type `{name}` alone",)
    if name[0].isalpha():
        hints = near(name, _usual(), "\\") or near(name, names(), "\\", VERY_MUCH)
        hints = hints or ("to show these letters, type \\text{" + name + "}",)
    message = f"There is no command `{token.text}`."
    return Mistake("formula-unknown", message, token.at, len(token.text), hints)


def near(
    name: str, known: Iterable[str], before: str = "", least: float = ALIKE
) -> tuple[str, ...]:
    """A hint with the name that is most like this one."""
    import difflib

    ranked = sorted(known, key=lambda one: (len(one), one))
    found = difflib.get_close_matches(name, ranked, 1, least)
    return (f"did you mean `{before}{found[0]}`?",) if found else ()


def _usual() -> list[str]:
    """What most formulas are made of."""
    usual = (
        *c.FRACTIONS, *c.BINOMIALS, *c.ACCENTS, *c.LINES, *c.BRACES, *c.ARROWS, *c.STYLES,
        *c.UPRIGHT, *c.TEXTS, *c.FUNCTIONS, *c.LIMITS, *c.SPACES, *c.SIGNS, "sqrt", "left",
        "right", "begin", "overset", "underset", "stackrel", "boxed", "sum", "int", "prod",
    )  # fmt: skip
    greek = "alpha beta gamma delta epsilon theta lambda sigma omega infty partial nabla times cdot"
    return [*(name for name in usual if name.isalpha()), *greek.split()]
