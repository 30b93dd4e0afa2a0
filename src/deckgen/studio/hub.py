"""Between the thread that compiles and the browsers that listen.

In: changes, from any thread. Out: a queue for each listener, on the server's loop. The state
that requests are answered from is replaced whole, so that no answer is half old.
"""

from __future__ import annotations

import asyncio

import msgspec

from deckgen.studio.difference import difference
from deckgen.studio.show import State

Queue = asyncio.Queue[bytes | None]


class Hub:
    """The current state, and everyone who wants to hear of the next."""

    def __init__(self, state: State) -> None:
        """`state` is what the first request gets."""
        self.state = state
        self._listeners: set[Queue] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False

    def open(self) -> None:
        """On the server's loop, before anything is published."""
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """On the server's loop: nothing more will come, and every listener is told so."""
        self._closed, self._loop = True, None
        for queue in self._listeners:
            queue.put_nowait(None)

    def listen(self) -> Queue:
        """A new listener's queue; None in it is the end."""
        queue: Queue = asyncio.Queue()
        if self._closed:
            queue.put_nowait(None)
        self._listeners.add(queue)
        return queue

    def leave(self, queue: Queue) -> None:
        """The listener has gone."""
        self._listeners.discard(queue)

    def publish(self, state: State, took: float) -> None:
        """A new state, `took` milliseconds after it was due. From any thread."""
        change = msgspec.json.encode(difference(self.state, state, took))
        self.state = state
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._spread, change)

    def _spread(self, change: bytes) -> None:
        for queue in self._listeners:
            queue.put_nowait(change)
