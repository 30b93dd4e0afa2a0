"""A value before and after → what is different within it: items, keys, words.

In: plain values (`telling`). Out: details, each with the way to it, in the order of reading.
What must not be here: which values there are, how differences are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any, Literal

from msgspec import Struct, structs

from deckgen.remix.difference import Change
from deckgen.remix.telling import Fields, Plain, kind, plain

Happened = Literal["added", "gone", "replaced", "moved"]
Path = tuple[str | int, ...]
Pair = tuple[int | None, int | None]
# Shares of words that two items must have in common to be one item that changed.
_ALIKE = 0.25
# … where they stand in another order.
_ALIKE_ELSEWHERE = 0.5
# Pairs of items beyond this number are matched by their order alone.
_TRIED = 2500
# Share of two texts that must be the same for their words to be marked one by one.
_MARKED = 0.35
_TOKENS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")


class Detail(Struct, frozen=True):
    """One thing that is different. `path` leads to it: keys, and places in lists from 1."""

    path: Path
    what: Happened
    before: Plain = ""
    after: Plain = ""

    @property
    def way(self) -> str:
        """The keys that lead there, `left.actor`; an item's own place in its list is left out."""
        path = self.path[:-1] if self.path and isinstance(self.path[-1], int) else self.path
        return ".".join(str(step) for step in path)


class Mark(Struct, frozen=True):
    """A stretch of a text that two versions share, or that one of them has."""

    what: Literal["same", "gone", "added"]
    text: str


def details(before: Fields, after: Fields, changes: tuple[Change, ...]) -> tuple[Detail, ...]:
    """What is different between two slides, or two heads, of which the model found `changes`."""
    found = list(_slides(before, after))
    if found or not changes:
        return tuple(found)
    # Nothing that is typed: what a file says of itself, for example.
    return tuple(one for change in changes for one in _unsaid(change))


def _slides(before: Fields, after: Fields) -> Iterator[Detail]:
    one, other = kind(before), kind(after)
    if one and other and one != other:
        yield Detail(("kind",), "replaced", one, other)
        before = {other if key == one else key: value for key, value in before.items()}
    yield from compare(before, after)


def _unsaid(change: Change) -> Iterator[Detail]:
    before, after = plain(change.before), plain(change.after)
    found = list(compare(before, after, (change.field,)))
    yield from found or [Detail((change.field,), "replaced", before, after)]


def compare(before: Plain, after: Plain, path: Path = ()) -> Iterator[Detail]:
    """What is different between two values."""
    if before == after:
        return
    if isinstance(before, dict) or isinstance(after, dict):
        yield from _keys(before, after, path)
    elif isinstance(before, list) or isinstance(after, list):
        yield from _items(_listed(before), _listed(after), path)
    else:
        yield Detail(path, "replaced", before, after)


def _listed(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else [value] if value else []


def _keys(before: Plain, after: Plain, path: Path) -> Iterator[Detail]:
    one, other = _keyed(before, after), _keyed(after, before)
    if one is None or other is None:
        yield Detail(path, "replaced", before, after)
        return
    if len(one) == len(other) == 1 and one.keys() != other.keys():
        # A point with points below it: its text is the key.
        (key, inner), (renamed, now) = *one.items(), *other.items()
        yield Detail(path, "replaced", key, renamed)
        yield from compare(inner, now, (*path, renamed))
        return
    for key in [*other, *(key for key in one if key not in other)]:
        if key not in one:
            yield Detail((*path, key), "added", "", other[key])
        elif key not in other:
            yield Detail((*path, key), "gone", one[key], "")
        else:
            yield from compare(one[key], other[key], (*path, key))


def _keyed(value: Plain, beside: Plain) -> Fields | None:
    """A mapping; also of a text that stands for one of the other's keys, or is a point itself."""
    if isinstance(value, dict):
        return value
    if not isinstance(value, str) or not isinstance(beside, dict):
        return None
    key = next((key for key, inner in beside.items() if inner == value), "")
    if key:
        return {key: value}
    return {value: []} if len(beside) == 1 else None


def _items(before: list[Plain], after: list[Plain], path: Path) -> Iterator[Detail]:
    found: list[Detail] = []
    # A list in a list is a row of a table: its cells keep their columns.
    row = bool(path) and isinstance(path[-1], int) and len(before) == len(after)
    pairs = ((n, n) for n in range(len(after))) if row else _aligned(before, after)
    for at, to in pairs:
        if at is None and to is not None:
            found.append(Detail((*path, to + 1), "added", "", after[to]))
        elif to is None and at is not None:
            found.append(Detail((*path, at + 1), "gone", before[at], ""))
        elif at is not None and to is not None:
            found += compare(before[at], after[to], (*path, to + 1))
    return _with_moves(found)


def _with_moves(found: list[Detail]) -> Iterator[Detail]:
    """What is gone here and stands there has moved; much the same there, it was replaced."""
    matches = _elsewhere(found)
    taken = {id(gone) for gone in matches.values()}
    for one in found:
        gone = matches.get(id(one))
        if gone is not None:
            what: Happened = "moved" if gone.before == one.after else "replaced"
            yield structs.replace(one, what=what, before=gone.before)
        elif id(one) not in taken:
            yield one


def _elsewhere(found: list[Detail]) -> dict[int, Detail]:
    """The identity of an item that was added → the one that is gone and became it."""
    gone = [(one, _words(one.before)) for one in found if one.what == "gone"]
    added = [(one, _words(one.after)) for one in found if one.what == "added"]
    if len(gone) * len(added) > _TRIED:
        return {}
    likely = [
        (_alike(before, after), n, one, other)
        for n, (other, after) in enumerate(added)
        for one, before in gone
    ]
    matches: dict[int, Detail] = {}
    left = {id(one) for one, _ in gone}
    for alike, _, one, other in sorted(likely, key=lambda four: (-four[0], four[1])):
        if alike >= _ALIKE_ELSEWHERE and id(one) in left and id(other) not in matches:
            matches[id(other)] = one
            left.remove(id(one))
    return matches


def _aligned(before: list[Plain], after: list[Plain]) -> Iterator[Pair]:
    """Places of items that belong together, in order; None where there is no other."""
    matcher = SequenceMatcher(None, [repr(x) for x in before], [repr(x) for x in after], False)
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(start, end), range(first, last), strict=True)
        else:
            pairs = _paired(before[start:end], after[first:last])
            yield from ((_plus(at, start), _plus(to, first)) for at, to in pairs)


def _plus(place: int | None, start: int) -> int | None:
    return None if place is None else place + start


def _paired(before: list[Plain], after: list[Plain]) -> list[Pair]:
    """Items that changed beside those they became: the most alike that keeps their order."""
    if not before or not after:
        return [*((n, None) for n in range(len(before))), *((None, n) for n in range(len(after)))]
    if len(before) == len(after) == 1 and not isinstance(before[0], str):
        return [(0, 0)]
    if len(before) * len(after) > _TRIED:
        count = min(len(before), len(after))
        both: list[Pair] = [(n, n) for n in range(count)]
        rest: list[Pair] = [(n, None) for n in range(count, len(before))]
        return both + rest + [(None, n) for n in range(count, len(after))]
    return _traced(_alikes(before, after))


def _alikes(before: list[Plain], after: list[Plain]) -> list[list[float]]:
    words = [_words(item) for item in after]
    return [[_alike(_words(item), other) for other in words] for item in before]


def _traced(alike: list[list[float]]) -> list[Pair]:
    """The pairs in order whose likeness adds up to most; the rest stands between them."""
    rows, columns = len(alike), len(alike[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for at in range(rows - 1, -1, -1):
        for to in range(columns - 1, -1, -1):
            both = alike[at][to] + best[at + 1][to + 1] if alike[at][to] >= _ALIKE else 0.0
            best[at][to] = max(best[at + 1][to], best[at][to + 1], both)
    found: list[Pair] = []
    at = to = 0
    while at < rows or to < columns:
        if at < rows and best[at][to] == best[at + 1][to]:
            found.append((at, None))
            at += 1
        elif to < columns and best[at][to] == best[at][to + 1]:
            found.append((None, to))
            to += 1
        else:
            found.append((at, to))
            at, to = at + 1, to + 1
    return found


def _words(value: Plain) -> frozenset[str]:
    return frozenset(" ".join(_texts(value)).casefold().split())


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    else:
        for key, inner in value.items():
            yield key
            yield from _texts(inner)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    every = one | other
    return len(one & other) / len(every) if every else 1.0


def marked(before: str, after: str) -> tuple[Mark, ...]:
    """Both texts in one, word by word; whole texts where hardly a word is the same."""
    one, other = _TOKENS.findall(before), _TOKENS.findall(after)
    matcher = SequenceMatcher(None, one, other, False)
    codes = matcher.get_opcodes()
    pieces = [("".join(one[a:b]), "".join(other[c:d]), tag == "equal") for tag, a, b, c, d in codes]
    same = sum(len(text.strip()) for text, _, equal in pieces if equal)
    if same < _MARKED * min(len(before.strip()), len(after.strip())):
        pieces = [(before, after, False)]
    return tuple(_marks(_joined(pieces)))


def _joined(pieces: list[tuple[str, str, bool]]) -> list[tuple[str, str, bool]]:
    """Changes with nothing but space between them are one."""
    found: list[tuple[str, str, bool]] = []
    for number, (gone, added, same) in enumerate(pieces):
        space = same and not gone.strip() and 0 < number < len(pieces) - 1
        if found and not found[-1][2] and (space or not same):
            found[-1] = (found[-1][0] + gone, found[-1][1] + added, False)
        else:
            found.append((gone, added, same))
    return found


def _marks(pieces: list[tuple[str, str, bool]]) -> Iterator[Mark]:
    for gone, added, same in pieces:
        if same:
            yield Mark("same", gone)
            continue
        if gone:
            yield Mark("gone", gone)
        if added:
            yield Mark("added", added)
