"""An outline's slides as others may take them: each once, however often it is taken.

In: an outline that has been read. Out: what each of its slides says, by id and by place. What must
not be here: which of them are taken (`meaning`), what becomes of them (`reuse`).
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct, structs

from deckgen.outline.growth import Raw
from deckgen.outline.load import Outline
from deckgen.outline.model import Slide
from deckgen.remix.meaning import Names
from deckgen.remix.revisions import revision, used, without
from deckgen.syntax.nodes import Mapping, Scalar

# What belongs to the talk that a slide was made for, and not to the one it lands in.
_STAYS = ("id", "only", "variants", "layout")


class Taken(Struct, frozen=True):
    """A slide of a source: what it says, and where from."""

    id: str
    node: Mapping
    variables: dict[str, str]
    chain: tuple[str, ...] = ()
    translated: bool = False
    home: str = ""  # the outline that its files are named relative to; empty: where they stand

    @property
    def revision(self) -> str:
        """The revision of what it says, with the variables that its texts name."""
        return revision(self.node, used(self.node, self.variables))


class Stock:
    """The slides of one outline. `every` has them in order, `known` by id.

    Of an outline that is gone there are none.
    """

    def __init__(self, outline: Outline | None, translated: bool = False, lang: str = "") -> None:
        """`lang` is said of each slide that says no language itself."""
        self._slides = outline.deck.slides if outline else ()
        self._raws = outline.raws if outline else ()
        self._steady = outline.steady if outline else frozenset()
        self.every = taken(outline, translated, lang) if outline else []
        self.known = {one.id: one for one in self.every}
        self._places = {one.id: place for place, one in enumerate(self.every)}
        self._revisions: dict[str, str] = {}

    @cached_property
    def names(self) -> Names:
        """What the slides may be called."""
        return Names(self._slides)

    def revision(self, one: Taken) -> str:
        """The revision of a slide, which may be an older one than the outline has."""
        if self.known.get(one.id) is not one:
            return one.revision
        if one.id not in self._revisions:
            raw = self._raws[self._places[one.id]]
            self._revisions[one.id] = _unchanged(raw, one) or one.revision
        return self._revisions[one.id]

    def ready(self, one: Taken) -> Slide | None:
        """The slide as it was read already, where reading it elsewhere can't give another."""
        place = self._places.get(one.id)
        if place is None or self.known[one.id] is not one or place not in self._steady:
            return None
        raw, slide = self._raws[place], self._slides[place]
        if raw.node is one.node:
            return structs.replace(slide, id="")
        node = raw.node
        stays = not isinstance(node, Mapping) or any(node.get(key) for key in _STAYS[1:])
        said = isinstance(node, Mapping) and len(node.entries) == len(one.node.entries) + 1
        return structs.replace(slide, id="") if said and not stays else None


def taken(outline: Outline, translated: bool = False, lang: str = "") -> list[Taken]:
    """Every slide of an outline as one that another deck may take."""
    found = []
    for slide, raw in zip(outline.deck.slides, outline.raws, strict=True):
        assert isinstance(raw.node, Mapping)  # nothing else becomes a slide
        came = slide.came
        chain = (f"{came.deck}#{came.slide}", *came.chain) if came else ()
        own = outline.variables
        variables = {**raw.variables, **own} if raw.variables else own
        node = _in(lang, without(raw.node, *_STAYS))
        found.append(Taken(slide.id, node, variables, chain, translated))
    return found


def _unchanged(raw: Raw, one: Taken) -> str:
    """The revision that a slide had where it came from, if it says the same still."""
    came = raw.came
    if came is None or came.overrides or raw.variables or raw.node is not one.node:
        return ""
    return came.revision


def _in(lang: str, node: Mapping) -> Mapping:
    if not lang or node.get("lang") is not None:
        return node
    said = (Scalar("lang", node.span), Scalar(lang, node.span))
    return Mapping((*node.entries, said), node.span, node.flow)
