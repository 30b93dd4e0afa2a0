"""Bodies drawn as figures: timeline, phases, worlds, opposition, movements, funnel.

In: a block. Out: its box. Positions inside a figure are fractions of the figure's own frame.
"""

from __future__ import annotations

from deckgen.compose.boxes import Box, Cell, Flow, Layers, Mark, Panel, Para, Space, TextBox
from deckgen.compose.paras import box, card, lines, optional, para
from deckgen.outline.model import (
    Funnel,
    Moment,
    Movement,
    Movements,
    Opposition,
    Phase,
    Phases,
    Side,
    Text,
    Timeline,
    World,
    Worlds,
)

GAP = 16.0
BAR = 8.0  # thickness of a time axis


def timeline(block: Timeline) -> Box:
    """Equal steps on an axis: sign, period, name; the last step is where we are."""
    last = len(block.items) - 1
    steps = [_moment(one, n, n == last) for n, one in enumerate(block.items)]
    return Flow("row", tuple(steps), gap=GAP, tracks=True)


def _moment(one: Moment, number: int, now: bool) -> Box:
    fill = "accent" if now else "field"
    sign = (
        card(
            para(one.sign, "sign", colour="on-accent" if now else "accent"),
            fill=fill,
            name=f"sign-{number}",
            align="center",
            anchor="middle",
            grow=1,
            pad=8,
        )
        if one.sign
        else None
    )
    axis = Mark(fill="accent" if now else "line", basis=BAR, name=f"axis-{number}")
    text = box(
        optional(one.when, "label"),
        para(one.what, "name", before=0.15 if one.when else 0.0),
        optional(one.note, "note", before=0.3),
        name=f"moment-{number}",
        tight=0 if one.note else 24,
    )
    children: tuple[Box, ...] = (*((sign,) if sign else ()), axis, text)
    return Flow("column", children, gap=14, grow=1)


def phases(block: Phases) -> Box:
    """Periods one below the other: until when, name, what it was; the current one in the accent."""
    if len(block.items) == 1:
        return phase_card(block.items[0])
    rows = tuple(_phase(one, number) for number, one in enumerate(block.items))
    return Flow("column", rows, gap=10)


def _phase(one: Phase, number: int) -> Box:
    fill, quiet = ("accent", "on-accent") if one.now else ("field", "muted")
    told = [*lines(one.text, "note", 0.1), *lines((*one.points, *one.so), "note", 0.1)]
    when = box(
        optional(one.when, "label", colour=quiet),
        name=f"when-{number}",
        fit="phase",
        anchor="middle",
        basis=100,
    )
    name = box(
        para(one.name, "name", colour="on-accent" if one.now else ""),
        name=f"phase-{number}",
        fit="phase",
        anchor="middle",
        basis=250 if told else None,
        grow=0 if told else 1,
    )
    children: list[Box] = [when] if one.when else []
    children.append(name)
    if told:
        colour = "on-accent" if one.now else ""
        paras = tuple(para(p.text, p.role, before=p.before, colour=colour) for p in told)
        children.append(box(*paras, name=f"about-{number}", fit="phase", anchor="middle", grow=1))
    return Flow(
        "row",
        tuple(children),
        gap=16,
        panel=Panel(fill, "round"),
        pad=(20, 8, 16, 8),
        grow=1,
        name=f"period-{number}",
    )


def phase_card(one: Phase) -> Box:
    """One period: its name and sign on the left, what happened, and what followed."""
    face = card(
        optional(one.when, "label", colour="on-accent"),
        para(one.name, "big", before=0.1),
        para(one.sign, "sign", colour="on-accent", before=0.3) if one.sign else None,
        fill="accent",
        name="phase",
        fit="face",
        anchor="middle",
        basis=300,
        pad=26,
    )
    points = box(
        *lines((*one.text, *one.points), "name", 0.5),
        name="points",
        fit="points",
        anchor="middle",
        grow=1,
        loose=0.9,
    )
    parts: tuple[Box, ...] = (points,)
    if one.so:
        so = card(
            *lines(one.so, "name", 0.35, colour="on-night"),
            fill="night",
            name="so",
            fit="points",
            anchor="middle",
            grow=1,
            pad=26,
        )
        parts = (points, so)
    return Flow("row", (face, Flow("column", parts, gap=GAP, grow=1)), gap=28)


def worlds(block: Worlds) -> Box:
    """Two fields: side by side, one outgrowing the other, or with a gap between."""
    if block.gap is not None:
        return _gap(block)
    if block.grows:
        return _growing(block)
    return _touching(block)


def _names(world: World, colour: str, name: str, place: str = "") -> TextBox | None:
    paras = (
        optional(world.name, "big", colour=colour),
        optional(world.logic, "lead", colour=colour, before=0.25),
    )
    if not any(paras):
        return None
    return box(*paras, name=name, fit="world", align="center", anchor="middle", place=place)


def _touching(block: Worlds) -> Box:
    """The two worlds overlap a little; who stands in each is written below it."""
    actors = bool(block.left.actor or block.right.actor)
    low = 0.8 if actors else 1.0
    cells = [
        Cell(Mark("ellipse", fill="cool", name="world-left"), 0.075, 0, 0.512, low),
        Cell(Mark("ellipse", fill="warm", name="world-right"), 0.488, 0, 0.925, low),
    ]
    inside = low / 2
    for world, colour, name, x in (
        (block.left, "on-cool", "left", 0.285),
        (block.right, "on-warm", "right", 0.715),
    ):
        text = _names(world, colour, name)
        if text:
            cells.append(Cell(text, x - 0.2, inside - 0.24, x + 0.2, inside + 0.24))
    for world, name, x0 in ((block.left, "actor-left", 0.02), (block.right, "actor-right", 0.51)):
        if world.actor:
            cells.append(
                Cell(
                    box(
                        *lines(world.actor, "lead", 0.1, colour="ink"),
                        name=name,
                        fit="actor",
                        align="center",
                    ),
                    x0,
                    0.84,
                    x0 + 0.47,
                    1,
                )
            )
    if block.flow:
        chip = box(
            *lines(block.flow, "label", 0.1, colour="ink"),
            name="flow",
            panel=Panel("paper", "round"),
            align="center",
            anchor="middle",
            pad=(8, 6, 8, 6),
        )
        cells.append(Cell(chip, 0.4, inside - 0.1, 0.6, inside + 0.1))
    return Layers(tuple(cells), aspect=1.82, least=240, name="worlds")


def _growing(block: Worlds) -> Box:
    """One world fills most of the figure and presses the other to the edge."""
    grown, small = (block.left, block.right) if block.grows == "left" else (block.right, block.left)
    colours = (
        ("cool", "on-cool", "warm", "on-warm")
        if block.grows == "left"
        else ("warm", "on-warm", "cool", "on-cool")
    )
    text = _names(grown, colours[1], "grown")
    other = _names(small, colours[3], "small")
    cells = [
        Cell(Mark("ellipse", fill=colours[0], name="world-grown"), 0.0, 0, 0.66, 1),
        Cell(Mark("pointer", fill=colours[0], name="arrow-up"), 0.69, 0.3, 0.765, 0.4),
        Cell(Mark("pointer", fill=colours[0], name="arrow-mid"), 0.69, 0.45, 0.765, 0.55),
        Cell(Mark("pointer", fill=colours[0], name="arrow-low"), 0.69, 0.6, 0.765, 0.7),
        Cell(
            Mark("ellipse", fill=colours[2], name="world-small", square=True), 0.79, 0.3, 1.0, 0.7
        ),
    ]
    if block.grows == "right":
        cells = [_flipped(cell) for cell in cells]
    if text:
        span = (0.08, 0.58) if block.grows == "left" else (0.42, 0.92)
        cells.append(Cell(text, span[0], 0.18, span[1], 0.82))
    if other:
        span = (0.79, 1.0) if block.grows == "left" else (0.0, 0.21)
        cells.append(Cell(other, span[0], 0.38, span[1], 0.62))
    return Layers(tuple(cells), least=220, grow=1, name="worlds")


def _flipped(cell: Cell) -> Cell:
    return Cell(cell.box, 1 - cell.x1, cell.y0, 1 - cell.x0, cell.y1)


def _gap(block: Worlds) -> Box:
    """The two worlds stand apart; what lies between them is the point."""
    assert block.gap is not None
    cells = [
        Cell(Mark("ellipse", fill="cool", name="world-left", square=True), 0.0, 0, 0.3, 0.94),
        Cell(Mark("ellipse", fill="warm", name="world-right", square=True), 0.7, 0, 1.0, 0.94),
        Cell(
            box(
                para(block.gap, "big", colour="accent"), name="gap", align="center", anchor="middle"
            ),
            0.31,
            0.17,
            0.69,
            0.77,
        ),
    ]
    for world, colour, name, x in (
        (block.left, "on-cool", "left", 0.0),
        (block.right, "on-warm", "right", 0.7),
    ):
        text = _names(world, colour, name)
        if text:
            cells.append(Cell(text, x + 0.03, 0.2, x + 0.27, 0.74))
    return Layers(tuple(cells), least=200, grow=1, name="worlds")


def opposition(block: Opposition, bleeding: bool) -> Box:
    """Words against words, set like type specimens towards the axis; or a list between two poles."""
    if not block.left.words and not block.right.words:
        return _between(block)
    edge = 56.0 if bleeding else 26.0
    axis = 118.0 if block.bridge else 26.0
    top = 44.0 if bleeding else 22.0
    shape = "rect" if bleeding else "round"
    left = _side(block.left, "cool", shape, (edge, top, axis, top), "right")
    right = _side(block.right, "warm", shape, (axis, top, edge, top), "left")
    halves = Flow("row", (left, right), gap=0 if bleeding else 4)
    cells = [Cell(halves)]
    if block.bridge:
        share = 0.107 if bleeding else 0.125
        cells.append(Cell(_bridge(block.bridge), 0.5 - share, 0.2, 0.5 + share, 0.92))
    return Layers(tuple(cells), least=260, grow=1, name="opposition")


def _side(
    side: Side, fill: str, shape: str, pad: tuple[float, float, float, float], align: str
) -> Box:
    on = f"on-{fill}"
    outer = "left" if align == "right" else "right"
    children: list[Box] = []
    if side.pole:
        children.append(
            box(para(side.pole, "label", colour=on), name=f"pole-{fill}", fit="pole", align=outer)
        )
    if side.name:
        name = box(
            para(side.name, "big", colour=on),
            name=f"name-{fill}",
            fit="side",
            align=align,
            tight=24,
        )
        children.append(name)
    words = box(
        *lines(side.words, "specimen", 0.1, colour=on),
        name=f"words-{fill}",
        align=align,
        grow=1,
        loose=0.6,
    )
    return Flow(
        "column",
        (*children, words),
        gap=14,
        panel=Panel(fill, shape),
        pad=pad,
        grow=1,
        name=f"side-{fill}",
    )


def _bridge(words: tuple[Text, ...]) -> Box:
    chips = tuple(
        box(
            para(word, "label", colour="ink"),
            name=f"bridge-{n}",
            fit="bridge",
            panel=Panel("paper", "round"),
            align="center",
            anchor="middle",
            pad=(6, 7, 6, 7),
        )
        for n, word in enumerate(words)
    )
    return Flow("column", chips, gap=22, justify="spread")


def _between(block: Opposition) -> Box:
    """What stands between two poles: the poles as full-height fields, the list in the middle."""
    left = _pole(block.left, "cool")
    right = _pole(block.right, "warm")
    paras = tuple(
        para(text, "body", bullet="–", indent=0.9, before=0.42 if n else 0.0)
        for n, text in enumerate(block.bridge)
    )
    middle = box(*paras, name="body", place="body", anchor="middle", grow=1, loose=0.8)
    return Flow("row", (left, middle, right), gap=32)


def _pole(side: Side, fill: str) -> Box:
    on = f"on-{fill}"
    return card(
        optional(side.name, "name", colour=on),
        optional(side.pole, "name", colour=on, before=0.2),
        fill=fill,
        name=f"pole-{fill}",
        fit="pole",
        align="center",
        anchor="middle",
        basis=150,
        pad=10,
    )


def movements(block: Movements) -> Box:
    """Two wide arrows that come from both sides and pass each other in the middle."""
    shapes = (("arrow-right", "cool"), ("arrow-left", "warm"))
    told = any(one.text for one in block.items)
    reach = 0.8 if told else 0.62
    rows: list[Box] = []
    for number, one in enumerate(block.items):
        shape, fill = shapes[number % 2]
        x0, x1 = (0.0, reach) if number % 2 == 0 else (1 - reach, 1.0)
        arrow = Mark(shape, fill=fill, name=f"arrow-{number}")
        said = _movement(one, shape, fill, number)
        rows.append(
            Layers((Cell(arrow, x0, 0, x1, 1), Cell(said, x0, 0, x1, 1)), grow=1, least=110)
        )
    return Flow("column", tuple(rows), gap=18)


def _movement(one: Movement, shape: str, fill: str, number: int) -> TextBox:
    point = 70.0
    pad = (56.0, 14.0, point, 14.0) if shape == "arrow-right" else (point + 16, 14.0, 40.0, 14.0)
    return box(
        para(one.name, "big", colour=f"on-{fill}"),
        optional(one.text, "lead", before=0.25, colour=f"on-{fill}"),
        name=f"movement-{number}",
        fit="movement",
        pad=pad,
        anchor="middle",
    )


def funnel(block: Funnel) -> Box:
    """Many on the left run together into one word on the right; tiers below it."""
    cells = [
        Cell(_sources(block), 0, 0, 0.3, 1),
        Cell(Mark("funnel", fill="field", name="funnel"), 0.32, 0, 0.52, 1),
        Cell(
            card(para(block.to, "big"), fill="accent", name="result", anchor="middle", pad=24),
            0.52,
            0.06,
            1,
            0.94,
        ),
    ]
    body: Box = Layers(tuple(cells), least=150, grow=1, name="funnel")
    if not block.tiers:
        return body
    return Flow("column", (body, _tiers(block.tiers)), gap=20)


def _sources(block: Funnel) -> Box:
    if block.sources:
        paras = lines(block.sources, "label", 0.15, colour="ink")
        return box(*paras, name="sources", align="right", anchor="middle", loose=0.5)
    count = min(max(block.count, 2), 24)
    columns = max(2, round((count * 0.9) ** 0.5))
    fills = ("cool", "warm", "muted", "line")
    rows: list[Box] = []
    for start in range(0, count, columns):
        dots = tuple(
            Mark(
                "ellipse",
                fill=fills[(n * 7 + start) % len(fills)],
                square=True,
                grow=1,
                name="one-of-many",
            )
            for n in range(start, start + columns)
        )
        spaces = tuple(Space(grow=1) for _ in range(start + columns - count))
        rows.append(Flow("row", (*dots[: count - start], *spaces), gap=10, grow=1))
    return Flow("column", tuple(rows), gap=10)


def _tiers(tiers: tuple[Text, ...]) -> Box:
    """First line – second line: blocks joined by a dash, the first one in front."""
    children: list[Box] = []
    for number, tier in enumerate(tiers):
        if number:
            children.append(
                box(
                    para("–", "then", colour="muted"),
                    name="dash",
                    fit="tier",
                    align="center",
                    anchor="middle",
                    basis=28,
                )
            )
        fill = "night" if number == 0 else "field"
        colour = "on-night" if number == 0 else "ink"
        children.append(
            card(
                para(tier, "then", colour=colour),
                tight=22,
                fill=fill,
                name=f"tier-{number}",
                fit="tier",
                align="center",
                anchor="middle",
                pad=14,
                grow=1.6 if number == 0 else 1,
            )
        )
    return Flow("row", tuple(children), gap=12)


def stack(texts: tuple[Text, ...], role: str, name: str) -> TextBox:
    """Shouted lines one below the other."""
    paras: tuple[Para, ...] = lines(texts, role, 0.12)
    return box(*paras, name=name, loose=0.4, tight=28)
