"""One thing and what it divides into, tied by connectors.

In: a Tree. Out: its bodies: from the top down where the words are short and few, else from left to
right. Leaves are equally far apart; whoever divides stands in the middle of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from deckgen.compose.boxes import Box, Cell, Layers, Panel, Wire
from deckgen.compose.frame import Body
from deckgen.compose.paras import box, para
from deckgen.outline.ids import slug
from deckgen.outline.model import Item, Tree

ACROSS = 0.22  # share of a level that stays free for connectors, from left to right
DOWN = 0.36  # … from the top down
LEAF = 0.14  # share of a leaf's room that stays free
MOST = 2  # leaves that a card takes at most
FEW = 6  # leaves that stand side by side
FILLS = ("accent", "cool", "field")
ROLES = ("name", "name", "note")


class Node(Struct, frozen=True):
    """An item, its name, its level, and where it stands among the leaves (in leaves)."""

    item: Item
    name: str
    level: int
    at: float
    parent: str = ""


def tree(block: Tree) -> tuple[Body, ...]:
    """The variants, best first."""
    nodes = tuple(_nodes(block))
    wires = _wires(nodes, False)
    right = Body(_right(nodes), key="note/tree", wires=wires, way="right")
    if _leaves(block.root) > FEW:
        return (right,)
    comfort = (("name/tree", 20.0), ("note/tree", 18.0))
    wires = _wires(nodes, True)
    down = Body(_down(nodes), comfort=comfort, key="note/tree", wires=wires, way="down")
    return down, right


def wires(block: Tree) -> tuple[Wire, ...]:
    """The connectors of the last variant."""
    return _wires(tuple(_nodes(block)), False)


def _nodes(block: Tree) -> Iterator[Node]:
    prefix = f"tree.{slug(block.root.text.plain)[:16]}"
    yield from _below(block.root, prefix, 0, 0.0, "")


def _below(item: Item, name: str, level: int, start: float, parent: str) -> Iterator[Node]:
    below: list[Node] = []
    own: list[float] = []
    at = start
    for number, child in enumerate(item.children):
        inner = list(_below(child, f"{name}.{number}", level + 1, at, name))
        own.append(inner[0].at)
        below += inner
        at += _leaves(child)
    yield Node(item, name, level, (own[0] + own[-1]) / 2 if own else start + 0.5, parent)
    yield from below


def _leaves(item: Item) -> int:
    return sum(_leaves(child) for child in item.children) or 1


def _wires(nodes: tuple[Node, ...], down: bool) -> tuple[Wire, ...]:
    sides = ("bottom", "top", "down") if down else ("right", "left", "across")
    start, end, bend = sides
    return tuple(
        Wire(node.parent, node.name, start, end, "muted", False, bend)  # type: ignore[arg-type]
        for node in nodes
        if node.parent
    )


def _extent(nodes: tuple[Node, ...]) -> tuple[int, int]:
    """How many leaves and levels there are."""
    parents = {node.parent for node in nodes}
    leaves = sum(node.name not in parents for node in nodes)
    return leaves, max(node.level for node in nodes) + 1


def _sizes(nodes: tuple[Node, ...]) -> dict[int, float]:
    """How many leaves high (or wide) the cards of a level are: all of a level the same."""
    spans: dict[int, int] = {}
    for node in nodes:
        spans[node.level] = min(spans.get(node.level, MOST), _leaves(node.item))
    return {level: min(span, MOST - 0.2) - LEAF for level, span in spans.items()}


def _right(nodes: tuple[Node, ...]) -> Box:
    leaves, levels = _extent(nodes)
    pitch, sizes = 1 / (levels - ACROSS), _sizes(nodes)
    cells = []
    for node in nodes:
        half = sizes[node.level] / 2 / max(leaves, 3)
        x, y = node.level * pitch, node.at / leaves
        cells.append(Cell(_card(node, 8), x, y - half, x + pitch * (1 - ACROSS), y + half))
    return Layers(tuple(cells), least=120, grow=1, name="tree")


def _down(nodes: tuple[Node, ...]) -> Box:
    leaves, levels = _extent(nodes)
    pitch, sizes = 1 / (levels - DOWN), _sizes(nodes)
    cells = []
    for node in nodes:
        half = sizes[node.level] / 2 / max(leaves, 3)
        x, y = node.at / leaves, node.level * pitch
        cells.append(Cell(_card(node, 8), x - half, y, x + half, y + pitch * (1 - DOWN)))
    return Layers(tuple(cells), least=120, grow=1, name="tree")


def _card(node: Node, pad: float) -> Box:
    fill = FILLS[min(node.level, 2)]
    colour = f"on-{fill}" if node.level < 2 else ""
    return box(
        para(node.item.text, ROLES[min(node.level, 2)], colour=colour),
        panel=Panel(fill, "round"),
        name=node.name,
        fit="tree",
        align="center",
        anchor="middle",
        pad=(pad, 3, pad, 3),
    )
