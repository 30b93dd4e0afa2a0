"""Rules of a good talk: a compiled deck → what is wrong, what is doubtful, what could be better.

Reads the Deck and the Scene, never a rendering. What earlier stages prove (that text fits, that
files are there, that a palette has contrast) is not reported again. A rule is a record in a tuple;
its thresholds stand in `limits`.
"""

from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic
from deckgen.lint import (
    access,
    density,
    legible,
    pictures,
    places,
    repeats,
    setting,
    timing,
    wording,
)
from deckgen.lint.rule import Rule
from deckgen.lint.talk import Talk
from deckgen.pipeline import Compiled

RULES: tuple[Rule, ...] = (
    *access.RULES,
    *places.RULES,
    *legible.RULES,
    *pictures.RULES,
    *density.RULES,
    *setting.RULES,
    *timing.RULES,
    *repeats.RULES,
    *wording.RULES,
)


def findings(compiled: Compiled) -> tuple[Diagnostic, ...]:
    """What the rules find, besides what `compiled.diagnostics` has already.

    A deck with errors is only half understood: then single texts are looked at, and no rule
    speaks that needs the whole of it.
    """
    if compiled.deck is None:
        return ()
    talk = Talk(compiled.deck, compiled.template, compiled.scene)
    able = {"texts"} if compiled.failed else {"texts", "deck"}
    if compiled.scene is not None:
        able.add("scene")
    return tuple(found for rule in RULES if rule.needs in able for found in rule.findings(talk))
