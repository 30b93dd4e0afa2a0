r"""`\begin{…}` → grids: matrices, cases, lines that stand below one another.

In: the parser behind an environment's name. Out: its cells as tree nodes.
"""

from __future__ import annotations

from deckgen.formula import commands as c
from deckgen.formula import tree
from deckgen.formula.reading import Reading
from deckgen.formula.tokens import Token
from deckgen.formula.tree import EMPTY, Math


def is_environment(parser: Reading, name: str, token: Token) -> bool:
    """Whether one of that name is known; says so if not, and reads no further."""
    if name in c.ENVIRONMENTS:
        return True
    from deckgen.formula.unknown import near

    some = "known are, among others: pmatrix, bmatrix, cases, aligned"
    hints = (*near(name, c.ENVIRONMENTS), some)
    parser.wrong("formula-environment", f"There is no environment `{name}`.", token, *hints)
    return False


def grid(parser: Reading, name: str) -> Math:
    """What stands in an environment, up to its end."""
    aligns = parser.word("\\begin{array}") if name in ("array", "alignedat") else ""
    rows = tuple(row for row in parser.cells(("\\end",)) if any(cell != EMPTY for cell in row))
    columns = max(map(len, rows), default=1)
    filled = tuple((*row, *[EMPTY] * (columns - len(row))) for row in rows)
    if name in c.ALIGNED:
        return tree.Grid(filled, ("rl" * columns)[:columns], tight=True)
    if name in c.GATHERED:
        return tree.Grid(filled, "c" * columns, tight=True)
    if name in c.CASES:
        return tree.Fence("{", "", (tree.Grid(filled, "l" * columns),))
    sides = "".join(sign for sign in aligns if sign in "lcr").ljust(columns, "c")[:columns]
    body = tree.Grid(filled, sides)
    opening, closing = c.MATRICES.get(name, ("", ""))
    return tree.Fence(opening, closing, (body,)) if opening else body
