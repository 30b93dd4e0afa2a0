"""YAML bytes → tree of nodes with exact spans, and everything that is wrong with the text.

What must not be here: what the keys mean, what a mistyped line should have been (`advice`).
"""

from __future__ import annotations

from functools import lru_cache

from yaml.error import MarkedYAMLError

from deckgen.base.diagnostics import Checked
from deckgen.syntax import advice, source
from deckgen.syntax.builder import Builder
from deckgen.syntax.nodes import Mapping, Node, Scalar, Sequence

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "parse"]


# A deck is built again and again, in a merge and in the preview, from outlines that are the same.
@lru_cache(maxsize=8)
def parse(data: bytes, file: str) -> Checked[Node | None]:
    """The tree of a file (None when it is empty or beyond repair) and all that is wrong with it.

    A line that YAML refuses is reported with the line that would do, and reading goes on as
    if that had been typed, so that one slip does not hide the others.
    """
    text = source.read(data, file)
    if text.value is None:
        return Checked(None, text.diagnostics)
    typed, found = text.value, text.diagnostics
    builder = Builder(typed, file)
    try:
        return Checked(builder.run(), (*found, *builder.found))
    except MarkedYAMLError as error:
        repair = advice.repair(typed, file, error)
    if repair.text is None:
        return Checked(None, (*found, *repair.found))
    builder = Builder(repair.text, file)
    return Checked(builder.run(), (*found, *repair.found, *builder.found))
