"""The name of a symbol in LaTeX → its character.

The one door to latex2mathml: its table, made from the Unicode Consortium's list of mathematical
symbols, knows some four thousand names.
"""

from __future__ import annotations

from functools import cache

from deckgen.formula.commands import SIGNS


@cache
def symbol(name: str) -> str:
    r"""The character of `\name`, e.g. `alpha`; empty where no symbol has that name."""
    if name in SIGNS:
        return SIGNS[name]
    from latex2mathml.symbols_parser import convert_symbol

    code = convert_symbol(f"\\{name}")
    return chr(int(code, 16)) if code else ""


@cache
def names() -> tuple[str, ...]:
    """Every name of a symbol that is a word."""
    from latex2mathml.symbols_parser import parse_symbols

    known = {name[1:] for name in parse_symbols() if name[0] == "\\" and name[1:].isalpha()}
    return tuple(sorted(known | set(SIGNS)))
