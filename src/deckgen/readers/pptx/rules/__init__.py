"""Bytes of a .pptx → what PowerPoint or its accessibility checker would object to.

In: bytes. Out: findings, errors and warnings. A rule is a function in a tuple. Not here:
what the XML schema says already, unless validators are known to miss it.
"""

from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic
from deckgen.readers.pptx.parts import BROKEN, Parts
from deckgen.readers.pptx.rules import (
    access,
    films,
    motion,
    navigation,
    packaging,
    shapes,
    structure,
    wording,
)
from deckgen.readers.pptx.rules.finding import Rule, finding

RULES: tuple[Rule, ...] = (
    *packaging.RULES,
    *structure.RULES,
    *shapes.RULES,
    *wording.RULES,
    *motion.RULES,
    *films.RULES,
    *navigation.RULES,
    *access.RULES,
)


def violations(data: bytes) -> tuple[Diagnostic, ...]:
    """Every finding of every rule; one finding for what is not a zip file."""
    try:
        parts = Parts(data)
    except BROKEN:
        return (finding("not-a-package", "the file", "is not a readable zip file"),)
    return tuple(found for rule in RULES for found in rule(parts))
