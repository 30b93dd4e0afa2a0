"""Formulas below one another → one tree, aligned at what compares them.

In: formulas as they were typed, without mistakes. Out: a tree; words that say the same.
"""

from __future__ import annotations

from functools import lru_cache

from deckgen.formula import tree
from deckgen.formula.parser import parse
from deckgen.formula.tree import EMPTY, Math

Cells = tuple[Math, ...]


@lru_cache(maxsize=256)
def arranged(formulas: tuple[str, ...]) -> Math:
    """One formula as it is; several as a grid, each line's relation below the one before."""
    lines = [line for formula in formulas for line in parse(formula).lines]
    if not lines:
        return EMPTY
    if len(lines) == 1:
        (only,) = lines
        return only[0] if len(only) == 1 else tree.Row(only)
    typed = any(len(line) > 1 for line in lines)
    parted = [line if len(line) > 1 else _parted(line[0]) for line in lines]
    if not typed and sum(len(line) > 1 for line in parted) < 2:
        return tree.Grid(tuple(lines), "c", tight=True)
    columns = max((len(line) for line in parted), default=1)
    rows = tuple((*line, *[EMPTY] * (columns - len(line))) for line in parted)
    return tree.Grid(rows, ("rl" * columns)[:columns], tight=True)


def _parted(line: Math) -> Cells:
    """What stands before a line's first relation, and the rest from there on."""
    items = line.items if isinstance(line, tree.Row) else (line,)
    at = next((n for n, item in enumerate(items) if _relates(item)), -1)
    if at < 0:
        return (line,)
    return _row(items[:at]), _row(items[at:])


def _relates(item: Math) -> bool:
    base = item.base if isinstance(item, tree.Stack | tree.Scripts) else item
    return isinstance(base, tree.Symbol) and base.sort == "rel"


def _row(items: Cells) -> Math:
    return items[0] if len(items) == 1 else tree.Row(items)
