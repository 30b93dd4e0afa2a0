"""`deckgen preview`: a deck in the browser, which follows every save."""

from __future__ import annotations

import gc
import os
import sys
import threading
import webbrowser
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from deckgen.cli import arguments
from deckgen.cli.arguments import Refused, UsageError
from deckgen.cli.places import Place, outlines
from deckgen.cli.printer import Printer

if TYPE_CHECKING:
    from deckgen.remix.variants import Wanted
    from deckgen.studio.session import Session
    from deckgen.studio.show import State

PORT = 8420
# What the extra `preview` brings.
NEEDED = ("starlette", "uvicorn", "watchfiles")


@click.command()
@click.argument("outline", required=False, metavar="[OUTLINE|FOLDER]", type=click.Path())
@arguments.template
@click.option(
    "--port", type=click.IntRange(1, 65535), default=PORT, show_default=True,
    help="Where to listen; the next free one if it is in use.",
)  # fmt: skip
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@arguments.wanting
def command(
    outline: str | None, template: str | None, port: int, no_open: bool, wanted: Wanted
) -> int:
    """Show a deck in the browser, and every save of it at once.

    Only this machine can reach it, and nothing can be changed through it. Ctrl-C ends it.
    """
    place = _place(outline)
    _equipped()
    printer = Printer("preview")
    session = _session(place, template, printer, wanted)
    _serve(session, port, printer, no_open)
    return 0


def _place(typed: str | None) -> Place:
    places = outlines([typed] if typed else [])
    if len(places) > 1:
        names = ", ".join(place.shown for place in places)
        raise UsageError(f"deckgen: one deck at a time; there are {names}")
    return places[0]


def _equipped() -> None:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        needs = f"the preview needs {', '.join(missing)}"
        raise Refused(f"deckgen: {needs}; type `pip install 'deckgen[preview]'`")


def _session(place: Place, template: str | None, printer: Printer, wanted: Wanted) -> Session:
    from deckgen.studio.kept import KeptWorld
    from deckgen.studio.session import Session

    session = Session(KeptWorld(place.folder), place.file, template, wanted)
    printer.message(_line(session.refresh(printer.progress)))
    return session


def _serve(session: Session, port: int, printer: Printer, no_open: bool) -> None:
    from deckgen.studio.serve import Preview, bound

    try:
        listener = bound(port)
    except OSError as problem:
        raise Refused(f"deckgen: no port to listen on: {problem.strerror}") from problem
    taken = listener.getsockname()[1]
    if taken != port:
        printer.message(f"deckgen: port {port} is not free; listening on {taken}")

    def told(state: State, took: float) -> None:
        printer.message(f"{_line(state)}  {took:.0f} ms")

    preview = Preview(session, listener, told)

    def ready() -> None:
        printer.result(preview.url)
        sys.stdout.flush()
        if not no_open and _has_browser():
            threading.Thread(target=webbrowser.open, args=(preview.url,), daemon=True).start()

    # This process is long. What the first compilation made stays: no need to look at it again.
    gc.freeze()
    gc.enable()
    # The server passes Ctrl-C on where it can, and returns where it can't.
    with suppress(KeyboardInterrupt):
        preview.run(ready)
    printer.message("\ndeckgen: preview ended")


def _line(state: State) -> str:
    """What a save came to."""
    show = state.show
    errors = sum(one.severity == "error" for one in show.findings)
    others = len(show.findings) - errors
    parts = [_count(errors, "error")] if errors else []
    parts += [_count(others, "warning")] if others else []
    parts += ["the last good pictures stay"] if show.broken and show.slides else []
    return f"{show.file}: {', '.join([_count(len(show.slides), 'slide'), *parts])}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _has_browser() -> bool:
    """Not a browser for terminals: it would take the one that we print to."""
    if sys.platform in ("darwin", "win32") or "BROWSER" in os.environ:
        return True
    return "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ
