"""A deck's preview, from the first compilation to Ctrl-C.

In: an outline, a port. Out: a server on 127.0.0.1, and nowhere else.
"""

from __future__ import annotations

import errno
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette

from deckgen.studio.app import application
from deckgen.studio.gate import Gate
from deckgen.studio.hub import Hub
from deckgen.studio.session import Session
from deckgen.studio.show import State
from deckgen.studio.watch import Told, Watcher

HOST = "127.0.0.1"
TRIES = 50  # ports that are tried, one after the other
MOST = 100  # connections at a time
# Seconds that answers under way get when the preview ends.
GRACE = 1


class Preview:
    """A server that is ready to run. `url` is where it will be."""

    def __init__(self, session: Session, listener: socket.socket, told: Told | None = None) -> None:
        """`session` has compiled once; `told` hears of each new state, on a thread of its own."""
        port = listener.getsockname()[1]
        self.url = f"http://{HOST}:{port}/"
        self._session = session
        self._listener = listener
        self._told = told
        self._hub = Hub(session.state)
        config = uvicorn.Config(
            Gate(application(self._hub, self._living), port),
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="on",
            ws="none",
            limit_concurrency=MOST,
            timeout_graceful_shutdown=GRACE,
        )
        self._server = _Server(config, self._hub)

    def run(self, ready: Callable[[], None] | None = None) -> None:
        """Serve until Ctrl-C or `stop`; `ready` is called when the first request may come."""
        self._server.ready = ready
        self._server.run(sockets=[self._listener])

    def stop(self) -> None:
        """End the server, from any thread."""
        self._server.should_exit = True

    @asynccontextmanager
    async def _living(self, _: Starlette) -> AsyncIterator[None]:
        self._hub.open()
        watcher = Watcher(self._session, self._publish)
        watcher.start()
        yield
        watcher.stop()

    def _publish(self, state: State, took: float) -> None:
        self._hub.publish(state, took)
        if self._told:
            self._told(state, took)


class _Server(uvicorn.Server):
    """Says when it is ready, and lets go of listeners when it ends: they would wait forever."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub
        self.ready: Callable[[], None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.ready:
            self.ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._hub.close()
        await super().shutdown(sockets)


def bound(port: int) -> socket.socket:
    """A listener on the port, or on the next one that is free; raises OSError when none is."""
    for number in range(port, min(port + TRIES, 65536)):
        listener = _bound(number)
        if listener is not None:
            return listener
    raise OSError(errno.EADDRINUSE, f"the ports from {port} on are all in use")


def _bound(port: int) -> socket.socket | None:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        # Not on Windows: there it would take a port that another program listens on.
        if hasattr(socket, "SO_REUSEPORT"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(64)
    except OSError as problem:
        listener.close()
        if problem.errno in (errno.EADDRINUSE, errno.EACCES):
            return None
        raise
    return listener
