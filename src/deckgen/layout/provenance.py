"""Where a page comes from: its slide's outline, and the slide that it was taken from.

In: a slide as it was laid out, its deck. Out: the page's `Provenance`. What must not be here:
finding sources (that is `remix`), writing tags.
"""

from __future__ import annotations

from deckgen.outline.model import Deck, Slide
from deckgen.scene.model import Provenance
from deckgen.world import World


class Origins:
    """Knows the outlines of one deck by the names that they have elsewhere."""

    def __init__(self, deck: Deck, world: World) -> None:
        """`world` is the deck's: its paths are relative to it."""
        self._deck, self._world = deck, world
        self._names: dict[str, str] = {}
        self._slides = frozenset(slide.id for slide in deck.slides)

    def of(self, slide: Slide) -> Provenance:
        """Where a slide, or a part of one that was divided, comes from."""
        came = slide.came
        made = Provenance(
            self._named(self._deck.file), self._whole(slide.id), slide.at.revision,
            self._deck.variant,
        )  # fmt: skip
        if came is None:
            return made
        return Provenance(
            made.deck,
            made.slide,
            made.revision,
            made.variant,
            f"{self._named(came.deck)}#{came.slide}",
            came.revision,
            came.overrides,
            tuple(self._step(step) for step in came.chain),
        )

    def _whole(self, name: str) -> str:
        """The slide's id: parts after the first have a number behind it."""
        return name if name in self._slides else name.rpartition("--")[0] or name

    def _step(self, step: str) -> str:
        deck, _, slide = step.rpartition("#")
        return f"{self._named(deck)}#{slide}"

    def _named(self, path: str) -> str:
        if path not in self._names:
            self._names[path] = self._world.known_as(path) if path else ""
        return self._names[path]
