"""Two talks → what happens to the slides from the one to the other, and back into a talk.

In: decks, or presentations that were read: anything with a head and `slides` that have ids. Out: a
`Difference`, slide by slide: kept, moved, changed field by field, added, gone;
`apply(diff(a, b), a) == b`. What must not be here: what is different within a field (`details`),
how differences are shown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, Protocol, TypeVar

from msgspec import Struct, structs

from deckgen.outline.model import Text

What = Literal["kept", "changed", "added", "gone"]
# How alike two slides of different names must be to be one slide renamed: shared words by all.
_ALIKE = 0.6
# … where they also stand between the same neighbours and say it in the same way.
_ALIKE_HERE = 0.3
# Fields of slides that are not what the room reads.
_UNSPOKEN = frozenset((
    "id", "notes", "layout", "background", "lang", "build", "transition", "icon", "came", "tags",
    "only", "needs", "at", "site_at", "mail_at", "background_at", "layout_at", "file",
))  # fmt: skip


class Talk(Protocol):
    """What can be compared: a frozen Struct whose `slides` are Structs with an `id`."""

    @property
    def slides(self) -> tuple[Any, ...]:
        """In their order."""
        ...


AnyTalk = TypeVar("AnyTalk", bound=Talk)


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
    slide: Any = None


class Difference(Struct, frozen=True):
    """What makes one deck another. `steps` are in the second deck's order, those gone last."""

    head: tuple[Change, ...]
    steps: tuple[Step, ...]

    @property
    def empty(self) -> bool:
        """Whether both decks say the same."""
        return not self.head and all(s.what == "kept" and not s.moved for s in self.steps)


def diff(one: AnyTalk, other: AnyTalk) -> Difference:
    """What happens from `one` to `other`."""
    pairs = _pairs(one.slides, other.slides)
    still = _still([pairs[to] for to in sorted(pairs)])
    steps = []
    for to, slide in enumerate(other.slides):
        at = pairs.get(to, -1)
        if at < 0:
            steps.append(Step("added", slide.id, -1, to, slide=slide))
            continue
        changes = _changes(one.slides[at], slide)
        what: What = "changed" if changes else "kept"
        steps.append(Step(what, slide.id, at, to, at not in still, changes))
    taken = set(pairs.values())
    for at, slide in enumerate(one.slides):
        if at not in taken:
            steps.append(Step("gone", slide.id, at, -1, slide=slide))
    return Difference(_changes(one, other, ("slides",)), tuple(steps))


def apply(difference: Difference, one: AnyTalk) -> AnyTalk:
    """The second deck, made of the first and the difference.

    Raises ValueError where the first deck is another than the one that was compared.
    """
    slides = []
    for step in difference.steps:
        if step.what == "added" and step.slide is not None:
            slides.append(step.slide)
        elif step.what != "gone":
            slides.append(_changed(one.slides[_place(step, one)], step.changes))
    whole: Any = one
    made: AnyTalk = _changed(structs.replace(whole, slides=tuple(slides)), difference.head)
    return made


def _place(step: Step, one: Talk) -> int:
    if step.at >= len(one.slides):
        raise ValueError(f"the deck has no slide {step.at + 1}")
    return step.at


def _changed(value: Any, changes: Iterable[Change]) -> Any:
    for change in changes:
        if getattr(value, change.field) != change.before:
            raise ValueError(f"`{change.field}` is not what it was when the decks were compared")
    return structs.replace(value, **{change.field: change.after for change in changes})


def _changes(one: Any, other: Any, apart: tuple[str, ...] = ()) -> tuple[Change, ...]:
    return tuple(
        Change(field, before, after)
        for field in one.__struct_fields__
        if field not in apart
        and (before := getattr(one, field)) != (after := getattr(other, field))
    )


def _pairs(one: tuple[Any, ...], other: tuple[Any, ...]) -> dict[int, int]:
    """Index in `other` → index in `one` of the same slide: by name, by words, by place."""
    names = {slide.id: at for at, slide in enumerate(one)}
    pairs = {to: names[slide.id] for to, slide in enumerate(other) if slide.id in names}
    for likely in (_by_words, _by_place):
        taken = set(pairs.values())
        before = {at: words_of(one[at]) for at in range(len(one)) if at not in taken}
        after = {to: words_of(other[to]) for to in range(len(other)) if to not in pairs}
        if before and after:
            _best_first(likely(before, after, pairs, (one, other)), pairs)
    return pairs


Likely = Iterator[tuple[float, int, int]]
Spoken = dict[int, frozenset[str]]
Both = tuple[tuple[Any, ...], tuple[Any, ...]]


def _by_words(before: Spoken, after: Spoken, _: dict[int, int], __: Both) -> Likely:
    """Slides that say nearly the same, wherever they stand; only those that share words are met."""
    where: dict[str, list[int]] = {}
    for at, words in before.items():
        for word in words:
            where.setdefault(word, []).append(at)
    for to, words in after.items():
        shared = Counter(at for word in words for at in where.get(word, ()))
        for at, count in shared.items():
            alike = count / (len(words) + len(before[at]) - count)
            if alike >= _ALIKE:
                yield alike, at, to


def _by_place(before: Spoken, after: Spoken, pairs: dict[int, int], both: Both) -> Likely:
    """Slides of one kind between the same neighbours that share some words."""
    known = {at: to for to, at in pairs.items()}
    for to, words in after.items():
        for at, others in _near(to, pairs, before):
            alike = _alike(others, words)
            here = _neighbours(at, to, known, pairs)
            if here and alike >= _ALIKE_HERE and _kind(both[0][at]) == _kind(both[1][to]):
                yield alike, at, to


def _near(to: int, pairs: dict[int, int], before: Spoken) -> Iterator[tuple[int, frozenset[str]]]:
    """The free slides that stand where the one before in the other talk does."""
    last = to - 1
    while last >= 0 and last not in pairs:
        last -= 1
    at = pairs[last] + 1 if last >= 0 else 0
    while at in before:
        yield at, before[at]
        at += 1


def _neighbours(at: int, to: int, known: dict[int, int], pairs: dict[int, int]) -> bool:
    """Whether the next slide that both talks have is the same one."""
    after, later = max(known, default=-1), max(pairs, default=-1)
    while at <= after and at not in known:
        at += 1
    while to <= later and to not in pairs:
        to += 1
    return known.get(at, -1) == (to if to in pairs else -1)


def _kind(slide: Any) -> str:
    return type(getattr(slide, "body", slide)).__name__


def _best_first(likely: Likely, pairs: dict[int, int]) -> None:
    """Takes the pairs that are most alike, each slide once; of equals the nearest."""
    taken = set(pairs.values())
    for _, at, to in sorted(likely, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1])):
        if at not in taken and to not in pairs:
            pairs[to] = at
            taken.add(at)


def words_of(slide: Any) -> frozenset[str]:
    """The words that the room reads on a slide, without case."""
    return frozenset(word for text in _every_text(slide) for word in text.casefold().split())


def _every_text(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield value.plain
    elif isinstance(value, tuple):
        for part in value:
            yield from _every_text(part)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in _UNSPOKEN:
                yield from _every_text(getattr(value, name))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    every = one | other
    return len(one & other) / len(every) if every else 0.0


def _still(places: list[int]) -> set[int]:
    """Of slides in their new order, those that did not move: the longest rising row.

    Patience sorting: Fredman, "On computing the length of longest increasing subsequences", 1975.
    """
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
