"""Ways to look at one outline again and again while it changes."""

from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic
from deckgen.check.mending import Look
from deckgen.check.review import Choice, review
from deckgen.check.typography import Lines
from deckgen.pipeline import Compiler
from deckgen.syntax.source import decoded
from deckgen.world import Draft, World

QUOTED = 10_000_000  # bytes of the largest file that lines are read from


def lines(world: World) -> Lines:
    """The lines of a world's files, each file read once."""
    known: dict[str, list[str]] = {}

    def line(file: str, number: int) -> str | None:
        if file not in known:
            small = (world.size(file) or 0) <= QUOTED
            data = (world.read(file) or b"") if small else b""
            known[file] = decoded(data).splitlines()
        return known[file][number - 1] if 0 < number <= len(known[file]) else None

    return line


def looking(world: World, file: str, choice: Choice, template: str | None = None) -> Look:
    """What is wrong with an outline when it has certain bytes; unchanged slides cost little."""
    draft = Draft(world, file, b"")
    compiler = Compiler(draft, template)

    def look(data: bytes) -> tuple[Diagnostic, ...]:
        draft.data = data
        return review(compiler.compile(file), choice, lines(draft)).found

    return look
