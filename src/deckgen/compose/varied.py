"""Kinds with several ways to be drawn: which module draws which.

In: a block. Out: its bodies, best first; layout takes the first that is comfortable.
"""

from __future__ import annotations

from typing import assert_never

from deckgen.compose import diagram, pyramid, tree, venn
from deckgen.compose.boxes import Wire
from deckgen.compose.frame import Body
from deckgen.compose.opposition import movements
from deckgen.compose.process import process
from deckgen.outline.model import (
    Block,
    Columns,
    Diagram,
    Movements,
    Process,
    Pyramid,
    Rows,
    Tree,
    Venn,
)

Varied = Pyramid | Venn | Tree | Process | Diagram | Movements


def ways(block: Varied) -> tuple[Body, ...]:
    """The variants of a block's figure. The last one also stands inside columns and rows."""
    match block:
        case Pyramid():
            inside = (("name/level", 22.0),)
            boxes = pyramid.pyramid(block)
            return tuple(
                Body(box, comfort=inside, key="name/level", way=way)
                for box, way in zip(boxes, ("inside", "beside")[-len(boxes) :], strict=True)
            )
        case Venn():
            return venn.venn(block)
        case Tree():
            return tree.tree(block)
        case Diagram():
            return (diagram.diagram(block),)
        case Process():
            row, rows = process(block)
            row_is_good = (("big/process", 28.0),)
            return (
                Body(row, comfort=row_is_good, key="big/process", way="band"),
                Body(rows, key="name/process", way="rows"),
            )
        case Movements():
            key, least = said(block)
            boxes = movements(block)
            return tuple(
                Body(box, comfort=((key, least),), key=key, way=way)
                for box, way in zip(boxes, ("facing", "rows")[-len(boxes) :], strict=True)
            )
        case _:
            assert_never(block)


def said(block: Movements) -> tuple[str, float]:
    """What of movements decides between their variants, and its least size in a good one."""
    told = any(one.text for one in block.items)
    return ("lead/movement", 18.0) if told else ("big/movement", 28.0)


def wires(block: Block) -> tuple[Wire, ...]:
    """The connectors of what `ways` gives last, and of bodies inside columns and rows."""
    if isinstance(block, Tree):
        return tree.wires(block)
    if isinstance(block, Diagram):
        return diagram.diagram(block).wires
    if isinstance(block, Columns | Rows):
        return tuple(wire for one in block.items for wire in wires(one))
    return ()
