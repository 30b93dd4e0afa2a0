"""The handout of a form of a talk that asks for one, beside its .pptx."""

from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic
from deckgen.batch.delivery import why
from deckgen.cli.printer import Printer, shown
from deckgen.disk import FONTS, DiskWorld, write_atomic
from deckgen.pipeline import Compiled
from deckgen.scene.selection import selected

TAIL = "-handout.pdf"


def hand_out(compiled: Compiled, world: DiskWorld, path: str, printer: Printer) -> bool:
    """Write the handout of a deck whose variant has `handout: true`, or say why there is none.

    False only where it can't be written: without typst the deck is built all the same.
    """
    deck, scene = compiled.deck, compiled.scene
    asked = deck is not None and any(
        one.handout and one.name == deck.variant for one in deck.variants
    )
    if not asked or scene is None:
        return True
    from deckgen.writers.typst.press import MISSING, Press, available

    target = path.removesuffix(".pptx") + TAIL
    if not available():
        printer.message(f"{shown(target)}: no handout: {MISSING}")
        return True
    try:
        write_atomic(target, Press(FONTS, world).pdf(selected(scene), "handout-3"))
    except OSError as problem:
        message = f"{shown(target)} can't be written: {why(problem)}"
        hint = "close it where it is open"
        printer.findings((Diagnostic("export/cannot-write", message, hints=(hint,)),), world)
        return False
    printer.result(shown(target), handout=target)
    return True
