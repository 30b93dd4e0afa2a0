"""Waiting for saves: a thread that compiles when a file of the deck changed.

In: a Session. Out: a call with each new state. Folders are watched, not files, because editors
put a new file in the old one's place; only those that the last build read from.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from watchfiles import watch

from deckgen.studio.session import Session
from deckgen.studio.show import State

STEP = 8  # milliseconds without another event after which a save counts as done
DEBOUNCE = 40  # milliseconds of one event after another after which we look all the same
PATIENCE = 500  # milliseconds after which we look even without an event: some discs send none
# A broken outline may be one that is half written: seconds to wait whether more is coming.
SETTLE = 0.05

Told = Callable[[State, float], None]


class Watcher:
    """Compiles after each save until it is stopped."""

    def __init__(self, session: Session, told: Told) -> None:
        """`told` gets each new state and the milliseconds that it took, on the watcher's thread."""
        self._session = session
        self._told = told
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="deckgen watch", daemon=True)

    def start(self) -> None:
        """Begin to watch."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the compilation that is under way."""
        self._stop.set()
        self._thread.join(timeout=5)

    def _run(self) -> None:
        while not self._stop.is_set():
            self._watch(self._session.world.folders())

    def _watch(self, folders: tuple[str, ...]) -> None:
        """Until the build reads from other folders, or the end."""
        world = self._session.world
        saves = watch(
            *folders,
            watch_filter=None,
            step=STEP,
            debounce=DEBOUNCE,
            stop_event=self._stop,
            rust_timeout=PATIENCE,
            yield_on_timeout=True,
            raise_interrupt=False,
            recursive=False,
        )
        for _ in saves:
            if world.changed():
                self._refresh(time.perf_counter())
            if world.folders() != folders:
                return

    def _refresh(self, noticed: float) -> None:
        state = self._session.refresh()
        while state.show.broken and not self._stop.wait(SETTLE) and self._session.world.changed():
            noticed = time.perf_counter()
            state = self._session.refresh()
        self._told(state, (time.perf_counter() - noticed) * 1000)
