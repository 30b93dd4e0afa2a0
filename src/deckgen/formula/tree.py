"""What a formula is: nodes that every writer knows. Nothing of sizes or positions."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

# var: an italic letter. upright: a letter that stands straight. number. words: text. func: sin.
# op: between two things. rel: a relation. big: a sum's or an integral's sign. punct: a comma.
# ord: any other sign.
Sort = Literal["var", "upright", "number", "words", "func", "op", "rel", "big", "punct", "ord"]


class Symbol(Struct, frozen=True, gc=False, tag=True):
    """A letter, a number, a sign or words."""

    text: str
    sort: Sort


class Space(Struct, frozen=True, gc=False, tag=True):
    """Empty room, in ems; negative pulls together."""

    ems: float


class Row(Struct, frozen=True, tag=True):
    """One after the other."""

    items: tuple[Math, ...]


class Fraction(Struct, frozen=True, tag=True):
    """Top over bottom; without a bar in a binomial."""

    top: Math
    bottom: Math
    bar: bool = True


class Scripts(Struct, frozen=True, tag=True):
    """What stands at a base's lower and upper corner, or below and above it (`limits`)."""

    base: Math
    sub: Math | None = None
    sup: Math | None = None
    limits: bool = False


class Root(Struct, frozen=True, tag=True):
    """A root, with its index where it is no square root."""

    body: Math
    index: Math | None = None


class Fence(Struct, frozen=True, tag=True):
    """Brackets that grow with what is in them; parts are divided by `bar`. Empty: no bracket."""

    open: str
    close: str
    parts: tuple[Math, ...]
    bar: str = ""


class Accent(Struct, frozen=True, tag=True):
    """A combining mark over its body."""

    body: Math
    mark: str


class Line(Struct, frozen=True, tag=True):
    """A line over or below its body."""

    body: Math
    below: bool = False


class Brace(Struct, frozen=True, tag=True):
    """A sign as wide as its body, over or below it: a brace, a bracket, an arrow."""

    body: Math
    char: str
    below: bool = False


class Stack(Struct, frozen=True, tag=True):
    """Something small over and below a base that is no sum: an arrow's label."""

    base: Math
    over: Math | None = None
    under: Math | None = None


class Grid(Struct, frozen=True, tag=True):
    """Rows of cells. `aligns` has l, c or r a column; `tight` columns belong to one formula."""

    rows: tuple[tuple[Math, ...], ...]
    aligns: str
    tight: bool = False


class Framed(Struct, frozen=True, tag=True):
    """A box around its body."""

    body: Math


class Phantom(Struct, frozen=True, tag=True):
    """The room that its body takes, and nothing in it."""

    body: Math


Math = (
    Symbol
    | Space
    | Row
    | Fraction
    | Scripts
    | Root
    | Fence
    | Accent
    | Line
    | Brace
    | Stack
    | Grid
    | Framed
    | Phantom
)

EMPTY = Row(())  # where nothing stands
