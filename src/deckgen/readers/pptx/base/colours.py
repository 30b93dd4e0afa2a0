"""A theme's twelve colours → schemes whose contrasts a reader can tell apart.

In: slots with colours, a ground, the colour of text on it. Out: a slot for each colour role that
`template.proofs` accepts, the file's own colours first; black on white pairs where nothing fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from deckgen.base.colour import channels, contrast, luminance
from deckgen.template.model import COLOUR_ROLES

TEXTS = ("dk1", "lt1", "dk2", "lt2")
ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
READABLE, LARGE = 4.5, 3.0
VIVID = 100  # distance of the channels from which a colour is no quiet ground


class Colours:
    """Chooses slots on one theme."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        """`palette` has all twelve slots."""
        self._palette = palette

    def scheme(self, paper: str, ink: str) -> dict[str, str]:
        """The whole scheme of a ground. `ink` is what the file itself writes there."""
        ink = ink if self._contrast(ink, paper) >= READABLE else self._text(paper)
        roles = {"paper": paper, "ink": ink, "muted": self._muted(paper, ink)}
        roles["line"] = self._line(paper, ink)
        roles["field"] = self._field(paper, ink)
        used: list[str] = []
        for role in ("accent", "cool", "warm", "signal", "night"):
            ground = self._ground(paper, used, role)
            used.append(ground)
            roles[role], roles[f"on-{role}"] = ground, self._text(ground)
        roles |= {"art-1": roles["field"], "art-2": roles["line"], "art-3": paper}
        return {role: roles[role] for role in COLOUR_ROLES}

    def _contrast(self, one: str, other: str) -> float:
        return contrast(self._palette[one], self._palette[other])

    def _text(self, ground: str) -> str:
        """The text colour that stands out most."""
        return max(TEXTS, key=lambda slot: self._contrast(slot, ground))

    def _muted(self, paper: str, ink: str) -> str:
        """The quietest grey that can still be read."""
        grey = self._passing((*ACCENTS, *TEXTS), lambda s: self._vivid(s) < 40, paper, READABLE)
        weaker = [slot for slot in grey if self._contrast(slot, paper) < 12]
        return min(weaker, key=lambda slot: self._contrast(slot, paper), default=ink)

    def _line(self, paper: str, ink: str) -> str:
        """Seen, but not read."""
        quiet = [slot for slot in (*TEXTS, *ACCENTS) if 1.15 <= self._contrast(slot, paper) <= 4]
        return min(quiet, key=self._vivid, default=self._muted(paper, ink))

    def _field(self, paper: str, ink: str) -> str:
        """A quiet ground that the ink can be read on; the paper itself if there is none."""
        quiet = [
            slot
            for slot in (*TEXTS, *ACCENTS)
            if self._contrast(ink, slot) >= READABLE
            and 1.04 <= self._contrast(slot, paper) <= 1.9
            and self._vivid(slot) < VIVID
        ]
        return min(quiet, key=lambda slot: self._contrast(slot, paper), default=paper)

    def _ground(self, paper: str, used: Iterable[str], role: str) -> str:
        """An accent that text stands on; from the paper it must differ as large text does."""
        seen = {self._palette[slot] for slot in used}
        least = LARGE if role == "accent" else 1.25
        wanted: Iterable[str] = ACCENTS if role != "night" else ("dk2", "dk1", *ACCENTS)
        fits = [
            slot
            for slot in (*wanted, *TEXTS)
            if self._contrast(slot, paper) >= least
            and self._contrast(self._text(slot), slot) >= READABLE
        ]
        fresh = [slot for slot in fits if self._palette[slot] not in seen]
        if role == "signal":
            fresh = sorted(fresh, key=lambda s: -self._vivid(s)) or fresh
        return next(iter(fresh or fits), self._text(paper))

    def _passing(
        self, slots: Iterable[str], test: Callable[[str], bool], paper: str, least: float
    ) -> list[str]:
        return [s for s in slots if test(s) and self._contrast(s, paper) >= least]

    def _vivid(self, slot: str) -> int:
        values = channels(self._palette[slot])
        return max(values) - min(values)


def paper_of(rgb: str, text: str, palette: Mapping[str, str]) -> str:
    """The slot of a ground of which only the text on it is known: as far from it as can be."""
    dark = luminance(rgb) < 0.18 if rgb else luminance(palette[text]) > 0.4
    return (min if dark else max)(TEXTS, key=lambda slot: luminance(palette[slot]))
