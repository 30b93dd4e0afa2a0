"""What a build does to the lock beside its outline: new pins are added, nothing else is touched.

In: a compiled talk, what it was made with. Out: the lock's new text, and what there is to say. What
is pinned is `remix.keeping`'s; here it is read and written.
"""

from __future__ import annotations

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Severity
from deckgen.batch.delivery import why
from deckgen.cli.places import Place
from deckgen.cli.printer import shown
from deckgen.disk import DiskWorld, write_atomic
from deckgen.pipeline import Compiled, template_name
from deckgen.remix import lock
from deckgen.remix.keeping import changed, extended, pinned, same
from deckgen.remix.lock import Lock
from deckgen.remix.recording import Recording

_NAMED = 6  # things that a finding names; more are counted


class Due(Struct, frozen=True):
    """The lock's text as it is to be, empty where it is so already; and what is to be said."""

    data: bytes = b""
    found: tuple[Diagnostic, ...] = ()


def due(
    place: Place, compiled: Compiled, seen: Recording, looks: bool, locked: bool = False
) -> Due:
    """What a build comes to. `looks`: the look is the outline's own, so that it is kept, too.

    With `locked`, everything that is not as the lock has it is an error.
    """
    grown, world = compiled.grown, DiskWorld(place.folder)
    if grown is None or compiled.deck is None or compiled.scene is None:
        return Due()
    before = lock.read(place.file, world).value
    if not grown.uses and (lock.empty(before) or not locked):
        return Due()
    made = seen.made(template_name(compiled.deck, world)) if looks else {}
    after = extended(before, pinned(grown.uses, grown.lang, made))
    found = _otherwise(changed(before, made), "error" if locked else "note")
    if same(before, after):
        return Due(b"", found)
    if locked:
        return Due(b"", (*found, _behind(before, after)))
    return Due(lock.rewritten(world.read(lock.place(place.file)), place.file, after), found)


def write(place: Place, data: bytes) -> tuple[Diagnostic, ...]:
    """Puts a lock's text in its place; what kept it from being there."""
    path = DiskWorld(place.folder).path(lock.place(place.file))
    try:
        write_atomic(path, data)
    except OSError as problem:
        return (
            Diagnostic(
                "build/cannot-write-lock",
                f"{shown(path)} can't be written: {why(problem)}",
                None,
                "warning",
                ("without it the talk changes whenever a source does",),
            ),
        )
    return ()


def _otherwise(names: tuple[str, ...], severity: Severity) -> tuple[Diagnostic, ...]:
    if not names:
        return ()
    message = f"Not as it was when slides were taken: {_listed(names)}."
    hints = ("see all that has changed: deckgen outdated", "take it as it is: deckgen update")
    return (Diagnostic("remix/made-otherwise", message, None, severity, hints),)


def _behind(before: Lock, after: Lock) -> Diagnostic:
    new = [
        f"{deck}#{slide}" for deck, slide, _ in after.pins if (deck, slide, _) not in before.pins
    ]
    new += [pick for key, pick in after.picks if (key, pick) not in before.picks]
    new += [name for name in after.made if name not in before.made]
    return Diagnostic(
        "build/not-locked",
        f"{lock.NAME} does not have everything that this talk takes: {_listed(new)}.",
        None,
        "error",
        ("build once without --locked, and keep the lock with the outline",),
    )


def _listed(names: list[str] | tuple[str, ...]) -> str:
    rest = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + rest
