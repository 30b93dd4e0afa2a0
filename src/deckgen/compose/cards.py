"""Bodies made of cards: dimensions, options, sum.

In: a block. Out: its box. Siblings share size, weight and width.
"""

from __future__ import annotations

from typing import assert_never

from msgspec.structs import replace

from deckgen.compose.boxes import Box, Flow, Panel, TextBox
from deckgen.compose.icons import LOUD, MIDDLE, before, over
from deckgen.compose.paras import box, card, optional, para
from deckgen.outline.model import Dimension, Dimensions, Option, Options, Sum, Text

Carded = Dimensions | Options | Sum

GAP = 16.0
LOW = 250.0  # points: the height of the only row of options that have just a name
MANY = 4  # dimensions below one another whose texts stand beside their names
NAME = 1.25  # width of such a name to that of its text
SIDE = 6.0  # points beside a sum's words, which stand in the middle of their cards
ROWS = {1: (1,), 2: (2,), 3: (3,), 4: (4,), 5: (3, 2), 6: (3, 3), 7: (4, 3), 8: (4, 4), 9: (5, 4)}


def carded(block: Carded) -> Box:
    """The cards of a block, in the arrangement that it prefers."""
    match block:
        case Dimensions():
            return dimensions(block)[0]
        case Options():
            return options(block)[0]
        case Sum():
            return total(block)
        case _:
            assert_never(block)


def narrow(block: Carded) -> Box:
    """The cards of a block one below the other, for places without the width."""
    match block:
        case Dimensions():
            return dimensions(block)[1]
        case Options():
            return options(block)[1]
        case Sum():
            return stacked_total(block)
        case _:
            assert_never(block)


def rows_of(cards: list[Box], gap: float = GAP) -> Box:
    """Cards on a grid: each count has its own arrangement."""
    rows: list[Box] = []
    at = 0
    for count in shares(len(cards)):
        rows.append(Flow("row", tuple(cards[at : at + count]), gap=gap, grow=1))
        at += count
    return rows[0] if len(rows) == 1 else Flow("column", tuple(rows), gap=gap)


def shares(count: int) -> tuple[int, ...]:
    """How many things stand in each row of so many."""
    return ROWS.get(count) or _even(count)


def _even(count: int) -> tuple[int, ...]:
    rows = -(-count // 5)
    return tuple(count // rows + (1 if row < count % rows else 0) for row in range(rows))


def dimensions(block: Dimensions) -> tuple[Box, Box]:
    """A card a dimension, its number large; one below the other where the words are long."""
    rows = tuple(
        _wide_dimension(one, number, len(block.items) >= MANY)
        for number, one in enumerate(block.items, start=1)
    )
    return _dimension_cards(block), Flow("column", rows, gap=12)


def _wide_dimension(one: Dimension, number: int, flat: bool) -> Box:
    """Number, name and text in a row; the text below the name, or `flat` beside it."""
    digit: Box = box(
        para(str(number), "numeral"),
        name=f"number-{number}",
        align="left",
        anchor="middle",
        basis=64,
    )
    if one.icon:
        digit = before(one.icon, width=64)
    below = None if flat else optional(one.text, "note", before=0.2, colour="muted")
    words = box(
        para(one.name, "name"), below, name=f"dimension-{number}", anchor="middle", grow=NAME
    )
    aside: tuple[Box, ...] = ()
    if flat and one.text:
        said = para(one.text, "note", colour="muted")
        aside = (box(said, name=f"about-{number}", anchor="middle", grow=1),)
    return Flow(
        "row",
        (digit, words, *aside),
        gap=8,
        panel=Panel("field", "round"),
        pad=(24, 6, 22, 6),
        grow=1,
        name=f"card-{number}",
    )


def _dimension_cards(block: Dimensions) -> Box:
    return rows_of([_dimension(one, number) for number, one in enumerate(block.items, start=1)])


def _dimension(one: Dimension, number: int) -> Box:
    if one.icon:
        words = box(
            para(one.name, "name"),
            optional(one.text, "note", before=0.5, colour="muted"),
            name=f"dimension-{number}",
            grow=1,
        )
        return _iconed(one.icon, words, "field", number)
    return card(
        para(str(number), "numeral"),
        para(one.name, "name", before=0.35),
        optional(one.text, "note", before=0.5, colour="muted"),
        name=f"dimension-{number}",
        grow=1,
    )


def _iconed(name: str, words: TextBox, fill: str, number: int) -> Box:
    """A card with an icon over its words."""
    colour = f"on-{fill}" if fill in LOUD else "accent"
    return Flow(
        "column",
        (over(name, MIDDLE, colour), words),
        gap=14,
        panel=Panel(fill, "round"),
        pad=(22, 22, 22, 22),
        grow=1,
        name=f"card-{number}",
    )


def options(block: Options) -> tuple[Box, Box, Box]:
    """Models side by side; below one another where their words are long; under their names."""
    numbered = list(enumerate(block.items, start=1))
    rows = tuple(_wide_option(one, number) for number, one in numbered)
    bands = tuple(_banded_option(one, number) for number, one in numbered)
    return _option_columns(block), Flow("column", rows, gap=12), Flow("column", bands, gap=8)


def named(block: Options) -> Box:
    """A few models that are only named: large names; one row no higher than a hand, four in two."""
    cards: list[Box] = [_name_alone(one, n) for n, one in enumerate(block.items, start=1)]
    if len(cards) == MANY:
        return Flow("column", tuple(rows_of(pair) for pair in (cards[:2], cards[2:])), gap=GAP)
    return Flow("column", (Flow("row", tuple(cards), gap=GAP, basis=LOW),), justify="optical")


def _name_alone(one: Option, number: int) -> Box:
    name = para(one.name, "big", colour="on-cool")
    if one.icon:
        words = box(name, name=f"option-{number}", fit="named", grow=1)
        return _iconed(one.icon, words, "cool", number)
    digit = para(str(number), "figure", colour="on-cool")
    return card(
        digit,
        replace(name, before=0.25),
        fill="cool",
        name=f"option-{number}",
        fit="named",
        grow=1,
    )


def _banded_option(one: Option, number: int) -> Box:
    """Number and name in one line across the page, the points below it: for narrow pages."""
    words = Flow(
        "row",
        (_digit(one, number, "name"), _named(one, number)),
        panel=Panel("cool", "rect"),
        name=f"head-{number}",
    )
    if not one.points:
        return replace(words, grow=1)
    points = replace(_properties(one, number), pad=(18, 5, 12, 5))
    return Flow("column", (words, points), grow=1, name=f"model-{number}")


def _wide_option(one: Option, number: int) -> Box:
    head = replace(_named(one, number), basis=250, grow=0)
    digit = _digit(one, number, "numeral")
    text = _properties(one, number)
    return Flow("row", (digit, head, text), grow=1, name=f"model-{number}")


def _named(one: Option, number: int) -> TextBox:
    return box(
        para(one.name, "name", colour="on-cool"),
        name=f"option-{number}",
        fit="option",
        anchor="middle",
        panel=Panel("cool", "rect"),
        pad=(10, 8, 10, 8),
        grow=1,
    )


def _digit(one: Option, number: int, role: str) -> Box:
    """An option's number, or its icon."""
    if one.icon:
        mark = before(one.icon, "on-cool")
        return Flow("row", (mark,), panel=Panel("cool"), pad=(18, 0, 0, 0), basis=64)
    return box(
        para(str(number), role, colour="on-cool"),
        name=f"number-{number}",
        fit="option",
        align="center",
        anchor="middle",
        panel=Panel("cool", "rect"),
        pad=(8, 0, 0, 0),
        basis=64,
    )


def _properties(one: Option, number: int) -> TextBox:
    return box(
        *(
            para(point, "note", bullet="–", indent=0.8, before=0.2 if place else 0.0)
            for place, point in enumerate(one.points)
        ),
        panel=Panel("field", "rect"),
        pad=(18, 8, 12, 8),
        anchor="middle",
        name=f"properties-{number}",
        fit="option",
        grow=1,
    )


def _option_columns(block: Options) -> Box:
    weights = [_load(one) for one in block.items]
    most = max(weights, default=1)
    columns = [
        _option(one, number, 1 + 0.25 * weight / most)
        for number, (one, weight) in enumerate(zip(block.items, weights, strict=True), start=1)
    ]
    return Flow("row", tuple(columns), gap=GAP)


def _load(one: Option) -> int:
    return sum(len(point.plain) for point in one.points) or 1


def _option(one: Option, number: int, grow: float) -> Box:
    head: Box = card(
        para(str(number), "figure", colour="on-cool"),
        para(one.name, "name", before=0.25),
        fill="cool",
        pad=16,
        name=f"option-{number}",
        fit="option",
        anchor="top",
    )
    if one.icon:
        name = box(para(one.name, "name", colour="on-cool"), name=f"option-{number}", fit="option")
        head = replace(_iconed(one.icon, name, "cool", number), pad=(16, 16, 16, 16), grow=0)
    text = card(
        *(
            para(point, "note", bullet="–", indent=0.8, before=0.4 if place else 0.0)
            for place, point in enumerate(one.points)
        ),
        fill="field",
        pad=16,
        name=f"properties-{number}",
        grow=1,
        loose=1.2,
    )
    children: tuple[Box, ...] = (head, text) if one.points else (replace(head, grow=1),)
    return Flow("column", children, grow=grow)


def total(block: Sum, role: str = "name") -> Box:
    """Terms as blocks, signs between, the result lit."""
    children: list[Box] = []
    for number, term in enumerate(block.terms, start=1):
        if number > 1:
            children.append(_sign("+"))
        children.append(
            card(
                para(term, role),
                fill="field",
                pad=SIDE,
                name=f"term-{number}",
                fit="sum",
                align="center",
                anchor="middle",
                grow=_longest(term),
            )
        )
    result = card(
        para(block.result, role),
        fill="accent",
        pad=SIDE,
        name="result",
        fit="sum",
        align="center",
        anchor="middle",
        grow=_longest(block.result),
    )
    return Flow("row", (*children, _sign("="), result), gap=6)


def stacked_total(block: Sum) -> Box:
    """The same below one another, as on a bill: for long words."""
    rows: list[Box] = []
    for number, term in enumerate(block.terms, start=1):
        words = card(
            para(term, "name"),
            fill="field",
            pad=8,
            name=f"term-{number}",
            fit="sum",
            anchor="middle",
            grow=1,
        )
        rows.append(Flow("row", (_sign("+" if number > 1 else ""), words), gap=8, grow=1))
    result = card(
        para(block.result, "name"),
        fill="accent",
        pad=8,
        name="result",
        fit="sum",
        anchor="middle",
        grow=1,
    )
    rows.append(Flow("row", (_sign("="), result), gap=8, grow=1.2))
    return Flow("column", tuple(rows), gap=8)


def _longest(text: Text) -> float:
    """Letters of the longest word, and of the card's edges: what a term needs of the width."""
    return max((len(word) for word in text.plain.split()), default=0) + 1.5


def _sign(char: str) -> TextBox:
    return box(
        para(char, "name", colour="accent"),
        fit="sign",
        align="center",
        anchor="middle",
        basis=22,
        name="sign",
    )
