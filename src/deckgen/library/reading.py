"""An outline → what is kept of it. Nothing is laid out, and no picture is looked at.

In: a path, and what gives the World of a folder. Out: a `Volume`, also of an outline with
mistakes. What must not be here: the store, which outlines there are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from deckgen.base.diagnostics import Diagnostic
from deckgen.library import likeness, wording
from deckgen.library.entries import ABSENT, Entry, Part, Volume, Worlds
from deckgen.library.shelves import NAMES, digest, stamp
from deckgen.outline import model
from deckgen.outline.kinds import BODIES
from deckgen.outline.model import Deck, Slide, Text
from deckgen.remix.load import load
from deckgen.remix.variants import Wanted
from deckgen.syntax.source import LIMIT
from deckgen.world import Through, World

_READ = (".yaml", ".yml", ".lock", ".csv", ".tsv", ".xlsx")
_OUTLINE = re.compile(rb"^slides:", re.MULTILINE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What is wrong only because pictures and films are not looked at, or is no matter of words.
_UNSEEN = frozenset((
    "outline/missing-file", "outline/not-a-picture", "outline/not-a-film", "outline/not-a-sound",
    "outline/no-picture", "outline/no-film", "outline/no-sound", "outline/outside-project",
    "outline/picture-too-large",
))  # fmt: skip
KINDS: dict[Any, str] = {kind.model: kind.key for kind in BODIES.values()}
# Kinds whose first text is what their slide is known by, where it has no title.
_HEADLINES = (
    model.Statement, model.Question, model.Quote, model.Section, model.Proposition, model.Cover,
)  # fmt: skip
_NAMED = ("title", "label", "shout", "kicker", "sub", "body", "then", "source", "picture", "links")
# Fields that hold words without being Texts.
_STRINGS: dict[type, tuple[str, ...]] = {
    model.Chart: ("categories",),
    model.Series: ("name",),
    model.Code: ("text",),
    model.Picture: ("alt", "wants"),
    model.Shot: ("alt", "wants"),
    model.Video: ("alt",),
    model.Audio: ("alt",),
    model.Math: ("alt",),
    model.Contact: ("site", "mail", "handle", "hashtag"),
}


class Noting(Through):
    """A World that notes what was read through it; pictures and films are not opened."""

    def __init__(self, world: World, folder: str) -> None:
        """`folder` is the world's root, absolute."""
        super().__init__(world)
        self.folder = folder
        self.parts: dict[str, Part] = {}

    def read(self, path: str) -> bytes | None:
        """See World.read."""
        if not path.lower().endswith(_READ):
            return None
        whole = os.path.realpath(os.path.join(self.folder, path))
        seen = stamp(whole)  # before reading: what is changed meanwhile is then read again
        data = super().read(path)
        seen = ABSENT if data is None else seen
        self.parts[whole] = Part(whole, *seen, digest(data))
        return data


def read(path: str, langs: tuple[str, ...], worlds: Worlds) -> Volume:
    """The outline at an absolute path, in its own language and in those it is translated into."""
    folder, file = os.path.split(path)
    noting = Noting(worlds(folder), folder)
    if file not in NAMES and not _OUTLINE.search(_start(file, noting)):
        return Volume(path, tuple(noting.parts.values()), outline=False)
    found = load(file, noting)
    problem = _problem(found.diagnostics, path)
    if found.value is None:
        return Volume(path, tuple(noting.parts.values()), problem=problem)
    entries = list(_entries(found.value, folder))
    for lang in langs:
        entries += _translated(entries, file, lang, noting)
    return _volume(path, found.value, entries, tuple(noting.parts.values()), problem)


def _start(file: str, world: World) -> bytes:
    """What a file says; nothing of one that is too large for an outline."""
    return b"" if (world.size(file) or 0) > LIMIT else world.read(file) or b""


def unreadable(path: str, problem: str) -> Volume:
    """An outline over which reading itself has stumbled; it is tried again when it has changed."""
    try:
        with open(path, "rb") as file:
            data: bytes | None = file.read()
    except OSError:
        data = None
    seen = ABSENT if data is None else stamp(path)
    return Volume(path, (Part(path, *seen, digest(data)),), problem=problem)


def _volume(
    path: str, deck: Deck, entries: list[Entry], parts: tuple[Part, ...], problem: str
) -> Volume:
    title = deck.title or os.path.basename(os.path.dirname(path))
    said = {
        (word, wording.primary(one.lang))
        for one in entries
        for text in _texts(one)
        for word in wording.words(text)
    }
    words = tuple((*each, " ".join(wording.stems(*each))) for each in sorted(said))
    author = deck.author or deck.speaker
    return Volume(path, parts, True, title, author, _year(deck), tuple(entries), problem, words)


def _translated(own: list[Entry], file: str, lang: str, noting: Noting) -> Iterator[Entry]:
    """The slides that say something else in another language."""
    noting.read(f"{os.path.splitext(file)[0]}.{lang}.yaml")  # also where nobody wants it
    found = load(file, noting, Wanted(lang=lang))
    said = {one.name: _texts(one) for one in own}
    for one in _entries(found.value, noting.folder, lang) if found.value else ():
        if said.get(one.name) != _texts(one):
            yield one


def _texts(one: Entry) -> tuple[str, str, str]:
    return one.title, one.body, one.notes


def _entries(deck: Deck, folder: str, lang: str = "") -> Iterator[Entry]:
    for number, slide in enumerate(deck.slides, 1):
        yield _entry(number, slide, deck, folder, lang or slide.lang or deck.lang)


def _entry(number: int, slide: Slide, deck: Deck, folder: str, lang: str) -> Entry:
    said = [text for name in _NAMED for text in said_in(getattr(slide, name))]
    if isinstance(slide.body, model.Cover):
        said = list(dict.fromkeys((*said, deck.title, deck.subtitle, deck.author)))
    headed = slide.title or slide.label or slide.shout or isinstance(slide.body, _HEADLINES)
    said = [text for text in said if text.strip()]
    title, body = (said[0], said[1:]) if headed and said else ("", said)
    texts = (_line(title), " · ".join(map(_line, body)), "\n".join(map(_line, slide.notes)))
    words = wording.words(f"{texts[0]} {texts[1]}")
    stems = [" ".join(_stems(text, wording.primary(lang))) for text in texts]
    return Entry(
        number, slide.id, lang, KINDS.get(type(slide.body), "blank"), slide.tags, *texts,
        (stems[0], stems[1], stems[2]), _came(slide, folder), likeness.sketch(words),
    )  # fmt: skip


def said_in(value: Any) -> Iterator[str]:
    """The words in a value of the outline's model, in the model's order."""
    if isinstance(value, Text):
        yield value.plain
    elif isinstance(value, tuple):
        for part in value:
            yield from said_in(part)
    elif isinstance(value, Struct):
        strings = _STRINGS.get(type(value), ())
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if name in strings:
                yield from (inner,) if isinstance(inner, str) else inner
            elif isinstance(inner, Struct | tuple):
                yield from said_in(inner)


def _line(text: str) -> str:
    return " ".join(text.split())


def _stems(text: str, lang: str) -> Iterator[str]:
    for word in wording.words(text):
        yield from wording.stems(word, lang)


def _came(slide: Slide, folder: str) -> tuple[str, ...]:
    came = slide.came
    if came is None:
        return ()
    ways = (f"{came.deck}#{came.slide}", *came.chain)
    return tuple(reference(way, folder) for way in ways)


def reference(way: str, folder: str) -> str:
    """A slide's name among all, `deck.yaml#slide` with the absolute path of its outline."""
    path, _, name = way.rpartition("#")
    return f"{os.path.realpath(os.path.join(folder, path))}#{name}"


def _year(deck: Deck) -> int | None:
    """The year in which the talk is given, as far as it says so."""
    for said in (deck.event.date, deck.date, deck.event.name, deck.subtitle, deck.title):
        match = _YEAR.search(said)
        if match:
            return int(match[0])
    return None


def _problem(found: tuple[Diagnostic, ...], path: str) -> str:
    """The first mistake for which something may be missing here."""
    for one in found:
        if one.severity == "error" and one.code not in _UNSEEN:
            place = f"{one.span.line}:{one.span.column}: " if one.span else ""
            return f"{place}{one.message}"
    return ""
