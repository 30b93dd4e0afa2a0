"""Two decks → what happens to the slides from the one to the other, and back into a deck.

In: decks. Out: a `Difference`, slide by slide: kept, moved, changed field by field, added, gone;
`apply(diff(a, b), a) == b`. What must not be here: how differences are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from msgspec import Struct, structs

from deckgen.outline.ids import first_text
from deckgen.outline.model import Deck, Slide

What = Literal["kept", "changed", "added", "gone"]
# How alike two slides of different names must be to be one slide renamed: shared words by all.
_ALIKE = 0.6
_HEAD = tuple(name for name in Deck.__struct_fields__ if name != "slides")
_FIELDS = Slide.__struct_fields__


class Change(Struct, frozen=True):
    """A field that is different: its name, and both values."""

    field: str
    before: Any
    after: Any


class Step(Struct, frozen=True):
    """What happens to one slide. `at` is its index in the first deck, `to` in the second, or -1.

    `moved`: it stands elsewhere among the slides that stay. `slide` is one that is added, or gone.
    """

    what: What
    id: str
    at: int
    to: int
    moved: bool = False
    changes: tuple[Change, ...] = ()
    slide: Slide | None = None


class Difference(Struct, frozen=True):
    """What makes one deck another. `steps` are in the second deck's order, those gone last."""

    head: tuple[Change, ...]
    steps: tuple[Step, ...]

    @property
    def empty(self) -> bool:
        """Whether both decks say the same."""
        return not self.head and all(s.what == "kept" and not s.moved for s in self.steps)


def diff(one: Deck, other: Deck) -> Difference:
    """What happens from `one` to `other`."""
    pairs = _pairs(one.slides, other.slides)
    still = _still([pairs[to] for to in sorted(pairs)])
    steps = []
    for to, slide in enumerate(other.slides):
        at = pairs.get(to, -1)
        if at < 0:
            steps.append(Step("added", slide.id, -1, to, slide=slide))
            continue
        changes = _changes(one.slides[at], slide, _FIELDS)
        what: What = "changed" if changes else "kept"
        steps.append(Step(what, slide.id, at, to, at not in still, changes))
    taken = set(pairs.values())
    for at, slide in enumerate(one.slides):
        if at not in taken:
            steps.append(Step("gone", slide.id, at, -1, slide=slide))
    return Difference(_changes(one, other, _HEAD), tuple(steps))


def apply(difference: Difference, one: Deck) -> Deck:
    """The second deck, made of the first and the difference.

    Raises ValueError where the first deck is another than the one that was compared.
    """
    slides = []
    for step in difference.steps:
        if step.what == "added" and step.slide is not None:
            slides.append(step.slide)
        elif step.what != "gone":
            slides.append(_changed(one.slides[_place(step, one)], step.changes))
    made: Deck = _changed(structs.replace(one, slides=tuple(slides)), difference.head)
    return made


def _place(step: Step, one: Deck) -> int:
    if step.at >= len(one.slides):
        raise ValueError(f"the deck has no slide {step.at + 1}")
    return step.at


def _changed(value: Any, changes: Iterable[Change]) -> Any:
    for change in changes:
        if getattr(value, change.field) != change.before:
            raise ValueError(f"`{change.field}` is not what it was when the decks were compared")
    return structs.replace(value, **{change.field: change.after for change in changes})


def _changes(one: Any, other: Any, fields: tuple[str, ...]) -> tuple[Change, ...]:
    return tuple(
        Change(field, before, after)
        for field in fields
        if (before := getattr(one, field)) != (after := getattr(other, field))
    )


def _pairs(one: tuple[Slide, ...], other: tuple[Slide, ...]) -> dict[int, int]:
    """Index in `other` → index in `one` of the same slide: by name, then by words."""
    names = {slide.id: at for at, slide in enumerate(one)}
    pairs = {to: names[slide.id] for to, slide in enumerate(other) if slide.id in names}
    free = [at for at in range(len(one)) if at not in set(pairs.values())]
    words = {at: words_of(one[at]) for at in free}
    for to, slide in enumerate(other):
        if to in pairs or not free:
            continue
        best = max(free, key=lambda at: _alike(words[at], words_of(slide)))
        if _alike(words[best], words_of(slide)) >= _ALIKE:
            pairs[to] = best
            free.remove(best)
    return pairs


def words_of(value: Any) -> frozenset[str]:
    """The words of a slide's texts, without case."""
    found: set[str] = set()
    for name in ("title", "sub", "label", "shout", "then", "body"):
        found |= set(_every_text(getattr(value, name)).casefold().split())
    return frozenset(found)


def _every_text(value: Any) -> str:
    if isinstance(value, tuple):
        return " ".join(_every_text(part) for part in value)
    if isinstance(value, Struct) and not hasattr(value, "runs"):
        return " ".join(_every_text(getattr(value, name)) for name in value.__struct_fields__)
    return first_text(value) if isinstance(value, Struct) else ""


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    every = one | other
    return len(one & other) / len(every) if every else 0.0


def _still(places: list[int]) -> set[int]:
    """Of slides in their new order, those that did not move: the longest rising row.

    Patience sorting: Fredman, "On computing the length of longest increasing subsequences", 1975.
    """
    from bisect import bisect_left

    tails: list[int] = []
    where: list[int] = []
    before: dict[int, int] = {}
    for place in places:
        spot = bisect_left(tails, place)
        before[place] = where[spot - 1] if spot else -1
        tails[spot : spot + 1] = [place]
        where[spot : spot + 1] = [place]
    found: set[int] = set()
    place = where[-1] if where else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
