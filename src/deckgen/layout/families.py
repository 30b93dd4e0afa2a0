"""Which pages share a layout, what it holds and what it is called.

Pages share one when a reset moves nothing on them: the same placeholders in the same places, in
the same styles. Only the height of text that hangs from its upper edge may differ.
In: what each page wants. Out: merged placeholders, names, their order. No text of slides.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from deckgen.scene import model as scene
from deckgen.text.model import PITCH

# What somebody who adds a slide looks for first.
FIRST = (
    "cover", "section", "statement", "question", "title-only", "points", "steps", "paragraphs",
    "picture", "shout", "quote",
)  # fmt: skip
ALONE = frozenset({"cover", "section", "question", "quote", "contact", "picture", "shout"})
TITLED = frozenset({"statement", "quote", "proposition"})  # else their words are the title
PARTS = {15: "picture", 13: "subtitle", 14: "source"}  # by index of their placeholder
SPARE = 1.015  # as much as `setting` asks of a frame whose text may shrink


class Want(Struct, frozen=True):
    """A page's placeholders, and how high each of their texts is, in EMU."""

    kind: str
    scheme: str
    holders: tuple[scene.Placeholder, ...]
    needs: tuple[int, ...]
    headed: bool  # its title is a head
    dress: tuple[int, ...]  # the template's decorations that it carries


Key = tuple[object, ...]


def family(want: Want) -> str:
    """The kind of a page; where it has nothing but a head, what it shows below does not count."""
    refs = {holder.ref.index for holder in want.holders}
    return "title-only" if want.headed and refs <= {0, 13} and want.kind not in ALONE else want.kind


def key(want: Want) -> Key:
    """Equal for pages that may share a layout."""
    return (family(want), want.scheme, want.dress, *(_fixed(holder) for holder in want.holders))


def _fixed(holder: scene.Placeholder) -> Key:
    frame = holder.frame
    hangs = holder.anchor == "top" and bool(holder.levels)
    place = (frame.x, frame.y, frame.cx, 0 if hangs else frame.cy)
    look = [(level.text, _bare(level)) for level in holder.levels[:1]]
    return (holder.ref, place, holder.anchor, holder.insets, holder.fill, *look)


def _bare(level: scene.LevelStyle) -> scene.ParagraphStyle:
    return replace(level.paragraph, space_before=0)


def merged(wants: list[Want]) -> tuple[scene.Placeholder, ...]:
    """One set of placeholders for pages with the same key."""
    columns = zip(*(one.holders for one in wants), strict=True)
    needs = zip(*(one.needs for one in wants), strict=True)
    return tuple(_one(holders, high) for holders, high in zip(columns, needs, strict=True))


def _one(holders: tuple[scene.Placeholder, ...], needs: tuple[int, ...]) -> scene.Placeholder:
    """As low as the lowest in which every page's text stands."""
    first = max(holders, key=lambda one: len(one.levels))
    heights = sorted(one.frame.cy for one in holders)
    high = next((one for one in heights if one >= max(needs)), heights[-1])
    frame = replace(first.frame, cy=high if len(holders) > 1 else heights[0])
    shrink = any(one.shrink for one in holders)
    return replace(first, frame=frame, levels=_levels(holders), shrink=shrink)


def _levels(holders: tuple[scene.Placeholder, ...]) -> tuple[scene.LevelStyle, ...]:
    """Each level as the page sets it that leaves least space before it."""
    deepest = max(len(one.levels) for one in holders)
    return tuple(
        min(
            (one.levels[depth] for one in holders if depth < len(one.levels)),
            key=lambda level: (level.text.size, level.paragraph.space_before),
        )
        for depth in range(deepest)
    )


def height(text: scene.TextBody) -> int:
    """How high a frame must be for its text to stand in it, with room to spare."""
    total = 0.0
    for number, paragraph in enumerate(text.paragraphs):
        rows = sum(1 for line in text.lines if line.paragraph == number)
        size = max((run.style.size for run in paragraph.runs), default=0)
        if not size and paragraph.end:
            size, rows = paragraph.end.size, max(rows, 1)
        total += rows * PITCH * size * 127 * paragraph.style.leading / 100
        total += paragraph.style.space_before if number else 0
    return round(total * SPARE) + text.insets[1] + text.insets[3]


def names(wants: Iterable[Want]) -> list[str]:
    """A name for each layout: its kind and its parts; then its ground, its lines, a number."""
    every = list(wants)
    found = [_plain(one) for one in every]
    schemes = [one.scheme for one in every]
    usual = max(schemes, key=schemes.count, default="")
    found = _told_apart(found, [f" ({one})" if one != usual else "" for one in schemes])
    found = _told_apart(found, [_lines(one) for one in every])
    return _numbered(found)


def _plain(want: Want) -> str:
    kind, refs = family(want), {one.ref.index for one in want.holders}
    parts = [PARTS[one.ref.index] for one in want.holders if one.ref.index in PARTS]
    if kind in ("picture", "shout"):
        parts = ["title"] if kind == "picture" and 0 in refs else []
    elif kind in TITLED and 1 in refs:
        parts = ["title", *parts]
    told = " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
    word = kind.replace("-", " ").capitalize()
    return f"{word} with {told}" if told else word


def _lines(want: Want) -> str:
    title = next((n for n, one in enumerate(want.holders) if one.ref.kind == "title"), None)
    if title is None or not want.holders[title].levels:
        return ""
    size = want.holders[title].levels[0].text.size
    return " (long title)" if want.needs[title] > 2 * size * 127 else ""


def _told_apart(found: list[str], marks: list[str]) -> list[str]:
    """Names with their mark, where several are equal and their marks are not."""
    by_name: dict[str, set[str]] = {}
    for name, mark in zip(found, marks, strict=True):
        by_name.setdefault(name, set()).add(mark)
    pairs = zip(found, marks, strict=True)
    return [name + mark if len(by_name[name]) > 1 else name for name, mark in pairs]


def _numbered(found: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    named = []
    for name in found:
        seen[name] = seen.get(name, 0) + 1
        named.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return named


def rank(want: Want) -> int:
    """Its place in the list of layouts; kinds that nobody adds by hand come last."""
    kind = family(want)
    return FIRST.index(kind) if kind in FIRST else len(FIRST)
