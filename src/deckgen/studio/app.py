"""Requests → answers, all from the state in memory: no path of a request is ever opened.

In: a Hub. Out: the page, the show, drawings by key, photographs and typefaces by content, and
the stream of changes. Not here: who may ask (`gate`).
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from deckgen.disk import PACKAGE, read
from deckgen.studio.hub import Hub

PAGE = os.path.join(PACKAGE, "studio", "page")
ASSETS = {
    "/": ("index.html", "text/html"),
    "/icon.svg": ("icon.svg", "image/svg+xml"),
    "/preview.css": ("preview.css", "text/css"),
    "/preview.js": ("preview.js", "text/javascript"),
    "/slides.js": ("slides.js", "text/javascript"),
    "/findings.js": ("findings.js", "text/javascript"),
}
PHOTOGRAPHS = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "svg": "image/svg+xml",
}  # fmt: skip
FOR_GOOD = {"cache-control": "private, max-age=31536000, immutable"}
# The browser connects again after this many milliseconds, as when the preview was restarted.
RETRY = 1000

Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]
Answer = Callable[[Request], Awaitable[Response]]
Content = TypeVar("Content")


def application(hub: Hub, lifespan: Lifespan | None = None) -> Starlette:
    """The app; `lifespan` is what happens before the first and after the last request."""
    answers = _Answers(hub)
    routes = [Route(path, _asset(*asset)) for path, asset in ASSETS.items()]
    routes += [
        Route("/show.json", answers.show),
        Route("/theme.css", answers.theme),
        Route("/slides/{key}.svg", answers.slide),
        Route("/pictures/{name}", answers.picture),
        Route("/fonts/{name}", answers.font),
        Route("/events", answers.events),
    ]
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers={404: _nothing})


def _asset(name: str, kind: str) -> Answer:
    content = read(os.path.join(PAGE, name)) or b""

    async def answer(_: Request) -> Response:
        return Response(content, media_type=kind)

    return answer


async def _nothing(_: Request, __: Exception) -> Response:
    return PlainTextResponse("There is nothing here.\n", 404)


class _Answers:
    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def show(self, _: Request) -> Response:
        """Everything but the pictures."""
        show = msgspec.json.encode(self._hub.state.show)
        return Response(show, media_type="application/json")

    async def theme(self, _: Request) -> Response:
        """The typefaces and what every picture needs of them."""
        return Response(self._hub.state.css, media_type="text/css")

    async def slide(self, request: Request) -> Response:
        """A slide's picture."""
        svg = _found(self._hub.state.drawings, request.path_params["key"])
        return Response(svg, media_type="image/svg+xml")

    async def picture(self, request: Request) -> Response:
        """A photograph on a slide."""
        name = request.path_params["name"]
        kind = PHOTOGRAPHS.get(name.rpartition(".")[2].lower(), "application/octet-stream")
        return Response(_found(self._hub.state.pictures, name), media_type=kind)

    async def font(self, request: Request) -> Response:
        """A typeface; its name is its content, so it never changes."""
        font = _found(self._hub.state.fonts, request.path_params["name"])
        return Response(font, media_type="font/ttf", headers=FOR_GOOD)

    async def events(self, _: Request) -> Response:
        """Changes as they come, after the version that they start from."""
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[bytes]:
        queue = self._hub.listen()
        try:
            version = self._hub.state.show.version
            yield b"retry: %d\nevent: hello\ndata: %d\n\n" % (RETRY, version)
            while (change := await queue.get()) is not None:
                yield b"event: change\ndata: " + change + b"\n\n"
        finally:
            self._hub.leave(queue)


def _found(named: dict[str, Content], name: str) -> Content:
    if name not in named:
        raise HTTPException(404)
    return named[name]
