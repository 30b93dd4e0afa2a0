"""Names that nothing is known by: what was probably meant.

In: a command or a name. Out: a mistake with hints, or hints. Imported when something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.formula import commands as c
from deckgen.formula.symbols import names
from deckgen.formula.tokens import Mistake, Token

ALIKE = 0.65  # as difflib counts; 1 is the same


def unknown(token: Token) -> Mistake:
    """The finding about a command that is none."""
    name = token.text[1:]
    if not name:
        alone = "A backslash stands here alone."
        return Mistake("formula-unknown", alone, token.at, 1, ("type a command behind it",))
    hints: tuple[str, ...] = (f"type `{name}` alone",)
    if name[0].isalpha():
        hints = near(name, _known(), "\\") or ("to show these letters, type \\text{" + name + "}",)
    message = f"There is no command `{token.text}`."
    return Mistake("formula-unknown", message, token.at, len(token.text), hints)


def near(name: str, known: Iterable[str], before: str = "") -> tuple[str, ...]:
    """A hint with the name that is most like this one."""
    import difflib

    ranked = sorted(known, key=lambda one: (len(one), one))
    found = difflib.get_close_matches(name, ranked, 1, ALIKE)
    return (f"did you mean `{before}{found[0]}`?",) if found else ()


def _known() -> list[str]:
    usual = (
        *c.FRACTIONS, *c.BINOMIALS, *c.ACCENTS, *c.LINES, *c.BRACES, *c.ARROWS, *c.STYLES,
        *c.UPRIGHT, *c.TEXTS, *c.FUNCTIONS, *c.LIMITS, *c.SPACES, *c.SIGNS, "sqrt", "left",
        "right", "begin", "overset", "underset", "stackrel", "boxed", "sum", "int", "prod",
    )  # fmt: skip
    return [*(name for name in usual if name.isalpha()), *names()]
