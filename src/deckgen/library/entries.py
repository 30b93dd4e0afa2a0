"""What is kept of an outline: the files it was read from, and its slides as far as one seeks them.

Values only.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from deckgen.world import World

ABSENT = (-1, -1)

Worlds = Callable[[str], World]  # by an absolute folder


class Part(Struct, frozen=True, gc=False):
    """A file that an outline was read from. Time in ns, size in bytes; both -1: there is none.

    A time of 0 is not trusted: the file was changed so shortly before that it might be again within
    the same tick of its file system's clock.
    """

    path: str  # absolute
    time: int
    size: int
    digest: bytes


class Entry(Struct, frozen=True, gc=False):
    """A slide. `stems` are those of title, body and notes; `sketch` is its likeness.

    `came` has what it was taken from, nearest first: absolute paths of outlines with `#slide`.
    """

    number: int
    name: str  # its id
    lang: str
    kind: str
    tags: tuple[str, ...]
    title: str
    body: str
    notes: str
    stems: tuple[str, str, str]
    came: tuple[str, ...]
    sketch: bytes


class Volume(Struct, frozen=True, gc=False):
    """An outline. `problem` is what is first wrong with it, with line and column, or empty.

    `words` are all that its slides say, folded, each with its language and its stems there.
    """

    path: str  # absolute
    parts: tuple[Part, ...]
    outline: bool = True  # or another program's YAML file
    title: str = ""
    author: str = ""
    year: int | None = None
    entries: tuple[Entry, ...] = ()
    problem: str = ""
    words: tuple[tuple[str, str, str], ...] = ()
