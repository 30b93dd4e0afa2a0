"""Outline → the same outline with everything mended whose mending is certain.

In: bytes, and a way to look at an outline. Out: bytes in which nothing else is changed. An edit
counts only if the mended text, read again, has fewer findings and none that is new.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic, Edit
from deckgen.syntax.edits import applied, clash

# What is wrong with an outline, given as bytes; the findings in the order of their places.
Look = Callable[[bytes], tuple[Diagnostic, ...]]
# Layout and rules judge what has become readable: that is no fault of the edit.
_READING = ("syntax/", "outline/", "remix/", "template/")
_NUMBER = re.compile(r"\d+")
_MARKS = {
    codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be",
}  # fmt: skip
_DEEP = 4  # times that mending may uncover more to mend


class Mended(Struct, frozen=True):
    """The bytes after all edits, and the findings that are gone."""

    data: bytes
    done: tuple[Diagnostic, ...] = ()


def mend(data: bytes, file: str, look: Look) -> Mended:
    """Carries out edit after edit until none is left that helps.

    Only edits of `file` count. Of edits that touch each other the first wins; the other has its
    turn when the text has been looked at again. Carrying this out twice is the same as once.
    """
    done: list[Diagnostic] = []
    found = look(data)
    while True:
        able = [one for one in found if one.edits and _within(one, file)]
        taken, data, found = _round(data, able, found, look)
        if not taken:
            return Mended(data, tuple(done))
        done += taken


Round = tuple[list[Diagnostic], bytes, tuple[Diagnostic, ...]]


def _round(data: bytes, able: list[Diagnostic], found: tuple[Diagnostic, ...], look: Look) -> Round:
    """All that do not touch each other at once; where that does harm, half of them, and so on."""
    together = _apart(able)
    rest = [[one] for one in reversed(able) if one not in together]
    waiting = [*rest, together]
    taken: list[Diagnostic] = []
    best: tuple[bytes, tuple[Diagnostic, ...]] = data, found
    while waiting:
        some = waiting.pop()
        if not some or clash(_edits(some), _edits(taken)):
            continue
        both = [*taken, *some]
        tried = _try(data, both, found, look, less=len(both))
        if tried is not None:
            taken, best = both, tried
        elif len(some) > 1:
            middle = len(some) // 2
            waiting += [some[middle:], some[:middle]]
    return taken, *best


def _try(
    data: bytes, chosen: list[Diagnostic], found: tuple[Diagnostic, ...], look: Look, less: int
) -> tuple[bytes, tuple[Diagnostic, ...]] | None:
    """The mended bytes and what is said about them; None where that is not better.

    What a mended key uncovers below it has to be mended at once, too, or the key stays as it is.
    """
    codes = {one.code for one in chosen}
    was = _counted(found, codes)
    for _ in range(_DEEP):
        mended = _carried_out(data, _edits(chosen)) if chosen else None
        if mended is None or mended == data:
            return None
        after = look(mended)
        now = _counted(after, codes)
        if not (new := now - was):
            return (mended, after) if now.total() <= was.total() - less else None
        fresh = [one for one in after if _key(one) in new]
        if not all(one.edits for one in fresh):
            return None
        data, chosen = mended, _apart(fresh)
    return None


def _counted(found: Iterable[Diagnostic], codes: set[str]) -> Counter[tuple[str, str]]:
    """Findings by what they say, without numbers: lines move."""
    return Counter(_key(one) for one in found if one.code in codes or one.code.startswith(_READING))


def _key(found: Diagnostic) -> tuple[str, str]:
    return found.code, _NUMBER.sub("", found.message)


def _carried_out(data: bytes, edits: Iterator[Edit]) -> bytes | None:
    """The bytes with the edits, line ends and encoding as the file has them; None for no text."""
    mark, encoding = _encoding(data)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return None
    end = "\r\n" if "\r\n" in text else "\n"
    mended = applied(text, [Edit(one.span, one.text.replace("\n", end)) for one in edits])
    return None if mended is None else mark + mended.encode(encoding)


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The mark that a file begins with, and how it is encoded."""
    marked = next((pair for pair in _MARKS.items() if data.startswith(pair[0])), None)
    return marked or (b"", "utf-8")


def _apart(able: list[Diagnostic]) -> list[Diagnostic]:
    chosen: list[Diagnostic] = []
    last = (0, 0)
    for one in sorted(able, key=_first):
        if _first(one) > last:
            chosen.append(one)
            last = max((edit.span.end_line, edit.span.end_column) for edit in one.edits)
    return chosen


def _first(found: Diagnostic) -> tuple[int, int]:
    return min((edit.span.line, edit.span.column) for edit in found.edits)


def _edits(chosen: Iterable[Diagnostic]) -> Iterator[Edit]:
    return (edit for one in chosen for edit in one.edits)


def _within(found: Diagnostic, file: str) -> bool:
    return all(edit.span.file == file for edit in found.edits)
