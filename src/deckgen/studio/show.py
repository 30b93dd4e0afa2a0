"""What the browser is told: the deck as a list of slides and findings, and what changed in it.

In: two shows. Out: the difference. Values only; `session` makes them, `app` sends them.
"""

from __future__ import annotations

from msgspec import Struct


class Slide(Struct, frozen=True):
    """A slide as the list has it. `key` names its picture: equal pictures have equal keys."""

    id: str
    key: str
    name: str
    notes: tuple[str, ...] = ()
    minutes: float | None = None
    hidden: bool = False


class Quote(Struct, frozen=True):
    """A line of the source with what is meant in it, between two characters."""

    text: str
    start: int
    end: int


class Finding(Struct, frozen=True):
    """A finding: what, where, on which slide (empty: on none), what to do."""

    severity: str
    code: str
    message: str
    hints: tuple[str, ...] = ()
    place: str = ""
    slide: str = ""
    quote: Quote | None = None


class Show(Struct, frozen=True):
    """Everything but the pictures. `broken`: the outline is newer than what is shown of it."""

    title: str = ""
    file: str = ""
    form: str = ""  # which form of the talk is shown: `kort · en`; empty: all of it
    template: str = ""
    lang: str = ""
    style: str = ""  # names the style sheet of typefaces
    width: int = 960
    height: int = 540
    slides: tuple[Slide, ...] = ()
    lines: tuple[int, ...] = ()  # where each slide begins in the outline
    findings: tuple[Finding, ...] = ()
    broken: bool = False
    version: int = 0


class State(Struct, frozen=True):
    """A show with its pictures and typefaces."""

    show: Show
    drawings: dict[str, str] = {}  # SVG by key
    pictures: dict[str, bytes] = {}  # photographs by content hash + extension
    css: str = ""
    fonts: dict[str, bytes] = {}


class Drawn(Slide, frozen=True):
    """A slide with its picture; without, when the browser is to ask for it when it needs it."""

    svg: str | None = None


class Change(Struct, frozen=True):
    """From one show to the next: the slides that are other than they were, and what is cheap.

    `since` is the version that it starts from; `order` has the ids of all slides, when they are not
    what they were.
    """

    since: int
    show: Show  # without slides
    slides: tuple[Drawn, ...] = ()
    order: tuple[str, ...] | None = None
    took: float = 0.0  # milliseconds from noticing to telling


MOST = 8  # pictures that are sent before anyone asks; the first that changed comes first
