"""A World that answers every question as it did the first time, and knows what was asked.

In: answers, and perhaps a World behind them for what nobody asked yet. Out: answers; the questions
that a deck depends on, each with its answer's digest. All decks of a merge see one state of the
files, and answers can be sent to machines that have none of them.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec

from deckgen.disk import DiskWorld
from deckgen.remix.journal import Inputs
from deckgen.world import World

Ask = tuple[str, str]  # the World's method, and what it was asked about
Answers = dict[Ask, Any]
_NONE: dict[str, Any] = {"names": (), "templates": ()}


class Snapshot:
    """A World made of answers.

    Those that it was made with stay; of those it had to ask for, the ones that this deck and the
    one before it needed, so that a thousand pictures are never held at once.
    """

    def __init__(self, answers: Answers, behind: World | None = None) -> None:
        """Without a world behind it, what is lacking is noted and answered with nothing."""
        self.answers = answers
        self.lacking: dict[Ask, None] = {}
        self._behind = behind
        self._asked: dict[Ask, None] = {}
        self._recent: Answers = {}
        self._now: Answers = {}
        self._digests: dict[Ask, str] = {}
        self._fonts = DiskWorld(".")  # fonts come with deckgen itself, on every machine

    def begin(self) -> None:
        """Before a deck."""
        self._recent, self._now = self._now, {}
        self._asked, self.lacking = {}, {}

    def learn(self, answers: Answers) -> None:
        """Answers that were asked for elsewhere, for the deck that comes."""
        self._now.update(answers)

    def inputs(self) -> Inputs:
        """What was asked since the deck began, and the digests of the answers."""
        return tuple((what, name, self._digest((what, name))) for what, name in self._asked)

    def keep(self) -> None:
        """All answers so far stay."""
        self.answers |= self._recent | self._now

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        found: bytes | None = self._answer("read", path)
        return found

    def size(self, path: str) -> int | None:
        """See World.size."""
        found: int | None = self._answer("size", path)
        return found

    def names(self, folder: str) -> tuple[str, ...]:
        """See World.names."""
        found: tuple[str, ...] = self._answer("names", folder)
        return found

    def canonical(self, path: str) -> str:
        """See World.canonical."""
        found: str | None = self._answer("canonical", path)
        return path if found is None else found

    def known_as(self, path: str) -> str:
        """See World.known_as."""
        found: str | None = self._answer("known_as", path)
        return path if found is None else found

    def font(self, file: str) -> bytes:
        """See World.font."""
        return self._fonts.font(file)

    def template(self, name: str) -> tuple[str, bytes] | None:
        """See World.template."""
        found: tuple[str, bytes] | None = self._answer("template", name)
        return found

    def templates(self) -> tuple[str, ...]:
        """See World.templates."""
        found: tuple[str, ...] = self._answer("templates", "")
        return found

    def _answer(self, what: str, name: str) -> Any:
        ask = what, name
        self._asked[ask] = None
        for known in (self.answers, self._now, self._recent):
            if ask in known:
                break
        else:
            if self._behind is None:
                self.lacking[ask] = None
                return _NONE.get(what)
            known = self._now
            known[ask] = asked(self._behind, ask)
        if known is self._recent:
            self._now[ask] = known[ask]
        return known[ask]

    def _digest(self, ask: Ask) -> str:
        if ask in self.answers:
            if ask not in self._digests:
                self._digests[ask] = digest(self.answers[ask])
            return self._digests[ask]
        return digest(self._now.get(ask))


def asked(world: World, ask: Ask) -> Any:
    """A world's answer to a question."""
    what, name = ask
    return world.templates() if what == "templates" else getattr(world, what)(name)


def answered(world: World, asks: tuple[Ask, ...]) -> Answers:
    """A world's answers; of a file always all there is to know, for it will be asked next."""
    wanted = dict.fromkeys(asks)
    for what, name in asks:
        if what in ("read", "size"):
            wanted |= {("read", name): None, ("size", name): None}
    return {ask: asked(world, ask) for ask in wanted}


def digest(answer: Any) -> str:
    """An answer in short."""
    data = answer if isinstance(answer, bytes) else msgspec.json.encode(answer)
    return sha256(data).hexdigest()[:20]
