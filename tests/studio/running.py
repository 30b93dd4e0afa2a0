"""A preview that really runs, in a thread of this process, and someone who asks it."""

from __future__ import annotations

import http.client
import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from deckgen.remix.variants import TALK, Wanted
from deckgen.studio.kept import KeptWorld
from deckgen.studio.serve import Preview, bound
from deckgen.studio.session import Session

WAIT = 20  # seconds after which a test has failed

OUTLINE = """\
title: A <q>bold</q> talk
slides:
- statement: One & only
  notes: Say it <slowly>.
- title: Two
  points:
  - first
  - second
- statement: Three
"""


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Running:
    """A preview of the deck in a folder."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.port = port

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """One request; a header's name is written with `_`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=given)
        response = connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        connection.close()
        return answer

    def save(self, text: str, name: str = "deck.yaml") -> None:
        """As editors save: a new file in the old one's place."""
        draft = self.folder / f".{Path(name).name}.new"
        draft.write_text(text, "utf-8")
        os.replace(draft, self.folder / name)

    @contextmanager
    def listening(self) -> Iterator[Listener]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.request("GET", "/events")
        response = connection.getresponse()
        yield Listener(response)
        response.close()
        connection.close()


class Listener:
    """Reads the stream of events."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self._response = response
        self.headers = response.headers
        self.version = self._next("hello")

    def change(self) -> Any:
        """The next change."""
        return self._next("change")

    def _next(self, wanted: str) -> Any:
        name = ""
        for line in iter(self._response.readline, b""):
            if line.startswith(b"event: "):
                name = line[7:].decode().strip()
            elif line.startswith(b"data: "):
                assert name == wanted
                return json.loads(line[6:])
        raise AssertionError("the stream ended")


@contextmanager
def running(
    folder: Path, outline: str = OUTLINE, port: int = 0, wanted: Wanted = TALK
) -> Iterator[Running]:
    """Serves until the block ends."""
    (folder / "deck.yaml").write_text(outline, "utf-8")
    session = Session(KeptWorld(str(folder)), "deck.yaml", None, wanted)
    session.refresh()
    listener = bound(port)
    preview = Preview(session, listener)
    ready = threading.Event()
    thread = threading.Thread(target=preview.run, args=(ready.set,), daemon=True)
    thread.start()
    assert ready.wait(WAIT)
    try:
        yield Running(folder, listener.getsockname()[1])
    finally:
        preview.stop()
        thread.join(WAIT)
    assert not thread.is_alive(), "the server did not end"
