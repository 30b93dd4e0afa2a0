"""Who may ask, how, and what every answer says about itself.

In: requests. Out: the same for the app behind, or a refusal. A page of another site can reach
this machine's own addresses through the author's browser; it gets nothing. Any other name that
leads here (DNS rebinding) is refused by the Host header.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SITES = ("same-origin", "none")  # asked by our own page, or typed by a person
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Gate:
    """Stands before the app."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        """`port` is the one that we listen on."""
        self._app = app
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")
        self._origins = tuple(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                _label(MutableHeaders(scope=message))
            await send(message)

        refused = self._refusal(scope["method"], Headers(scope=scope))
        await (refused or self._app)(scope, receive, answer)

    def _refusal(self, method: str, asked: Headers) -> ASGIApp | None:
        if not self._welcome(asked):
            return PlainTextResponse("This preview answers its own page only.\n", 403)
        if method != "GET":
            only = "This preview can only be looked at.\n"
            return PlainTextResponse(only, 405, {"allow": "GET"})
        return None

    def _welcome(self, asked: Headers) -> bool:
        origin, site = asked.get("origin"), asked.get("sec-fetch-site")
        return (
            asked.getlist("host") in ([self._hosts[0]], [self._hosts[1]])
            and (origin is None or origin in self._origins)
            and (site is None or site in SITES)
        )


def _label(headers: MutableHeaders) -> None:
    headers.update(HEADERS)
    headers.setdefault("cache-control", "no-store")
